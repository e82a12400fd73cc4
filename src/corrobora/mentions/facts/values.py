"""Dates, periods, amounts and document numbers of a page, with the spans they were read from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corrobora.mentions.currencies import currency_in
from corrobora.mentions.facts.paper import span, tidy
from corrobora.mentions.kinds.dates import bounds, find_dates
from corrobora.mentions.kinds.money import find_money, parse_number
from corrobora.model.dates import is_day
from corrobora.model.document import Page
from corrobora.model.facts import Span
from corrobora.model.money import Money

_JOINT = re.compile(
    r"\s*(?:(?:г|р|г\.|р\.|года|року)\.?)?,?\s*(?:включительно\s+)?(?:по|до|to|till|until|through|and|й|і|и|"
    r"[-–—−~～]|至|到)\s*"
    r"|[;,；，\s]{1,4}(?:departure|убытие|отъезд|вылет|вибуття|від'їзд|离开|离境|返回)\s*(?:date|日期)?\s*[:：—–|]?\s*",
    re.IGNORECASE,
)
_SIGN = r"(?:№|N[oо]\.?:?|N°|Nr\.?|#|номер|number|编号[::]?|文号[::]?|字号[::]?|号码[::]?)"
_LETTER = "A-Za-zА-Яа-яЁёІіЇїЄєҐґ0-9"
_TOKEN = rf"[A-ZА-ЯІЇЄҐ0-9][{_LETTER}]*(?:[-–—‐‑/._][{_LETTER}]+|[ ]?[-–—/][ ]?\d[{_LETTER}]*)*"
NUMBER = rf"(?:[\u4e00-\u9fff]{{1,8}}\s*[〔\[（(【]\s*\d{{4}}\s*[〕\]）)】]\s*第?\s*\d+\s*号|{_TOKEN})"
"""What the number of a letter, contract or request looks like (before `is_number` has judged it)."""
SIGNED_NUMBER = re.compile(rf"{_SIGN}\s*(?P<number>{NUMBER})", re.IGNORECASE)
BARE_NUMBER = re.compile(
    r"(?<![A-Za-zА-Яа-яІЇЄҐіїєґ0-9/-])(?=[A-ZА-ЯІЇЄҐ0-9/–-]*\d)(?=\S{0,5}[A-ZА-ЯІЇЄҐ])[A-ZА-ЯІЇЄҐ0-9]{1,10}(?:[-–/][A-ZА-ЯІЇЄҐ0-9]{1,8}){1,4}(?![A-Za-zА-Яа-яІЇЄҐіїєґ0-9/])"
)
_DAY_LIKE = re.compile(
    r"[0-3]?\d([./-])[01]?\d\1(?:\d{2}|(?:19|20)\d\d)|(?:19|20)\d\d([./-])[01]?\d\2[0-3]?\d|(?:19|20)\d\d|"
    r"[01]?\d[./](?:19|20)\d\d"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date or period on a page; `start` and `end` are the first and last day, ISO, as far as stated."""

    span: Span
    start: str
    end: str
    value: str


@lru_cache(maxsize=512)
def _dates(text: str) -> tuple[tuple[int, int, str], ...]:
    return tuple((d.start, d.end, d.value) for d in find_dates(text))


def dates_in(page: Page, start: int = 0, end: int | None = None) -> list[Dated]:
    """The dates of a page that lie wholly in start:end, a range as one."""
    stop = len(page.text) if end is None else end
    return [_dated(page, s, e, value) for s, e, value in _dates(page.text) if s >= start and e <= stop]


def _dated(page: Page, start: int, end: int, value: str) -> Dated:
    first, _, last = value.partition("/")
    return Dated(span(page, start, end), first, last or first, value)


def days_in(page: Page, start: int = 0, end: int | None = None) -> list[Dated]:
    """The dates known to the day (no ranges) in start:end."""
    return [d for d in dates_in(page, start, end) if is_day(d.value)]


def periods_in(page: Page, start: int = 0, end: int | None = None) -> list[Dated]:
    """The periods in start:end: ranges, and two dates joined by "to", "по", "至" or a dash."""
    found: list[Dated] = []
    dates = dates_in(page, start, end)
    for position, one in enumerate(dates):
        if "/" in one.value and is_day(one.start) and is_day(one.end):
            found.append(one)
            continue
        other = dates[position + 1] if position + 1 < len(dates) else None
        if other is None or not is_day(one.value) or not is_day(other.value) or other.value < one.value:
            continue
        between = page.text[one.span.end : other.span.start]
        if _JOINT.fullmatch(between):
            found.append(_dated(page, one.span.start, other.span.end, f"{one.value}/{other.value}"))
    return found


def first_day_near(page: Page, position: int, reach: int) -> Dated | None:
    """The first date to the day that begins within `reach` characters after a position."""
    return next((d for d in days_in(page, position) if d.span.start - position <= reach), None)


_BRACKETED = re.compile(
    r"(?<![\w.,])(?P<n>\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d{1,2})?|\d[\d.,]*)\s*[(（]\s*(?P<c>[^()（）\d]{1,40})[)）]"
)


_CLAUSE_NUMBER = re.compile(r"(?m)^[ \t]*\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=[ \t]+(?:[A-Z]{3}|US\$|[$€¥])[ \t]?\d)")


@lru_cache(maxsize=512)
def _sums(text: str) -> tuple[tuple[int, int, Money], ...]:
    # "3.1 USD 120,000 (30%)": the number of a clause is no amount of the currency behind it
    text = _CLAUSE_NUMBER.sub(lambda found: " " * len(found.group()), text)
    found = [(m.start, m.end, m.money) for m in find_money(text) if m.money is not None]
    for match in _BRACKETED.finditer(text):
        code, number = currency_in(match.group("c")), parse_number(match.group("n"))
        if code and number is not None and not any(s < match.end() and match.start() < e for s, e, _ in found):
            found.append((match.start(), match.end(), Money(number, code)))
    return tuple(sorted(found, key=lambda one: one[0]))


def money_in(page: Page, start: int = 0, end: int | None = None) -> list[tuple[Span, Money]]:
    """The amounts with a currency that lie wholly in start:end."""
    stop = len(page.text) if end is None else end
    return [(span(page, s, e), money) for s, e, money in _sums(page.text) if s >= start and e <= stop]


def last_day_of(value: str) -> str | None:
    """The last day of a stated date or period as ISO, or None where the year is not known."""
    both = bounds(value)
    return both[1] if both else None


_FILE_NAME = re.compile(r"\.(?:docx?|xlsx?|pdf|odt|ods|rtf|zip|rar|7z|jpe?g|png|tiff?|csv|txt|eml|msg|html?)$", re.I)


def is_number(text: str) -> bool:
    """Whether this can be the number of a paper: a digit, no date, no bare year, of sane length."""
    plain = bool(re.search(r"\d", text)) and not _DAY_LIKE.fullmatch(text) and len(text) <= 40
    return plain and not _FILE_NAME.search(text)


def clean_number(text: str) -> str:
    """A paper's number without white space around its dashes and with plain dashes.

    Example:
        >>> clean_number("КУ – 114 / 23.")
        'КУ-114/23'
    """
    plain = re.sub(r"[‐‑‒–—−]", "-", tidy(text)).rstrip(".-/_")
    return re.sub(r"\s*([-/._])\s*", r"\1", plain)


def numbers_in(page: Page, start: int = 0, end: int | None = None) -> Iterator[tuple[Span, str]]:
    """Numbers of papers in start:end: after a number sign, or of the shape letters, digits and dashes."""
    stop = len(page.text) if end is None else end
    seen: set[int] = set()
    for pattern, group in ((SIGNED_NUMBER, "number"), (BARE_NUMBER, 0)):
        for found in pattern.finditer(page.text, start, stop):
            begin = found.start(group)
            number = clean_number(found.group(group))
            if begin not in seen and is_number(number):
                seen.add(begin)
                yield span(page, begin, found.end(group)), number
