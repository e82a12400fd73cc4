"""Compares two written forms: likelihood ratio, probability, reasons."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from corrobora.names.chinese import ChineseForm, Reading, chinese_form, prior
from corrobora.names.identify import chinese_probability
from corrobora.names.keys import first_letters
from corrobora.names.neighbours import repaired, twin_share
from corrobora.names.organizations import organization_bits
from corrobora.names.regional import regional_match
from corrobora.names.persons import compare_persons
from corrobora.names.text import script

_TWIN = 0.25
_SLIP = 0.02
_PRIOR_BITS = math.log2(0.25 / 0.75)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer to "can these be spellings of one name?".

    Attributes:
        score: probability-like, 0 to 1, comparable across scripts.
        bits: log2 of the likelihood ratio (same name against different names).
        reasons: why, in words a reporter understands.
        undecidable: whether the two names behind the forms cannot be told apart in this script.
    """

    score: float
    bits: float
    reasons: tuple[str, ...] = ()
    undecidable: bool = False


@lru_cache(maxsize=131072)
def _ordered(a: str, b: str, schema: str) -> Comparison:
    if not a.strip() or not b.strip():
        return Comparison(0.0, -20.0, ("One of the two is empty.",))
    if schema == "Organization":
        return _organizations(a, b)
    chances = chinese_probability(a), chinese_probability(b)
    found: list[Comparison] = []
    if min(chances) > 0.02 or (max(chances) > 0.3 and _is_misspelt_chinese(a, b)):
        found.append(_chinese(a, b))
    if max(chances) < 0.9 or not found:
        found.append(_slavic(a, b))
    regional = _regional(a, b)
    if regional is not None and regional.bits > max(comparison.bits for comparison in found):
        return regional
    return found[0] if len(found) == 1 else _blend(found[0], found[1], max(chances))


def _regional(a: str, b: str) -> Comparison | None:
    """A name in Hanzi against a Latin form that is not plain pinyin: Hong Kong, Taiwan, Singapore."""
    scripts = script(a), script(b)
    if set(scripts) != {"Han", "Latn"}:
        return None
    han, latin = (a, b) if scripts[0] == "Han" else (b, a)
    form = chinese_form(latin)
    if chinese_form(han) is None:
        return None
    plain = form is not None and form.systems[:1] in (("pinyin",), ("romanised",)) and "-" not in latin
    match = regional_match(han, latin, cantonese=plain)
    return None if match is None else _scored(match.bits, match.reason)


def _blend(chinese: Comparison, other: Comparison, chance: float) -> Comparison:
    """Two readings of one pair weighed by how likely the names are Chinese."""
    bits = math.log2(chance * math.exp2(chinese.bits) + (1 - chance) * math.exp2(other.bits))
    leading = chinese if chance >= 0.5 else other
    return Comparison(_probability(bits), bits, leading.reasons, leading.undecidable)


def compare(a: str, b: str, schema: str = "Person") -> Comparison:
    """Compares two written forms of a person or of an organisation.

    Args:
        a: one written form, in any script, system and order.
        b: the other.
        schema: "Person" or "Organization".

    Returns:
        the comparison; the same for either order of the two.

    Example:
        >>> compare("王明亮", "Minlyan Wang").score > 0.9 > compare("王明亮", "Wang Minglian").score
        True
    """
    first, second = sorted((a, b))
    return _ordered(first, second, schema)


def compare_many(pairs: Iterable[tuple[str, str]], schema: str = "Person") -> list[Comparison]:
    """Compares many pairs; each distinct form is parsed once."""
    return [compare(a, b, schema) for a, b in pairs]


def _probability(bits: float) -> float:
    return 1.0 / (1.0 + math.exp2(-max(-40.0, min(40.0, bits + _PRIOR_BITS))))


def _is_misspelt_chinese(a: str, b: str) -> bool:
    return all(chinese_form(text) is not None or repaired(text) for text in (a, b))


def _readings(text: str) -> tuple[dict[Reading, float], bool]:
    form = chinese_form(text)
    if form is not None:
        return form.readings, False
    return dict.fromkeys(repaired(text), _SLIP), True


def _chinese(a: str, b: str) -> Comparison:
    forms = chinese_form(a), chinese_form(b)
    if any(form is not None and form.initials for form in forms):
        return _with_initial(a, b, forms)
    (left, left_bent), (right, right_bent) = _readings(a), _readings(b)
    joint = sum(share * right[reading] * prior(reading) for reading, share in left.items() if reading in right)
    twins = _twins(left, right) if joint < 0.2 * min(_weight(left), _weight(right)) else 0.0
    same = joint * (1 - _SLIP) + twins * _SLIP
    other = (1 - _TWIN) * _weight(left) * _weight(right) + _TWIN * (twins + 0.05 * joint)
    bits = math.log2(max(same, 1e-30) / max(other, 1e-30))
    bits = max(-20.0, min(30.0, bits))
    reasons, undecidable = _chinese_reasons(forms, joint > twins * 0.1, twins > 0, left_bent or right_bent)
    return Comparison(_probability(bits), bits, reasons, undecidable)


def _weight(found: dict[Reading, float]) -> float:
    return sum(share * prior(reading) for reading, share in found.items())


def _twins(left: dict[Reading, float], right: dict[Reading, float]) -> float:
    """Chance of the two forms if one hidden name is a near twin of the other."""
    total = 0.0
    for (family, given), share in left.items():
        for (other_family, other_given), other_share in right.items():
            near = _twin_share(family, given, other_family, other_given)
            if near:
                base = math.sqrt(prior((family, given)) * prior((other_family, other_given)))
                total += near * share * other_share * base
    return total


def _twin_share(family: str, given: str, other_family: str, other_given: str) -> float:
    parts, other_parts = [family, *given.split("-")], [other_family, *other_given.split("-")]
    if len(parts) != len(other_parts):
        return 0.0
    different = [(one, two) for one, two in zip(parts, other_parts, strict=True) if one != two]
    if len(different) != 1:
        return 0.0
    one, two = different[0]
    return (twin_share(one, two) + twin_share(two, one)) / (2 * len(parts))


def _chinese_reasons(
    forms: tuple[ChineseForm | None, ChineseForm | None], agree: bool, near: bool, mended: bool
) -> tuple[tuple[str, ...], bool]:
    reasons: list[str] = []
    undecidable = False
    if agree:
        reasons.append("Both can be spellings of one Chinese name.")
        for form in forms:
            if form is not None and len(_serious(form)) > 1:
                undecidable = True
                names = " or ".join(spell(reading) for reading in _serious(form)[:4])
                reasons.append(f"One form cannot be told apart in this script: {names}.")
    elif near:
        reasons.append("The names differ by one syllable that is easily miswritten.")
    else:
        reasons.append("Read as Chinese names they are different.")
    if mended:
        reasons.append("One form is misspelt; it was read with one letter changed.")
    if any(form is not None and form.inflected for form in forms):
        reasons.append("A case ending was taken off.")
    return tuple(reasons), undecidable


def _serious(form: ChineseForm) -> list[Reading]:
    best = max(form.readings.values())
    return [reading for reading, share in form.readings.items() if share >= 0.5 * best]


def spell(reading: Reading) -> str:
    """A reading as a reporter writes it, family name first: "Wang Mingliang"."""
    family, given = reading
    parts = given.split("-") if given else []
    joined = "".join("'" + part if place and part[0] in "aeo" else part for place, part in enumerate(parts))
    return f"{family.capitalize()} {joined.capitalize()}".strip()


def _with_initial(a: str, b: str, forms: tuple[ChineseForm | None, ChineseForm | None]) -> Comparison:
    left, right = forms
    if left is None or right is None:
        return Comparison(0.02, -6.0, ("One form has only an initial.",))
    if left.initials and right.initials:
        agree = any(one[0] == two[0] for one in left.readings for two in right.readings)
        if agree and left.initials == right.initials:
            return _scored(3.0, "Family name and initial agree.")
        return _scored(-4.0, "Family name or initial differ.")
    short, full = (left, right) if left.initials else (right, left)
    families = {family for family, _ in short.readings}
    for family, given in full.readings:
        if family in families and given and short.initials[0] in first_letters(given.split("-")[0]):
            return _scored(2.5, "The family name agrees, and the initial fits the given name.")
    return _scored(-6.0, "Family name or initial differ.")


def _scored(bits: float, *reasons: str) -> Comparison:
    return Comparison(_probability(bits), bits, reasons)


def _slavic(a: str, b: str) -> Comparison:
    found = compare_persons(a, b)
    return _scored(found.bits, *found.reasons)


def _organizations(a: str, b: str) -> Comparison:
    bits, reasons = organization_bits(a, b)
    return _scored(bits, *reasons)
