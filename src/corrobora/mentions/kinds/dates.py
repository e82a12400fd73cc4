"""Dates in Russian, Ukrainian, English and Chinese: days, months, quarters, half-years, years and ranges."""

from __future__ import annotations

from dataclasses import dataclass

from corrobora.mentions.calendar_words import Parts, even, iso_of
from corrobora.mentions.date_forms import is_plain_word, single_dates
from corrobora.mentions.date_ranges import Range, join, shared_ranges
from corrobora.mentions.durations import DurationMention, find_durations
from corrobora.mentions.kind import Kind
from corrobora.model.dates import first_day, last_day
from corrobora.model.mention import Mention, MentionType

__all__ = ["DateMention", "DurationMention", "bounds", "find_dates", "find_durations", "is_full"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text.

    Attributes:
        start: offset of its first character; `end`: after its last. The span leaves out "с", "from", "in" before it.
        value: ISO 8601 as far as stated: "2023-03-10", "2023-03", "2023", "2025-Q1", "2025-H2", "--08-22" (no year),
            or an interval of two such values with "/".
        text: as written.
        unit: "day", "month", "quarter", "half", "year" or "interval".
        vague: "early", "middle", "late", "about" where the text says so ("early 2026"), else "".
    """

    start: int
    end: int
    value: str
    text: str
    unit: str
    vague: str = ""


def find_dates(text: str, *, month_first: bool = False) -> list[DateMention]:
    """All dates of a text in order; none overlap.

    Args:
        text: in any of the four languages, also mixed.
        month_first: whether 03/04/2023 is 4 March (American papers).

    Example:
        >>> [d.value for d in find_dates("с 10 марта по 14 марта 2023 г., Q1 2025")]
        ['2023-03-10/2023-03-14', '2025-Q1']
    """
    plain = even(text)
    singles = [parts for parts in single_dates(plain, month_first=month_first) if not is_plain_word(text, parts)]
    ranges = shared_ranges(plain)
    found: list[Parts | Range] = [*join(plain, _free(singles, ranges)), *ranges]
    found.sort(key=lambda item: (item.start, -item.end))
    mentions: list[DateMention] = []
    for item in found:
        if not mentions or item.start >= mentions[-1].end:
            mentions.append(_mention(text, item))
    return mentions


def _free(singles: list[Parts], ranges: list[Range]) -> list[Parts]:
    """The single dates that no range covers."""
    return [parts for parts in singles if not any(r.start < parts.end and parts.start < r.end for r in ranges)]


def _mention(text: str, item: Parts | Range) -> DateMention:
    if isinstance(item, Range):
        value = f"{iso_of(item.first)}/{iso_of(item.last)}"
        return DateMention(item.start, item.end, value, text[item.start : item.end], "interval", item.first.vague)
    start, end = _trim(text, item.start, item.end)
    return DateMention(start, end, iso_of(item), text[start:end], item.unit, item.vague)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def is_full(value: str) -> bool:
    """Whether a value is known to the day with its year, and no interval."""
    return len(value) == 10 and value[4] == "-" and value[:4].isdigit()


def bounds(value: str) -> tuple[str, str] | None:
    """First and last day of a value as ISO days, or None where the year is not known.

    Example:
        >>> bounds("2025-Q1"), bounds("2023-03-06/2023-03-10")
        (('2025-01-01', '2025-03-31'), ('2023-03-06', '2023-03-10'))
    """
    if "/" in value:
        one, two = (bounds(end) for end in value.split("/", maxsplit=1))
        return (one[0], two[1]) if one and two else None
    if not value or value.startswith("--"):
        return None
    if "-Q" in value or "-H" in value:
        year, period = value.split("-")
        months = 3 if period[0] == "Q" else 6
        last = int(period[1]) * months
        return first_day(f"{year}-{last - months + 1:02d}").isoformat(), last_day(f"{year}-{last:02d}").isoformat()
    return first_day(value).isoformat(), last_day(value).isoformat()


def find_mentions(text: str) -> list[Mention]:
    """The dates of a text as mentions."""
    return [Mention(d.start, d.end, MentionType.DATE, d.text, d.value, "dates") for d in find_dates(text)]


KIND = Kind("dates", "Dates, periods and ranges", (MentionType.DATE,), find_mentions)
