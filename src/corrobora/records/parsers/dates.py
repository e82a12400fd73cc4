"""Dates as tables write them: the form is decided once for a whole column, then every cell is read by it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

DAY_FIRST, MONTH_FIRST, ISO, SERIAL, YEAR, MIXED = "day_first", "month_first", "iso", "serial", "year", "mixed"
YEAR_FIRST, MINGUO = "year_first", "minguo"
FORMS = (DAY_FIRST, MONTH_FIRST, ISO, SERIAL, YEAR, MIXED, YEAR_FIRST, MINGUO)
"""`year_first`: two digits of the year, month, day; `minguo`: the same in years of the Republic of China."""

# Stems long enough to be unlike one another, in Russian (also genitive), Ukrainian, English and German.
_MONTH_STEMS: tuple[tuple[str, ...], ...] = (
    ("янв", "січ", "jan", "jän"),
    ("фев", "лют", "feb"),
    ("мар", "бер", "mar", "mär"),
    ("апр", "кві", "apr"),
    ("май", "мая", "тра", "may", "mai"),
    ("июн", "чер", "jun"),
    ("июл", "лип", "jul"),
    ("авг", "сер", "aug"),
    ("сен", "вер", "sep"),
    ("окт", "жов", "oct", "okt"),
    ("ноя", "лис", "nov"),
    ("дек", "гру", "dec", "dez"),
)
_MONTHS = {stem: number for number, stems in enumerate(_MONTH_STEMS, 1) for stem in stems}
MONTH_STEMS = tuple(_MONTHS)
"""The beginnings of the names of months, in all languages known."""

_CLOCK = re.compile(
    r"(?:^|[\sT,])(\d{1,2})[:.时時](\d{2})(?:[:.分](\d{2}))?(?:\.\d+)?\s*([AaPp]\.?[Mm]\.?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$"
)
_YEAR_FIRST = re.compile(r"^(\d{4})[-./\s](\d{1,2})[-./\s](\d{1,2})\.?$")
_TRIPLE = re.compile(r"^(\d{1,2})\s*[-./\s]\s*(\d{1,2})\s*[-./\s]\s*(\d{4}|\d{2})\s*(?:г|р|года|року)?\.?$")
_SHORT_YEAR_FIRST = re.compile(r"^(?:民[國国])?\s*(\d{2,3})[-./](\d{1,2})[-./](\d{1,2})$")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
_HAN = re.compile(r"^(民[國国])?\s*(\d{1,4})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号號])?$")
_DAY_NAME = re.compile(
    r"^(\d{1,2})(?:st|nd|rd|th|-го)?[\s.\-/]*([^\W\d_]{3,})\.?[\s,.\-/]*(\d{4}|\d{2})?\s*(?:г|р|года|року)?\.?$"
)
_NAME_DAY = re.compile(r"^([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$")
_NAME_YEAR = re.compile(r"^([^\W\d_]{3,})\.?[\s,\-]+(\d{4})\s*(?:г|р|года|року)?\.?$")
_YEAR_MONTH = re.compile(r"^(\d{4})-(\d{1,2})$")
_MONTH_YEAR = re.compile(r"^(\d{1,2})[./](\d{4})$")
_YEAR_ONLY = re.compile(
    r"^(?:circa|ca\.?|около|прибл\.?|约)?\s*((?:1[89]|20)\d{2})\s*(?:г\.?|р\.?|год|року?|年)?$", re.IGNORECASE
)
_SERIAL = re.compile(r"^(\d{5})(?:[.,](\d+))?$")
_EPOCH = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 60_000
_MINGUO, _BUDDHIST = 1911, 543
_BUDDHIST_YEARS = (2443, 2590)
"""Years that nobody writes of in the common era, and that Thai papers write for 1900 to 2047."""


def split_time(text: str) -> tuple[str, str | None]:
    """Cuts a time of day off the end of a cell.

    Example:
        >>> split_time("05.01.2023 07:40")
        ('05.01.2023', '07:40')
    """
    found = _CLOCK.search(text)
    if not found or (found.start() == 0 and found.group(0) == text and "." in text and ":" not in text):
        return text, None
    hour, minute, second, half = found.groups()
    value = int(hour)
    if half:
        value = value % 12 + (12 if half[0] in "Pp" else 0)
    if value > 24 or int(minute) > 59:
        return text, None
    clock = f"{value:02d}:{minute}" + (f":{second}" if second else "")
    return text[: found.start()].strip(" ,T"), clock


def column_form(values: Iterable[str]) -> tuple[str, float]:
    """The form most of a column's cells are written in, and the share of cells that are dates in it.

    Cells that could be read either way follow those that could not.
    """
    counts = dict.fromkeys((*FORMS, ""), 0)
    either = total = dotted = 0
    for value in values:
        text, _ = split_time(value.strip())
        total += 1
        triple = _TRIPLE.match(text)
        if triple:
            first, second = int(triple.group(1)), int(triple.group(2))
            dotted += "." in text
            if first > 31:
                counts[YEAR_FIRST] += 1
            elif first > 12 >= second:
                counts[DAY_FIRST] += 1
            elif second > 12 >= first:
                counts[MONTH_FIRST] += 1
            elif first <= 12 and second <= 12:
                either += 1
        else:
            counts[_other_form(text)] += 1
    if counts[MINGUO] or counts[YEAR_FIRST] > counts[DAY_FIRST] + counts[MONTH_FIRST]:
        # what could be a day may be a year as well: 25/03/02 among 86/03/02
        year_first = MINGUO if counts[MINGUO] else YEAR_FIRST
        counts[year_first] += counts.pop(DAY_FIRST) + either + (counts[YEAR_FIRST] if year_first == MINGUO else 0)
        counts[DAY_FIRST] = either = 0
    # Dots between numbers are day first everywhere; slashes are not.
    leaning = MONTH_FIRST if counts[MONTH_FIRST] > counts[DAY_FIRST] and not dotted else DAY_FIRST
    counts[leaning] += either
    none = counts.pop("", 0)
    form = max(counts, key=lambda name: counts[name])
    readable = sum(counts.values()) if form not in (SERIAL, YEAR) else counts[form]
    return (form, readable / total) if total and total > none else ("", 0.0)


def is_open(values: Iterable[str]) -> bool:
    """Whether a column leaves it open which number is the day: no number above 12, and no dots between them.

    Example:
        >>> is_open(["03/04/2023", "11/12/2023"]), is_open(["03/04/2023", "25/12/2023"])
        (True, False)
    """
    found = [_TRIPLE.match(split_time(value.strip())[0]) for value in values]
    told = [match for match in found if match is not None]
    return bool(told) and all(
        "." not in match[0] and int(match.group(1)) <= 12 and int(match.group(2)) <= 12 for match in told
    )


def _other_form(text: str) -> str:
    if _YEAR_FIRST.match(text) or _HAN.match(text) or _compact(text) or _YEAR_MONTH.match(text):
        return ISO
    if _YEAR_ONLY.match(text):
        return YEAR
    if _named(text, is_birth=False):
        return MIXED
    if (short := _SHORT_YEAR_FIRST.match(text)) and len(short.group(1)) == 3:
        return MINGUO
    serial = _SERIAL.match(text)
    if serial and _FIRST_SERIAL <= int(serial.group(1)) <= _LAST_SERIAL:
        return SERIAL
    return ""


@lru_cache(maxsize=1 << 17)
def parse(untrusted_text: str, form: str = DAY_FIRST, *, is_birth: bool = False) -> str | None:
    """Reads one cell; ISO text, partial where the cell is partial, or None.

    Args:
        untrusted_text: the cell, with or without a time of day.
        form: the form of the column (`column_form`).
        is_birth: two-digit years then lie in the past.

    Example:
        >>> parse("2023年1月5日"), parse("03/04/2023", "month_first")
        ('2023-01-05', '2023-03-04')
    """
    text, _ = split_time(untrusted_text.strip().rstrip(",;"))
    if form in (YEAR_FIRST, MINGUO) and (short := _SHORT_YEAR_FIRST.match(text)):
        return _iso(_short_year(short.group(1), form, is_birth), int(short.group(2)), int(short.group(3)))
    triple = _TRIPLE.match(text)
    if triple:
        first, second, year = int(triple.group(1)), int(triple.group(2)), _full_year(triple.group(3), is_birth)
        day, month = (second, first) if form == MONTH_FIRST else (first, second)
        return _iso(year, month, day)
    year_first = _YEAR_FIRST.match(text)
    if year_first:
        return _iso(*(int(part) for part in year_first.groups()))
    if form == SERIAL and (serial := _SERIAL.match(text)):
        return (_EPOCH + timedelta(days=int(serial.group(1)))).isoformat()
    return _compact(text) or _han(text, is_birth) or _named(text, is_birth=is_birth) or _partial(text)


def parse_time(untrusted_text: str) -> str | None:
    """The time of day in a cell, `HH:MM` or `HH:MM:SS`, or None."""
    text = untrusted_text.strip()
    compact = re.fullmatch(r"([01]?\d|2[0-3])(\d{2})", text)
    if compact and int(compact.group(2)) < 60:
        return f"{int(compact.group(1)):02d}:{compact.group(2)}"
    return split_time(text)[1]


def _iso(year: int, month: int, day: int) -> str | None:
    if month == 0 or day == 0:
        return f"{year:04d}-{month:02d}" if 0 < month < 13 else f"{year:04d}" if year >= 1800 else None
    if _BUDDHIST_YEARS[0] <= year <= _BUDDHIST_YEARS[1]:
        year -= _BUDDHIST
    try:
        return date(year, month, day).isoformat() if 1000 <= year <= 2999 else None
    except ValueError:
        return None


def _full_year(digits: str, is_birth: bool) -> int:
    value = int(digits)
    if len(digits) == 4:
        return value
    # A person in such a table is rarely under fifteen; a thing that happened is rarely before 1950.
    return value + (2000 if value <= (11 if is_birth else 49) else 1900)


def _short_year(digits: str, form: str, is_birth: bool) -> int:
    return int(digits) + _MINGUO if form == MINGUO or len(digits) == 3 else _full_year(digits, is_birth)


def _compact(text: str) -> str | None:
    found = _COMPACT.match(text)
    if not found or not "1900" <= found.group(1) <= "2100":
        return None
    return _iso(*(int(part) for part in found.groups()))


def _han(text: str, is_birth: bool) -> str | None:
    found = _HAN.match(text)
    if not found:
        return None
    era, year, month, day = found.groups()
    full = int(year) + _MINGUO if era or len(year) in (1, 3) else _full_year(year, is_birth)
    return _iso(full, int(month), int(day)) if day else f"{full:04d}-{int(month):02d}"


def _month(word: str) -> int | None:
    return _MONTHS.get(word.lower()[:3])


def _named(text: str, *, is_birth: bool) -> str | None:
    for pattern, day_at, month_at, year_at in ((_DAY_NAME, 1, 2, 3), (_NAME_DAY, 2, 1, 3)):
        found = pattern.match(text)
        if found and (month := _month(found.group(month_at))) and found.group(year_at):
            return _iso(_full_year(found.group(year_at), is_birth), month, int(found.group(day_at)))
    found = _NAME_YEAR.match(text)
    month = _month(found.group(1)) if found else None
    return f"{found.group(2)}-{month:02d}" if found and month else None


def _partial(text: str) -> str | None:
    if found := _YEAR_ONLY.match(text):
        return found.group(1)
    found = _YEAR_MONTH.match(text)
    if found and 1 <= int(found.group(2)) <= 12:
        return f"{found.group(1)}-{int(found.group(2)):02d}"
    found = _MONTH_YEAR.match(text)
    if found and 1 <= int(found.group(1)) <= 12:
        return f"{found.group(2)}-{int(found.group(1)):02d}"
    return None
