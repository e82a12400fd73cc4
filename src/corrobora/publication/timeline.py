"""The timeline: every dated finding in its month. Pure."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from corrobora.model.findings import Finding, Grade

_KEYS = {
    "visit": ("from",),
    "travel": ("date",),
    "stay": (),
    "lag": (),
    "contract": ("signed",),
    "supply": ("date",),
    "sanction": ("since",),
    "ownership": ("since",),
    "aircraft": ("seen",),
    "court_case": ("date",),
    "fate": ("date",),
    "obligation": ("due",),
    "role": (),
}
_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}")
_WORN = (Grade.POSSIBLE, Grade.UNVERIFIED, Grade.CONTRADICTED)


@dataclass(frozen=True, slots=True)
class Event:
    """A finding on its day (or month, or year)."""

    date: str
    until: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Month:
    """A month's events: those that are asserted, and those that are leads or open."""

    key: str
    title: str
    firm: tuple[Event, ...]
    open: tuple[Event, ...]


def months(findings: Iterable[Finding]) -> list[Month]:
    """All dated findings by month, earliest first."""
    events = sorted(_events(findings), key=lambda e: (e.date, e.finding.kind, e.finding.id))
    found = []
    for key, held in groupby(events, key=lambda event: event.date[:7]):
        here = list(held)
        firm = tuple(e for e in here if e.finding.grade not in _WORN)
        found.append(Month(key, _title(key), firm, tuple(e for e in here if e.finding.grade in _WORN)))
    return found


def _events(findings: Iterable[Finding]) -> Iterator[Event]:
    for finding in findings:
        for key in _KEYS.get(finding.kind, ()):
            value = finding.body.get(key)
            if isinstance(value, str) and _ISO.fullmatch(value):
                until = finding.body.get("to")
                isoed = until if isinstance(until, str) and _ISO.fullmatch(until) and until != value else ""
                yield Event(value, isoed, finding)


def _title(key: str) -> str:
    year, _, month = key.partition("-")
    return f"{calendar.month_name[int(month)]} {year}" if month.isdigit() and 1 <= int(month) <= 12 else year
