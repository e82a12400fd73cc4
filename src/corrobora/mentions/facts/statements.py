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
from corrobora.model.document import Page
from corrobora.model.facts import Span, TradeFact, TradeLine
from corrobora.model.money import Money

_HOLDER = re.compile(
    r"(?:(?i:владелец(?:\s+сч[её]та)?|клиент|наименование\s+клиента|власник\s+рахунку|клієнт|account\s+(?:holder|"
    r"name|owner)|customer|(?:выписка|виписка|statement)[^\n]{0,30}?\s(?:сч[её]ту|рахунку|account)(?:\s+(?:of|for|№\s*\d+))?)|户\s*名|账\s*户\s*名\s*称|客\s*户\s*名\s*称)\s*[:：—–-]?\s*"
)
_HOME = (
    ("RUB", re.compile(r"\b(?:ООО|АО|ПАО|ОАО|ЗАО|ИП)\b")), ("UAH", re.compile(r"\b(?:ТОВ|ПрАТ|ПАТ|"
    r"ФОП)\b")), ("CNY", re.compile(r"公司")),
)  # fmt: skip
_MINUS = re.compile(r"\s*[-−–(]\s*\d")
_STATEMENT = re.compile(r"(?i:выписк|виписк|statement|движени\w+\s+(?:по|денежн)|рух\s+кошт|"
r"account\s+(?:activity|history))|对账单|流水|交易明细")


def read_rows(paper: Paper) -> list[TradeFact]:
    """One payment for each row of a bank statement."""
    found: list[TradeFact] = []
    for page in paper.pages:
        found += _exchanged(page)
    for grid in grids(paper):
        columns = grid.columns
        if _is_signed(paper, grid):
            holder, currency = _holder(paper), _currency(paper, grid)
            found += [f for row in grid.rows if (f := _payment(grid, list(row), holder, currency)) is not None]
            continue
        if not (columns.has("debit") or columns.has("credit")) or not (
            columns.has("counterparty") or columns.has("purpose")
        ):
            continue
        holder = _holder(paper)
        currency = _currency(paper, grid)
        found += [fact for row in grid.rows if (fact := _payment(grid, list(row), holder, currency)) is not None]
    return found


def _is_signed(paper: Paper, grid: Grid) -> bool:
    """Whether a statement tells what came in and what went out by the sign of one column of amounts."""
    columns = grid.columns
    if columns.has("debit") or columns.has("credit") or columns.has("quantity") or columns.has("price"):
        return False
    if not (columns.has("total", "date") and (columns.has("counterparty") or columns.has("purpose"))):
        return False
    sums = [columns.text(list(row), "total") or "" for row in grid.rows]
    return any(_MINUS.match(text) for text in sums) and _STATEMENT.search(paper.pages[0].text[:600]) is not None


def _exchanged(page: Page) -> list[TradeFact]:
    """The payments of a file in the form in which Russian banks and 1C exchange statements (1CClientBankExchange)."""
    if not page.text.lstrip("\ufeff \n").startswith("1CClientBankExchange"):
        return []
    found = []
    for section in re.finditer(r"(?ms)^СекцияДокумент=[^\n]*$.*?^КонецДокумента\s*$", page.text):
        told: dict[str, tuple[str, Span]] = {}
        for line in re.finditer(r"(?m)^([^=\n]+)=([^\n]+)$", section.group()):
            at = section.start() + line.start(2)
            told.setdefault(line.group(1).strip(), (tidy(line.group(2)), span(page, at, at + len(line.group(2)))))
        payer, payee = (told.get(k) or told.get(f"{k}1") for k in ("Плательщик", "Получатель"))
        amount = _sum(told["Сумма"][0], "RUB") if "Сумма" in told else None
        if payer is None or payee is None or amount is None:
            continue
        payer, payee = ((re.sub(r"^ИНН\s*\d+\s*", "", name), place) for name, place in (payer, payee))
        day = next(iter(find_dates(told["Дата"][0])), None) if "Дата" in told else None
        purpose = told.get("НазначениеПлатежа")
        parties = ((payer, "ПлательщикИНН"), (payee, "ПолучательИНН"))
        taxes = ((name, told[key][0]) for (name, _), key in parties if key in told)
        found.append(
            TradeFact(
                kind="payment",
                spans=spans_of(
                    payer[1],
                    payee[1],
                    told["Сумма"][1],
                    told["Дата"][1] if "Дата" in told else None,
                    purpose[1] if purpose else None,
                ),
                number=told["Номер"][0] if "Номер" in told else None,
                date=day.value if day else None,
                supplier=payee[0],
                buyer=payer[0],
                reference=_reference(purpose[0]) if purpose else None,
                lines=(TradeLine(purpose[0], purpose[1], total=amount),) if purpose else (),
                total=amount,
                numbers=tuple(taxes),
            )
        )
    return found


def _holder(paper: Paper) -> str | None:
    for page in paper.pages:
        label = _HOLDER.search(page.text[:1500])
        party = organization_at(paper, page, label.end(), min(len(page.text), label.end() + 120)) if label else None
        if party is not None:
            return party[0]
    return None


def _currency(paper: Paper, grid: Grid) -> str | None:
    told = currency_in(" ".join(grid.columns.headers)) or main_currency(paper)
    holder = _holder(paper) or ""
    # an account in another currency than its holder's country has says so
    return told or next((code for code, form in _HOME if form.search(holder)), None)


def _payment(grid: Grid, row: Row, holder: str | None, currency: str | None) -> TradeFact | None:
    columns = grid.columns
    debit, credit = _sum(columns.text(row, "debit"), currency), _sum(columns.text(row, "credit"), currency)
    if not (columns.has("debit") or columns.has("credit")):
        told = columns.text(row, "total") or ""
        debit, credit = (_sum(told, currency), None) if _MINUS.match(told) else (None, _sum(told, currency))
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
