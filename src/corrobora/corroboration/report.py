"""From arrays to matches: which candidate rows are worth showing, and what is said of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from corrobora import names
from corrobora.corroboration.bench import Bench
from corrobora.corroboration.chance import GRADES
from corrobora.corroboration.days import EDGE, EITHER, IN, INSIDE, OUT
from corrobora.corroboration.inquiry import Verdicts
from corrobora.corroboration.judging import Said, judged
from corrobora.corroboration.outcomes import EQUAL
from corrobora.corroboration.scoring import CONFLICT, INITIAL, OTHER, TIERS, units
from corrobora.corroboration.wording import Outcome, agreements, terms
from corrobora.model.match import Match, Search
from corrobora.model.records import Dataset, RecordRef

CONFLICTS_SHOWN, LEADS_SHOWN = 6, 4
"""How many namesakes and how many weak leads are shown of one person in one set; the rest is counted in the search."""

LISTED_SHOWN = 2
"""The same for people known from a list only, who are many."""

TOLD = ("date", "number", "from", "to")
"""Properties that a match tells in their normal form; `SHOWN`: those it shows as they stand in the row."""

SHOWN = (
    "name",
    "birth_date",
    "document",
    "nationality",
    "date",
    "number",
    "from",
    "to",
    "direction",
    "point",
    "booking",
)


@dataclass(frozen=True, slots=True)
class Context:
    """What the report of one set needs besides the verdicts.

    Attributes:
        persons: ids of the subjects, in their order.
        own: (person, row) that made the person, never a match of theirs.
        decided: what people decided.
        raw_rows: gives rows of the prepared table by number.
    """

    dataset: Dataset
    source: str
    persons: tuple[str, ...]
    own: frozenset[tuple[str, int]]
    decided: Said
    raw_rows: Callable[[Sequence[int]], dict[int, dict[str, Any]]]


def matches_of(bench: Bench, verdict: Verdicts, context: Context) -> list[Match]:
    """The matches of one set, the strongest of each person first."""
    places = [int(i) for i in _worth_showing(bench, verdict) if not _is_own(verdict, int(i), context)]
    rows = context.raw_rows([int(verdict.hits.row[i]) for i in places])
    total = verdict.bits.total
    made = [_match(bench, verdict, context, (i, float(total[i])), rows[int(verdict.hits.row[i])]) for i in places]
    return judged(made, context.decided)


def _is_own(verdict: Verdicts, index: int, context: Context) -> bool:
    return (context.persons[int(verdict.hits.owner[index])], int(verdict.hits.row[index])) in context.own


def _worth_showing(bench: Bench, verdict: Verdicts) -> npt.NDArray[np.int64]:
    """All that is at least possible; of namesakes and leads only those in the days looked at, a few of each person."""
    hits = verdict.hits
    stated = verdict.grade <= 2
    near = hits.level >= EDGE
    strong = (hits.doc == EQUAL) & (hits.own_tier == OTHER)
    conflict = (verdict.number == CONFLICT) & ~stated & (strong | (near & (hits.tier < INITIAL)))
    lead = (verdict.number != CONFLICT) & ~stated & near & (verdict.posterior >= 0.01)
    keep = stated | (bench.swayed != 0)
    if (bench.swayed > 0).any():
        # Whom a judgement overrules stays in sight.
        unit = units(hits)
        keep |= np.isin(unit, unit[bench.swayed > 0]) & near & (verdict.number != CONFLICT) & (hits.tier < INITIAL)
    travels = np.array([any(window.visit for window in one.windows) for one in bench.subjects], dtype=bool)
    for mask, most in ((conflict, CONFLICTS_SHOWN), (lead, LEADS_SHOWN)):
        shown = np.where(travels, most, LISTED_SHOWN)
        keep[_first_of_each(hits.owner, verdict.bits.name + verdict.bits.event, mask, shown)] = True
    order = np.lexsort((hits.row, -verdict.bits.total, verdict.grade, hits.owner))
    kept: npt.NDArray[np.int64] = order[keep[order]]
    return kept


def _first_of_each(
    owner: npt.NDArray[np.int64],
    weight: npt.NDArray[np.float64],
    mask: npt.NDArray[np.bool_],
    most: npt.NDArray[np.int64],
) -> npt.NDArray[np.int64]:
    chosen = np.flatnonzero(mask)
    order = chosen[np.lexsort((chosen, -weight[chosen], owner[chosen]))]
    if not order.size:
        return order
    starts = np.searchsorted(owner[order], owner[order])
    return order[np.arange(order.size) - starts < most[owner[order]]]


def _match(
    bench: Bench, verdict: Verdicts, context: Context, place: tuple[int, float], row: dict[str, Any]
) -> Match:
    hits, bits = verdict.hits, verdict.bits
    index, weight = place
    share, hidden = names.written_so(str(row.get("name_raw") or row.get("name") or ""))
    owner, tier = int(hits.owner[index]), int(hits.tier[index])
    outcome = Outcome(
        tier=tier,
        birth=int(hits.birth[index]),
        doc=int(hits.doc[index]),
        own_tier=int(hits.own_tier[index]),
        own_birth=int(hits.own_birth[index]),
        own_doc=int(hits.own_doc[index]),
        level=int(hits.level[index]),
        leg=_leg(bench, verdict, index),
        visit=_visit(bench, verdict, index) is not None,
        compatible=float(bench.real.rate[owner, min(tier, INITIAL)].sum()),
        bits=(float(bits.name[index]), float(bits.birth[index]), float(bits.doc[index]), float(bits.event[index])),
        share=share,
        hidden=hidden,
    )
    raw = {name: str(row[f"{name}_raw"]) for name in SHOWN if row.get(f"{name}_raw") is not None}
    agrees, disagrees = agreements(outcome, frozenset(raw))
    q = None if verdict.number[index] == CONFLICT or np.isnan(verdict.q[index]) else float(verdict.q[index])
    chance = float(verdict.expected[index])
    fields = tuple((name, raw[name]) for name in (*agrees, *disagrees))
    return Match(
        person=context.persons[owner],
        visit=_visit(bench, verdict, index),
        record=RecordRef(context.source, context.dataset.path, int(hits.row[index]), fields, chance, q),
        leg=outcome.leg,
        tier=TIERS[tier] if tier < OTHER else "other",
        evidence_class=int(verdict.number[index]),
        weight=round(weight, 3),
        terms=terms(outcome),
        agrees=agrees,
        disagrees=disagrees,
        expected_by_chance=chance,
        q=q,
        posterior=float(verdict.posterior[index]),
        tried=len(context.persons),
        grade=GRADES[int(verdict.grade[index])],
        date=row.get("date"),
        number=row.get("number"),
        departure=row.get("from"),
        arrival=row.get("to"),
    )


def _visit(bench: Bench, verdict: Verdicts, index: int) -> str | None:
    window = int(verdict.hits.window[index])
    if window < 0 or verdict.hits.level[index] == 0:
        return None
    return bench.subjects[int(verdict.hits.owner[index])].windows[window].visit


def _leg(bench: Bench, verdict: Verdicts, index: int) -> str:
    if not bench.subjects[int(verdict.hits.owner[index])].windows:
        return ""
    if verdict.hits.level[index] == 0:
        return "outside"
    known = {IN: "in", OUT: "out", EITHER: "inside"}
    return known.get(int(verdict.hits.direction[index]), "inside") if verdict.hits.level[index] > INSIDE else "inside"


def searches_of(bench: Bench, verdict: Verdicts, context: Context, found: Sequence[Match]) -> list[Search]:
    """For every person, that they were looked for in this set and what came of it."""
    asserted: dict[str, int] = {}
    for match in found:
        if match.grade in ("confirmed", "probable"):
            asserted[match.person] = asserted.get(match.person, 0) + 1
    wanted = bench.crowd.compatible[: len(context.persons)].sum(axis=(1, 2))
    return [
        Search(
            person=person,
            dataset=context.dataset.path,
            rows=context.dataset.rows,
            first=context.dataset.first,
            last=context.dataset.last,
            candidates=int(wanted[index]),
            asserted=asserted.get(person, 0),
        )
        for index, person in enumerate(context.persons)
    ]
