"""Words of the calendar in four languages: months, ordinals, Chinese numerals, and the parts of a date they make."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_STEMS: tuple[tuple[str, ...], ...] = (
    ("январ", "янв", "січ", "january", "jan"),
    ("феврал", "фев", "лют", "february", "feb"),
    ("март", "мар", "берез", "бер", "march", "mar"),
    ("апрел", "апр", "квіт", "кві", "april", "apr"),
    ("ма", "трав", "тра", "may"),
    ("июн", "черв", "чер", "june", "jun"),
    ("июл", "лип", "july", "jul"),
    ("авг", "серп", "сер", "august", "aug"),
    ("сен", "верес", "вер", "september", "sept", "sep"),
    ("окт", "жовт", "жов", "october", "oct"),
    ("ноя", "листоп", "лис", "november", "nov"),
    ("дек", "груд", "гру", "december", "dec"),
)

_RUSSIAN = (
    "январ[ьяюеё]м?|феврал[ьяюеё]м?|март(?:а|у|ом|е)?|апрел[ьяюеё]м?|ма(?:й|я|ю|ем|е)|июн[ьяюеё]м?|июл[ьяюеё]м?"
    "|август(?:а|у|ом|е)?|сентябр[ьяюеё]м?|октябр[ьяюеё]м?|ноябр[ьяюеё]м?|декабр[ьяюеё]м?"
)
_UKRAINIAN = (
    "січ(?:ень|ня|ню|нем|ні)|лют(?:ий|ого|ому|им)|берез(?:ень|ня|ню|нем|ні)|квіт(?:ень|ня|ню|нем|ні)"
    "|трав(?:ень|ня|ню|нем|ні)|черв(?:ень|ня|ню|нем|ні)|лип(?:ень|ня|ню|нем|ні)|серп(?:ень|ня|ню|нем|ні)"
    "|верес(?:ень|ня|ню|нем|ні)|жовт(?:ень|ня|ню|нем|ні)|листопад(?:а|у|ом|і)?|груд(?:ень|ня|ню|нем|ні)"
)
_ENGLISH = "january|february|march|april|may|june|july|august|september|october|november|december"

MONTH_FULL = f"(?:{_RUSSIAN}|{_UKRAINIAN}|{_ENGLISH})"
"""A month written out, in any case of the language."""

MONTH_ANY = (
    f"(?:{MONTH_FULL}|(?:янв|фев|мар|апр|июн|июл|авг|сент?|окт|нояб?|дек|січ|лют|бер|квіт?|трав?|черв?|лип|серп?|ве"
    f"рес?|вер"
    "|жовт?|лист|груд?|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:\\.|(?![a-zа-яёіїєґ])))"
)
"""A month written out or cut short."""

_ORDINALS: tuple[tuple[str, ...], ...] = (
    ("1", "i", "і", "перв", "перш", "first", "一"),
    ("2", "ii", "іі", "втор", "друг", "second", "二"),
    ("3", "iii", "ііі", "трет", "third", "三"),
    ("4", "iv", "іv", "четв", "fourth", "四"),
)

ORDINAL = (
    r"(?:[1-4](?:\s?-?\s?(?:[мйоеяу]{1,3}|ого|ому|го|му|st|nd|rd|th))?|i{1,3}|iv|і{1,3}|іv"
    r"|перв\w{2,3}|втор\w{2,3}|трет\w{1,4}|четв[её]рт\w{2,3}|перш\w{2,3}|друг\w{2,3}|четверт\w{2,3}|first|second|"
    r"third|fourth)"
)

_DIGITS = {
    "〇": 0,
    "零": 0,
    "○": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}

# Signs that stand for ASCII ones, one for one, so that offsets stay: full-width figures, odd spaces, dashes.
_EVEN = {0xFF01 + i: 0x21 + i for i in range(94)} | {ord(c): " " for c in "\u00a0\u2007\u2009\u202f\u3000\u2002\u2003"}
_EVEN |= {ord("‐"): "-", ord("‑"): "-", ord("‒"): "–"}
_EVEN.pop(ord("～"))


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one date as found in a text; what is not stated is None.

    Attributes:
        unit: "day", "month", "quarter", "half", "year", or "interval" (then `last` is set).
        number: of the quarter or half-year.
        vague: "early", "middle", "late", "about", or "".
    """

    start: int
    end: int
    unit: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int | None = None
    vague: str = ""


def even(text: str) -> str:
    """The text with full-width signs and odd spaces as plain ones, character for character."""
    return text.translate(_EVEN)


def month_number(word: str) -> int | None:
    """1 to 12 for the name of a month, or None."""
    folded = word.casefold().strip(". ")
    if folded.startswith("ма") and not folded.startswith("мар"):
        return 5
    for number, stems in enumerate(_STEMS, 1):
        if number != 5 and folded.startswith(stems):
            return number
    return 5 if folded.startswith(("may", "тра")) else None


def ordinal_number(word: str) -> int | None:
    """1 to 4 for a number of a quarter or half-year in figures, Roman figures or words, or None."""
    folded = word.casefold().strip()
    roman = re.match(r"[iіv]+(?![a-zа-яёіїєґ])", folded)
    if roman:
        return {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(roman[0].replace("і", "i"))
    for number, stems in enumerate(_ORDINALS, 1):
        if folded.startswith((stems[0], *stems[3:])):
            return number
    return None


def chinese_int(text: str) -> int | None:
    """A small number in Chinese or Arabic figures ("十五", "二〇二四", "31"), or None.

    Example:
        >>> chinese_int("二十三")
        23
    """
    if text.isascii() and text.isdigit():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        if len(tens) > 1 or len(ones) > 1 or any(c not in _DIGITS for c in tens + ones):
            return None
        return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
    value = 0
    for sign in text:
        if sign not in _DIGITS and not sign.isdigit():
            return None
        value = value * 10 + _DIGITS.get(sign, int(sign) if sign.isascii() else 0)
    return value if text else None


def full_year(text: str) -> int:
    """The year for two or four figures; two figures from 46 on belong to the last century."""
    digits = int(text.lstrip("'’"))
    if digits > 99:
        return digits
    return digits + (1900 if digits > 45 else 2000)


def is_valid(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether such a day or month exists (29 February where the year is not told)."""
    try:
        date(2024 if year is None else year, month or 1, day or 1)
    except ValueError:
        return False
    return year is None or 1800 <= year <= 2199


def iso_of(parts: Parts) -> str:
    """ISO 8601 with the precision stated: 2023-03-10, 2023-03, 2023, 2025-Q1, 2025-H2, --08-22, --08."""
    year = "-" if parts.year is None else f"{parts.year:04d}"
    if parts.unit == "quarter":
        return f"{year}-Q{parts.number}"
    if parts.unit == "half":
        return f"{year}-H{parts.number}"
    iso = year
    if parts.month is not None:
        iso += f"-{parts.month:02d}"
    if parts.day is not None:
        iso += f"-{parts.day:02d}"
    return iso
