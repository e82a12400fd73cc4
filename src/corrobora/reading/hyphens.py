"""What becomes of hyphens at line ends: a compound keeps its hyphen, a word that was merely broken is joined. Pure."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable
from dataclasses import replace

from corrobora.model.document import Cell, Table
from corrobora.reading.layout import Composition

MARK = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line."""

STAND_IN = "\ue0fe"
"""The mark while the page is put in order."""

_BREAK = re.compile(f"(\\w*){STAND_IN}(\\s*)(\\w*)")
_BROKEN = re.compile(f"(\\w+){MARK}\\s*(\\w+)")


def mend(text: str) -> str:
    """The text with every marked hyphen kept or dropped and the two parts brought together.

    Example:
        >>> mend("Парус\ufffeСтропа")
        'Парус-Стропа'
    """

    def joined(match: re.Match[str]) -> str:
        left, right = match.groups()
        return f"{left}-{right}" if is_kept(left, right, text) else left + right

    return _BROKEN.sub(joined, text).replace(MARK, "-") if MARK in text else text


def is_kept(left: str, right: str, whole: str) -> bool:
    """Whether a hyphen at a line end belongs to the word.

    It does before a capital or a digit, and where the text has few of them: programs that do not hyphenate still
    break a line
    after a hyphen that was typed. Where many lines end so, the program hyphenates, and the hyphen goes unless the
    text has the
    compound elsewhere.

    Args:
        left: what stands before it.
        right: what stands on the next line.
        whole: the page, hyphens marked.
    """
    if not right[:1].islower() or not left[-1:].isalpha():
        return True
    words = whole.casefold()
    if f"{left}-{right}".casefold() in words:
        return True
    if re.search(rf"(?<!\w){re.escape((left + right).casefold())}", words):
        return False
    count, lines = whole.count(MARK), whole.count("\n") + whole.count(MARK) + 1
    return count < 3 or count * 25 <= lines


def mended(composition: Composition) -> Composition:
    """The same page with its stand-ins resolved and every offset moved accordingly."""
    if STAND_IN not in composition.text:
        return composition
    whole = composition.text.replace(STAND_IN, MARK)
    pieces: list[str] = []
    cuts: list[tuple[int, int]] = []
    place = removed = 0
    for match in _BREAK.finditer(composition.text):
        left, _, right = match.groups()
        kept = is_kept(left, right, whole) if left and right else True
        at, end = match.start() + len(left), match.end(2) if right else match.start() + len(left) + 1
        pieces += (composition.text[place:at], "-" if kept else "")
        removed += end - at - kept
        cuts.append((end, removed))
        place = end
    pieces.append(composition.text[place:])
    text, moved = "".join(pieces), _mover(cuts)
    words = tuple(replace(word, start=moved(word.start), end=moved(word.end)) for word in composition.words)
    tables = tuple(Table(tuple(_cell(cell, text, moved) for cell in table.cells)) for table in composition.tables)
    return Composition(text, words, tables)


def _mover(cuts: list[tuple[int, int]]) -> Callable[[int], int]:
    """Old offset to new: everything from the end of a cut on moves back by what was taken out so far."""
    ends = [end for end, _ in cuts]

    def moved(offset: int) -> int:
        index = bisect.bisect_right(ends, offset)
        return offset - (cuts[index - 1][1] if index else 0)

    return moved


def _cell(cell: Cell, text: str, moved: Callable[[int], int]) -> Cell:
    start, end = moved(cell.start), moved(cell.end)
    return replace(cell, start=start, end=end, text=text[start:end])
