"""Text tables: CSV, TSV and their kin, in any encoding, streamed."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

import pyarrow as pa
import pyarrow.csv as pacsv

from corrobora.errors import DamagedError
from corrobora.records import encodings
from corrobora.records import layout as layouts
from corrobora.records.table import BadRow, Blob, Layout, joined_headers

_SAMPLE = 1 << 18
_BLOCK = 4 << 20


class _Utf8Stream(io.RawIOBase):
    """Bytes of any encoding as UTF-8, without NULs; broken bytes become U+FFFD."""

    def __init__(self, raw: IO[bytes], encoding: str, skip: int) -> None:
        self._raw, self._left, self._skip = raw, b"", skip
        self._decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        self._done = False

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        while not self._done and (size < 0 or len(self._left) < size):
            piece = self._raw.read(_BLOCK)
            text = self._decoder.decode(piece, final=not piece).replace("\x00", "").replace("\x1a", "")
            text, self._skip = text[self._skip :], max(0, self._skip - len(text))
            self._left += text.encode("utf-8", errors="replace")
            self._done = not piece
        taken, self._left = (self._left, b"") if size < 0 else (self._left[:size], self._left[size:])
        return taken

    def close(self) -> None:
        self._raw.close()
        super().close()


@dataclass(frozen=True, slots=True)
class DelimitedTable:
    """A text table, read in blocks of a few megabytes whatever its size."""

    blob: Blob
    inner: str = ""
    format: str = "csv"

    def layout(self) -> Layout:
        """Encoding, delimiter, header and width from the head of the file."""
        with self.blob.open() as stream:
            sample = stream.read(_SAMPLE)
        encoding = encodings.detect(sample)
        text = _whole_lines(sample, encoding, is_all=len(sample) < _SAMPLE)
        delimiter = layouts.delimiter_of(text)
        rows = layouts.split_rows(text, delimiter)
        if not rows:
            raise DamagedError("this table is empty", self.blob.name)
        width = max(len(row) for row in rows) if len(rows) < 3 else _usual_width(rows)
        return Layout(layouts.header_rows_of(rows), width, encoding, delimiter)

    def head(self, layout: Layout, limit: int = 2000) -> tuple[list[str], list[list[str | None]]]:
        """The headers and the first data rows."""
        with self.blob.open() as stream:
            text = _whole_lines(stream.read(_SAMPLE * 4), layout.encoding, is_all=False) or ""
        rows = layouts.split_rows(text, layout.delimiter, limit + layout.header_rows)
        cells: list[list[str | None]] = [list(row) for row in rows]
        return joined_headers(cells[: layout.header_rows], layout.width), cells[layout.header_rows :]

    def batches(self, layout: Layout, on_bad: Callable[[BadRow], None]) -> Iterator[pa.Table]:
        """All data rows; short rows are filled up, long ones are listed."""
        try:
            yield from _stream(self.blob, layout, on_bad, quoted=True)
        except _OutOfStep:
            # A quotation mark that is never closed swallows the rest of the file: then marks are plain characters.
            yield from _stream(self.blob, layout, on_bad, quoted=False)


class _OutOfStep(Exception):
    pass


def _usual_width(rows: list[list[str]]) -> int:
    widths = sorted(len(row) for row in rows)
    return max(widths[len(widths) // 2], widths[-1] if widths.count(widths[-1]) * 20 > len(widths) else 0)


def _whole_lines(sample: bytes, encoding: str, *, is_all: bool) -> str:
    text = codecs.getincrementaldecoder(encoding)(errors="replace").decode(sample, final=False).replace("\x00", "")
    if is_all or "\n" not in text:
        return text
    return text if len(sample) < _SAMPLE else text[: text.rindex("\n") + 1]


def _stream(blob: Blob, layout: Layout, on_bad: Callable[[BadRow], None], *, quoted: bool) -> Iterator[pa.Table]:
    mended: list[tuple[int, list[str | None]]] = []
    refused: list[int] = []
    names = [str(place) for place in range(layout.width)]

    def on_invalid(row: pacsv.InvalidRow) -> str:
        number = row.number
        refused.append(number)
        cells = _cells(row.text or "", layout.delimiter)
        if len(cells) < layout.width:
            mended.append((number, [*cells, *[None] * (layout.width - len(cells))]))
            on_bad(BadRow(number, f"has {len(cells)} cells of {layout.width}; the missing ones count as empty")) if len(
                cells
            ) > 1 else None
        elif not any(cell.strip() for cell in cells[layout.width :]):
            mended.append((number, list(cells[: layout.width])))
        else:
            on_bad(BadRow(number, f"has {len(cells)} cells instead of {layout.width}"))
        return "skip"

    options = {
        "read_options": pacsv.ReadOptions(use_threads=False, column_names=names, block_size=_BLOCK),
        "parse_options": pacsv.ParseOptions(
            delimiter=layout.delimiter or "\x02",
            quote_char='"' if quoted else False,
            double_quote=quoted,
            newlines_in_values=quoted,
            invalid_row_handler=on_invalid,
        ),
        "convert_options": pacsv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False, check_utf8=False
        ),
    }
    position = 0
    try:
        stream = _Utf8Stream(blob.open(), layout.encoding, _header_length(blob, layout))
        with pacsv.open_csv(pa.PythonFile(stream, mode="r"), **options) as reader:
            for batch in reader:
                numbers, position = _numbers(batch.num_rows, position, refused)
                yield pa.Table.from_batches([batch]).add_column(0, "row", numbers)
    except pa.ArrowInvalid as exc:
        if quoted and position == 0:
            raise _OutOfStep from exc
        raise DamagedError(
            f"the rows cannot be cut: {_first_line(exc)}",
            blob.name,
            f"mend the quotation marks after row {position} or save the table again",
        ) from exc
    if mended:
        columns = list(zip(*(cells for _, cells in mended), strict=True))
        arrays = [pa.array(column, pa.string()) for column in columns]
        yield pa.table([pa.array([number for number, _ in mended], pa.int64()), *arrays], names=["row", *names])


def _header_length(blob: Blob, layout: Layout) -> int:
    """Characters that the rows above the data take."""
    if layout.header_rows == 0:
        return 0
    with blob.open() as stream:
        text = _whole_lines(stream.read(_SAMPLE), layout.encoding, is_all=True)
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=layout.delimiter or "\x02")
    seen = 0
    for row in reader:
        seen += bool(row)
        if seen == layout.header_rows:
            break
    return sum(map(len, lines[: reader.line_num]))


def _numbers(count: int, position: int, refused: list[int]) -> tuple[pa.Array, int]:
    """Numbers for the next rows that were read, stepping over those that were refused."""
    skipped = sorted(number for number in refused if number > position)
    if not skipped:
        return pa.array(range(position + 1, position + count + 1), pa.int64()), position + count
    numbers: list[int] = []
    waiting, current = iter([*skipped, 0]), position
    barrier = next(waiting)
    while len(numbers) < count:
        current += 1
        if current == barrier:
            barrier = next(waiting)
            continue
        numbers.append(current)
    return pa.array(numbers, pa.int64()), current


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter or "\x02"), [])
    except csv.Error:
        return line.split(delimiter) if delimiter else [line]


def _first_line(exc: Exception) -> str:
    return str(exc).splitlines()[0][:160]
