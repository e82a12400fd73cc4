"""The search: all sets together, in two passes, so that what is certain in one anchors what is not in another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from corrobora.corroboration import scoring
from corrobora.corroboration.bench import Bench, Side, anchor, decoy_sides, profile, weights
from corrobora.corroboration.chance import Standing, expected, false_discovery, grade, outlook
from corrobora.corroboration.days import EDGE, EITHER, LEVELS
from corrobora.corroboration.gathering import Anchors
from corrobora.corroboration.outcomes import DIFFERENT, EQUAL, SLIP
from corrobora.corroboration.scoring import Bits, Chances, Hits, Tables
from corrobora.corroboration.shelf import Shelf

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What is concluded of the real people's candidate rows in one set; arrays as long as `hits`."""

    hits: Hits
    bits: Bits
    number: npt.NDArray[np.int8]
    exact: npt.NDArray[np.bool_]
    posterior: Floats
    expected: Floats
    q: Floats
    grade: npt.NDArray[np.int8]
    chances: Chances


@dataclass(frozen=True, slots=True)
class _Weighed:
    tables: Tables
    bits: Bits
    posterior: Floats


def _weigh(bench: Bench, chances: Chances) -> _Weighed:
    side = bench.real
    tables = weights(bench, side, chances)
    bits = tables.weigh(side.hits)
    people = np.array([bench.people(owner) for owner in range(len(bench.subjects))])
    travellers = people[side.hits.owner] if side.hits.size() else np.ones(0)
    owner = np.array([one.owner for one in side.queries], dtype=np.int64)
    plain = tables.name[:, :3, None] + tables.event[owner, :, 0][:, None, :] if owner.size else np.zeros((0, 3, 4))
    unseen = (side.unseen * np.exp2(plain)).sum(axis=(1, 2)) / people[owner] if owner.size else np.zeros(0)
    weight = bits.total + bench.swayed
    return _Weighed(tables, bits, scoring.posterior(side.hits, weight, travellers, chances.present, unseen))


# ---- anchors


def identified(hits: Hits, posterior: Floats) -> npt.NDArray[np.bool_]:
    """Rows that stand on their own: a document or name and birth date, inside a window."""
    number, _ = scoring.classes(hits)
    return (number >= 1) & (number <= 2) & (hits.level >= EDGE) & (posterior >= 0.9)


@dataclass(frozen=True, slots=True)
class _Holder:
    """Somebody's identified row and the cells it lies in."""

    owner: int
    person: str
    visit: str
    row: int
    flight: int
    booking: int
    post: int
    day: int
    direction: int
    ports: tuple[tuple[str, int, int], ...]


def holders(bench: Bench, posterior: Floats) -> list[_Holder]:
    """The identified rows of members of a visit, with their cells and, of a ticket, its two ports."""
    hits = bench.real.hits.where(identified(bench.real.hits, posterior))
    if not hits.size():
        return []
    wanted = ", ".join(str(row) for row in sorted(set(hits.row.tolist())))
    names = ("row", "flight", "booking", "post", "day", "from_id", "from_country", "to_id", "to_country")
    query = f"select {', '.join(names)} from placed_{bench.shelf.tag} where row in ({wanted})"
    cells = {values[0]: dict(zip(names, values, strict=True)) for values in bench.shelf.db.execute(query).fetchall()}
    found = []
    columns = (hits.owner, hits.row, hits.window, hits.direction)
    for owner, row, window, direction in zip(*(column.tolist() for column in columns), strict=True):
        subject, cell = bench.subjects[owner], cells[row]
        visit = subject.windows[window].visit
        if visit is None:
            continue
        ports = tuple((side, cell[f"{side}_id"], cell[f"{side}_country"]) for side in ("from", "to"))
        where = (cell["flight"], cell["booking"], cell["post"], cell["day"])
        found.append(_Holder(owner, subject.person, visit, row, *where, direction, ports))
    return found


def anchors_for(benches: Sequence[Bench], held: Sequence[Sequence[_Holder]], index: int) -> Anchors:
    """The anchored cells of every owner in one set: from other members here, and from anybody's crossing elsewhere."""
    bench = benches[index]
    members: dict[str, set[int]] = {}
    for owner, one in enumerate(bench.subjects):
        for window in one.windows:
            if window.visit is not None:
                members.setdefault(window.visit, set()).add(owner)
    cells: set[tuple[int, int, bool]] = set()
    rows: set[tuple[int, int]] = set()
    for holder in held[index]:
        for owner in members.get(holder.visit, set()) - {holder.owner}:
            cells |= {
                (owner, cell, booked)
                for cell, booked in ((holder.flight, False), (holder.booking, True), (holder.post, False))
                if cell
            }
            rows.add((owner, holder.row))
    for other, theirs in enumerate(held):
        if other != index:
            for holder, post in _crossings(benches[other].shelf, bench.shelf, theirs):
                cells |= {
                    (owner, post, False) for owner in members.get(holder.visit, set())
                }  # the holder's own crossing too
    kinds: dict[int, set[bool]] = {}
    for owner, _, booked in cells:
        kinds.setdefault(owner, set()).add(booked)
    return Anchors(tuple(sorted(cells)), frozenset(rows), {owner: frozenset(held) for owner, held in kinds.items()})


def settled_elsewhere(bench: Bench, held: Sequence[Sequence[_Holder]], index: int) -> dict[tuple[int, int, int], int]:
    """The days on which identified rows of other sets have a person cross, by (owner, window, direction)."""
    owners = {one.person: place for place, one in enumerate(bench.subjects)}
    known: dict[tuple[int, int, int], int] = {}
    for other, theirs in enumerate(held):
        for holder in theirs if other != index else ():
            owner = owners.get(holder.person)
            if owner is None or holder.direction in (0, EITHER):
                continue
            for place, window in enumerate(bench.subjects[owner].windows):
                if window.visit == holder.visit:
                    known[owner, place, holder.direction] = holder.day
    return known


def _crossings(tickets: Shelf, border: Shelf, held: Sequence[_Holder]) -> list[tuple[_Holder, int]]:
    """The border posts, days and directions that the flights of identified people lead to or come from."""
    known = posts_of_ports(tickets, border)
    out = []
    for holder in held:
        for side, port, country in holder.ports if holder.flight else ():
            points = known.get((side, port), ())
            if not points or not country:
                continue
            # Who flies in is checked on landing, perhaps past midnight; who flies out, before take-off.
            first, last = (holder.day, holder.day + 1) if side == "to" else (holder.day - 1, holder.day)
            query = f"""select distinct post from placed_{border.tag} where {side}_country = {country}
                and from_country <> to_country and day between {first} and {last} and post <> 0
                and point_id in ({", ".join(map(str, points))})"""
            out += [(holder, int(post)) for (post,) in border.db.execute(query).fetchall()]
    return out


def posts_of_ports(tickets: Shelf, border: Shelf) -> dict[tuple[str, int], tuple[int, ...]]:
    """Which border posts belong to which airport, learned from people whose name and birth date stand in both sets."""
    found: dict[tuple[str, int], tuple[int, ...]] = {}
    for side in ("from", "to"):
        query = f"""
        with pairs as (
            select distinct a.{side}_id as port, b.point_id, a.canon, a.birth, a.day
            from placed_{tickets.tag} a join placed_{border.tag} b
            on a.canon = b.canon and a.birth = b.birth and a.{side}_country = b.{side}_country
                and b.day - a.day between -1 and 1
            where a.birth > 0 and a.{side}_country > 0 and a.from_country <> a.to_country and b.point_id <> 0
                and a.day >= 0 and a.flight <> 0
        ), counted as (select port, point_id, count(*) as people from pairs group by all)
        select port, point_id from counted
        qualify people >= 3 and people >= 0.2 * sum(people) over (partition by port) order by all
        """
        for port, point in tickets.db.execute(query).fetchall():
            found[side, port] = (*found.get((side, port), ()), point)
    return found


# ---- learning m and pi


def learned(bench: Bench, chances: Chances, weighed: _Weighed) -> Chances:
    """M and pi from the set itself: one step of expectation-maximisation over the best row of every unit.

    What was assumed counts like fifty people, so that ten visits bend the numbers and do not break them.
    """
    hits, p = bench.real.hits, weighed.posterior
    best = best_of_units(hits, p)
    sure = best & (p > 0.02)
    p = np.where(sure, p, 0.0)
    named = hits.tier < scoring.OTHER
    name = _blend(chances.name_true, np.array([p[named & (hits.tier == t)].sum() for t in range(3)]))
    birth, doc = chances.birth_true.copy(), chances.doc_true.copy()
    for true, outcome in ((birth, hits.birth), (doc, hits.doc)):
        counted = np.array([p[outcome == o].sum() for o in (EQUAL, SLIP, DIFFERENT)])
        true[[EQUAL, SLIP, DIFFERENT]] = _blend(true[[EQUAL, SLIP, DIFFERENT]], counted)
    windowed = np.array([bool(one.windows) for one in bench.subjects])[hits.owner] if hits.size() else np.zeros(0, bool)
    event = _blend(chances.event_true, np.array([p[windowed & (hits.level == level)].sum() for level in range(LEVELS)]))
    asked = sum(2 * len(one.windows) for one in bench.subjects)
    inside = float(p[hits.level > 0].sum())
    present = min(0.95, max(0.05, (inside + 5) / (asked + 10)))
    return replace(chances, name_true=name, birth_true=birth, doc_true=doc, event_true=event, present=present)


def _blend(assumed: Floats, counted: Floats) -> Floats:
    mixed = assumed / assumed.sum() * 50 + counted
    blended: Floats = np.maximum(mixed / mixed.sum(), 1e-4)
    return blended


def best_of_units(hits: Hits, weight: Floats) -> npt.NDArray[np.bool_]:
    """The heaviest row of every unit (ties: the first)."""
    if not hits.size():
        return np.zeros(0, dtype=bool)
    unit = scoring.units(hits)
    order = np.lexsort((np.arange(unit.size), -weight, unit))
    first = np.ones(unit.size, dtype=bool)
    first[1:] = unit[order][1:] != unit[order][:-1]
    best = np.zeros(unit.size, dtype=bool)
    best[order[first]] = True
    return best


# ---- the whole


def search(benches: Sequence[Bench], independent: Sequence[npt.NDArray[np.bool_]]) -> list[Verdicts]:
    """Weighs everybody in every set, twice over, and concludes.

    Args:
        benches: the sets.
        independent: for each set, whether it is of another origin than what the case knows of each subject.
    """
    chances = [scoring.usual_chances() for _ in benches]
    for _ in range(2):
        first = [_weigh(bench, c) for bench, c in zip(benches, chances, strict=True)]
        held = [holders(bench, one.posterior) for bench, one in zip(benches, first, strict=True)]
        for index, bench in enumerate(benches):
            anchor(bench, anchors_for(benches, held, index), settled_elsewhere(bench, held, index))
        again = [_weigh(bench, c) for bench, c in zip(benches, chances, strict=True)]
        chances = [
            learned(b, c, w) for b, c, w in zip(benches, [scoring.usual_chances() for _ in benches], again, strict=True)
        ]
    return [conclude(b, c, i) for b, c, i in zip(benches, chances, independent, strict=True)]


def conclude(bench: Bench, chances: Chances, independent: npt.NDArray[np.bool_]) -> Verdicts:
    """Weights, chances, q, posterior and grade of every candidate row of the real people in one set."""
    real = _weigh(bench, chances)
    hits = bench.real.hits
    number, exact = scoring.classes(hits)
    weight = real.bits.total
    q = _rates(bench, (weight, number, exact), chances)
    chance = np.zeros(hits.size())
    bounds = np.searchsorted(hits.query, np.arange(len(bench.real.queries) + 1))
    for index in np.flatnonzero(np.diff(bounds)).tolist():
        mine = slice(bounds[index], bounds[index + 1])
        chance[mine] = expected(*outlook(profile(bench, real.tables, index)), weight[mine])
    published = np.maximum(q, 1 - real.posterior)
    standing = Standing(
        number=number,
        exact=exact,
        mixed=mixed(hits),
        posterior=real.posterior,
        expected=chance,
        q=q,
        independent=independent[hits.owner] if hits.size() else np.zeros(0, dtype=bool),
    )
    graded = grade(standing, len(bench.subjects))
    return Verdicts(hits, real.bits, number, exact, real.posterior, chance, published, graded, chances)


def _rates(bench: Bench, real: tuple[Floats, npt.NDArray[np.int8], npt.NDArray[np.bool_]], chances: Chances) -> Floats:
    """Q of every real row; the best row of each unit counts, on both sides, so that a frequent flyer counts once."""
    weight, number, exact = real
    kind = scoring.q_classes(number, exact)
    best = best_of_units(bench.real.hits, np.where(number == 0, -999.0, weight))
    chanced = [_decoy_hits(bench, side, chances) for side in decoy_sides(bench)]
    decoy_weight = np.concatenate([w for w, _ in chanced]) if chanced else np.zeros(0)
    decoy_kind = np.concatenate([k for _, k in chanced]) if chanced else np.zeros(0, dtype=np.int64)
    rates = false_discovery(weight[best], kind[best], decoy_weight, decoy_kind, bench.sets)
    return _spread(weight, kind, best, rates)


def _decoy_hits(bench: Bench, side: Side, chances: Chances) -> tuple[Floats, Ints]:
    """Weight and class of the best row of each unit of some decoys."""
    kind = scoring.q_classes(*scoring.classes(side.hits))
    weight = weights(bench, side, chances).weigh(side.hits).total
    best = best_of_units(side.hits, np.where(kind == 0, -999.0, weight))
    return weight[best], kind[best]


def _spread(weight: Floats, kind: Ints, best: npt.NDArray[np.bool_], rates: Floats) -> Floats:
    """Gives every row the q of the weakest counted row of its class that is no heavier; 1 below them all."""
    q = np.full(weight.shape, np.nan)
    for one in np.unique(kind):
        if one == scoring.CONFLICT * 2:
            continue
        all_of, counted = np.flatnonzero(kind == one), np.flatnonzero(best & (kind == one))
        if not counted.size:
            q[all_of] = 1.0
            continue
        order = np.argsort(weight[counted])
        known, value = weight[counted][order], rates[np.searchsorted(np.flatnonzero(best), counted)][order]
        place = np.searchsorted(known, weight[all_of], side="right") - 1
        q[all_of] = np.where(place >= 0, value[np.maximum(place, 0)], 1.0)
    return q


def mixed(hits: Hits) -> npt.NDArray[np.bool_]:
    """Rows that agree in one strong field and conflict in another (a renewed passport, a wrong birth date)."""
    agrees = (hits.birth == EQUAL) | (hits.doc == EQUAL) | (hits.doc == SLIP)
    conflicts = (hits.birth == DIFFERENT) | (hits.doc == DIFFERENT)
    renamed = (hits.tier == scoring.OTHER) & (hits.birth == EQUAL) & ((hits.doc == EQUAL) | (hits.doc == SLIP))
    either: npt.NDArray[np.bool_] = (agrees & conflicts & (hits.tier < scoring.OTHER)) | renamed
    return either
