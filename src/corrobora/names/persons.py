"""Compares forms of names that are not Chinese: word by word, each pair of words with its likelihood ratio in bits."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from corrobora.names.arabic import consonants, from_arabic, is_arabic
from corrobora.names.slavic import (
    father_sign,
    given_lemma,
    given_names,
    is_initial,
    is_patronymic,
    skeleton,
    slavic_form,
)
from corrobora.names.tables import table_lines
from corrobora.names.text import aliases, script, words
from corrobora.names.transcription import transcription_bits

_RARE = 2e-6
_MOST = 11.0
_LEAST = 1.0
_NEARLY = -5.0
# Many share a given name and a patronymic: with them an unlike family name is the more another person's.
_FAMILY_DIFFERS = -4.0
_LEFT_OVER = -1.2
_FATHER_LEFT_OVER = -0.2
_CONTRADICTED = -8.0
# Below this share of equal signs two words are strangers.
_ALIKE = 0.4
# Belarusian writes unstressed vowels as they sound and ў for v and l: Яфанаў is Ефанов.
_FOLDED = str.maketrans({"o": "a", "e": "a", "u": "v"})
_TITLE_WORDS = (
    "haji hajji mullah maulavi maulawi mawlawi qari sheikh shaykh sayyid seyyed seyed dr general colonel mr mrs "
    "professor г-н г-жа господин госпожа полковник генерал al el bin ibn ben bint ul ur von der van de da di"
)
_TITLES = frozenset(_TITLE_WORDS.split())


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """One word of a name.

    Attributes:
        sign: its skeleton; for a listed given name the skeleton of the canonical one.
        role: "given" (listed), "patronymic", "initial", "word"; in Hanzi "han", "han patronymic" or "han family".
        text: the word itself, in the nominative as far as that is known.
        bits: what an agreement in this word is worth: rare words more.
        folded: the skeleton without the feminine ending and without what Belarusian spelling changes.
        arabic: whether the word is in Arabic letters, which leave out the short vowels.
    """

    sign: str
    role: str
    text: str
    bits: float
    folded: str
    arabic: bool = False


def _made(sign: str, role: str, text: str, bits: float) -> Word:
    return Word(sign, role, text, bits, ungendered(sign).translate(_FOLDED), is_arabic(text))


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """Bits for two forms being one name, and why."""

    bits: float
    reasons: tuple[str, ...]


_HAN_FATHER, _HAN_FAMILY = "han patronymic", "han family"
_HAN = ("han", _HAN_FATHER, _HAN_FAMILY)
_NOTHING = PersonMatch(-20.0, ("No word of the one agrees with a word of the other.",))


@lru_cache(maxsize=1)
def _shares() -> dict[str, float]:
    return {token: float(share) for token, share in table_lines("tokens.tsv")}


def token_share(sign: str) -> float:
    """Share of a word, given as its skeleton, among the words of names."""
    return _shares().get(sign, _RARE)


@lru_cache(maxsize=1)
def _letter_costs() -> dict[tuple[str, str], float]:
    """Cost of one sign for another, 0 to 1: the oftener people mix them up, the less."""
    out = {}
    for left, right, bits in table_lines("letters.tsv"):
        cost = min(1.0, max(0.25, float(bits) / 11.0))
        out[left, right] = out[right, left] = cost
    return out


def _word(text: str, count: int, bases: dict[str, str]) -> Word | None:
    bare = text.rstrip(".'").strip("-")
    bare = bases.get(bare, bare)
    lowered = bare.lower()
    if not bare or lowered in _TITLES:
        return None
    if script(bare) == "Han":
        return _made(bare, "han", bare, _MOST)
    if is_arabic(bare):
        bare = from_arabic(bare)
        lowered = bare
    if lowered.startswith(("al-", "el-", "ul-", "ur-", "as-", "an-", "ar-")) and len(lowered) > 5:
        bare = bare[3:]
    if len(bare) == 1 or is_initial(text):
        return _made(skeleton(bare)[:1], "initial", bare, 1.5)
    sign = skeleton(bare)
    if count > 1 and is_patronymic(sign):
        return _made(father_sign(sign), "patronymic", bare, 3.0)
    lemma = given_lemma(bare)
    listed = given_names().get(skeleton(lemma))
    if listed is not None and count > 1:
        return _made(listed, "given", lemma, 4.0)
    return _made(sign, "word", text if is_arabic(text) else bare, _worth(sign))


@lru_cache(maxsize=131072)
def name_words(alias: str) -> tuple[Word, ...]:
    """The words of one spelling of a name."""
    parts = [part for part in words(alias.replace(".", ". ")) if not part.isdigit()]
    proper = [part for part in parts if not part.islower() or is_arabic(part)] or parts
    bases = _bases(alias) if len(proper) > 1 and script(alias) == "Cyrl" else {}
    read = (_word(part, len(proper), bases) for part in proper[:9])
    found = [word for word in read if word is not None and word.sign]
    return tuple(_placed(place, found) for place in range(len(found)))


def _bases(alias: str) -> dict[str, str]:
    """Words of a Cyrillic name -> their nominatives."""
    form = slavic_form(alias)
    out: dict[str, str] = {}
    if form is not None:
        for written, base in zip(form.written, form.words, strict=True):
            out.update(zip(written.split(), base.split(), strict=True))
    return out


def _placed(place: int, found: list[Word]) -> Word:
    """A word with the role that its place gives it: in Hanzi the family name stands last, the patronymic before it."""
    word = found[place]
    if word.role != "han" or len(found) < 2:
        return _mended_role(place, found)
    role = _HAN_FAMILY if place == len(found) - 1 else "han" if place == 0 else _HAN_FATHER
    return replace(word, role=role)


def _mended_role(place: int, found: list[Word]) -> Word:
    """A family name in -ovich is no patronymic: that stands after a given name, and its father has one too."""
    word = found[place]
    if word.role != "patronymic":
        return word
    fits = place > 0 and found[place - 1].role != "patronymic"
    if fits and len(found) == 2:
        fits = word.sign in given_names()
    if fits:
        return word
    sign = skeleton(word.text)
    return _made(sign, "word", word.text, _worth(sign))


def _worth(sign: str) -> float:
    share = _shares().get(sign, _RARE)
    most = _MOST if len(sign) > 4 else 6.0
    return min(most, max(3.0, -math.log2(share) - 5.0))


def compare_persons(a: str, b: str) -> PersonMatch:
    """Compares two forms, each of which may hold several spellings; the best pair of spellings counts."""
    best: PersonMatch | None = None
    for left in _spellings(a):
        for right in _spellings(b):
            found = _compare_words(name_words(left), name_words(right))
            if best is None or found.bits > best.bits:
                best = found
    return best if best is not None else PersonMatch(-6.0, ("Nothing to compare.",))


@lru_cache(maxsize=131072)
def _spellings(text: str) -> tuple[str, ...]:
    """The spellings in one field; a second comma parts spellings, the first may part family and given name."""
    out: list[str] = []
    for alias in aliases(text)[:6]:
        pieces = [piece.strip() for piece in alias.split(",")]
        long = [piece for piece in pieces if " " in piece]
        out += long if len(long) > 1 else [alias]
    return tuple(dict.fromkeys(out))[:8]


def _compare_words(left: tuple[Word, ...], right: tuple[Word, ...]) -> PersonMatch:
    if not left or not right:
        return PersonMatch(-6.0, ("Nothing to compare.",))
    left, right = _by_father(left, right), _by_father(right, left)
    pairs = [
        (bits, i, j)
        for i, one in enumerate(left)
        for j, two in enumerate(right)
        if (bits := pair_bits(one, two)) > _LEAST
    ]
    if not pairs:
        return _NOTHING
    pairs.sort(reverse=True)
    used_left: set[int] = set()
    used_right: set[int] = set()
    total = 0.0
    reasons: list[str] = []
    for bits, i, j in pairs:
        if i in used_left or j in used_right:
            continue
        used_left.add(i)
        used_right.add(j)
        total += bits
        reasons.append(f"{left[i].text} agrees with {right[j].text}.")
    rest_left = [word for i, word in enumerate(left) if i not in used_left]
    rest_right = [word for j, word in enumerate(right) if j not in used_right]
    named = any(left[i].role in ("given", "patronymic") for i in used_left)
    total += _left_over(rest_left, rest_right, reasons, _FAMILY_DIFFERS if named else 0.0)
    if len(used_left) == 1 and min(len(left), len(right)) > 1:
        total -= 4.0
    return PersonMatch(max(-20.0, min(20.0, total)), tuple(reasons))


def _by_father(words: tuple[Word, ...], other: tuple[Word, ...]) -> tuple[Word, ...]:
    """Beside a form without a family name (Ольга Константиновна) the last word in Hanzi is a patronymic as well."""
    if words[-1].role != _HAN_FAMILY or any(word.role not in ("given", "patronymic") for word in other):
        return words
    return (*words[:-1], replace(words[-1], role=_HAN_FATHER))


def _left_over(left: list[Word], right: list[Word], reasons: list[str], harsher: float) -> float:
    """What the words without a partner weigh: those on both sides contradict each other."""
    total = 0.0
    for role, weight in (("patronymic", -20.0), ("given", -18.0)):
        one = [word for word in left if word.role == role]
        two = [word for word in right if word.role == role]
        for first, second in zip(one, two, strict=False):
            near = role == "patronymic" and pair_bits(first, second) > _NEARLY
            total += -1.0 if near else weight
            word = "are nearly alike" if near else "contradict each other"
            reasons.append(f"{first.text} and {second.text} {word}.")
            left.remove(first)
            right.remove(second)
    rest_left = [word for word in left if word.role != "patronymic"]
    rest_right = [word for word in right if word.role != "patronymic"]
    for first, second in zip(rest_left, rest_right, strict=False):
        total += _contradiction(first, second) + harsher
        reasons.append(f"{first.text} and {second.text} differ.")
    total += _LEFT_OVER * abs(len(rest_left) - len(rest_right))
    return total + _FATHER_LEFT_OVER * (len(left) + len(right) - len(rest_left) - len(rest_right))


def _contradiction(one: Word, two: Word) -> float:
    """What two words that should be one name and are not weigh."""
    bits = pair_bits(one, two)
    if one.role in _HAN or two.role in _HAN:
        return max(_CONTRADICTED, min(-3.0, bits))
    return bits - 3.0 if bits > _NEARLY else min(_CONTRADICTED, bits)


_STRANGERS = -14.0


def pair_bits(one: Word, two: Word) -> float:
    """Bits for two words being spellings of one."""
    roles = (one.role, two.role)
    if one.role in _HAN or two.role in _HAN:
        return _han_bits(one, two)
    if "initial" in roles:
        return 1.5 if one.sign[:1] == two.sign[:1] and "patronymic" not in roles else -3.0
    if (one.role == "patronymic") != (two.role == "patronymic"):
        return -3.0
    worth = min(one.bits, two.bits)
    if one.sign == two.sign:
        return worth
    if one.folded == two.folded:
        likeness = 0.95
    elif one.arabic or two.arabic:
        likeness = max(alikeness(one.sign, two.sign), _consonant_likeness(one, two))
    elif Levenshtein.normalized_similarity(one.sign, two.sign, score_cutoff=_ALIKE) < _ALIKE:
        return _STRANGERS
    else:
        likeness = alikeness(one.sign, two.sign)
    return worth - (1.0 - likeness) * 3.6 * max(worth, 6.0)


def ungendered(sign: str) -> str:
    """A skeleton without the ending of a woman's family name."""
    return sign[:-1] if sign.endswith(("ova", "eva", "ina", "aia")) and len(sign) > 4 else sign


def _han_bits(one: Word, two: Word) -> float:
    if one.role in _HAN and two.role in _HAN:
        return 9.0 if one.text == two.text else -6.0
    han, word = (one, two) if one.role in _HAN else (two, one)
    if word.role == "patronymic" and han.role != _HAN_FATHER:
        return _STRANGERS
    return max(-8.0, min(word.bits + 1.0, transcription_bits(han.text, word.text)))


def _consonant_likeness(one: Word, two: Word) -> float:
    """Arabic letters leave the short vowels out: then only consonants can be compared."""
    left, right = consonants(one.text), consonants(two.text)
    return 0.95 * Levenshtein.normalized_similarity(left, right) if left and right else 0.0


@lru_cache(maxsize=262144)
def alikeness(one: str, two: str) -> float:
    """How alike two skeletons are, 0 to 1, by the costs that people's mixing up of letters has."""
    costs = _letter_costs()
    previous = [0.0]
    for sign in two:
        previous.append(previous[-1] + costs.get(("", sign), 1.0))
    for sign in one:
        dropped = costs.get((sign, ""), 1.0)
        row = [previous[0] + dropped]
        for place, other in enumerate(two):
            swap = 0.0 if sign == other else costs.get((sign, other), 1.0)
            row.append(
                min(previous[place] + swap, previous[place + 1] + dropped, row[-1] + costs.get(("", other), 1.0))
            )
        previous = row
    return 1.0 - previous[-1] / max(len(one), len(two))
