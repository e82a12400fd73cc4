"""Lines of goods: description, quantity, unit price and sum, from tables and from plain lines checked by arithmetic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from corrobora.mentions.currencies import currency_in, scale_in
from corrobora.mentions.facts.columns import Grid, Row, grids
from corrobora.mentions.facts.paper import Paper, lines, span, tidy
from corrobora.mentions.facts.units import units
from corrobora.mentions.facts.values import money_in
from corrobora.mentions.facts.words.contracts import SUM_ROW
from corrobora.mentions.facts.words.trades import EACH, EACH_AFTER, QUANTITY
from corrobora.mentions.kinds.money import parse_number
from corrobora.model.document import Cell, Page
from corrobora.model.facts import Span
from corrobora.model.money import Money

_NUMBER = re.compile(r"(?<![\w.,/-])\d{1,3}(?:[\u00a0 ]\d{3})+(?:[.,]\d{1,2})?(?![\w])|(?<![\w/-])\d[\d,.]*(?![\w/-])")
_DIGITS = re.compile(r"(?<![\w/-])\d+(?:[.,]\d+)*(?![\w/-])")
# A trade paper without a word of currency is in the money of the country whose taxpayer numbers it states.
_BY_NUMBER = (
    ("RUB", r"\bИНН\b|\bКПП\b|\bБИК\b"),
    ("UAH", r"[ЄЕ]ДРПОУ|\bМФО\b"),
    ("CNY", r"统一社会信用|开户行|借方|贷方"),
)
_ITEM_HEADER = re.compile(
    r"(?i:кол-?\s?во|количеств|кіл-?\s?ть|кількіст|\bqty\b|quantity|цена|ціна|price)|数\s*量|单\s*价"
)


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One line of a table of goods."""

    description: str
    span: Span
    quantity: str | None = None
    unit_price: Money | None = None
    total: Money | None = None


@dataclass(frozen=True, slots=True)
class ItemTable:
    """A table of goods with its stated total, where it has one."""

    lines: tuple[ItemLine, ...]
    total: Money | None = None
    total_span: Span | None = None
    end: int = 0


def item_tables(paper: Paper) -> list[ItemTable]:
    """The tables of goods of a paper: recognised ones, else those that stand as plain lines."""
    currency = main_currency(paper)
    found = [table for grid in grids(paper) if (table := _from_grid(grid, currency)) is not None]
    if found:
        return found
    return [table for page in paper.pages if (table := _from_lines(page, currency)) is not None]


# "6 simulators at USD 120,000 each": a number and goods without a unit of measure
_COUNTED = re.compile(
    r"(?<![\d.,/№:-])(?P<n>\d{1,5})\s+(?P<goods>[^\W\d_][^.;:：\n|,]{2,70}?)\s+(?:(?i:at|по(?:\s+цене)?|по\s+ціні|за\s+ціною)|@)\s+"
)
_NO_GOODS = re.compile(
    r"(?i:дн|сут|недел|месяц|год|лет\b|час|чел|руб|долл|евро|тыс|млн|млрд|процент|раз\b|январ|феврал|март|апрел|ма[йя]\b|июн|июл|август|"
    r"сентябр|октябр|ноябр|декабр|days?\b|weeks?\b|months?\b|years?\b|hours?\b|per\b|percent|persons?\b|people|times\b|USD|EUR|RUB|CNY|"
    r"місяц|тижн|рок|осіб|грн|january|february|march|april|may\b|june|july|august|september|october|november|december)"
)


def _counted(page: Page, unit: Span) -> list[ItemLine]:
    found = []
    for told in _COUNTED.finditer(page.text, unit.start, unit.end):
        near = [m for m in money_in(page, told.end(), min(unit.end, told.end() + 40)) if m[0].start - told.end() <= 4]
        if not near or _NO_GOODS.match(told.group("goods")):
            continue
        place = span(page, told.start(), near[0][0].end)
        found.append(ItemLine(tidy(told.group("goods")), place, told.group("n"), near[0][1], None))
    return found


def prose_items(paper: Paper) -> list[ItemTable]:
    """Goods told in clauses: "станок СТ-40 — 6 шт. по цене 1 200 000 евро за единицу"."""
    found = []
    for page in paper.pages:
        for unit in units(page):
            quantities = list(QUANTITY.finditer(page.text, unit.start, unit.end))
            found += [] if quantities else _counted(page, unit)
            for position, quantity in enumerate(quantities):
                start = quantities[position - 1].end() if position else unit.start
                end = quantities[position + 1].start() if position + 1 < len(quantities) else unit.end
                line = _told(page, quantity, start, end)
                if line is not None:
                    found.append(line)
    return [ItemTable(tuple(found))] if found else []


def _told(page: Page, quantity: re.Match[str], start: int, end: int) -> ItemLine | None:
    """The goods before a quantity with the price each behind it; the sum must be their product where it is stated."""
    sums = money_in(page, quantity.end(), end)
    each = next((m for m in sums if _is_each(page.text, m[0])), None)
    told = re.sub(r"^\s*(?:第\s*\S{1,3}\s*条|\d{1,2}[.)、])[^\n]{0,30}\n", "", page.text[start : quantity.start()])
    name = re.sub(
        r"^\W*(?:\d{1,2}(?:\.\d{1,2})*[.)]\s+)?",
        "",
        tidy(re.split(r"[:：;；。]|[欧美]元|евро|рублей|долл\S*", told)[-1]),
    )
    name = tidy(re.sub(r"^[—–,\s-]+|[—–,\s共计-]+$", "", name))
    if each is None or not re.search(r"[^\W\d_]{2}", name) or len(name) > 120:
        return None
    count = Decimal(re.sub(r"\D", "", quantity.group("q") or quantity.group("g")))
    total = next((money for place, money in sums if place.start > each[0].start), None)
    if total is not None and total.amount != count * each[1].amount:
        total = None
    return ItemLine(
        name,
        span(page, quantity.start() - len(page.text[start : quantity.start()].lstrip()), each[0].end),
        _plain(count),
        each[1],
        total,
    )


def _is_each(text: str, place: Span) -> bool:
    return (
        EACH.search(text[max(0, place.start - 16) : place.start]) is not None
        or EACH_AFTER.match(text, place.end) is not None
    )


def main_currency(paper: Paper) -> str | None:
    """The currency most amounts of a paper are in."""
    counts: dict[str, int] = {}
    for page in paper.pages:
        for _, money in money_in(page):
            counts[money.currency] = counts.get(money.currency, 0) + 1
    if counts:
        return max(counts, key=lambda code: counts[code])
    text = "\n".join(page.text for page in paper.pages)
    return currency_in(text) or next((code for code, pattern in _BY_NUMBER if re.search(pattern, text)), None)


def _from_grid(grid: Grid, currency: str | None) -> ItemTable | None:
    columns = grid.columns
    if (
        not columns.has("description")
        and not columns.has("code")
        or not (columns.has("quantity") or columns.has("price") or columns.has("total"))
    ):
        return None
    if columns.has("debit") or columns.has("credit") or columns.has("share"):
        return None
    found: list[ItemLine] = []
    total, total_span = None, None
    for row in grid.rows:
        cells = list(row)
        first = next((cell for cell in cells if cell is not None and cell.text.strip()), None)
        if first is None:
            continue
        if any(cell is not None and SUM_ROW.match(cell.text.strip()) for cell in cells[:4]):
            last = next((cell for cell in reversed(cells) if cell is not None and re.search(r"\d", cell.text)), None)
            amount = _money(grid, last, "total", currency)
            if amount is not None and total is None:
                total, total_span = amount, grid.span_of(row)
            continue
        line = _line_of(grid, cells, currency)
        if line is not None:
            found.append(line)
    if not found:
        return None
    last_cell = max((cell.end for row in grid.rows for cell in row if cell is not None), default=0)
    return ItemTable(tuple(found), total, total_span, last_cell)


def _line_of(grid: Grid, row: Row, currency: str | None) -> ItemLine | None:
    columns = grid.columns
    names = [columns.text(row, role) for role in ("code", "description")]
    name = " ".join(dict.fromkeys(part for part in names if part))
    quantity = _quantity(columns.cell(row, "quantity"))
    price = _money(grid, columns.cell(row, "price"), "price", currency)
    total = _money(grid, columns.cell(row, "total"), "total", currency)
    if not re.search(r"[^\W\d_]", name) or (quantity is None and price is None and total is None):
        return None
    return ItemLine(name, grid.span_of(row), quantity, price, total)


def _quantity(cell: Cell | None) -> str | None:
    if cell is None:
        return None
    found = _NUMBER.search(tidy(cell.text))
    number = parse_number(found.group()) if found else None
    return _plain(number) if number is not None else None


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _money(grid: Grid, cell: Cell | None, role: str, currency: str | None) -> Money | None:
    if cell is None:
        return None
    own = money_in(grid.page, cell.start, cell.end)
    if own:
        return own[0][1]
    position = grid.columns.at(role)
    header = grid.columns.headers[position] if position is not None else ""
    code = currency_in(header) or currency_in(" ".join(grid.columns.headers)) or currency
    found = _NUMBER.search(tidy(cell.text))
    number = parse_number(found.group()) if found else None
    if number is None or code is None:
        return None
    return Money(number * scale_in(header), code)


def _from_lines(page: Page, currency: str | None) -> ItemTable | None:
    """Rows such as "Комплект аппаратуры 14 576 000 8 064 000" below a header that names quantity or price."""
    rows = list(lines(page))
    start = next(
        (n for n, line in enumerate(rows) if len(_ITEM_HEADER.findall(line.text)) >= 1 and len(line.text) < 160), None
    )
    if start is None:
        return None
    header = " ".join(line.text for line in rows[start : start + 2])
    code = currency_in(header) or currency
    found: list[ItemLine] = []
    total, total_span, end = None, None, 0
    for line in rows[start + 1 : start + 80]:
        if SUM_ROW.match(line.text):
            numbers = list(_splits(_tail(line.text)[1], 1))
            if numbers and code and total is None:
                total, total_span, end = Money(numbers[0][0], code), span(page, line.start, line.end), line.end
            if found:
                break
            continue
        parsed = _parse(line.text, re.search(r"(?i:цена|ціна|price)|单\s*价", header) is not None)
        if parsed is None:
            if found and len(line.text) > 90:
                break
            continue
        name, quantity, price, amount = parsed
        money = [Money(value, code) if code and value is not None else None for value in (price, amount)]
        found.append(ItemLine(name, span(page, line.start, line.end), _plain(quantity), money[0], money[1]))
        end = line.end
    return ItemTable(tuple(found), total, total_span, end) if found else None


def _tail(text: str) -> tuple[str, list[str]]:
    """The words of a line and the digit groups at its end."""
    groups = re.search(
        r"(?P<name>.*?)"
        r"(?P<tail>(?:\s+[\d][\d.,]*\s?(?:шт\.?|pcs|sets?|units?|ед\.?|компл\.?|台|套|件|架|руб\.?|USD|\$)?)+)\s*$",
        " " + text.replace("|", " "),
    )
    if groups is None:
        return text, []
    return groups.group("name").strip(), _DIGITS.findall(groups.group("tail"))


def _parse(text: str, priced: bool) -> tuple[str, Decimal, Decimal | None, Decimal | None] | None:
    """Description, quantity, unit price and sum, where quantity times price gives the sum."""
    name, groups = _tail(text)
    for begin in range(len(groups)):
        for numbers in _splits(groups[begin:], 3):
            quantity, price, amount = numbers
            if quantity > 0 and quantity == int(quantity) and quantity * price == amount and amount >= price > 0:
                kept = " ".join([name, *groups[:begin]]).strip()
                return (_without_index(kept), quantity, price, amount) if re.search(r"[^\W\d_]{2}", kept) else None
    return None if priced else _without_price(name, groups)


def _without_price(name: str, groups: list[str]) -> tuple[str, Decimal, Decimal | None, Decimal | None] | None:
    """Quantity and sum alone; the quantity is the shorter number."""
    for quantity, amount in _splits(groups, 2):
        if 0 < quantity <= amount and quantity == int(quantity) and re.search(r"[^\W\d_]{2}", name):
            return _without_index(name), quantity, None, amount
    return None


def _without_index(text: str) -> str:
    return tidy(re.sub(r"^\d{1,3}[.)]?\s+(?=[^\W\d_])", "", text))


def _splits(groups: list[str], count: int) -> Iterator[list[Decimal]]:
    """Every way to read digit groups as so many numbers: "14 576 000" is 14 and 576000, or 14576000."""
    if count == 1:
        number = _joined(groups)
        if number is not None:
            yield [number]
        return
    for size in range(1, len(groups) - count + 2):
        head = _joined(groups[:size])
        if head is None:
            continue
        for rest in _splits(groups[size:], count - 1):
            yield [head, *rest]


def _joined(groups: list[str]) -> Decimal | None:
    if not groups or any(not re.fullmatch(r"\d{3}(?:[.,]\d{1,2})?", group) for group in groups[1:]):
        return None
    if len(groups) > 1 and (
        len(groups[0]) > 3 or not groups[0].isdigit() or any("," in g or "." in g for g in groups[1:-1])
    ):
        return None
    return parse_number("".join(groups), decimal_comma=True if len(groups) > 1 else None)
