"""Cuts a text into clauses: numbered points, bullets, sentences; a line break alone ends none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from corrobora.model.document import Page
from corrobora.model.facts import Span

_CUT = re.compile(
    r"\n\s*\n|(?<=руб\.)\n(?=[А-ЯІЇЄA-Z])|(?<=грн\.)\n(?=[А-ЯІЇЄA-Z])"
    r"|\n(?=[^\n|]{0,200} \| )|\n(?=[^\n:：|]{1,40}[:：][ \t]*(?:\n|$))"
    r"|\n(?=\s*(?:[—–•*▪●·-]\s|\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s|\d{1,2}(?:\.\d{1,2}){1,3}\s|[a-zа-яіїє]\)\s|"
    r"[(（]?[一二三四五六七八九十\d]{1,2}[)）、]|第\s*[一二三四五六七八九十\d]{1,3}\s*[条期章笔]|(?i:статья|"
    r"стаття|article|section|раздел|розділ)\s))"
    r"|[;；](?=\s)|；|。"
    r"|(?<=[:：])[ \t]*\n|(?<=\d)\n(?!(?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December)\b)"
    r"(?=[А-ЯЁІЇЄҐA-Z][а-яёіїєґa-z])|(?<=[А-ЯЁІЇЄҐA-Z]{3})\n(?=[А-ЯЁІЇЄҐA-Z][а-яёіїєґa-z])"
    r"|"
    r"(?<!\.\d)(?<!\n\d)(?<!\n\d\d)(?<!^\d)(?<!\b[A-ZА-ЯІЇЄҐ])(?<!\bi\.e)(?<!\be\.g)(?<!\bapprox)(?<!\bincl)(?<!\bMr)(?<!\bDr)(?<!\bMs)(?<!\bCol)(?<!\bGen)(?<!\bг)(?<!\bр)(?<!\bруб)(?<!долл)(?<!дол)(?<!\bгрн)(?<!\bтыс)(?<!\bмлн)(?<!\bмлрд)(?<!\bNo)(?<!\bЛ)(?<!\bCo)(?<!\bшт)(?<!\bст)(?<!\bп)\.\s+(?=[А-ЯЁІЇЄҐA-Z«\"])"
    r"|(?<=\d\s[гр])\.\s+(?=[А-ЯЁІЇЄҐA-Z][а-яёіїєґa-z]+\s)|(?<=\d\s[гр]\.)\s+(?=[А-ЯЁІЇЄҐ][а-яёіїєґ]{3,}\s)"
)


def units(page: Page, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The clauses of a stretch of a page, in order, without white space at their ends."""
    if start == 0 and end is None:
        for left, right in _bounds(page.text, 0, len(page.text)):
            yield Span(page.document, page.page, left, right, page.text[left:right])
        return
    stop = len(page.text) if end is None else end
    for left, right in _cut(page.text, start, stop):
        yield Span(page.document, page.page, left, right, page.text[left:right])


def unit_at(page: Page, position: int) -> Span | None:
    """The clause that holds a position."""
    bounds = _bounds(page.text, 0, len(page.text))
    place = bisect_right(bounds, (position, len(page.text) + 1)) - 1
    if place < 0 or not bounds[place][0] <= position < bounds[place][1]:
        return None
    left, right = bounds[place]
    return Span(page.document, page.page, left, right, page.text[left:right])


@lru_cache(maxsize=64)
def _bounds(text: str, start: int, stop: int) -> tuple[tuple[int, int], ...]:
    return tuple(_cut(text, start, stop))


def _cut(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    begin = start
    for cut in _CUT.finditer(text, start, stop):
        yield from _trimmed(text, begin, cut.end() if cut.group().strip() else cut.start())
        begin = cut.end()
    yield from _trimmed(text, begin, stop)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    raw = text[start:end]
    if raw.strip():
        yield start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip())
