"""The short way to the exact keys of plain forms: two or three words in pinyin or Palladius, or a full Russian name.

Most rows of a large table are such forms. Everything here depends on single words and is kept per word, so a name
costs a few look-ups; a form that is in any way doubtful goes the long way (`None`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corrobora.names.agreement import nominatives
from corrobora.names.chinese import FAMILY_FIRST, family_parts, form_bits, given_parts
from corrobora.names.hanzi import compound_surnames
from corrobora.names.lattice import cuts, plain_syllables
from corrobora.names.slavic import (
    base_patronymic,
    given_lemma,
    given_names,
    is_patronymic,
    key_sign,
    skeleton,
)

_CYRILLIC = re.compile("[А-Яа-яЁёІіЇїЄєҐґЎў -]+")
_LEADING = ("pinyin", "palladius")
_SPELT_SO = 0.05
_SURE_BITS = 3.5


Weighted = tuple[str, str, float]


@dataclass(frozen=True, slots=True)
class WordProfile:
    """What one plainly spelt Chinese word can be, and the bits each role has for being Chinese."""

    families: tuple[tuple[str, float], ...]
    givens: tuple[tuple[str, float], ...]
    family_bits: float
    given_bits: float


@lru_cache(maxsize=262144)
def _profile(word: str, cyrillic: bool) -> WordProfile | None:
    """What a word can be; None where the long way must decide."""
    plain = plain_syllables(word, cyrillic)
    if plain is None:
        return _careful_profile(word, cyrillic)
    if len(word) > 3 and skeleton(word) in given_names():
        return None
    joined = "-".join(plain)
    if len(plain) == 1:
        families: tuple[tuple[str, float], ...] = ((joined, 1.0),)
    else:
        compound = joined.replace("-", "")
        families = ((compound, 1.0),) if compound in compound_surnames() else ()
    family_bits = max((form_bits(name, "") for name, _ in families), default=-30.0)
    return WordProfile(families, ((joined, 1.0),), family_bits, form_bits("", joined))


def _careful_profile(word: str, cyrillic: bool) -> WordProfile | None:
    found = cuts(word, cyrillic)
    if not found or found[0].inflected or found[0].system not in _LEADING:
        return None
    if len(word) > 3 and skeleton(word) in given_names():
        return None
    lead = found[0]
    near = [cut for cut in found if cut.weight >= _SPELT_SO * lead.weight]
    if cyrillic and any(cut.system != lead.system or cut.inflected for cut in near):
        return None
    families: dict[str, float] = {}
    givens: dict[str, float] = {}
    for cut in near:
        if cut.system == lead.system:
            scale = cut.weight / lead.weight
            families.update({name: share * scale for name, share in family_parts(cut) if share * scale >= _SPELT_SO})
            givens.update({name: share * scale for name, share in given_parts(cut) if share * scale >= _SPELT_SO})
    family_bits = max((form_bits(name, "") for name in families), default=-30.0)
    given_bits = max((form_bits("", name) for name in givens), default=-30.0)
    return WordProfile(tuple(families.items()), tuple(givens.items()), family_bits, given_bits)


def _chinese(first: str, second: str, cyrillic: bool) -> list[Weighted] | None:
    """The readings of two words in either order, with their likelihood."""
    left, right = _profile(first, cyrillic), _profile(second, cyrillic)
    if left is None or right is None:
        return None
    if max(left.family_bits + right.given_bits, right.family_bits + left.given_bits) < _SURE_BITS:
        return None
    ahead = FAMILY_FIRST["Cyrl" if cyrillic else "Latn"]
    behind = 1 - ahead
    out = [(family, given, ahead * one * two) for family, one in left.families for given, two in right.givens]
    out += [(family, given, behind * one * two) for family, one in right.families for given, two in left.givens]
    if len(out) > 1:
        least = _SPELT_SO * max(share for _, _, share in out)
        return [weighted for weighted in out if weighted[2] >= least]
    return out


@lru_cache(maxsize=262144)
def _is_father(word: str) -> bool:
    return is_patronymic(skeleton(base_patronymic(word))) and not cuts(word, True)


@lru_cache(maxsize=131072)
def _given(word: str) -> str:
    sign = skeleton(given_lemma(word))
    return given_names().get(sign, sign)


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return frozenset(given_names().values())


@lru_cache(maxsize=262144)
def _as_written(word: str) -> str:
    return key_sign(skeleton(word))


def _russian(parts: list[str]) -> Weighted | None:
    first, second, third = parts
    if _is_father(third) and not (_is_father(second) and _given(first) in _heads()):
        family, given, father = first, second, third
    elif _is_father(second):
        family, given, father = third, first, second
    else:
        return None
    if len(given) < 2 or len(family) < 2:
        return None
    if base_patronymic(father) == father:
        return _as_written(family), key_sign(_given(given)), 1.0
    family, given, _ = nominatives(family, given, father)
    return _as_written(family), key_sign(_given(given)), 1.0


def quick_readings(text: str) -> tuple[str, list[Weighted]] | None:
    """Kind ("zh" or "sl") and readings of a plain form; None where the long way is needed."""
    parts = text.split(" ")
    if not 2 <= len(parts) <= 3 or not all(len(part) > 1 and part.replace("-", "").isalpha() for part in parts):
        return None
    cyrillic = "\u0410" <= text[0] <= "\u044f" or text[0] == "Ё"
    if cyrillic:
        if len(parts) == 3:
            found = _russian(parts) if _CYRILLIC.fullmatch(text) else None
            if found is not None:
                return "sl", [found]
    elif not text.isascii():
        return None
    if cyrillic and not _CYRILLIC.fullmatch(text):
        return None
    if parts[0].islower() or parts[-1].islower():
        return None
    readings = _chinese(parts[0], parts[1], cyrillic) if len(parts) == 2 else _three_syllables(parts, cyrillic)
    return ("zh", readings) if readings else None


def _three_syllables(parts: list[str], cyrillic: bool) -> list[Weighted] | None:
    """A name written syllable by syllable: the family name is the first or the last."""
    if not all(_is_syllable(word, cyrillic) for word in parts):
        return None
    one, two, three = (_profile(word, cyrillic) for word in parts)
    if one is None or two is None or three is None:
        return None
    if max(one.family_bits + three.given_bits, one.given_bits + three.family_bits) + two.given_bits < _SURE_BITS:
        return None
    ahead = FAMILY_FIRST["Cyrl" if cyrillic else "Latn"]
    (middle, _), (start, _), (end, _) = two.givens[0], one.givens[0], three.givens[0]
    out = [(family, f"{middle}-{end}", ahead * share) for family, share in one.families]
    return out + [(family, f"{start}-{middle}", (1 - ahead) * share) for family, share in three.families]


@lru_cache(maxsize=65536)
def _is_syllable(word: str, cyrillic: bool) -> bool:
    found = cuts(word, cyrillic)
    if not found or len(found[0].syllables) != 1 or found[0].system not in _LEADING:
        return False
    return len(found[0].syllables[0]) == 1 and all(cut.weight < _SPELT_SO * found[0].weight for cut in found[1:])


def quick_keys(text: str) -> list[str] | None:
    """The exact keys of a plain form; None where the long way is needed."""
    found = quick_readings(text)
    if found is None:
        return None
    kind, readings = found
    return [f"{kind}:{family}|{given}" for family, given, _ in readings]
