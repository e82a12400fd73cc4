"""Sanctions listings of the parties and people of a case, told from listings of their namesakes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corrobora.analysis.owners import Ownership
from corrobora.analysis.parties import latin_key, org_key
from corrobora.analysis.persons import Likeness, likest, name_tokens
from corrobora.analysis.registers import names_of, rows_named
from corrobora.analysis.rows import Row
from corrobora.analysis.view import CaseView
from corrobora.model.entities import Person
from corrobora.model.facts import Span
from corrobora.model.findings import Grade
from corrobora.model.records import RecordKind, RecordRef

NUMBERS = ("inn", "ogrn", "document")
PEOPLE = ("person",)
_TELLING, _LEAD = 12, 9
_PARTS = re.compile(r"\w{3,}[\s-]+\w{3,}")


@dataclass(frozen=True, slots=True)
class Target:
    """Somebody whom listings are looked up for.

    Attributes:
        key: of the party, or id of the person.
        name: person id where there is a person finding, else the name.
        parties, persons: whose events are the target's.
    """

    key: str
    name: str
    label: str
    names: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    birth_date: str | None = None
    is_person: bool = False
    spans: tuple[Span, ...] = ()
    rows: tuple[RecordRef, ...] = ()
    namesakes: int = 0


def listed(view: CaseView, targets: Iterable[Target]) -> Iterator[tuple[Target, Row, Grade | None]]:
    """Listings that are the target's: by number, by birth date with the full name, or by a name no other company bears.

    Yields:
        The target, the listing, and the most that the way it was found allows (None: no limit).
    """
    wanted = list(targets)
    by_number: dict[str, list[Row]] = {}
    for column in NUMBERS:
        numbers = [number for target in wanted for number in target.numbers]
        for row in view.rows.whose(RecordKind.LISTING, column, numbers):
            by_number.setdefault(row.values[column], []).append(row)
    by_name = rows_named(view.rows, RecordKind.LISTING, ("name", "names"), [n for t in wanted for n in t.names])
    born = view.rows.whose(RecordKind.LISTING, "birth_date", [t.birth_date or "" for t in wanted])
    for target in wanted:
        named = [row for name in target.names for row in by_name.get(org_key(name), ())]
        found: dict[tuple[str, int], tuple[Row, Grade | None]] = {}
        for row in (row for number in target.numbers for row in by_number.get(number, ())):
            found.setdefault((row.dataset, row.row), (row, None))
        for row in (row for row in born if target.is_person and _is_same_person(target, row)):
            found.setdefault((row.dataset, row.row), (row, Grade.PROBABLE))
        for row in (row for row in named if target.is_person and _bears_full_name(target, row)):
            found.setdefault((row.dataset, row.row), (row, Grade.POSSIBLE))
        for row in (row for row in named if not target.is_person and _is_same_company(target, row)):
            sure = _numbers_agree(target, row) or _longest(row) >= _TELLING
            found.setdefault((row.dataset, row.row), (row, Grade.PROBABLE if sure else Grade.POSSIBLE))
        for row, limit in found.values():
            yield target, row, limit


def targets_of(view: CaseView, ownership: Ownership, owners: dict[str, Person]) -> Iterator[Target]:
    """Companies and people of the papers, people with the taxpayer numbers that registers give to the owners they are.

    Args:
        view: the case.
        ownership: the shares above the companies of the papers.
        owners: taxpayer number of an owner -> the person of the papers.
    """
    shown: dict[str, list[Span]] = {}
    for organization in view.organizations:
        found = view.parties.find(organization.label)
        if found is not None:
            shown.setdefault(found.key, []).extend(organization.spans[:2])
    for party in view.parties.all():
        entry = view.register.of(party)
        spans = tuple(shown.get(party.key, ()))
        rows = tuple(row.ref("name", "inn", "ogrn") for row in entry.rows[:1])
        yield Target(
            party.key, party.label, party.label, entry.names, entry.numbers, spans=spans, rows=rows,
            namesakes=entry.namesakes,
        )  # fmt: skip
    numbers: dict[str, list[str]] = {}
    for number, person in owners.items():
        numbers.setdefault(person.id, []).append(number)
    shares = [share for above in ownership.above.values() for share in above]
    holdings = {share.owner_number: share for share in shares if share.owner_number}
    for person in view.persons:
        own = numbers.get(person.id, [])
        rows = tuple(row for number in own if number in holdings for row in holdings[number].rows[:1])
        names = tuple(dict.fromkeys([person.label, *(name.text for name in person.names)]))
        yield Target(
            person.id, person.id, person.label, names, (*person.documents, *own), person.birth_date, True,
            person.spans[:2], rows or person.records[:1],
        )  # fmt: skip


def _is_same_person(target: Target, row: Row) -> bool:
    if target.birth_date is None or row.get("birth_date") != target.birth_date:
        return False
    return likest(target.names, names_of(row, "name", "names")) >= Likeness.PARTIAL


def _bears_full_name(target: Target, row: Row) -> bool:
    """The same family name, given name and patronymic, and no birth date that disagrees: a lead, no more."""
    born = row.get("birth_date")
    if target.birth_date and born and not born.startswith(target.birth_date) and not target.birth_date.startswith(born):
        return False
    return any(
        len(name_tokens(name)) >= 3 and likest(target.names, [name]) is Likeness.FULL
        for name in names_of(row, "name", "names")
    )


def _is_same_company(target: Target, row: Row) -> bool:
    if (row.get("schema") or "").casefold() in PEOPLE:
        return False
    if target.namesakes > 1:
        return False
    if target.numbers and _numbers(row):
        return _numbers_agree(target, row)
    # without numbers on both sides a short name is nobody's in particular
    return _longest(row) >= _LEAD


def _numbers(row: Row) -> set[str]:
    return {number for column in NUMBERS if (number := row.get(column))}


def _numbers_agree(target: Target, row: Row) -> bool:
    return bool(_numbers(row) & set(target.numbers))


def _longest(row: Row) -> int:
    """Letters of the longest name of more than one word; one word alone counts half."""
    lengths = [0]
    for name in names_of(row, "name", "names"):
        letters = latin_key(name)
        lengths.append(len(letters) if len(letters) >= _TELLING or _PARTS.search(name) else len(letters) // 2)
    return max(lengths)
