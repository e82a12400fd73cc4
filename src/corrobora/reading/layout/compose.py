"""Puts the words of a page into reading order."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from corrobora.model.document import Box, Cell, Table, Word
from corrobora.reading.layout.grids import Grid, aligned, grid_of, ruled
from corrobora.reading.layout.words import (
    Line,
    PlacedWord,
    letter_width,
    line_height,
    lines_of,
    segments_of,
    space_between,
)

_COLUMN_GAP = 2.4
"""Letters of white space that set two columns apart."""


@dataclass(frozen=True, slots=True)
class Composition:
    """Text in reading order, the offsets of its words, and the tables in it."""

    text: str
    words: tuple[Word, ...]
    tables: tuple[Table, ...]


def compose(words: Sequence[PlacedWord], rulings: Sequence[Box] = ()) -> Composition:
    """The words of a page as text.

    Lines are never torn through the middle, columns never mixed: of two columns side by side a block of the left one is
    followed by the block that stands beside it. A table's row is one line, its cells joined by " | ".

    Args:
        words: in any order.
        rulings: thin boxes of drawn lines.
    """
    known = [w for w in words if w.text.strip()]
    if not known:
        return Composition("", (), ())
    grids, loose = ruled(known, rulings)
    writer = _Writer()
    pending = sorted(grids, key=lambda grid: grid.top)
    lines = lines_of(loose)
    height, gap = line_height(known), _COLUMN_GAP * letter_width(known)
    block: list[Line] = []
    for line in lines:
        while pending and pending[0].top < line[0].middle:
            _write_block(writer, block, height, gap)
            block = []
            writer.grid(pending.pop(0))
        block.append(line)
    _write_block(writer, block, height, gap)
    for grid in pending:
        writer.grid(grid)
    return writer.done()


def _write_block(writer: _Writer, lines: list[Line], height: float, gap: float) -> None:
    at = 0
    for first, after in aligned(lines, gap):
        _write_prose(writer, lines[at:first], height, gap)
        writer.grid(grid_of(lines[first:after]))
        at = after
    _write_prose(writer, lines[at:], height, gap)


def _write_prose(writer: _Writer, lines: list[Line], height: float, gap: float) -> None:
    for stripe in _stripes(lines, gap):
        gutter = _gutter(stripe, gap)
        if gutter is None:
            for line in stripe:
                for piece in segments_of(line, gap * 2.2):
                    writer.line(piece)
            continue
        for rows in _blocks(stripe, gutter, height):
            for side in (0, 1):
                for line in rows:
                    part = [w for w in line if (w.box[0] >= gutter) == bool(side)]
                    if part:
                        writer.line(part)


def _stripes(lines: list[Line], gap: float) -> list[list[Line]]:
    """Runs of lines of one kind: with a gap in the middle (or room for one), or across the page."""
    stripes: list[list[Line]] = []
    kind = None
    for line in lines:
        cut = len(segments_of(line, gap)) > 1
        narrow = line[-1].box[2] < 0.56 or line[0].box[0] > 0.44
        now = "cut" if cut or narrow else "across"
        if now != kind:
            stripes.append([])
            kind = now
        stripes[-1].append(line)
    return stripes


def _gutter(lines: list[Line], gap: float) -> float | None:
    """The left border of the right column, where two columns stand side by side over several lines."""
    both = [segments_of(line, gap) for line in lines]
    pairs = [s for s in both if len(s) == 2]
    if len(pairs) < 2 or len(lines) < 3:
        return _single_gutter(pairs) if len(lines) <= 2 else None
    starts = sorted(s[1][0].box[0] for s in pairs)
    middle = starts[len(starts) // 2]
    gutter = min(start for start in starts if middle - start < 0.06)
    crossing = sum(any(w.box[0] < gutter - 1e-4 and w.box[2] > gutter + 0.01 for w in line) for line in lines)
    return gutter - 1e-4 if crossing * 5 <= len(lines) and len(pairs) * 4 >= len(lines) else None


def _single_gutter(pairs: list[list[Line]]) -> float | None:
    return pairs[0][1][0].box[0] - 1e-4 if pairs else None


def _blocks(lines: list[Line], gutter: float, height: float) -> list[list[Line]]:
    """Lines that belong side by side: a new block where both columns pause or both begin anew."""
    blocks: list[list[Line]] = []
    bottom = -1.0
    for line in lines:
        top = min(w.box[1] for w in line)
        sides = {w.box[0] >= gutter for w in line}
        pause = top - bottom > 0.42 * height
        if not blocks or pause or (len(sides) == 2 and not _goes_on(blocks[-1], line, gutter, height)):
            blocks.append([])
        blocks[-1].append(line)
        bottom = max(bottom, max(w.box[3] for w in line))
    return blocks


def _goes_on(block: list[Line], line: Line, gutter: float, height: float) -> bool:
    """Whether both columns were under way in the line above and simply go on."""
    last = block[-1]
    both = {w.box[0] >= gutter for w in last} == {True, False}
    return both and min(w.box[1] for w in line) - max(w.box[3] for w in last) < 0.25 * height


class _Writer:
    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._words: list[Word] = []
        self._tables: list[Table] = []

    def line(self, words: Sequence[PlacedWord]) -> None:
        if self._pieces:
            self._add("\n")
        self._run(words)

    def grid(self, grid: Grid) -> None:
        cells: list[Cell] = []
        for row, columns in enumerate(grid.rows):
            if self._pieces:
                self._add("\n")
            for column, words in enumerate(columns):
                if column:
                    self._add(" | ")
                start = self._length
                self._run(words)
                if self._length > start:
                    cells.append(Cell(row, column, self._text_from(start), start, self._length, _around(words)))
        if cells:
            self._tables.append(Table(tuple(cells)))

    def done(self) -> Composition:
        return Composition("".join(self._pieces), tuple(self._words), tuple(self._tables))

    def _run(self, words: Sequence[PlacedWord]) -> None:
        before = None
        for word in words:
            if before is not None:
                self._add(" " if word.box[0] < before.box[0] else space_between(before, word))
            start = self._length
            self._add(unicodedata.normalize("NFC", word.text))
            self._words.append(Word(start, self._length, word.box, word.confidence))
            before = word

    def _text_from(self, start: int) -> str:
        kept: list[str] = []
        length = self._length
        for piece in reversed(self._pieces):
            if length <= start:
                break
            kept.append(piece)
            length -= len(piece)
        return "".join(reversed(kept))

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)


def _around(words: Sequence[PlacedWord]) -> Box | None:
    if not words:
        return None
    boxes = [w.box for w in words]
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
