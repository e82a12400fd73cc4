"""Word lists: frequent names, legal forms, titles; one word or phrase (blanks as `_`) after another, in text files."""

from __future__ import annotations

import re
from importlib import resources


def words(name: str) -> frozenset[str]:
    """The words of a list."""
    text = resources.files(__package__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(word.replace("_", " ") for word in text.split())


def characters(name: str) -> frozenset[str]:
    """The characters of a list."""
    return frozenset("".join(words(name)))


def pairs(name: str) -> dict[str, str]:
    """The pairs `this:that` of a list, in its order."""
    text = resources.files(__package__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return {left: right for left, _, right in (pair.partition(":") for pair in text.split())}


def alternatives(name: str) -> str:
    """The words of a list as alternatives of a regular expression, longest first."""
    return "|".join(re.escape(word) for word in sorted(words(name), key=lambda word: (-len(word), word)))
