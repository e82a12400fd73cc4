"""Groups of three and more people of the case who travelled together again and again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import comb

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.grading import weakest
from corrobora.analysis.kinds.co_travel import Journey, aboard_of, chances_of
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count, day, listing, short
from corrobora.model.findings import Finding, Grade
from corrobora.model.match import Match

PEOPLE, JOURNEYS = 3, 2
"""The fewest people of a group, and the fewest journeys they must share."""


def analyse(view: CaseView) -> Iterator[Finding]:
    """Groups of at least three people of the case who shared at least two flights, with how likely that is by chance.

    A group is as large as can be: whoever was on all of its flights belongs to it. By chance: so many other groups of
    that size would have been on the same flights, had everybody chosen among the seats sold on the route within three
    days either way. A group is as strong as the weakest of its matches on the flights that are counted.
    """
    aboard = {journey: people for journey, people in aboard_of(view).items() if len(people) >= PEOPLE}
    chances = chances_of(view, aboard) if len(aboard) >= JOURNEYS else {}
    tried = len({person for people in aboard.values() for person in people})
    for group in sorted(_groups(aboard), key=lambda people: (-len(people), sorted(people))):
        yield from _finding(view, group, aboard, (chances, tried))


def _groups(aboard: dict[Journey, dict[str, Match]]) -> set[frozenset[str]]:
    found: set[frozenset[str]] = set()
    sets = sorted({frozenset(people) for people in aboard.values()}, key=sorted)
    for one, other in combinations(aboard, 2):
        shared = frozenset(aboard[one]) & frozenset(aboard[other])
        if len(shared) >= PEOPLE:
            found.add(frozenset.intersection(*(people for people in sets if shared <= people)))
    return found


def _finding(
    view: CaseView,
    group: frozenset[str],
    aboard: dict[Journey, dict[str, Match]],
    chance: tuple[dict[Journey, float], int],
) -> list[Finding]:
    people, (chances, tried) = sorted(group), chance
    shared = {journey: found for journey, found in aboard.items() if group <= found.keys()}
    grades = {j: weakest(Grade(found[person].grade) for person in people) for j, found in shared.items()}
    firm = [j for j, grade in grades.items() if grade is not Grade.POSSIBLE]
    kept = firm if len(firm) >= JOURNEYS else list(grades)
    expected = float(comb(max(tried - 1, 1), len(people) - 1))
    for journey in kept:
        expected *= chances.get(journey, 1.0) ** (len(people) - 1)
    body = {
        "persons": people,
        "journeys": [{"flight": number, "date": on} for number, on in sorted(kept, key=lambda j: j[1])],
        "expected_by_chance": float(f"{expected:.3g}"),
    }
    flights = listing(f"{number} on {day(on)}" for number, on in sorted(kept, key=lambda j: j[1])[:4])
    clause = f"{short([view.label(person) for person in people])} shared {count(len(kept), 'journey')} ({flights})"
    rows = tuple(shared[journey][person].record for journey in kept for person in people)
    shown = [view.shown(person) for person in people]
    spans = tuple(span for spans, _ in shown for span in spans)
    rows += tuple(row for _, records in shown for row in records)
    basis = Basis(spans, rows, weakest(grades[j] for j in kept), strength=float(len(people) * len(kept)), limit=20)
    return conclude(view, "co_travel_group", (people,), clause, body, basis)


ANALYSIS = Analysis("co_travel_group", "Groups who travelled together", ("co_travel_group",), analyse)
