"""People of the case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.grading import ORDER, grade_of
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day
from corrobora.model.entities import Person
from corrobora.model.findings import Finding, Grade
from corrobora.model.records import RecordRef


def analyse(view: CaseView) -> Iterator[Finding]:
    """Everyone of the case, with the name in every spelling that the papers and rows use.

    A person known from papers of one origin is unverified; rows of another origin that very likely are the same
    person's raise the grade to that of the match. Namesakes that were told apart stay two people.
    """
    outside = _outside(view)
    for person in view.persons:
        basis = _basis(view, person, outside)
        for finding in conclude(view, "person", (person.id,), _clause(person), _body(person), basis):
            yield replace(finding, id=person.id)


def _outside(view: CaseView) -> dict[str, list[tuple[Grade, RecordRef]]]:
    """Person -> rows that were asserted to be theirs, strongest first."""
    found: dict[str, list[tuple[Grade, RecordRef]]] = {}
    for match in view.matches:
        grade = Grade(match.grade)
        if grade in (Grade.CONFIRMED, Grade.PROBABLE):
            found.setdefault(match.person, []).append((grade, match.record))
    for rows in found.values():
        rows.sort(key=lambda entry: -ORDER[entry[0]])
    return found


def _basis(view: CaseView, person: Person, outside: dict[str, list[tuple[Grade, RecordRef]]]) -> Basis:
    rows = outside.get(person.id, [])
    papers = view.sources_behind((s.document for s in person.spans), (r.dataset for r in person.records))
    best = rows[0][0] if rows else Grade.UNVERIFIED
    grade = max(grade_of(papers), best, key=lambda known: ORDER[known])
    records = person.records + tuple(row for _, row in rows[:3])
    return Basis(person.spans, records, grade, strength=float(len(person.spans) + len(rows)))


def _clause(person: Person) -> str:
    other = next((name.text for name in person.names if name.text != person.label), None)
    parts = [person.label + (f" ({other})" if other else "")]
    if person.birth_date:
        parts.append(f"born {day(person.birth_date)}")
    post = next((p for p in person.positions if p.title or p.organization), None)
    where = "appears in the papers" if person.spans else "is on the list"
    if post is None:
        return ", ".join(parts) + (", " if len(parts) > 1 else " ") + where
    held = " of ".join(text for text in (post.title, post.organization) if text)
    return ", ".join(parts) + (", " if len(parts) > 1 else " ") + f"{where} as {held}"


def _body(person: Person) -> dict[str, object]:
    return {
        "names": [{"text": name.text, "script": name.script, "system": name.system} for name in person.names],
        "label": person.label,
        "birth_date": person.birth_date,
        "nationality": person.nationality,
        "documents": list(person.documents),
        "positions": [{"title": p.title, "organization": p.organization} for p in person.positions],
        "roles": list(person.roles),
    }


ANALYSIS = Analysis("person", "People of the case", ("person",), analyse)
