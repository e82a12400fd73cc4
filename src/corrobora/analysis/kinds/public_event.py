"""A visit that overlapped a public event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis
from corrobora.analysis.order import Step, in_order
from corrobora.analysis.prose import mentions_in, parties_in, told
from corrobora.analysis.view import CaseView
from corrobora.analysis.visiting import Held, held_visits, place_in, public_papers
from corrobora.analysis.wording import day, listing
from corrobora.model.facts import Span
from corrobora.model.findings import Finding
from corrobora.model.mention import MentionType

EVENT = re.compile(
    r"выставк\w*|форум\w*|авиасалон\w*|парад\w*|конференци\w*|ярмарк\w*|виставк\w*|авіасалон\w*|конференці\w*|ярмар\w*|"
    r"\bexhibition\b|\bexpo\b|\bforum\b|\bair\s?show\b|\bparade\b|\bconference\b|\bfair\b|展览会?|展会|博览会|论坛|航展|阅兵|"
    r"研讨会",
    re.IGNORECASE,
)
DAYS = re.compile(r"(\d{4}-\d{2}-\d{2})(?:/(\d{4}-\d{2}-\d{2}))?$")


def analyse(view: CaseView) -> Iterator[Finding]:
    """Visits whose days overlap an exhibition, forum or parade of which a public paper tells, in the same place.

    The public sentence must date the event (or its paper must be of that day), and the paper must name the place of
    the visit or an organisation that took part in it. An overlap shows that both were about at once; whether the
    guests went to the event is said only where a paper of the visit says so.
    """
    papers = dict(public_papers(view))
    events = [(span, days) for span in told(view, EVENT, sorted(papers)) for days in _days(view, span, papers)]
    for held in held_visits(view) if events else ():
        for span, (start, end) in events:
            if start <= held.visit.end and held.visit.start <= end:
                tie = _tie(view, held, span)
                if tie is not None:
                    yield from _finding(view, held, (span, start, end), tie)
                    break


def _days(view: CaseView, span: Span, papers: dict[str, str | None]) -> list[tuple[str, str]]:
    found = [hit for m in mentions_in(view, span, MentionType.DATE) if (hit := DAYS.match(m.value)) is not None]
    stated = [(hit[1], hit[2] or hit[1]) for hit in found]
    on = papers[span.document]
    return stated[:1] or ([(on, on)] if on is not None else [])


def _tie(view: CaseView, held: Held, span: Span) -> tuple[str, Span] | None:
    place = place_in(view, span.document, held.visit)
    if place is not None:
        return place.quote, place
    shared = [party for party in parties_in(view, span) if party.key in held.parties]
    return (shared[0].label, span) if shared else None


def _finding(view: CaseView, held: Held, event: tuple[Span, str, str], tie: tuple[str, Span]) -> list[Finding]:
    span, start, end = event
    days = listing(dict.fromkeys((day(start), day(end))))
    first = held.step(view, held.visit.start)
    second = Step("public event", start, (span, tie[1]))
    clause = f"{held.name} overlapped a public event ({days}) of which a public paper tells; both name {tie[0]}"
    overlap = [max(start, held.visit.start), min(end, held.visit.end)]
    more = {"event": EVENT.findall(span.quote)[0], "event_until": end, "overlap": overlap, "both_name": tie[0]}
    return in_order(view, "public_event", (first, second), clause, more)


ANALYSIS = Analysis("public_event", "Visits that overlapped a public event", ("sequence",), analyse)
