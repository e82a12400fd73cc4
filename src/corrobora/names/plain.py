"""Words that the leading system of a script spells in one way only: most Chinese words of a large table.

What `lattice` finds out for any word is kept here per syllable, so that a word not met before costs a few look-ups.
"""

from __future__ import annotations

import re
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
from corrobora.names.paradigms import is_cyrillic
from corrobora.names.slavic import transliterate
from corrobora.names.tables import table_lines

_COMMON = 3e-3


@dataclass(frozen=True, slots=True)
class PlainTable:
    """The leading system of one script, ready for single words.

    Attributes:
        syllables: spelling -> what it can stand for.
        rare: spellings of Palladius that Ukrainian reads otherwise where a syllable is rare.
        bent: what a declined word may end in.
        bent_letters: the last letters of these.
    """

    syllables: dict[str, Alternatives]
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
    lowered = word.lower()
    table = _table(cyrillic)
    found = _cut(lowered, table, cyrillic)
    if found is None or (len(word) > 3 and lowered in spelt_given_names()):
        return None
    return tuple([table.syllables[spelling] for spelling in found])


@lru_cache(maxsize=1)
def spelt_given_names() -> frozenset[str]:
    """East Slavic given names as people spell them, in small letters: what a Chinese name is hardly ever.

    A spelling by rule that is pinyin of common syllables is left out: Zhenya is 振亚 before it is Женя.
    """
    listed = {name.lower() for row in table_lines("given.tsv") for cell in row for name in cell.split()}
    latin = {turned for name in listed if is_cyrillic(name) for turned in _turned(name)}
    return frozenset(listed | {name for name in latin if not _is_common_pinyin(name)})


def _is_common_pinyin(name: str) -> bool:
    table, shares = _table(False), given_shares()
    found = _cut(name, table, False)
    return found is not None and all(shares.get(table.syllables[one][0][0], 0.0) >= _COMMON for one in found)


def _turned(name: str) -> tuple[str, str]:
    passport = transliterate(name)
    return passport, _GLIDED.sub("y", passport)


_GLIDED = re.compile("i(?=[aeu])|(?<=[aeou])i$|(?<=i)i$")


def _cut(lowered: str, table: PlainTable, cyrillic: bool) -> tuple[str, ...] | None:
    """The spellings of the one or two syllables of a word, or None."""
    size = len(lowered)
    if not 1 <= size <= MOST_LETTERS or (lowered[-1] in table.bent_letters and _may_be_bent(lowered, table)):
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
