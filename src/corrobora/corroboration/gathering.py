"""Draws the candidate rows of many queries out of a record set, and counts what chance has to be counted from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from corrobora.corroboration.days import LEVELS, Grid
from corrobora.corroboration.outcomes import EQUAL, SLIP, compare_births, compare_documents
from corrobora.corroboration.scoring import EXACT, INITIAL, OTHER, SLIPPED, Hits, best_outcome, traveller_tier
from corrobora.corroboration.shelf import Shelf, ints
from corrobora.corroboration.spelling import Lexicon, Spelling, is_garbled

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Query:
    """Somebody to look for: a person of the case, or an invented one with the same windows and known fields.

    Attributes:
        owner: index of the person of the case.
        birth: number (`outcomes.birth_number`), 0 where not known; `documents`: keys.
        frequency: modelled share of the name among its stratum.
    """

    owner: int
    spelling: Spelling
    birth: int
    documents: tuple[str, ...]
    frequency: float


@dataclass(frozen=True, slots=True)
class Anchors:
    """Cells that others of a delegation hold, for each owner, and the rows that hold them.

    Attributes:
        cells: (owner, cell, is booking); `rows`: (owner, row) that made an anchor, left out of the chance.
    """

    cells: tuple[tuple[int, int, bool], ...] = ()
    rows: frozenset[tuple[int, int]] = frozenset()


def name_pairs(lexicon: Lexicon, queries: Sequence[Query]) -> pa.Table:
    """Every (query, distinct name) that can be one person's, with its tier; equal spellings are looked up once."""
    known: dict[Spelling, dict[int, int]] = {}
    query: list[int] = []
    name: list[int] = []
    tier: list[int] = []
    for index, one in enumerate(queries):
        found = known.get(one.spelling)
        if found is None:
            found = known[one.spelling] = lexicon.compatible(one.spelling)
        query += [index] * len(found)
        name += found.keys()
        tier += found.values()
    return pa.table(
        {"query": pa.array(query, pa.int64()), "name_id": pa.array(name, pa.int64()), "tier": pa.array(tier, pa.int8())}
    )


def count_compatible(shelf: Shelf, pairs: pa.Table, queries: int) -> Floats:
    """Compatible travellers of each query: (queries, 3 tiers, 4 patterns)."""
    shelf.db.register("pair_arrow", pairs)
    found = ints(shelf.db, _COUNT.format(tag=shelf.tag))
    shelf.db.unregister("pair_arrow")
    counts = np.zeros((queries, 3, 4))
    full = found["exact"] + found["slip"]
    tier = np.where(
        full > 0, np.where(full >= found["other"], np.where(found["exact"] >= found["slip"], 0, 1), OTHER), INITIAL
    )
    tier = np.where((full == 0) & (found["other"] > 0), OTHER, tier)
    good = tier < OTHER
    np.add.at(counts, (found["query"][good], tier[good], found["pattern"][good]), 1)
    return counts


_COUNT = """
with seen as (select distinct p.query, b.traveller from pair_arrow p join borne_{tag} b using (name_id))
select s.query, t.pattern,
    coalesce(sum(b.rows) filter (p.tier = 0), 0)::bigint as exact,
    coalesce(sum(b.rows) filter (p.tier = 1), 0)::bigint as slip,
    coalesce(sum(b.rows) filter (p.tier is null), 0)::bigint as other
from seen s join borne_{tag} b using (traveller) join traveller_{tag} t using (traveller)
left join pair_arrow p on p.query = s.query and p.name_id = b.name_id
group by s.query, s.traveller, t.pattern
"""

_GATHER = """
with seen as (
    select distinct p.query, b.traveller from pair_arrow p join borne_{tag} b using (name_id)
    union
    select d.query, t.traveller from document_arrow d join typed_{tag} t on t.doc = d.doc
)
select s.query, t.row, t.name_id, t.traveller, t.birth, t.doc, t.day, t.route, v.pattern,
    coalesce(p.tier, 3)::bigint as tier
from seen s join typed_{tag} t using (traveller) join traveller_{tag} v using (traveller)
left join pair_arrow p on p.query = s.query and p.name_id = t.name_id
order by s.query, t.traveller, t.row
"""


def gather(shelf: Shelf, lexicon: Lexicon, pairs: pa.Table, queries: Sequence[Query], grids: Sequence[Grid]) -> Hits:
    """All rows of all travellers that a query's names or documents reach, with their outcomes."""
    documents = [(index, doc) for index, one in enumerate(queries) for doc in one.documents]
    shelf.db.register("pair_arrow", pairs)
    shelf.db.register(
        "document_arrow",
        pa.table(
            {
                "query": pa.array([i for i, _ in documents], pa.int64()),
                "doc": pa.array([d for _, d in documents], pa.string()),
            }
        ),
    )
    found = ints(shelf.db, _GATHER.format(tag=shelf.tag))
    shelf.db.unregister("pair_arrow")
    shelf.db.unregister("document_arrow")
    return _hits(found, lexicon, queries, grids)


def _garbled(found: dict[str, Ints], near: npt.NDArray[np.bool_], lexicon: Lexicon, queries: Sequence[Query]) -> Ints:
    """Places of rows whose name fits no tier and is still the person's own, badly miswritten.

    Looked at only where something else than the name ties the row to the person: else chance would have one more door.
    """
    known: dict[tuple[int, int], bool] = {}
    places = []
    for place in np.flatnonzero((found["tier"] == OTHER) & near).tolist():
        pair = (int(found["query"][place]), int(found["name_id"][place]))
        if pair not in known:
            known[pair] = is_garbled(queries[pair[0]].spelling, lexicon.spelled[pair[1]])
        if known[pair]:
            places.append(place)
    return np.array(places, dtype=np.int64)


def _hits(found: dict[str, Ints], lexicon: Lexicon, queries: Sequence[Query], grids: Sequence[Grid]) -> Hits:
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
    own_tier[_garbled(found, named[group] | (own_doc == EQUAL) | (own_doc == SLIP), lexicon, queries)] = SLIPPED
    owner = np.array([one.owner for one in queries], dtype=np.int64)[query]
    level, window, direction = levels(owner, found["route"].astype(np.int64), found["day"].astype(np.int64), grids)
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
        route=found["route"].astype(np.int64),
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
    found = ints(
        shelf.db,
        f"""select v.stratum, v.pattern, t.route, t.day, count(*) as rows
            from typed_{shelf.tag} t join traveller_{shelf.tag} v using (traveller) group by all""",
    )
    column = np.where(found["day"] < 0, shelf.days, found["day"] - shelf.first_day)
    rows[found["stratum"], found["pattern"], found["route"], column] = found["rows"]
    travellers = np.zeros((2, 4))
    people = ints(shelf.db, f"select stratum, pattern, count(*) as people from traveller_{shelf.tag} group by all")
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
select distinct a.owner, a.booked, t.row, v.stratum, v.pattern, t.route, t.day
from anchor_arrow a join typed_{tag} t on {match} join traveller_{tag} v using (traveller)
"""


def anchored_rows(shelf: Shelf, anchors: Anchors) -> dict[str, Ints]:
    """The rows that lie in an anchored cell of an owner: owner, booked, row, stratum, pattern, route, day."""
    table = pa.table(
        {
            "owner": pa.array([o for o, _, _ in anchors.cells], pa.int64()),
            "cell": pa.array([c for _, c, _ in anchors.cells], pa.int64()),
            "booked": pa.array([int(b) for _, _, b in anchors.cells], pa.int64()),
        }
    )
    shelf.db.register("anchor_arrow", table)
    parts = [
        ints(shelf.db, _ANCHORED.format(tag=shelf.tag, match=match))
        for match in (
            "a.booked = 1 and t.booking = a.cell",
            "a.booked = 0 and t.flight = a.cell",
            "a.booked = 0 and t.post = a.cell",
        )
    ]
    shelf.db.unregister("anchor_arrow")
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
