"""Delimiter and header of a text table, told from its first rows."""

from __future__ import annotations

import csv
import io
import math
from collections import Counter
from collections.abc import Sequence

from corrobora.records import shapes
from corrobora.records.headers import is_known
from corrobora.records.profile import is_nothing

DELIMITERS = (";", "\t", "|", ",", "^", "~", "\x01")
Row = list[str]

# fmt: off
_TYPED = (
    "date", "time", "email", "url", "number", "organization", "patronymic", "person", "inn", "country", "flight",
    "iata", "pnr", "passport", "case", "declaration", "tail", "uuid", "code", "direction",
)
# fmt: on


def split_rows(text: str, delimiter: str, limit: int = 400) -> list[Row]:
    """The first rows of a text table; blank lines do not count."""
    rows: list[Row] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or "\x02", strict=False)
    try:
        for row in reader:
            if row:
                rows.append(row)
            if len(rows) >= limit:
                break
    except csv.Error:
        return rows
    return rows


def delimiter_of(text: str) -> str:
    """The delimiter of a sample that ends with a whole line; "" where there is one column only."""
    scored = [(_regularity(text, mark), -place, mark) for place, mark in enumerate(DELIMITERS) if mark in text]
    best = max(scored, default=(0.0, 0, ""))
    return best[2] if best[0] > 0.55 else ""


def _regularity(text: str, delimiter: str) -> float:
    rows = split_rows(text, delimiter, 200)
    # A title above the table has fewer cells than it; the rows below decide.
    widths = [len(row) for row in rows]
    if not widths:
        return 0.0
    width, times = Counter(widths).most_common(1)[0]
    if width < 2:
        return 0.0
    agreeing = times / len(widths)
    first = 1.0 if widths[0] == width else 0.75
    cells = [cell for row in rows[:80] if len(row) == width for cell in row]
    # Prose has a blank after its commas, and no quotes around its parts.
    prose = sum(cell.startswith(" ") and not cell.startswith("  ") for cell in cells) / max(1, len(cells))
    ragged = sum('"' in cell.strip('"') for cell in cells) / max(1, len(cells))
    return agreeing**2 * first * math.log2(width + 1) * (1 - 0.6 * prose) * (1 - 0.5 * ragged)


def header_rows_of(rows: Sequence[Row]) -> int:
    """How many rows stand above the data: 0 for a table without a header, several for titles and stacked headers."""
    if len(rows) < 2:
        return 1 if rows and _looks_named(rows[0]) else 0
    width = Counter(len(row) for row in rows).most_common(1)[0][0]
    filled = [_own_cells(row) for row in rows]
    usual = sorted(filled)[len(filled) // 2]
    start = next((place for place, count in enumerate(filled) if count >= max(2, 0.5 * usual)), 0) if usual >= 3 else 0
    if start > min(20, len(rows) // 2):
        start = 0
    body = rows[start + 1 :]
    types = _column_types(body, width)
    if not _is_header(rows[start], body, types):
        return 0
    count = start + 1
    while count < min(len(rows) - 1, start + 6) and _is_more_header(_not_from(rows[count], rows[count - 1]), types):
        count += 1
    return count


def _own_cells(row: Row) -> int:
    """The filled cells of a row; a title that was merged over all of it is one."""
    told = [cell.strip() for cell in row if not is_nothing(cell)]
    return 1 if len(told) > 2 and len(set(told)) == 1 else len(told)


def _column_types(body: Sequence[Row], width: int) -> list[frozenset[str]]:
    """For each column the shapes that nearly all its cells share."""
    types = []
    for column in range(width):
        cells = [row[column] for row in body[:200] if column < len(row) and not is_nothing(row[column])]
        seen = Counter(shape for cell in cells for shape in shapes.of(cell))
        types.append(frozenset(shape for shape in _TYPED if cells and seen[shape] >= 0.75 * len(cells)))
    return types


def _is_header(row: Row, body: Sequence[Row], types: Sequence[frozenset[str]]) -> bool:
    used = {column for other in body[:200] for column, cell in enumerate(other[: len(types)]) if not is_nothing(cell)}
    named = sum(not is_nothing(row[column]) for column in used if column < len(row))
    if named < 0.4 * len(used):
        return False
    score = 0.0
    for column, cell in enumerate(row[: len(types)]):
        if is_nothing(cell):
            score -= 0.1
            continue
        cell_shapes = shapes.of(cell)
        if types[column] and not types[column] & cell_shapes:
            score += 1.0
        elif types[column] & cell_shapes:
            score -= 1.2
        others = [other[column] for other in body[:200] if column < len(other)]
        if cell in others:
            score -= 1.5
        if is_known(cell):
            score += 1.2
        score += _texture(cell, others)
    return score > 0.0


def _texture(cell: str, others: Sequence[str]) -> float:
    """Headers of machines are snake_case or camelCase; data around them rarely are."""
    words = cell.strip()
    machine = "_" in words or (words[:1].islower() and words.isascii() and words.isalnum() and not words.isdigit())
    if not machine:
        return 0.0
    alike = sum("_" in other or other[:1].islower() for other in others)
    return 0.8 if alike * 4 < max(1, len(others)) else 0.0


def _not_from(row: Row, above: Row) -> Row:
    """A row without what a merged cell shows in the row above as well."""
    return [
        "" if column < len(above) and cell == above[column] and not is_nothing(cell) else cell
        for column, cell in enumerate(row)
    ]


def _is_more_header(row: Row, types: Sequence[frozenset[str]]) -> bool:
    """A second line of headers: units, column numbers, or names under merged cells."""
    present = [(column, cell) for column, cell in enumerate(row[: len(types)]) if not is_nothing(cell)]
    if not present:
        return True
    numbered = [cell.strip().removesuffix(".0") for _, cell in present]
    if len(present) >= 3 and numbered == [str(place) for place in range(1, len(present) + 1)]:
        return True
    typed = [column for column, _ in present if types[column]]
    if len(typed) < 2:
        return False
    alien = sum(not types[column] & shapes.of(row[column]) for column in typed)
    return alien >= 0.8 * len(typed) and len(typed) >= 0.3 * len(types)


def _looks_named(row: Row) -> bool:
    return sum(is_known(cell) for cell in row) * 2 >= len(row)
