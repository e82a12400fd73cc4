"""Tables: cells between ruled lines, or columns of words that stand under each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corrobora.model.document import Box
from corrobora.reading.layout.words import Line, PlacedWord, letter_width, lines_of, segments_of

_JOIN = 0.006


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells; a cell is its words, empty where it holds none. `top` and `bottom` bound it on the page."""

    rows: tuple[tuple[tuple[PlacedWord, ...], ...], ...]
    top: float
    bottom: float


def ruled(words: Sequence[PlacedWord], rulings: Sequence[Box]) -> tuple[list[Grid], list[PlacedWord]]:
    """Grids drawn with lines, and the words outside them.

    Args:
        words: of the page.
        rulings: thin boxes of drawn lines, horizontal and vertical.
    """
    flat = [r for r in rulings if r[2] - r[0] > 0.03 and r[3] - r[1] < 0.012]
    upright = [r for r in rulings if r[3] - r[1] > 0.008 and r[2] - r[0] < 0.012]
    grids, left = [], list(words)
    for ys, xs in _frames(flat, upright):
        inside = [w for w in left if ys[0] <= w.middle <= ys[-1] and xs[0] - _JOIN <= (w.box[0] + w.box[2]) / 2 <= xs[-1] + _JOIN]
        if len(ys) < 3 or len(xs) < 3 or len(inside) < 4:
            continue
        cells: list[list[list[PlacedWord]]] = [[[] for _ in xs[1:]] for _ in ys[1:]]
        for word in inside:
            row = _slot(ys, word.middle)
            column = _slot(xs, (word.box[0] + word.box[2]) / 2)
            cells[row][column].append(word)
        rows = tuple(tuple(tuple(_in_order(cell)) for cell in row) for row in cells if any(row))
        taken = set(map(id, inside))
        left = [w for w in left if id(w) not in taken]
        grids.append(Grid(rows, ys[0], ys[-1]))
    return grids, left


def _frames(flat: Sequence[Box], upright: Sequence[Box]) -> list[tuple[list[float], list[float]]]:
    """Groups of lines that touch each other: (heights of rows' borders, positions of columns' borders)."""
    frames: list[tuple[list[Box], list[Box]]] = []
    for line in sorted(upright, key=lambda r: r[1]):
        for frame in frames:
            if any(line[1] - _JOIN <= other[3] and other[1] - _JOIN <= line[3] for other in frame[1]):
                frame[1].append(line)
                break
        else:
            frames.append(([], [line]))
    found = []
    for _, bars in frames:
        top, bottom = min(b[1] for b in bars), max(b[3] for b in bars)
        left, right = min(b[0] for b in bars), max(b[2] for b in bars)
        beams = [f for f in flat if top - 2 * _JOIN <= f[1] <= bottom + 2 * _JOIN and f[2] > left and f[0] < right]
        ys = _merged([(b[1] + b[3]) / 2 for b in beams])
        xs = _merged([(b[0] + b[2]) / 2 for b in bars])
        if ys and xs:
            found.append((ys, xs))
    return found


def _merged(values: list[float]) -> list[float]:
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] < _JOIN:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def _slot(borders: list[float], value: float) -> int:
    return max(0, min(len(borders) - 2, sum(border <= value for border in borders) - 1))


def _in_order(cell: Sequence[PlacedWord]) -> list[PlacedWord]:
    return [word for line in lines_of(cell) for word in line]


def aligned(lines: Sequence[Line], gap: float) -> list[tuple[int, int]]:
    """Runs of lines (first, after last) that are cut into three or more pieces standing under each other."""
    runs: list[tuple[int, int]] = []
    pieces = [len(segments_of(line, gap)) for line in lines]
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and (pieces[end] >= 3 or (end > at and pieces[end] >= 2)):
            end += 1
        if end - at >= 3 and sum(p >= 3 for p in pieces[at:end]) >= 3:
            runs.append((at, end))
        at = max(end, at + 1)
    return runs


def columns_of(lines: Sequence[Line]) -> list[float]:
    """Left borders of the columns of a run: where a strip of the page that no word crosses ends."""
    words = [w for line in lines for w in line]
    width = letter_width(words)
    spans = sorted((w.box[0], w.box[2]) for w in words)
    borders, right = [spans[0][0]], spans[0][1]
    for left, end in spans[1:]:
        if left - right > 0.9 * width:
            borders.append(left)
        right = max(right, end)
    return borders


def grid_of(lines: Sequence[Line]) -> Grid:
    """The run as a grid; a line without a first cell goes on with the row above."""
    borders = columns_of(lines)
    rows: list[list[list[PlacedWord]]] = []
    for line in lines:
        cells: list[list[PlacedWord]] = [[] for _ in borders]
        for word in line:
            cells[max(0, sum(border <= word.box[0] + 1e-6 for border in borders) - 1)].append(word)
        if rows and not cells[0] and sum(map(bool, cells)) <= max(1, len(borders) // 2):
            for cell, more in zip(rows[-1], cells, strict=True):
                cell.extend(more)
        else:
            rows.append(cells)
    top, bottom = min(w.box[1] for w in lines[0]), max(w.box[3] for w in lines[-1])
    return Grid(tuple(tuple(tuple(cell) for cell in row) for row in rows), top, bottom)
