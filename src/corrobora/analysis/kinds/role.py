"""Posts of people, with the days on which papers attest them."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.evidence import words_on
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day
from corrobora.model.entities import Person, Position
from corrobora.model.facts import Span
from corrobora.model.findings import Finding


def analyse(view: CaseView) -> Iterator[Finding]:
    """Who held which post where, and on which days papers attest it.

    A post may have begun before the first of these days and gone on after the last.
    """
    for person in view.persons:
        for position in person.positions:
            if position.title and person.spans:
                yield from _finding(view, person, position)


def _finding(view: CaseView, person: Person, position: Position) -> list[Finding]:
    attested = sorted(set(position.attested))
    body = {
        "person": person.id,
        "organization": position.organization,
        "title": position.title,
        "from": attested[0] if attested else None,
        "to": attested[-1] if attested else None,
        "attested": attested,
    }
    held = " of ".join(text for text in (position.title, position.organization) if text)
    clause = f"{person.label} was {held}"
    if attested:
        ends = dict.fromkeys((attested[0], attested[-1]))
        clause += f" (so named {'from' if len(ends) > 1 else 'on'} {' to '.join(day(iso) for iso in ends)})"
    spans = tuple(_titled(view, person, position)) + person.spans[:2]
    return conclude(view, "role", (person.id, position.title, position.organization), clause, body, Basis(spans))


def _titled(view: CaseView, person: Person, position: Position) -> Iterator[Span]:
    for span in person.spans:
        at = words_on(view, span.document, position.title or "")
        if at is not None:
            yield at
            return


ANALYSIS = Analysis("role", "Posts of people", ("role",), analyse)
