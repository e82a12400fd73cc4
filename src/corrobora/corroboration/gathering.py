"""Draws the candidate rows of many queries out of a record set, and counts what chance has to be counted from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from corrobora.corroboration.days import LEVELS, Grid, Window
from corrobora.corroboration.outcomes import EQUAL, SLIP, compare_births, compare_documents, near_births
from corrobora.corroboration.scoring import EXACT, INITIAL, OTHER, SLIPPED, Hits, best_outcome, traveller_tier
from corrobora.corroboration.shelf import Shelf, ints, spellings_of
from corrobora.corroboration.spelling import Spelling, is_garbled

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Query:
    """Somebody to look for: a person of the case, or an invented one with the same windows and known fields.

    Attributes:
        owner: index of the person of the case.
        birth: number (`outcomes.birth_number`), 0 where not known; `documents`: keys.
        frequency: modelled share of the name among its stratum; `number`: of the spelling in the look-up.
    """

    owner: int
    spelling: Spelling
    birth: int
    documents: tuple[str, ...]
    frequency: float
    number: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """Rows drawn for queries, sorted by (query, traveller, row), and the number of the countries of each."""

    found: dict[str, Ints]
    route: Ints


@dataclass(frozen=True, slots=True)
class Anchors:
    """Cells that others of a delegation hold, for each owner, and the rows that hold them.

    Attributes:
        cells: (owner, cell, is booking); `rows`: (owner, row) that made an anchor, left out of the chance;
            `kinds`: owner -> whether their cells are bookings, other cells, or both.
    """

    cells: tuple[tuple[int, int, bool], ...] = ()
    rows: frozenset[tuple[int, int]] = frozenset()
    kinds: Mapping[int, frozenset[bool]] = field(default_factory=dict)


def count_compatible(shelf: Shelf, spellings: int) -> Floats:
    """Compatible travellers of each spelling looked up: (spellings, 3 tiers, 4 patterns)."""
    counts = np.zeros((spellings, 3, 4))
    plain = ints(shelf.db, _COUNT_PLAIN.format(tag=shelf.tag))
    counts[plain["spelling"], plain["tier"], plain["pattern"]] = plain["people"]
    found = ints(shelf.db, _COUNT_ALIASES.format(tag=shelf.tag))
    full = found["exact"] + found["slip"]
    tier = np.where(
        full > 0, np.where(full >= found["other"], np.where(found["exact"] >= found["slip"], 0, 1), OTHER), INITIAL
    )
    tier = np.where((full == 0) & (found["other"] > 0), OTHER, tier)
    good = tier < OTHER
    np.add.at(counts, (found["spelling"][good], tier[good], found["pattern"][good]), 1)
    return counts


# Most travellers bear one name throughout: these are counted beforehand, for each name.
_COUNT_PLAIN = """
select p.spelling, p.tier, b.pattern, sum(b.people)::bigint as people
from pair_{tag} p join bearers_{tag} b using (name_id) group by all
"""

_COUNT_ALIASES = """
with seen as (select distinct p.spelling, b.traveller from pair_{tag} p join alias_{tag} b using (name_id))
select s.spelling, b.pattern,
    coalesce(sum(b.rows) filter (p.tier = 0), 0)::bigint as exact,
    coalesce(sum(b.rows) filter (p.tier = 1), 0)::bigint as slip,
    coalesce(sum(b.rows) filter (p.tier is null), 0)::bigint as other
from seen s join alias_{tag} b using (traveller)
left join pair_{tag} p on p.spelling = s.spelling and p.name_id = b.name_id
group by s.spelling, s.traveller, b.pattern
"""

MARGIN = 2
"""Days on both sides of a window that are looked at too: an identified crossing may shift it by one."""

# What the names and documents of all queries reach, kept apart: the rows of the set are read once for everybody.
_REACH = """
create or replace temp table reach_{tag} as
with wanted as (
    select distinct name_id from pair_{tag}
    union select name_id from traveller_{tag} where traveller in (select {paper} from reach_doc)
)
select row, name_id, traveller, birth, doc, day, way, pattern from typed_{tag}
where several or name_id in (select name_id from wanted)
"""

_PAPER = "(hash('d', doc) >> 1)::bigint"
"""The traveller whose document it is."""

# A common name in a large set is borne by thousands: only those who agree on something else are looked at one by one.
_SEEK = """
create or replace temp table candidate as
select query, traveller from reach_{tag} t join pair_{tag} p using (name_id)
    join seek_day s on s.spelling = p.spelling and s.day = t.day
union select query, traveller from reach_{tag} t join pair_{tag} p using (name_id)
    join seek_birth s on s.spelling = p.spelling and s.birth = t.birth
union select query, {paper} from seek_doc
union select query, traveller from reach_{tag} t join pair_{tag} p using (name_id)
    join seek_doc s on s.spelling = p.spelling
    where length(t.doc) = length(s.doc) and t.doc <> '' and hamming(t.doc, s.doc) <= 2
union select query, traveller from reach_{tag} t join pair_{tag} p using (name_id)
    join seek_whole s on s.spelling = p.spelling
"""

_GATHER = """
select c.query, t.row, t.name_id, t.traveller, t.birth, t.doc, t.day, t.way, t.pattern,
    coalesce(p.tier, 3)::bigint as tier
from reach_{tag} t join candidate c using (traveller)
join seeker q on q.query = c.query
left join pair_{tag} p on p.spelling = q.spelling and p.name_id = t.name_id
order by c.query, t.traveller, t.row
"""


def reach(shelf: Shelf, documents: Iterable[str]) -> None:
    """Sets apart the rows that anybody's name or document can reach; comes after the look-up of the names."""
    shelf.db.register("doc_arrow", pa.table({"doc": pa.array(sorted(set(documents)), pa.string())}))
    shelf.db.execute("create or replace temp table reach_doc as select * from doc_arrow")
    shelf.db.unregister("doc_arrow")
    shelf.db.execute(_REACH.format(tag=shelf.tag, paper=_PAPER))


def gather(shelf: Shelf, queries: Sequence[Query], windows: Sequence[tuple[Window, ...]], whole: Ints) -> Gathered:
    """The rows of all travellers that a query's name reaches and who agree with it on something else.

    Args:
        shelf: the set.
        queries: who asks.
        windows: of every owner.
        whole: places of the queries for whom everybody of the name is looked at.
    """
    _put_seekers(shelf, queries, windows, whole)
    # Names first, then days: the other way round every day of every query would meet every spelling of its name.
    shelf.db.execute("set disabled_optimizers = 'join_order,build_side_probe_side'")
    shelf.db.execute(_SEEK.format(tag=shelf.tag, paper=_PAPER))
    found = ints(shelf.db, _GATHER.format(tag=shelf.tag))
    shelf.db.execute("reset disabled_optimizers")
    return Gathered(found, shelf.routes[found["way"]])


def _put_seekers(shelf: Shelf, queries: Sequence[Query], windows: Sequence[tuple[Window, ...]], whole: Ints) -> None:
    spelling = np.array([one.number for one in queries], dtype=np.int64)
    known = {one: _days(one) for one in dict.fromkeys(windows)}
    days = [known[one] for one in windows]
    lengths = np.array([days[one.owner].size for one in queries], dtype=np.int64)
    query = np.repeat(np.arange(len(queries)), lengths)
    day = np.concatenate([days[one.owner] for one in queries]) if queries else np.zeros(0, dtype=np.int64)
    births = np.array([one.birth for one in queries], dtype=np.int64)
    dated, near = near_births(births)
    documents = [(place, doc) for place, one in enumerate(queries) for doc in one.documents]
    held = np.array([place for place, _ in documents], dtype=np.int64)
    numbers = pa.array([doc for _, doc in documents], pa.string())
    tables: dict[str, dict[str, object]] = {
        "seeker": {"query": np.arange(len(queries)), "spelling": spelling},
        "seek_day": {"query": query, "spelling": spelling[query], "day": day},
        "seek_birth": {"query": dated, "spelling": spelling[dated], "birth": near},
        "seek_doc": {"query": held, "spelling": spelling[held], "doc": numbers},
        "seek_whole": {"query": whole, "spelling": spelling[whole]},
    }
    for name, columns in tables.items():
        shelf.db.register("seek_arrow", pa.table(columns))
        shelf.db.execute(f"create or replace temp table {name} as select * from seek_arrow")
        shelf.db.unregister("seek_arrow")


def _days(windows: tuple[Window, ...]) -> Ints:
    """All days that lie in or next to a window."""
    spans = [span for one in windows for span in (one.first, one.last, one.around) if span is not None]
    parts = [np.arange(first - MARGIN, last + MARGIN + 1) for first, last in spans]
    return np.unique(np.concatenate(parts)).astype(np.int64) if parts else np.zeros(0, dtype=np.int64)


def _garbled(found: dict[str, Ints], near: npt.NDArray[np.bool_], shelf: Shelf, queries: Sequence[Query]) -> Ints:
    """Places of rows whose name fits no tier and is still the person's own, badly miswritten.

    Looked at only where something else than the name ties the row to the person: else chance would have one more door.
    """
    places = np.flatnonzero((found["tier"] == OTHER) & near)
    if not places.size:
        return places
    written = spellings_of(shelf, found["name_id"][places].tolist())
    known: dict[tuple[int, int], bool] = {}
    kept = []
    for place in places.tolist():
        pair = (int(found["query"][place]), int(found["name_id"][place]))
        if pair not in known:
            known[pair] = is_garbled(queries[pair[0]].spelling, written[pair[1]])
        if known[pair]:
            kept.append(place)
    return np.array(kept, dtype=np.int64)


def hits_of(shelf: Shelf, gathered: Gathered, queries: Sequence[Query], grids: Sequence[Grid]) -> Hits:
    """The outcomes of what was gathered."""
    found, route = gathered.found, gathered.route.astype(np.int64)
    query = found["query"].astype(np.int64)
    changes = np.ones(query.size, dtype=bool)
    changes[1:] = (query[1:] != query[:-1]) | (found["traveller"][1:] != found["traveller"][:-1])
    group = np.cumsum(changes) - 1
    groups = int(group[-1]) + 1 if group.size else 0
    own_tier = found["tier"].astype(np.int8)
    births = np.array([one.birth for one in queries], dtype=np.int64)
    own_birth = compare_births(births[query], found["birth"].astype(np.int64))
    own_doc = _documents(query, np.asarray(found["doc"], dtype=np.object_), queries)
    named = np.zeros(groups, dtype=bool)
    named[group[own_tier == EXACT]] = True
    own_tier[_garbled(found, named[group] | (own_doc == EQUAL) | (own_doc == SLIP), shelf, queries)] = SLIPPED
    owner = np.array([one.owner for one in queries], dtype=np.int64)[query]
    level, window, direction = levels(owner, route, found["day"].astype(np.int64), grids)
    return Hits(
        query=query,
        owner=owner,
        group=group,
        row=found["row"].astype(np.int64),
        traveller=found["traveller"].astype(np.int64),
        tier=traveller_tier(group, own_tier, groups)[group],
        birth=best_outcome(group, own_birth, groups)[group],
        doc=best_outcome(group, own_doc, groups)[group],
        own_tier=own_tier,
        own_birth=own_birth,
        own_doc=own_doc,
        pattern=found["pattern"].astype(np.int8),
        level=level,
        window=window,
        direction=direction,
        route=route,
        day=found["day"].astype(np.int64),
    )


def _documents(query: Ints, docs: npt.NDArray[np.object_], queries: Sequence[Query]) -> npt.NDArray[np.int8]:
    """Outcome of each row's document against the best of the person's own."""
    result = np.zeros(query.size, dtype=np.int8)
    rank = np.array([9, 0, 1, 2], dtype=np.int8)
    best = np.full(query.size, 9, dtype=np.int8)
    shown = np.asarray(docs, dtype=np.str_) if docs.size else np.zeros(0, dtype="<U1")
    most = max((len(one.documents) for one in queries), default=0)
    for place in range(most):
        mine = np.array([one.documents[place] if place < len(one.documents) else "" for one in queries], dtype=np.str_)
        outcome = compare_documents(mine[query], shown)
        better = rank[outcome] < best
        best[better], result[better] = rank[outcome][better], outcome[better]
    return result


def levels(
    owner: Ints, route: Ints, day: Ints, grids: Sequence[Grid]
) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.int16], npt.NDArray[np.int8]]:
    """Event level, window and direction of each row, by its owner's grid."""
    level = np.zeros(owner.size, dtype=np.int8)
    window = np.full(owner.size, -1, dtype=np.int16)
    direction = np.zeros(owner.size, dtype=np.int8)
    order = np.argsort(owner, kind="stable")
    bounds = np.searchsorted(owner[order], np.arange(len(grids) + 1))
    for index, one in enumerate(grids):
        mine = order[bounds[index] : bounds[index + 1]]
        if mine.size:
            level[mine], window[mine], direction[mine] = one.at(route[mine], day[mine])
    return level, window, direction


# ---- the chance of an event


def day_counts(shelf: Shelf, routes: int) -> tuple[Floats, Floats]:
    """Rows by (stratum, pattern, route, day), and travellers by (stratum, pattern).

    The last column of the days counts undated rows.
    """
    rows = np.zeros((2, 4, routes, shelf.days + 1))
    found = shelf.table("days")
    column = np.where(found["day"] < 0, shelf.days, found["day"] - shelf.first_day)
    np.add.at(rows, (found["stratum"], found["pattern"], shelf.routes[found["way"]], column), found["rows"])
    travellers = np.zeros((2, 4))
    people = shelf.table("people")
    travellers[people["stratum"], people["pattern"]] = people["people"]
    return rows, travellers


def level_counts(rows: Floats, one: Grid) -> Floats:
    """(4 patterns, levels) rows of a stratum at each level of an owner's windows, anchors not yet looked at.

    Args:
        rows: (4 patterns, routes, days + 1) of the owner's stratum.
        one: the owner's grid over the same days.
    """
    counts = np.zeros((4, LEVELS))
    for level in range(3):
        counts[:, level] = (rows[:, :, :-1] * (one.level == level)).sum(axis=(1, 2))
    counts[:, 0] += rows[:, :, -1].sum(axis=1)
    return counts


_ANCHORED = """
select distinct a.owner, a.booked, t.row, t.stratum, t.pattern, t.way, t.day
from anchored a join typed_{tag} t on {match}
"""


def anchored_rows(shelf: Shelf, anchors: Anchors) -> dict[str, Ints]:
    """The rows that lie in an anchored cell of an owner: owner, booked, row, stratum, pattern, way, route, day."""
    table = pa.table(
        {
            "owner": pa.array([o for o, _, _ in anchors.cells], pa.int64()),
            "cell": pa.array([c for _, c, _ in anchors.cells], pa.int64()),
            "booked": pa.array([int(b) for _, _, b in anchors.cells], pa.int64()),
        }
    )
    shelf.db.register("anchor_arrow", table)
    shelf.db.execute("create or replace temp table anchored as select * from anchor_arrow")
    shelf.db.unregister("anchor_arrow")
    parts = [
        ints(shelf.db, _ANCHORED.format(tag=shelf.tag, match=match))
        for match in (
            "a.booked = 1 and t.booking = a.cell",
            "a.booked = 0 and t.flight = a.cell",
            "a.booked = 0 and t.post = a.cell",
        )
    ]
    found = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    return found | {"route": shelf.routes[found["way"]]}
