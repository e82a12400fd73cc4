"""Files to tables: what lies in a file or archive, and by which name each table in it goes."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

from corrobora.errors import DamagedError, EncryptedError, OverBudgetError, UnsupportedError
from corrobora.records.readers.columnar import ParquetTable, sqlite_tables
from corrobora.records.readers.delimited import DelimitedTable
from corrobora.records.readers.objects import ObjectTable
from corrobora.records.readers.workbook import sheets
from corrobora.records.readers.xml_list import XmlList
from corrobora.records.table import Blob, RawTable

TEXTS = {"csv": "csv", "tsv": "tsv", "txt": "csv", "tab": "tsv", "psv": "csv", "dat": "csv"}
WORKBOOKS = ("xlsx", "xls", "xlsm", "xlsb", "ods")
OBJECTS = {"json": "json", "jsonl": "jsonl", "ndjson": "jsonl"}
DATABASES = ("sqlite", "sqlite3", "db")
ENDINGS = (*TEXTS, *WORKBOOKS, *OBJECTS, *DATABASES, "parquet", "pq", "xml", "zip", "gz", "bz2", "xz", "tgz")

_MEMBERS, _MEMBER_BYTES, _RATIO = 2000, 64 << 30, 1000


@dataclass(frozen=True, slots=True)
class NamedTable:
    """A table with the dataset name that findings cite."""

    dataset: str
    table: RawTable


def ending(name: str) -> str:
    """The extension that tells the format, in lower case."""
    return name.lower().rsplit(".", 1)[-1] if "." in name else ""


@contextmanager
def opened(path: Path, dataset: str) -> Iterator[list[NamedTable]]:
    """The tables of a file, named as findings cite them; temporary copies live as long as the context.

    Raises:
        UnreadableError: the file cannot be used at all.
    """
    with TemporaryDirectory(prefix="corrobora-") as folder:
        members = list(_members(path, dataset, Path(folder)))
        tables = [(name, table) for name, blob in members for table in _tables(blob, Path(folder))]
        yield _named(dataset, len(members), tables)


def _named(dataset: str, members: int, tables: list[tuple[str, RawTable]]) -> list[NamedTable]:
    """Only where a file holds several tables does a name go on inside it."""
    if len(tables) == 1:
        return [NamedTable(dataset, tables[0][1])]
    named = []
    counts: dict[str, int] = {}
    for name, _ in tables:
        counts[name] = counts.get(name, 0) + 1
    for name, table in tables:
        path = name if members > 1 else dataset
        named.append(NamedTable(f"{path}!/{table.inner}" if counts[name] > 1 and table.inner else path, table))
    return named


def _members(path: Path, dataset: str, folder: Path) -> Iterator[tuple[str, Blob]]:
    kind = ending(path.name)
    if kind == "zip" or (kind not in ENDINGS and zipfile.is_zipfile(path)):
        yield from _zipped(path, dataset)
    elif kind == "gz":
        yield dataset, Blob(path.name[:-3], partial(_gunzip, path))
    else:
        yield dataset, Blob(path.name, lambda: path.open("rb"), path)


def _gunzip(path: Path) -> IO[bytes]:
    return io.BufferedReader(_Guarded(gzip.open(path, "rb"), path.name))


class _Guarded(io.RawIOBase):
    """A decompressing stream whose errors are ours."""

    def __init__(self, inner: IO[bytes] | gzip.GzipFile, name: str) -> None:
        self._inner, self._name = inner, name

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        try:
            piece = self._inner.read(len(buffer))
        except (OSError, EOFError, zlib.error, zipfile.BadZipFile) as exc:
            raise DamagedError(f"the compressed data breaks off: {exc}", self._name) from exc
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        self._inner.close()
        super().close()


def _zipped(path: Path, dataset: str) -> Iterator[tuple[str, Blob]]:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir() and _is_table(entry.filename)]
    except (zipfile.BadZipFile, OSError) as exc:
        raise DamagedError(f"this archive cannot be read: {exc}", path.name) from exc
    if len(entries) > _MEMBERS:
        raise OverBudgetError(f"this archive holds {len(entries)} files", path.name, "unpack it and add its folder")
    for entry in entries:
        if entry.flag_bits & 1:
            raise EncryptedError("this archive is locked with a password", path.name, "unpack it and add its files")
        if entry.file_size > _MEMBER_BYTES or entry.file_size > _RATIO * max(1, entry.compress_size) + (1 << 20):
            raise OverBudgetError(
                f"{entry.filename} unpacks to {entry.file_size} bytes", path.name, "unpack it yourself if you trust it"
            )
        yield f"{dataset}!/{_decoded(entry)}", Blob(Path(entry.filename).name, partial(_unzip, path, entry))


def _decoded(entry: zipfile.ZipInfo) -> str:
    """The name of a member; old archives hold Cyrillic names in code page 866."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        raw = entry.filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    for encoding in ("ascii", "utf-8", "cp866"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename


def _unzip(path: Path, entry: zipfile.ZipInfo) -> IO[bytes]:
    return io.BufferedReader(_Guarded(zipfile.ZipFile(path).open(entry), f"{path.name}!/{entry.filename}"))


def _is_table(name: str) -> bool:
    base = name.rsplit("/", 1)[-1]
    return (
        ending(base) in ENDINGS
        and not base.startswith((".", "~$"))
        and "__MACOSX" not in name
        and base != "sources.toml"
    )


def _tables(blob: Blob, folder: Path) -> list[RawTable]:
    kind = ending(blob.name)
    if kind in WORKBOOKS:
        return list(sheets(blob, "xlsx" if kind == "xlsm" else kind))
    if kind in OBJECTS:
        return [ObjectTable(blob, "", OBJECTS[kind])]
    if kind in ("parquet", "pq"):
        return [ParquetTable(_on_disk(blob, folder))]
    if kind in DATABASES:
        return list(sqlite_tables(_on_disk(blob, folder)))
    if kind == "xml":
        return [XmlList(blob)]
    if kind in TEXTS or kind == "":
        return [DelimitedTable(blob, "", TEXTS.get(kind, "csv"))]
    raise UnsupportedError(
        f"nothing here reads tables that end in .{kind}", blob.name, "save it as CSV, XLSX, JSON or Parquet"
    )


def _on_disk(blob: Blob, folder: Path) -> Path:
    if blob.path is not None:
        return blob.path
    target = folder / f"{len(list(folder.iterdir()))}-{Path(blob.name).name}"
    with blob.open() as source, target.open("wb") as copy:
        while piece := source.read(1 << 20):
            copy.write(piece)
    return target
