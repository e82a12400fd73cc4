"""Rows that are no entries: headings above groups of rows, totals, the lines under a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from corrobora.records.parts import REST, parts_of, tokens
from corrobora.records.profile import is_nothing
from corrobora.records.table import BadRow

TOTAL = (
    r"(?i)^\s*(?:итого|всего|разом|усього|підсумок|total|subtotal|sub-total|grand total|sum total"
    r"|合计|合計|总计|總計|小计|小計)"
    r"(?:\s*[:：.]?\s*[\d\s.,]*|\s*[:：]?\s*(?:за|по|на|для|from|for|in|of)\s.*|\s*[:：]?\s*\d[\d\s.,]*\s*[^\W\d_]+\.?)\s*$"
)
"""A cell that names a sum of the rows above: the word alone, with a number, or with what it sums up."""

_IS_TOTAL = re.compile(TOTAL)
_LEAST_WIDTH, _FEW, _MANY = 3, 2, 0.6


def is_total(row: Sequence[str | None]) -> bool:
    """Whether a row sums up the rows above it: its first words say so."""
    first = next((cell for cell in row if not is_nothing(cell)), None)
    return first is not None and _IS_TOTAL.match(first) is not None


def heading_of(row: Sequence[str | None]) -> str | None:
    """The words of a row with one filled cell that tells of a date, a flight, a train, a unit or a route; else None."""
    present = [cell for cell in row if cell is not None and not is_nothing(cell)]
    if len(present) != 1 or is_total(present):
        return None
    text = present[0].strip()
    kinds = {kind for kind, _ in tokens(text)} - {REST, "document"}
    return text if kinds or parts_of("", [text], is_heading=True) else None


def grouped(
    rows: Sequence[Sequence[str | None]], width: int
) -> tuple[list[Sequence[str | None]], list[str | None]]:
    """The entries among the rows, and for each the heading above it; no headings where the table has none.

    A table has headings where a row with one filled cell stands above fuller ones, tells of something, and the entries
    below the last one are no fewer than the headings.
    """
    entries = [row for row in rows if not is_total(row)]
    found = [heading_of(row) if width >= _LEAST_WIDTH else None for row in entries]
    count = sum(text is not None for text in found)
    sizes = sorted(sum(not is_nothing(cell) for cell in row) for row in entries)
    usual = sizes[len(sizes) // 2] if sizes else 0
    first = next((place for place, text in enumerate(found) if text is not None), len(rows))
    # One line with a date under a table is the day on which it was printed.
    is_grouped = 0 < count * 3 <= len(entries) and usual >= max(_FEW, _MANY * width) and first <= 0.5 * len(rows)
    if not is_grouped:
        return entries, []
    headings: list[str | None] = []
    current: str | None = None
    for text in found:
        current = text or current
        if text is None:
            headings.append(current)
    return [row for row, text in zip(entries, found, strict=True) if text is None], headings


def entries_of(batch: pa.Table, on_bad: Callable[[BadRow], None]) -> pa.Table:
    """The batch without the rows that sum up others; they are told of."""
    first = pc.coalesce(*(_present(batch.column(name)) for name in batch.column_names[1:]))
    sums = pc.fill_null(pc.match_substring_regex(first, TOTAL), False)
    if not pc.any(sums).as_py():
        return batch
    for row in batch.column("row").filter(sums).to_pylist():
        on_bad(BadRow(row, "sums up other rows and is left out"))
    return batch.filter(pc.invert(sums))


def _present(column: pa.ChunkedArray) -> pa.ChunkedArray:
    trimmed = pc.utf8_trim_whitespace(column)
    return pc.if_else(pc.equal(trimmed, ""), None, trimmed)


class Headings:
    """Carries headings down over the batches of a table."""

    def __init__(self) -> None:
        self._last: str | None = None

    def carried(self, batch: pa.Table, column: str) -> pa.Table:
        """The batch without the rows that are headings, and with a column that holds the heading above each row.

        Args:
            batch: a column `row` and text columns.
            column: what to call the new one.
        """
        counts = filled(batch)
        headings: list[str | None] = [None] * batch.num_rows
        for place in pc.indices_nonzero(pc.equal(counts, 1)).to_pylist():
            headings[place] = heading_of([batch.column(name)[place].as_py() for name in batch.column_names[1:]])
        told = pa.array(headings, pa.string())
        above = pc.coalesce(pc.fill_null_forward(told), pa.scalar(self._last, pa.string()))
        if batch.num_rows:
            self._last = above[-1].as_py()
        return batch.append_column(column, above).filter(pc.is_null(told))


def filled(batch: pa.Table) -> pa.Array:
    """The number of filled cells in each row of a batch."""
    counts = pa.array([0] * batch.num_rows, pa.int64())
    for name in batch.column_names[1:]:
        trimmed = pc.utf8_trim_whitespace(pc.fill_null(batch.column(name), ""))
        counts = pc.add(counts, pc.not_equal(trimmed, "").cast(pa.int64()))
    return counts.combine_chunks() if isinstance(counts, pa.ChunkedArray) else counts
