"""Chinese names as Hong Kong, Taiwan and Singapore spell them, compared with their characters sign by sign.

Hong Kong writes Cantonese by no fixed rule and puts an English name before; Taiwan writes Wade-Giles with habits of
its own. The characters decide: each has a set of spellings, and a spelling not in it may be one letter away.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from corrobora.names.hanzi import hong_kong, readings, simplified, surname_shares, surnames
from corrobora.names.neighbours import one_edit
from corrobora.names.syllables import SYLLABLES, wade_giles_form
from corrobora.names.text import ascii_letters, clean, words

_EXACT = 4.5
_NEAR = 1.5
_WRONG = -5.0


@dataclass(frozen=True, slots=True)
class RegionalMatch:
    """Bits for one Hanzi form and one Latin form, and the reason."""

    bits: float
    reason: str


# Taiwan's passports take Wade-Giles, but people write some finals and initials otherwise.
_HABITS = (("ui", "uei"), ("iu", "iou"), ("un", "uen"), ("ieh", "ie"), ("ing", "yng"), ("ien", "ian"), ("hs", "sh"))


@lru_cache(maxsize=16384)
def sign_spellings(sign: str) -> frozenset[str]:
    """How Hong Kong, Taiwan and the mainland spell one character.

    Example:
        >>> {"chan", "chen"} <= sign_spellings("陳")
        True
    """
    out = set(hong_kong(sign))
    for reading, _ in readings(sign):
        giles = wade_giles_form(reading).replace("'", "")
        out |= {reading, giles, reading.replace("v", "u")}
        out |= {giles.replace(usual, other) for usual, other in _HABITS if usual in giles}
    for surname_reading in surnames().get(simplified(sign), ()):
        out |= {surname_reading, wade_giles_form(surname_reading).replace("'", "")}
    return frozenset(out)


@lru_cache(maxsize=1)
def _all_spellings() -> frozenset[str]:
    return frozenset(SYLLABLES) | {wade_giles_form(syllable).replace("'", "") for syllable in SYLLABLES}


def _agreement(sign: str, token: str) -> float:
    known = sign_spellings(sign)
    if token in known:
        return _EXACT
    if token in _all_spellings() and any(
        one_edit(token, spelling) for spelling in known if spelling in _all_spellings()
    ):
        # One pinyin syllable for another is another name, not a habit of spelling.
        return _WRONG if not hong_kong(sign) or token in SYLLABLES else _NEAR
    return _NEAR if any(len(token) > 2 and one_edit(token, spelling) for spelling in known) else _WRONG


def regional_match(han: str, latin: str, cantonese: bool = False) -> RegionalMatch | None:
    """Compares a name in Hanzi with a Latin form that may have an English given name.

    Args:
        han: the name in Hanzi.
        latin: the other form.
        cantonese: the form can also be read as pinyin or re-romanised Cyrillic, so that only Hong Kong spellings of
            every character count.

    Returns:
        the match, or None where the Latin form has no token that spells the surname.
    """
    signs = "".join(sign for sign in clean(han) if not sign.isspace())
    if not 2 <= len(signs) <= 4:
        return None
    size = 2 if len(signs) > 2 and simplified(signs[:2]) in surnames() else 1
    pieces = [
        (ascii_letters(part).strip(".'"), "-" in word) for word in words(clean(latin)) for part in word.split("-")
    ]
    tokens = [token for token, _ in pieces if len(token) > 1]
    if cantonese:
        return _all_cantonese(signs, tokens)
    hyphened = {token for token, inside in pieces if inside}
    best: RegionalMatch | None = None
    for place in range(len(tokens) - size + 1):
        family = [_agreement(sign, token) for sign, token in zip(signs, tokens[place : place + size], strict=False)]
        if min(family, default=_WRONG) < 0 or tokens[place] in hyphened:
            continue
        found = _given(signs[size:], tokens[:place] + tokens[place + size :], _surname_bits(signs[:size], sum(family)))
        if best is None or found.bits > best.bits:
            best = found
    return best


def _all_cantonese(signs: str, tokens: list[str]) -> RegionalMatch | None:
    if len(signs) != len(tokens) or len(signs) < 3:
        return None
    if not all(token in hong_kong(sign) for sign, token in zip(signs, tokens, strict=True)):
        return None
    return RegionalMatch(_surname_bits(signs[:1], _EXACT) + 6.0, "Character by character this is Hong Kong's spelling.")


def _surname_bits(surname: str, agreement: float) -> float:
    """Bits of an agreeing surname: a rare one says more."""
    known = surnames().get(simplified(surname), ())
    share = max((surname_shares().get(reading, 1e-5) for reading in known), default=1e-5)
    return min(7.0, -math.log2(share)) - (0.0 if agreement >= _EXACT else 5.0)


def _given(signs: str, tokens: list[str], family_bits: float) -> RegionalMatch:
    """The given name among the other tokens: its signs in a row, or nothing of it beside an English name."""
    best = -100.0
    for start in range(len(tokens) - len(signs) + 1):
        found = [_agreement(sign, token) for sign, token in zip(signs, tokens[start:], strict=False)]
        best = max(best, sum(found))
    if best > 0:
        return RegionalMatch(family_bits + best, "Character by character this is a spelling of Hong Kong or Taiwan.")
    if tokens and not any(_is_syllable(token) for token in tokens):
        return RegionalMatch(family_bits - 1.0, "The family name agrees; the given name is another, Western one.")
    return RegionalMatch(family_bits - 10.0, "The family name agrees, the given name does not.")


@lru_cache(maxsize=65536)
def _is_syllable(token: str) -> bool:
    return token in _all_spellings()
