"""Customs declarations that belong to deals of the papers, and those between parties of one contract."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from corrobora.analysis.arithmetic import line_total, number
from corrobora.analysis.deals import Deal, goods_keys
from corrobora.analysis.parties import Party, latin_key, org_key
from corrobora.analysis.registers import rows_named
from corrobora.analysis.rows import Row
from corrobora.analysis.view import CaseView
from corrobora.model.records import RecordKind, RecordRef

CITED = ("number", "date", "sender", "receiver", "receiver_number", "description", "quantity", "value")


@dataclass(frozen=True, slots=True)
class Declaration:
    """A customs row with the parties of the case behind its names."""

    row: Row
    sender: Party | None
    receiver: Party | None

    @property
    def ref(self) -> RecordRef:
        """The reference to the row."""
        return self.row.ref(*CITED)


def declarations_of(view: CaseView) -> list[Declaration]:
    """Rows that name a party of the papers as sender or receiver."""
    parties = view.parties.all()
    numbers = [number for party in parties for number in party.numbers]
    names = [name for party in parties for name in party.names]
    rows: dict[tuple[str, int], Row] = {}
    for column in ("receiver_number", "sender_number"):
        for row in view.rows.whose(RecordKind.SHIPMENT, column, numbers):
            rows[row.dataset, row.row] = row
    for column in ("sender", "receiver"):
        for found in rows_named(view.rows, RecordKind.SHIPMENT, (column,), names).values():
            rows.update({(row.dataset, row.row): row for row in found})
    return [_declaration(view, rows[key]) for key in sorted(rows)]


def with_customs(deals: Iterable[Deal], declarations: list[Declaration]) -> list[Deal]:
    """Deals with the declarations of the same parties and goods, and the same pieces or value."""
    found = []
    for deal in deals:
        mine = [d for d in declarations if _is_between(d, deal) and _agrees(d.row, deal)]
        found.append(replace(deal, rows=deal.rows + tuple(d.ref for d in mine)))
    return found


def _declaration(view: CaseView, row: Row) -> Declaration:
    sides = []
    for side in ("sender", "receiver"):
        name, own = row.raw.get(side) or row.get(side), row.get(f"{side}_number")
        sides.append(view.parties.find(name, own) if view.parties.known(name, own) else None)
    return Declaration(row, sides[0], sides[1])


def _is_between(declaration: Declaration, deal: Deal) -> bool:
    return _is_party(declaration, "sender", deal.supplier) and _is_party(declaration, "receiver", deal.buyer)


def _is_party(declaration: Declaration, side: str, party: Party) -> bool:
    known = declaration.sender if side == "sender" else declaration.receiver
    if known is not None:
        return known.key == party.key
    written = declaration.row.raw.get(side) or ""
    keys = {org_key(name) for name in party.names} | {latin_key(name) for name in party.names}
    return bool(written) and bool({org_key(written), latin_key(written)} & keys)


def _agrees(row: Row, deal: Deal) -> bool:
    goods = goods_keys(row.get("description") or "")
    quantity, value = number(row.get("quantity")), number(row.get("value"))
    for line in deal.lines:
        if not goods & goods_keys(line.description):
            continue
        if quantity is not None and quantity == number(line.quantity):
            return True
        total = line_total(line)
        if value is not None and total is not None and abs(value - total) <= total / Decimal(100):
            return True
    return False
