"""The timeline: every dated finding in its month. Pure."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from corrobora.model.findings import Finding, Grade
from corrobora.names import organization_key

_KEYS = {
    "visit": (("from", "began"),),
    "travel": (("date", "journey"),),
    "contract": (("signed", "signed"), ("complete_not_before", "not complete before")),
    "supply": (("date", "supplied"),),
    "sanction": (("since", "listed"),),
    "ownership": (("since", "owned from"),),
    "aircraft": (("seen", "seen"),),
    "court_case": (("date", "court case"),),
    "fate": (("date", "state"),),
    "obligation": (("due", "due"),),
    "contradiction": (("date", "told otherwise"),),
    "sequence": (("first_date", "first"), ("second_date", "then")),
    "term_end": (("latest", "term ends"),),
    "post": (("published", "posted"),),
    "photograph": (("taken", "taken"),),
    "testimony": (("date", "testimony"),),
}
"""Kind -> the fields that date it, with what happened on that day; what spans many days (a stay, a post) is no day."""
_PARTS = {"contract": (("payments", "due", "payment due"), ("deliveries", "latest", "delivery due"))}
_NAMES = (
    "organizations", "organization", "parties", "supplier", "intermediaries", "receiver", "owner", "asset", "target",
    "company", "debtor", "party",
)  # fmt: skip
_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}")
_WORN = (Grade.POSSIBLE, Grade.UNVERIFIED, Grade.CONTRADICTED)


@dataclass(frozen=True, slots=True)
class Event:
    """A finding on its day (or month, or year), and what happened then."""

    date: str
    until: str
    finding: Finding
    what: str = ""


@dataclass(frozen=True, slots=True)
class Month:
    """A month's events: those that are asserted, and those that are leads or open."""

    key: str
    title: str
    firm: tuple[Event, ...]
    open: tuple[Event, ...]


def events(findings: Iterable[Finding]) -> list[Event]:
    """All dated things of all findings in order; a year stands before its months, a month before its days."""
    return sorted(_events(findings), key=lambda e: (e.date, e.finding.kind, e.finding.id, e.what))


def of_person(known: Iterable[Event], person: str) -> list[Event]:
    """The events that concern a person, by id."""
    return [e for e in known if any(person in _all(e.finding.body, name) for name in ("person", "persons", "hosts"))]


def of_organization(known: Iterable[Event], name: str) -> list[Event]:
    """The events that concern an organisation, in whatever language, legal form or quotation marks it is written."""
    key = organization_key(name)
    return [e for e in known if any(organization_key(str(n)) == key for f in _NAMES for n in _all(e.finding.body, f))]


def of_contract(known: Iterable[Event], number: str) -> list[Event]:
    """The events that concern a contract, by its number."""
    key, names = _bare(number), ("number", "contract")
    return [e for e in known if any(_bare(str(n)) == key for f in names for n in _all(e.finding.body, f))]


def months(findings: Iterable[Finding]) -> list[Month]:
    """All dated findings by month, earliest first."""
    found = []
    for key, held in groupby(events(findings), key=lambda event: event.date[:7]):
        here = list(held)
        firm = tuple(e for e in here if e.finding.grade not in _WORN)
        found.append(Month(key, _title(key), firm, tuple(e for e in here if e.finding.grade in _WORN)))
    return found


def _events(findings: Iterable[Finding]) -> Iterator[Event]:
    for finding in findings:
        body = finding.body
        dated = [(body.get(key), what) for key, what in _KEYS.get(finding.kind, ())]
        for field, key, what in _PARTS.get(finding.kind, ()):
            dated += [(part.get(key), what) for part in _all(body, field)]
        for value, what in dated:
            day = value[:10] if isinstance(value, str) else ""
            if _ISO.fullmatch(day):
                until = body.get("to")
                isoed = until if isinstance(until, str) and _ISO.fullmatch(until) and until != day else ""
                yield Event(day, isoed, finding, what)


def _all(body: Mapping[str, Any], name: str) -> list[Any]:
    value = body.get(name)
    if value is None or value == "":
        return []
    return [held for held in value if held] if isinstance(value, list | tuple) else [value]


def _bare(number: str) -> str:
    return "".join(sign for sign in number.casefold() if sign.isalnum())


def _title(key: str) -> str:
    year, _, month = key.partition("-")
    return f"{calendar.month_name[int(month)]} {year}" if month.isdigit() and 1 <= int(month) <= 12 else year
