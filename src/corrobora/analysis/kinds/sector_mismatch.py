"""Companies that trade what their registered activity has nothing to do with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from corrobora.analysis.activities import families_of, fits_technical, is_technical
from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.parties import Party
from corrobora.analysis.rows import Row
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import short
from corrobora.model.facts import Span, TradeLine
from corrobora.model.findings import Finding, Grade


@dataclass(slots=True)
class Trade:
    """What one party bought or sold, in the papers."""

    party: Party
    goods: dict[str, None] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)


def analyse(view: CaseView) -> Iterator[Finding]:
    """Companies that deal in machines, aircraft, electronics or arms while registered for food, catering and the like.

    The main activity and every further one of the company register are looked at: one that fits (making or trading
    machines, unspecialised wholesale) ends the matter. It is a question to ask, not an offence: registers list what
    a firm told them, and firms change their trade.
    """
    for trade in _trades(view).values():
        entry = view.register.of(trade.party)
        rows = [row for row in entry.rows if row.get("activity_code") or row.get("activity")]
        if rows and trade.goods and _misfits(rows):
            yield from _finding(view, trade, rows[0])


def _trades(view: CaseView) -> dict[str, Trade]:
    trades: dict[str, Trade] = {}
    for fact in view.trades:
        lines = [line for line in fact.lines if is_technical(line.description) or _is_technical_deal(view, line)]
        numbers = dict(fact.numbers)
        for name in (fact.supplier, fact.buyer):
            party = view.parties.find(name, numbers.get(name or ""))
            if party is None or not lines:
                continue
            trade = trades.setdefault(party.key, Trade(party))
            trade.goods.update(dict.fromkeys(line.description for line in lines))
            trade.spans += [*fact.spans[:1], *(line.span for line in lines[:2])]
    return trades


def _is_technical_deal(view: CaseView, line: TradeLine) -> bool:
    """Whether another paper or row of the supply chain says what a bare model designation is."""
    for finding in view.earlier("supply"):
        goods = [str(text) for text in finding.body["goods"]]
        if not any(text in line.description for text in goods):
            continue
        if any(is_technical(text) for text in goods):
            return True
        described = (dict(row.fields).get("description", "") for row in finding.rows)
        if any(is_technical(text) for text in described):
            return True
    return False


def _misfits(rows: Iterable[Row]) -> bool:
    mains = [(row.get("activity_code"), row.get("activity")) for row in rows]
    if not any(families_of(code, words) for code, words in mains):
        return False
    extras = [
        extra for row in rows for extra in re.split(r"[;,\n|]+", row.get("extra_activities") or "") if extra.strip()
    ]
    # one further activity about machines or unspecialised trade is enough to make the trade a registered one
    known = [*mains, *((extra.strip(), extra) for extra in extras)]
    return not any(fits_technical(code, words) for code, words in known)


def _finding(view: CaseView, trade: Trade, row: Row) -> list[Finding]:
    code, words = row.get("activity_code"), row.get("activity")
    activity = [text for text in (code, words) if text]
    goods = list(trade.goods)
    body = {
        "company": trade.party.label,
        "registered_activity": activity,
        "goods": goods,
        "number": next(iter(trade.party.numbers), None),
    }
    clause = f"{trade.party.label}, registered for {' '.join(activity)}, dealt in {short([g[:60] for g in goods], 3)}"
    rows = (row.ref("name", "inn", "edrpou", "uscc", "activity_code", "activity"),)
    # papers tell the trade, the register the activity: each says its own half alone
    basis = Basis(tuple(trade.spans), rows, Grade.PROBABLE, strength=float(len(goods)))
    return conclude(view, "sector_mismatch", (trade.party.key,), clause, body, basis)


ANALYSIS = Analysis("sector_mismatch", "Trade that does not fit the registered activity", ("sector_mismatch",), analyse)
