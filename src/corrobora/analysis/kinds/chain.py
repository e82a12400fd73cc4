"""Chains of letters: who asked, who instructed whom, who answered."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.terms import number_key
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count, day
from corrobora.model.facts import LetterFact, Span
from corrobora.model.findings import Finding


def analyse(view: CaseView) -> Iterator[Finding]:
    """Papers that name each other by number, in order of date: a request, the instruction that acts on it, the answer.

    Two papers belong together where one names the other's number. What no paper names is not guessed.
    """
    letters = [fact for fact in view.facts_of(LetterFact) if fact.spans and fact.type not in ("registry", "list")]
    numbered = {number_key(fact.number): n for n, fact in enumerate(letters) if fact.number}
    parent = list(range(len(letters)))
    joined: dict[str, list[int]] = {}
    for place, fact in enumerate(letters):
        for reference in fact.reply_to:
            target = numbered.get(number_key(reference))
            if target is not None:
                _join(parent, place, target)
            else:
                joined.setdefault(number_key(reference), []).append(place)
    for places in joined.values():
        for other in places[1:]:
            _join(parent, places[0], other)
    groups: dict[int, list[LetterFact]] = {}
    for place, fact in enumerate(letters):
        groups.setdefault(_root(parent, place), []).append(fact)
    for group in groups.values():
        if len(group) > 1:
            yield from _finding(view, sorted(group, key=lambda f: (f.written or "9999", f.number or "")))


def _root(parent: list[int], place: int) -> int:
    while parent[place] != place:
        place = parent[place]
    return place


def _join(parent: list[int], one: int, other: int) -> None:
    parent[_root(parent, one)] = _root(parent, other)


def _finding(view: CaseView, letters: list[LetterFact]) -> list[Finding]:
    links = [
        {"from": f.sender, "to": f.recipient, "what": f"{f.type} {f.number or ''}".strip(), "date": f.written}
        for f in letters
    ]
    first, last = letters[0], letters[-1]
    clause = (
        f"{count(len(letters), 'paper')} hang together by the numbers they name, from {_name(first)} to {_name(last)}"
    )
    spans: tuple[Span, ...] = tuple(fact.spans[0] for fact in letters)
    key = (sorted(fact.spans[0].document for fact in letters),)
    return conclude(view, "chain", key, clause, {"links": links}, Basis(spans, strength=float(len(letters)), limit=20))


def _name(letter: LetterFact) -> str:
    number = f" {letter.number}" if letter.number else ""
    kind = "paper" if letter.type == "other" else letter.type.replace("_", " ")
    return f"{kind}{number} of {day(letter.written)}"


ANALYSIS = Analysis("chain", "Who asked, instructed and answered", ("chain",), analyse)
