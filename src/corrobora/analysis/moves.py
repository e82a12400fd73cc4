"""Arrivals and departures of people, from the rows that were found to be theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corrobora.analysis.grading import ORDER
from corrobora.analysis.kinds.match import NAME_ALONE
from corrobora.analysis.view import CaseView
from corrobora.model.dates import is_day
from corrobora.model.findings import Grade
from corrobora.model.match import Match

ASSERTED = (Grade.CONFIRMED, Grade.PROBABLE)


@dataclass(frozen=True, slots=True)
class Move:
    """One crossing of a person.

    Attributes:
        way: "in" or "out".
        flight: a numbered journey rather than a border row.
    """

    person: str
    way: str
    date: str
    flight: bool
    match: Match


def moves_of(view: CaseView) -> Iterator[Move]:
    """All asserted crossings with a direction and a day."""
    for match in view.matches:
        if match.grade not in ASSERTED or match.evidence_class == NAME_ALONE or match.leg not in ("in", "out"):
            continue
        if match.date is not None and is_day(match.date[:10]):
            yield Move(match.person, match.leg, match.date[:10], bool(match.number), match)


def last_arrival(moves: list[Move], on: str) -> Move | None:
    """The last arrival on or before a day; of those on it a flight before a border row, the better match first."""
    before = [move for move in moves if move.way == "in" and move.date <= on]
    flights = [move for move in before if move.flight]
    # a flight tells more than the border row of the same arrival, which may be stamped a day later
    best = max(flights or before, key=_rank, default=None)
    border = max((move for move in before if not move.flight), key=_rank, default=None)
    if best is None or border is None or not best.flight:
        return best
    return border if _days(best.date, border.date) > 3 else best


def by_person(view: CaseView) -> dict[str, list[Move]]:
    """Person -> crossings in order of date."""
    found: dict[str, list[Move]] = {}
    for move in moves_of(view):
        found.setdefault(move.person, []).append(move)
    for moves in found.values():
        moves.sort(key=lambda move: (move.date, not move.flight))
    return found


def _rank(move: Move) -> tuple[str, int, float]:
    return move.date, ORDER[Grade(move.match.grade)], move.match.weight


def _days(first: str, second: str) -> int:
    return (date.fromisoformat(second) - date.fromisoformat(first)).days
