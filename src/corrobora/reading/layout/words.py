"""Words, lines of words and segments of lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from corrobora.model.document import Box

_IDEOGRAM = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word and where it stands, as fractions of the page; `confidence` 0 to 1 for OCR."""

    text: str
    box: Box
    confidence: float | None = None

    @property
    def middle(self) -> float:
        """Height of its centre line."""
        return (self.box[1] + self.box[3]) / 2


Line = list[PlacedWord]


def lines_of(words: Sequence[PlacedWord]) -> list[Line]:
    """Words gathered into lines by the height at which they stand, top to bottom, each from left to right."""
    usual = line_height(words)
    lines: list[Line] = []
    for word in sorted(words, key=lambda w: (round(w.middle / (usual or 1), 1), w.box[0])):
        home = max(lines[-8:], key=lambda line: _shared(line, word, usual), default=None)
        if home is None or _shared(home, word, usual) < 0.5:
            lines.append([word])
        else:
            home.append(word)
    for line in lines:
        line.sort(key=lambda w: w.box[0])
    return sorted(lines, key=lambda line: (median(w.middle for w in line), line[0].box[0]))


def _shared(line: Line, word: PlacedWord, usual: float) -> float:
    """How much of the lower of the two the word shares with its nearest neighbour in the line (pages are rarely straight)."""
    near = min(line, key=lambda w: max(w.box[0] - word.box[2], word.box[0] - w.box[2], 0.0))
    if min(near.box[2], word.box[2]) - max(near.box[0], word.box[0]) > 0.5 * min(word.box[2] - word.box[0], near.box[2] - near.box[0]):
        return 0.0
    one, other = _padded(near, usual), _padded(word, usual)
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / max(min(one[1] - one[0], other[1] - other[0]), 1e-9)


def _padded(word: PlacedWord, usual: float) -> tuple[float, float]:
    """Top and bottom, a dash or a dot made as high as the usual word."""
    spare = max(0.0, 0.7 * usual - (word.box[3] - word.box[1])) / 2
    return word.box[1] - spare, word.box[3] + spare


def segments_of(line: Line, gap: float) -> list[Line]:
    """The line cut where the space between words is wider than `gap`."""
    pieces: list[Line] = [[line[0]]]
    for before, word in zip(line, line[1:], strict=False):
        if word.box[0] - before.box[2] > gap:
            pieces.append([])
        pieces[-1].append(word)
    return pieces


def letter_width(words: Sequence[PlacedWord]) -> float:
    """The usual width of a letter on this page."""
    widths = [(w.box[2] - w.box[0]) / len(w.text) for w in words if w.text]
    return median(widths) if widths else 0.01


def line_height(words: Sequence[PlacedWord]) -> float:
    """The usual height of a word on this page."""
    return median(w.box[3] - w.box[1] for w in words) if words else 0.01


def space_between(before: PlacedWord, word: PlacedWord) -> str:
    """What stands between two neighbours of one line: nothing between Chinese characters that touch."""
    touching = word.box[0] - before.box[2] < 0.35 * (word.box[3] - word.box[1])
    if touching and (_IDEOGRAM.match(before.text[-1:]) or _IDEOGRAM.match(word.text[:1])):
        return ""
    return " "
