"""Who was in the country on which day: what crossings settle, what papers say, and where both cannot be right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from corrobora.analysis.moves import Move, by_person
from corrobora.analysis.view import CaseView
from corrobora.model.dates import is_day
from corrobora.model.facts import Modality

LONGEST = 400
"""Days between an arrival and the next departure that still count as one stay."""


@dataclass(frozen=True, slots=True)
class Day:
    """One person on one day.

    Attributes:
        crossing: "arrives", "leaves", "both", "present" or "absent" by rows found to be the person's, "" where no row
            says: nothing is concluded from silence.
        paper: visit by whose papers the person was there that day, or None.
        status: of that visit, "" without one.
    """

    person: str
    day: str
    crossing: str
    paper: str | None = None
    status: str = ""

    @property
    def is_conflict(self) -> bool:
        """Whether a paper that tells of the day as past has the person where the rows do not."""
        return self.crossing == "absent" and self.paper is not None and self.status == Modality.HAPPENED.value


def table(view: CaseView) -> list[Day]:
    """Every day on which anything is known of a person's presence, by person and day."""
    crossings = {person: _crossings(moves) for person, moves in by_person(view).items()}
    papers = _papers(view)
    found: dict[tuple[str, str], Day] = {}
    for person in sorted(set(crossings) | set(papers)):
        known, told = crossings.get(person, {}), papers.get(person, {})
        for day in sorted(set(known) | set(told)):
            visit, status = told.get(day, (None, ""))
            found[person, day] = Day(person, day, known.get(day, "") or _silent(known, day), visit, status)
    return list(found.values())


def _crossings(moves: Sequence[Move]) -> dict[str, str]:
    days: dict[str, str] = {}
    arrival: str | None = None
    for move in moves:
        seen = "arrives" if move.way == "in" else "leaves"
        days[move.date] = seen if days.get(move.date, seen) in (seen, "present") else "both"
        if move.way == "in":
            arrival = arrival or move.date
        elif arrival is not None:
            for day in _between(arrival, move.date):
                days.setdefault(day, "present")
            arrival = None
    return days


def _silent(known: Mapping[str, str], day: str) -> str:
    """Absent where the last crossing before was a departure and the next one after is an arrival; else nothing."""
    before = max((other for other in known if other < day), default=None)
    after = min((other for other in known if other > day), default=None)
    gone = before is not None and known[before] in ("leaves", "both")
    comes = after is not None and known[after] in ("arrives", "both")
    return "absent" if gone and comes else ""


def _papers(view: CaseView) -> dict[str, dict[str, tuple[str, str]]]:
    told: dict[str, dict[str, tuple[str, str]]] = {}
    for visit in view.visits:
        if visit.status in (Modality.CANCELLED, Modality.DENIED) or not (is_day(visit.start) and is_day(visit.end)):
            continue
        for person in visit.hosts if visit.abroad else visit.persons:
            for day in _between(visit.start, visit.end):
                told.setdefault(person, {}).setdefault(day, (visit.id, visit.status.value))
    return told


def _between(first: str, last: str) -> Iterator[str]:
    start = date.fromisoformat(first)
    length = (date.fromisoformat(last) - start).days
    if 0 <= length <= LONGEST:
        yield from ((start + timedelta(days)).isoformat() for days in range(length + 1))
