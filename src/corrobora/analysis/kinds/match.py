"""Matches: people of the case in outside record sets."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day, listing
from corrobora.model.contract import record_json
from corrobora.model.findings import Finding, Grade
from corrobora.model.match import Match

NAME_ALONE = 7
WORDS = {
    "birth_date": "birth date", "document": "document number", "from": "route", "to": "route",
    "number": "flight number", "point": "border post",
}  # fmt: skip


def analyse(view: CaseView) -> Iterator[Finding]:
    """Rows that may be a person's, each with how likely so good an agreement is by chance.

    Grades come from the corroboration step: a row is asserted only where a namesake is an unlikely explanation,
    rival rows considered. Rows that agree in the name alone are leads and stay in the lists; rows that agree in the
    name and disagree in the birth date or the document are shown as contradicted, so that nobody finds them again.
    """
    for match in view.matches:
        if match.evidence_class == NAME_ALONE or _is_no_news(match):
            continue
        yield from conclude(
            view, "match", (match.person, match.visit, match.record.dataset, match.record.row), _clause(view, match),
            _body(match), _basis(view, match),
        )  # fmt: skip


def _is_no_news(match: Match) -> bool:
    strong = {"birth_date", "document"} & set(match.agrees)
    return match.grade == Grade.CONTRADICTED and match.visit is None and not strong


def _clause(view: CaseView, match: Match) -> str:
    source = view.source_of_dataset(match.record.dataset).name
    fields = list(dict.fromkeys(WORDS.get(name, name) for name in match.agrees)) or ["name"]
    dated = f", dated {day(match.date)}," if match.date else ""
    clause = f"the person in row {match.record.row} of {source}{dated} is {view.label(match.person)}"
    return f"{clause} (the {listing(fields)} {'agree' if len(fields) > 1 else 'agrees'})"


def _basis(view: CaseView, match: Match) -> Basis:
    person = view.people.get(match.person)
    visit = view.stays.get(match.visit or "")
    spans = (person.spans[:2] if person is not None else ()) + (visit.spans[:1] if visit is not None else ())
    against = listing(f"the {WORDS.get(name, name)}" for name in match.disagrees) or "the row itself"
    own = person.records if person is not None and not spans else ()
    return Basis(spans, (match.record, *own[:1]), Grade(match.grade), against, match.weight)


def _body(match: Match) -> dict[str, object]:
    return {
        "person": match.person,
        "visit": match.visit,
        "record": record_json(match.record),
        "agrees": list(match.agrees),
        "disagrees": list(match.disagrees),
        "terms": [{"field": t.field, "bits": round(t.bits, 2), "reason": t.reason} for t in match.terms],
        "leg": match.leg,
        "weight": round(match.weight, 2),
        "posterior": round(match.posterior, 4),
    }


ANALYSIS = Analysis("match", "People found in outside records", ("match",), analyse)
