"""Text tables: CSV, TSV and their kin, in any encoding, streamed."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

from corrobora.errors import DamagedError
from corrobora.model.encoding import encoding_of
from corrobora.records import layout as layouts
from corrobora.records.table import BadRow, Blob, Layout, OutOfStepError, as_batch, joined_headers

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
        encoding = encoding_of(sample)
        text = _whole_lines(sample, encoding, is_all=len(sample) < _SAMPLE)
        delimiter = layouts.delimiter_of(text)
        rows = layouts.split_rows(text, delimiter)
        if not rows:
            raise DamagedError("this table is empty", self.blob.name)
        width = max(len(row) for row in rows) if len(rows) < 3 else _usual_width(rows)
        return Layout(layouts.header_rows_of(rows), width, encoding, delimiter)

    def head(self, layout: Layout, limit: int = 1000) -> tuple[list[str], list[list[str | None]]]:
        """The headers and the first data rows."""
        with self.blob.open() as stream:
            text = _whole_lines(stream.read(_SAMPLE * 4), layout.encoding, is_all=False) or ""
        rows = layouts.split_rows(text, layout.delimiter, limit + layout.header_rows)
        cells: list[list[str | None]] = [list(row) for row in rows]
        return joined_headers(cells[: layout.header_rows], layout.width), cells[layout.header_rows :]

    def batches(self, layout: Layout, on_bad: Callable[[BadRow], None]) -> Iterator[pa.Table]:
        """All data rows; short rows are filled up, long ones are listed.

        Raises:
            OutOfStepError: a quotation mark is never closed; with `layout.quoted` off every line is a row.
        """
        yield from _stream(self.blob, layout, on_bad)


def _usual_width(rows: list[list[str]]) -> int:
    widths = Counter(len(row) for row in rows)
    return max(widths, key=lambda width: (widths[width], width))


def _whole_lines(sample: bytes, encoding: str, *, is_all: bool) -> str:
    text = codecs.getincrementaldecoder(encoding)(errors="replace").decode(sample, final=False)
    text = text.replace("\x00", "").replace("\x1a", "")
    if is_all or "\n" not in text:
        return text
    return text if len(sample) < _SAMPLE else text[: text.rindex("\n") + 1]


class _Ragged:
    """Rows with another number of cells than the table has: mended where that is safe, listed where it is not."""

    def __init__(self, layout: Layout, on_bad: Callable[[BadRow], None]) -> None:
        self.layout, self.on_bad = layout, on_bad
        self.refused: list[int] = []
        self.mended: list[tuple[int, list[str | None]]] = []
        self.is_out_of_step = False

    def __call__(self, row: pacsv.InvalidRow) -> str:
        text, number, width = row.text or "", row.number, self.layout.width
        self.refused.append(number)
        # Several lines in one row that still has the wrong number of cells: a quotation mark was never closed.
        if "\n" in text.strip() and self.layout.quoted:
            self.is_out_of_step = True
        cells = _cells(text, self.layout.delimiter)
        if len(cells) > width and len(joined := _delimiter_of_prose(text, self.layout.delimiter)) == width:
            self.mended.append((number, list(joined)))
            taken = f"{self.layout.delimiter!r} before a blank was taken as text"
            self.on_bad(BadRow(number, f"has {len(cells)} cells of {width}; {taken}"))
            return "skip"
        if len(cells) < width:
            if any(cell.strip() for cell in cells):
                self.mended.append((number, [*cells, *[None] * (width - len(cells))]))
                self.on_bad(BadRow(number, f"has {len(cells)} cells of {width}; the missing ones count as empty"))
        elif not any(cell.strip() for cell in cells[width:]):
            self.mended.append((number, list(cells[:width])))
        else:
            self.on_bad(BadRow(number, f"has {len(cells)} cells instead of {width}"))
        return "skip"

    def table(self) -> pa.Table:
        """The mended rows so far, which are then forgotten."""
        rows, self.mended = self.mended, []
        return as_batch([cells for _, cells in rows], [number for number, _ in rows], self.layout.width)


def _stream(blob: Blob, layout: Layout, on_bad: Callable[[BadRow], None]) -> Iterator[pa.Table]:
    ragged = _Ragged(layout, on_bad)
    position = 0
    try:
        stream = _Utf8Stream(blob.open(), layout.encoding, _header_length(blob, layout))
        with pacsv.open_csv(pa.PythonFile(stream, mode="r"), **_options(layout, ragged)) as reader:
            for batch in reader:
                numbers, position = _numbers(batch.num_rows, position, ragged.refused)
                table = pa.Table.from_batches([batch]).add_column(0, "row", numbers)
                yield table if layout.quoted else _unquoted(table)
                if ragged.is_out_of_step:
                    break
                if ragged.mended:
                    yield ragged.table()
    except pa.ArrowInvalid as exc:
        if layout.quoted:
            raise OutOfStepError("a quotation mark is never closed", blob.name) from exc
        where = f"mend the table after row {position} or save it again"
        raise DamagedError(f"the rows cannot be cut: {_first_line(exc)}", blob.name, where) from exc
    if ragged.is_out_of_step:
        raise OutOfStepError("a quotation mark is never closed", blob.name)
    if ragged.mended:
        yield ragged.table()


def _options(layout: Layout, ragged: _Ragged) -> dict[str, object]:
    names = [str(place) for place in range(layout.width)]
    return {
        "read_options": pacsv.ReadOptions(use_threads=False, column_names=names, block_size=_BLOCK),
        "parse_options": pacsv.ParseOptions(
            delimiter=layout.delimiter or "\x02",
            quote_char='"' if layout.quoted else False,
            double_quote=layout.quoted,
            newlines_in_values=layout.quoted,
            invalid_row_handler=ragged,
        ),
        "convert_options": pacsv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False, check_utf8=False
        ),
    }


def _unquoted(table: pa.Table) -> pa.Table:
    """Takes the marks off cells that have both."""
    for place, name in enumerate(table.column_names[1:], 1):
        bare = pc.replace_substring_regex(table.column(name), r'^"(.*)"$', r"\1")
        table = table.set_column(place, name, pc.replace_substring(bare, '""', '"'))
    return table


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


def _delimiter_of_prose(line: str, delimiter: str) -> list[str]:
    """`Pinecone Co., Ltd` without quotation marks: a delimiter before a blank is part of the text."""
    if not delimiter or '"' in line or delimiter.isspace():
        return []
    return re.split(re.escape(delimiter) + r"(?! )", line.rstrip("\r\n"))


def _first_line(exc: Exception) -> str:
    return str(exc).splitlines()[0][:160]
