"""Cuts a text into clauses: numbered points, bullets, sentences; a line break alone ends none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corrobora.model.document import Page
from corrobora.model.facts import Span

_CUT = re.compile(
    r"\n\s*\n"
    r"|\n(?=\s*(?:[—–•*▪●·-]\s|\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s|\d{1,2}(?:\.\d{1,2}){1,3}\s|[a-zа-яіїє]\)\s|"
    r"[(（]?[一二三四五六七八九十\d]{1,2}[)）、]|第\s*[一二三四五六七八九十\d]{1,3}\s*[条期章笔]|(?i:статья|"
    r"стаття|article|section|раздел|розділ)\s))"
    r"|[;；](?=\s)|；|。"
    r"|(?<=[:：])[ \t]*\n|(?<=\d)\n(?=[А-ЯЁІЇЄҐA-Z][а-яёіїєґa-z])|(?<=[А-ЯЁІЇЄҐA-Z]{3})\n(?=[А-ЯЁІЇЄҐA-Z][а-яёіїєґa-z])"
    r"|"
    r"(?<!\.\d)(?<!\n\d)(?<!\n\d\d)(?<!^\d)(?<!\b[A-ZА-ЯІЇЄҐ])(?<!\bi\.e)(?<!\be\.g)(?<!\bapprox)(?<!\bincl)(?<!\bMr)(?<!\bDr)(?<!\bMs)(?<!\bCol)(?<!\bGen)(?<!\bг)(?<!\bр)(?<!\bруб)(?<!долл)(?<!дол)(?<!\bгрн)(?<!\bтыс)(?<!\bмлн)(?<!\bмлрд)(?<!\bNo)(?<!\bЛ)(?<!\bCo)(?<!\bшт)(?<!\bст)(?<!\bп)\.\s+(?=[А-ЯЁІЇЄҐA-Z«\"])"
    r"|(?<=\d\s[гр])\.\s+(?=[А-ЯЁІЇЄҐA-Z][а-яёіїєґa-z]+\s)|(?<=\d\s[гр]\.)\s+(?=[А-ЯЁІЇЄҐ][а-яёіїєґ]{3,}\s)"
)


def units(page: Page, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The clauses of a stretch of a page, in order, without white space at their ends."""
    stop = len(page.text) if end is None else end
    begin = start
    for cut in _CUT.finditer(page.text, start, stop):
        yield from _unit(page, begin, cut.end() if cut.group().strip() else cut.start())
        begin = cut.end()
    yield from _unit(page, begin, stop)


def _unit(page: Page, start: int, end: int) -> Iterator[Span]:
    raw = page.text[start:end]
    if raw.strip():
        left = start + len(raw) - len(raw.lstrip())
        right = start + len(raw.rstrip())
        yield Span(page.document, page.page, left, right, page.text[left:right])
