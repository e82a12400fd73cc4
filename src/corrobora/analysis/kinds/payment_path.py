"""The way of payments to a maker that is under sanctions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corrobora.analysis.arithmetic import number
from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.grading import grade_of, weakest
from corrobora.analysis.parties import Party
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count, day, listing, money
from corrobora.model.dates import days_between, is_day
from corrobora.model.facts import Span
from corrobora.model.findings import Finding, Grade
from corrobora.model.money import Money
from corrobora.model.records import RecordKind, RecordRef

LONGEST = 400
"""Days between money coming in and going on within which it may be the same money."""
STEPS = 5


@dataclass(frozen=True, slots=True)
class Paid:
    """One payment between two parties of the case."""

    payer: Party
    payee: Party
    date: str
    total: Money | None
    spans: tuple[Span, ...] = ()
    rows: tuple[RecordRef, ...] = ()


def analyse(view: CaseView) -> Iterator[Finding]:
    """Chains of payments whose last receiver is a party that a sanctions list names.

    Payment orders, statements and bank rows make the links; each payer must have been paid before it paid on, within
    about a year. Money has no name on it: that the same money went on is not said. Whether the listing came before or
    after the last payment is told with its date.
    """
    targets: dict[str, Finding] = {}
    for finding in view.earlier("sanction"):
        party = view.parties.find(str(finding.body["target"]))
        if party is not None and finding.grade is not Grade.CONTRADICTED:
            targets.setdefault(party.key, finding)
    payments = _payments(view) if targets else []
    for last in payments:
        listing_of = targets.get(last.payee.key)
        if listing_of is not None:
            yield from _finding(view, _back(payments, last), listing_of)


def _payments(view: CaseView) -> list[Paid]:
    found = []
    for fact in view.trades:
        numbers = dict(fact.numbers)
        payee = view.parties.find(fact.supplier, numbers.get(fact.supplier or ""))
        payer = view.parties.find(fact.buyer, numbers.get(fact.buyer or ""))
        if fact.kind == "payment" and payer and payee and payer.key != payee.key and is_day(fact.date):
            found.append(Paid(payer, payee, fact.date or "", fact.total, fact.spans[:2]))
    names = ("payer", "payer_number", "payee", "payee_number")
    ours = [party.numbers for party in view.parties.all() if party.numbers]
    wanted = [known for numbers in ours for known in numbers]
    rows = {(r.dataset, r.row): r for side in (1, 3) for r in view.rows.whose(RecordKind.PAYMENT, names[side], wanted)}
    for row in rows.values():
        payer, payee = (view.parties.find(row.get(names[n]), row.get(names[n + 1])) for n in (0, 2))
        value = number(row.get("amount"))
        if payer and payee and payer.key != payee.key and is_day(row.get("date")):
            total = Money(value, row.get("currency") or "") if value is not None else None
            ref = row.ref("date", "payer", "payee", "amount", "purpose")
            found.append(Paid(payer, payee, row.values["date"], total, (), (ref,)))
    return sorted(found, key=lambda paid: (paid.date, paid.payer.key, paid.payee.key))


def _back(payments: list[Paid], last: Paid) -> list[Paid]:
    """The payments that led up to one: whoever paid its payer last before it, and so on."""
    path = [last]
    while len(path) < STEPS:
        first, seen = path[0], {known.payee.key for known in path}
        before = [
            paid for paid in payments
            if paid.payee.key == first.payer.key and paid.payer.key not in seen
            and 0 <= (days_between(paid.date, first.date) or 0) <= LONGEST and paid.date <= first.date
        ]  # fmt: skip
        if not before:
            break
        path.insert(0, before[-1])
    return path


def _finding(view: CaseView, path: list[Paid], sanction: Finding) -> list[Finding]:
    last, since = path[-1], sanction.body.get("since")
    links = [
        {"from": p.payer.label, "to": p.payee.label, "date": p.date,
         "what": f"payment of {money(p.total.contract())}" if p.total is not None else "payment"}
        for p in path
    ]  # fmt: skip
    before = last.date < str(since) if since else None
    body = {"sort": "payment_path", "links": links, "target": last.payee.label, "sanction": sanction.id,
            "before_listing": before}  # fmt: skip
    through = listing(paid.payee.label for paid in path[:-1])
    clause = f"{path[0].payer.label} paid {f'{through}, which paid ' if through else ''}{last.payee.label}"
    clause += f" ({count(len(path), 'payment')}, the last on {day(last.date)})"
    if since:
        when, authority = "before" if before else "after", sanction.body.get("authority") or "an authority"
        clause += f", {when} {authority} listed it on {day(since)}"
    spans = tuple(span for paid in path for span in paid.spans)
    rows = (*(row for paid in path for row in paid.rows), *sanction.rows[:1])
    links_known = [
        grade_of(view.sources_behind((s.document for s in p.spans), (r.dataset for r in p.rows))) for p in path
    ]
    basis = Basis(spans, rows, weakest((*links_known, sanction.grade)), strength=float(len(path)))
    key = ("payments", last.payee.key, last.date, path[0].payer.key)
    return conclude(view, "chain", key, clause, body, basis)


ANALYSIS = Analysis("payment_path", "Payments to a party under sanctions", ("chain",), analyse)
