"""Sanctions: who of the case is listed, since when, and what they did before and after."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.events import Event, events_of
from corrobora.analysis.grading import grade_of, weakest
from corrobora.analysis.listings import Target, listed, targets_of
from corrobora.analysis.owners import Ownership
from corrobora.analysis.persons import Likeness, likest
from corrobora.analysis.rows import Row
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count, day
from corrobora.model.entities import Person
from corrobora.model.findings import Finding, Grade
from corrobora.model.records import RecordRef


def analyse(view: CaseView) -> Iterator[Finding]:
    """Listings of companies and people that the papers name, by authority, programme and date.

    Companies are found by taxpayer or register number, or by a long name where neither side has a number; people by
    full name and birth date, by document, or by the taxpayer number that a company register gives to the owner they
    are. A listed person with another birth date is somebody else. Each dated event of the party is set before or
    after the listing.
    """
    ownership = view.ownership
    events = events_of(view)
    seen: set[tuple[object, ...]] = set()
    for target, row, limit in listed(view, targets_of(view, ownership, owners_by_number(view, ownership))):
        key = (target.key, row.get("authority"), row.get("program"), row.get("since"))
        if key not in seen:
            seen.add(key)
            mine = [event for event in events if _concerns(view, event, target)]
            yield from _finding(view, target, row, mine, limit)


def owners_by_number(view: CaseView, ownership: Ownership) -> dict[str, Person]:
    """Taxpayer number of an owner -> the person of the papers, where the papers tie that name to that company."""
    owners, found = view.owners, dict[str, Person]()
    for shares in ownership.above.values():
        for share in shares:
            person, likeness = owners.person(share.owner_name)
            if person is not None and share.owner_number and (likeness >= Likeness.PARTIAL or share.spans):
                found[share.owner_number] = person
    return found


def _finding(view: CaseView, target: Target, row: Row, mine: list[Event], limit: Grade | None) -> list[Finding]:
    since = row.get("since")
    authority, program = _written(row, "authority"), _written(row, "program")
    body = {
        "target": target.name,
        "target_label": target.label,
        "authority": authority,
        "program": program,
        "since": since,
        "until": row.get("until"),
        "exposure": [
            {"finding": _linked(view, e), "date": e.date, "before_listing": e.date < since, "event": e.what}
            for e in mine
            if since
        ],
    }
    after = sum(since is not None and event.date >= since for event in mine)
    clause = f"{target.label} was listed by {authority or 'an authority'}"
    clause += f" ({program})" if program else ""
    clause += f" on {day(since)}" if since else " on a date that is not stated"
    clause += (
        f", and {count(after, 'dated event')} in the papers {'is' if after == 1 else 'are'} of that day or later"
        if after
        else ""
    )
    spans = target.spans + tuple(span for event in mine for span in event.spans[:1])
    rows = (*_references(row), *target.rows)
    known = grade_of(view.sources_behind((span.document for span in spans), (row.dataset for row in rows)))
    grade = known if limit is None else weakest((known, limit))
    basis = Basis(spans, rows, grade, strength=float(len(mine)))
    key = (target.key, authority, program, since, row.get("entity_id"))
    return conclude(view, "sanction", key, clause, body, basis)


def _references(row: Row) -> tuple[RecordRef, ...]:
    """The listing and, where the party stands on a line of its own, that line."""
    own_line = row.get("entity_row")
    if own_line is None or own_line == str(row.row):
        return (row.ref("name", "inn", "ogrn", "birth_date", "authority", "program", "since"),)
    return row.ref("authority", "program", "since"), row.party_ref("name", "inn", "ogrn", "birth_date")


def _written(row: Row, name: str) -> str | None:
    return row.raw.get(name) or row.get(name)


def _concerns(view: CaseView, event: Event, target: Target) -> bool:
    if target.key in event.parties or target.key in event.persons:
        return True
    return target.is_person and likest(target.names, event.names) >= Likeness.INITIALS


def _linked(view: CaseView, event: Event) -> str | None:
    """The earlier finding that stands on the same place of the papers, or None."""
    places = {(span.document, span.page) for span in event.spans[:1]}
    for finding in view.findings:
        shown = {(page.document, page.page) for page in finding.pages}
        if finding.kind in ("supply", "contract", "visit") and shown & places:
            return finding.id
    return None


ANALYSIS = Analysis("sanction", "Sanctions at their date", ("sanction",), analyse)
