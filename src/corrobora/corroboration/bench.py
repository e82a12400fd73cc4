"""One record set and everybody looked for in it: the real people, and the invented ones that measure chance."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from corrobora.corroboration import gathering
from corrobora.corroboration.chance import Profile, decoy_sets
from corrobora.corroboration.crowd import Crowd, Subject
from corrobora.corroboration.days import ANCHORED, BOOKED, EDGE, IN, LEVELS, OUT, Grid, Routes, Window, grid
from corrobora.corroboration.gathering import Anchors, Query
from corrobora.corroboration.scoring import Chances, Hits, Tables, event_chance, field_bits
from corrobora.corroboration.shelf import Shelf
from corrobora.corroboration.spelling import CHINESE, OTHER_TRADITION

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

LOOKED_WHOLE = 40
"""A name compatible with no more travellers than this has all of them looked at, not only those who agree on more."""

AT_ONCE = 20_000
"""Decoys whose rows are in memory at one time."""

DOCUMENT_CHANCE, DOCUMENT_NEAR = 1e-7, 7e-6
"""Chance that somebody else's document has this number, or one a digit off."""

NEAR_BIRTHS = 30
"""How many dates are one slip away from a birth date: 29.7 on average over fifty years of births."""


@dataclass(slots=True)
class Side:
    """Queries of one kind with what the set says of them: the real people, or some of the decoys.

    Attributes:
        rate: (queries, 3 tiers, 4 patterns) expected compatible other travellers.
        unseen: how many bearers of the name, likewise, were not looked at one by one.
    """

    queries: list[Query]
    hits: Hits
    rate: Floats
    unseen: Floats


@dataclass(frozen=True, slots=True)
class Raised:
    """Rows that anchors lift for an owner, in order of (owner, row), and to which level."""

    place: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    level: npt.NDArray[np.int8] = field(default_factory=lambda: np.zeros(0, dtype=np.int8))


@dataclass(slots=True)
class Bench:
    """A record set ready to be searched, with both sides drawn from it.

    Attributes:
        travellers: (strata, patterns) counts; `day_rows`: rows by stratum, pattern, direction, day.
        sets: number of decoy sets.
        swayed: bits that people's decisions add to each candidate row of the real people.
    """

    shelf: Shelf
    subjects: Sequence[Subject]
    grids: list[Grid]
    day_rows: Floats
    travellers: Floats
    real: Side
    decoys: list[Query]
    sets: int
    seed: int
    routes: Routes
    crowd: Crowd
    year_shares: list[dict[int, float]] = field(default_factory=list)
    anchors: Anchors = field(default_factory=Anchors)
    raised: Raised = field(default_factory=Raised)
    event: Floats = field(default_factory=lambda: np.zeros((0, 4, LEVELS)))
    swayed: Floats = field(default_factory=lambda: np.zeros(0))

    def people(self, owner: int) -> float:
        """How many travellers the owner's stratum holds."""
        return float(max(1.0, self.travellers[self.subjects[owner].spelling.stratum].sum()))


def lay_out(shelf: Shelf, subjects: Sequence[Subject], routes: Routes, *, seed: int, sets: int | None = None) -> Bench:
    """Draws the invented people and counts, for them and the real ones, who in the set is compatible.

    Args:
        shelf: the set.
        subjects: who is looked for.
        routes: numbers of pairs of countries.
        seed: of the invented people.
        sets: how many decoy sets; None: as many as the number of names asks for.
    """
    day_rows, travellers = gathering.day_counts(shelf, routes.size**2)
    crowd = Crowd(shelf, subjects, travellers, np.random.default_rng(seed))
    real = [crowd.query(index, one) for index, one in enumerate(subjects)]
    sets = decoy_sets(len(subjects)) if sets is None else sets
    decoys = [decoy for one in real for decoy in crowd.decoys(one, sets)]
    gathering.reach(shelf, (document for one in (*real, *decoys) for document in one.documents))
    grids = _grids([one.windows for one in subjects], shelf, routes)
    compatible = crowd.compatible[: len(real)]
    few = compatible.sum(axis=(1, 2)) <= LOOKED_WHOLE
    windows = [one.windows for one in subjects]
    hits = gathering.hits_of(shelf, gathering.gather(shelf, real, windows, np.flatnonzero(few)), real, grids)
    side = Side(real, hits, crowd.rates(real, hits), np.where(few[:, None, None], 0.0, compatible))
    bench = Bench(shelf, subjects, grids, day_rows, travellers, side, decoys, sets, seed, routes, crowd)
    bench.year_shares, bench.swayed = _year_shares(shelf), np.zeros(hits.size())
    anchor(bench, Anchors())
    return bench


def decoy_sides(bench: Bench) -> Iterator[Side]:
    """The decoys' candidate rows at the levels that hold now, some thousands of decoys at a time."""
    windows = [one.windows for one in bench.subjects]
    for start in range(0, len(bench.decoys), AT_ONCE):
        queries = bench.decoys[start : start + AT_ONCE]
        gathered = gathering.gather(bench.shelf, queries, windows, np.zeros(0, dtype=np.int64))
        hits = gathering.hits_of(bench.shelf, gathered, queries, bench.grids)
        rate = bench.crowd.rates(queries, hits)
        yield Side(queries, _raised(hits, bench.raised), rate, np.zeros_like(rate))


def _grids(windows: Sequence[tuple[Window, ...]], shelf: Shelf, routes: Routes) -> list[Grid]:
    """The grid of every subject; those of one delegation share it."""
    made = {one: grid(one, shelf.first_day, shelf.days, routes) for one in dict.fromkeys(windows)}
    return [made[one] for one in windows]


# ---- anchors and events


Crossings = Mapping[tuple[int, int, int], int]
"""(owner, window, direction) -> day on which an identified row of another set has the person cross."""


def narrowed(windows: tuple[Window, ...], owner: int, known: Crossings) -> tuple[Window, ...]:
    """Windows with the days cut down to those around a crossing that another set has settled.

    Who is known to have landed on the 9th did not cross the border on the 6th: evidence against,
    wherever the row stands.
    """
    out = []
    for place, one in enumerate(windows):
        first, last = known.get((owner, place, IN)), known.get((owner, place, OUT))
        out.append(
            replace(
                one,
                first=(first - 1, first + 1) if first is not None else one.first,
                last=(last - 1, last + 1) if last is not None and one.last is not None else one.last,
            )
        )
    return tuple(out)


def anchor(bench: Bench, anchors: Anchors, known: Crossings | None = None) -> None:
    """Raises the rows in anchored cells and recounts the chance of every event level.

    Args:
        bench: the set.
        anchors: cells that others hold.
        known: crossings that other sets have settled.
    """
    bench.anchors = anchors
    windows = [narrowed(one.windows, owner, known or {}) for owner, one in enumerate(bench.subjects)]
    bench.grids = _grids(windows, bench.shelf, bench.routes)
    counts, bench.raised = _counts(bench, anchors)
    bench.event = np.zeros((0, 4, LEVELS))
    if bench.subjects:
        strata = [one.spelling.stratum for one in bench.subjects]
        bench.event = event_chance(np.maximum(counts, 0), bench.travellers[strata])
    hit = bench.real.hits
    level, window, direction = gathering.levels(hit.owner, hit.route, hit.day, bench.grids)
    bench.real.hits = _raised(replace(hit, level=level, window=window, direction=direction), bench.raised)


def _counts(bench: Bench, anchors: Anchors) -> tuple[Floats, Raised]:
    """Rows at each level for every owner, by pattern, and the rows that anchors raise."""
    known: dict[tuple[int, int], Floats] = {}
    counts = np.zeros((len(bench.subjects), 4, LEVELS))
    for place, (one, cells) in enumerate(zip(bench.subjects, bench.grids, strict=True)):
        key = (id(cells), one.spelling.stratum)
        if key not in known:
            known[key] = gathering.level_counts(bench.day_rows[one.spelling.stratum], cells)
        counts[place] = known[key]
    if not anchors.cells:
        return counts, Raised()
    found = gathering.anchored_rows(bench.shelf, anchors)
    level, _, _ = gathering.levels(found["owner"], found["route"], found["day"], bench.grids)
    # Of a row that is both booked together and on the same flight the booking counts.
    order = np.lexsort((-found["booked"], found["row"], found["owner"]))
    owner, row = found["owner"][order], found["row"][order]
    first = np.ones(order.size, dtype=bool)
    first[1:] = (owner[1:] != owner[:-1]) | (row[1:] != row[:-1])
    kept = order[first & (level[order] > 0)]
    owner, row, pattern = found["owner"][kept], found["row"][kept], found["pattern"][kept]
    to = np.where(found["booked"][kept] > 0, BOOKED, ANCHORED).astype(np.int8)
    stratum = np.array([one.spelling.stratum for one in bench.subjects], dtype=np.int64)
    alike = found["stratum"][kept] == stratum[owner]
    holding = np.array(sorted(anchors.rows), dtype=np.int64).reshape(-1, 2)
    counted = alike & ~np.isin(_place(owner, row), _place(holding[:, 0], holding[:, 1]))
    np.add.at(counts, (owner[alike], pattern[alike], level[kept][alike]), -1)
    np.add.at(counts, (owner[counted], pattern[counted], to[counted]), 1)
    return counts, Raised(_place(owner, row), to)


def _place(owner: Ints, row: Ints) -> Ints:
    return (owner.astype(np.int64) << 40) + row


def _raised(hits: Hits, raised: Raised) -> Hits:
    """The hits with the rows in anchored cells at their higher level."""
    if not raised.place.size or not hits.size():
        return hits
    place = _place(hits.owner, hits.row)
    at = np.minimum(np.searchsorted(raised.place, place), raised.place.size - 1)
    there = raised.place[at] == place
    return hits.at_levels(np.where(there, raised.level[at], hits.level).astype(np.int8))


def event_true(bench: Bench, chances: Chances, owner: int) -> Floats:
    """M of the levels for one owner: a level that cannot occur for them gives its share to the one below."""
    true = chances.event_true.copy()
    held = bench.anchors.kinds.get(owner, frozenset())
    if True not in held:
        true[ANCHORED] += true[BOOKED]
        true[BOOKED] = 1e-4
    if False not in held:
        true[EDGE] += true[ANCHORED]
        true[ANCHORED] = 1e-4
    return true


def weights(bench: Bench, side: Side, chances: Chances) -> Tables:
    """The tables of bits for one side."""
    strata = np.array([one.spelling.stratum for one in side.queries], dtype=np.int64)
    people = np.maximum(1.0, bench.travellers.sum(axis=1))[strata] if strata.size else np.zeros(0)
    name = np.full((len(side.queries), 4), -30.0)
    if strata.size:
        name[:, :3] = np.log2(chances.name_true * people[:, None] / side.rate.sum(axis=2))
    birth_chance, doc_chance = field_chances(bench, side.queries)
    event = np.zeros((len(bench.subjects), 4, LEVELS))
    for owner, one in enumerate(bench.subjects):
        if one.windows:
            event[owner] = np.log2(event_true(bench, chances, owner) / bench.event[owner])
    return Tables(name, field_bits(chances.birth_true, birth_chance), field_bits(chances.doc_true, doc_chance), event)


def field_chances(bench: Bench, queries: Sequence[Query]) -> tuple[Floats, Floats]:
    """U of every outcome of birth date and document, for each query."""
    shares = bench.year_shares
    equal = np.array([shares[q.spelling.stratum].get(q.birth // 10000, 0.002) / 365.25 for q in queries])
    near = np.minimum(0.2, equal * NEAR_BIRTHS)
    birth = np.stack([np.ones_like(equal), equal, near, 1 - equal - near], axis=1) if equal.size else np.zeros((0, 4))
    doc = np.tile([1.0, DOCUMENT_CHANCE, DOCUMENT_NEAR, 1.0], (len(queries), 1))
    return birth, doc


def _year_shares(shelf: Shelf) -> list[dict[int, float]]:
    found = shelf.table("years")
    out: list[dict[int, float]] = []
    for stratum in (CHINESE, OTHER_TRADITION):
        mine = found["stratum"] == stratum
        total = float(found["people"][mine].sum()) + 100.0
        years = zip(found["year"][mine].tolist(), found["people"][mine].tolist(), strict=True)
        out.append({int(year): (float(people) + 1.0) / total for year, people in years})
    return out


def profile(bench: Bench, tables: Tables, index: int) -> Profile:
    """What chance shows a real query, for `chance.outlook`."""
    one = bench.real.queries[index]
    birth, doc = field_chances(bench, [one])
    windows = bool(bench.subjects[index].windows)
    event = bench.event[index] if windows else np.tile([1.0, *[0.0] * (LEVELS - 1)], (4, 1))
    return Profile(
        rate=bench.real.rate[index],
        birth=birth[0],
        doc=doc[0],
        event=event,
        name_bits=tables.name[index],
        birth_bits=tables.birth[index],
        doc_bits=tables.doc[index],
        event_bits=tables.event[index],
        has_birth=one.birth > 0,
        has_doc=bool(one.documents),
    )


def seed_of(path: str) -> int:
    """The recorded seed of a set: fixed by its path, so that the same input gives the same decoys."""
    return zlib.crc32(path.encode())
