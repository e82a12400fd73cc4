"""Reads a written form as a Chinese name: weighted (family, given) readings in pinyin.

A reading is a pair of strings, syllables of one part joined by a hyphen: ("wang", "ming-liang").
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from corrobora.names.hanzi import compound_surnames, given_shares, readings, simplified, surname_shares, surnames
from corrobora.names.lattice import SYSTEM_SHARE, Alternatives, Cut, cuts
from corrobora.names.syllables import palladius
from corrobora.names.text import clean, first_alias, script, words

Reading = tuple[str, str]
_MOST_READINGS = 96
FAMILY_FIRST = {"Cyrl": 0.85, "Latn": 0.7}
_UNKNOWN_SURNAME = 2e-6
_INITIAL_END = "."
_UNLIKE_CASES = 0.002
_TITLE_WORDS = (
    "mr mrs ms miss dr prof sir gen col maj capt lt mister madam г-н г-жа господин госпожа господина госпожи полковник "
    "генерал майор капитан товарищ тов"
)
TITLES = frozenset(_TITLE_WORDS.split())
# "Пан Хаосю" is Pang Haoxiu; only before a whole name is пан a title.
TITLES_BEFORE_TWO = frozenset(("пан", "пані", "пана", "паном"))


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
        return None if is_transcription(text) else _from_hanzi(folded)
    if kind in ("Cyrl", "Latn"):
        return _from_letters(folded, kind)
    return None


def is_transcription(text: str) -> bool:
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


def bare_name(text: str) -> str:
    """The words of a form without titles and without small words that are no syllables."""
    return " ".join(_name_parts(clean(text), script(text)))


def _name_parts(text: str, kind: str) -> list[str]:
    parts = [word for word in words(text) if not word.isdigit()]
    lead = parts[0].lower().rstrip(".") if parts else ""
    if (len(parts) > 1 and lead in TITLES) or (len(parts) > 2 and lead in TITLES_BEFORE_TWO):
        parts = parts[1:]
    if len(parts) > 1:
        # "с полковником Ваном Минляном": small words that are no syllables stand beside the name.
        parts = [part for part in parts if not part.islower() or cuts(part, kind == "Cyrl")]
    return parts


def _from_letters(text: str, kind: str) -> ChineseForm | None:
    comma = text.find(",")
    parts = _name_parts(text, kind)
    if not 1 <= len(parts) <= 5:
        return None
    initials = [part for part in parts if _is_initial(part)]
    if initials:
        return _with_initials(parts, initials, kind)
    taiwan = kind == "Latn" and "-" in text
    each: list[tuple[Cut, ...]] = []
    for part in parts:
        found = cuts(part, kind == "Cyrl", taiwan)
        if not found or len(parts) > 4:
            return None
        each.append(found)
    first = FAMILY_FIRST[kind]
    if comma > 0 and len(words(text[:comma])) == 1:
        first = 0.98
    return _assemble(each, first, taiwan)


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
        for family, share in family_parts(cut):
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


def _assemble(each: list[tuple[Cut, ...]], first: float, taiwan: bool) -> ChineseForm | None:
    pinyin_fits = all(any(cut.system == "pinyin" for cut in found) for found in each)
    out: dict[Reading, float] = {}
    front, back = 0.0, 0.0
    systems: dict[str, float] = {}
    best, bent, likeliest = 0.0, False, ("", "")
    for way in product(*each):
        coherence = _coherence(way, pinyin_fits, taiwan)
        if not coherence:
            continue
        ahead, behind = 0.0, 0.0
        for reading, share, is_front in _arrangements(way, first):
            likelihood = share * coherence
            if likelihood > out.get(reading, 0.0):
                out[reading] = likelihood
            weighed = likelihood * prior(reading)
            if is_front:
                ahead += weighed
            else:
                behind += weighed
            if weighed > best:
                best, bent, likeliest = weighed, way[0].inflected or way[-1].inflected, reading
        front, back = front + ahead, back + behind
        systems[way[-1].system] = systems.get(way[-1].system, 0.0) + ahead + behind
        if len(out) > 4 * _MOST_READINGS:
            break
    if not out:
        return None
    ranked = tuple(sorted(systems, key=lambda name: -systems[name]))
    shown = front / (front + back) if front + back else 0.5
    return ChineseForm(_normed(out), False, (), ranked, bent, shown, _fit(*likeliest, ranked[0]))


_SYSTEM_BITS = {"romanised": -2.5, "careless": -2.0, "careless-latin": -3.0, "wade-giles": -1.0}


def _fit(family: str, given: str, system: str) -> float:
    return form_bits(family, given) + _SYSTEM_BITS.get(system, 0.0)


def form_bits(family: str, given: str) -> float:
    """Bits for a form being Chinese: a known surname, given syllables that names use, and no letter left over."""
    bits = math.log2(surname_shares().get(family, _UNKNOWN_SURNAME) / 3e-5) if family else 0.0
    if given:
        known = given_shares()
        for syllable in given.split("-"):
            bits += 1.5 + max(-3.0, min(2.0, math.log2(known.get(syllable, 1e-5) / 2e-3)))
    return bits


def _coherence(way: tuple[Cut, ...], pinyin_fits: bool, taiwan: bool) -> float:
    """How likely it is that the words of one name were spelt in these systems together."""
    lead = way[0]
    weight, same, bends = lead.weight, True, lead.inflected
    has_pinyin, has_giles = lead.system == "pinyin", lead.system == "wade-giles"
    has_careless = lead.system == "careless-latin"
    for cut in way[1:]:
        weight *= cut.weight
        same = same and cut.system == lead.system
        has_pinyin = has_pinyin or cut.system == "pinyin"
        has_giles = has_giles or cut.system == "wade-giles"
        has_careless = has_careless or cut.system == "careless-latin"
        if cut.inflected != bends:
            weight *= _UNLIKE_CASES if bends and _declines(cut) else 0.5
    if pinyin_fits and has_giles and not taiwan:
        return 0.0
    if same:
        # The share of the system counts once, not once a word.
        weight /= SYSTEM_SHARE[lead.system] ** (len(way) - 1)
    else:
        # Who writes one word as a Russian would seldom writes the other in proper pinyin.
        weight *= 0.02 if pinyin_fits else 0.1 if has_pinyin and has_careless else 0.3
    return weight * 0.1 if pinyin_fits and not has_pinyin else weight


def _declines(cut: Cut) -> bool:
    """Whether Russian declines the word: who declines the word before it ("Лина Ван") would decline this one too."""
    return palladius().get(cut.syllables[-1][0][0], "")[-1:] in "нрьй"


Arrangement = tuple[Reading, float, bool]


def _arrangements(way: tuple[Cut, ...], first: float) -> list[Arrangement]:
    """Every reading that the cut words allow, its likelihood, and whether the family name comes first."""
    if len(way) == 2:
        return _both_orders(way[0], way[1], first)
    counts = [len(cut.syllables) for cut in way]
    total = sum(counts)
    if not 1 <= total <= 4:
        return []
    flat = tuple(syllable for cut in way for syllable in cut.syllables)
    if total == 1:
        return [((family, ""), share, True) for family, share in flat[0]]
    if len(way) == 1:
        out = _split(flat, 1, 1.0, True)
        if total > 2:
            out += _split(flat, 2, 1.0, True)
        return out + (_split(flat, total - 1, 0.1, False) if total <= 3 else [])
    out = []
    if counts[0] <= 2:
        out += _split(flat, counts[0], first, True)
    if counts[-1] <= 2:
        out += _split(flat, total - counts[-1], 1 - first, False)
    if counts[0] == counts[1] == 1:
        out += _split(flat, 2, first, True)
        if len(way) == 4 or total == 3:
            out += _split(flat, total - 2, 1 - first, False)
    return out


def _both_orders(left: Cut, right: Cut, first: float) -> list[Arrangement]:
    given = given_parts(right)
    out = [((family, name), first * share * part, True) for family, share in family_parts(left) for name, part in given]
    given = given_parts(left)
    out += [
        ((family, name), (1 - first) * share * part, False)
        for family, share in family_parts(right)
        for name, part in given
    ]
    return out


@lru_cache(maxsize=262144)
def family_parts(cut: Cut) -> tuple[tuple[str, float], ...]:
    """What a cut word is as a family name: any single syllable, or a compound surname."""
    if len(cut.syllables) == 1:
        return cut.syllables[0]
    return _compounds(cut.syllables) if len(cut.syllables) == 2 else ()


@lru_cache(maxsize=262144)
def given_parts(cut: Cut) -> tuple[tuple[str, float], ...]:
    """What a cut word is as a given name of one to three syllables."""
    return _product(cut.syllables) if len(cut.syllables) <= 3 else ()


def _compounds(part: tuple[Alternatives, ...]) -> tuple[tuple[str, float], ...]:
    joined = ((family.replace("-", ""), share) for family, share in _product(part))
    return tuple(pair for pair in joined if pair[0] in compound_surnames())


def _split(flat: tuple[Alternatives, ...], at: int, share: float, front: bool) -> list[Arrangement]:
    """Family and given name when the parts meet at `at`; the family name comes first if `front`."""
    left, right = flat[:at], flat[at:]
    family_part, given_part = (left, right) if front else (right, left)
    if not 1 <= len(given_part) <= 3:
        return []
    families = family_part[0] if len(family_part) == 1 else _compounds(family_part)
    if not families:
        return []
    given = _product(given_part)
    return [((family, name), share * one * two, front) for family, one in families for name, two in given]


def _product(part: tuple[Alternatives, ...]) -> tuple[tuple[str, float], ...]:
    if len(part) == 1:
        return part[0]
    if len(part) == 2:
        return tuple((f"{one}-{two}", a * b) for one, a in part[0] for two, b in part[1])
    rest = _product(part[1:])
    return tuple((f"{one}-{two}", a * b) for one, a in part[0] for two, b in rest)


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
