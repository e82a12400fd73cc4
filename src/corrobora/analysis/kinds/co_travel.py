"""Co-travel: pairs of people of the case on one flight."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.grading import strongest, weakest
from corrobora.analysis.kinds.travel import journeys
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count, day, listing
from corrobora.model.dates import is_day, shift
from corrobora.model.findings import Finding, Grade
from corrobora.model.match import Match
from corrobora.model.records import RecordKind

DAYS = 3
"""On either side of a journey: the days on which its travellers might as well have gone."""

Journey = tuple[str, str]


def analyse(view: CaseView) -> Iterator[Finding]:
    """Pairs of people of the case who took the same flight on the same day, with how likely that is by chance.

    By chance: had each chosen among all seats sold on the same route within three days either way, so many of the other
    people tried would have been on the same flights. A pair is as strong as the weaker of its two matches on its best
    journey.
    """
    aboard = aboard_of(view)
    pairs: dict[tuple[str, str], list[Journey]] = {}
    for journey, people in sorted(aboard.items()):
        for one, other in combinations(sorted(people), 2):
            pairs.setdefault((one, other), []).append(journey)
    chances = chances_of(view, aboard)
    tried = len({person for people in aboard.values() for person in people})
    for pair, shared in pairs.items():
        yield from _finding(view, pair, {j: aboard[j] for j in shared}, (chances, tried))


def aboard_of(view: CaseView) -> dict[Journey, dict[str, Match]]:
    """(flight, day) -> the people of the case on it, each with the match that says so."""
    aboard: dict[Journey, dict[str, Match]] = {}
    for match in journeys(view):
        key = (_number(match.number or ""), (match.date or "")[:10])
        aboard.setdefault(key, {})[match.person] = match
    return aboard


def _finding(
    view: CaseView,
    pair: tuple[str, str],
    shared: dict[Journey, dict[str, Match]],
    chance: tuple[dict[Journey, float], int],
) -> list[Finding]:
    grades = {j: weakest(Grade(found[person].grade) for person in pair) for j, found in shared.items()}
    grade = strongest(grades.values())
    kept = {j: found for j, found in shared.items() if grades[j] is grade or grades[j] is not Grade.POSSIBLE}
    chances, tried = chance
    expected = float(max(tried - 1, 1))
    for journey in kept:
        expected *= chances.get(journey, 1.0)
    body = {
        "persons": list(pair),
        "journeys": [{"flight": number, "date": on} for number, on in kept],
        "expected_by_chance": round(expected, 6),
    }
    flights = listing(f"{number} on {day(on)}" for number, on in kept)
    clause = f"{view.label(pair[0])} and {view.label(pair[1])} shared {count(len(kept), 'journey')} ({flights})"
    rows = tuple(found[person].record for found in kept.values() for person in pair)
    shown = [view.shown(person) for person in pair]
    spans = tuple(span for spans, _ in shown for span in spans)
    rows += tuple(row for _, records in shown for row in records)
    return conclude(view, "co_travel", pair, clause, body, Basis(spans, rows, grade, strength=float(len(kept))))


def chances_of(view: CaseView, aboard: dict[Journey, dict[str, Match]]) -> dict[Journey, float]:
    """For each journey the part of its route's travellers of those days who were on it."""
    wanted = {j: next(iter(people.values())) for j, people in aboard.items() if len(people) > 1}
    starts = sorted({match.departure for match in wanted.values() if match.departure})
    columns, where = ("from", "to", "date", "number"), '"from" in (select unnest(?::varchar[]))'
    sold: dict[tuple[str, str, str], dict[str, int]] = {}
    for departure, arrival, on, number, seats in view.rows.tally(RecordKind.JOURNEY, columns, where, [starts]):
        if arrival and on and number:
            flights = sold.setdefault((departure, arrival, on[:10]), {})
            flights[_number(number)] = flights.get(_number(number), 0) + seats
    chances: dict[Journey, float] = {}
    for (number, on), match in wanted.items():
        route = (match.departure or "", match.arrival or "")
        days = [shift(on, days) for days in range(-DAYS, DAYS + 1)] if is_day(on) else [on]
        everybody = sum(sum(sold.get((*route, day), {}).values()) for day in days)
        if everybody:
            chances[number, on] = max(sold.get((*route, on), {}).get(number, 0), 1) / everybody
    return chances


def _number(text: str) -> str:
    return text.replace(" ", "").upper()


ANALYSIS = Analysis("co_travel", "People of the case on one flight", ("co_travel",), analyse)
