"""Tables and frames that are drawn: which ruled lines make a grid, which words lie in which cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corrobora.model.document import Box
from corrobora.reading.layout.lines import lines_of, segments_of
from corrobora.reading.layout.pieces import Grid, GridCell, PlacedWord, around

_TOUCH = 0.006
"""How near two rulings must come to touch: scans break lines at their crossings."""
_DRAWN = 0.3
"""Share of a cell's side that must be drawn for it to part two cells."""
_MAX_RULINGS = 1500
_PAGE_SHARE = 0.6
"""A frame around more of the page than this is an ornament."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A single box with words inside: a stamp, a form's field, a remark."""

    words: tuple[PlacedWord, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class _Net:
    """Boundaries of a grid, and the rulings that draw them."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    upright: tuple[Box, ...]
    level: tuple[Box, ...]

    @property
    def box(self) -> Box:
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def split_by_rulings(
    words: Sequence[PlacedWord], rulings: Sequence[Box]
) -> tuple[list[Grid], list[Frame], list[PlacedWord]]:
    """Words in drawn tables, words in single frames, and the others."""
    free = list(words)
    grids: list[Grid] = []
    frames: list[Frame] = []
    for net in _nets(rulings):
        inside = [word for word in free if _holds(net.box, word.box)]
        if not inside:
            continue
        if len(net.xs) == 2 and len(net.ys) == 2:
            if not _is_ornament(net.box):
                frames.append(Frame(tuple(inside), net.box))
                free = [word for word in free if not _holds(net.box, word.box)]
            continue
        grid = _grid(net, inside)
        if grid is not None:
            grids.append(grid)
            free = [word for word in free if not _holds(net.box, word.box)]
    return grids, frames, free


def _nets(rulings: Sequence[Box]) -> list[_Net]:
    """Grids among rulings that touch, the smallest first: a table inside a frame is found before the frame."""
    lines = [r for r in rulings[:_MAX_RULINGS] if max(r[2] - r[0], r[3] - r[1]) > 0.01]
    nets = [net for group in _touching(lines) if (net := _net(group)) is not None]
    return sorted(nets, key=lambda net: (net.box[2] - net.box[0]) * (net.box[3] - net.box[1]))


def _net(group: list[Box]) -> _Net | None:
    level = tuple(r for r in group if r[2] - r[0] >= r[3] - r[1])
    upright = tuple(r for r in group if r[2] - r[0] < r[3] - r[1])
    if len(level) < 2 or not upright:
        return None
    box = around(group)
    xs = _clustered([*((r[0] + r[2]) / 2 for r in upright), box[0], box[2]])
    ys = _clustered([*((r[1] + r[3]) / 2 for r in level), box[1], box[3]])
    return _Net(xs, ys, upright, level) if len(xs) > 1 and len(ys) > 1 else None


def _touching(lines: list[Box]) -> list[list[Box]]:
    parent = list(range(len(lines)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    # from top to bottom, each line against those that reach down to it
    reaching: list[int] = []
    for i in sorted(range(len(lines)), key=lambda index: lines[index][1]):
        one = lines[i]
        reaching = [j for j in reaching if lines[j][3] + _TOUCH >= one[1] - _TOUCH]
        for j in reaching:
            if _near(one, lines[j]):
                parent[root(i)] = root(j)
        reaching.append(i)
    groups: dict[int, list[Box]] = {}
    for index, line in enumerate(lines):
        groups.setdefault(root(index), []).append(line)
    return list(groups.values())


def _near(a: Box, b: Box) -> bool:
    return a[0] - _TOUCH <= b[2] and b[0] - _TOUCH <= a[2] and a[1] - _TOUCH <= b[3] and b[1] - _TOUCH <= a[3]


def _clustered(values: Iterable[float]) -> tuple[float, ...]:
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= _TOUCH:
            groups[-1].append(value)
        else:
            groups.append([value])
    return tuple(sum(group) / len(group) for group in groups)


def _holds(outer: Box, inner: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] - _TOUCH <= x <= outer[2] + _TOUCH and outer[1] - _TOUCH / 2 <= y <= outer[3] + _TOUCH / 2


def _is_ornament(box: Box) -> bool:
    return (box[2] - box[0]) * (box[3] - box[1]) > _PAGE_SHARE


def _grid(net: _Net, words: Sequence[PlacedWord]) -> Grid | None:
    """Cells with their words; None where all words fall into one cell."""
    merged = _merged(net)
    content: dict[tuple[int, int], list[PlacedWord]] = {}
    for word in words:
        content.setdefault(merged[_place(net, word.box)], []).append(word)
    if len(content) < 2:
        return None
    cells = tuple(
        GridCell(row, column, cell_lines(inside), _cell_box(net, merged, (row, column)))
        for (row, column), inside in sorted(content.items())
    )
    return Grid(_renumbered(cells), net.box)


def cell_lines(words: Sequence[PlacedWord]) -> tuple[tuple[PlacedWord, ...], ...]:
    """The words of a cell, line by line."""
    lines = lines_of(segments_of(words))
    return tuple(tuple(word for segment in line for word in segment.words) for line in lines)


def _place(net: _Net, box: Box) -> tuple[int, int]:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    column = sum(x > bound for bound in net.xs[1:-1])
    row = sum(y > bound for bound in net.ys[1:-1])
    return row, column


def _merged(net: _Net) -> dict[tuple[int, int], tuple[int, int]]:
    """Every square of the net to the top left square of its cell: squares with no line drawn between them are one."""
    squares = [(row, column) for row in range(len(net.ys) - 1) for column in range(len(net.xs) - 1)]
    cell = {square: square for square in squares}

    def root(square: tuple[int, int]) -> tuple[int, int]:
        while cell[square] != square:
            square = cell[square]
        return square

    for row, column in squares:
        for other in ((row, column + 1), (row + 1, column)):
            if other in cell and not _is_parted(net, row, column, other):
                one, two = sorted((root((row, column)), root(other)))
                cell[two] = one
    return {square: root(square) for square in squares}


def _is_parted(net: _Net, row: int, column: int, other: tuple[int, int]) -> bool:
    if other[0] == row:
        side, (a, b) = net.xs[column + 1], (net.ys[row], net.ys[row + 1])
        spans = [(r[1], r[3]) for r in net.upright if abs((r[0] + r[2]) / 2 - side) <= 1.5 * _TOUCH]
    else:
        side, (a, b) = net.ys[row + 1], (net.xs[column], net.xs[column + 1])
        spans = [(r[0], r[2]) for r in net.level if abs((r[1] + r[3]) / 2 - side) <= 1.5 * _TOUCH]
    return _covered(spans, a, b) >= _DRAWN * (b - a)


def _covered(spans: list[tuple[float, float]], a: float, b: float) -> float:
    total, reached = 0.0, a
    for start, end in sorted(spans):
        low, high = max(start, reached), min(end, b)
        if high > low:
            total += high - low
            reached = high
    return total


def _cell_box(net: _Net, merged: dict[tuple[int, int], tuple[int, int]], cell: tuple[int, int]) -> Box:
    squares = [square for square, owner in merged.items() if owner == cell]
    return around([(net.xs[c], net.ys[r], net.xs[c + 1], net.ys[r + 1]) for r, c in squares])


def _renumbered(cells: tuple[GridCell, ...]) -> tuple[GridCell, ...]:
    """Rows and columns counted without those that hold no word."""
    rows = {row: number for number, row in enumerate(sorted({cell.row for cell in cells}))}
    columns = {column: number for number, column in enumerate(sorted({cell.column for cell in cells}))}
    return tuple(GridCell(rows[cell.row], columns[cell.column], cell.lines, cell.box) for cell in cells)
