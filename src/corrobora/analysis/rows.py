"""Prepared rows of all record sets, asked for by kind; the thinking above it never sees a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import duckdb

from corrobora.model.records import PROPERTIES, RecordKind, RecordRef

LINES = (".json", ".jsonl")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Row:
    """One prepared row.

    Attributes:
        values: property -> normalised value, for those that are there.
        raw: property -> the value as it stands in the row.
    """

    dataset: str
    source: str
    row: int
    values: Mapping[str, str]
    raw: Mapping[str, str]

    def get(self, name: str) -> str | None:
        """The normalised value of a property, or None."""
        return self.values.get(name)

    def ref(self, *names: str) -> RecordRef:
        """A reference to this row by the properties named, each as it stands in the row."""
        held = [name for name in names if self.raw.get(name)]
        if self.dataset.endswith(LINES):
            # the cell of such a row is the whole line: a date is found in it by its digits only where it stands alone
            held = [name for name in held if not ISO_DAY.match(self.raw[name])] or held
        fields = tuple((name, self.raw[name]) for name in held)
        if not fields:
            fields = tuple((name, value) for name, value in self.raw.items() if value)[:2]
        return RecordRef(self.source, self.dataset, self.row, fields)

    def party_ref(self, *names: str) -> RecordRef:
        """A reference to the party of a listing, which may stand on a line of its own beside the listing's."""
        own_line = self.get("entity_row")
        named = self.ref(*names)
        return named if own_line is None else replace(named, row=int(own_line))


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one case.

    Attributes:
        connection: DuckDB with one view `rows_KIND` for each kind there is.
        kinds: kind -> columns of its view.
        sources: dataset -> name of its source.
    """

    connection: duckdb.DuckDBPyConnection
    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)

    def select(self, kind: RecordKind, where: str = "true", parameters: Sequence[object] = ()) -> list[Row]:
        """The rows of a kind for which a condition over its properties holds, in order of dataset and row."""
        columns = self.kinds.get(kind.value)
        if columns is None or not names_in(where) <= set(columns):
            return []
        query = f'select * from rows_{kind.value} where {where} order by "dataset", "row"'  # noqa: S608 (own SQL)
        cursor = self.connection.execute(query, list(parameters))
        header = [str(column[0]) for column in cursor.description or ()]
        return [self._row(dict(zip(header, found, strict=True))) for found in cursor.fetchall()]

    def whose(self, kind: RecordKind, name: str, values: Iterable[str]) -> list[Row]:
        """The rows of a kind whose property is one of these values."""
        wanted = sorted({value for value in values if value})
        if not wanted:
            return []
        return self.select(kind, f'"{name}" in (select unnest(?::varchar[]))', [wanted])

    def at(self, kind: RecordKind, places: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Row]:
        """The rows of a kind at these places (dataset, row), those that are there."""
        wanted: dict[str, list[int]] = {}
        for dataset, number in places:
            wanted.setdefault(dataset, []).append(number)
        found: dict[tuple[str, int], Row] = {}
        for dataset, numbers in sorted(wanted.items()):
            where = '"dataset" = ? and "row" in (select unnest(?::bigint[]))'
            found.update({(row.dataset, row.row): row for row in self.select(kind, where, [dataset, numbers])})
        return found

    def count(self, kind: RecordKind, name: str) -> dict[str, dict[str | None, int]]:
        """How often each value of a property occurs, for each dataset of a kind."""
        counted: dict[str, dict[str | None, int]] = {}
        for dataset, value, number in self.tally(kind, ("dataset", name)):
            counted.setdefault(str(dataset), {})[value] = number
        return counted

    def tally(
        self, kind: RecordKind, names: Sequence[str], where: str = "true", parameters: Sequence[object] = ()
    ) -> list[tuple[Any, ...]]:
        """Every combination of values of these properties with how many rows bear it, the number last."""
        columns = set(self.kinds.get(kind.value, ()))
        if not columns or not names_in(where) <= columns:
            return []
        values = ", ".join(f'"{name}"' if name in columns else "null" for name in names)
        query = f"select {values}, count(*) from rows_{kind.value} where {where} group by all order by all"
        return self.connection.execute(query, list(parameters)).fetchall()

    def _row(self, found: dict[str, object]) -> Row:
        dataset = str(found["dataset"])
        texts = {name: str(value) for name, value in found.items() if value is not None and str(value) != ""}
        values = {name: value for name, value in texts.items() if not name.endswith("_raw")}
        raw = {name.removesuffix("_raw"): value for name, value in texts.items() if name.endswith("_raw")}
        for key in ("dataset", "row"):
            values.pop(key, None)
        return Row(dataset, self.sources.get(dataset, dataset), int(str(found["row"])), values, raw)


def names_in(where: str) -> set[str]:
    """The properties a condition speaks of: everything it puts in double quotes."""
    return set(re.findall(r'"([a-z_]+)"', where))


def parquet_view(kind: RecordKind, files: Iterable[tuple[str, str]]) -> str:
    """SQL of the view that joins the prepared files of one kind.

    Args:
        kind: of the rows.
        files: (dataset, path of its Parquet file).
    """
    quote = "'"
    parts = [
        f"select '{dataset.replace(quote, quote * 2)}' as \"dataset\", * "
        f"from read_parquet('{path.replace(quote, quote * 2)}')"
        for dataset, path in files
    ]
    return f"create view rows_{kind.value} as " + " union all by name ".join(parts)


def columns_of(connection: duckdb.DuckDBPyConnection, kind: RecordKind) -> tuple[str, ...]:
    """The columns of a kind's view."""
    return tuple(str(row[0]) for row in connection.execute(f"describe rows_{kind.value}").fetchall())


def rows_from(
    connection: duckdb.DuckDBPyConnection,
    tables: Mapping[RecordKind, Sequence[Mapping[str, object]]],
    sources: Mapping[str, str] | None = None,
) -> Rows:
    """Rows held in memory: every mapping has `dataset`, `row` and properties; `P_raw` is P where it is not given.

    Example:
        >>> import duckdb
        >>> table = {RecordKind.COMPANY: [{"dataset": "a.csv", "row": 1, "inn": "7700000000"}]}
        >>> rows_from(duckdb.connect(), table).whose(RecordKind.COMPANY, "inn", ["7700000000"])[0].row
        1
    """
    kinds: dict[str, tuple[str, ...]] = {}
    for kind, rows in tables.items():
        names = [*PROPERTIES[kind], *(f"{name}_raw" for name in PROPERTIES[kind])]
        spelled = ", ".join(f'"{name}" varchar' for name in names)
        connection.execute(f'create table rows_{kind.value} ("dataset" varchar, "row" bigint, {spelled})')
        marks = ", ".join("?" for _ in range(len(names) + 2))
        for row in rows:
            values = [row.get(name, row.get(name.removesuffix("_raw"))) for name in names]
            connection.execute(f"insert into rows_{kind.value} values ({marks})", [row["dataset"], row["row"], *values])
        kinds[kind.value] = ("dataset", "row", *names)
    return Rows(connection, kinds, dict(sources or {}))
