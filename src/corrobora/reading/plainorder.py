"""Pages that need no composing: one column, line under line, no table: the order of the file is that of reading. Pure.

Composing costs several times what reading the layer does, and long documents are mostly such pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from corrobora.model.document import Box, Word
from corrobora.reading import hyphens
from corrobora.reading.layout import Composition
from corrobora.reading.textlayer import LayerWord

_FEW_RULINGS = 2
"""A rule under a letterhead and one above the page number are no table."""
_PARAGRAPH = 0.8
"""Share of a line's height that stands free between paragraphs."""


def plain_composition(words: Sequence[LayerWord], rulings: Sequence[Box], aspect: float) -> Composition | None:
    """The page as it is, or None where it must be composed.

    Args:
        words: in the order of the file.
        rulings: lines drawn on the page.
        aspect: height of the page by its width, to compare distances along both.
    """
    if len(rulings) > _FEW_RULINGS or not words:
        return None
    height = median(word.box[3] - word.box[1] for word in words)
    pieces = [words[0].text]
    length = len(words[0].text)
    placed = [Word(0, length, words[0].box)]
    bottom = words[0].box[3]
    for last, word in zip(words, words[1:], strict=False):
        gap = _gap(last, word, height, bottom, aspect)
        if gap is None:
            return None
        bottom = word.box[3] if gap.startswith("\n") else max(bottom, word.box[3])
        start = length + len(gap)
        length = start + len(word.text)
        pieces += (gap, word.text)
        placed.append(Word(start, length, word.box))
    return Composition("".join(pieces), tuple(placed), ())


def _gap(last: LayerWord, word: LayerWord, height: float, bottom: float, aspect: float) -> str | None:
    """What stands between two words; None where they do not follow each other as in plain text."""
    if last.text.endswith(hyphens.MARK):
        return None
    down = word.box[1] - last.box[1]
    if word.gap == "\n":
        if down < 0.5 * height:
            return None
        return "\n\n" if word.box[1] - bottom > _PARAGRAPH * height else "\n"
    right = word.box[0] - last.box[2]
    if abs(down) > 0.5 * height or not -0.3 * height * aspect <= right <= height * aspect:
        return None
    return word.gap
