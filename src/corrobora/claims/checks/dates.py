"""Days in the sentence must stand in what it cites."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from corrobora.claims.check import Check, Problem
from corrobora.claims.context import Held
from corrobora.model.dates import parse_day
from corrobora.model.mention import MentionType


def check(held: Held) -> Iterator[Problem]:
    """A full date that no cited page, row or finding holds, although they hold others."""
    known = _known(held)
    if not known:
        return
    for stated in _days(m.value for m in held.mentions if m.type is MentionType.DATE):
        if stated in known:
            continue
        nearest = min(known, key=lambda day: abs((day - stated).days))
        detail = f"the evidence says {nearest.isoformat()}, the sentence {stated.isoformat()}"
        yield Problem("date", stated.isoformat(), nearest.isoformat(), detail)


def _known(held: Held) -> set[date]:
    known = set(_days(held.values(MentionType.DATE)))
    for row in held.rows:
        known |= set(_days(value for value, _ in row.values.values()))
    if not (held.pages or held.rows):
        return set()
    documents = {page.document for page in held.pages}
    rows = {(row.dataset, row.row) for row in held.rows}
    for finding in held.case.findings:
        if documents & {p.document for p in finding.pages} or rows & {(r.dataset, r.row) for r in finding.rows}:
            known |= set(_days(v for v in finding.body.values() if isinstance(v, str)))
    return known


def _days(values: object) -> Iterator[date]:
    for value in values:  # type: ignore[attr-defined]
        for part in str(value).split("/"):
            day = parse_day(part)
            if day is not None:
                yield day


CHECK = Check("date", "Dates that the evidence does not hold", check)
