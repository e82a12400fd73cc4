"""A zone of columns to a block: a table of gaps, rows of blocks that belong together, or column after column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corrobora.reading.layout.grids import cell_lines
from corrobora.reading.layout.lines import lines_of
from corrobora.reading.layout.pieces import Block, Grid, GridCell, Lines, Pairs, Segment, around, line_height, script

_LOOSE = 1.15
"""A distance of lines this much larger than the usual one in a column parts two blocks."""
_MARKER = re.compile(
    r"\s*(?:\d{1,3}[.)、．]|[一二三四五六七八九十]{1,3}[、.．)]|[（(][\d一二三四五六七八九十]{1,3}[)）]|[-–—•])\s*\S"
)
_UNFINISHED = re.compile(r"(?:[,;(«–—-]|\b(?:и|в|на|с|по|от|и|та|і|з|у|of|and|the|in|for))$", re.IGNORECASE)
_MAX_LABEL = 34

Line = tuple[Segment, ...]
Corridor = tuple[float, float]


def block_of(zone: Sequence[Line], corridors: Sequence[Corridor], unit: float) -> Block:
    """What the columns of a zone are to each other."""
    bounds = [(a + b) / 2 for a, b in _distinct(corridors)]
    columns: list[list[Line]] = [[] for _ in range(len(bounds) + 1)]
    for segment in (s for line in zone for s in line):
        centre = (segment.box[0] + segment.box[2]) / 2
        columns[sum(centre > bound for bound in bounds)].append((segment,))
    columns = [_stacked(column) for column in columns if column]
    if len(columns) >= 3 and not _flows(columns):
        table = _table(columns, _row_tops(columns))
        if _is_full(table):
            return table
    if len(columns) == 2 and _is_form(columns):
        return _table(columns, _row_tops(columns))
    return _pairs(columns)


def _is_full(table: Grid) -> bool:
    """Whether two rows or more have three cells: less is text that happens to stand apart."""
    filled: dict[int, int] = {}
    for cell in table.cells:
        filled[cell.row] = filled.get(cell.row, 0) + 1
    return sum(count >= 3 for count in filled.values()) >= 2


def _distinct(corridors: Sequence[Corridor]) -> list[Corridor]:
    kept: list[Corridor] = []
    for corridor in sorted(corridors):
        if not kept or corridor[0] > kept[-1][1]:
            kept.append(corridor)
    return kept


def _stacked(column: list[Line]) -> list[Line]:
    return lines_of([segment for line in column for segment in line])


def _text(line: Line) -> str:
    return " ".join(segment.text for segment in line)


def _top(line: Line) -> float:
    return min(s.box[1] for s in line)


def _bottom(line: Line) -> float:
    return max(s.box[3] for s in line)


def _middle(line: Line) -> float:
    return (_top(line) + _bottom(line)) / 2


def _flows(columns: Sequence[list[Line]]) -> bool:
    """Whether the columns are running text: many lines, most of them filling their column."""
    for column in columns:
        box = around([s.box for line in column for s in line])
        width = box[2] - box[0]
        full = sum((line[-1].box[2] - line[0].box[0]) > 0.8 * width for line in column)
        if len(column) < 5 or full * 2 < len(column) or sum(len(_text(line)) for line in column) < 18 * len(column):
            return False
    return True


def _is_form(columns: Sequence[list[Line]]) -> bool:
    """Whether the left column holds short labels and the right one their values, in one script."""
    left, right = columns
    if len(left) < 3 or abs(len(left) - len(right)) > len(left) // 2:
        return False
    if any(len(_text(line)) > _MAX_LABEL for line in left) or not _is_level(left, right):
        return False
    scripts = [script(" ".join(map(_text, column))) for column in columns]
    if scripts[0] != scripts[1] and "" not in scripts and "han" in scripts:
        return False
    firsts = [{_text(line).split()[0].lower() for line in column} for column in columns]
    digits = [sum(any(c.isdigit() for c in _text(line)) for line in column) for column in columns]
    return not (firsts[0] & firsts[1]) and digits[0] * 3 <= len(left) and digits[1] > digits[0]


def _is_level(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether most lines of the left column have one of the right at their height."""
    height = line_height([s.box for line in left for s in line])
    return sum(any(abs(_middle(a) - _middle(b)) < 0.5 * height for b in right) for a in left) * 4 >= len(left) * 3


def _row_tops(columns: Sequence[list[Line]]) -> list[float]:
    """Where the rows of a table begin: where most columns, the first among them, begin a line."""
    height = line_height([s.box for column in columns for line in column for s in line])
    levels: list[list[tuple[int, Line]]] = []
    for column, line in sorted(
        ((c, line) for c, lines in enumerate(columns) for line in lines), key=lambda x: _middle(x[1])
    ):
        if levels and _middle(line) - _middle(levels[-1][0][1]) < 0.6 * height:
            levels[-1].append((column, line))
        else:
            levels.append([(column, line)])
    tops: list[float] = []
    for level in levels:
        present = {column for column, _ in level}
        if not tops or len(present) * 2 > len(columns) or (0 in present and len(present) > 1):
            tops.append(min(_top(line) for _, line in level))
    return tops


def _table(columns: Sequence[list[Line]], tops: Sequence[float]) -> Grid:
    content: dict[tuple[int, int], list[Segment]] = {}
    for number, column in enumerate(columns):
        for line in column:
            row = max(0, sum(_middle(line) > top for top in tops) - 1)
            content.setdefault((row, number), []).extend(line)
    cells = tuple(
        GridCell(row, column, cell_lines([w for s in inside for w in s.words]), around([s.box for s in inside]))
        for (row, column), inside in sorted(content.items())
    )
    return Grid(cells, around([cell.box for cell in cells]))


def _pairs(columns: Sequence[list[Line]]) -> Pairs:
    """Rows of blocks where the columns show them, else each column as one block."""
    cuts = _cuts(columns)
    rows: list[tuple[Lines, ...]] = []
    for low, high in zip([-1.0, *cuts], [*cuts, 2.0], strict=True):
        row = []
        for column in columns:
            inside = [line for line in column if low <= _middle(line) < high]
            if inside:
                row.append(Lines(tuple(inside), around([s.box for line in inside for s in line])))
        if row:
            rows.append(tuple(row))
    return Pairs(tuple(rows), around([block.box for row in rows for block in row]))


@dataclass(frozen=True, slots=True)
class _Heights:
    """A column and where its lines begin, end and have their middles: asked for at every possible cut."""

    lines: Sequence[Line]
    tops: tuple[float, ...]
    bottoms: tuple[float, ...]
    middles: tuple[float, ...]
    usual: float

    @classmethod
    def of(cls, column: Sequence[Line]) -> _Heights:
        tops, bottoms = tuple(map(_top, column)), tuple(map(_bottom, column))
        middles = tuple((top + bottom) / 2 for top, bottom in zip(tops, bottoms, strict=True))
        return cls(column, tops, bottoms, middles, _usual_distance(column))

    def is_torn(self, cut: float, margin: float) -> bool:
        """Whether the cut would go through a line."""
        spans = zip(self.tops, self.bottoms, strict=True)
        return any(top + margin < cut < bottom - margin for top, bottom in spans)


def _cuts(columns: Sequence[list[Line]]) -> list[float]:
    """Heights at which every column begins a new block."""
    heights = [_Heights.of(column) for column in columns]
    tops = sorted({top for column in heights for top in column.tops})
    height = line_height([s.box for column in columns for line in column for s in line])
    cuts: list[float] = []
    for top in tops:
        cut = top - 0.1 * height
        if cuts and cut - cuts[-1] < 0.8 * height:
            continue
        if any(column.is_torn(cut, 0.35 * height) for column in heights):
            continue
        marks = [_evidence(column, cut + 0.2 * height, height) for column in heights]
        known = [mark for mark in marks if mark is not None]
        if known and sum(known) > 0 and min(known) >= -1 and len(known) == len(columns):
            cuts.append(cut)
    return cuts


def _usual_distance(column: Sequence[Line]) -> float:
    """The distance of lines within a block: the shortest usual one, never more than lines of one block have."""
    distances = sorted(_middle(b) - _middle(a) for a, b in zip(column, column[1:], strict=False))
    height = line_height([s.box for line in column for s in line])
    tight = distances[len(distances) // 8] if distances else 1.3 * height
    return max(min(tight, 1.75 * height), 0.9 * height)


def _evidence(column: _Heights, cut: float, height: float) -> float | None:
    """How much speaks for a new block at a height: above 0 for, below against; None with no line on one side."""
    above = [number for number, middle in enumerate(column.middles) if middle <= cut]
    if not above or len(above) == len(column.middles):
        return None
    last = above[-1]
    next_ = next(number for number, middle in enumerate(column.middles) if middle > cut)
    if column.tops[next_] - cut > 0.75 * height:
        # the next block of this column has not begun yet: the cut belongs where it begins
        return -2.0
    before, after = column.lines[last], column.lines[next_]
    ratio = (column.middles[next_] - column.middles[last]) / column.usual
    mark = 1.0 if ratio >= _LOOSE else -0.5
    mark += 0.8 if ratio >= 1.6 else 0.0
    first, text = _text(after)[:1], _text(before)
    if _MARKER.match(_text(after)):
        mark += 1.0
    if first.islower() or _UNFINISHED.search(text):
        mark -= 0.8
    elif text[-1:] in ":：":
        mark += 1.0
    elif first.isupper() and text[-1:] in ".;!?)»":
        mark += 0.5
    return mark
