"""Parquet parts of derived tables: written to a temporary name, synced, renamed; never changed afterwards."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from corrobora.model.tables import Table

# pyarrow is imported where it is used: a zygote of the cage holds this package too, and each child pays for its size
if TYPE_CHECKING:
    import pyarrow as pa

_COLUMNS = ("kind", "document", "body")


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


def write(folder: Path, table: Table, rows: Iterable[Any]) -> str:
    """Writes rows as one new part file and returns its name."""
    kinds, documents, bodies = [], [], []
    for row in rows:
        if not isinstance(row, table.types):
            raise TypeError(f"table {table.name} holds {[t.__name__ for t in table.types]}, not {type(row).__name__}")
        kinds.append(type(row).__name__)
        documents.append(document_of(row))
        bodies.append(msgspec.json.encode(row))
    import pyarrow as pa  # noqa: PLC0415 - see above
    import pyarrow.parquet as pq  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    sink = pa.BufferOutputStream()
    batch = pa.table([kinds, documents, bodies], schema=_schema())
    pq.write_table(batch, sink, compression="zstd", row_group_size=4096)
    name = f"{uuid.uuid4().hex}.parquet"
    write_durably(folder / name, sink.getvalue().to_pybytes())
    return name


def read(path: Path, table: Table) -> Iterator[tuple[str, Any]]:
    """(document, row) of one part file."""
    types = {kind.__name__: kind for kind in table.types}
    decoders: dict[str, msgspec.json.Decoder[Any]] = {name: msgspec.json.Decoder(kind) for name, kind in types.items()}
    part = _table(path)
    for kind, document, body in zip(*(part.column(name).to_pylist() for name in _COLUMNS), strict=True):
        yield document, decoders[kind].decode(body)


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
