"""People known from a list of the record sets (recruits, patients, staff) whom the case asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corrobora import names
from corrobora.identity.bearers import common_keys, document_key
from corrobora.model.entities import Person
from corrobora.model.facts import NameForm
from corrobora.model.identifiers import hash_id
from corrobora.model.records import RecordRef

_SHOWN = ("name", "birth_date", "document", "nationality", "date")
_ROLES = {"enlistment": "recruit", "admission": "patient", "death": "casualty", "employment": "staff"}


@dataclass(frozen=True, slots=True)
class ListedRow:
    """One row of a list of people.

    Attributes:
        values: property -> normalised value; `raw`: property -> value as it stands in the row.
    """

    row: int
    values: dict[str, str]
    raw: dict[str, str]


@dataclass(frozen=True, slots=True)
class PeopleList:
    """A list of people: where it comes from and what it records ("enlistment", "admission", ...)."""

    dataset: str
    source: str
    event: str
    rows: Sequence[ListedRow]


def asked_for(one: PeopleList, interest: Iterable[str], home: str | None) -> list[ListedRow]:
    """The rows that the case is about.

    Args:
        one: the list.
        interest: nationalities as ISO codes; "foreign" is everyone but the country whose list it is; "all" is all.
        home: the country of the case's hosts, where it is known; else the list's majority counts as its country.

    A list of which nothing tells what it records, and on which people stand again and again, is no list of people the
    case is about: crossings, orders and visits of a shop look like that too.
    """
    wanted = {entry.lower() for entry in interest}
    if "all" in wanted:
        return [row for row in one.rows if row.values.get("name")]
    counted = Counter(row.values["nationality"].lower() for row in one.rows if row.values.get("nationality"))
    if not counted or (not one.event and _repeats(one.rows)):
        return []
    own = home or max(sorted(counted), key=lambda nation: counted[nation])
    out = []
    for row in one.rows:
        nation = row.values.get("nationality", "").lower()
        if row.values.get("name") and nation and (nation in wanted or ("foreign" in wanted and nation != own)):
            out.append(row)
    return out


def _repeats(rows: Sequence[ListedRow]) -> bool:
    """Whether people come back: more than one row in fifty shows a name and birth date that another shows too."""
    shown = Counter((row.values.get("name"), row.values.get("birth_date")) for row in rows)
    again = sum(times for (_, birth), times in shown.items() if birth and times > 1)
    return again * 50 > len(rows)


def listed_people(lists: Iterable[tuple[PeopleList, Sequence[ListedRow]]]) -> list[Person]:
    """One person for each distinct name with birth date or document, over all lists."""
    groups: dict[tuple[str, str], list[tuple[PeopleList, ListedRow]]] = {}
    for one, rows in lists:
        for row in rows:
            groups.setdefault(_identity(one, row), []).append((one, row))
    return [_person(key, rows) for key, rows in sorted(groups.items())]


def _identity(one: PeopleList, row: ListedRow) -> tuple[str, str]:
    name = row.values["name"]
    keys = common_keys((name,))
    canonical = min(keys) if keys else name.casefold()
    number = row.values.get("document")
    if number:
        return "", document_key(number)
    birth = row.values.get("birth_date")
    return canonical, birth or f"{one.dataset} {row.row}"


def _person(key: tuple[str, str], rows: Sequence[tuple[PeopleList, ListedRow]]) -> Person:
    values = [row.values for _, row in rows]
    shown = dict.fromkeys(row.raw.get("name", row.values["name"]) for _, row in rows)
    births = [value["birth_date"] for value in values if value.get("birth_date")]
    numbers = dict.fromkeys(document_key(value["document"]) for value in values if value.get("document"))
    return Person(
        id=hash_id("person", "listed", *key),
        label=names.label(next(iter(shown))),
        names=tuple(NameForm(text, names.script(text)) for text in shown),
        spans=(),
        birth_date=births[0] if births else None,
        nationality=next((value["nationality"].lower() for value in values if value.get("nationality")), None),
        documents=tuple(numbers),
        roles=tuple(dict.fromkeys(_ROLES.get(one.event, "listed") for one, _ in rows)),
        records=tuple(_reference(one, row) for one, row in rows),
    )


def _reference(one: PeopleList, row: ListedRow) -> RecordRef:
    fields = tuple((name, row.raw[name]) for name in _SHOWN if row.raw.get(name))
    return RecordRef(one.source, one.dataset, row.row, fields)
