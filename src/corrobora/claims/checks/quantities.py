"""Numbers of things must stand in what the sentence cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from corrobora.claims.check import Check, Problem
from corrobora.claims.checks.counts import PEOPLE, fits
from corrobora.claims.context import Held
from corrobora.claims.figures import NUMBER, value

_THINGS = re.compile(rf"{NUMBER}\s+(?:[^\W\d_][\w’'-]+\s+){{0,2}}?(?P<thing>[^\W\d_][\w’'-]{{2,}})", re.I)
_NO_THING = re.compile(
    r"^(?:days?|weeks?|months?|years?|hours?|minutes?|per\b|percent\w*|times|degrees?|pages?|rows?|dollars?|roubles?|rubles?|"
    r"euros?|yuan|hryvn\w*|(?:m|b|tr)illions?|thousands?|hundreds?|dozens?|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|and|or|when|then|while|to|of|in|at|on|from|by|for|with|who|which|that|were|was|are|is|had|have|has|"
    r"дн\w+|день|недел\w+|месяц\w*|год\w*|лет|час\w*|минут\w*|процент\w*|раз\w?|страниц\w*|строк\w*|рубл\w*|доллар\w*|евро|"
    r"юан\w*|гривен\w*|тыс\w*|млн|млрд|миллион\w*|миллиард\w*|янв\w*|фев\w*|март\w*|апр\w*|ма[йя]|июн\w*|июл\w*|авг\w*|сент\w*|"
    r"окт\w*|нояб\w*|дек\w*|тижн\w*|рок\w*|рік|місяц\w*|годин\w*|хвилин\w*|відсот\w*|сторін\w*|гривн\w*|долар\w*|євро|тис\w*|"
    r"мільйон\w*|мільярд\w*|січ\w*|лют\w*|берез\w*|квіт\w*|трав\w*|черв\w*|лип\w*|серп\w*|верес\w*|жовт\w*|листопад\w*|груд\w*)$",
    re.I,
)
_LEAST = 10
"""Smaller numbers stand in evidence in too many ways."""


def check(held: Held) -> Iterator[Problem]:
    """A number of things ("100 engines") on a page that knows another (120)."""
    if not held.pages or held.sought or any(page.recognised for page in held.pages):
        return
    taken = [(m.start, m.end) for m in held.mentions if m.type.value not in ("QUANT", "PER", "LOC", "ORG")]
    taken += [m.span() for m in PEOPLE.finditer(held.prose)]
    known = _known(held)
    for found in _THINGS.finditer(held.prose):
        stated = value(found["number"])
        first = found.group().split()[1:2]
        if (
            stated is None
            or stated < _LEAST
            or _NO_THING.match(found["thing"])
            or (first and _NO_THING.match(first[0]))
        ):
            continue
        if any(a <= found.start("number") < b for a, b in taken):
            continue
        if known and not any(fits(held.prose, found)(number) for number in known):
            near = min(known, key=lambda number: abs(number - stated))
            yield Problem(
                "number", str(stated), str(near), f"nothing cited gives {stated}; the nearest number is {near}"
            )


def _known(held: Held) -> set[int]:
    texts = [page.text for page in held.pages] + [raw for row in held.rows for _, raw in row.values.values()]
    known = {n for text in texts for m in re.finditer(NUMBER, text, re.I) if (n := value(m["number"])) is not None}
    known |= {int(m) for text in texts for m in re.findall(r"(?<![\d.,])\d{1,9}(?![\d])", text)}
    papers = {page.document for page in held.pages}
    rows = {(row.dataset, row.row) for row in held.rows}
    for finding in held.case.findings:
        if papers & {p.document for p in finding.pages} or rows & {(r.dataset, r.row) for r in finding.rows}:
            known |= set(_whole(finding.body))
    return {number for number in known if number > 1}


def _whole(told: Any) -> Iterator[int]:
    if isinstance(told, bool):
        return
    if isinstance(told, int):
        yield told
    elif isinstance(told, dict):
        for inner in told.values():
            yield from _whole(inner)
        quantities = [q for item in told.get("items") or () if isinstance(q := item.get("quantity"), int)]
        yield sum(quantities)
    elif isinstance(told, list | tuple):
        for inner in told:
            yield from _whole(inner)


CHECK = Check("quantities", "Numbers of things that nothing cited gives", check)
