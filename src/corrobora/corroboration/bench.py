"""One record set and everybody looked for in it: the real people, and the invented ones that measure chance."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import duckdb
import numpy as np
import numpy.typing as npt

from corrobora.corroboration import gathering
from corrobora.corroboration.chance import Profile, decoy_sets
from corrobora.corroboration.days import ANCHORED, BOOKED, EDGE, IN, LEVELS, OUT, Grid, Routes, Window, grid
from corrobora.corroboration.gathering import Anchors, Query
from corrobora.corroboration.invention import Band, NameModel, learn
from corrobora.corroboration.outcomes import EQUAL, SLIP
from corrobora.corroboration.scoring import Chances, Hits, Tables, event_chance, field_bits
from corrobora.corroboration.shelf import NameCode, Shelf, ints, put_names, put_places, read_rows, set_up
from corrobora.corroboration.spelling import CHINESE, OTHER_TRADITION, Lexicon, Spelling, parts_of, spell_parts

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

POOL, SMALL_POOL = 4000, 1000
"""Invented names per stratum, of a large and of a small set."""

DOCUMENT_CHANCE, DOCUMENT_NEAR = 1e-7, 7e-6
"""Chance that somebody else's document has this number, or one a digit off."""

NEAR_BIRTHS = 30
"""How many dates are one slip away from a birth date: 29.7 on average over fifty years of births."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A person of the case as the search sees them.

    Attributes:
        person: id.
        windows: the days around the visits they take part in, or around an enlistment.
    """

    person: str
    spelling: Spelling
    birth: int
    documents: tuple[str, ...]
    windows: tuple[Window, ...] = ()


@dataclass(slots=True)
class Side:
    """Queries of one kind with what the set says of them; the real people, or all decoys together."""

    queries: list[Query]
    hits: Hits
    compatible: Floats
    rate: Floats = field(default_factory=lambda: np.zeros((0, 3, 4)))
    base_level: npt.NDArray[np.int8] = field(default_factory=lambda: np.zeros(0, dtype=np.int8))


@dataclass(slots=True)
class Bench:
    """A record set ready to be searched, with both sides drawn from it.

    Attributes:
        travellers: (strata, patterns) counts; `day_rows`: rows by stratum, pattern, direction, day.
        sets: number of decoy sets.
    """

    shelf: Shelf
    lexicon: Lexicon
    subjects: Sequence[Subject]
    grids: list[Grid]
    day_rows: Floats
    travellers: Floats
    real: Side
    decoys: Side
    sets: int
    seed: int
    routes: Routes
    year_shares: list[dict[int, float]] = field(default_factory=list)
    anchors: Anchors = field(default_factory=Anchors)
    event: Floats = field(default_factory=lambda: np.zeros((0, 4, LEVELS)))

    def people(self, owner: int) -> float:
        """How many travellers the owner's stratum holds."""
        return float(max(1.0, self.travellers[self.subjects[owner].spelling.stratum].sum()))


@dataclass(frozen=True, slots=True)
class Opening:
    """What a set is opened with.

    Attributes:
        tag: tells its tables apart.
        countries: ISO code of each place of departure and arrival that is known.
        routes: numbers of pairs of countries.
        keeper: whose border the set's "in" and "out" mean.
        strata: the naming traditions of those who are looked for.
    """

    tag: str
    parquet: Path
    countries: Mapping[str, str]
    routes: Routes
    keeper: str | None
    strata: frozenset[int]


def shelve(db: duckdb.DuckDBPyConnection, opening: Opening, canons: dict[str, int]) -> tuple[Shelf, Lexicon]:
    """Reads the rows of a set and groups them into travellers.

    Args:
        db: the connection that will hold the set.
        opening: the set.
        canons: numbers of canonical names, shared by all sets of the search; new ones are added.
    """
    names = read_rows(db, opening.parquet)
    lexicon = Lexicon(names, opening.strata)
    codes = []
    for name, one, key in zip(names, lexicon.spelled, settled(lexicon.spelled), strict=True):
        canon = canons.setdefault(f"{key} {one.patronymic}" if key else name, len(canons))
        codes.append(NameCode(canon, one.stratum))
    put_names(db, names, codes)
    put_places(db, opening.countries, opening.routes)
    return set_up(db, opening.tag, opening.routes, opening.keeper), lexicon


def settled(spelled: Sequence[Spelling]) -> list[str]:
    """The likeliest key of each name: the one whose family name is commonest among the names that leave no choice."""
    families = Counter(one.exact[0].partition("|")[0] for one in spelled if len(one.exact) == 1)
    return [
        max(one.exact, key=lambda key: (families[key.partition("|")[0]], key)) if one.exact else "" for one in spelled
    ]


def lay_out(
    shelf: Shelf, lexicon: Lexicon, subjects: Sequence[Subject], routes: Routes, *, seed: int, sets: int | None = None
) -> Bench:
    """Draws the invented people and counts, for them and the real ones, who in the set is compatible.

    Args:
        shelf: the set.
        lexicon: its names.
        subjects: who is looked for.
        routes: numbers of pairs of countries.
        seed: of the invented people.
        sets: how many decoy sets; None: as many as the number of names asks for.
    """
    random = np.random.default_rng(seed)
    grids = [grid(one.windows, shelf.first_day, shelf.days, routes) for one in subjects]
    day_rows, travellers = gathering.day_counts(shelf, routes.size**2)
    crowd = _Crowd(shelf, lexicon, subjects, random)
    real = [crowd.query(index, one) for index, one in enumerate(subjects)]
    sets = decoy_sets(len(subjects)) if sets is None else sets
    decoys = [q for index in range(len(real)) for q in crowd.decoys(real[index], sets)]
    bench = Bench(
        shelf,
        lexicon,
        subjects,
        grids,
        day_rows,
        travellers,
        crowd.side(real, grids),
        crowd.side(decoys, grids),
        sets,
        seed,
        routes,
    )
    bench.year_shares = _year_shares(shelf)
    for side in (bench.real, bench.decoys):
        side.rate = crowd.rates(side)
    anchor(bench, Anchors())
    return bench


class _Crowd:
    """The name models of a set, their invented names, and the priors these give."""

    def __init__(
        self, shelf: Shelf, lexicon: Lexicon, subjects: Sequence[Subject], random: np.random.Generator
    ) -> None:
        self.shelf, self.lexicon, self.random = shelf, lexicon, random
        borne = ints(shelf.db, f"select name_id, count(*) as people from borne_{shelf.tag} group by 1 order by 1")
        weight = np.zeros(len(lexicon.spelled))
        weight[borne["name_id"]] = borne["people"]
        keys = settled(lexicon.spelled)
        self.taken = {key for one in subjects for key in one.spelling.exact}
        self.models: list[NameModel] = []
        self.invented: list[list[Query]] = []
        self.bands: list[Band] = []
        self.patterns: list[Floats] = []
        self.births: list[Ints] = []
        self.documents: list[list[str]] = []
        wanted = {one.spelling.stratum for one in subjects}
        for stratum in (CHINESE, OTHER_TRADITION):
            bearers = [
                (parts_of(key, one.patronymic), float(heads))
                for key, one, heads in zip(keys, lexicon.spelled, weight, strict=True)
                if key and one.stratum == stratum
            ]
            model = learn(bearers) if stratum in wanted else learn(())
            drawn = model.draw(min(POOL, max(SMALL_POOL, len(keys))), random)
            queries = [Query(0, spell_parts(parts, stratum), 0, (), model.frequency(parts)) for parts in drawn]
            counts = self.counts(queries)
            self.models.append(model)
            self.invented.append(queries)
            self.bands.append(Band(np.array([q.frequency for q in queries]), counts.sum(axis=2)))
            self.patterns.append(self._pattern_shares(stratum, counts))
            self.births.append(self._births(stratum))
            self.documents.append(self._documents(stratum))

    def counts(self, queries: Sequence[Query]) -> Floats:
        return gathering.count_compatible(self.shelf, gathering.name_pairs(self.lexicon, queries), len(queries))

    def side(self, queries: list[Query], grids: Sequence[Grid]) -> Side:
        pairs = gathering.name_pairs(self.lexicon, queries)
        compatible = gathering.count_compatible(self.shelf, pairs, len(queries))
        return Side(queries, gathering.gather(self.shelf, self.lexicon, pairs, queries, grids), compatible)

    def query(self, index: int, one: Subject) -> Query:
        model = self.models[one.spelling.stratum]
        ways = [model.frequency(parts_of(key, one.spelling.patronymic)) for key in one.spelling.exact]
        return Query(index, one.spelling, one.birth, one.documents, max(ways, default=1e-6))

    def decoys(self, real: Query, sets: int) -> list[Query]:
        """Invented people of the same band, with the same windows and the same fields known."""
        stratum = real.spelling.stratum
        band = self.bands[stratum].members(real.frequency)
        pool = self.invented[stratum]
        free = [place for place in band.tolist() if self.taken.isdisjoint(pool[place].spelling.exact)]
        if not free:
            return []
        picked = self.random.choice(free, size=sets, replace=sets > len(free))
        births, documents = self.births[stratum], self.documents[stratum]
        out = []
        for place in picked.tolist():
            one = replace(pool[place], owner=real.owner)
            born = int(self.random.choice(births)) if real.birth and births.size else 0
            held = (documents[int(self.random.integers(len(documents)))],) if real.documents and documents else ()
            spelling = replace(one.spelling, exact=(), short=True) if real.spelling.short else one.spelling
            out.append(replace(one, birth=born, documents=held, spelling=spelling))
        return out

    def rates(self, side: Side) -> Floats:
        """Expected compatible travellers, other than the query's own, by tier and pattern."""
        hits = side.hits
        own = (hits.birth == EQUAL) | (hits.doc == EQUAL) | (hits.doc == SLIP)
        first = np.ones(hits.size(), dtype=bool)
        first[1:] = hits.group[1:] != hits.group[:-1]
        mine = np.zeros((len(side.queries), 4))
        np.add.at(mine, (hits.query[own & first], hits.tier[own & first]), 1)
        rate = np.zeros((len(side.queries), 3, 4))
        for index, one in enumerate(side.queries):
            stratum = one.spelling.stratum
            prior = self.bands[stratum].prior(one.frequency)
            counted = np.maximum(0.0, side.compatible[index].sum(axis=1) - mine[index, :3])
            rate[index] = prior.expected(counted)[:, None] * self.patterns[stratum]
        return rate

    def _pattern_shares(self, stratum: int, counts: Floats) -> Floats:
        """pi(h | t), each tier leaning on all travellers of the stratum."""
        people = np.zeros(4)
        query = (
            f"select pattern, count(*) as people from traveller_{self.shelf.tag} where stratum = {stratum} group by 1"
        )
        found = ints(self.shelf.db, query)
        people[found["pattern"]] = found["people"]
        overall = (people + 0.25) / (people.sum() + 1)
        seen = counts.sum(axis=0) if counts.size else np.zeros((3, 4))
        shares: Floats = (seen + 50 * overall) / (seen.sum(axis=1, keepdims=True) + 50)
        return shares

    def _births(self, stratum: int) -> Ints:
        query = f"""select t.birth from typed_{self.shelf.tag} t join traveller_{self.shelf.tag} v using (traveller)
            where t.birth > 0 and v.stratum = {stratum} order by t.row limit 20000"""
        return ints(self.shelf.db, query)["birth"].astype(np.int64)

    def _documents(self, stratum: int) -> list[str]:
        query = f"""select t.doc from typed_{self.shelf.tag} t join traveller_{self.shelf.tag} v using (traveller)
            where t.doc <> '' and v.stratum = {stratum} order by t.row limit 20000"""
        return [doc for (doc,) in self.shelf.db.execute(query).fetchall()]


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
    """Raises the rows in anchored cells, on both sides, and recounts the chance of every event level.

    Args:
        bench: the set.
        anchors: cells that others hold.
        known: crossings that other sets have settled.
    """
    bench.anchors = anchors
    bench.grids = [
        grid(narrowed(one.windows, owner, known or {}), bench.shelf.first_day, bench.shelf.days, bench.routes)
        for owner, one in enumerate(bench.subjects)
    ]
    for side in (bench.real, bench.decoys):
        hit = side.hits
        level, window, direction = gathering.levels(hit.owner, hit.route, hit.day, bench.grids)
        side.base_level, side.hits = level, replace(hit, window=window, direction=direction)
    counts = [
        gathering.level_counts(bench.day_rows[one.spelling.stratum], g)
        for one, g in zip(bench.subjects, bench.grids, strict=True)
    ]
    raised: dict[tuple[int, int], int] = {}
    if anchors.cells:
        found = gathering.anchored_rows(bench.shelf, anchors)
        for owner, booked, row, stratum, pattern, route, day in zip(*(found[k].tolist() for k in found), strict=True):
            level, _, _ = bench.grids[owner].at(np.array([route]), np.array([day]))
            to = BOOKED if booked else ANCHORED
            if not level[0] or raised.get((owner, row), 0) >= to:
                continue
            if stratum == bench.subjects[owner].spelling.stratum:
                counts[owner][pattern, raised.get((owner, row), int(level[0]))] -= 1
                if (owner, row) not in anchors.rows:
                    counts[owner][pattern, to] += 1
            raised[owner, row] = to
    bench.event = (
        np.stack(
            [
                event_chance(np.maximum(c, 0), bench.travellers[one.spelling.stratum])
                for c, one in zip(counts, bench.subjects, strict=True)
            ]
        )
        if bench.subjects
        else np.zeros((0, 4, LEVELS))
    )
    for side in (bench.real, bench.decoys):
        level = side.base_level.copy()
        if raised:
            hit = side.hits
            keys = {key: to for key, to in raised.items()}
            for place in np.flatnonzero(np.isin(hit.row, np.array([row for _, row in keys]))):
                level[place] = keys.get((int(hit.owner[place]), int(hit.row[place])), int(level[place]))
        side.hits = side.hits.at_levels(level)


def event_true(bench: Bench, chances: Chances, owner: int) -> Floats:
    """M of the levels for one owner: a level that cannot occur for them gives its share to the one below."""
    true = chances.event_true.copy()
    held = {booked for one, _, booked in bench.anchors.cells if one == owner}
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
    birth_chance, doc_chance = field_chances(bench, side)
    event = np.zeros((len(bench.subjects), 4, LEVELS))
    for owner, one in enumerate(bench.subjects):
        if one.windows:
            event[owner] = np.log2(event_true(bench, chances, owner) / bench.event[owner])
    return Tables(name, field_bits(chances.birth_true, birth_chance), field_bits(chances.doc_true, doc_chance), event)


def field_chances(bench: Bench, side: Side) -> tuple[Floats, Floats]:
    """U of every outcome of birth date and document, for each query."""
    shares = bench.year_shares
    equal = np.array([shares[q.spelling.stratum].get(q.birth // 10000, 0.002) / 365.25 for q in side.queries])
    near = np.minimum(0.2, equal * NEAR_BIRTHS)
    birth = np.stack([np.ones_like(equal), equal, near, 1 - equal - near], axis=1) if equal.size else np.zeros((0, 4))
    doc = np.tile([1.0, DOCUMENT_CHANCE, DOCUMENT_NEAR, 1.0], (len(side.queries), 1))
    return birth, doc


def _year_shares(shelf: Shelf) -> list[dict[int, float]]:
    out: list[dict[int, float]] = []
    for stratum in (CHINESE, OTHER_TRADITION):
        query = f"""select t.birth // 10000 as year, count(distinct t.traveller) as people
            from typed_{shelf.tag} t join traveller_{shelf.tag} v using (traveller)
            where t.birth > 0 and v.stratum = {stratum} group by 1"""
        found = ints(shelf.db, query)
        total = float(found["people"].sum()) + 100.0
        out.append({int(y): (float(n) + 1.0) / total for y, n in zip(found["year"], found["people"], strict=True)})
    return out


def profile(bench: Bench, tables: Tables, index: int) -> Profile:
    """What chance shows a real query, for `chance.outlook`."""
    one = bench.real.queries[index]
    birth, doc = field_chances(bench, Side([one], bench.real.hits, bench.real.compatible))
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
