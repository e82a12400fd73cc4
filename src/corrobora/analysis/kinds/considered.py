"""Considered against ordered: what changed from one version of a contract to the next."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from corrobora.analysis.arithmetic import number, plain
from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.deals import goods_keys
from corrobora.analysis.suspicions import is_recognised
from corrobora.analysis.terms import RANK, group_contracts, number_key
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import short
from corrobora.model.dates import days_between
from corrobora.model.facts import ContractFact, ContractItem
from corrobora.model.findings import Finding
from corrobora.model.identifiers import hash_id


def analyse(view: CaseView) -> Iterator[Finding]:
    """What was considered and what was ordered: quantities that changed from one version of a contract to the next.

    Drafts are put in the order of their number or date, the signed text last. Lines are compared where both versions
    name the same goods; a line that only one of them holds counts as added or dropped where at least one other line
    is the same. Versions read from pictures are left out, for a figure may be misread. Why it changed is not said.
    """
    for facts in group_contracts(view.facts_of(ContractFact)):
        texts = [fact for fact in facts if fact.items and fact.spans and fact.status in ("draft", "signed")]
        texts = [fact for fact in texts if not is_recognised(view, fact.spans[0].document)]
        ordered = sorted(texts, key=_place)
        for first, second in zip(ordered, ordered[1:], strict=False):
            # two drafts of which none says which came first have no order
            if _place(first) != _place(second):
                yield from _finding(view, first, second)


def _place(fact: ContractFact) -> tuple[int, int, str]:
    return RANK.get(fact.status, 0), fact.version or 0, fact.version_date or fact.signed or ""


def _finding(view: CaseView, first: ContractFact, second: ContractFact) -> list[Finding]:
    pairs = _pairs(first, second)
    changes = [change for change in map(_change, pairs) if change is not None]
    if not changes or not any(one is not None and other is not None for one, other in pairs):
        return []
    name = second.number or first.number or second.codename or first.codename
    days = days_between(first.version_date or "", second.version_date or second.signed or "")
    body = {
        "first": hash_id("contract text", first.spans[0].document),
        "second": hash_id("contract text", second.spans[0].document),
        "days": days,
        "first_what": _title(first),
        "second_what": _title(second),
        "contract": name,
        "changes": [{"item": item, "first": was, "second": now} for item, was, now in changes],
    }
    words = short([_words(change) for change in changes], 3)
    clause = f"between {_title(first)} and {_title(second)} of contract {name} the order changed: {words}"
    items = [item.span for pair in pairs if _change(pair) is not None for item in pair if item is not None]
    spans = (first.spans[0], second.spans[0], *items)
    key = (number_key(name), first.spans[0].document, second.spans[0].document)
    return conclude(view, "sequence", key, clause, body, Basis(spans, strength=float(len(changes))))


def _pairs(first: ContractFact, second: ContractFact) -> list[tuple[ContractItem | None, ContractItem | None]]:
    rest = list(second.items)
    pairs: list[tuple[ContractItem | None, ContractItem | None]] = []
    for item in first.items:
        same = next((other for other in rest if _is_same(item, other)), None)
        if same is not None:
            rest.remove(same)
        pairs.append((item, same))
    return [*pairs, *((None, item) for item in rest)]


def _is_same(one: ContractItem, other: ContractItem) -> bool:
    left, right = goods_keys(one.description), goods_keys(other.description)
    return bool(left) and left == right


def _change(pair: tuple[ContractItem | None, ContractItem | None]) -> tuple[str, str | None, str | None] | None:
    was, now = (number(item.quantity) if item is not None else Decimal(0) for item in pair)
    item = pair[0] or pair[1]
    if item is None or was is None or now is None or was == now:
        return None
    return item.description.strip(), plain(was), plain(now)


def _title(fact: ContractFact) -> str:
    if fact.status == "signed":
        return "the signed text"
    return f"draft {fact.version}" if fact.version else f"the draft of {fact.version_date or 'an unknown date'}"


def _words(change: tuple[str, str | None, str | None]) -> str:
    item, was, now = change
    if now == "0":
        return f"{item[:60]} was dropped"
    return f"{item[:60]} was added ({now})" if was == "0" else f"{item[:60]} from {was} to {now}"


ANALYSIS = Analysis("considered", "What was considered and what was ordered", ("sequence",), analyse)
