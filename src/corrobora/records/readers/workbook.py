"""Spreadsheets: XLSX, XLS, XLSB and ODS, one table for each sheet that holds one."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

import pyarrow as pa
import python_calamine

from corrobora.errors import DamagedError
from corrobora.records import layout as layouts
from corrobora.records.table import BadRow, Blob, Layout, as_batch, joined_headers

_BATCH = 50_000
_MOST_MERGED = 100_000
_TABLE = 3


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
            sheet = book.get_sheet_by_name(name)
            rows = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=True)]
            _spread(rows, sheet.merged_cell_ranges or (), sheet.start or (0, 0))
            while rows and not any(rows[-1]):
                rows.pop()
            if len(rows) >= 2 and max(map(len, rows)) >= 1:
                found += [_table(block, start, name, extension) for start, block in blocks(rows)]
    except (python_calamine.CalamineError, ValueError, OSError) as exc:
        raise DamagedError(
            f"this workbook cannot be read: {exc}", blob.name, "open it and save it again without a password"
        ) from exc
    return found


def _spread(
    rows: list[list[str | None]], merged: Sequence[tuple[tuple[int, int], tuple[int, int]]], start: tuple[int, int]
) -> None:
    """Writes what a merged cell shows into every cell that it covers."""
    for (top, left), (bottom, right) in merged:
        first, last = top - start[0], min(bottom - start[0] + 1, len(rows))
        if first < 0 or left < start[1] or first >= len(rows) or (last - first) * (right - left + 1) > _MOST_MERGED:
            continue
        shown = rows[first][left - start[1]] if left - start[1] < len(rows[first]) else None
        for row in rows[first:last] if shown else ():
            for column in range(left - start[1], min(right - start[1] + 1, len(row))):
                row[column] = row[column] or shown


def _table(rows: list[list[str | None]], start: int, name: str, extension: str) -> SheetTable:
    """A table of a sheet; one that is not the first is called after its first cell, as in a formula."""
    return SheetTable(rows, f"{name}!A{start + 1}" if start else name, extension)


def blocks(rows: list[list[str | None]]) -> list[tuple[int, list[list[str | None]]]]:
    """The tables of a sheet and the row each begins at, from 0: one below another, each with a header of its own.

    Only an empty row parts tables, and only where another header follows it; whatever else stands below an empty row
    belongs to the table above.
    """
    found: list[tuple[int, list[list[str | None]]]] = [(0, rows)]
    for place in range(2, len(rows) - 2):
        begin, above = found[-1]
        if place - begin < 2 or any(rows[place - 1]) or not any(rows[place]):
            continue
        below = rows[place:]
        end = next((at for at in range(1, len(below)) if not any(below[at])), len(below))
        if _is_another(above[: place - begin], below[:end]):
            found[-1] = (begin, above[: place - begin])
            found.append((place, below))
    return [(begin, _trimmed(block)) for begin, block in found]


def _trimmed(rows: list[list[str | None]]) -> list[list[str | None]]:
    while rows and not any(rows[-1]):
        rows = rows[:-1]
    width = max((place + 1 for row in rows for place, cell in enumerate(row) if cell), default=0)
    return rows if width == len(rows[0]) else [row[:width] for row in rows]


def _is_another(above: Sequence[list[str | None]], below: Sequence[list[str | None]]) -> bool:
    """Whether rows are a table of their own: at least two entries under a header in other words than those above."""
    if sum(sum(map(bool, row)) > 1 for row in above) < _TABLE:
        return False  # a title
    cut = [[cell or "" for cell in row] for row in below[:400]]
    header = layouts.header_rows_of(cut)
    if header == 0 or len(below) - header < 2:
        return False
    named = {cell.strip().lower() for cell in cut[header - 1] if cell.strip()}
    known = {(cell or "").strip().lower() for row in above[:20] for cell in row}
    return len(named) >= 2 and len(named & known) * 2 < len(named)


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
