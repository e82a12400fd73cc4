"""Spreadsheets: XLSX, XLS, XLSB and ODS, one table for each sheet that holds one."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

import pyarrow as pa
import python_calamine

from corrobora.errors import DamagedError
from corrobora.records import layout as layouts
from corrobora.records.table import BadRow, Blob, Layout, as_batch, joined_headers

_BATCH = 50_000


@dataclass(frozen=True, slots=True)
class SheetTable:
    """One sheet. Row 1 is the row under the header; rows that are empty keep their number."""

    rows: list[list[str | None]] = field(repr=False)
    inner: str = ""
    format: str = "xlsx"

    def layout(self) -> Layout:
        """Header rows and width."""
        sample = [[cell or "" for cell in row] for row in self.rows[:400]]
        return Layout(layouts.header_rows_of(sample), max(map(len, self.rows)))

    def head(self, layout: Layout, limit: int = 1000) -> tuple[list[str], list[list[str | None]]]:
        """The headers and the first data rows."""
        above = self.rows[: layout.header_rows]
        return joined_headers(above, layout.width), self.rows[layout.header_rows : layout.header_rows + limit]

    def batches(self, layout: Layout, on_bad: Callable[[BadRow], None]) -> Iterator[pa.Table]:
        """All data rows."""
        del on_bad
        body = self.rows[layout.header_rows :]
        for start in range(0, len(body), _BATCH):
            piece = body[start : start + _BATCH]
            kept = [(start + place, row) for place, row in enumerate(piece, 1) if any(row)]
            yield as_batch([row for _, row in kept], [number for number, _ in kept], layout.width)


def sheets(blob: Blob, extension: str) -> list[SheetTable]:
    """The sheets of a workbook that hold at least two rows.

    Raises:
        DamagedError: the file is broken or locked with a password.
    """
    with blob.open() as stream:
        untrusted_bytes = stream.read()
    try:
        book = python_calamine.load_workbook(io.BytesIO(untrusted_bytes))
        found = []
        for name in book.sheet_names:
            cells = book.get_sheet_by_name(name).to_python(skip_empty_area=True)
            rows = [[_text(cell) for cell in row] for row in cells]
            while rows and not any(rows[-1]):
                rows.pop()
            if len(rows) >= 2 and max(map(len, rows)) >= 1:
                found.append(SheetTable(rows, name, extension))
    except (python_calamine.CalamineError, ValueError, OSError) as exc:
        raise DamagedError(
            f"this workbook cannot be read: {exc}", blob.name, "open it and save it again without a password"
        ) from exc
    return found


def _text(cell: object) -> str | None:
    """A cell as its row shows it: whole numbers without a point, dates in ISO."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time.min else cell.isoformat(sep=" ", timespec="seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        minutes = int(cell.total_seconds() // 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    return str(cell)
