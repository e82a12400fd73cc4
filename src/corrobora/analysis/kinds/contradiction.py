"""Contradictions: two pieces of evidence that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.evidence import page_ref
from corrobora.analysis.grading import weakest
from corrobora.analysis.moves import ASSERTED, Move, by_person
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day
from corrobora.model.contract import document_json, record_json
from corrobora.model.dates import is_day
from corrobora.model.entities import Person, Visit
from corrobora.model.facts import Modality, Span, VisitFact
from corrobora.model.findings import Finding, Grade


def analyse(view: CaseView) -> Iterator[Finding]:
    """People whom a paper has present on a day on which rows have them abroad.

    A paper that tells of a day as past (minutes, a report) is set against the crossings found to be the person's:
    present after the last departure of that visit with no return before, or before the first arrival. Both sides
    are shown; which of them errs is not said. Innocent readings: the paper was dated later than the meeting, or
    names the absent too.
    """
    moves = by_person(view)
    days = _days_of_papers(view)
    for visit in view.visits:
        if visit.abroad or visit.status in (Modality.CANCELLED, Modality.DENIED):
            continue
        for person_id in visit.persons:
            person = view.people.get(person_id)
            mine = [move for move in moves.get(person_id, []) if move.match.visit == visit.id]
            if person is not None and mine:
                yield from _absences(view, visit, person, mine, days)


def _days_of_papers(view: CaseView) -> dict[str, str]:
    """Document -> the day that it tells of as past."""
    days: dict[str, str] = {}
    for fact in view.facts_of(VisitFact):
        if fact.modality is not Modality.HAPPENED or not fact.spans:
            continue
        document = fact.spans[0].document
        on = fact.held_on if is_day(fact.held_on) else view.dated(document)
        if on is not None:
            days[document] = on
    return days


def _absences(
    view: CaseView, visit: Visit, person: Person, moves: list[Move], days: dict[str, str]
) -> Iterator[Finding]:
    papers = set(visit.documents)
    for span in person.spans:
        on = days.get(span.document)
        if on is None or (papers and span.document not in papers) or not visit.start <= on <= visit.end:
            continue
        before = [move for move in moves if move.date < on]
        left = [move for move in before if move.way == "out"]
        back = [move for move in before if move.way == "in" and left and move.date >= left[-1].date]
        if left and not back:
            same = [move for move in left if move.way == "out"]
            yield from _finding(view, person, visit, (span, on), same)
        elif not before and any(move.way == "in" for move in moves):
            yield from _finding(view, person, visit, (span, on), [move for move in moves if move.way == "in"])


def _finding(view: CaseView, person: Person, visit: Visit, paper: tuple[Span, str], moves: list[Move]) -> list[Finding]:
    span, on = paper
    shown = page_ref(view, span)
    if shown is None:
        return []
    move = moves[0]
    way = "left" if move.way == "out" else "arrived"
    where = visit.places[0] if visit.places else "the place"
    detail = f"the paper of {on} has {person.label} at {where}; the row has the person {way} on {move.date}"
    body = {
        "between": [document_json(shown), record_json(move.match.record)],
        "about": person.id,
        "detail": detail,
        "date": on,
    }
    clause = (
        f"a paper has {person.label} at {where} on {day(on)}, though a row has the person {way} on {day(move.date)}"
    )
    rows = tuple(m.match.record for m in moves)
    grades = [Grade(m.match.grade) for m in moves if m.match.grade in ASSERTED]
    grade = weakest([*grades, Grade.PROBABLE])
    key = (person.id, span.document, on)
    return conclude(view, "contradiction", key, clause, body, Basis((span,), rows, grade, strength=move.match.weight))


ANALYSIS = Analysis("contradiction", "Evidence that cannot all be right", ("contradiction",), analyse)
