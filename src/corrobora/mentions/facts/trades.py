"""Trade papers: invoices, payment orders, orders, packing lists and delivery notes, letters that ask for goods."""

from __future__ import annotations

import re
from dataclasses import replace

from corrobora.mentions.currencies import currency_in
from corrobora.mentions.facts.columns import grids
from corrobora.mentions.facts.item_lines import ItemTable, item_tables, main_currency
from corrobora.mentions.facts.organizations import ORG, organizations_in
from corrobora.mentions.facts.paper import Paper, line_at, match_span, span, spans_of, tidy
from corrobora.mentions.facts.papertype import UNCOMMON
from corrobora.mentions.facts.statements import read_rows
from corrobora.mentions.facts.units import units
from corrobora.mentions.facts.values import clean_number, days_in, is_number, money_in
from corrobora.mentions.facts.words.trades import (
    ASKS,
    BUYER,
    EACH,
    END_USER,
    FOR_UNIT,
    GOODS,
    PAID,
    PAYEE,
    PAYER,
    PURPOSE,
    QUANTITY,
    REFERENCE,
    SUPPLIER,
    TAX_NUMBER,
    TOTAL_DUE,
    UNIT,
)
from corrobora.mentions.kinds.dates import find_dates
from corrobora.mentions.kinds.money import parse_number
from corrobora.model.document import Page
from corrobora.model.facts import Span, TradeFact, TradeLine
from corrobora.model.money import Money

_KINDS = {"invoice": "invoice", "packing_list": "delivery", "order": "order"}
_BARE_SUM = re.compile(r"\s*[:：—–|-]?\s*(?P<n>\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d{1,2})?|\d[\d.,]{2,})(?=\s|$)")
_QUOTED_GOODS = re.compile(r"(?:[А-ЯA-Z]{2,5}\s+|[а-яёіїєa-z-]{3,}\s+)?(?P<q>[«“\"][^»”\"\n]{2,40}[»”\"])")
_PAYER_BELOW = re.compile(r"(?im:^[ \t|]*(?:плательщик|платник)[ \t|]*$)")
_PAYEE_BELOW = re.compile(r"(?im:^[ \t|]*(?:получатель|одержувач|отримувач)[ \t|]*$)")
_PURPOSE_BELOW = re.compile(
    r"(?im:^[ \t|]*(?P<p>[^\n|]{12,240}(?:\n[^\n|]{3,160})?)[ \t|]*\n[\s|]*(?:назначение|"
    r"призначення)\s+(?:платежа|платежу)[ \t|]*$)"
)
_PAYER_HEAD = re.compile(r"(?i:плательщик|платник|payer|remitter)|付款(?:人|方|单位)")
_PAYEE_HEAD = re.compile(r"(?i:получатель|одержувач|отримувач|payee|beneficiary)|收款(?:人|方|单位)")
_FORM = re.compile(r"(?<!\d)0401060(?!\d)")
_KOPECKS = re.compile(r"[\s|]*(?P<n>\d{1,12})[-=](?P<k>\d\d)(?!\d)")
_LETTERS = ("letter", "request", "memo", "note", "other", "mail", "chat", "report", *UNCOMMON)
_LATIN_PARTY = re.compile(r"[A-Z][\w&'’.-]+(?:\s+(?:[A-Z][\w&'’.-]*|\d{1,4}|and|of|for|&)){1,8}")
_STOP_PARTY = re.compile(
    r"\s*(?:[,，;；]?\s*(?i:ИНН|INN|КПП|[ЄЕ]ДРПОУ|EDRPOU|р/с|account|address|адрес|tax)\b|\n|"
    r"[,，]\s*(?=[A-ZА-Я][a-zа-я]+,))"
)


def read(paper: Paper) -> list[TradeFact]:
    """The trade facts of a paper."""
    rows = read_rows(paper)
    if rows:
        return rows
    registered = _registered(paper)
    if registered:
        return registered
    if paper.type == "payment_order":
        return [_payment(paper)]
    tables = item_tables(paper) if paper.type in _KINDS else []
    if paper.type in ("invoice", "packing_list") or (paper.type == "order" and tables):
        return [_document(paper, _KINDS[paper.type], tables)]
    if paper.type in _LETTERS:
        told = [fact for page in paper.pages for fact in _told(paper, page)]
        return told or [fact for page in paper.pages for fact in _asked(paper, page)] or _forwarded(paper)
    return []


def _document(paper: Paper, kind: str, tables: list[ItemTable]) -> TradeFact:
    supplier, buyer = _party(paper, SUPPLIER), _party(paper, BUYER)
    if supplier is None and kind != "order":
        supplier = _letterhead(paper, buyer)
    if buyer is None and kind == "order":
        buyer = _letterhead(paper, supplier)
    total = _stated_total(paper, tables)
    lines = tuple(
        TradeLine(i.description, i.span, i.quantity, i.unit_price, i.total) for table in tables for i in table.lines
    )
    end_user = _end_user(paper)
    return TradeFact(
        kind=kind,
        spans=spans_of(
            *paper.letter.spans[:2],
            supplier[1] if supplier else None,
            buyer[1] if buyer else None,
            total[1] if total else None,
            end_user[1] if end_user else None,
            *(line.span for line in lines[:6]),
        ),
        number=paper.letter.number,
        date=paper.letter.written,
        supplier=supplier[0] if supplier else None,
        buyer=buyer[0] if buyer else None,
        end_user=end_user[0] if end_user else None,
        reference=_reference(paper),
        lines=lines,
        total=total[0] if total else None,
        numbers=_tax_numbers(paper),
    )


def _party(paper: Paper, label: re.Pattern[str]) -> tuple[str, Span] | None:
    """The organisation after a label such as "Поставщик:" or "Buyer"."""
    for page in paper.pages:
        for found in label.finditer(page.text):
            party = party_in(paper, page, found.start("party"), found.end("party"))
            if party is not None:
                return party
    return None


def party_in(paper: Paper, page: Page, start: int, end: int) -> tuple[str, Span] | None:
    """The first organisation in a stretch, or the words up to a number or line end where none has a known shape."""
    near = [one for one in organizations_in(paper, page, start, end) if one[1].start - start <= 40]
    if near and ORG.match(near[0][1].quote):
        return near[0]
    text = page.text[start:end]
    stop = _STOP_PARTY.search(text)
    plain = tidy(text[: stop.start()] if stop else text)
    if near:
        return near[0]
    if (
        re.match(r"(?i:ип|фоп)\s|(?:[А-ЯІЇЄ][а-яіїє]+\s){1,2}[А-ЯІЇЄ]\.", plain)
        or UNIT.match(plain)
        or (re.search(r"公司|厂|院|所|部队$", plain) and len(plain) <= 40)
        or _LATIN_PARTY.fullmatch(plain)
    ):
        return plain, span(page, start, start + (stop.start() if stop else len(text)))
    return None


def _letterhead(paper: Paper, other: tuple[str, Span] | None) -> tuple[str, Span] | None:
    """The organisation at the top of the paper: who issues an invoice writes it on their own paper."""
    page = paper.pages[0]
    found = [one for one in organizations_in(paper, page, 0, min(len(page.text), 500)) if ORG.match(one[1].quote)]
    mine = [one for one in found if other is None or one[1].start < other[1].start]
    latin = [one for one in mine if not re.search(r"[\u4e00-\u9fff]", one[0])]
    return next(iter(latin or mine), None)


def _stated_total(paper: Paper, tables: list[ItemTable]) -> tuple[Money, Span | None] | None:
    for table in tables:
        if table.total is not None:
            return table.total, table.total_span
    currency = main_currency(paper)
    if currency is None and any(_FORM.search(page.text) for page in paper.pages):
        currency = "RUB"
    for page in paper.pages:
        for found in TOTAL_DUE.finditer(page.text):
            line = line_at(page, found.start())
            sums = [m for m in money_in(page, found.end(), line.end) if m[0].start - found.end() <= 40]
            if sums:
                return sums[0][1], span(page, found.start(), sums[0][0].end)
            bare = _KOPECKS.match(page.text, found.end(), line.end)
            number = parse_number(f"{bare.group('n')}.{bare.group('k')}") if bare else None
            if bare is None:
                bare = _BARE_SUM.match(page.text, found.end(), line.end)
                number = parse_number(bare.group("n")) if bare else None
            if bare is not None and number is not None and currency:
                return Money(number, currency), span(page, found.start(), bare.end())
    return None


def _end_user(paper: Paper) -> tuple[str, Span] | None:
    for page in paper.pages:
        unit = FOR_UNIT.search(page.text)
        if unit is not None:
            return tidy(unit.group("unit")), match_span(page, unit, "unit")
        for found in END_USER.finditer(page.text):
            end = min(len(page.text), found.end() + 140)
            military = UNIT.match(page.text, found.end())
            if military is not None:
                return tidy(military.group()), match_span(page, military)
            party = party_in(paper, page, found.end(), end)
            if party is not None and party[1].start - found.end() <= 12:
                return party
    return None


def _reference(paper: Paper, text: str | None = None) -> str | None:
    """The number of another paper that this one names (invoice, contract, order)."""
    for body in [text] if text is not None else [page.text for page in paper.pages]:
        for found in REFERENCE.finditer(body):
            number = clean_number(found.group("n") or found.group("z") or found.group("y"))
            if is_number(number) and number != paper.letter.number:
                return number
    return None


def _tax_numbers(paper: Paper) -> tuple[tuple[str, str], ...]:
    """Organisations with the taxpayer number that stands right behind them, all their spellings before it."""
    found: list[tuple[str, str]] = []
    for page in paper.pages:
        last = 0
        for match in TAX_NUMBER.finditer(page.text):
            number = match.group("n") or match.group("z")
            near = organizations_in(paper, page, max(last, match.start() - 160), match.start())
            for name, place in near:
                between = page.text[place.end : match.start()]
                if (
                    "\n\n" not in between
                    and not re.search(r"(?i:покупател|поставщик|buyer|seller|плательщик|получател)", between)
                    and ORG.match(place.quote)
                ):
                    found.append((name, number))
            last = match.end()
    return tuple(dict.fromkeys(found))


def _payment(paper: Paper) -> TradeFact:
    """A payment order: payer, payee, sum, and what its purpose names."""
    payer = _above(paper, _PAYER_BELOW) or _party(paper, PAYER)
    payee = _above(paper, _PAYEE_BELOW) or _party(paper, PAYEE)
    purpose, line = None, None
    for page in paper.pages:
        found, below = PURPOSE.search(page.text), _PURPOSE_BELOW.search(page.text)
        if below is not None or found is not None:
            purpose = match_span(page, below or found, "p")  # type: ignore[arg-type]
            line = _goods_line(page, purpose)
            break
    total = _stated_total(paper, [])
    end_user = _end_user(paper)
    return TradeFact(
        kind="payment",
        spans=spans_of(
            *paper.letter.spans[:1],
            purpose,
            payer[1] if payer else None,
            payee[1] if payee else None,
            total[1] if total else None,
            end_user[1] if end_user else None,
        ),
        number=paper.letter.number,
        date=paper.letter.written,
        supplier=payee[0] if payee else None,
        buyer=payer[0] if payer else None,
        end_user=end_user[0] if end_user else None,
        reference=_reference(paper, purpose.quote) if purpose else None,
        lines=(line,) if line else (),
        total=total[0] if total else None,
        numbers=_tax_numbers(paper),
    )


def _registered(paper: Paper) -> list[TradeFact]:
    """The payments of a table that has a column for who paid and one for whom."""
    found = []
    for grid in grids(paper):
        heads = grid.columns.headers
        payer = next((n for n, head in enumerate(heads) if _PAYER_HEAD.match(head)), None)
        payee = next((n for n, head in enumerate(heads) if _PAYEE_HEAD.match(head)), None)
        at = grid.columns.at("total")
        if payer is None or payee is None or at is None:
            continue
        currency = currency_in(" ".join(heads)) or main_currency(paper)
        for cells in grid.rows:
            row = list(cells)
            one, other, amount = row[payer], row[payee], row[at]
            number = parse_number(re.sub(r"[^\d.,\s-]", "", tidy(amount.text))) if amount else None
            if one is None or other is None or number is None or currency is None:
                continue
            purpose, day = grid.columns.cell(row, "purpose"), grid.columns.cell(row, "date")
            place = span(grid.page, purpose.start, purpose.end) if purpose else None
            line = _goods_line(grid.page, place) if place else None
            unit = FOR_UNIT.search(purpose.text) if purpose else None
            days = find_dates(day.text) if day else []
            found.append(
                TradeFact(
                    kind="payment",
                    spans=spans_of(grid.span_of(row), place),
                    date=days[0].value if days else None,
                    supplier=tidy(other.text),
                    buyer=tidy(one.text),
                    end_user=tidy(unit.group("unit")) if unit else None,
                    reference=_reference(paper, purpose.text) if purpose else None,
                    lines=(line,) if line else (),
                    total=Money(abs(number), currency),
                )
            )
    return found


def _above(paper: Paper, label: re.Pattern[str]) -> tuple[str, Span] | None:
    """The organisation above a label that stands under its value, as on the form 0401060 of a payment order."""
    for page in paper.pages:
        for found in label.finditer(page.text):
            top = max(0, page.text.rfind("\n", 0, max(0, page.text.rfind("\n", 0, found.start()))))
            for start in (top, max(0, page.text.rfind("\n", 0, top))):
                near = organizations_in(paper, page, start, found.start())
                if near:
                    return near[-1]
    return None


def _told(paper: Paper, page: Page) -> list[TradeFact]:
    """Payments told in prose: who paid whom how much, and for what."""
    found = []
    for unit in units(page):
        verb = PAID.search(unit.quote)
        if verb is None:
            continue
        at = unit.start + verb.start()
        firms = organizations_in(paper, page, unit.start, unit.end)
        before = [one for one in firms if one[1].end <= at]
        after = [one for one in firms if one[1].start >= at and one[0] != (before[-1][0] if before else "")]
        sums = money_in(page, unit.start, unit.end)
        if not before or not after or not sums:
            continue
        days = days_in(page, unit.start, unit.end)
        end_user = FOR_UNIT.search(page.text, unit.start, unit.end)
        line = _goods_line(page, span(page, sums[0][0].end, unit.end))
        found.append(
            TradeFact(
                kind="payment",
                spans=spans_of(unit, before[-1][1], after[0][1], sums[0][0]),
                date=days[0].value if days else paper.letter.written,
                supplier=after[0][0],
                buyer=before[-1][0],
                end_user=tidy(end_user.group("unit")) if end_user else None,
                reference=_reference(paper, unit.quote),
                lines=(line,) if line else (),
                total=sums[0][1],
                numbers=_tax_numbers(paper),
            )
        )
    return found


def _goods_line(page: Page, place: Span) -> TradeLine | None:
    """Goods told in a sentence: "БПЛА «Кречет-10», 100 шт. по 80 000,00 руб."."""
    quantity = QUANTITY.search(page.text, place.start, place.end)
    sums = money_in(page, place.start, place.end)
    each = next(
        (money for where, money in sums if EACH.search(page.text[max(place.start, where.start - 12) : where.start])),
        None,
    )
    name = _goods_name(page.text[place.start : quantity.start() if quantity else place.end])
    if quantity and len(name) < 4:
        rest = re.split(r"(?i:[.;,\n]|\s(?:для|for|по|at)\s)", page.text[quantity.end() : place.end], maxsplit=1)[0]
        name = tidy(rest.lstrip(". "))
    if not name:
        return None
    count = re.sub(r"\D", "", (quantity.group("q") or quantity.group("g"))) if quantity else None
    whole = next((money for _, money in sums if money != each), None)
    return TradeLine(name, place, count, each, whole)


def _goods_name(text: str) -> str:
    plain = re.sub(
        r"(?i:(?:по|за|under|against|for|as\s+per|according\s+to|згідно(?:\s+з)?|відповідно\s+до|"
        r"согласно)\s+(?:сч[её]т\w*|рахун\w*|договор\w*|контракт\w*|invoice|contract|order)\s*(?:№|"
        r"No\.?)?\s*\S*\d\S*(?:\s+(?:от|від|dd\.?|dated)\s+\S+)?)",
        "",
        tidy(text),
    )
    plain = re.sub(
        r"(?i:^\s*(?:оплата|предоплата|аванс|оплата\s+по\s+сч[её]ту[^,]*|сплата|payment)\s*(?:за|for|по)?\s*)",
        "",
        tidy(plain),
    )
    return tidy(re.split(r"(?i:\s+(?:в\s+количестве|у\s+кількості|in\s+the\s+quantity|numbering)\s*$)", plain)[0])[:160]


def _asked(paper: Paper, page: Page) -> list[TradeFact]:
    """A military unit or firm asks for goods: the paper names a unit, a quantity and goods in one sentence."""
    named = list(UNIT.finditer(page.text))
    if not named:
        return []
    for found in QUANTITY.finditer(page.text):
        start = (
            max(
                page.text.rfind(". ", 0, found.start()),
                page.text.rfind("\n\n", 0, found.start()),
                page.text.rfind("。", 0, found.start()),
            )
            + 1
        )
        end = next((m.start() for m in re.finditer(r"\.\s|\n\s*\n|。|$", page.text[found.end() :])), 0) + found.end()
        sentence = page.text[start:end]
        firms = [(p.start, p.end) for _, p in organizations_in(paper, page, start, end)]
        quoted = [
            m for m in _QUOTED_GOODS.finditer(sentence) if not any(s <= start + m.start("q") < e for s, e in firms)
        ]
        before = [m for m in quoted if start + m.end() <= found.start() + 60]
        goods = (before[-1] if before else None) or GOODS.search(sentence)
        if goods is None or not ASKS.search(page.text[max(0, start - 200) : end]):
            continue
        place = span(page, start, end)
        supplier = next((one for one in organizations_in(paper, page, start, end) if ORG.match(one[1].quote)), None)
        description = tidy(goods.group())
        sums = money_in(page, start, min(len(page.text), end + 200))
        each = next((m for w, m in sums if EACH.search(page.text[max(0, w.start - 14) : w.start])), None)
        unit = named[0]
        line = TradeLine(
            description,
            place,
            re.sub(r"\D", "", (found.group("q") or found.group("g"))),
            each,
            next((m for _, m in sums if m != each), None),
        )
        return [
            TradeFact(
                kind="order",
                spans=spans_of(place, match_span(page, unit)),
                number=paper.letter.number,
                date=paper.letter.written,
                supplier=supplier[0] if supplier else None,
                end_user=tidy(unit.group()),
                reference=_reference(paper, sentence),
                lines=(line,),
                total=line.total,
                numbers=_tax_numbers(paper),
            )
        ]
    return []


def _forwarded(paper: Paper) -> list[TradeFact]:
    """A letter or mail that names an invoice or order and the end user of its goods."""
    end_user, reference = _end_user(paper), _reference(paper)
    if end_user is None or reference is None:
        return []
    fact = TradeFact(
        kind="delivery",
        spans=spans_of(end_user[1], *paper.letter.spans[:1]),
        date=paper.letter.written,
        end_user=end_user[0],
        reference=reference,
    )
    return [replace(fact, numbers=_tax_numbers(paper))]
