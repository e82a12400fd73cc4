"""Finds what the case has on a sentence that cites nothing. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from corrobora.claims.context import CaseKnowledge, firms_named
from corrobora.claims.draft import Sentence
from corrobora.model.findings import Finding, Grade
from corrobora.model.mention import Mention, MentionType

_NAMED = (MentionType.DOC, MentionType.FLIGHT, MentionType.TAIL, MentionType.INN, MentionType.OGRN, MentionType.USCC)
_ENOUGH = 4
_UNTOLD = ("record", "records", "terms", "names", "positions", "evidence", "documents")


class Seeker:
    """Findings by what they speak of: people, firms, days, sums and numbers of papers.

    Args:
        known: what the case knows.
    """

    def __init__(self, known: CaseKnowledge) -> None:
        self._known = known
        self._by_sign: dict[str, list[int]] = {}
        for at, finding in enumerate(known.findings):
            if finding.grade is not Grade.CONTRADICTED and finding.kind != "nothing_found":
                for sign in set(_signs(finding.body)) | ({finding.id} if finding.kind == "person" else set()):
                    self._by_sign.setdefault(sign, []).append(at)

    def findings(self, sentence: Sentence, mentions: Sequence[Mention]) -> list[Finding]:
        """Those that share most with the sentence; empty where none shares enough to be about the same thing."""
        weights: Counter[int] = Counter()
        for sign, weight in self._asked(sentence, mentions):
            for at in self._by_sign.get(sign, ()):
                weights[at] += weight
        if not weights:
            return []
        most = max(weights.values())
        return [self._known.findings[at] for at in sorted(weights) if weights[at] == most >= _ENOUGH]

    def _asked(self, sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[tuple[str, int]]:
        for _, bearers in self._known.people_named(sentence.prose, mentions):
            yield from ((person.id, 2) for person in bearers)
        for firm in firms_named(sentence.prose, mentions):
            yield from ((name, 2) for name in self._forms(firm))
        for mention in mentions:
            if mention.type is MentionType.MONEY:
                yield mention.value, 3
            elif mention.type is MentionType.DATE:
                yield from ((part, 2) for part in mention.value.split("/") if len(part) == 10)
            elif mention.type in _NAMED:
                yield _bare(mention.value or mention.text), 3

    def _forms(self, firm: str) -> set[str]:
        forms = {firm.casefold()}
        for one in self._known.organizations:
            if any(self._known.same_firm(firm, name) for name in one.names):
                forms |= {name.casefold() for name in (*one.names, one.label)}
        return forms


def _signs(value: Any, key: str = "") -> Iterator[str]:
    """What a finding's fields speak of, in the forms that a sentence is asked for."""
    if key in _UNTOLD:
        return
    if isinstance(value, dict):
        if {"amount", "currency"} <= set(value):
            yield f"{value['amount']} {value['currency']}"
        for name, inner in value.items():
            yield from _signs(inner, name)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _signs(inner, key)
    elif isinstance(value, str):
        yield from _of_text(value)


def _of_text(text: str) -> Iterable[str]:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text) or text.startswith("person-"):
        return (text,)
    bare = _bare(text)
    return (text.casefold(), bare) if sum(c.isdigit() for c in bare) >= 2 else (text.casefold(),)


def _bare(text: str) -> str:
    return "".join(c for c in text.upper() if c.isalnum())
