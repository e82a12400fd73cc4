"""Words that the leading system of a script spells in one way only: most Chinese words of a large table.

What `lattice` finds out for any word is kept here per syllable, so that a word not met before costs a few look-ups.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from corrobora.names.hanzi import given_shares
from corrobora.names.lattice import (
    LONGEST_SYLLABLE,
    MOST_LETTERS,
    OPEN_LETTERS,
    RARE_SYLLABLE,
    Alternatives,
    leading_system,
)
from corrobora.names.slavic import given_names, skeleton


@dataclass(frozen=True, slots=True)
class PlainTable:
    """The leading system of one script, ready for single words.

    Attributes:
        syllables: spelling -> what it can stand for.
        signs: spelling -> its skeleton at the beginning of a word.
        last_signs: spelling -> its skeleton at the end.
        rare: spellings of Palladius that Ukrainian reads otherwise where a syllable is rare.
        bent: what a declined word may end in.
        bent_letters: the last letters of these.
    """

    syllables: dict[str, Alternatives]
    signs: dict[str, str]
    last_signs: dict[str, str]
    rare: frozenset[str]
    bent: frozenset[str]
    bent_letters: frozenset[str]


@lru_cache(maxsize=2)
def _table(cyrillic: bool) -> PlainTable:
    system = leading_system(cyrillic)
    shares = given_shares()
    bent = frozenset(system.bent)
    return PlainTable(
        system.table,
        {spelling: skeleton(spelling) for spelling in system.table},
        # Two letters before it: at the end of a longer word a skeleton takes -ou for -ov.
        {spelling: skeleton(("ба" if cyrillic else "ba") + spelling)[2:] for spelling in system.table},
        frozenset(s for s, held in system.table.items() if cyrillic and shares.get(held[0][0], 0.0) < RARE_SYLLABLE),
        bent,
        frozenset(form[-1] for form in bent),
    )


def plain_syllables(word: str, cyrillic: bool) -> tuple[Alternatives, ...] | None:
    """The one or two syllables of a word spelt plainly, each with what it can stand for.

    None for any other word, which does not say that it cannot be cut, and for a listed East Slavic given name.

    Example:
        >>> plain_syllables("Mingliang", False), plain_syllables("Xian", False)
        (((('ming', 1.0),), (('liang', 1.0),)), None)
    """
    table = _table(cyrillic)
    found = _cut(word.lower(), table, cyrillic)
    if found is None or (len(word) > 3 and _sign(found, table) in given_names()):
        return None
    return tuple([table.syllables[spelling] for spelling in found])


def _cut(lowered: str, table: PlainTable, cyrillic: bool) -> tuple[str, ...] | None:
    """The spellings of the one or two syllables of a word, or None."""
    size = len(lowered)
    if not 2 <= size <= MOST_LETTERS or (lowered[-1] in table.bent_letters and _may_be_bent(lowered, table)):
        return None
    known = table.syllables
    splits = [at for at in range(1, size) if lowered[:at] in known and lowered[at:] in known]
    if lowered in known:
        if any([lowered[at] not in OPEN_LETTERS for at in splits]):
            return None
        found: tuple[str, ...] = (lowered,)
    elif len(splits) == 1 and lowered[splits[0]] not in OPEN_LETTERS:
        found = lowered[: splits[0]], lowered[splits[0] :]
    else:
        return None
    if cyrillic and ("е" in lowered or "и" in lowered) and not table.rare.isdisjoint(found):
        return None
    return found


def _may_be_bent(lowered: str, table: PlainTable) -> bool:
    size = len(lowered)
    return any([lowered[at:] in table.bent for at in range(max(0, size - LONGEST_SYLLABLE - 2), size)])


def _sign(spellings: tuple[str, ...], table: PlainTable) -> str:
    """The skeleton of a word from those of its syllables."""
    if len(spellings) == 1:
        return table.signs[spellings[0]]
    first, second = spellings
    if len(first) == 1 or second[0] in "yjй" or first[-2:] in ("оу", "ou"):
        return skeleton(first + second)
    left, right = table.signs[first], table.last_signs[second]
    return left + right[1:] if right[:1] == left[-1:] else left + right
