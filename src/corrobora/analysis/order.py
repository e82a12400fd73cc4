"""One thing after another: the finding that says so, in one place for all analyses that look at sequences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from corrobora.analysis.conclusion import Basis, conclude
from corrobora.analysis.grading import grade_of, weakest
from corrobora.analysis.view import CaseView
from corrobora.model.dates import days_between
from corrobora.model.facts import Span
from corrobora.model.findings import Finding, Grade
from corrobora.model.identifiers import hash_id
from corrobora.model.records import RecordRef


@dataclass(frozen=True, slots=True)
class Step:
    """One of the two things of a sequence.

    Attributes:
        what: it is, for a reader; `date`: ISO, as exact as it is known.
        finding: id of the finding that tells it, where there is one.
        grade: of that finding; None: counted from the origins of its evidence.
    """

    what: str
    date: str | None
    spans: tuple[Span, ...] = ()
    rows: tuple[RecordRef, ...] = ()
    finding: str | None = None
    grade: Grade | None = None

    @property
    def id(self) -> str:
        """The id of its finding, else one made of what it is and where it stands."""
        places = [(span.document, span.page, span.start) for span in self.spans[:1]]
        rows = [(row.dataset, row.row) for row in self.rows[:1]]
        return self.finding or hash_id("step", self.what, self.date or "", places, rows)


def in_order(
    view: CaseView, sort: str, steps: tuple[Step, Step], clause: str, more: dict[str, Any], limit: Grade | None = None
) -> list[Finding]:
    """The finding that the second step came after the first.

    It is as strong as the weaker of the two and never stronger than the limit: two papers, each of which tells one of
    the steps, do not bear each other out.

    Args:
        view: the case.
        sort: what sort of sequence, a field of the finding.
        steps: the earlier and the later.
        clause: what it says.
        more: fields besides those of the contract.
        limit: the best grade it may have.
    """
    first, second = steps
    body = {
        "first": first.id, "second": second.id, "days": days_between(first.date or "", second.date or ""),
        "sort": sort, "first_what": first.what, "second_what": second.what,
        "first_date": first.date, "second_date": second.date, **more,
    }  # fmt: skip
    grades = [_grade(view, step) for step in steps] + ([limit] if limit is not None else [])
    basis = Basis((*first.spans[:6], *second.spans[:6]), (*first.rows[:6], *second.rows[:6]), weakest(grades))
    return conclude(view, "sequence", (sort, first.id, second.id), clause, body, basis)


def _grade(view: CaseView, step: Step) -> Grade:
    if step.grade is not None:
        return step.grade
    return grade_of(view.sources_behind((s.document for s in step.spans), (r.dataset for r in step.rows)))
