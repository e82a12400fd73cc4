"""Roster cards: one for each person, with names in all scripts, posts, papers and journeys. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corrobora.model.entities import Person
from corrobora.model.findings import Finding, Grade
from corrobora.publication.redaction import Veil, persons_of

_ORDER = {grade: at for at, grade in enumerate(Grade)}
_JOURNEYS = ("travel", "stay", "lag", "co_travel", "fate")


@dataclass(frozen=True, slots=True)
class Card:
    """A person as the pack shows them.

    Attributes:
        finding: the `person` finding.
        names: forms by script ("Hani", "Cyrl", "Latn"), each once.
        posts: title and organisation, with the years that papers attest.
        papers: paths of the documents that name the person.
        journeys: findings on travel and the like, in order of date.
        matches: matches with rows, strongest first.
        others: everything else that is told of the person.
        namesakes: how many people of the case bear the same name and are held to be others.
        in_full: a subject of the findings; others are listed by name only.
    """

    finding: Finding
    label: str
    names: tuple[tuple[str, tuple[str, ...]], ...]
    posts: tuple[tuple[str, str], ...]
    born: str
    documents: tuple[str, ...]
    papers: tuple[str, ...]
    journeys: tuple[Finding, ...]
    matches: tuple[Finding, ...]
    others: tuple[Finding, ...]
    namesakes: int
    in_full: bool


def cards(findings: Iterable[Finding], persons: Iterable[Person], veil: Veil) -> list[Card]:
    """A card for each person with a finding, subjects first, then by name."""
    told: dict[str, list[Finding]] = {}
    for finding in findings:
        for person in persons_of(finding):
            told.setdefault(person, []).append(finding)
    known = {person.id: person for person in persons}
    made = [_card(known.get(id_), found, veil) for id_, found in told.items() if any(f.id == id_ for f in found)]
    return sorted(made, key=lambda card: (not card.in_full, card.label.casefold(), card.finding.id))


def _card(person: Person | None, found: list[Finding], veil: Veil) -> Card:
    own = next(f for f in found if f.kind == "person")
    body = own.body
    forms: dict[str, list[str]] = {}
    for form in body.get("names") or ():
        forms.setdefault(form.get("script") or "", []).append(form["text"])
    in_full = veil.open or own.id in veil.shown
    hide = (lambda text: text) if in_full else veil.text
    return Card(
        own,
        str(body.get("label") or own.statement),
        tuple((script, tuple(dict.fromkeys(texts))) for script, texts in sorted(forms.items())),
        _posts(body, person),
        hide(str(body.get("birth_date") or "")),
        tuple(hide(str(number)) for number in body.get("documents") or ()),
        person.appearances if person else tuple(dict.fromkeys(ref.document for ref in own.pages)),
        tuple(sorted((f for f in found if f.kind in _JOURNEYS), key=_when)),
        tuple(sorted((f for f in found if f.kind == "match"), key=lambda f: (_ORDER[f.grade], -f.strength, f.id))),
        tuple(f for f in found if f.kind not in (*_JOURNEYS, "match", "person", "role")),
        len(person.namesakes) if person else 0,
        in_full,
    )


def _posts(body: dict[str, object], person: Person | None) -> tuple[tuple[str, str], ...]:
    if person is not None:
        lines = [(", ".join(filter(None, (p.title, p.organization))), _years(p.attested)) for p in person.positions]
    else:
        listed = body.get("positions")
        lines = [
            (", ".join(filter(None, (p.get("title"), p.get("organization")))), "")
            for p in (listed if isinstance(listed, list) else ())
        ]
    whole = [line for line in lines if line[0]]
    kept = [line for line in whole if not any(line is not other and line[0] in other[0] != line[0] for other in whole)]
    return tuple(dict.fromkeys(kept))


def _years(days: tuple[str, ...]) -> str:
    years = sorted({day[:4] for day in days})
    return "" if not years else years[0] if len(years) == 1 else f"{years[0]} to {years[-1]}"


def _when(finding: Finding) -> tuple[str, str]:
    body = finding.body
    first = body.get("first")
    day = body.get("date") or body.get("from") or (first.get("date") if isinstance(first, dict) else None)
    return str(day or "9999"), finding.id
