"""Parquet parts of derived tables: written to a temporary name, synced, renamed; never changed afterwards."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from corrobora.model.tables import Table

# pyarrow is imported where it is used: a zygote of the cage holds this package too, and each child pays for its size
if TYPE_CHECKING:
    import pyarrow as pa

_COLUMNS = ("kind", "document", "body")


@dataclass(frozen=True, slots=True)
class Packed:
    """A row as it is stored: thousands of them wait in less memory than the rows."""

    kind: str
    document: str
    body: bytes


def write_durably(target: Path, content: bytes) -> None:
    """Writes a file so that after a crash it is either whole or not there."""
    draft = target.with_name(f".{target.name}.{uuid.uuid4().hex}")
    try:
        with draft.open("wb") as handle:
            handle.write(content)
            handle.flush()
            os.fsync(handle.fileno())
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def document_of(row: Any) -> str:
    """The document a row belongs to, or "" where it belongs to none."""
    document = getattr(row, "document", None)
    if isinstance(document, str):
        return document
    spans = getattr(row, "spans", None)
    if spans:
        return str(spans[0].document)
    span = getattr(row, "span", None)
    return str(span.document) if span is not None else ""


def pack(table: Table, row: Any) -> Packed:
    """A row of this table, made ready to be stored."""
    if isinstance(row, Packed):
        return row
    if not isinstance(row, table.types):
        raise TypeError(f"table {table.name} holds {[t.__name__ for t in table.types]}, not {type(row).__name__}")
    return Packed(type(row).__name__, document_of(row), msgspec.json.encode(row))


def write(folder: Path, table: Table, rows: Iterable[Any]) -> str:
    """Writes rows, packed or not, as one new part file and returns its name."""
    packed = [pack(table, row) for row in rows]
    columns = [[row.kind for row in packed], [row.document for row in packed], [row.body for row in packed]]
    import pyarrow as pa  # noqa: PLC0415 - see above
    import pyarrow.parquet as pq  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    sink = pa.BufferOutputStream()
    batch = pa.table(columns, schema=_schema())
    pq.write_table(batch, sink, compression="zstd", row_group_size=4096)
    name = f"{uuid.uuid4().hex}.parquet"
    write_durably(folder / name, sink.getvalue().to_pybytes())
    return name


def read(path: Path, table: Table, *, wants: Callable[[str], bool], shape: type[Any] | None = None) -> Iterator[Any]:
    """Rows of one part file.

    Args:
        path: of the part.
        table: whose part it is.
        wants: whether the rows of a document are wanted; the others are not decoded.
        shape: a struct with some of the fields, where the rest is not needed.
    """
    decoders = {kind.__name__: msgspec.json.Decoder[Any](shape or kind) for kind in table.types}
    part = _table(path)
    for kind, document, body in zip(*(part.column(name).to_pylist() for name in _COLUMNS), strict=True):
        if wants(document):
            yield decoders[kind].decode(body)


def plain_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of any Parquet file."""
    return list(_table(path).to_pylist())


@cache
def _schema() -> pa.Schema:
    import pyarrow as pa  # noqa: PLC0415

    return pa.schema([("kind", pa.string()), ("document", pa.string()), ("body", pa.binary())])


def _table(path: Path) -> pa.Table:
    import pyarrow.parquet as pq  # noqa: PLC0415

    return pq.read_table(path)
