"""How often chance alone does as well: the expected number, the false discovery rate from decoys, and the grade."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from corrobora.corroboration.outcomes import DIFFERENT, EQUAL, SLIP
from corrobora.corroboration.scoring import CONFLICT

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Profile:
    """What chance shows one query, and the bits it would earn by it.

    Attributes:
        rate: (3 tiers, 4 patterns) expected number of compatible other travellers.
        birth, doc: (4 outcomes) chance of each where both sides have the field.
        event: (4 patterns, levels) rows for each traveller.
        name_bits, birth_bits, doc_bits, event_bits: as in `scoring.Tables`, for this query.
        has_birth, has_doc: whether the person's own is known.
    """

    rate: Floats
    birth: Floats
    doc: Floats
    event: Floats
    name_bits: Floats
    birth_bits: Floats
    doc_bits: Floats
    event_bits: Floats
    has_birth: bool
    has_doc: bool


def outlook(profile: Profile) -> tuple[Floats, Floats]:
    """What chance can show, in all combinations: weights in falling order, and the number at least as heavy."""
    weights: list[Floats] = []
    rates: list[Floats] = []
    for pattern in range(4):
        birth = _options(profile.birth, profile.birth_bits, shown=profile.has_birth and bool(pattern & 1))
        doc = _options(profile.doc, profile.doc_bits, shown=profile.has_doc and bool(pattern & 2))
        bits = (
            profile.name_bits[:3, None, None, None]
            + birth[1][None, :, None, None]
            + doc[1][None, None, :, None]
            + profile.event_bits[pattern][None, None, None, :]
        )
        rate = (
            profile.rate[:, pattern][:, None, None, None]
            * birth[0][None, :, None, None]
            * doc[0][None, None, :, None]
            * profile.event[pattern][None, None, None, :]
        )
        weights.append(bits.ravel())
        rates.append(rate.ravel())
    weight, share = np.concatenate(weights), np.concatenate(rates)
    order = np.argsort(-weight, kind="stable")
    return weight[order], np.cumsum(share[order])


def _options(chance: Floats, bits: Floats, *, shown: bool) -> tuple[Floats, Floats]:
    if not shown:
        return np.ones(1), np.zeros(1)
    picked = [EQUAL, SLIP, DIFFERENT]
    return chance[picked], bits[picked]


def expected(weights: Floats, cumulated: Floats, weight: Floats) -> Floats:
    """How many other people would do at least as well as each weight."""
    if weights.size == 0:
        return np.zeros(weight.shape)
    # A hair of slack: the same sum of bits, added in another order, must find itself.
    place = np.searchsorted(-weights, -(weight - 1e-9), side="right") - 1
    return np.where(place >= 0, cumulated[np.maximum(place, 0)], cumulated[0] * 0.0)


def decoy_sets(names: int) -> int:
    """How many sets of decoys are drawn: K = max(20, ceil(2000 / names))."""
    return max(20, -(-2000 // max(1, names)))


def false_discovery(weight: Floats, kind: Ints, decoy_weight: Floats, decoy_kind: Ints, sets: int) -> Floats:
    """Q of each target: min over s' <= s of ((h(s') + 1) / K) / n(s'), within the class; NaN for conflicts.

    Args:
        weight: of the targets.
        kind: their class (`scoring.q_classes`).
        decoy_weight: of the hits of all decoy sets together.
        decoy_kind: their class.
        sets: K.
    """
    q = np.full(weight.shape, np.nan)
    for one in np.unique(kind):
        if one == CONFLICT * 2:
            continue
        mine = np.flatnonzero(kind == one)
        order = mine[np.argsort(-weight[mine], kind="stable")]
        falling = weight[order]
        targets = np.searchsorted(-falling, -falling, side="right")
        decoys = np.sort(-decoy_weight[decoy_kind == one])
        hits = np.searchsorted(decoys, -falling, side="right")
        rate = np.minimum(1.0, (hits + 1) / max(1, sets) / targets)
        # q(s) is the least rate at any weaker threshold: a stronger match is never worse.
        q[order] = np.minimum.accumulate(rate[::-1])[::-1]
    return q


GRADES = ("confirmed", "probable", "possible", "unverified", "contradicted")


@dataclass(frozen=True, slots=True)
class Standing:
    """What the grade of a hit rests on, arrays of one length.

    Attributes:
        number: class of evidence; `exact`: the name fits exactly; `mixed`: agreement in one strong field and
            conflict in another.
        independent: leak and record set are of two origins.
    """

    number: npt.NDArray[np.int8]
    exact: Bools
    mixed: Bools
    posterior: Floats
    expected: Floats
    q: Floats
    independent: Bools


def grade(hit: Standing, tried: int) -> npt.NDArray[np.int8]:
    """The grade of every hit, as docs/method.md words it."""
    result = np.full(hit.number.shape, 3, dtype=np.int8)
    finding = (hit.number >= 1) & (hit.number <= 6)
    result[finding & (hit.posterior >= 0.05)] = 2
    low = np.nan_to_num(hit.q, nan=1.0) <= 0.05
    # A row in the days of a visit but not at its edge says little by its day; it has to be clearly ahead of its rivals.
    probable = finding & low & (hit.posterior >= np.where(hit.number == 6, 0.95, 0.8))
    result[probable] = 1
    firm = (hit.number <= 3) | ((hit.number == 4) & hit.exact)
    rare = hit.expected * tried <= 0.01
    result[probable & firm & rare & (hit.posterior >= 0.99) & hit.independent] = 0
    result[hit.number == CONFLICT] = 4
    result[(hit.number == CONFLICT) & hit.mixed] = 2
    return result
