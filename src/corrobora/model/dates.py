"""Partial dates: ISO 8601 strings that keep the precision that was stated ("2024", "2024-10", "2024-10-05")."""

from __future__ import annotations

import calendar
from datetime import date, timedelta


def is_day(iso: str | None) -> bool:
    """Whether the date is known to the day."""
    return iso is not None and len(iso) == 10 and parse_day(iso) is not None


def parse_day(iso: str) -> date | None:
    """The day, or None where the string is no full valid date."""
    try:
        return date.fromisoformat(iso) if len(iso) == 10 else None
    except ValueError:
        return None


def first_day(iso: str) -> date:
    """The first day of the stated period.

    Raises:
        ValueError: where the string is no partial date.
    """
    parts = [int(part) for part in iso.split("-")]
    year, month, day = (parts + [1, 1])[:3]
    return date(year, month, day)


def last_day(iso: str) -> date:
    """The last day of the stated period (2024-02 -> 29 February 2024).

    Raises:
        ValueError: where the string is no partial date.
    """
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = parts[0], parts[1] if len(parts) == 2 else 12
    return date(year, month, calendar.monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or that month's last (31 March + 6 months = 30 September)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def days_between(first: str, second: str) -> int | None:
    """Days from the first date to the second, or None unless both are known to the day."""
    one, other = parse_day(first), parse_day(second)
    return (other - one).days if one and other else None


def shift(iso: str, days: int) -> str:
    """The day so many days later, as ISO.

    Raises:
        ValueError: where the string is no full date.
    """
    return (date.fromisoformat(iso) + timedelta(days=days)).isoformat()
