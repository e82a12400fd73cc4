"""The name tiers of the method: exact, one slip, an initial."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from corrobora.names.keys import block_key, exact_keys, initial_keys, slip_keys
from corrobora.names.slavic import SlavicForm, patronymic_stem, slavic_form

Tier = Literal["exact", "slip", "initial"]


@lru_cache(maxsize=262144)
def tier(a: str, b: str) -> Tier | None:
    """How two written forms agree as names of one person.

    Returns:
        "exact": both can be spellings of one hidden name, in whatever systems and orders, without assuming an error;
        "slip": they can with one slip of typing or of one syllable; "initial": one has only an initial where the other
        has the given name; None: none of these.

    Example:
        >>> tier("王明亮", "Minlyan Wang"), tier("Ван М.", "Wang Mingliang"), tier("Wang Mingliang", "Li Wei")
        ('exact', 'initial', None)
    """
    if not a.strip() or not b.strip():
        return None
    left, right = slavic_form(a), slavic_form(b)
    shared = exact_keys(a) & exact_keys(b)
    if shared and (any(not key.startswith("sl:") for key in shared) or _same_father(left, right)):
        return "exact"
    if _initial_only(a) or _initial_only(b):
        meet = initial_keys(a) & initial_keys(b)
        return "initial" if meet and _same_second(left, right) else None
    if not _same_father(left, right):
        return None
    if block_key(a) & slip_keys(b) or block_key(b) & slip_keys(a):
        return "slip"
    return None


def _initial_only(text: str) -> bool:
    return bool(initial_keys(text)) and not any(key.startswith(("zh:", "sl:")) for key in exact_keys(text))


def _same_father(left: SlavicForm | None, right: SlavicForm | None) -> bool:
    """Whether two patronymics do not contradict each other; a missing one contradicts nothing."""
    if left is None or right is None or not left.patronymic or not right.patronymic:
        return True
    return OSA.normalized_similarity(patronymic_stem(left.patronymic), patronymic_stem(right.patronymic)) >= 0.6


def _same_second(left: SlavicForm | None, right: SlavicForm | None) -> bool:
    if left is None or right is None:
        return True
    one, two = left.patronymic_initial, right.patronymic_initial
    return not one or not two or one == two
