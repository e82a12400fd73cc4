"""Arrivals in the month of an event that a paper dates by its month only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis
from corrobora.analysis.grading import weakest
from corrobora.analysis.kinds.booking import rows_unused
from corrobora.analysis.kinds.match import NAME_ALONE
from corrobora.analysis.order import Step, in_order
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day
from corrobora.model.dates import is_day
from corrobora.model.entities import Visit
from corrobora.model.facts import Modality
from corrobora.model.findings import Finding, Grade
from corrobora.model.match import Match

_MONTH = re.compile(r"\d{4}-\d{2}$")


def analyse(view: CaseView) -> Iterator[Finding]:
    """Journeys of a person in the month in which papers place a visit of theirs without telling the day.

    A month is a wide window: the row must be the person's by a birth date or document, or by an exact name in class 4,
    for days cannot speak for it. That the journey was the visit is not said; the finding is never more than possible.
    """
    months = [visit for visit in view.visits if _month(visit) and visit.status is not Modality.CANCELLED]
    unused = rows_unused(view) if months else {}
    for visit in months:
        for match in view.matches:
            goes = match.person in (visit.hosts if visit.abroad else visit.persons)
            flew = goes and _is_theirs(match) and (match.record.dataset, match.record.row) not in unused
            if flew and is_day(match.date) and (match.date or "").startswith(f"{_month(visit)}-"):
                yield from _finding(view, visit, match)


def _month(visit: Visit) -> str | None:
    """The month of a visit whose day nobody tells."""
    told = {date for date in (visit.start, visit.end) if date}
    return told.pop() if len(told) == 1 and all(_MONTH.match(date) for date in told) else None


def _is_theirs(match: Match) -> bool:
    strong = bool({"birth_date", "document"} & set(match.agrees)) and match.evidence_class != NAME_ALONE
    return strong and match.grade in (Grade.CONFIRMED, Grade.PROBABLE)


def _finding(view: CaseView, visit: Visit, match: Match) -> list[Finding]:
    place = visit.places[0] if visit.places else "an unnamed place"
    first = Step(f"the visit to {place} in {day(visit.start)}", visit.start, visit.spans[:3])
    who, number = view.label(match.person), (match.number or "").replace(" ", "").upper()
    how = f" on {number}" if number else " across the border"
    grade = weakest([Grade(match.grade), Grade.POSSIBLE])
    second = Step(f"journey of {who}{how}", match.date, (), (match.record,), None, grade)
    clause = f"{who} travelled{how} on {day(match.date)}, in the month for which papers tell of {first.what}"
    return in_order(view, "month", (first, second), clause, {"person": match.person}, Grade.POSSIBLE)


ANALYSIS = Analysis("arrival_month", "Journeys in the month of a visit without days", ("sequence",), analyse)
