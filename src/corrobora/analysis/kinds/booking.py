"""Bookings: made the day after something happened, and made but not flown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.grading import weakest
from corrobora.analysis.kinds.match import NAME_ALONE
from corrobora.analysis.order import Step, in_order
from corrobora.analysis.rows import Row
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count, day
from corrobora.model.dates import days_between, is_day
from corrobora.model.facts import Modality
from corrobora.model.findings import Finding, Grade
from corrobora.model.match import Match
from corrobora.model.records import RecordKind

SOON = 3
"""Days after an event within which a booking is told beside it."""

CITED = ("name", "document", "number", "date", "booked", "flown")


@dataclass(frozen=True, slots=True)
class _Event:
    """Something that concerned a person, on a day: a paper that names them, or the end of a visit."""

    step: Step
    day: str


def analyse(view: CaseView) -> Iterator[Finding]:
    """Tickets of people of the case, booked within three days of a paper or visit they stand in, and unused ones.

    The day of booking is one that the record set tells. That the booking came of the event is not said: the finding is
    never stronger than the paper or visit, nor than possible; of several events the last one is named. A ticket that
    the set says was not flown (refunded, no show) is told as such and gives no journey.
    """
    rows = {(row.dataset, row.row): row for row in view.rows.select(RecordKind.JOURNEY, "booked is not null")}
    unused = rows_unused(view)
    for match in view.matches if rows or unused else ():
        asserted = match.grade in (Grade.CONFIRMED, Grade.PROBABLE) and match.evidence_class != NAME_ALONE
        place = (match.record.dataset, match.record.row)
        if asserted and place in unused:
            yield from _unused(view, match, unused[place])
        if asserted and place in rows and is_day(rows[place].get("booked")):
            yield from _booked(view, match, rows[place])


def rows_unused(view: CaseView) -> Mapping[tuple[str, int], Row]:
    """The journeys that their record set says did not take place."""
    found = view.rows.select(RecordKind.JOURNEY, "flown = 'no'")
    return {(row.dataset, row.row): row for row in found}


def _unused(view: CaseView, match: Match, row: Row) -> list[Finding]:
    number = (match.number or "").replace(" ", "").upper()
    body = {"person": match.person, "flight": number, "date": match.date, "booked": row.get("booked"), "flown": False}
    said = row.raw.get("flown", "")
    when = f" on {day(match.date)}" if match.date else ""
    clause = f"{view.label(match.person)} was booked on {number or 'a journey'}{when} and did not travel ({said})"
    spans, _ = view.shown(match.person)
    basis = Basis(spans, (row.ref(*CITED),), Grade(match.grade), strength=match.weight)
    return conclude(view, "booking", (match.person, row.dataset, row.row), clause, body, basis)


def _booked(view: CaseView, match: Match, row: Row) -> Iterator[Finding]:
    booked = row.get("booked") or ""
    before = [
        (after, event)
        for event in _events(view, match.person)
        if (after := days_between(event.day, booked)) is not None and 0 < after <= SOON
    ]
    if not before:
        return
    after, event = min(before, key=lambda pair: (pair[0], pair[1].step.what))
    number = (match.number or "").replace(" ", "").upper()
    grade = weakest([Grade(match.grade), Grade.POSSIBLE])
    second = Step(f"booking of {number or 'a journey'}", booked, (), (row.ref(*CITED),), None, grade)
    who = view.label(match.person)
    clause = f"the ticket of {who} was booked on {day(booked)}, {count(after, 'day')} after {event.step.what}"
    more = {"person": match.person, "flight": number}
    yield from in_order(view, "booked_after", (event.step, second), clause, more, Grade.POSSIBLE)


def _events(view: CaseView, person_id: str) -> Iterator[_Event]:
    person = view.people.get(person_id)
    for span in person.spans if person is not None else ():
        dated = view.dated(span.document)
        if dated is not None:
            yield _Event(Step(f"a paper of {day(dated)} that names the person", dated, (span,)), dated)
    for visit in view.visits:
        if person_id in visit.persons and visit.status is not Modality.CANCELLED and is_day(visit.end):
            place = visit.places[0] if visit.places else "an unnamed place"
            what = f"the end of a visit to {place} on {day(visit.end)}"
            yield _Event(Step(what, visit.end, visit.spans[:2]), visit.end)


ANALYSIS = Analysis("booking", "Bookings after an event, and tickets not flown", ("booking", "sequence"), analyse)
