"""Stays: from an arrival to the next departure of one person."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.grading import weakest
from corrobora.analysis.moves import Move, by_person
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count, day
from corrobora.model.contract import record_json
from corrobora.model.dates import days_between
from corrobora.model.findings import Finding, Grade

LONGEST = 400


def analyse(view: CaseView) -> Iterator[Finding]:
    """How long people stayed: each asserted arrival with the next asserted departure, in days.

    Flight and border rows of one arrival are one; the day of the flight counts. A stay is as strong as the weaker
    of the two matches.
    """
    for person_id, moves in by_person(view).items():
        arrival: Move | None = None
        for move in moves:
            if move.way == "in":
                arrival = arrival or move
            elif arrival is not None:
                days = days_between(arrival.date, move.date) or 0
                if days <= LONGEST:
                    yield from _finding(view, person_id, arrival, move, days)
                arrival = None


def _finding(view: CaseView, person_id: str, arrival: Move, departure: Move, days: int) -> list[Finding]:
    records = (arrival.match.record, departure.match.record)
    body = {
        "person": person_id,
        "from": arrival.date,
        "to": departure.date,
        "days": days,
        "records": [record_json(record) for record in records],
    }
    clause = f"{view.label(person_id)} stayed {count(days, 'day')}, from {day(arrival.date)} to {day(departure.date)}"
    grade = weakest((Grade(arrival.match.grade), Grade(departure.match.grade)))
    key = (person_id, arrival.date, departure.date)
    spans, rows = view.shown(person_id)
    return conclude(view, "stay", key, clause, body, Basis(spans, (*records, *rows), grade))


ANALYSIS = Analysis("stay", "Lengths of stay", ("stay",), analyse)
