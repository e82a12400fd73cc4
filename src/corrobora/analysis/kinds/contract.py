"""Contracts: drafts, signed texts and papers that report them, as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corrobora.analysis.arithmetic import (
    CENT,
    Check,
    check_lines,
    check_payments,
    check_shares,
    check_total,
    number,
    plain,
    share_of,
)
from corrobora.analysis.clauses import clauses_of
from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.exchange import Exchanged
from corrobora.analysis.terms import (
    Versions,
    complete_not_before,
    due_day,
    group_contracts,
    number_key,
    share_number,
    term_dates,
    versions_of,
)
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day, listing, money
from corrobora.model.facts import ContractFact, ContractItem, ContractPayment
from corrobora.model.findings import Finding
from corrobora.model.money import Money

VERBS = {"draft": "was drafted", "signed": "was signed", "reported": "is reported"}


def analyse(view: CaseView) -> Iterator[Finding]:
    """Each contract once for each state it is in: as signed, as drafted, or known only from other papers.

    Papers with the same number (or code name) are one contract. Its terms come from the signed text, else from the
    latest draft that fits what later papers report; instalments and delivery terms are turned into dates, and every
    sum is recomputed: quantity times price, lines to total, shares to 100, share times total. The price of one piece
    (total by quantity, where the paper gives none) stands beside the same in a second currency, at the rate the
    papers state, else the reference rate of the day of signature, with that rate, its day and its source. Clauses on
    new units, year of manufacture, currency and bank of payment are quoted as they stand.
    """
    for facts in group_contracts(view.facts_of(ContractFact)):
        versions = versions_of(facts)
        if versions.status == "reported" and not _says_anything(facts):
            continue
        yield from _finding(view, versions)
        drafts = tuple(fact for fact in facts if fact.status == "draft")
        if drafts and versions.status != "draft":
            yield from _finding(view, versions_of(drafts))


def _says_anything(facts: tuple[ContractFact, ...]) -> bool:
    """Whether papers tell more of a contract than a number: a bare number may be any paper's."""
    return any(fact.signed or fact.total or fact.codename or len(fact.parties) > 1 or fact.items for fact in facts)


def _finding(view: CaseView, versions: Versions) -> list[Finding]:
    name = number_key(versions.number) or versions.codename
    prices = _prices(view, versions)
    text = versions.text
    clauses = tuple(clauses_of(view, text.spans[0].document)) if text is not None and text.spans else ()
    body = _body(versions, prices)
    body["clauses"] = [
        {"sort": known.sort, "document": known.span.document, "page": known.span.page, "quote": known.span.quote}
        for known in clauses
    ]
    rates = tuple(price.second.span for price in prices if price.second is not None and price.second.span is not None)
    spans = (*versions.spans[:24], *rates, *(known.span for known in clauses))
    basis = Basis(spans, strength=float(len(versions.facts)), limit=32)
    return conclude(view, "contract", (name, versions.status), _clause(versions, body), body, basis)


def _clause(versions: Versions, body: dict[str, object]) -> str:
    name = f"contract {versions.number}" if versions.number else f"the contract code-named {versions.codename}"
    clause = f"{name} {VERBS[versions.status]}"
    if versions.status != "draft" and versions.signed:
        clause += (" on " if versions.status == "signed" else " as signed on ") + day(versions.signed)
    if versions.total is not None:
        clause += f" for {money(versions.total.contract())}"
    parties = body["parties"]
    if isinstance(parties, list) and parties:
        clause += f" between {listing(parties[:2])}"
    return clause


def _body(versions: Versions, prices: Sequence[Price]) -> dict[str, object]:
    text, total = versions.text, versions.total
    items = text.items if text is not None else ()
    parties = {party: None for fact in versions.facts for party in fact.parties}
    if text is not None and text.parties:
        parties = dict.fromkeys(text.parties)
    return {
        "number": versions.number,
        "codename": versions.codename,
        "parties": list(parties),
        "status": versions.status,
        "signed": None if versions.status == "draft" else versions.signed,
        "total": total.contract() if total is not None else None,
        "items": [_item(item, price) for item, price in zip(items, prices, strict=True)],
        "payments": [_payment(payment, total) for payment in (text.payments if text is not None else ())],
        "deliveries": _deliveries(versions),
        "complete_not_before": complete_not_before(text.deliveries, versions) if text is not None else None,
        "arithmetic": [check.contract() for check in _checks(text)],
        "subject": next((fact.subject for fact in versions.facts if fact.subject), None),
        "versions": [
            {
                "status": fact.status, "version": fact.version, "date": fact.version_date or fact.signed,
                "total": fact.total.contract() if fact.total is not None else None,
                "document": fact.spans[0].document if fact.spans else None,
            }
            for fact in versions.facts
        ],
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Price:
    """What one piece of an item costs: as stated, else its total by its quantity, and the same in a second currency."""

    money: Money | None
    stated: bool
    second: Exchanged | None


def _prices(view: CaseView, versions: Versions) -> list[Price]:
    text = versions.text
    if text is None:
        return []
    day = versions.signed or text.version_date
    documents = tuple(dict.fromkeys(span.document for span in versions.spans))
    prices: list[Price] = []
    for item in text.items:
        money = item.unit_price or _computed(item, text)
        second = view.exchange.second(money, day, documents) if money is not None else None
        prices.append(Price(money, item.unit_price is not None, second))
    return prices


def _computed(item: ContractItem, text: ContractFact) -> Money | None:
    total = item.total or (text.total if len(text.items) == 1 else None)
    quantity = number(item.quantity)
    if total is None or not quantity:
        return None
    return Money((total.amount / quantity).quantize(CENT), total.currency)


def _item(item: ContractItem, price: Price) -> dict[str, object]:
    body: dict[str, object] = {
        "description": item.description,
        "quantity": _whole(item.quantity),
        "unit_price": price.money.contract() if price.money is not None else None,
    }
    if price.money is not None and not price.stated:
        body["unit_price_is"] = "total / quantity"
    if price.second is not None:
        body["unit_price_in"] = price.second.contract()
    return body


def _whole(quantity: str | None) -> int | str | None:
    value = number(quantity)
    if value is None:
        return quantity
    return int(value) if value == int(value) else plain(value)


def _payment(payment: ContractPayment, total: Money | None) -> dict[str, object]:
    share, amount = number(payment.share), payment.amount
    if amount is None and share is not None and total is not None:
        amount = share_of(total, share)
    return {
        "share": share_number(payment.share),
        "amount": amount.contract() if amount is not None else None,
        "due": due_day(payment),
    }


def _deliveries(versions: Versions) -> list[dict[str, object]]:
    terms = versions.text.deliveries if versions.text is not None else ()
    rows: list[dict[str, object]] = []
    for term in terms:
        earliest, latest = term_dates(term, versions)
        if term.complete and latest is None:
            continue
        if earliest is not None or latest is not None:
            rows.append({"item": term.item, "earliest": earliest, "latest": latest})
    return rows


def _checks(text: ContractFact | None) -> list[Check]:
    if text is None:
        return []
    sums = check_total(text.items, text.total)
    lines = check_lines(text.items)
    return lines + sums + check_shares(text.payments) + check_payments(text.payments, text.total)


ANALYSIS = Analysis("contract", "Contracts, their terms and their sums", ("contract",), analyse)
