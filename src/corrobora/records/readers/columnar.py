"""Parquet files and SQLite databases: tables whose columns already have names."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from corrobora.errors import DamagedError
from corrobora.records.table import BadRow, Layout, as_batch

_BATCH = 100_000


@dataclass(frozen=True, slots=True)
class ParquetTable:
    """A Parquet file."""

    path: Path
    inner: str = ""
    format: str = "parquet"

    def layout(self) -> Layout:
        """The width; there are no header rows."""
        return Layout(0, len(self._open().schema_arrow.names))

    def head(self, layout: Layout, limit: int = 1000) -> tuple[list[str], list[list[str | None]]]:
        """The headers and the first data rows."""
        source = self._open()
        names = list(source.schema_arrow.names)
        for batch in source.iter_batches(batch_size=limit):
            columns = [_as_text(column).to_pylist() for column in batch.columns]
            return names, [list(row) for row in zip(*columns, strict=True)]
        return names, []

    def batches(self, layout: Layout, on_bad: Callable[[BadRow], None]) -> Iterator[pa.Table]:
        """All rows."""
        del on_bad
        position = 0
        for batch in self._open().iter_batches(batch_size=_BATCH):
            numbers = pa.array(range(position + 1, position + batch.num_rows + 1), pa.int64())
            position += batch.num_rows
            columns = [_as_text(column) for column in batch.columns]
            yield pa.table([numbers, *columns], names=["row", *map(str, range(len(columns)))])

    def _open(self) -> pq.ParquetFile:
        try:
            return pq.ParquetFile(self.path)
        except (pa.ArrowException, OSError) as exc:
            raise DamagedError(f"this Parquet file cannot be read: {exc}", self.path.name) from exc


def _as_text(column: pa.Array) -> pa.Array:
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_string(column.type):
        return column
    if pa.types.is_timestamp(column.type):
        text = pc.strftime(column, format="%Y-%m-%d %H:%M:%S")
        return pc.replace_substring_regex(text, r" 00:00:00(\.0+)?$", "")
    if pa.types.is_floating(column.type):
        return pc.replace_substring_regex(column.cast(pa.string()), r"\.0$", "")
    try:
        return column.cast(pa.string())
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        return pa.array([None if value is None else str(value) for value in column.to_pylist()], pa.string())


@dataclass(frozen=True, slots=True)
class Reference:
    """A column whose values are the keys of another table of the database."""

    column: str
    table: str
    key: str


@dataclass(frozen=True, slots=True)
class SqliteTable:
    """One table of an SQLite database, in the order of its rowids, with what its references lead to beside it."""

    path: Path
    table: str
    inner: str = ""
    format: str = "sqlite"
    references: tuple[Reference, ...] = ()

    def layout(self) -> Layout:
        """The width; there are no header rows."""
        return Layout(0, len(self._columns()))

    def head(self, layout: Layout, limit: int = 1000) -> tuple[list[str], list[list[str | None]]]:
        """The headers and the first data rows."""
        with closing(_connect(self.path)) as db:
            rows = [[_cell(value) for value in row] for row in db.execute(f"{self._query()} limit {int(limit)}")]
        return [shown for _, shown in self._columns()], rows

    def batches(self, layout: Layout, on_bad: Callable[[BadRow], None]) -> Iterator[pa.Table]:
        """All rows."""
        del on_bad
        position = 0
        try:
            with closing(_connect(self.path)) as db:
                cursor = db.execute(self._query())
                while rows := cursor.fetchmany(_BATCH):
                    cells = [[_cell(value) for value in row] for row in rows]
                    yield as_batch(cells, list(range(position + 1, position + len(rows) + 1)), layout.width)
                    position += len(rows)
        except sqlite3.DatabaseError as exc:
            raise DamagedError(f"this database breaks off: {exc}", f"{self.path.name} row {position}") from exc

    def _columns(self) -> list[tuple[str, str]]:
        """(SQL, header) of every column; what a reference leads to is called by its table and its own name."""
        with closing(_connect(self.path)) as db:
            found = [(f"own.{_quoted(name)}", name) for name in _names(db, self.table)]
            for place, one in enumerate(self.references):
                found += [
                    (f"r{place}.{_quoted(name)}", f"{one.table} / {name}")
                    for name in _names(db, one.table)
                    if name != one.key
                ]
        return found

    def _query(self) -> str:
        columns = ", ".join(sql for sql, _ in self._columns())
        # keys are unique (`references_of`), so that a join adds no rows
        joins = "".join(
            f" left join {_quoted(one.table)} r{place} on r{place}.{_quoted(one.key)} = own.{_quoted(one.column)}"
            for place, one in enumerate(self.references)
        )
        query = f"select {columns} from {_quoted(self.table)} own{joins}"
        with closing(_connect(self.path)) as db:
            try:
                db.execute(f"select rowid from {_quoted(self.table)} limit 1")
            except sqlite3.OperationalError:
                return query
        return f"{query} order by own.rowid"


def sqlite_tables(path: Path) -> list[SqliteTable]:
    """The tables of an SQLite database; those that refer to others by key come with what they refer to.

    Raises:
        DamagedError: it is no database, or a broken one.
    """
    try:
        with closing(_connect(path)) as db:
            query = "select name from sqlite_master where type='table' and name not like 'sqlite_%' order by name"
            names = [name for (name,) in db.execute(query)]
            names = [name for name in names if db.execute(f"select 1 from {_quoted(name)} limit 1").fetchone()]
            return [SqliteTable(path, name, name, references=references_of(db, name, names)) for name in names]
    except sqlite3.DatabaseError as exc:
        raise DamagedError(f"this database cannot be read: {exc}", path.name) from exc


def references_of(db: sqlite3.Connection, table: str, tables: Sequence[str]) -> tuple[Reference, ...]:
    """The columns of a table that hold keys of others: as the database declares it, or `flight_id` beside a `flights`.

    Only keys that are unique count, and of undeclared ones only those that nine values in ten lead to.
    """
    declared: dict[str, tuple[str | None, str | None]] = {
        row[3]: (row[2], row[4]) for row in db.execute(f"pragma foreign_key_list({_quoted(table)})")
    }
    found = []
    for column in _names(db, table):
        other, key = declared.get(column) or (_meant(column, table, tables), None)
        if other is None or other not in tables:
            continue
        key = key or _key(db, other)
        if key and (column in declared or _leads(db, (table, column), (other, key))):
            found.append(Reference(column, other, key))
    return tuple(found)


def _meant(column: str, table: str, tables: Sequence[str]) -> str | None:
    """The table that a column is named after: `flight_id`, `FlightID`, `id_flight`, `flight`."""
    bare = re.sub(r"^id_|_?(?:id|key|ref|no)$", "", column, flags=re.IGNORECASE).lower().strip("_")
    if not bare:
        return None
    spelt = {name.lower(): name for name in tables if name != table}
    ways = (bare, f"{bare}s", f"{bare}es", f"{bare[:-1]}ies" if bare.endswith("y") else bare, f"tbl_{bare}")
    return next((spelt[way] for way in ways if way in spelt), None)


def _key(db: sqlite3.Connection, table: str | None) -> str | None:
    """The column whose values name the rows of a table: its primary key, or one called id."""
    columns = list(db.execute(f"pragma table_info({_quoted(table or '')})"))
    keys = [row[1] for row in columns if row[5]] or [row[1] for row in columns if row[1].lower() == "id"]
    return str(keys[0]) if len(keys) == 1 else None


def _leads(db: sqlite3.Connection, one: tuple[str, str], other: tuple[str, str]) -> bool:
    (table, column), (target, key) = ((_quoted(a), _quoted(b)) for a, b in (one, other))
    rows, distinct = db.execute(f"select count({key}), count(distinct {key}) from {target}").fetchone()
    query = (
        f"select count(*), count(t.{key}) from "
        f"(select {column} v from {table} where {column} is not null limit 2000) s "
        f"left join {target} t on t.{key} = s.v"
    )
    looked, led = db.execute(query).fetchone() if rows == distinct else (0, 0)
    return looked > 0 and led >= 0.9 * looked


def _names(db: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in db.execute(f"pragma table_info({_quoted(table)})")]


def _connect(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True)
    db.text_factory = lambda raw: raw.decode("utf-8", errors="replace")
    return db


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _cell(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)
