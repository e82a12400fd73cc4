"""Blocks to text: every character is put once, and every word and cell knows where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corrobora.model.document import Cell, Table, Word
from corrobora.reading.layout.pieces import (
    Block,
    Grid,
    GridCell,
    Lines,
    Pairs,
    PlacedWord,
    Segment,
    is_wide,
    script,
    units,
)

_FAR_APART = 4.0
"""Letters of gap from which two pieces of a line are set apart by a tab."""
_MIN_ROWS_OF_TWO_SCRIPTS = 2


@dataclass(frozen=True, slots=True)
class Composition:
    """A page put into reading order.

    Attributes:
        text: NFC; lines end in a newline, blocks are set apart by an empty line.
        words: in order of their offsets.
    """

    text: str
    words: tuple[Word, ...]
    tables: tuple[Table, ...]


def write(blocks: Sequence[Block]) -> Composition:
    """Writes the blocks one after the other."""
    writer = _Writer()
    for block in blocks:
        if isinstance(block, Grid):
            writer.grid(block)
        elif isinstance(block, Pairs):
            writer.pairs(block)
        else:
            writer.lines(block)
        writer.end_block()
    return writer.composition()


class _Writer:
    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._words: list[Word] = []
        self._tables: list[Table] = []

    def composition(self) -> Composition:
        text = "".join(self._pieces).rstrip("\n")
        return Composition(text, tuple(self._words), tuple(self._tables))

    def lines(self, block: Lines) -> None:
        for line in block.lines:
            self._line(line)
            self._put("\n")

    def pairs(self, block: Pairs) -> None:
        for number, row in enumerate(block.rows):
            if number and (
                any(len(cell.lines) > 1 for cell in row) or any(len(c.lines) > 1 for c in block.rows[number - 1])
            ):
                self._put("\n")
            for cell in row:
                self.lines(cell)

    def grid(self, block: Grid) -> None:
        rows: dict[int, list[GridCell]] = {}
        for cell in sorted(block.cells, key=lambda cell: (cell.row, cell.column)):
            rows.setdefault(cell.row, []).append(cell)
        separator = "\n" if _is_bilingual(list(rows.values())) else " | "
        cells: list[Cell] = []
        for row in rows.values():
            for number, cell in enumerate(row):
                if number:
                    self._put(separator)
                cells.append(self._cell(cell))
            self._put("\n")
        self._tables.append(Table(tuple(cells)))

    def end_block(self) -> None:
        if self._pieces:
            self._put("\n")

    def _cell(self, cell: GridCell) -> Cell:
        start, first = self._length, len(self._pieces)
        last: PlacedWord | None = None
        for line in cell.lines:
            for number, word in enumerate(line):
                if last is not None:
                    self._put(_between(last, word) if number else _over_the_break(last.text, word.text))
                self._word(word)
                last = word
        text = "".join(self._pieces[first:])
        return Cell(cell.row, cell.column, text, start, self._length, cell.box)

    def _line(self, line: Sequence[Segment]) -> None:
        last: PlacedWord | None = None
        for segment in line:
            for number, word in enumerate(segment.words):
                if last is not None:
                    self._put(_between(last, word) if number else _between_segments(last, word))
                self._word(word)
                last = word

    def _word(self, word: PlacedWord) -> None:
        start = self._length
        self._put(word.text)
        self._words.append(Word(start, self._length, word.box, word.confidence))

    def _put(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self._length += len(text)


def _gap(left: PlacedWord, right: PlacedWord) -> float:
    """Gap between two words in narrow letters of theirs."""
    unit = min((w.box[2] - w.box[0]) / units(w.text) for w in (left, right))
    return (right.box[0] - left.box[2]) / max(unit, 1e-4)


def _between(left: PlacedWord, right: PlacedWord) -> str:
    ends = is_wide(left.text[-1]), is_wide(right.text[0])
    if all(ends):
        return " " if _gap(left, right) > 0.7 else ""
    if any(ends):
        return " " if _gap(left, right) > 0.3 else ""
    return " "


def _between_segments(left: PlacedWord, right: PlacedWord) -> str:
    return "\t" if _gap(left, right) > _FAR_APART else " "


def _over_the_break(left: str, right: str) -> str:
    """What joins two lines of one cell."""
    if left[-1] == "-" and len(left) > 1 and left[-2].isalpha():
        return ""
    return "" if is_wide(left[-1]) and is_wide(right[0]) else " "


def _is_bilingual(rows: list[list[GridCell]]) -> bool:
    """Whether the table is two columns in two scripts, side by side."""
    pairs = [row for row in rows if len(row) == 2]
    if len(pairs) < _MIN_ROWS_OF_TWO_SCRIPTS or any(len(row) > 2 for row in rows):
        return False
    sides = [script(" ".join(w.text for row in pairs for line in row[side].lines for w in line)) for side in (0, 1)]
    return sides[0] != sides[1] and "" not in sides
