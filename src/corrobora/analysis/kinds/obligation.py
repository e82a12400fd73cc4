"""Obligations of contracts: what was due when, and what fulfilled it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from corrobora.analysis.arithmetic import number, share_of
from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.evidence import page_ref
from corrobora.analysis.terms import Versions, due_day, group_contracts, term_dates, versions_of
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day, money
from corrobora.model.contract import document_json
from corrobora.model.dates import days_between
from corrobora.model.facts import ContractFact, ContractPayment, Span, TradeFact
from corrobora.model.findings import Finding
from corrobora.model.money import Money


def analyse(view: CaseView) -> Iterator[Finding]:
    """Instalments and deliveries of signed contracts with their last day, and the payment that fulfilled an instalment.

    A payment fulfils an instalment where the papers of payment name the contract's customer or its number and the same
    amount. Where nothing is found, nothing is claimed: the paper may not be part of the leak.
    """
    for facts in group_contracts(view.facts_of(ContractFact)):
        versions = versions_of(facts)
        if versions.status == "signed" and versions.text is not None:
            yield from _payments(view, versions, versions.text)
            yield from _deliveries(view, versions, versions.text)


def _payments(view: CaseView, versions: Versions, text: ContractFact) -> Iterator[Finding]:
    customer = text.parties[1] if len(text.parties) > 1 else None
    for place, payment in enumerate(text.payments):
        amount, due = _amount(payment, versions.total), due_day(payment)
        if due is None:
            continue
        paid = _paid(view, amount) if amount is not None else None
        what = (
            f"payment of {money(amount.contract()) if amount is not None else 'an instalment'} under {versions.number}"
        )
        yield from _finding(view, (versions.number, "payment", place), (customer, what, due), payment.span, paid)


def _deliveries(view: CaseView, versions: Versions, text: ContractFact) -> Iterator[Finding]:
    supplier = text.parties[0] if text.parties else None
    for place, term in enumerate(text.deliveries):
        _, latest = term_dates(term, versions)
        if latest is not None:
            what = f"delivery of {term.item or 'the goods'} under {versions.number}"
            yield from _finding(view, (versions.number, "delivery", place), (supplier, what, latest), term.span, None)


def _amount(payment: ContractPayment, total: Money | None) -> Money | None:
    share = number(payment.share)
    if payment.amount is not None or share is None or total is None:
        return payment.amount
    return share_of(total, share)


def _paid(view: CaseView, amount: Money) -> TradeFact | None:
    for fact in view.trades:
        if fact.kind != "payment" or fact.total is None or fact.total.currency != amount.currency:
            continue
        if abs(fact.total.amount - amount.amount) <= Decimal(1) and fact.spans:
            return fact
    return None


def _finding(
    view: CaseView, key: tuple[object, ...], terms: tuple[str | None, str, str], span: Span, paid: TradeFact | None
) -> list[Finding]:
    debtor, what, due = terms
    shown = page_ref(view, paid.spans[0]) if paid is not None else None
    late = days_between(due, paid.date) if paid is not None and paid.date else None
    body = {
        "debtor": debtor,
        "what": what,
        "due": due,
        "fulfilled_by": document_json(shown) if shown is not None else None,
        "late_days": max(late, 0) if late is not None else None,
    }
    clause = f"{debtor or 'one party'} owed {what if what.startswith('delivery') else f'a {what}'} by {day(due)}"
    clause += f", and a payment of {day(paid.date)} fits it" if paid is not None and paid.date else ""
    spans = (span, *(paid.spans[:1] if paid is not None else ()))
    return conclude(view, "obligation", key, clause, body, Basis(spans))


ANALYSIS = Analysis("obligation", "What was due, and what fulfilled it", ("obligation",), analyse)
