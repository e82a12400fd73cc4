"""Tables written as text: which delimiter, and the cells. Pure."""

from __future__ import annotations

import csv
import io
from collections import Counter

from corrobora.model.document import Cell, Table

_SAMPLE_LINES = 200
_MAX_CELLS = 2_000_000
_EVEN = 0.9
# A comma also stands in sentences and a bar in drawings: these must show more columns before they count.
_LEAST = {"\t": 2, ";": 2, "|": 3, ",": 3}
_LONGEST_MEAN = 60
_BETWEEN = " \t\r\n\u00a0\u3000;,|\"'"


def rows(text: str) -> list[list[str]]:
    r"""The cells of a delimited table by row, or [] where the text is no such table.

    Example:
        >>> rows("No;Name\n1;Wang Wei\n2;Li Na\n")
        [['No', 'Name'], ['1', 'Wang Wei'], ['2', 'Li Na']]
    """
    start = text.lstrip("\ufeff \t\r\n")[:1]
    if start in ("{", "[", "<"):
        return []
    sample = "\n".join(text.splitlines()[:_SAMPLE_LINES])
    found = [delimiter for delimiter in _LEAST if _is_table(_split(sample, delimiter), _LEAST[delimiter])]
    if not found:
        return []
    best = max(found, key=lambda delimiter: sum(map(len, _split(sample, delimiter))))
    table = _split(text.removeprefix("\ufeff"), best)
    return table if sum(map(len, table)) <= _MAX_CELLS else []


def _split(text: str, delimiter: str) -> list[list[str]]:
    try:
        parsed = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=delimiter == ",")
        return [[cell.strip() for cell in row] for row in parsed if any(cell.strip() for cell in row)]
    except csv.Error:
        return []


def _is_table(table: list[list[str]], least: int) -> bool:
    """Whether nearly all rows have as many cells, enough of them, and cells are no paragraphs."""
    if len(table) < 2:
        return False
    width, count = Counter(map(len, table)).most_common(1)[0]
    if width < least or count < max(2, _EVEN * len(table)):
        return False
    lengths = [len(cell) for row in table for cell in row]
    return sum(lengths) <= _LONGEST_MEAN * len(lengths) and any(len(cell) > 0 for row in table[1:] for cell in row)


def in_place(text: str, table: list[list[str]]) -> Table | None:
    """The table's cells where they stand in the text; None where one is not written there as it reads."""
    cells: list[Cell] = []
    place = 0
    for row, texts in enumerate(table):
        for column, cell in enumerate(texts):
            if not cell:
                continue
            start = text.find(cell, place)
            if start < 0 or text[place:start].strip(_BETWEEN):
                return None
            place = start + len(cell)
            cells.append(Cell(row, column, cell, start, place, ref=cell_name(row, column)))
    return Table(tuple(cells))


def cell_name(row: int, column: int) -> str:
    """The name a spreadsheet would give to this cell, counted from 0.

    Example:
        >>> cell_name(0, 27)
        'AB1'
    """
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row + 1}"
