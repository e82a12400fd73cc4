"""Contracts: their own text, drafts and annexes, and what other papers report of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corrobora.mentions.facts.columns import grids
from corrobora.mentions.facts.item_lines import ItemTable, item_tables, main_currency, prose_items
from corrobora.mentions.facts.letterhead import ORG_LINE
from corrobora.mentions.facts.organizations import ORG, organizations_in
from corrobora.mentions.facts.paper import Paper, lines, match_span, span, spans_of, tidy, unique
from corrobora.mentions.facts.papertype import is_draft
from corrobora.mentions.facts.terms import deliveries_in, payment_lines, payment_rows, payments_in
from corrobora.mentions.facts.units import unit_at
from corrobora.mentions.facts.values import NUMBER, clean_number, days_in, is_number, money_in
from corrobora.mentions.facts.words.contracts import (
    BETWEEN,
    CODENAME,
    CONTRACT,
    NAMED_AS,
    NOT_SIGNED,
    PARTY_LABEL,
    PARTY_ROLE,
    SIGNED,
    SUM_ROW,
    TOTAL,
    VERSION,
)
from corrobora.model.dates import is_day
from corrobora.model.document import Page
from corrobora.model.facts import ContractFact, ContractItem, Span
from corrobora.model.money import Money

_CITED = re.compile(
    rf"{CONTRACT}(?:\s+[A-Za-zА-Яа-яЁёІіЇїЄєҐґ-]{{2,20}}){{0,3}}?"
    rf"(?:\s+(?:от|від|dated|of)\s+[^№#\n;]{{6,28}}?(?=№|N[oо]\.|#))?\s*(?:(?:编|合同)?\s*号\s*码?)?\s*[:：]?\s*(?:№|"
    rf"N[oо°]\.?:?|#|nr\.?|номер|number)?\s*(?P<number>{NUMBER})"
    rf"|(?P<zh>[A-Z0-9А-Я][A-Z0-9А-Яa-z/-]{{3,20}})\s*(?:号|號)\s*(?:合\s*同|协\s*议)"
)
_QUOTED_NAME = re.compile(r"\s*[,(]?\s*(?:шифр\s*)?[«“\"](?P<name>[^»”\"\n]{2,30})[»”\"]")
_ZH_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九十")}
_ANNEX = re.compile(
    r"(?im:^\s*(?:приложение|спецификация|дополнительное\s+соглашение|додаток|специфікація|додаткова\s+угода|"
    r"annex|appendix|specification|addendum|supplement)\b)|(?:^|\n)\s*(?:附件|附录|补充协议)"
)
_SUBJECT = re.compile(
    r"(?im:^\s*(?:предмет(?:\s+(?:контракта|договора|договору))?|"
    r"subject(?:\s+matter)?(?:\s+of\s+(?:the\s+)?contract)?|标\s*的|"
    r"合\s*同\s*标\s*的)\s*[:：]\s*(?P<s>[^\n]{4,200}))"
)
_REGISTERED = re.compile(
    rf"(?i:(?:за)?регистрир\w*|зареєстр\w*|registered|registration|рег\.|реєстр\.|регистрац\w*|реєстрац\w*)[^\n№#]{{0,24}}?"
    rf"(?:№|N[oо°]\.?:?|#|(?i:number|номер(?:ом)?))\s*(?P<number>{NUMBER})"
)
_NOT_PARTY = re.compile(r"(?i:^(?:сторон|parties|the parties|双方|партнер))")


def read(paper: Paper) -> list[ContractFact]:
    """The contracts a paper is, drafts or reports."""
    if paper.type in ("contract", "draft_contract"):
        own = _own(paper)
        return [own, *(fact for fact in _reported(paper) if fact.number != own.number)]
    return _reported(paper)


def _own(paper: Paper) -> ContractFact:
    draft = paper.type == "draft_contract"
    number, number_span = _number(paper)
    name, name_span = _codename(paper)
    signed = None if draft else (paper.letter.signed or paper.letter.written)
    tables = item_tables(paper) or prose_items(paper)
    total, total_span = _total(paper, tables)
    items = _items(tables)
    payments = [p for grid in grids(paper) for p in payment_rows(grid, main_currency(paper), signed)]
    if not payments:
        payments = [p for page in paper.pages for p in payment_lines(page, total) or payments_in(page, signed)]
    version, version_span, version_date = _version(paper) if draft else (None, None, None)
    signed_span = _day_span(paper, signed)
    parties = _parties(paper)
    return ContractFact(
        spans=spans_of(number_span, total_span, signed_span, name_span, version_span, *(place for _, place in parties)),
        number=number,
        codename=name,
        parties=unique(party for party, _ in parties),
        status="draft" if draft else ("signed" if is_day(signed) else "draft" if is_draft(paper) else "reported"),
        signed=signed,
        total=total,
        items=items,
        payments=tuple(payments),
        deliveries=tuple(d for page in paper.pages for d in deliveries_in(page, signed=signed)),
        version=version,
        version_date=version_date or (paper.letter.written if draft else None),
        subject=_subject(paper),
    )


def _number(paper: Paper) -> tuple[str | None, Span | None]:
    """The contract's number: in its title, also where an annex names the contract it belongs to."""
    annex = paper.pages and _ANNEX.search(paper.pages[0].text[:300])
    if paper.letter.number and not annex:
        return paper.letter.number, next(iter(paper.letter.spans), None)
    cited = [one for page in paper.pages for one in _citations(page)]
    if cited:
        return cited[0][0], cited[0][1]
    registered = next((m for page in paper.pages for m in _REGISTERED.finditer(page.text)), None)
    if not paper.letter.number and registered is not None:
        page = next(p for p in paper.pages if p.text is registered.string)
        return clean_number(registered.group("number")), match_span(page, registered, "number")
    return paper.letter.number, (paper.letter.spans[0] if paper.letter.spans and paper.letter.number else None)


def _codename(paper: Paper) -> tuple[str | None, Span | None]:
    for page in paper.pages:
        found = CODENAME.search(page.text)
        if found is not None:
            return tidy(found.group("name")), match_span(page, found, "name")
    return None, None


def _day_span(paper: Paper, day: str | None) -> Span | None:
    return next((d.span for page in paper.pages for d in days_in(page) if d.value == day), None) if day else None


def _total(paper: Paper, tables: list[ItemTable]) -> tuple[Money | None, Span | None]:
    """The stated price of the contract; the sum row of its item table where no sentence states it."""
    for page in paper.pages:
        for found in TOTAL.finditer(page.text):
            if re.search(
                r"(?:%|％|процент\w*|відсотк\w*|per\s?cent)\s*(?:от|від|of)?\s*(?:the\s+)?$",
                page.text[max(0, found.start() - 20) : found.start()],
            ):
                continue
            near = [
                m
                for m in money_in(page, found.end(), min(len(page.text), found.end() + 170))
                if not _interrupts(page, found.end(), m[0].start)
            ]
            if near:
                return near[0][1], span(page, found.start(), near[0][0].end)
    for table in tables:
        if table.total is not None:
            return table.total, table.total_span
    return None, None


def _interrupts(page: Page, start: int, end: int) -> bool:
    between = page.text[start:end]
    return bool(re.search(r"\n\s*\n|[;；。]|%|\.\s+[А-ЯA-ZІЇЄ]|\n\s*\d{1,2}\.\d", between)) or bool(
        SUM_ROW.search(between)
    )


def _items(tables: list[ItemTable]) -> tuple[ContractItem, ...]:
    return tuple(
        ContractItem(line.description, line.quantity, line.unit_price, line.total, line.span)
        for table in tables
        for line in table.lines
    )


def _version(paper: Paper) -> tuple[int | None, Span | None, str | None]:
    page = paper.pages[0]
    for line in list(lines(page))[:8]:
        found = VERSION.search(page.text, line.start, line.end)
        if found is not None:
            raw = found.group("n") or found.group("z") or found.group("v")
            number = int(raw) if raw.isdigit() else _ZH_DIGITS.get(raw)
            day = next((d for d in days_in(page, line.start, line.end)), None)
            return number, span(page, line.start, line.end), day.value if day else None
    name = VERSION.search(paper.document.rsplit("/", maxsplit=1)[-1].replace("_", " "))
    raw = (name.group("n") or name.group("v")) if name else None
    return (int(raw) if raw else None), None, None


def _parties(paper: Paper) -> list[tuple[str, Span]]:
    page = paper.pages[0]
    labelled = [(_party_name(m.group("party")), match_span(page, m, "party")) for m in PARTY_LABEL.finditer(page.text)]
    labelled = [
        (name, place)
        for name, place in labelled
        if len(name) > 3 and (ORG.search(name) or ORG_LINE.search(name))
    ]
    if len({name for name, _ in labelled}) >= 2:
        return _first_two(labelled)
    roles = list(PARTY_ROLE.finditer(page.text))
    ends = [0, *(role.end() for role in roles)]
    found = [
        p for role, end in zip(roles, ends, strict=False) if (p := _party_before(paper, page, role, end)) is not None
    ]
    if len({name for name, _ in found}) >= 2:
        return _first_two(found)
    between = BETWEEN.search(page.text)
    if between is not None:
        both = [(_party_name(between.group(g)), match_span(page, between, g)) for g in ("one", "two")]
        return [(name, place) for name, place in both if not _NOT_PARTY.match(name)]
    return _first_two([*found, *labelled])


def _first_two(found: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    kept: dict[str, tuple[str, Span]] = {}
    for name, place in found:
        kept.setdefault(name.casefold(), (name, place))
    return list(kept.values())[:2]


def _party_before(paper: Paper, page: Page, role: re.Match[str], after: int) -> tuple[str, Span] | None:
    """The party that a role in quotation marks or brackets is given to: the words before it in its sentence."""
    left = max(after, role.start() - 260)
    window = page.text[left : role.start()]
    cut = max(
        [
            m.end()
            for m in re.finditer(
                r"\n\s*\n|[»\")）”]\s*,?\s*(?:и|та|і|and|с одной стороны,?\s*и|з одного боку,?\s*(?:та|і)|与|"
                r"和)\s+|стороны,?\s*(?:и|та)?\s+|\.\s+(?=[А-ЯA-Z«])|\n(?=[A-ZА-ЯІЇЄ\u4e00-\u9fff])|[:：]",
                window,
            )
            if m.group() != "\n" or _ends_short(page.text, left + m.start())
        ],
        default=0,
    )
    chunk = window[cut:]
    if (
        re.search(r"(?i:именуем|надалі|іменован|hereinafter|далее|简称|以下)", chunk) is None
        and len(chunk.strip()) > 160
    ):
        return None
    name = _party_name(chunk)
    if len(name) < 4 or not re.match(r"[A-ZА-ЯІЇЄҐ\u4e00-\u9fff«\"]", name):
        return None
    inner = organizations_in(paper, page, left + cut, role.start())
    shaped = [n for n, _ in inner if ORG.fullmatch(n)]
    if shaped and len(shaped[0]) >= len(name) // 2:
        name = shaped[0]
    start = page.text.find(name.split()[0], left + cut)
    return name, span(page, start if start >= 0 else left + cut, role.start())


def _ends_short(text: str, position: int) -> bool:
    """Whether the line that ends here is too short to be one that the margin broke."""
    line = text[text.rfind("\n", 0, position) + 1 : position]
    return len(re.sub(r"\s{2,}", " ", line)) < 50


def _party_name(chunk: str) -> str:
    plain = re.split(r"[,»]\s*(?:и|та|і|and|与|和)\s+(?=[A-ZА-ЯІЇЄҐ«\u4e00-\u9fff])", NAMED_AS.sub("", chunk))[-1]
    plain = re.sub(r"(?i:,?\s*(?:в\s+лице|в\s+особі|represented\s+by|由).*$)", "", plain, flags=re.DOTALL)
    plain = re.sub(r"(?i:^.*\b(?:between|между|між)\s+)", "", plain, flags=re.DOTALL)
    plain = re.sub(r"\s*[(（][^()（）]{1,90}[)）]\s*$", "", tidy(plain))
    plain = plain.rstrip("(（ ")
    return tidy(re.sub(r"^(?:и|та|і|and|与|和|с|between|между|між)\s+", "", plain))


def _subject(paper: Paper) -> str | None:
    found = next((m for page in paper.pages if (m := _SUBJECT.search(page.text))), None)
    return tidy(found.group("s")) if found else None


def _reported(paper: Paper) -> list[ContractFact]:
    """The contracts that a paper names by number, with what it says of each up to the next."""
    if paper.type in ("payment_order", "bank_statement", "invoice", "packing_list"):
        return []
    found: dict[str, ContractFact] = {}
    for page in paper.pages:
        cited = list(_citations(page))
        for position, (number, place, end) in enumerate(cited):
            stop = next((other.start for name, other, _ in cited[position + 1 :] if name != number), len(page.text))
            fact = _report(paper, page, number, place, (end, stop))
            known = found.get(number)
            found[number] = fact if known is None else _fuller(known, fact)
    return list(found.values())


def _citations(page: Page) -> Iterator[tuple[str, Span, int]]:
    for match in _CITED.finditer(page.text):
        group = "number" if match.group("number") else "zh"
        number = clean_number(match.group(group))
        signed = (
            re.search(
                r"(?:№|N[oо°]\.?|#|号|號|номер|number|no\.?)[:：\s]*$",
                page.text[match.start() : match.start(group)],
                re.IGNORECASE,
            )
            or group == "zh"
        )
        number = _cyrillic_number(page, number) if group == "zh" else number
        if is_number(number) and (signed or re.search(r"\d.*[-/]|[-/].*\d", number)):
            yield number, match_span(page, match, group), match.end()


def _cyrillic_number(page: Page, number: str) -> str:
    """A number recognised in a Chinese line of a page that is partly Cyrillic, in Cyrillic letters.

    The recogniser of Chinese knows no Cyrillic: it puts look-alikes among Latin letters and digits in its place
    ("3C-90/23" for "ЗС-90/23").
    """
    if page.ocr_confidence is None or len(re.findall(r"[А-Яа-я]", page.text)) < 60:
        return number
    head = re.match(r"[3O0ABCEHKMOPTX]*[ABCEHKMOPTX][3O0ABCEHKMOPTX]*(?=-)", number)
    if head is None:
        return number
    return head.group().translate(str.maketrans("3O0ABCEHKMPTX", "ЗООАВСЕНКМРТХ")) + number[head.end() :]


def _report(paper: Paper, page: Page, number: str, place: Span, room: tuple[int, int]) -> ContractFact:
    end, stop = room
    clause = unit_at(page, place.start) or place
    name = _QUOTED_NAME.match(page.text, end)
    coded = CODENAME.search(page.text, end, min(stop, end + 60))
    signed, signed_span = _signed(paper, page, clause, place)
    total = _reported_total(page, place.end, stop)
    return ContractFact(
        spans=spans_of(clause, place, signed_span, total[1] if total else None),
        number=number,
        codename=tidy(coded.group("name")) if coded else (tidy(name.group("name")) if name else None),
        status="reported",
        signed=signed,
        total=total[0] if total else None,
        deliveries=tuple(deliveries_in(page, place.start, stop)),
        subject=_bracketed(page, end),
    )


def _signed(paper: Paper, page: Page, clause: Span, place: Span) -> tuple[str | None, Span | None]:
    """The day on which the clause says the contract was signed; "signed" in minutes means the day of the minutes."""
    verb = SIGNED.search(page.text, clause.start, clause.end)
    days = days_in(page, clause.start, clause.end)
    if verb is None:
        near = next(
            (
                d
                for d in days
                if 0 <= d.span.start - place.end <= 14
                and re.search(r"(?i:от|від|dated|of)\s*$", page.text[place.end : d.span.start])
            ),
            None,
        )
        return (near.value, near.span) if near else (None, None)
    if NOT_SIGNED.search(page.text, clause.start, clause.end):
        return None, None
    if days:
        best = min(days, key=lambda d: min(abs(d.span.start - verb.end()), abs(verb.start() - d.span.end)))
        return best.value, best.span
    if paper.type == "minutes" and is_day(paper.letter.written):
        return paper.letter.written, span(page, verb.start(), verb.end())
    return None, None


def _reported_total(page: Page, start: int, stop: int) -> tuple[Money, Span] | None:
    for found in TOTAL.finditer(page.text, start, stop):
        near = [
            m
            for m in money_in(page, found.end(), min(stop, found.end() + 90))
            if not _interrupts(page, found.end(), m[0].start)
        ]
        if near:
            return near[0][1], span(page, found.start(), near[0][0].end)
    return None


def _bracketed(page: Page, end: int) -> str | None:
    found = re.match(r"\s*[(（]\s*([^()（）\n]{4,120})[)）]", page.text[end : end + 160])
    return tidy(found.group(1)) if found and not re.search(r"^[«“\"]|шифр|代号|code", found.group(1)) else None


def _fuller(one: ContractFact, other: ContractFact) -> ContractFact:
    from dataclasses import replace

    return replace(
        one,
        spans=spans_of(*one.spans, *other.spans),
        codename=one.codename or other.codename,
        signed=one.signed or other.signed,
        total=one.total or other.total,
        deliveries=one.deliveries or other.deliveries,
        subject=one.subject or other.subject,
    )
