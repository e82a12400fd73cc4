"""Supply: goods from supplier through intermediaries to the receiver, out of papers and customs rows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from corrobora.analysis.arithmetic import number, plain
from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.customs import Declaration, declarations_of, with_customs
from corrobora.analysis.deals import Deal, chains_of, deals_of, goods_keys
from corrobora.analysis.parties import Party
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day, listing, money, short
from corrobora.model.facts import ContractFact
from corrobora.model.findings import Finding
from corrobora.model.mention import MentionType
from corrobora.model.money import Money


def analyse(view: CaseView) -> Iterator[Finding]:
    """Chains of supply: invoices, orders, payments, deliveries and customs rows joined by number, parties and goods.

    What one party bought and sold on within about a year is one chain; the buyer is an intermediary where a paper
    names an end user behind it. Quantity, value and date are those of the first deal. A customs row alone makes a
    chain only where it runs between parties of one contract, or carries goods that the papers name out of a
    contract party's hands.
    """
    declarations = declarations_of(view)
    deals = with_customs(deals_of(view.trades, view.parties), declarations)
    used = {(ref.dataset, ref.row) for deal in deals for ref in deal.rows}
    for chain in chains_of(deals):
        yield from _from_papers(view, chain)
    rest = [d for d in declarations if (d.row.dataset, d.row.row) not in used]
    for declaration in rest:
        if _is_of_contract(view, declaration):
            yield from _from_customs(view, declaration)


def _from_papers(view: CaseView, chain: tuple[Deal, ...]) -> list[Finding]:
    first, last = chain[0], chain[-1]
    users = [deal.end_user for deal in chain if deal.end_user is not None and deal.end_user.key != last.buyer.key]
    receiver = users[-1] if users else last.buyer
    between = [deal.buyer for deal in chain if deal.buyer.key != receiver.key]
    goods = list(dict.fromkeys(line.description.strip(" |-–—;:") for deal in chain for line in deal.lines))
    quantity, total = first.quantity, first.total
    body = {
        "supplier": first.supplier.label,
        "intermediaries": [party.label for party in between],
        "receiver": receiver.label,
        "goods": goods,
        "quantity": _json(quantity),
        "value": total.contract() if total is not None else None,
        "date": first.date,
        "deals": [
            {
                "supplier": deal.supplier.label, "buyer": deal.buyer.label, "date": deal.date,
                "value": deal.total.contract() if deal.total is not None else None,
                "papers": [
                    {"kind": f.kind, "number": f.number, "date": f.date} for f in deal.facts
                ],
            }
            for deal in chain
        ],
    }  # fmt: skip
    spans = tuple(span for deal in chain for span in deal.spans)
    rows = tuple(row for deal in chain for row in deal.rows)
    clause = _clause(first.supplier, between, receiver, _goods(goods, quantity), total, first.date)
    key = (first.supplier.key, receiver.key, [fact.number for fact in first.facts[:1]], first.date)
    return conclude(
        view, "supply", key, clause, body, Basis(spans, rows, strength=float(len(chain) + len(rows)), limit=20)
    )


def _is_of_contract(view: CaseView, declaration: Declaration) -> bool:
    parties = [
        {party.key for name in fact.parties if (party := view.parties.find(name)) is not None}
        for fact in view.facts_of(ContractFact)
    ]
    sender, receiver = declaration.sender, declaration.receiver
    if sender is not None and receiver is not None:
        return any({sender.key, receiver.key} <= known for known in parties)
    if sender is None or not any(sender.key in known for known in parties):
        return False
    carried = {key for key in goods_keys(declaration.row.get("description") or "") if any(c.isdigit() for c in key)}
    return any(model.startswith(key) for key in carried for model in _models(view))


def _models(view: CaseView) -> frozenset[str]:
    """Models that the papers name."""
    named = (m for m in view.mentions if m.type is MentionType.MODEL)
    return frozenset(key for mention in named for key in goods_keys(mention.text) if any(c.isdigit() for c in key))


def _from_customs(view: CaseView, declaration: Declaration) -> list[Finding]:
    row = declaration.row
    sender = declaration.sender.label if declaration.sender is not None else row.raw.get("sender") or ""
    receiver = declaration.receiver.label if declaration.receiver is not None else row.raw.get("receiver") or ""
    if not sender or not receiver:
        return []
    value = number(row.get("value"))
    total = Money(value, row.get("currency") or "") if value is not None else None
    quantity, goods = number(row.get("quantity")), row.raw.get("description") or ""
    body = {
        "supplier": sender, "intermediaries": [], "receiver": receiver, "goods": [goods], "quantity": _json(quantity),
        "value": total.contract() if total is not None else None, "date": row.get("date"), "deals": [],
    }  # fmt: skip
    clause = _clause(Party("", sender), [], Party("", receiver), _goods([goods], quantity), total, row.get("date"))
    key = ("customs", row.dataset, row.row)
    # the papers show that the parties deal with each other; this delivery stands in the customs row alone
    return conclude(view, "supply", key, clause, body, Basis(rows=(declaration.ref,), strength=1.0))


def _clause(
    supplier: Party, between: list[Party], receiver: Party, goods: str, total: Money | None, date: str | None
) -> str:
    clause = f"{supplier.label} supplied {goods} to {receiver.label}"
    if between:
        clause += f" through {listing(party.label for party in between)}"
    if total is not None:
        clause += f" for {money(total.contract())}"
    return clause + (f" ({day(date)})" if date else "")


def _goods(goods: list[str], quantity: Decimal | None) -> str:
    named = short([text[:60] for text in goods], 3) or "goods"
    return f"{plain(quantity)} {'piece' if quantity == 1 else 'pieces'} ({named})" if quantity is not None else named


def _json(quantity: Decimal | None) -> int | str | None:
    if quantity is None:
        return None
    return int(quantity) if quantity == int(quantity) else plain(quantity)


ANALYSIS = Analysis("supply", "Chains of supply", ("supply",), analyse)
