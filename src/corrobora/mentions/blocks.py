"""Cuts a text into blocks of one script and language: papers of a leak mix Russian, Chinese, Ukrainian and English."""

from __future__ import annotations

import re
from dataclasses import dataclass

_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_RUSSIAN = re.compile(r"[ыэъёЫЭЪЁ]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text in one language; its text is the page's from `start` on.

    Attributes:
        language: "ru", "uk", "zh" or "en".
    """

    start: int
    text: str
    language: str


def blocks(text: str, language: str | None = None) -> list[Block]:
    r"""The blocks of a text, line by line joined; a line with several scripts belongs to a block of each.

    Args:
        text: of a page.
        language: of most of the text, where it is known: decides between Russian and Ukrainian when the letters do not.

    Example:
        >>> [b.language for b in blocks("Просим принять делегацию.\n会谈纪要\n")]
        ['ru', 'zh']
    """
    slavic = _slavic(text, language)
    found: list[Block] = []
    for kind in ("cyrillic", "zh", "en"):
        start = 0
        open_: int | None = None
        for line in text.splitlines(keepends=True):
            here = _holds(line, kind)
            if here and open_ is None:
                open_ = start
            elif not here and open_ is not None and line.strip():
                found.append(_block(text, open_, start, kind, slavic))
                open_ = None
            start += len(line)
        if open_ is not None:
            found.append(_block(text, open_, len(text), kind, slavic))
    return sorted(found, key=lambda block: block.start)


def _holds(line: str, kind: str) -> bool:
    cyrillic, han, latin = len(_CYRILLIC.findall(line)), len(_HAN.findall(line)), len(_LATIN.findall(line))
    if kind == "cyrillic":
        return cyrillic > 1
    if kind == "zh":
        return han > 1
    return latin > 3 and latin > cyrillic / 3 and latin > han / 2


def _block(text: str, start: int, end: int, kind: str, slavic: str) -> Block:
    part = text[start:end]
    if kind != "cyrillic":
        return Block(start, part, kind)
    own = _slavic(part, slavic)
    return Block(start, part, own)


def _slavic(text: str, hint: str | None) -> str:
    """Russian or Ukrainian by the letters that only one of them has."""
    ukrainian, russian = len(_UKRAINIAN.findall(text)), len(_RUSSIAN.findall(text))
    if ukrainian > russian:
        return "uk"
    if russian > ukrainian:
        return "ru"
    return "uk" if hint == "uk" else "ru"
