"""Compares two written forms of a person or an organisation."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

from corrobora.names.aliases import Aliases, other_forms
from corrobora.names.chinese import chinese_form
from corrobora.names.chinese_pairs import can_be_read, compare_chinese
from corrobora.names.firms import organization_bits
from corrobora.names.identify import chinese_probability
from corrobora.names.outcome import Comparison, outcome, scored
from corrobora.names.pauses import without_collector
from corrobora.names.persons import compare_persons
from corrobora.names.regional import regional_match
from corrobora.names.text import script

_THINKABLE = 0.02
_LIKELY = 0.3
_CERTAIN = 0.9
_EMPTY = scored(-20.0, "One of the two is empty.")


def _compare(a: str, b: str, schema: str) -> Comparison:
    if not a.strip() or not b.strip():
        return _EMPTY
    if schema == "Organization":
        bits, reasons = organization_bits(a, b)
        return scored(bits, *reasons)
    chances = chinese_probability(a), chinese_probability(b)
    low, high = min(chances), max(chances)
    both = low > _THINKABLE or (high > _LIKELY and can_be_read(a) and can_be_read(b))
    chinese = compare_chinese(a, b) if both else None
    other = _other(a, b) if high < _CERTAIN or chinese is None else None
    found = _blend(chinese, other, high) if chinese and other else chinese or other or _EMPTY
    regional = _regional(a, b)
    return regional if regional is not None and regional.bits > found.bits else found


def _other(a: str, b: str) -> Comparison:
    match = compare_persons(a, b)
    return scored(match.bits, *match.reasons)


def _regional(a: str, b: str) -> Comparison | None:
    """A name in Hanzi against a Latin form that is not plain pinyin: Hong Kong, Taiwan, Singapore."""
    scripts = script(a), script(b)
    if scripts not in (("Han", "Latn"), ("Latn", "Han")):
        return None
    han, latin = (a, b) if scripts[0] == "Han" else (b, a)
    form = chinese_form(latin)
    if chinese_form(han) is None:
        return None
    plain = form is not None and form.systems[:1] in (("pinyin",), ("romanised",)) and "-" not in latin
    match = regional_match(han, latin, cantonese=plain)
    return None if match is None else scored(match.bits, match.reason)


def _blend(chinese: Comparison, other: Comparison, chance: float) -> Comparison:
    """Two readings of one pair weighed by how likely the names are Chinese."""
    bits = math.log2(chance * math.exp2(chinese.bits) + (1 - chance) * math.exp2(other.bits))
    leading = chinese if chance >= 0.5 else other
    return outcome(bits, leading.reasons, leading.undecidable)


@lru_cache(maxsize=16384)
def _kept(a: str, b: str, schema: str) -> Comparison:
    return _compare(a, b, schema)


_ALIAS_BITS = 12.0
_SEVERAL_BITS = 2.0


def _behind(a: str, b: str, schema: str, aliases: Aliases) -> Comparison:
    """Compares what two forms are also called in a case."""
    plain = _kept(a, b, schema)
    shared = [group for group in aliases.of(a, schema) if group in aliases.of(b, schema)]
    if shared:
        several = len(aliases.of(a, schema)) > 1 or len(aliases.of(b, schema)) > 1
        said = "One of the two stands for several in this case." if several else "The papers of the case say so."
        bits = max(plain.bits, _SEVERAL_BITS if several else _ALIAS_BITS)
        # what their spelling says against it is no reason any more
        reasons = (said, *plain.reasons) if bits == plain.bits or several else (said,)
        return outcome(bits, reasons, several or plain.undecidable)
    best, names = plain, (a, b)
    for one in other_forms(a, schema, aliases):
        for two in other_forms(b, schema, aliases):
            found = _kept(min(one, two), max(one, two), schema)
            if found.bits > best.bits:
                best, names = found, (one, two)
    notes = [f"In this case {form} is also {name}." for form, name in zip((a, b), names, strict=True) if form != name]
    return outcome(best.bits, (*notes, *best.reasons), best.undecidable)


def compare(a: str, b: str, schema: str = "Person", aliases: Aliases | None = None) -> Comparison:
    """Compares two written forms of a person or of an organisation.

    Args:
        a: one written form, in any script, system and order.
        b: the other.
        schema: "Person" or "Organization".
        aliases: what the papers of the case say that bearers are also called.

    Returns:
        the comparison; the same for either order of the two.

    Example:
        >>> compare("王明亮", "Minlyan Wang").score > 0.8 > compare("王明亮", "Wang Minglian").score
        True
    """
    one, two = (a, b) if a <= b else (b, a)
    if aliases is not None and aliases.groups and one.strip():
        return _behind(one, two, schema, aliases)
    return _kept(one, two, schema)


def compare_many(
    pairs: Iterable[tuple[str, str]], schema: str = "Person", aliases: Aliases | None = None
) -> list[Comparison]:
    """Compares many pairs; each distinct form is parsed once.

    Args:
        pairs: of written forms.
        schema: "Person" or "Organization".
        aliases: what the papers of the case say that bearers are also called.

    Example:
        >>> [found.score > 0.9 for found in compare_many([("Ван Минлян", "王明亮"), ("Ван Минлян", "Li Wei")])]
        [True, False]
    """
    with without_collector():
        if aliases is not None and aliases.groups:
            return [compare(a, b, schema, aliases) for a, b in pairs]
        return [_compare(a, b, schema) if a <= b else _compare(b, a, schema) for a, b in pairs]
