"""Papers that are nearly the same, and what differs between them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher

CLOSE = 0.9
MOST_CHANGES = 6


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one paper and what stands in their place in the other."""

    first: str
    second: str


def changes_between(first: str, second: str) -> list[Change] | None:
    """What differs between two texts, or None where they are not nearly the same.

    Example:
        >>> changes_between("we offer 2 pumps of type A for the works", "we offer 10 pumps of type A for the works")
        [Change(first='2', second='10')]
    """
    one, other = _words(first), _words(second)
    if not one or not other or not 0.8 <= len(one) / len(other) <= 1.25:
        return None
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.quick_ratio() < CLOSE or matcher.ratio() < CLOSE:
        return None
    edits = [edit for edit in matcher.get_opcodes() if edit[0] != "equal"]
    if not edits or len(edits) > MOST_CHANGES:
        return None
    return [Change(" ".join(one[a:b]), " ".join(other[c:d])) for _, a, b, c, d in edits]


def matters(change: Change) -> bool:
    """Whether a change alters what the paper says: a figure or a whole word, not a space, a sign or a case ending."""
    one, other = (re.sub(r"[\W_]+", "", text).casefold() for text in (change.first, change.second))
    if one == other:
        return False
    digits = [re.sub(r"\D", "", text) for text in (one, other)]
    if digits[0] != digits[1]:
        return True
    return SequenceMatcher(None, one, other).ratio() < 0.5


def _words(text: str) -> list[str]:
    return unicodedata.normalize("NFKC", text).split()
