"""How likely two forms are one organisation: what they share, weighed by how rare it is.

What a rare word weighs and what a word left over weighs is estimated by `tools/names/firms.py` from names that
authorities give to one body (`firms.tsv`), as is how common words are (`firm_words.tsv`); nothing here is typed in but
that a number is identity.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from corrobora.names.organizations import OrganizationForm, acronym_sign, brand_bits, organization_form
from corrobora.names.slavic import skeleton
from corrobora.names.tables import table_lines
from corrobora.names.text import clean, script
from corrobora.names.trade import places_differ

_RAREST, _COMMONEST = 13.0, 1.0
_SURE, _LIKE = 9.0, 1.0
_PRIOR_BITS = math.log2(3.0)
_TEN = 10.0
_PART = "branch"
_CERTAIN, _DOUBT, _OPEN = -12.0, -3.0, 1.0


@dataclass(slots=True)
class Agreement:
    """What two forms share and do not, in bits of rarity, and why, in words."""

    brands: float = 0.0
    left: float = 0.0
    right: float = 0.0
    acronyms: int = 0
    reasons: list[str] = field(default_factory=list)


@lru_cache(maxsize=1)
def _shares() -> dict[str, float]:
    return {word: float(share) for word, share in table_lines("firm_words.tsv")}


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in table_lines("firms.tsv")}


@lru_cache(maxsize=65536)
def rarity(word: str) -> float:
    """Bits of surprise at a word in a name: few for "trade", many for a brand."""
    share = _shares().get(word if word.startswith("@") else skeleton(word) or word)
    if share is not None:
        return max(_COMMONEST, min(_RAREST, -math.log2(share)))
    return _RAREST if len(word) > 3 or script(word) == "Han" and len(word) > 1 else _RAREST / 2


def agreement(left: OrganizationForm, right: OrganizationForm) -> Agreement:
    """The brands, each with its best partner, and what is left over on either side."""
    found = Agreement()
    rest_left, rest_right = list(left.brands), list(right.brands)
    pairs = sorted(((brand_bits(one, two), one, two) for one in left.brands for two in right.brands), reverse=True)
    for bits, one, two in pairs:
        if bits > _LIKE and one in rest_left and two in rest_right:
            rest_left.remove(one)
            rest_right.remove(two)
            found.brands += min(1.0, bits / _SURE) * min(rarity(one), rarity(two))
            found.reasons.append(f"{one} agrees with {two}.")
    _joined(rest_left, rest_right, found)
    _acronyms(rest_left, right, found)
    _acronyms(rest_right, left, found)
    if rest_left and rest_right:
        found.reasons.append(f"{rest_left[0]} and {rest_right[0]} differ.")
    found.left, found.right = (sum(map(rarity, rest)) for rest in (rest_left, rest_right))
    return found


def _joined(left: list[str], right: list[str], found: Agreement) -> None:
    """Brands written in one word here and in two there; what agrees is taken out of both lists."""
    if not left or not right or len(left) + len(right) < 3:
        return
    bits = brand_bits("".join(left), "".join(right))
    if bits > _SURE / 2:
        found.brands += min(1.0, bits / _SURE) * _RAREST
        found.reasons.append(f"{' '.join(left)} agrees with {' '.join(right)}.")
        left.clear()
        right.clear()


def _acronyms(rest: list[str], other: OrganizationForm, found: Agreement) -> None:
    """Brands that are the first letters of the other form's words, all but one at the end."""
    for brand in list(rest):
        sign = acronym_sign(brand)
        if 3 <= len(sign) <= 8 and any(one.startswith(sign) and len(one) <= len(sign) + 1 for one in other.initials):
            rest.remove(brand)
            found.acronyms += 1
            found.reasons.append(f"{brand} is the acronym of the other name.")


def features(left: OrganizationForm, right: OrganizationForm, found: Agreement) -> dict[str, float]:
    """The evidence as numbers, the same for either order of the two."""
    shared, odd_left, odd_right = left.trades & right.trades, left.trades - right.trades, right.trades - left.trades
    trades, rests = _mass(shared), sorted((_mass(odd_left), _mass(odd_right)))
    less, more = sorted((found.left, found.right))
    whole = found.brands + trades + less + more + sum(rests)
    core = found.brands + trades + less + rests[0]
    one, two = "".join(left.plain), "".join(right.plain)
    return {
        "constant": 1.0,
        "brands": found.brands / _TEN,
        "brands_more": max(0.0, found.brands - _RAREST) / _TEN,
        "any_brand": float(found.brands > _SURE / 2),
        "brands_against": less / _TEN,
        "any_brand_against": float(less > _SURE / 2),
        "brands_left_over": (more - less) / _TEN,
        "trades": trades / _TEN,
        "trades_against": rests[0] / _TEN,
        "trades_left_over": (rests[1] - rests[0]) / _TEN,
        "share": (found.brands + trades) / whole if whole else 0.0,
        "cover": (found.brands + trades) / core if core else 0.0,
        "acronym": float(found.acronyms > 0),
        "places": _mass(left.places & right.places) / _TEN,
        "any_place": float(bool(left.places & right.places)),
        "place_left_over": float(bool(left.places) != bool(right.places)),
        "places_differ": float(places_differ(left.places, right.places)),
        "numbers": float(bool(left.numbers & right.numbers)),
        "number_left_over": float(bool(left.numbers) != bool(right.numbers)),
        "same": float(one == two),
        "likeness": JaroWinkler.similarity(one, two) if one and two else 0.0,
    }


def _mass(concepts: frozenset[str]) -> float:
    return sum(rarity(f"@{concept}") for concept in concepts)


def organization_bits(a: str, b: str) -> tuple[float, list[str]]:
    """Bits for two forms being one organisation, and why."""
    left, right = organization_form(a), organization_form(b)
    if not left.plain or not right.plain:
        same = clean(a).lower() == clean(b).lower()
        return (8.0 if same else -8.0), ["Nothing but a legal form."]
    found = agreement(left, right)
    weights = _weights()
    log_odds = sum(weights.get(name, 0.0) * value for name, value in features(left, right, found).items())
    bits = log_odds / math.log(2) + _PRIOR_BITS
    reasons = _reasons(left, right, found)
    native = script(a) == script(b) in ("Han", "Cyrl")
    return min(bits, _ceiling(left, right, found, native=native)), reasons


def _ceiling(left: OrganizationForm, right: OrganizationForm, found: Agreement, *, native: bool) -> float:
    """What no agreement of words can outweigh.

    Lists of other names know little of numbers, branches and towns, so these are rules: another number is another body,
    a part is not the whole, plants of one trade in two towns are two. Who writes two names in one script of Hanzi or
    Cyrillic does not translate: another brand there is another firm, and a brand more ("Вектор-Плюс") is a doubt.
    """
    if left.numbers and right.numbers and not left.numbers & right.numbers:
        return _CERTAIN
    if (_PART in left.trades) != (_PART in right.trades):
        return _DOUBT
    apart = places_differ(left.places, right.places)
    if apart and not found.brands:
        return _CERTAIN / 2
    if native and found.left and found.right and not found.brands:
        return _CERTAIN / 2
    return _OPEN if apart or (native and found.left + found.right > 0) else math.inf


def _reasons(left: OrganizationForm, right: OrganizationForm, found: Agreement) -> list[str]:
    out: list[str] = []
    if left.plain == right.plain or "".join(left.plain) == "".join(right.plain):
        return ["Without legal form, quotes and alphabet the names are the same."]
    if left.numbers & right.numbers:
        out.append(f"The number {', '.join(sorted(left.numbers & right.numbers))} agrees.")
    elif left.numbers and right.numbers:
        out.append("The numbers differ: two organisations.")
    if (_PART in left.trades) != (_PART in right.trades):
        out.append("One is a part or a subsidiary of somebody: part of is not the same.")
    out += found.reasons
    shared = (left.trades & right.trades) - {_PART}
    if shared:
        out.append(f"Both: {', '.join(sorted(shared))}.")
    if left.places & right.places:
        out.append(f"Both in {', '.join(sorted(left.places & right.places))}.")
    elif places_differ(left.places, right.places):
        out.append("The places differ.")
    return out
