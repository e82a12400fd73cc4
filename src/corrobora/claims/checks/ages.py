"""A person's age must follow from the birth date that papers and rows give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from corrobora.claims.check import Check, Problem
from corrobora.claims.context import Held
from corrobora.model.dates import parse_day
from corrobora.model.mention import MentionType

_AGE = re.compile(
    r"\b(?:aged|age of)\s+(?P<a>\d{1,3})\b|\b(?P<b>\d{1,3})[ -]years?[ -]old\b|"
    r"\bwas (?P<g>\d{2}) (?:at the time|when|then)\b|"
    r"\b(?P<c>\d{1,3})(?:-летн\w+|-річн\w+)|"
    r"\b(?:был[оа]?|исполнилось|исполнялось|було|виповнилося)\s+(?:тогда\s+|тоді\s+|уже\s+|вже\s+)?"
    r"(?P<d>\d{1,3})\s+(?:лет|год\w*|рок\w*|рік)\b|"
    r"(?:时年|年仅|现年|当时)\s*(?P<e>\d{1,3})\s*岁|(?P<f>\d{1,3})\s*岁的",
    re.I,
)  # fmt: skip
_LONGEST = 110


def check(held: Held) -> Iterator[Problem]:
    """An age beside the name of one person, outside what that person's age can have been."""
    people = [bearers for _, bearers in held.people()]
    stated = [int(next(n for n in found.groups() if n)) for found in _AGE.finditer(held.prose)]
    if len(people) != 1 or len(people[0]) != 1 or len(stated) != 1:
        return
    born = parse_day(people[0][0].birth_date or "")
    if born is None or not 0 < stated[0] < _LONGEST:
        return
    days = _days(held)
    low, high = (_age(born, days[0]), _age(born, days[-1])) if days else (0, _age(born, date.today()))  # noqa: DTZ011
    if not low <= stated[0] <= high:
        right = f"{high}" if low == high else f"{low} to {high}" if low else f"{high} today"
        yield Problem("count", str(stated[0]), right, f"born {born.isoformat()}, the person was {right}")


def _days(held: Held) -> list[date]:
    """The days in the sentence, at which the age is meant; without one it may be meant at any time until today."""
    stated = [m.value for m in held.mentions if m.type is MentionType.DATE]
    return sorted({day for value in stated for part in value.split("/") if (day := parse_day(part)) is not None})


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


CHECK = Check("ages", "Ages that do not follow from the birth date", check)
