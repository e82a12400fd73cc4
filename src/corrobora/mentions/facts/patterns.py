"""Builds regular expressions out of word lists: any case ending, any line break, gaps between Chinese characters."""

from __future__ import annotations

import re
from collections.abc import Iterable

_CYRILLIC = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґ'’]+")
_HANZI = re.compile(r"[\u3400-\u9fff]")
_ENDING = re.compile(r"(?:[аеёиоуыэюяйьії]{1,2}|ого|ему)$")
LOWER = "а-яёіїєґ"
UPPER = "А-ЯЁІЇЄҐ"


def any_case(phrase: str) -> str:
    r"""A pattern for a phrase in any case ending, broken over lines or not.

    Example:
        >>> bool(re.fullmatch(any_case("старший полковник"), "старшего\nполковника"))
        True
    """
    return r"\s+".join(_word(part) for part in phrase.split())


def _word(word: str) -> str:
    if _HANZI.search(word):
        return r"\s*".join(re.escape(c) for c in word)
    return "".join(_stem(part) if _CYRILLIC.fullmatch(part) else re.escape(part) for part in re.split(r"(-)", word))


def _stem(word: str) -> str:
    if len(word) <= 3:
        return re.escape(word)
    stem = _ENDING.sub("", word)
    return re.escape(stem if len(stem) >= 3 else word) + f"[{LOWER}]{{0,4}}"


def one_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases in any case ending, the longest first, letters bounded, case ignored."""
    ordered = sorted(set(phrases), key=len, reverse=True)
    spelled = [p for p in ordered if not _HANZI.search(p)]
    signs = [p for p in ordered if _HANZI.search(p)]
    parts = []
    if spelled:
        parts.append(rf"(?<![^\W\d_])(?:{'|'.join(any_case(p) for p in spelled)})(?![^\W\d_])")
    if signs:
        parts.append(f"(?:{'|'.join(any_case(p) for p in signs)})")
    return f"(?i:{'|'.join(parts)})"


def words(table: str) -> tuple[str, ...]:
    """The phrases of a table written as text: separated by commas, broken over lines anywhere."""
    return tuple(" ".join(p.split()) for p in table.split(",") if p.strip())
