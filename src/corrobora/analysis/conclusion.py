"""From what an analysis saw to a finding: references, grade and wording in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import getdoc
from typing import Any

from corrobora.analysis.evidence import page_refs, unique_rows
from corrobora.analysis.grading import grade_of
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import statement
from corrobora.model.facts import Span
from corrobora.model.findings import Finding, Grade
from corrobora.model.identifiers import hash_id
from corrobora.model.records import RecordRef


@dataclass(frozen=True, slots=True)
class Basis:
    """What a finding stands on.

    Attributes:
        spans: places in documents, the best first; `rows`: rows of record sets.
        grade: where the analysis knows better than the count of origins; None: count them.
        against: what contradicts the clause, in words.
        strength: sorts findings of one grade.
        limit: how many places in documents are shown at most.
        seen: the program saw it in the papers or rows, which do not say it themselves: "in the archive, ..." instead of
            "according to the archive, ...".
    """

    spans: tuple[Span, ...] = ()
    rows: tuple[RecordRef, ...] = ()
    grade: Grade | None = None
    against: str = ""
    strength: float = 0.0
    limit: int = 12
    seen: bool = False


@dataclass(frozen=True, slots=True)
class Analysis:
    """One analysis of the drawer.

    Attributes:
        name: it is called by; `title`: one line for reporters.
        kinds: of findings that it yields.
        analyse: the analysis; its docstring is what reporters read.
    """

    name: str
    title: str
    kinds: tuple[str, ...]
    analyse: Callable[[CaseView], Iterator[Finding]]

    @property
    def docs(self) -> str:
        """What it does, for reporters."""
        return getdoc(self.analyse) or ""


def conclude(
    view: CaseView, kind: str, key: tuple[object, ...], clause: str, body: dict[str, Any], basis: Basis
) -> list[Finding]:
    """The finding that says this, or nothing where no reference for it holds.

    Args:
        view: the case.
        kind: of the contract.
        key: what makes the finding this one; its id is a hash of it.
        clause: what it says, without the words that grade it.
        body: the fields of its kind, in the contract's JSON form.
        basis: what it stands on.
    """
    pages, rows = page_refs(view, basis.spans, basis.limit), unique_rows(basis.rows)
    if not pages and not rows:
        return []
    sources = view.sources_behind((page.document for page in pages), (row.dataset for row in rows))
    grade = basis.grade if basis.grade is not None else grade_of(sources)
    names = [source.name for source in sources]
    text = statement(grade, clause, names, basis.against, "in" if basis.seen else "according to")
    return [Finding(hash_id(kind, *key), kind, text, grade, pages, rows, body, strength=basis.strength)]
