"""Travel: flights and other numbered journeys of people of the case."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.grading import ORDER
from corrobora.analysis.kinds.match import NAME_ALONE
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day
from corrobora.model.contract import record_json
from corrobora.model.findings import Finding, Grade
from corrobora.model.match import Match
from corrobora.model.records import RecordKind


def analyse(view: CaseView) -> Iterator[Finding]:
    """Journeys with a flight or train number and both ends, of people found in outside records.

    Each is as strong as the match that says the row is the person's; contradicted rows give none.
    """
    for match in journeys(view):
        person = view.people.get(match.person)
        number = (match.number or "").replace(" ", "").upper()
        body = {
            "person": match.person,
            "flight": number,
            "from": match.departure,
            "to": match.arrival,
            "date": match.date,
            "record": record_json(match.record),
        }
        way = f"from {match.departure} to {match.arrival}"
        clause = f"{view.label(match.person)} travelled on {number} {way} on {day(match.date)}"
        spans = person.spans[:1] if person is not None else ()
        basis = Basis(spans, (match.record,), Grade(match.grade), strength=match.weight)
        yield from conclude(view, "travel", (match.person, number, match.date), clause, body, basis)


def journeys(view: CaseView) -> list[Match]:
    """The best match for each journey (person, number, day) that is at least possible."""
    best: dict[tuple[str, str, str], Match] = {}
    unused = {(row.dataset, row.row) for row in view.rows.select(RecordKind.JOURNEY, "flown = 'no'")}
    for match in view.matches:
        if (match.record.dataset, match.record.row) in unused:
            continue  # booked, not flown
        leads = match.grade in (Grade.CONFIRMED, Grade.PROBABLE, Grade.POSSIBLE) and match.evidence_class != NAME_ALONE
        if not leads or not (match.number and match.departure and match.arrival and match.date):
            continue
        key = (match.person, match.number.replace(" ", "").upper(), match.date)
        if key not in best or _rank(match) > _rank(best[key]):
            best[key] = match
    return [best[key] for key in sorted(best)]


def _rank(match: Match) -> tuple[int, float]:
    return ORDER[Grade(match.grade)], match.weight


ANALYSIS = Analysis("travel", "Journeys of people of the case", ("travel",), analyse)
