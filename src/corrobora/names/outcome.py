"""The answer to a comparison, and how bits become a probability."""

from __future__ import annotations

import math
from dataclasses import dataclass

# One pair in four is what a reporter compares by hand; the score is the probability under that.
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


def probability(bits: float) -> float:
    """The probability of one name, if one pair in four is one."""
    return 1.0 / (1.0 + math.exp2(-max(-40.0, min(40.0, bits + _PRIOR_BITS))))


def outcome(bits: float, reasons: tuple[str, ...], undecidable: bool = False) -> Comparison:
    """A comparison from its bits."""
    return Comparison(probability(bits), bits, reasons, undecidable)


def scored(bits: float, *reasons: str) -> Comparison:
    """A decided comparison from its bits."""
    return outcome(bits, reasons)
