"""Rows of bank statements: one payment each, with counterparty, sum, purpose and the paper it pays."""

from __future__ import annotations

import re

from corrobora.mentions.currencies import currency_in
from corrobora.mentions.facts.columns import Grid, Row, grids
from corrobora.mentions.facts.item_lines import main_currency
from corrobora.mentions.facts.organizations import organization_at
from corrobora.mentions.facts.paper import Paper, span, spans_of, tidy
from corrobora.mentions.facts.values import clean_number, is_number
from corrobora.mentions.facts.words.trades import REFERENCE
from corrobora.mentions.kinds.dates import find_dates
from corrobora.mentions.kinds.money import parse_number
from corrobora.model.facts import TradeFact, TradeLine
from corrobora.model.money import Money

_HOLDER = re.compile(
    r"(?:(?i:владелец(?:\s+сч[её]та)?|клиент|наименование\s+клиента|власник\s+рахунку|клієнт|account\s+(?:holder|"
    r"name|owner)|customer)|户\s*名|账\s*户\s*名\s*称|客\s*户\s*名\s*称)\s*[:：—–-]?\s*"
)


def read_rows(paper: Paper) -> list[TradeFact]:
    """One payment for each row of a bank statement."""
    found: list[TradeFact] = []
    for grid in grids(paper):
        columns = grid.columns
        if not (columns.has("debit") or columns.has("credit")) or not (
            columns.has("counterparty") or columns.has("purpose")
        ):
            continue
        holder = _holder(paper)
        currency = _currency(paper, grid)
        found += [fact for row in grid.rows if (fact := _payment(grid, list(row), holder, currency)) is not None]
    return found


def _holder(paper: Paper) -> str | None:
    for page in paper.pages:
        label = _HOLDER.search(page.text[:1500])
        party = organization_at(paper, page, label.end(), min(len(page.text), label.end() + 120)) if label else None
        if party is not None:
            return party[0]
    return None


def _currency(paper: Paper, grid: Grid) -> str | None:
    return currency_in(" ".join(grid.columns.headers)) or main_currency(paper)


def _payment(grid: Grid, row: Row, holder: str | None, currency: str | None) -> TradeFact | None:
    columns = grid.columns
    debit, credit = _sum(columns.text(row, "debit"), currency), _sum(columns.text(row, "credit"), currency)
    party, purpose = columns.text(row, "counterparty"), columns.text(row, "purpose")
    amount = debit or credit
    if amount is None or not (party or purpose):
        return None
    date = columns.text(row, "date")
    days = find_dates(date) if date else []
    tax = re.sub(r"\D", "", columns.text(row, "taxno") or "")
    place = grid.span_of(row)
    details = columns.cell(row, "purpose")
    line = (
        TradeLine(purpose, span(grid.page, details.start, details.end) if details else place, total=amount)
        if purpose
        else None
    )
    return TradeFact(
        kind="payment",
        spans=spans_of(place, *(span(grid.page, c.start, c.end) for c in row if c is not None)),
        number=columns.text(row, "number"),
        date=days[0].value if days else None,
        supplier=party if debit else holder,
        buyer=holder if debit else party,
        reference=_reference(purpose or ""),
        lines=(line,) if line else (),
        total=amount,
        numbers=((party, tax),) if party and tax else (),
    )


def _sum(text: str | None, currency: str | None) -> Money | None:
    number = parse_number(re.sub(r"[^\d.,\s-]", "", text), decimal_comma=None) if text else None
    return Money(abs(number), currency) if number and currency else None


def _reference(purpose: str) -> str | None:
    found = REFERENCE.search(purpose)
    if found is None:
        return None
    number = clean_number(found.group("n") or found.group("z") or found.group("y"))
    return tidy(number) if is_number(number) else None
