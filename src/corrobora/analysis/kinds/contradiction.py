"""Contradictions: two pieces of evidence that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from corrobora.analysis.arithmetic import number, plain
from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.evidence import page_ref
from corrobora.analysis.grading import weakest
from corrobora.analysis.moves import ASSERTED, Move, by_person
from corrobora.analysis.terms import group_contracts, number_key, versions_of
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day, money
from corrobora.model.contract import document_json, record_json
from corrobora.model.dates import is_day
from corrobora.model.entities import Person, Visit
from corrobora.model.facts import ContractFact, Modality, ShareFact, Span, VisitFact
from corrobora.model.findings import Finding, Grade
from corrobora.model.records import RecordRef


def analyse(view: CaseView) -> Iterator[Finding]:
    """People present while abroad, contract prices and shares that two pieces of evidence state differently.

    A paper that tells of a day as past (minutes, a report) is set against the crossings found to be the person's:
    present after the last departure of that visit with no return before, or before the first arrival. A report of a
    contract is set against its signed text, a share that a paper states against the register's of that time. Both
    sides are shown; which of them errs is not said. Innocent readings: the paper was dated later than the meeting,
    or names the absent too.
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
    yield from _prices(view)
    yield from _shares(view)


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
    way = "leaving" if move.way == "out" else "arriving"
    where = visit.places[0] if visit.places else "the place"
    detail = f"the paper of {on} has {person.label} at {where}; the row has the person {way} on {move.date}"
    body = {
        "between": [document_json(shown), record_json(move.match.record)],
        "about": person.id,
        "detail": detail,
        "date": on,
    }
    clause = (
        f"a paper has {person.label} at {where} on {day(on)}, though a row has that person {way} on {day(move.date)}"
    )
    rows = tuple(m.match.record for m in moves)
    grades = [Grade(m.match.grade) for m in moves if m.match.grade in ASSERTED]
    grade = weakest([*grades, Grade.PROBABLE])
    key = (person.id, span.document, on)
    return conclude(view, "contradiction", key, clause, body, Basis((span,), rows, grade, strength=move.match.weight))


def _prices(view: CaseView) -> Iterator[Finding]:
    for facts in group_contracts(view.facts_of(ContractFact)):
        versions = versions_of(facts)
        text = versions.text
        if text is None or not versions.signed_text or text.total is None or not text.spans:
            continue
        for fact in facts:
            other = fact.total
            if fact.status != "reported" or other is None or not fact.spans or other.currency != text.total.currency:
                continue
            # a report rounds: a price told in millions is the same within half a million
            if abs(other.amount - text.total.amount) > max(text.total.amount / 200, Decimal(1)):
                stated, told = money(text.total.contract()), money(other.contract())
                clause = f"contract {versions.number} states {stated} where another paper reports {told}"
                key = ("price", number_key(versions.number), fact.spans[0].document)
                yield from _two_sides(view, key, clause, (text.spans[0], fact.spans[0]))


def _shares(view: CaseView) -> Iterator[Finding]:
    for asset, shares in sorted(view.ownership.above.items()):
        for fact in view.facts_of(ShareFact):
            paper = number(fact.share)
            if paper is None or view.ownership.node_of(fact.asset, fact.asset_number) != asset:
                continue
            mine = [s for s in shares if s.rows and fact.span in s.spans and s.share is not None]
            dated = view.dated(fact.span.document)
            valid = [s for s in mine if dated is not None and (s.since or "9999") <= dated <= (s.until or "9999")]
            if valid and all(s.share is not None and abs(s.share - paper) > Decimal("0.5") for s in valid):
                told = plain(valid[0].share or Decimal(0))
                clause = (
                    f"a paper gives {fact.owner} {plain(paper)} % of {fact.asset} where the register gives {told} %"
                )
                yield from _two_sides(
                    view, ("share", asset, fact.owner, fact.span.document), clause, (fact.span,), valid[0].rows[:1]
                )


def _two_sides(
    view: CaseView,
    key: tuple[object, ...],
    clause: str,
    spans: tuple[Span, ...],
    rows: tuple[RecordRef, ...] = (),
) -> list[Finding]:
    shown = [page for span in spans if (page := page_ref(view, span)) is not None]
    between = [*(document_json(page) for page in shown), *(record_json(row) for row in rows)]
    if len(between) < 2:
        return []
    body = {"between": between, "about": None, "detail": clause}
    return conclude(view, "contradiction", key, clause, body, Basis(spans, rows, Grade.PROBABLE))


ANALYSIS = Analysis("contradiction", "Evidence that cannot all be right", ("contradiction",), analyse)
