"""The weight of every candidate row: log-likelihood ratios in bits, as docs/method.md defines them.

Everything here is arrays over (query, row). A query is a person of the case or one of the invented
people who check the count.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from corrobora.corroboration.outcomes import ABSENT, DIFFERENT, EQUAL, SLIP

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int8]

EXACT, SLIPPED, INITIAL, OTHER = 0, 1, 2, 3
"""Name tiers; OTHER is an incompatible name, which only a document can bring in."""

TIERS = ("exact", "slip", "initial")


@dataclass(frozen=True, slots=True)
class Hits:
    """Candidate rows, all arrays of one length, sorted by (query, traveller, row).

    Attributes:
        query: index of the query; `owner`: index of the person whose days and place apply.
        group: number of the (query, traveller) pair the row belongs to.
        tier, birth, doc: outcomes of the traveller; `own_birth`, `own_doc`, `own_tier`: of this row alone.
        pattern: what the traveller shows: 1 a birth date, 2 a document, 3 both, 0 neither.
        level, window, direction: of the row, for the owner; `route`: number of its pair of countries.
    """

    query: Ints
    owner: Ints
    group: Ints
    row: Ints
    traveller: Ints
    tier: Codes
    birth: Codes
    doc: Codes
    own_tier: Codes
    own_birth: Codes
    own_doc: Codes
    pattern: Codes
    level: Codes
    window: npt.NDArray[np.int16]
    direction: Codes
    route: Ints
    day: Ints

    def size(self) -> int:
        """How many candidate rows there are."""
        return int(self.query.size)

    def where(self, mask: npt.NDArray[np.bool_]) -> Hits:
        """Only the rows under the mask."""
        return Hits(*(getattr(self, name)[mask] for name in self.__slots__))

    def at_levels(self, level: Codes) -> Hits:
        """The same rows at other event levels."""
        return replace(self, level=level)


@dataclass(frozen=True, slots=True)
class Chances:
    """How often a true row and a chance row show each outcome; index order as in outcomes.py and days.py.

    Attributes:
        name_true: m for each tier; `birth_true`, `doc_true`: for each outcome; `event_true`: for each level.
        present: pi, the chance that a person has a row in a unit at all.
    """

    name_true: Floats
    birth_true: Floats
    doc_true: Floats
    event_true: Floats
    present: float = 0.5


def usual_chances() -> Chances:
    """What is assumed until the set has taught better."""
    return Chances(
        name_true=np.array([0.90, 0.05, 0.05]),
        birth_true=np.array([1.0, 0.965, 0.025, 0.01]),
        doc_true=np.array([1.0, 0.955, 0.025, 0.02]),
        event_true=np.array([0.10, 0.06, 0.42, 0.21, 0.21]),
    )


@dataclass(frozen=True, slots=True)
class Bits:
    """Match weight of each hit and its parts."""

    name: Floats
    birth: Floats
    doc: Floats
    event: Floats

    @property
    def total(self) -> Floats:
        """The sum of the parts."""
        return self.name + self.birth + self.doc + self.event


@dataclass(frozen=True, slots=True)
class Tables:
    """log2(m / u) for each query (name, birth, document) and owner (event).

    Attributes:
        name: (queries, 4 tiers); `birth`, `doc`: (queries, 4 outcomes); `event`: (owners, 4 patterns, levels).
    """

    name: Floats
    birth: Floats
    doc: Floats
    event: Floats

    def weigh(self, hits: Hits) -> Bits:
        """The bits of every hit."""
        return Bits(
            self.name[hits.query, hits.tier],
            self.birth[hits.query, hits.birth],
            self.doc[hits.query, hits.doc],
            self.event[hits.owner, hits.pattern, hits.level],
        )


def best_outcome(group: Ints, outcome: Codes, groups: int) -> Codes:
    """The best outcome of each traveller: equal before slip before different before absent."""
    rank = np.array([9, 0, 1, 2], dtype=np.int8)[outcome]
    best = np.full(groups, 9, dtype=np.int8)
    np.minimum.at(best, group, rank)
    back = np.zeros(10, dtype=np.int8)
    back[[0, 1, 2, 9]] = [EQUAL, SLIP, DIFFERENT, ABSENT]
    return back[best]


def traveller_tier(group: Ints, tier: Codes, groups: int) -> Codes:
    """The tier of each traveller from those of its rows.

    One row that fits by an initial or a slip says little where most other rows of the traveller bear another full name.
    """
    count = np.zeros((4, groups), dtype=np.int64)
    np.add.at(count, (tier, group), 1)
    exact, slip, initial, other = count
    full = exact + slip
    result = np.full(groups, OTHER, dtype=np.int8)
    result[(full == 0) & (initial > 0) & (other == 0)] = INITIAL
    named = (full > 0) & (full >= other)
    result[named] = np.where(exact[named] >= slip[named], EXACT, SLIPPED)
    return result


def field_bits(true: Floats, chance: Floats) -> Floats:
    """log2(m / u), 0 where the field is absent on either side."""
    bits = np.log2(true / np.maximum(chance, 1e-15))
    bits[..., ABSENT] = 0.0
    return bits


def event_chance(rows: Floats, travellers: Floats) -> Floats:
    """u(e | h): rows of pattern-h travellers at each level, for each traveller of pattern h.

    Args:
        rows: (owners, 4 patterns, levels) counts of rows.
        travellers: (owners, 4 patterns) counts of travellers.

    A pattern with few travellers leans on the whole stratum.
    """
    lean = 20.0
    overall = (rows.sum(axis=1) + 0.25) / (travellers.sum(axis=1, keepdims=True) + 1.0)
    chance: Floats = (rows + lean * overall[:, None, :]) / (travellers[:, :, None] + lean)
    return chance


# ---- posterior


def posterior(hits: Hits, weight: Floats, travellers: Floats, present: float, unseen: Floats) -> Floats:
    """P that this row, and no rival, is the person's.

    In one visit and direction at most one traveller is the person; outside all windows all travellers compete.

    Args:
        hits: the candidate rows.
        weight: of each, in bits.
        travellers: how many the set holds, for each hit.
        present: pi.
        unseen: for each query the likelihood of all bearers of the name who were not looked at one by one.
    """
    unit = units(hits)
    likelihood = np.exp2(np.minimum(weight, 200.0)) / travellers
    pair, pair_of = np.unique(np.stack([unit, hits.traveller]), axis=1, return_inverse=True)
    pair_of = pair_of.ravel()
    strongest = np.zeros(pair.shape[1])
    np.maximum.at(strongest, pair_of, likelihood)
    total = np.zeros(int(unit.max()) + 1 if unit.size else 0)
    np.add.at(total, pair[0], strongest)
    others = np.zeros(total.size)
    others[unit[hits.level == 0]] = unseen[hits.query[hits.level == 0]]
    total += others
    mine = np.zeros(pair.shape[1])
    np.add.at(mine, pair_of, likelihood)
    shared = strongest[pair_of] / ((1 - present) / present + total[unit])
    # Two rows of one traveller are both his where something other than the days identifies him.
    firm = (hits.birth == EQUAL) | (hits.doc == EQUAL) | (hits.doc == SLIP)
    return np.where(firm, shared, shared * likelihood / np.maximum(mine[pair_of], 1e-300))


def units(hits: Hits) -> Ints:
    """The unit of each hit: query, window and direction; outside all windows one unit."""
    inside = hits.level > 0
    leg = np.where(inside, hits.direction.astype(np.int64), 0)
    code = (hits.query * 512 + np.where(inside, hits.window.astype(np.int64) + 1, 0)) * 8 + leg
    return np.unique(code, return_inverse=True)[1].astype(np.int64).ravel()


# ---- classes of evidence

CONFLICT = 0
"""Class X."""


def classes(hits: Hits) -> tuple[Codes, npt.NDArray[np.bool_]]:
    """Class of evidence of each hit (0 for a conflict) and whether its name fits exactly."""
    exact = hits.tier == EXACT
    named = hits.tier != OTHER
    result = np.full(hits.size(), 7, dtype=np.int8)
    for level, number in ((1, 6), (2, 5), (3, 4), (4, 4)):
        result[hits.level == level] = number
    weak = (hits.doc == SLIP) | (exact & (hits.birth == SLIP)) | (~exact & (hits.birth == EQUAL))
    result[named & weak] = 3
    result[exact & (hits.birth == EQUAL)] = 2
    result[named & ((hits.doc == EQUAL) | ((hits.doc == SLIP) & (hits.birth == EQUAL)))] = 1
    # Whoever flew under another name on the person's document is shown as a conflict, even beside rows that fit.
    result[(hits.birth == DIFFERENT) | (hits.doc == DIFFERENT) | ~named | (hits.own_tier == OTHER)] = CONFLICT
    return result, exact


def q_classes(number: Codes, exact: npt.NDArray[np.bool_]) -> Ints:
    """The class in which q is counted: 4 to 6 apart for exact and inexact names."""
    split = (number >= 4) & (number <= 6)
    return number.astype(np.int64) * 2 + (split & ~exact)
