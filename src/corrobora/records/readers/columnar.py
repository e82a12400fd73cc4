"""Parquet files and SQLite databases: tables whose columns already have names."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
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
class SqliteTable:
    """One table of an SQLite database, in the order of its rowids."""

    path: Path
    table: str
    inner: str = ""
    format: str = "sqlite"

    def layout(self) -> Layout:
        """The width; there are no header rows."""
        return Layout(0, len(self._names()))

    def head(self, layout: Layout, limit: int = 1000) -> tuple[list[str], list[list[str | None]]]:
        """The headers and the first data rows."""
        with closing(_connect(self.path)) as db:
            rows = [[_cell(value) for value in row] for row in db.execute(f"{self._query()} limit {int(limit)}")]
        return self._names(), rows

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

    def _names(self) -> list[str]:
        with closing(_connect(self.path)) as db:
            return [row[1] for row in db.execute(f"pragma table_info({_quoted(self.table)})")]

    def _query(self) -> str:
        with closing(_connect(self.path)) as db:
            try:
                db.execute(f"select rowid from {_quoted(self.table)} limit 1")
            except sqlite3.OperationalError:
                return f"select * from {_quoted(self.table)}"
        return f"select * from {_quoted(self.table)} order by rowid"


def sqlite_tables(path: Path) -> list[SqliteTable]:
    """The tables of an SQLite database.

    Raises:
        DamagedError: it is no database, or a broken one.
    """
    try:
        with closing(_connect(path)) as db:
            query = "select name from sqlite_master where type='table' and name not like 'sqlite_%' order by name"
            names = [name for (name,) in db.execute(query)]
            names = [name for name in names if db.execute(f"select 1 from {_quoted(name)} limit 1").fetchone()]
    except sqlite3.DatabaseError as exc:
        raise DamagedError(f"this database cannot be read: {exc}", path.name) from exc
    return [SqliteTable(path, name, name) for name in names]


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
