"""Venues of a visit: who was to go where, day by day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.persons import Likeness, likest
from corrobora.analysis.prose import mentions_in
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count, day, short
from corrobora.model.dates import is_day
from corrobora.model.entities import Visit
from corrobora.model.facts import Span
from corrobora.model.findings import Finding
from corrobora.model.mention import MentionType

LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Stop:
    """One line of a programme: a day, a place, and those whom the line names."""

    date: str
    place: str
    named: tuple[str, ...]
    span: Span


def analyse(view: CaseView) -> Iterator[Finding]:
    """The places that the programme of a visit names for its days, with the people whom the same line names.

    Lines count that hold a day of the visit and an organisation or place. A line without names is meant for the whole
    delegation as far as it says. A programme is a plan: that somebody went there is not said.
    """
    for visit in view.visits:
        papers = [
            paper for paper in visit.documents if (known := view.letters.get(paper)) and known.type == "programme"
        ]
        stops = [stop for paper in papers for stop in _stops(view, visit, paper)]
        if stops:
            yield from _finding(view, visit, stops)


def _stops(view: CaseView, visit: Visit, paper: str) -> Iterator[Stop]:
    people = [view.people[known] for known in (*visit.persons, *visit.hosts) if known in view.people]
    for page in view.page_numbers.get(paper, ()):
        for line in LINE.finditer(view.pages[paper, page].text):
            span = Span(paper, page, line.start(), line.end(), line[0])
            days = [m.value for m in mentions_in(view, span, MentionType.DATE)]
            on = next((known for known in days if is_day(known) and visit.start <= known <= visit.end), None)
            place = _place(view, span)
            if on is None or place is None or len(set(days)) > 1:
                continue
            written = [m.text for m in mentions_in(view, span, MentionType.PER)]
            named = [p.id for p in people if likest(written, [n.text for n in p.names]) >= Likeness.INITIALS]
            yield Stop(on, place, tuple(named), span)


def _place(view: CaseView, span: Span) -> str | None:
    found = mentions_in(view, span, MentionType.ORG) or mentions_in(view, span, MentionType.LOC)
    longest = max(found, key=lambda mention: len(mention.text), default=None)
    if longest is None:
        return None
    party = view.parties.find(longest.text) if longest.type is MentionType.ORG else None
    return party.label if party is not None else longest.value or longest.text


def _finding(view: CaseView, visit: Visit, stops: list[Stop]) -> list[Finding]:
    places = list(dict.fromkeys(stop.place for stop in stops))
    body = {
        "visit": visit.id, "persons": list(visit.persons), "places": places,
        "stops": [{"date": s.date, "place": s.place, "named": list(s.named)} for s in stops],
    }  # fmt: skip
    where = visit.places[0] if visit.places else "an unnamed place"
    clause = (
        f"the programme of the visit to {where} of {day(visit.start)} takes its guests to "
        f"{count(len(places), 'venue')}: {short(places)}"
    )
    basis = Basis(tuple(stop.span for stop in stops), strength=float(len(stops)), limit=30)
    return conclude(view, "venue", (visit.id,), clause, body, basis)


ANALYSIS = Analysis("venue", "Venues of a visit", ("venue",), analyse)
