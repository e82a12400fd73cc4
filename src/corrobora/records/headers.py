"""Whether any vocabulary knows a header: an unknown one says nothing, a known one what it means and no more."""

from __future__ import annotations

from functools import lru_cache

from corrobora.records.kinds import REGISTRY
from corrobora.records.kinds.field import header_match, header_words
from corrobora.records.kinds.general import GENERAL

_FIELDS = tuple(
    {field.headers: field for field in (*GENERAL, *(field for kind in REGISTRY for field in kind.fields))}.values()
)


@lru_cache(maxsize=8192)
def best_match(header: str) -> float:
    """How well the best field of all vocabularies fits a header, 0 to 1.

    Example:
        >>> best_match("Дата рождения"), best_match("Qwxz")
        (1.0, 0.0)
    """
    text = header.strip()
    if not text or len(text) > 60 or len(header_words(text)) > 6:
        return 0.0
    return max(header_match(field, text) for field in _FIELDS)


def is_known(header: str) -> bool:
    """Whether a header is one of the vocabularies' own phrases."""
    return best_match(header) >= 0.99


def says_something(header: str) -> bool:
    """Whether a header is one of the phrases, or has one at its head."""
    return best_match(header) >= 0.45
