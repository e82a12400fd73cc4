"""Visits: who came where, when, and what for."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.grading import grade_of, strongest
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count, day
from corrobora.model.entities import Visit
from corrobora.model.facts import Modality
from corrobora.model.findings import Finding, Grade
from corrobora.model.match import Match

REFUSED = (Modality.CANCELLED, Modality.DENIED)


def analyse(view: CaseView) -> Iterator[Finding]:
    """Each visit once, merged from all papers that speak of it, with its guests and hosts.

    Minutes or a report make a visit held; requests, instructions and programmes alone make it planned. Journeys of
    guests that fit its days come from another origin than the papers and raise the grade. A visit that a later
    paper calls off is reported as contradicted, never as held.
    """
    by_visit: dict[str | None, list[Match]] = {}
    for match in view.matches:
        if match.leg != "outside" and match.grade in (Grade.CONFIRMED, Grade.PROBABLE):
            by_visit.setdefault(match.visit, []).append(match)
    for visit in view.visits:
        asserted = by_visit.get(visit.id, [])
        yield from conclude(
            view, "visit", (visit.id,), _clause(view, visit, asserted), _body(visit), _basis(view, visit, asserted)
        )


def _basis(view: CaseView, visit: Visit, asserted: list[Match]) -> Basis:
    travellers = {match.person for match in asserted}
    strength = float(len(visit.documents) + 2 * len(travellers))
    rows = tuple(match.record for match in sorted(asserted, key=lambda m: -m.weight)[:20])
    if visit.status in REFUSED:
        return Basis(visit.spans, (), Grade.CONTRADICTED, "a later paper that calls it off", strength)
    papers = grade_of(view.sources_behind(visit.documents))
    journeys = strongest(Grade(match.grade) for match in asserted)
    # one traveller alone may have come for another reason: that a delegation came needs two of it
    if journeys is Grade.CONFIRMED and len(travellers) < min(2, len(visit.persons)):
        journeys = Grade.PROBABLE
    return Basis(visit.spans, rows, strongest((papers, journeys)), strength=strength)


def _clause(view: CaseView, visit: Visit, asserted: list[Match]) -> str:
    # what a later paper calls off is that they came, not that they were to come
    held = visit.status is Modality.HAPPENED or visit.status in REFUSED or asserted
    verb = "visited" if held else "was to visit"
    group = f"of {count(len(visit.persons), 'person', 'people')}" if visit.persons else "of people who are not named"
    days = f"from {day(visit.start)} to {day(visit.end)}" if visit.start != visit.end else f"on {day(visit.start)}"
    place = visit.places[0] if visit.places else "an unnamed place"
    clause = f"a delegation {group} {verb} {place} {days}"
    if asserted:
        travellers = len({match.person for match in asserted})
        clause += f", and journeys of {count(travellers, 'guest')} fit these days"
    return clause


def _body(visit: Visit) -> dict[str, object]:
    return {
        "persons": list(visit.persons),
        "organizations": list(visit.organizations),
        "place": visit.places[0] if visit.places else None,
        "places": list(visit.places),
        "from": visit.start,
        "to": visit.end,
        "purpose": visit.purpose,
        "hosts": list(visit.hosts),
        "request": visit.request,
        "status": visit.status.value,
    }


ANALYSIS = Analysis("visit", "Visits and who took part", ("visit",), analyse)
