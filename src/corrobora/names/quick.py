"""The short way to the exact keys of plain forms: two or three words in pinyin or Palladius, or a full Russian name.

Most rows of a large table are such forms. Everything here depends on single words and is kept per word, so a name
costs a few look-ups; a form that is in any way doubtful goes the long way (`None`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from corrobora.names.agreement import nominatives
from corrobora.names.chinese import FAMILY_FIRST, TITLES, TITLES_BEFORE_TWO, family_parts, form_bits, given_parts
from corrobora.names.hanzi import compound_surnames
from corrobora.names.lattice import Alternatives, cuts
from corrobora.names.plain import plain_syllables, spelt_given_names
from corrobora.names.slavic import (
    base_patronymic,
    given_lemma,
    given_names,
    is_patronymic,
    key_sign,
    skeleton,
)

# One letter only where it is a syllable, and no initial: У Хао, Е Чжунин.
_CYRILLIC = re.compile("[А-Яа-яЁёІіЇїЄєҐґЎў-]{2,}|[УЕ]")
_LATIN = re.compile("[A-Za-z-]{2,}")
_LEADING = ("pinyin", "palladius")
_SPELT_SO = 0.05
_SURE_BITS = 3.5
_MOST_KEPT = 400_000


Weighted = tuple[str, str, float]


class WordProfile(NamedTuple):
    """What one plainly spelt Chinese word can be, and the bits each role has for being Chinese.

    A tuple because one is made for each word never met before, and a frozen dataclass takes three times as long.

    Attributes:
        families: the family names it can be, with their likelihood.
        givens: the given names it can be.
        family_bits, given_bits: bits for being Chinese in that role.
        syllable: the pinyin of a word of one syllable, else "".
        sole: the given name, of a word that can be read in one way only, else "".
        sole_family: of such a word the key of the family name, without a given name.
    """

    families: tuple[tuple[str, float], ...]
    givens: tuple[tuple[str, float], ...]
    family_bits: float
    given_bits: float
    syllable: str = ""
    sole: str = ""
    sole_family: str = ""


# A word that is none of a plain form: the long way decides.
_DOUBTFUL = WordProfile((), (), -90.0, -90.0)
_known: tuple[dict[str, WordProfile], dict[str, WordProfile]] = ({}, {})


def _profile(word: str, cyrillic: bool) -> WordProfile:
    """What a word can be."""
    known = _known[cyrillic]
    found = known.get(word)
    if found is None:
        if len(known) >= _MOST_KEPT:
            known.clear()
        found = known[word] = _new_profile(word, cyrillic)
    return found


def _new_profile(word: str, cyrillic: bool) -> WordProfile:
    if word.islower() or word.lower() in TITLES or not (_CYRILLIC if cyrillic else _LATIN).fullmatch(word):
        return _DOUBTFUL
    plain = plain_syllables(word, cyrillic)
    if plain is None:
        return _careful_profile(word, cyrillic) or _DOUBTFUL
    if len(plain) == 1:
        return _of_syllable(plain[0])
    one, two = plain
    if len(one) == len(two) == 1:
        (first, _), (second, _) = one[0], two[0]
        given = f"{first}-{second}"
        compound = first + second
        bits = _bits("", first) + _bits("", second)
        if compound in compound_surnames():
            family = ((compound, 1.0),)
            return WordProfile(family, ((given, 1.0),), _bits(compound, ""), bits, "", given, f"zh:{compound}|")
        return WordProfile((), ((given, 1.0),), -30.0, bits, "", given)
    givens = tuple((f"{a}-{b}", x * y) for a, x in one for b, y in two if x * y >= _SPELT_SO)
    families = tuple((a + b, x * y) for a, x in one for b, y in two if a + b in compound_surnames())
    return WordProfile(
        families,
        givens,
        max([_bits(name, "") for name, _ in families], default=-30.0),
        max([form_bits("", name) for name, _ in givens]),
    )


def _of_syllable(held: Alternatives) -> WordProfile:
    family_bits = max([_bits(name, "") for name, _ in held])
    given_bits = max([_bits("", name) for name, _ in held])
    name = held[0][0]
    if len(held) == 1:
        return WordProfile(held, held, family_bits, given_bits, name, name, f"zh:{name}|")
    return WordProfile(held, held, family_bits, given_bits, name)


@lru_cache(maxsize=4096)
def _bits(family: str, given: str) -> float:
    return form_bits(family, given)


def _careful_profile(word: str, cyrillic: bool) -> WordProfile | None:
    found = cuts(word, cyrillic)
    if not found or found[0].inflected or found[0].system not in _LEADING:
        return None
    if len(word) > 3 and word.lower() in spelt_given_names():
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


_AHEAD = {True: FAMILY_FIRST["Cyrl"], False: FAMILY_FIRST["Latn"]}


def _chinese(left: WordProfile, right: WordProfile, cyrillic: bool) -> list[Weighted] | None:
    """The readings of two words in either order, with their likelihood."""
    one, two = left.family_bits + right.given_bits, right.family_bits + left.given_bits
    if one < _SURE_BITS and two < _SURE_BITS:
        return None
    ahead = _AHEAD[cyrillic]
    out = [(family, given, ahead * one * two) for family, one in left.families for given, two in right.givens]
    if right.families:
        behind = 1 - ahead
        out += [(family, given, behind * one * two) for family, one in right.families for given, two in left.givens]
    if len(out) > 1:
        least = _SPELT_SO * max([share for _, _, share in out])
        return [weighted for weighted in out if weighted[2] >= least]
    return out


@lru_cache(maxsize=131072)
def _father(word: str) -> str:
    """The nominative of a word that is a patronymic, else ""."""
    base = base_patronymic(word)
    return base if is_patronymic(skeleton(base)) and not cuts(word, True) else ""


def father_of(word: str) -> str:
    """The skeleton of a patronymic in any case, "" for any other word."""
    base = _father(word)
    return skeleton(base) if base else ""


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return frozenset(key_sign(head) for head in given_names().values())


@lru_cache(maxsize=131072)
def _given(word: str) -> str:
    """The key of a given name in any case, "" for a word that is none."""
    if not _is_name(word):
        return ""
    sign = skeleton(given_lemma(word))
    return key_sign(given_names().get(sign, sign))


@lru_cache(maxsize=262144)
def _as_written(word: str) -> str:
    """The key of a family name in the nominative, "" for a word that is none."""
    return key_sign(skeleton(word)) if _is_name(word) else ""


def _is_name(word: str) -> bool:
    return _CYRILLIC.fullmatch(word) is not None and not word.islower()


def _russian(first: str, second: str, third: str) -> tuple[str, str, str] | None:
    """The keys of family name and given name of a full Russian or Ukrainian name, and its patronymic's skeleton."""
    base = _father(third)
    if base and not (_father(second) and _given(first) in _heads()):
        family, given, father = first, second, third
    else:
        base = _father(second)
        if not base:
            return None
        family, given, father = third, first, second
    if base != father and _is_name(family) and _is_name(given):
        family, given, _ = nominatives(family, given, father)
    one, two = _as_written(family), _given(given)
    return (one, two, skeleton(base)) if one and two else None


def full_name(text: str) -> tuple[str, str, str] | None:
    """Keys of family and given name and the skeleton of the patronymic of a plain Cyrillic name of three words."""
    parts = text.split(" ")
    return _russian(*parts) if len(parts) == 3 and _is_cyrillic(text) else None


def _is_cyrillic(text: str) -> bool:
    """Whether a form is in Cyrillic, if it is a plain form at all."""
    return text[:1] > "\u00ff"


def quick_readings(text: str) -> tuple[str, list[Weighted]] | None:
    """Kind ("zh" or "sl") and readings of a plain form; None where the long way is needed."""
    parts = text.split(" ")
    size = len(parts)
    if not 2 <= size <= 3:
        return None
    cyrillic = _is_cyrillic(text)
    if size == 2:
        readings = _chinese(_profile(parts[0], cyrillic), _profile(parts[1], cyrillic), cyrillic)
        return ("zh", readings) if readings else None
    first, second, third = parts
    if cyrillic:
        found = _russian(first, second, third)
        if found is not None:
            return "sl", [(found[0], found[1], 1.0)]
    if first.lower() in TITLES_BEFORE_TWO:
        return None
    readings = _three_syllables(
        _profile(first, cyrillic), _profile(second, cyrillic), _profile(third, cyrillic), cyrillic
    )
    return ("zh", readings) if readings else None


def _three_syllables(one: WordProfile, two: WordProfile, three: WordProfile, cyrillic: bool) -> list[Weighted] | None:
    """A name written syllable by syllable: the family name is the first or the last."""
    if not (one.syllable and two.syllable and three.syllable):
        return None
    if max(one.family_bits + three.given_bits, one.given_bits + three.family_bits) + two.given_bits < _SURE_BITS:
        return None
    compounds = compound_surnames()
    if one.syllable + two.syllable in compounds or two.syllable + three.syllable in compounds:
        return None
    ahead = _AHEAD[cyrillic]
    if len(one.families) == len(two.families) == len(three.families) == 1:
        return [
            (one.syllable, f"{two.syllable}-{three.syllable}", ahead),
            (three.syllable, f"{one.syllable}-{two.syllable}", 1 - ahead),
        ]
    choices = [(a, b, c, x * y * z) for a, x in one.families for b, y in two.families for c, z in three.families]
    out = [(a, f"{b}-{c}", ahead * share) for a, b, c, share in choices]
    out += [(c, f"{a}-{b}", (1 - ahead) * share) for a, b, c, share in choices]
    least = _SPELT_SO * max([share for _, _, share in out])
    return [weighted for weighted in out if weighted[2] >= least]


def quick_keys(text: str) -> list[str] | None:
    """The exact keys of a plain form; None where the long way is needed."""
    parts = text.split(" ")
    if len(parts) == 2:
        cyrillic = _is_cyrillic(text)
        known = _known[cyrillic]
        left = known.get(parts[0]) or _profile(parts[0], cyrillic)
        right = known.get(parts[1]) or _profile(parts[1], cyrillic)
        if left.sole and right.sole:
            if left.family_bits + right.given_bits < _SURE_BITS and right.family_bits + left.given_bits < _SURE_BITS:
                return None
            out = [left.sole_family + right.sole] if left.sole_family else []
            if right.sole_family:
                out.append(right.sole_family + left.sole)
            return out or None
    found = quick_readings(text)
    if found is None:
        return None
    kind, readings = found
    return [f"{kind}:{family}|{given}" for family, given, _ in readings]
