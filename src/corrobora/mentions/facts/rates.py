"""Exchange rates that a paper states: "по курсу ЦБ РФ на 12.03.2023 (75,76 руб. за доллар США)", "1美元=7.12元"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from corrobora.mentions.currencies import CURRENCY_AFTER, currency_code
from corrobora.mentions.facts.paper import Paper, span
from corrobora.mentions.facts.units import unit_at
from corrobora.mentions.facts.values import days_in
from corrobora.mentions.kinds.money import NUMBER, parse_number
from corrobora.model.document import Page
from corrobora.model.facts import RateFact

_UNITS = r"(?P<units>1|10|100|1\s?000)"
_VALUE = rf"(?P<value>{NUMBER})"
_BASE, _QUOTE = rf"(?P<base>{CURRENCY_AFTER})", rf"(?P<quote>{CURRENCY_AFTER})"
_PER = r"(?:за|per|for|to\s+the|к|to|/|на)"
_ONE = r"(?:(?:один|одну|одиницю|one|a|the|each)\s+)?"
_FORMS = (
    # 1 доллар США = 92,15 руб.
    rf"(?<![\d.,]){_UNITS}\s?{_BASE}\s?(?:=|≈|-|–|—|равен|составляет|дорівнює|equals|兑|折合|合|等于)\s?{_VALUE}\s?{_QUOTE}",
    # USD 1 = CNY 7.12
    rf"{_BASE}\s?{_UNITS}\s?=\s?{_QUOTE}\s?{_VALUE}",
    # 92,15 руб. за 1 долл. США; 7.12 yuan per dollar
    rf"(?<![\d.,]){_VALUE}\s?{_QUOTE}\s?{_PER}\s?(?:{_UNITS.replace('units', 'units2')}\s?)?{_ONE}{_BASE}",
    # курс USD/CNY 7.12; exchange rate USD/RUB: 92.15
    rf"{_BASE}\s?/\s?{_QUOTE}\s?(?:[:=–—-]|составля\w+|is|was|of|at)?\s?{_VALUE}(?!\s?(?:%|млн|млрд|million|万|亿))",
    # курс доллара США - 92,15 руб.; the dollar stood at 7.12 yuan
    rf"(?:курс\w*|rate\s+of\s+the|汇率)\s*(?:[:：为])?\s*{_BASE}\s*(?:[:=–—-]|составля\w+|становит\w+|[^\d\n]{{0,40}}?)\s*{_VALUE}\s?{_QUOTE}",
)
_PATTERNS = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
_SIGN = re.compile(r"курс|(?<![a-z])rate|汇率|匯率|牌价|兑|(?<=[a-zа-яіїє.元金])\s?=\s?(?=\S{0,4}\d)", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"(?:ЦБ(?:\s*РФ)?|Банк\w*\s+России|Центральн\w+\s+банк\w*(?:\s+(?:РФ|Российской\s+Федерации))?|НБУ|"
    r"Національн\w+\s+банк\w*(?:\s+України)?|Народн\w+\s+банк\w*\s+Китая|中国人民银行|中国银行|人民银行|"
    r"(?:the\s+)?(?:European\s+Central\s+Bank|ECB|Bank\s+of\s+(?:China|Russia)|Central\s+Bank\s+of\s+Russia|"
    r"National\s+Bank\s+of\s+Ukraine|People['’]s\s+Bank\s+of\s+China))(?![\w])"
)


def read(paper: Paper) -> list[RateFact]:
    """Every rate the paper states, each once for its pair, value and day.

    A form that only looks like a rate ("5 юаней за 1 доллар скидки", a price per item) needs a word for rate or an
    equals sign in its sentence, and a value that is above zero between two different currencies.
    """
    found: dict[tuple[str, str, str, str | None], RateFact] = {}
    for page in paper.pages:
        for fact in _on(paper, page):
            found.setdefault((fact.base, fact.quote, fact.value, fact.day), fact)
    return list(found.values())


def _on(paper: Paper, page: Page) -> Iterator[RateFact]:
    del paper
    clauses = {unit_at(page, sign.start()): None for sign in _SIGN.finditer(page.text)}
    for clause in clauses:
        if clause is None:
            continue
        days = [found.value for found in days_in(page, clause.start, clause.end)]
        whose = _AUTHORITY.search(clause.quote)
        for pattern in _PATTERNS:
            for match in pattern.finditer(page.text, clause.start, clause.end):
                base, quote = currency_code(match["base"]), currency_code(match["quote"])
                value = _value(match)
                if base is None or quote is None or base == quote or value is None:
                    continue
                yield RateFact(
                    base, quote, format(value.normalize(), "f"), span(page, match.start(), match.end()),
                    days[0] if days else None, " ".join(whose[0].split()) if whose else None,
                )  # fmt: skip


def _value(match: re.Match[str]) -> Decimal | None:
    groups = match.groupdict()
    value = parse_number(groups["value"], decimal_comma=None)
    units = groups.get("units") or groups.get("units2") or "1"
    if value is None or value <= 0:
        return None
    return value / Decimal("".join(units.split()))
