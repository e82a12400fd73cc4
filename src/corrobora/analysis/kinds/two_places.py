"""Rows found to be one person's that have the person in two places on one day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.moves import matches_by_person
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day
from corrobora.model.contract import record_json
from corrobora.model.findings import Finding, Grade
from corrobora.model.match import Match
from corrobora.model.places import same_place


def analyse(view: CaseView) -> Iterator[Finding]:
    """Two journeys of one person on one day that do not connect: neither begins where the other ends.

    Both rows were found to be the person's, and one of them is not, or was not flown. Innocent readings: a ticket that
    was changed and never used, a namesake in the same days. Rows that tell no place of departure and arrival are left
    out, and so are two rows of one flight.
    """
    for person, matches in matches_by_person(view).items():
        flights = [match for match in matches if match.date and match.departure and match.arrival]
        by_day: dict[str, list[Match]] = {}
        for match in flights:
            by_day.setdefault((match.date or "")[:10], []).append(match)
        for on, same in sorted(by_day.items()):
            for one, other in combinations(same, 2):
                if not _connect(one, other):
                    yield from _finding(view, person, on, (one, other))


def _connect(one: Match, other: Match) -> bool:
    if one.number == other.number:
        return True
    ends = ((one.arrival, other.departure), (other.arrival, one.departure))
    routes = ((one.departure, other.departure), (one.arrival, other.arrival))
    joined = any(same_place(a or "", b or "") for a, b in ends)
    return joined or all(same_place(a or "", b or "") for a, b in routes)


def _finding(view: CaseView, person: str, on: str, pair: tuple[Match, Match]) -> list[Finding]:
    one, other = pair
    told = " and ".join(f"from {m.departure} to {m.arrival}" + (f" ({m.number})" if m.number else "") for m in pair)
    clause = f"two rows have {view.label(person)} on {day(on)} {told}, which do not connect"
    body = {
        "between": [record_json(one.record), record_json(other.record)],
        "about": person,
        "detail": f"one person, one day, two journeys {told}: one of the rows is another's or was not flown",
        "date": on,
    }
    spans, rows = view.shown(person)
    key = (person, on, one.record.dataset, one.record.row, other.record.dataset, other.record.row)
    basis = Basis(spans, (one.record, other.record, *rows), Grade.POSSIBLE)
    return conclude(view, "contradiction", key, clause, body, basis)


ANALYSIS = Analysis("two_places", "One person in two places on one day", ("contradiction",), analyse)
