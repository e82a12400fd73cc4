"""One name, one spelling, through the whole text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import DamerauLevenshtein

from corrobora.claims.check import Check, Problem
from corrobora.claims.context import Held, firms_named
from corrobora.model.facts import Appearance
from corrobora.model.mention import MentionType

_NAME = re.compile(r"\b[A-Z][a-z’'-]+(?:\s+[A-Z][a-z’'-]+){1,2}\b")
_SHORTEST = 7


def check(held: Held) -> Iterator[Problem]:
    """A name that differs by a letter or two from the one the evidence, or the rest of the text, has."""
    known = [form for page in held.pages for form in _forms(page.facts)]
    known += [raw for row in held.rows for key, (_, raw) in row.values.items() if key == "name"]
    others = Counter(name for sentence in (*held.before, *held.after) for name in _names(sentence.prose))
    firms = Counter(f for s in (*held.before, *held.after) for f in firms_named(s.prose, ()) if f.isascii())
    ours = [*_names(held.prose), *(m.text for m in held.mentions if m.type is MentionType.PER and m.text.isascii())]
    for written in dict.fromkeys(ours):
        # somebody of the case bears this very name: it is not miswritten
        if len(written) < _SHORTEST or held.case.people_named(written):
            continue
        near = [name for name in known if _slipped(written, name)]
        near += [name for name in others if _slipped(written, name) and held.case.people_named(name)]
        if near:
            yield Problem("name", written, near[0], f"elsewhere it is spelt {near[0]!r}")
    for written in firms_named(held.prose, ()):
        near = [f for f, n in firms.items() if n > firms[written] + 1 and written.isascii() and _slipped(written, f)]
        if near:
            yield Problem("name", written, near[0], f"elsewhere it is spelt {near[0]!r}")


def _names(prose: str) -> list[str]:
    return [m.group() for m in _NAME.finditer(prose)]


def _forms(facts: Iterable[object]) -> list[str]:
    return [form.text for fact in facts if isinstance(fact, Appearance) for form in fact.names]


def _slipped(written: str, right: str) -> bool:
    """One or two letters apart in one word, the other words alike; order and capitals do not count."""
    ours, theirs = sorted(_words(written)), sorted(_words(right))
    if len(ours) != len(theirs) or ours == theirs or not right.isascii():
        return False
    apart = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    if len(apart) != 1 or (len(ours) == 1):
        return False
    one, other = apart[0]
    limit = 1 if len(other) < 8 else 2
    # short syllables one letter apart are other names: Wang and Wan, Li and Liu
    return len(other) >= 5 and DamerauLevenshtein.distance(one, other) <= limit


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower().replace("’", "").replace("'", ""))


CHECK = Check("spelling", "Names that change their spelling", check)
