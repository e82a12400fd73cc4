"""Searches that came back empty, which is a result too."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.kinds.match import NAME_ALONE
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import listing
from corrobora.model.findings import Finding, Grade
from corrobora.model.match import Search

LEADS = (Grade.CONFIRMED, Grade.PROBABLE, Grade.POSSIBLE)


def analyse(view: CaseView) -> Iterator[Finding]:
    """For each person the record sets that were searched and hold no row that could be theirs.

    A set counts only where its dates cover a visit of the person; what lies outside a set is unknown, not absent.
    Rows that are contradicted by a birth date or a document are other people's and do not count as found.
    """
    held = {(m.person, m.record.dataset) for m in view.matches if m.grade in LEADS and m.evidence_class != NAME_ALONE}
    empty: dict[str, list[Search]] = {}
    for search in view.searches:
        if (
            search.rows
            and not search.asserted
            and (search.person, search.dataset) not in held
            and _covers(view, search)
        ):
            empty.setdefault(search.person, []).append(search)
    expected = {guest for visit in view.visits for guest in visit.persons}
    expected |= {person.id for person in view.persons if person.records}
    for person_id in sorted(expected & empty.keys()):
        searches = empty[person_id]
        yield from _finding(view, person_id, sorted(searches, key=lambda s: s.dataset))


def _covers(view: CaseView, search: Search) -> bool:
    visits = [visit for visit in view.visits if search.person in visit.persons]
    if not visits or search.first is None or search.last is None:
        return True
    return any(search.first <= visit.end and visit.start <= search.last for visit in visits)


def _finding(view: CaseView, person_id: str, searches: list[Search]) -> list[Finding]:
    person = view.people.get(person_id)
    if person is None:
        return []
    names = listing(view.source_of_dataset(search.dataset).name for search in searches)
    body = {
        "question": f"Is there a row of {person.label} in {names}?",
        "person": person_id,
        "searched": [{"dataset": s.dataset, "rows": s.rows, "from": s.first, "to": s.last} for s in searches],
    }
    rows = sum(search.rows for search in searches)
    where, more = ("is named in the papers", "") if person.spans else ("is on a list", "other ")
    clause = f"{person.label} {where}, but a search of {rows:,} rows of {names} found no {more}row of that person"
    basis = Basis(person.spans[:3], person.records[:1], Grade.UNVERIFIED, strength=float(len(searches)))
    return conclude(view, "nothing_found", (person_id, [s.dataset for s in searches]), clause, body, basis)


ANALYSIS = Analysis("nothing_found", "Searches that came back empty", ("nothing_found",), analyse)
