"""What becomes of hyphens at line ends: a compound keeps its hyphen, a word that was merely broken is joined. Pure."""

from __future__ import annotations

import re

MARK = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line."""

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

    It does before a capital or a digit, and where the text has few of them: programs that do not hyphenate still break a line
    after a hyphen that was typed. Where many lines end so, the program hyphenates, and the hyphen goes unless the text has the
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
