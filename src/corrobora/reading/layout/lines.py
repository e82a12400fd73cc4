"""Words to segments, segments to lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from corrobora.model.document import Box
from corrobora.reading.layout.pieces import PlacedWord, Segment, around, overlap, unit_width, units

_WIDE_GAP = 2.0
"""Letters of gap that end a segment: a space is about 0.6 of a letter, a stretched one in justified text up to 1.5."""
_SAME_LINE = 0.5
_LINES_BACK = 6
"""How many of the last lines a piece may still belong to."""

Piece = TypeVar("Piece", PlacedWord, Segment)


def segments_of(words: Sequence[PlacedWord], unit: float | None = None) -> list[Segment]:
    """Chains words that stand side by side with no wide gap between them."""
    page_unit = unit or unit_width(words)
    found: list[Segment] = []
    for line in _rows_of_words(words):
        widths = [(word.box[2] - word.box[0]) / units(word.text) for word in line]
        chain: list[PlacedWord] = []
        right = 0.0
        for number, word in enumerate(line):
            box = word.box
            if chain and box[0] - right > _WIDE_GAP * _unit_near(widths[number - 1], widths[number], page_unit):
                found.append(_as_segment(chain))
                chain = []
            right = max(right, box[2]) if chain else box[2]
            chain.append(word)
        found.append(_as_segment(chain))
    return found


def _rows_of_words(words: Sequence[PlacedWord]) -> list[Sequence[PlacedWord]]:
    """Words that stand on one line: by number where it is known, else by their boxes."""
    known: dict[int, list[PlacedWord]] = {}
    for word in words:
        if word.line is not None:
            known.setdefault(word.line, []).append(word)
    rows: list[Sequence[PlacedWord]] = [sorted(line, key=lambda word: word.box[0]) for line in known.values()]
    return [*rows, *_lines([word for word in words if word.line is None])]


def lines_of(segments: Iterable[Segment]) -> list[tuple[Segment, ...]]:
    """Segments that stand on one height, from top to bottom, each line from left to right."""
    return _lines(list(segments))


def _lines(pieces: Sequence[Piece]) -> list[tuple[Piece, ...]]:
    lines: list[list[Piece]] = []
    # top and bottom of each line, the box in it that reaches furthest to the right, the middle of its last piece
    spans: list[tuple[float, float, Box, float]] = []
    for middle, _, piece in sorted(
        (((piece.box[1] + piece.box[3]) / 2, piece.box[0], piece) for piece in pieces), key=lambda one: one[:2]
    ):
        box = piece.box
        _, top, right, bottom = box
        best = -1
        for number in range(max(len(lines) - _LINES_BACK, 0), len(lines)):
            upper, lower, outmost, last = spans[number]
            # most lines lie wholly above: no word of theirs need be looked at
            if top >= lower or bottom <= upper or not _belongs(box, lines[number], outmost):
                continue
            if best < 0 or abs(last - middle) < abs(spans[best][3] - middle):
                best = number
        if best < 0:
            lines.append([piece])
            spans.append((top, bottom, box, middle))
            continue
        upper, lower, outmost, _ = spans[best]
        lines[best].append(piece)
        spans[best] = (min(upper, top), max(lower, bottom), box if right > outmost[2] else outmost, middle)
    ordered = [tuple(sorted(line, key=lambda piece: piece.box[0])) for line in lines]
    return sorted(ordered, key=lambda line: sum((one.box[1] + one.box[3]) / 2 for one in line) / len(line))


def _belongs(box: Box, line: Sequence[Piece], outmost: Box) -> bool:
    """Whether it stands on the height of its nearest neighbour in the line, and above or below nothing of the line."""
    x0, y0, x1, y1 = box
    if x0 >= outmost[2]:
        # text mostly goes on to the right of all there is
        return overlap(y0, y1, outmost[1], outmost[3]) >= _SAME_LINE
    near, least, touching = line[0].box, float("inf"), []
    for piece in line:
        other = piece.box
        before, after = other[0] - x1, x0 - other[2]
        distance = before if before > after else after
        if distance < least:
            near, least = other, distance
        if distance < 0:
            touching.append(other)
    if overlap(y0, y1, near[1], near[3]) < _SAME_LINE:
        return False
    # what is printed over other words (a stamp, a sum put over a sum) is a line of its own
    return not any(overlap(x0, x1, other[0], other[2]) > 0.5 for other in touching)


def _unit_near(left: float, right: float, page_unit: float) -> float:
    """Width of a letter between two words: large headings have large spaces."""
    return max(page_unit, min(max(left, right), 3 * page_unit))


def _as_segment(words: Sequence[PlacedWord]) -> Segment:
    return Segment(tuple(words), around([word.box for word in words]))
