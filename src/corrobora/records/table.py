"""What a reader yields: a table of text cells, a number for every row, a reason for every row it could not read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

import pyarrow as pa

from corrobora.errors import DamagedError


@dataclass(frozen=True, slots=True)
class Blob:
    """A file, or a member of an archive: opened as often as needed.

    Attributes:
        name: its own name, for the extension.
        open: gives a fresh binary stream.
        path: where it lies as a plain file, or None.
    """

    name: str
    open: Callable[[], IO[bytes]]
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """How the rows of a table are cut.

    Attributes:
        header_rows: rows above the data.
        width: number of columns.
        encoding, delimiter: of a text table.
        quoted: whether quotation marks hold cells together.
    """

    header_rows: int = 1
    width: int = 0
    encoding: str = "utf-8"
    delimiter: str = ""
    quoted: bool = True


class OutOfStepError(DamagedError):
    """A quotation mark that is never closed has swallowed rows; the table is to be read again without such marks."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A data row that could not be read whole."""

    row: int
    reason: str


class RawTable(Protocol):
    """One table in a file.

    Attributes:
        inner: its name inside the file (a sheet, a table of a database), "" for a file that is the table.
        format: csv, tsv, xlsx, parquet, jsonl, json, sqlite.
    """

    @property
    def inner(self) -> str:
        """Its name inside the file."""

    @property
    def format(self) -> str:
        """The format that its file has."""

    def layout(self) -> Layout:
        """How its rows are cut, told from its head."""

    def head(self, layout: Layout, limit: int = 1000) -> tuple[list[str], list[list[str | None]]]:
        """The headers and the first data rows."""

    def batches(self, layout: Layout, on_bad: Callable[[BadRow], None]) -> Iterator[pa.Table]:
        """All data rows: a column `row` (int64, from 1) and text columns `0`, `1`, ..."""


def as_batch(rows: list[list[str | None]], numbers: list[int], width: int) -> pa.Table:
    """Rows of Python text as a batch."""
    columns = [
        pa.array([row[place] if place < len(row) else None for row in rows], pa.string()) for place in range(width)
    ]
    return pa.table([pa.array(numbers, pa.int64()), *columns], names=["row", *map(str, range(width))])


def joined_headers(rows: list[list[str | None]], width: int) -> list[str]:
    """One header for each column out of stacked header rows, the lowest words last."""
    headers = []
    # a title stands alone in its row, or over all of it, and belongs to no column
    titled = [row for row in rows if len({cell.strip() for cell in row if cell and cell.strip()}) > 1] or rows
    titled = [*(_over(row, below) for row, below in zip(titled, titled[1:], strict=False)), *titled[-1:]]
    for place in range(width):
        words = [(row[place] or "").strip() if place < len(row) else "" for row in titled]
        headers.append(" / ".join(dict.fromkeys(word for word in words if word)))
    return headers


def _over(row: list[str | None], below: list[str | None]) -> list[str | None]:
    """A header row whose words reach over the columns beside them, where the row below has words of its own."""
    reach: str | None = None
    spread: list[str | None] = []
    for place, cell in enumerate(row):
        if cell and cell.strip():
            reach = cell
        under = below[place] if place < len(below) else None
        spread.append(cell if cell and cell.strip() else reach if under and under.strip() else None)
    return spread
