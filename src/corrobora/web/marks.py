"""What is marked on a page: words found, a quote, names. Pure: offsets in, boxes and stretches of text out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corrobora.model.document import Box, Page

_LEAN = 0.004
"""Of the page, around a box: a glyph may lean out of it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the page's text that is set off.

    Attributes:
        kind: "found", "quote", "person", "organization", ...; the first in a list wins where two overlap.
        title: what the pointer says; `href`: where a click goes, or "".
    """

    start: int
    end: int
    kind: str
    title: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark as a rectangle on the picture, in thousandths of the page."""

    x: float
    y: float
    width: float
    height: float
    mark: Mark


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text, marked or not."""

    text: str
    mark: Mark | None = None


def placed(page: Page, marks: Iterable[Mark]) -> list[Placed]:
    """The marks as rectangles, one for each line that a mark touches; none where the page has no layout."""
    found = []
    for mark in marks:
        touched = [w.box for w in page.words if w.start < mark.end and w.end > mark.start and w.box]
        for x0, y0, x1, y1 in _lines(touched):
            left, top = _thousandths(x0 - _LEAN), _thousandths(y0 - _LEAN)
            right, bottom = _thousandths(x1 + _LEAN), _thousandths(y1 + _LEAN)
            found.append(Placed(left, top, round(right - left, 1), round(bottom - top, 1), mark))
    return found


def _thousandths(fraction: float) -> float:
    return round(1000 * min(1.0, max(0.0, fraction)), 1)


def _lines(boxes: Sequence[Box]) -> list[Box]:
    """Boxes of words joined into one for each line."""
    lines: list[Box] = []
    for box in boxes:
        if lines and _is_beside(lines[-1], box):
            x0, y0, x1, y1 = lines[-1]
            lines[-1] = (min(x0, box[0]), min(y0, box[1]), max(x1, box[2]), max(y1, box[3]))
        else:
            lines.append(box)
    return lines


def _is_beside(line: Box, box: Box) -> bool:
    middle = (box[1] + box[3]) / 2
    return line[1] <= middle <= line[3] and box[0] >= line[0]


def stretches(text: str, marks: Sequence[Mark]) -> list[Stretch]:
    """The text cut at its marks; together the pieces are the text. Of two that overlap the first in the list stays.

    Example:
        >>> [piece.text for piece in stretches("Wang Li came", [Mark(0, 7, "person")])]
        ['Wang Li', ' came']
    """
    kept: list[Mark] = []
    for mark in marks:
        clear = all(mark.end <= other.start or mark.start >= other.end for other in kept)
        if 0 <= mark.start < mark.end <= len(text) and clear:
            kept.append(mark)
    pieces, at = [], 0
    for mark in sorted(kept, key=lambda m: m.start):
        if mark.start > at:
            pieces.append(Stretch(text[at : mark.start]))
        pieces.append(Stretch(text[mark.start : mark.end], mark))
        at = mark.end
    if at < len(text):
        pieces.append(Stretch(text[at:]))
    return pieces
