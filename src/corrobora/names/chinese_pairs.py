"""Compares two forms as Chinese names: by the hidden names that both can have been spelt from.

P(both forms | one hidden name) is summed over the readings they share; against it stand two strangers, and two
people whose names are near twins (one syllable of the one easily written for one of the other). That second rival is
what keeps Wang Minglian from passing for Wang Mingliang.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from corrobora.names.chinese import ChineseForm, Reading, chinese_form, prior
from corrobora.names.keys import first_letters
from corrobora.names.neighbours import repaired, twin_share
from corrobora.names.outcome import Comparison, outcome, scored

_TWIN = 0.15
_SLIP = 0.02
_FAR = outcome(-20.0, ("Read as Chinese names they are different.",))
Weighed = tuple[Reading, float]


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """One written form, ready to be compared with many.

    Attributes:
        readings: likelihood of the form for each hidden name.
        weight: probability of the form under the shares of names.
        gaps: hidden names with one syllable left open -> the readings that fit.
        mended: whether a misspelt word was read with one letter changed.
    """

    readings: dict[Reading, float]
    weight: float
    gaps: dict[tuple[str, ...], list[Weighed]]
    mended: bool


@lru_cache(maxsize=262144)
def evidence(text: str) -> Evidence:
    """The evidence of one form."""
    form = chinese_form(text)
    found = form.readings if form is not None else dict.fromkeys(repaired(text), _SLIP)
    gaps: dict[tuple[str, ...], list[Weighed]] = {}
    for reading, share in found.items():
        for key in _gaps(reading):
            gaps.setdefault(key, []).append((reading, share))
    weight = sum(share * prior(reading) for reading, share in found.items())
    return Evidence(found, weight, gaps, form is None)


def _gaps(reading: Reading) -> list[tuple[str, ...]]:
    parts = (reading[0], *reading[1].split("-"))
    return [(*parts[:place], "*", *parts[place + 1 :]) for place in range(len(parts))]


def can_be_read(text: str) -> bool:
    """Whether a form is a Chinese name, if need be with one letter mended."""
    return chinese_form(text) is not None or bool(repaired(text))


def compare_chinese(a: str, b: str) -> Comparison:
    """Compares two forms as Chinese names."""
    forms = chinese_form(a), chinese_form(b)
    if any(form is not None and form.initials for form in forms):
        return _with_initial(forms)
    left, right = evidence(a), evidence(b)
    if left.gaps.keys().isdisjoint(right.gaps):
        return _FAR
    joint = sum(share * right.readings.get(reading, 0.0) * prior(reading) for reading, share in left.readings.items())
    twins = _twins(left, right) if joint < 0.2 * min(left.weight, right.weight) else 0.0
    same = joint * (1 - _SLIP) + twins * _SLIP
    other = (1 - _TWIN) * left.weight * right.weight + _TWIN * (twins + 0.05 * joint)
    bits = max(-20.0, min(30.0, math.log2(max(same, 1e-30) / max(other, 1e-30))))
    reasons, undecidable = _reasons(forms, joint > twins * 0.1, twins > 0, left.mended or right.mended)
    return outcome(bits, reasons, undecidable)


def _twins(left: Evidence, right: Evidence) -> float:
    """Chance of the two forms if one hidden name is a near twin of the other."""
    total = 0.0
    for gap in left.gaps.keys() & right.gaps.keys():
        place = gap.index("*")
        for reading, share in left.gaps[gap]:
            one = (reading[0], *reading[1].split("-"))[place]
            for other, other_share in right.gaps[gap]:
                two = (other[0], *other[1].split("-"))[place]
                near = 0.0 if one == two else (twin_share(one, two) + twin_share(two, one)) / (2 * len(gap))
                if near:
                    total += near * share * other_share * math.sqrt(prior(reading) * prior(other))
    return total


def _reasons(
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


def _with_initial(forms: tuple[ChineseForm | None, ChineseForm | None]) -> Comparison:
    left, right = forms
    if left is None or right is None:
        return scored(-6.0, "One form has only an initial.")
    if left.initials and right.initials:
        agree = any(one[0] == two[0] for one in left.readings for two in right.readings)
        if agree and left.initials == right.initials:
            return scored(3.0, "Family name and initial agree.")
        return scored(-4.0, "Family name or initial differ.")
    short, full = (left, right) if left.initials else (right, left)
    families = {family for family, _ in short.readings}
    for family, given in full.readings:
        if family in families and given and short.initials[0] in first_letters(given.split("-")[0]):
            return scored(2.5, "The family name agrees, and the initial fits the given name.")
    return scored(-6.0, "Family name or initial differ.")
