"""The pieces a page is composed of: words, segments of lines, lines, blocks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

import msgspec

from corrobora.model.document import Box

IDEOGRAM = re.compile(
    "[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_WIDE = re.compile(
    "[\u2e80-\u2fdf\u3000-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]"
)
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z]")
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\ufeff\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]")


class PlacedWord(msgspec.Struct, frozen=True, gc=False):
    """A word where it stands on the page: a struct, since a page has hundreds of them.

    Attributes:
        box: as fractions of the page from its top left corner.
        confidence: 0 to 1 for recognised words, None for a text layer.
        line: words with one number are known to stand on one line; None where only the boxes tell.
    """

    text: str
    box: Box
    confidence: float | None = None
    line: int | None = None


class Segment(msgspec.Struct, frozen=True, gc=False):
    """Words of one line without a wide gap between them."""

    words: tuple[PlacedWord, ...]
    box: Box

    @property
    def text(self) -> str:
        """The words, spaced; for judging only, not for the page."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Lines:
    """A block of text: lines of segments."""

    lines: tuple[tuple[Segment, ...], ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Pairs:
    """Rows of two or more columns whose blocks belong together: the left block of a row, then the right one."""

    rows: tuple[tuple[Lines, ...], ...]
    box: Box


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a table: lines of words."""

    row: int
    column: int
    lines: tuple[tuple[PlacedWord, ...], ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A table before it is written."""

    cells: tuple[GridCell, ...]
    box: Box


Block = Lines | Pairs | Grid


def tidy(words: Iterable[PlacedWord]) -> list[PlacedWord]:
    """Words in NFC without control characters, empty ones dropped, boxes ordered."""
    tidied = []
    for word in words:
        x0, y0, x1, y1 = word.box
        if x0 <= x1 and y0 <= y1 and _is_tidy(word.text):
            tidied.append(word)
            continue
        text = unicodedata.normalize("NFC", " ".join(_UNWANTED.sub("", word.text).split()))
        while text and unicodedata.combining(text[0]):
            text = text[1:].lstrip()
        if text:
            box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
            tidied.append(PlacedWord(text, box, word.confidence, word.line))
    return tidied


def _is_tidy(text: str) -> bool:
    """Whether a word is sure to be one already; what is printable holds no control character and no odd space."""
    if not text.isprintable() or " " in text or not text:
        return False
    return text.isascii() or (not unicodedata.combining(text[0]) and unicodedata.is_normalized("NFC", text))


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all the boxes."""
    if len(boxes) == 1:
        return boxes[0]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))


def is_wide(letter: str) -> bool:
    """Whether a character is as wide as it is high: Chinese, Japanese, their punctuation."""
    return letter >= "\u2e80" and _WIDE.match(letter) is not None


def units(text: str) -> int:
    """Width of a text in narrow letters."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def unit_width(words: Sequence[PlacedWord]) -> float:
    """Width of a narrow letter on this page, as a fraction of its width."""
    widths = [(w.box[2] - w.box[0]) / units(w.text) for w in words if w.box[2] > w.box[0]]
    return max(median(widths), 1e-4) if widths else 0.01


def line_height(boxes: Sequence[Box]) -> float:
    """Usual height of a line among boxes."""
    heights = [b[3] - b[1] for b in boxes if b[3] > b[1]]
    return max(median(heights), 1e-4) if heights else 0.01


def overlap(a0: float, a1: float, b0: float, b1: float) -> float:
    """Share of the shorter of two intervals that the other covers."""
    shorter = min(a1 - a0, b1 - b0)
    return (min(a1, b1) - max(a0, b0)) / shorter if shorter > 0 else 0.0


def script(text: str) -> str:
    """What most of the letters are: "han", "cyrillic", "latin", or "" where there are none."""
    counts = {
        "han": 2 * len(IDEOGRAM.findall(text)),
        "cyrillic": len(_CYRILLIC.findall(text)),
        "latin": len(_LATIN.findall(text)),
    }
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else ""
