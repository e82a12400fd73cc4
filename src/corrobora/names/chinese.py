"""Reads a written form as a Chinese name: weighted (family, given) readings in pinyin.

A reading is a pair of strings, syllables of one part joined by a hyphen: ("wang", "ming-liang").
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from corrobora.names.hanzi import compound_surnames, given_shares, readings, simplified, surname_shares, surnames
from corrobora.names.lattice import SYSTEM_SHARE, Cut, cuts
from corrobora.names.text import clean, first_alias, script, words

Reading = tuple[str, str]
_MOST_READINGS = 96
_LAST_FIRST = {"Cyrl": 0.85, "Latn": 0.7}
_UNKNOWN_SURNAME = 2e-6
_INITIAL_END = "."
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "sir",
        "gen",
        "col",
        "maj",
        "capt",
        "lt",
        "mister",
        "madam",
        "г-н",
        "г-жа",
        "господин",
        "госпожа",
        "господина",
        "госпожи",
        "полковник",
        "генерал",
        "майор",
        "капитан",
        "товарищ",
        "тов",
        "пан",
        "пані",
    ]
)


@dataclass(frozen=True, slots=True)
class ChineseForm:
    """What a written form says if it is a Chinese name.

    Attributes:
        readings: likelihood of the form for each reading that can have been spelt so.
        native: whether the form cannot be anything but Chinese (Hanzi) or is cut without a rest.
        initials: the letter or letters in place of a given name, () where the name is written out.
        systems: the systems of spelling that fit, likeliest first.
        inflected: whether the likeliest reading takes off a case ending.
        family_first: how likely the family name is written first.
        fit: bits for the form being Chinese at all.
    """

    readings: dict[Reading, float]
    native: bool
    initials: tuple[str, ...]
    systems: tuple[str, ...]
    inflected: bool
    family_first: float
    fit: float


@lru_cache(maxsize=262144)
def chinese_form(text: str) -> ChineseForm | None:
    """The Chinese readings of a written form, or None where it cannot be one.

    Example:
        >>> form = chinese_form("Ван Минлян")
        >>> max(form.readings, key=form.readings.get)
        ('wang', 'ming-liang')
    """
    folded = first_alias(text)
    kind = script(folded)
    if kind == "Han":
        return None if _is_transcription(text) else _from_hanzi(folded)
    if kind in ("Cyrl", "Latn"):
        return _from_letters(folded, kind)
    return None


def _is_transcription(text: str) -> bool:
    """Whether a name in Hanzi has the raised dot that stands between the parts of foreign names."""
    return any(sign in text for sign in "·•・‧．")


def _from_hanzi(text: str) -> ChineseForm | None:
    written = "".join(sign for sign in text if not sign.isspace())
    if any(sign in ".‧&" or sign.isascii() for sign in written) or not 1 <= len(written) <= 4:
        return None
    signs = simplified(written)
    known = surnames()
    out: dict[Reading, float] = {}
    for size in (2, 1) if len(signs) > 2 else (1,):
        surname = signs[:size]
        if size == 2 and surname not in known:
            continue
        families = known.get(surname) or tuple(reading for reading, _ in readings(surname))
        extra = [reading for reading, _ in readings(surname) if size == 1 and reading not in families]
        choices = [(reading, 1.0 if place == 0 else 0.1) for place, reading in enumerate(families)]
        choices += [(reading, 0.01) for reading in extra]
        for (family, family_share), given_reading in product(choices, _given_readings(written[size:])):
            share = family_share * given_reading[1] * (1.0 if size == 2 or surname in known else 0.5)
            out.setdefault((family, given_reading[0]), share)
        if out:
            break
    if not out:
        return None
    good = signs[0] in known or signs[:2] in known
    return ChineseForm(_normed(out), True, (), ("hanzi",), False, 1.0, 6.0 if good else 1.0)


def _given_readings(signs: str) -> list[tuple[str, float]]:
    choices = [readings(sign) for sign in signs]
    if not all(choices):
        return []
    out = []
    for way in product(*choices):
        share = 1.0
        for _, part in way:
            share *= part
        out.append(("-".join(reading for reading, _ in way), share))
    return sorted(out, key=lambda pair: -pair[1])[:24]


def _normed(found: dict[Reading, float]) -> dict[Reading, float]:
    return dict(sorted(found.items(), key=lambda pair: -pair[1])[:_MOST_READINGS])


def _from_letters(text: str, kind: str) -> ChineseForm | None:
    comma = text.find(",")
    parts = [word for word in words(text) if not word.isdigit()]
    if len(parts) > 1 and parts[0].lower().rstrip(".") in _TITLES:
        parts = parts[1:]
    if len(parts) > 1:
        # "с полковником Ваном Минляном": small words that are no syllables stand beside the name.
        parts = [part for part in parts if not part.islower() or cuts(part, kind == "Cyrl")]
    if not 1 <= len(parts) <= 5:
        return None
    initials = [part for part in parts if _is_initial(part)]
    if initials:
        return _with_initials(parts, initials, kind)
    each = [cuts(part, kind == "Cyrl") for part in parts]
    if not all(each) or len(parts) > 4:
        return None
    first = _LAST_FIRST[kind]
    if comma > 0 and len(words(text[:comma])) == 1:
        first = 0.98
    return _assemble(parts, each, first)


def _is_initial(part: str) -> bool:
    bare = part.rstrip(_INITIAL_END)
    return len(bare) == 1 and (part.endswith(_INITIAL_END) or bare.isupper() and bare not in "АЕЁИОУЭЮЯAEIOUЄІЇ")


def _with_initials(parts: list[str], initials: list[str], kind: str) -> ChineseForm | None:
    whole = [part for part in parts if part not in initials]
    if len(whole) != 1 or len(initials) > 2:
        return None
    out: dict[Reading, float] = {}
    systems: list[str] = []
    for cut in cuts(whole[0], kind == "Cyrl"):
        for family, share in _families(cut):
            if family in surname_shares():
                out[(family, "")] = max(out.get((family, ""), 0.0), share * cut.weight)
                systems.append(cut.system)
    if not out:
        return None
    letters = tuple(part.rstrip(".").lower() for part in initials)
    best = max(out.values())
    fit = max(_fit(family, "", systems[0]) for family, _ in out)
    scaled = {reading: share / best for reading, share in out.items()}
    return ChineseForm(_normed(scaled), False, letters, tuple(dict.fromkeys(systems)), False, 1.0, fit)


Part = tuple[tuple[Cut, ...], ...]


def _assemble(parts: list[str], each: list[tuple[Cut, ...]], first: float) -> ChineseForm | None:
    lone_taiwan = any("-" in part for part in parts)
    pinyin_fits = all(any(cut.system == "pinyin" for cut in found) for found in each)
    out: dict[Reading, float] = {}
    front: dict[bool, float] = {True: 0.0, False: 0.0}
    systems: dict[str, float] = {}
    bent_best, best = False, 0.0
    likeliest: Reading | None = None
    for way in product(*each):
        coherence = _coherence(way, pinyin_fits, lone_taiwan)
        if not coherence:
            continue
        for family, given, share, is_front in _arrangements(way, first):
            likelihood = share * coherence
            reading = (family, given)
            out[reading] = max(out.get(reading, 0.0), likelihood)
            weighed = likelihood * prior(reading)
            front[is_front] += weighed
            systems[way[-1].system] = systems.get(way[-1].system, 0.0) + weighed
            if weighed > best:
                best, bent_best = weighed, any(cut.inflected for cut in way)
                likeliest = reading
        if len(out) > 4 * _MOST_READINGS:
            break
    if not out:
        return None
    ranked = tuple(sorted(systems, key=lambda name: -systems[name]))
    total = front[True] + front[False]
    shown = front[True] / total if total else 0.5
    fit = _fit(*likeliest, ranked[0]) if likeliest else -10.0
    return ChineseForm(_normed(out), False, (), ranked, bent_best, shown, fit)


_SYSTEM_BITS = {"romanised": -2.5, "careless": -2.0, "careless-latin": -3.0, "wade-giles": -1.0}


def _fit(family: str, given: str, system: str) -> float:
    """Bits for a form being Chinese: a known surname, given syllables that names use, and no letter left over."""
    bits = math.log2(surname_shares().get(family, _UNKNOWN_SURNAME) / 3e-5) + _SYSTEM_BITS.get(system, 0.0)
    if given:
        known = given_shares()
        for syllable in given.split("-"):
            bits += 1.5 + max(-3.0, min(2.0, math.log2(known.get(syllable, 1e-5) / 2e-3)))
    return bits


def _coherence(way: tuple[Cut, ...], pinyin_fits: bool, taiwan: bool) -> float:
    """How likely it is that the words of one name were spelt in these systems together."""
    systems = {cut.system for cut in way}
    if pinyin_fits and "wade-giles" in systems and not taiwan:
        return 0.0
    weight = 1.0
    for cut in way:
        weight *= cut.weight
    if len(systems) == 1:
        # The share of the system counts once, not once a word.
        weight /= _share(way[0].system) ** (len(way) - 1)
    else:
        weight *= 0.3 if not pinyin_fits else 0.02
    if pinyin_fits and "pinyin" not in systems:
        weight *= 0.1
    bent = {cut.inflected for cut in way}
    return weight * (0.5 if len(bent) > 1 else 1.0)


@lru_cache(maxsize=16)
def _share(system: str) -> float:
    return SYSTEM_SHARE[system]


def _arrangements(way: tuple[Cut, ...], first: float) -> list[tuple[str, str, float, bool]]:
    """Every (family, given, likelihood, family first) that the cut words allow."""
    counts = [len(cut.syllables) for cut in way]
    total = sum(counts)
    if total > 4 or total < 1:
        return []
    flat = tuple(syllable for cut in way for syllable in cut.syllables)
    out: list[tuple[str, str, float, bool]] = []
    if len(way) == 1:
        if total == 1:
            return [(family, "", share, True) for family, share in _product(flat)]
        out += _split(flat, 1, 1.0, True)
        if total > 2:
            out += _split(flat, 2, 1.0, True)
        if total in (2, 3):
            out += _split(flat, total - 1, 0.1, False)
        return out
    if counts[0] == 1 or counts[0] == 2:
        out += _split(flat, counts[0], first, True)
    if counts[-1] == 1 or counts[-1] == 2:
        out += _split(flat, total - counts[-1], 1 - first, False)
    if len(way) >= 3 and counts[0] == counts[1] == 1:
        out += _split(flat, 2, first, True)
        if len(way) == 4 or total == 3:
            out += _split(flat, total - 2, 1 - first, False)
    return out


def _split(
    flat: tuple[tuple[tuple[str, float], ...], ...], at: int, share: float, front: bool
) -> list[tuple[str, str, float, bool]]:
    """Family and given name when the parts meet at `at`; the family name comes first if `front`."""
    left, right = flat[:at], flat[at:]
    family_part, given_part = (left, right) if front else (right, left)
    if not given_part or len(given_part) > 3:
        return []
    out = []
    for family, family_share in _product(family_part):
        joined = family.replace("-", "")
        if len(family_part) == 2 and joined not in compound_surnames():
            continue
        for given, given_share in _product(given_part):
            out.append((joined, given, share * family_share * given_share, front))
    return out


def _product(part: tuple[tuple[tuple[str, float], ...], ...]) -> list[tuple[str, float]]:
    if len(part) == 1:
        return list(part[0])
    out = []
    for way in product(*part):
        share = 1.0
        for _, piece in way:
            share *= piece
        out.append(("-".join(syllable for syllable, _ in way), share))
    return out


def _families(cut: Cut) -> list[tuple[str, float]]:
    if len(cut.syllables) == 1:
        return list(cut.syllables[0])
    if len(cut.syllables) == 2:
        return [
            (family.replace("-", ""), share)
            for family, share in _product(cut.syllables)
            if family.replace("-", "") in compound_surnames()
        ]
    return []


@lru_cache(maxsize=262144)
def prior(reading: Reading) -> float:
    """Share of people who bear this name, by the shares of the surname and of each syllable of the given name."""
    family, given = reading
    share = surname_shares().get(family, _UNKNOWN_SURNAME)
    if given:
        known = given_shares()
        syllables = given.split("-")
        share *= _LENGTH_SHARE[min(len(syllables), 3)]
        for syllable in syllables:
            share *= known.get(syllable, 1e-5)
    return share


_LENGTH_SHARE = (1.0, 0.2, 0.8, 0.001)


def posterior(form: ChineseForm) -> dict[Reading, float]:
    """The readings with their probability, common surnames being likelier."""
    weighed = {reading: likelihood * prior(reading) for reading, likelihood in form.readings.items()}
    total = sum(weighed.values()) or 1.0
    return {reading: weight / total for reading, weight in sorted(weighed.items(), key=lambda pair: -pair[1])}


__all__ = ["ChineseForm", "Reading", "chinese_form", "clean", "posterior"]
