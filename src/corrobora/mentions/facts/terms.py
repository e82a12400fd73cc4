"""Payment and delivery terms of a contract, clause by clause and from payment tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from corrobora.mentions.currencies import currency_in, scale_in
from corrobora.mentions.facts.columns import Grid, Row
from corrobora.mentions.facts.paper import lines, span, tidy
from corrobora.mentions.facts.units import units
from corrobora.mentions.facts.values import Dated, dates_in, last_day_of, money_in
from corrobora.mentions.facts.words.contracts import (
    ANCHORS,
    COMPLETE,
    DELIVERY,
    DUE,
    DUE_AFTER,
    NOT_AFTER,
    NOT_BEFORE,
    NOT_PAYMENT,
    PAYMENT,
    SHARE,
    WARRANTY,
)
from corrobora.mentions.kinds.dates import find_dates, find_durations
from corrobora.mentions.kinds.money import parse_number
from corrobora.model.dates import add_months, parse_day
from corrobora.model.document import Page
from corrobora.model.facts import ContractPayment, DeliveryTerm, Span
from corrobora.model.money import Money

_ZH = {sign: value for value, sign in enumerate("零一二三四五六七八九十")}
_OF_ITEM = re.compile(
    r"^\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+)?(?i:поставк[аи]|постачання|delivery(?:\s+of)?|"
    r"shipment(?:\s+of)?)\s+(?:(?i:the)\s+)?(?P<item>[^,.;:\n]{3,80}?)\s+(?i:осуществля\w+|производ\w+|выполня\w+|"
    r"должн\w+|завершает\w*|здійсню\w+|має|shall|will|is|to\s+be|are)\b"
)
_NAMED_ITEM = re.compile(
    r"^\s*(?:[—–•*▪●·-]\s*|[一二三四五六七八九十]{1,2}、\s*|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+|"
    r"[a-zа-я]\)\s*)?(?P<item>[^:：\n]{3,120}?)\s*[:：]\s*(?=\S)"
)
_DASHED_ITEM = re.compile(
    r"^\s*(?:[—–•*▪●·-]\s*|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+|[a-zа-я]\)\s*)?(?P<item>[^:：\n]{3,120}?)\s+[—–-]\s*"
    r"(?=(?i:от|до|в|не|за|протягом|від|упродовж|within|from|not|no|up|after|between)\s[^.;\n]{0,24}\d)"
)
# "Delivery: Q2 2022", "Срок поставки — 90 дней с даты подписания": a label stands for the verb.
_LABEL = re.compile(
    r"(?i:^\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+|[—–•*-]\s*)?(?:(?:срок|дата|период|строк|термін)\w*\s+(?:исполнени\w+|виконанн\w+|"
    r"поставк\w+|постачанн\w+|отгрузк\w+|відвантаженн\w+)|(?:time|term|date|period)s?\s+of\s+(?:delivery|shipment)|"
    r"(?:delivery|shipment)(?:\s+(?:date|time|terms?|period))?|поставка|постачання))\s*[:—–-]\s*|"
    r"(?:^|[|\n]|[一二三四五六七八九十]、)\s*(?:交货|交付|发货)(?:期限?|时间|日期)?\s*[:：]\s*"
)
_LONG = re.compile(
    r"\s*(?P<n>\d{1,3})\s*(?:\([^)]{2,40}\)\s*)?(?P<u>(?i:месяц\w*|мес\.|місяц\w*|months?|лет|год\w*|рок\w*|years?)|个?月)"
)
_ZH_WITHIN = re.compile(r"(?P<n>\d{1,3})\s*个?\s*(?:日历)?(?P<u>[日天月])\s*(?:之?\s*内|以\s*内)")
_ITEM_TAIL = re.compile(
    r"(?i:в\s+течение|не\s+ранее|не\s+позднее|протягом|не\s+раніше|не\s+пізніше|within|not\s+(?:earlier|later)|"
    r"no\s+later)|应|在|不早于|不迟于|自"
)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause that holds one instalment."""

    page: Page
    start: int
    end: int


def payments_in(page: Page, signed: str | None) -> list[ContractPayment]:
    """The instalments a page states in its clauses."""
    found: list[ContractPayment] = []
    for unit in units(page):
        if NOT_PAYMENT.search(unit.quote) and not _is_plain_instalment(unit.quote):
            continue
        for clause in _instalments(page, unit):
            payment = _payment(clause, signed)
            if payment is not None:
                found.append(payment)
    return found


def _is_plain_instalment(text: str) -> bool:
    return bool(
        SHARE.search(text)
        and PAYMENT.search(text)
        and not re.search(r"(?i:неустойк|пен[яиейю]\b|штраф|penalt)|违约", text)
    )


def _instalments(page: Page, unit: Span) -> Iterator[_Clause]:
    shares = list(SHARE.finditer(page.text, unit.start, unit.end))
    if len(shares) <= 1:
        yield _Clause(page, unit.start, unit.end)
        return
    bounds = [unit.start]
    for one, other in zip(shares, shares[1:], strict=False):
        between = page.text[one.end() : other.start()]
        cuts = [m.end() for m in re.finditer(r"[,;，；、]|(?<=[а-яa-z])\s(?:и|та|і|and)\s|\n", between)]
        bounds.append(one.end() + (cuts[-1] if cuts else len(between)))
    bounds.append(unit.end)
    for start, end in zip(bounds, bounds[1:], strict=False):
        yield _Clause(page, start, end)


def _payment(clause: _Clause, signed: str | None) -> ContractPayment | None:
    text = clause.page.text[clause.start : clause.end]
    share = share_in(text)
    sums = money_in(clause.page, clause.start, clause.end)
    due = _due(clause, signed)
    if share is None and not (sums and due and PAYMENT.search(text)):
        return None
    if share is not None and not sums and due is None:
        return None
    if DELIVERY.search(text) and not PAYMENT.search(text) and not sums:
        return None
    found = SHARE.search(text) if len(sums) > 1 else None
    if found is not None:
        # "... the price is 100. 30 % of it, that is 30": the sum of an instalment stands behind its share
        sums = [one for one in sums if one[0].start >= clause.start + found.end()] or sums
    return ContractPayment(share, sums[0][1] if sums else None, due, span(clause.page, clause.start, clause.end))


def share_in(text: str) -> str | None:
    """The share in per cent that a clause states ("30 %", "百分之三十"), as a plain number."""
    found = SHARE.search(text)
    if found is None:
        return None
    if signs := found.group("z"):
        return signs if signs.isdigit() else _chinese_number(signs)
    number = parse_number(found.group("n"), decimal_comma=True)
    return None if number is None or number > 100 else format(number.normalize(), "f")


def _chinese_number(signs: str) -> str | None:
    if signs == "百":
        return "100"
    tens, ten, ones = signs.partition("十")
    if not ten:
        return str(_ZH[signs]) if signs in _ZH else None
    return str(_ZH.get(tens, 1) * 10 + _ZH.get(ones, 0))


def _due(clause: _Clause, signed: str | None) -> str | None:
    """The last day of the period that the clause gives for the payment."""
    dates = dates_in(clause.page, clause.start, clause.end)
    told = [d for d in dates if _is_due(clause.page, d, clause.start)]
    chosen = told[0] if told else (dates[0] if len(dates) == 1 and not _is_reference(clause.page, dates[0]) else None)
    if chosen is not None:
        return last_day_of(chosen.value)
    return _relative(clause.page.text[clause.start : clause.end], signed)


def _is_due(page: Page, date: Dated, start: int) -> bool:
    before = page.text[max(start, date.span.start - 24) : date.span.start]
    return DUE.search(before) is not None or DUE_AFTER.match(page.text, date.span.end) is not None


def _is_reference(page: Page, date: Dated) -> bool:
    return (
        re.search(r"(?i:от|від|dated|dd\.?|of)\s*$", page.text[max(0, date.span.start - 8) : date.span.start])
        is not None
    )


def _relative(text: str, signed: str | None) -> str | None:
    """A term that runs from the signature, where the day of signature is known."""
    start = parse_day(signed) if signed else None
    anchor = next((name for name, pattern in ANCHORS if pattern.search(text)), "")
    if start is None or anchor != "signature":
        return None
    term = next(iter(find_durations(text)), None)
    if term is None:
        found = _ZH_WITHIN.search(text)
        if found is None:
            return None
        count = int(found.group("n"))
        return (
            add_months(start, count).isoformat()
            if found.group("u") == "月"
            else (start + timedelta(days=count)).isoformat()
        )
    if term.months is not None:
        return add_months(start, term.months).isoformat()
    days = {"day": 1, "week": 7}.get(term.unit)
    return (start + timedelta(days=days * term.high)).isoformat() if days else None


def payment_rows(grid: Grid, currency: str | None, signed: str | None) -> list[ContractPayment]:
    """The instalments of a payment table (share, amount, date)."""
    columns = grid.columns
    dated = columns.has("due") or columns.has("date") or columns.has("stage")
    if (
        not dated
        or not (columns.has("share") or columns.has("total"))
        or columns.has("quantity")
        or columns.has("debit")
        or columns.has("owner")
    ):
        return []
    found = []
    for row in grid.rows:
        cells = list(row)
        if any(
            c is not None and re.match(r"(?i:\s*(?:итого|всего|разом|усього|total))|\s*(?:合|总)\s*计", c.text)
            for c in cells
        ):
            continue
        payment = _payment_row(grid, cells, currency, signed)
        if payment is not None:
            found.append(payment)
    return found


def _payment_row(grid: Grid, row: Row, currency: str | None, signed: str | None) -> ContractPayment | None:
    columns = grid.columns
    share, amount, due = (
        columns.cell(row, "share"),
        columns.cell(row, "total"),
        columns.cell(row, "due") or columns.cell(row, "date"),
    )
    text = tidy(due.text) if due is not None else ""
    dates = find_dates(text)
    day = last_day_of(dates[0].value) if dates else _relative(" ".join(c.text for c in row if c is not None), signed)
    percent = (
        share_in(share.text if "%" in share.text or "％" in share.text else share.text + " %")
        if share is not None
        else None
    )
    money = None
    if amount is not None:
        own = money_in(grid.page, amount.start, amount.end)
        position = columns.at("total")
        header = columns.headers[position] if position is not None else ""
        code = currency_in(header) or currency
        number = parse_number(re.sub(r"[^\d.,\s]", "", tidy(amount.text)))
        money = own[0][1] if own else (Money(number * scale_in(header), code) if number is not None and code else None)
    if percent is None and money is None:
        return None
    return ContractPayment(percent, money, day, grid.span_of(row))


def payment_lines(page: Page, total: Money | None) -> list[ContractPayment]:
    """The rows of a payment schedule in plain lines: each has a share of the total, the amount and a date."""
    if total is None:
        return []
    found = []
    for line in lines(page):
        dates = dates_in(page, line.start, line.end)
        if len(dates) != 1 or len(line.text) > 120:
            continue
        rest = page.text[line.start : dates[0].span.start]
        payment = _shared_amount(rest, total)
        if payment is not None:
            share, amount = payment
            found.append(
                ContractPayment(
                    share, Money(amount, total.currency), last_day_of(dates[0].value), span(page, line.start, line.end)
                )
            )
    return found if len(found) >= 2 else []


def _shared_amount(text: str, total: Money) -> tuple[str, Decimal] | None:
    """A share and an amount in a line such that the share of the total is the amount."""
    for found in re.finditer(r"(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)(?![\d.,])", text):
        share = parse_number(found.group(1), decimal_comma=True)
        if share is None or not 0 < share <= 100:
            continue
        tail = re.sub(r"^\s*[%％]?\s*", "", text[found.end() :])
        written = re.match(r"\D{0,12}?(\d[\d\s.,]*\d)", tail)
        amount = parse_number(written.group(1)) if written else None
        if amount is not None and abs(amount - share * total.amount / 100) <= 1:
            return format(share.normalize(), "f"), amount
    return None


def deliveries_in(
    page: Page, start: int = 0, end: int | None = None, signed: str | None = None
) -> list[DeliveryTerm]:
    """The delivery terms that the clauses between two offsets of a page state; days run from the day `signed`."""
    stop = len(page.text) if end is None else end
    told = (_delivery(page, unit, signed) for unit in units(page) if start <= unit.start < stop)
    return [term for term in told if term is not None]


def _delivery(page: Page, unit: Span, signed: str | None) -> DeliveryTerm | None:
    text = unit.quote
    anchor = next((name for name, pattern in ANCHORS if pattern.search(text)), "")
    speaks = DELIVERY.search(text) is not None
    if (
        WARRANTY.search(text)
        or (not speaks and not anchor)
        or SHARE.search(text)
        or money_in(page, unit.start, unit.end)
    ):
        return None
    earliest, latest = _first_number(NOT_BEFORE, text), _months_after(text)
    first, last = _absolute(page, unit, speaks)
    label = _LABEL.search(text)
    if label is not None and latest is None and (long := _LONG.match(text, label.end())) is not None:
        latest = int(long.group("n")) * (12 if re.match(r"(?i:лет|год|рок|year)", long.group("u")) else 1)
    if label is not None and (earliest, latest, first, last) == (None, None, None, None):
        dates = dates_in(page, unit.start + label.end(), unit.end)
        last = last_day_of(dates[0].value) if len(dates) == 1 else _relative(text, signed)
    complete = COMPLETE.search(text) is not None
    if earliest is None and latest is None and first is None and last is None:
        return None
    if not speaks and not complete and not (_NAMED_ITEM.match(text) or _DASHED_ITEM.match(text)):
        return None
    return DeliveryTerm(unit, _item(text), anchor, earliest, latest, first, last, complete)


def _first_number(pattern: re.Pattern[str], text: str) -> int | None:
    found = pattern.search(text)
    if found is None or not re.search(r"(?i:месяц|мес\.|місяц|month)|个?\s*月", text):
        return None
    return int(next(value for value in found.groups() if value is not None))


def _months_after(text: str) -> int | None:
    for found in NOT_AFTER.finditer(text):
        if found.group("n"):
            unit, count = found.group("u").casefold(), int(found.group("n"))
        else:
            sign = found.group("z")
            unit, count = found.group("zu"), int(sign) if sign.isdigit() else int(_chinese_number(sign) or 0)
        if re.match(r"мес|міс|month|个?\s*月", unit):
            return count
        if re.match(r"год|лет|рок|year|年", unit):
            return count * 12
    return None


def _absolute(page: Page, unit: Span, speaks: bool) -> tuple[str | None, str | None]:
    if not speaks:
        return None, None
    for date in dates_in(page, unit.start, unit.end):
        before = page.text[max(unit.start, date.span.start - 40) : date.span.start]
        if re.search(
            r"(?i:не\s+ранее|не\s+раніше|not\s+(?:earlier|before)|from|начиная\s+с|починаючи\s+з)\s*(?:than|чем|"
            r"ніж)?\s*$|不\s*早\s*于\s*$",
            before,
        ):
            return date.start, None
        if _is_due(page, date, unit.start):
            return None, last_day_of(date.value)
    return None, None


def _item(text: str) -> str | None:
    found = _NAMED_ITEM.match(text) or _OF_ITEM.match(text) or _DASHED_ITEM.match(text)
    if found is None or _LABEL.match(text) or re.search(r"(?i:полном\s+объ|повному\s+обсязі|"
    r"in\s+full)", found.group("item")):
        return None
    item = re.sub(r"^第\s*[一二三四五六七八九十\d]+\s*[条章款]\s*", "", tidy(found.group("item")))
    if not item:
        return None
    item = tidy(
        re.sub(
            r"(?i:^(?:delivery|shipment|поставка|постачання))\s*(?=[\u4e00-\u9fff])|"
            r"(?<=[\u4e00-\u9fff])\s*(?i:delivery|shipment)$",
            "",
            item,
        )
    )
    generic = re.fullmatch(
        r"(?i:(?:срок\w*|строк\w*|термін\w*|terms?|time|date)?\s*(?:поставк\w+|постачання|of\s+delivery|"
        r"delivery(?:\s+(?:time|term|date)s?)?|交货|交付)(?:期限?|时间)?)|交(?:货|付)(?:期限?|时间|日期)?",
        item,
    )
    return None if generic or _ITEM_TAIL.search(item) else item
