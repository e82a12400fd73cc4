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
from corrobora.model.records import RecordKind

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
    asserted = [m for m in view.matches if m.grade in ASSERTED and m.evidence_class != NAME_ALONE]
    ways = _ways(view, asserted)
    for match in asserted:
        way = ways.get((match.record.dataset, match.record.row))
        if way is not None and match.date is not None and is_day(match.date[:10]):
            yield Move(match.person, way, match.date[:10], bool(match.number), match)


def _ways(view: CaseView, matches: list[Match]) -> dict[tuple[str, int], str]:
    """Which way the journey of each row went, as the country of the visits sees it.

    A border row says so itself. A flight goes in where it lands on an airport at which guests of visits arrived and
    from which they left again, and comes from another; the other way round it goes out.
    """
    home: set[str] = set()
    abroad: set[str] = set()
    for match in matches:
        visit = view.stays.get(match.visit or "")
        if (
            match.leg in ("in", "out")
            and match.departure
            and match.arrival
            and not (visit is not None and visit.abroad)
        ):
            ends = (match.departure, match.arrival)
            home.add(ends[1] if match.leg == "in" else ends[0])
            abroad.add(ends[0] if match.leg == "in" else ends[1])
    home, abroad = home - abroad, abroad - home
    stated = _directions(view, matches)
    ways: dict[tuple[str, int], str] = {}
    for match in matches:
        key = (match.record.dataset, match.record.row)
        if key in stated:
            ways[key] = stated[key]
        elif match.departure in abroad and match.arrival in home:
            ways[key] = "in"
        elif match.departure in home and match.arrival in abroad:
            ways[key] = "out"
        elif match.leg in ("in", "out"):
            ways[key] = match.leg
    return ways


def _directions(view: CaseView, matches: list[Match]) -> dict[tuple[str, int], str]:
    rows = view.rows.at(RecordKind.JOURNEY, [(match.record.dataset, match.record.row) for match in matches])
    return {place: way for place, row in rows.items() if (way := row.get("direction")) is not None}


def matches_by_person(view: CaseView) -> dict[str, list[Match]]:
    """Person -> asserted matches."""
    found: dict[str, list[Match]] = {}
    for match in view.matches:
        if match.grade in ASSERTED and match.evidence_class != NAME_ALONE:
            found.setdefault(match.person, []).append(match)
    return found


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
