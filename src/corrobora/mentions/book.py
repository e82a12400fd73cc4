"""The names that a case brings along: its record sets, its lists, and the papers that vouch for their own parties."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow.parquet as pq

from corrobora.case import Case
from corrobora.errors import InputError
from corrobora.mentions.gazetteer import Entry, Gazetteer, keys
from corrobora.mentions.known_names import has_form, organization_entries, person_entries
from corrobora.model.mention import MentionType
from corrobora.model.records import RecordKind
from corrobora.model.tables import KNOWN_NAMES

# Of a national register only so many names are looked for; the sanctions lists come first.
_MOST = 200_000
_BATCH = 50_000
# Columns that name parties; those marked False hold people too and count only with a legal form.
_COLUMNS: dict[RecordKind, tuple[tuple[str, bool], ...]] = {
    RecordKind.LISTING: (("name", True), ("names", True)),
    RecordKind.COMPANY: (("name", True), ("names", True)),
    RecordKind.SHARE: (("owner", False), ("asset", False)),
    RecordKind.SHIPMENT: (("sender", False), ("receiver", False)),
    RecordKind.PAYMENT: (("payer", False), ("payee", False), ("counterparty", False)),
    RecordKind.ASSET: (("owner", False), ("operator", False)),
    RecordKind.CASE: (("plaintiff", False), ("defendant", False)),
}
_PEOPLE = frozenset({"person"})
_OF_NAMES = frozenset({"", "company", "organization", "legalentity", "publicbody", "entity"})

Name = tuple[str, MentionType]


class Book:
    """Names to be looked for, cut down to those that may stand in some texts before a gazetteer is made of them.

    Args:
        names: as the case writes them.
    """

    def __init__(self, names: Iterable[Name]) -> None:
        self._names = [(text, type_, tuple(keys(text))) for text, type_ in dict.fromkeys(names)]

    def __len__(self) -> int:
        return len(self._names)

    def entries_for(self, texts: Iterable[str]) -> Gazetteer:
        """A gazetteer of the names whose longest word stands in one of these texts."""
        there = {key for text in texts for key in keys(text)}
        entries: dict[Entry, None] = {}
        for text, type_, tokens in self._names:
            if tokens and max(tokens, key=len) in there:
                found = person_entries(text) if type_ is MentionType.PER else organization_entries(text)
                entries.update(dict.fromkeys(found if type_ is not MentionType.LOC else [Entry(text, type_)]))
        return Gazetteer(entries)


def names_of(case: Case) -> list[Name]:
    """All names that the case brings along.

    Raises:
        InputError: where a list that case.toml names cannot be read.
    """
    found: dict[Name, None] = dict.fromkeys(_listed(case))
    found.update(dict.fromkeys((known.text, known.type) for known in case.read(KNOWN_NAMES)))
    for name in _recorded(case):
        if len(found) >= _MOST:
            break
        found[name] = None
    return list(found)


def list_files(case: Case) -> list[Path]:
    """The lists of names that case.toml tells of (`name_lists`), relative to the case folder."""
    told = case.settings().get("name_lists", [])
    return [case.root / str(one) for one in (told if isinstance(told, list) else [told])]


def _listed(case: Case) -> Iterator[Name]:
    """Names of case.toml and of its lists: one a line, in a second column PER, ORG or LOC (ORG where none stands)."""
    told = case.settings().get("known_names", [])
    yield from ((str(one), MentionType.ORG) for one in (told if isinstance(told, list) else [told]))
    for path in list_files(case):
        try:
            rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
        except (OSError, UnicodeError, csv.Error) as exc:
            why = f"a list of names cannot be read: {exc}"
            raise InputError(why, str(path), "mend the file, or name_lists in case.toml") from exc
        for row in rows:
            kind = row[1].strip() if len(row) > 1 else "ORG"
            if row and row[0].strip() and kind in ("PER", "ORG", "LOC"):
                yield row[0].strip(), MentionType(kind)


def _recorded(case: Case) -> Iterator[Name]:
    """Parties that the record sets name."""
    tables = [(d, RecordKind(kind)) for d in case.datasets() for kind, _ in d.tables if kind in set(RecordKind)]
    order = list(_COLUMNS)
    for dataset, kind in sorted((t for t in tables if t[1] in _COLUMNS), key=lambda t: (order.index(t[1]), t[0].path)):
        path = case.rows_path(dataset, kind)
        if path.is_file():
            yield from _column_names(path, kind)


def _column_names(path: Path, kind: RecordKind) -> Iterator[Name]:
    file = pq.ParquetFile(path)
    there = set(file.schema_arrow.names)
    wanted = [(name, sure) for name, sure in _COLUMNS[kind] if name in there]
    # A raw value is left out where it is the same as the normalised one.
    columns = [column for name, _ in wanted for column in (name, f"{name}_raw") if column in there]
    for batch in file.iter_batches(_BATCH, columns=[*columns, *(["schema"] if "schema" in there else [])]):
        held = {name: batch.column(name).to_pylist() for name in batch.schema.names}
        schemas = held.get("schema", [""] * batch.num_rows)
        for name, sure in wanted:
            raw = held.get(f"{name}_raw", held[name])
            for written, normal, schema in zip(raw, held[name], schemas, strict=True):
                yield from _names_in(written or normal, str(schema or "").casefold(), sure=sure)


def _names_in(value: str | None, schema: str, *, sure: bool) -> Iterator[Name]:
    for text in str(value or "").split("\n"):
        if schema in _PEOPLE:
            yield text, MentionType.PER
        elif text and schema in _OF_NAMES and (sure or has_form(text)):
            yield text, MentionType.ORG
