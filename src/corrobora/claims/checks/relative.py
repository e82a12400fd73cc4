"""Time told as a distance ("seven months later") is counted between the days it spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations, product

from corrobora.claims.check import Check, Problem
from corrobora.claims.context import Held
from corrobora.claims.figures import NUMBER, value
from corrobora.claims.vocabulary import ABOUT, LESS, MORE
from corrobora.model.dates import parse_day
from corrobora.model.mention import MentionType

_UNIT = (
    r"(?P<unit>days?|weeks?|months?|years?|дн(?:я|ей|і|ів|ями|ям)|день|дня|суток|недел\w+|тижн\w+|тиждень|месяц\w*|місяц\w*|"
    r"год(?:а|у|ом)?\b|лет|рок\w*|рік|个?星期|周|个?月|天|日|年)"
)
_SPAN = re.compile(rf"(?:{NUMBER}|\b(?P<one>an?|через|за))[\s-]*{_UNIT}(?P<after>[^.;。；]{{0,16}})", re.I)
_SPANNING = re.compile(
    r"^\W{0,2}(?:later|earlier|after|before|prior|following|from|since|apart|between|спустя|после|до\b|позже|позднее|раньше|"
    r"потому|після|пізніше|раніше|之?[后後前]|以[后後前]|相隔)",
    re.I,
)
_INTO = re.compile(r"\b(?:через|спустя|по|after|within|за)\s+(?:[^\W\d]+\s+)?$", re.I)
_DAYS = {"d": 1.0, "w": 7.0, "m": 30.44, "y": 365.25}
_SLACK = {"d": 0.0, "w": 3.6, "m": 16.0, "y": 183.0}
_FEW = 12


def check(held: Held) -> Iterator[Problem]:
    """A stated distance that no two days give."""
    for found in _SPAN.finditer(held.prose):
        number = value(found["number"]) if found["number"] else 1
        if number is None or not _spans(held.prose, found) or (found["one"] or "").lower() == "за":
            continue
        written = held.prose[found.start() : found.end("unit")]
        known = _distances(held, written)
        if known and not any(_agrees(held.prose, found, number, days) for days in known):
            near = min(known, key=lambda days: abs(days - number * _DAYS[_unit(found)]))
            months = f" (about {near / 30.44:.1f} months)" if near > 60 else ""
            yield Problem("date", written, f"{near} days", f"counted between the two days it is {near} days{months}")


def _spans(prose: str, found: re.Match[str]) -> bool:
    """Whether it is a distance between two events, and no age, term or duration of a stay."""
    return bool(_SPANNING.search(found["after"]) or _INTO.search(prose[: found.start()]))


def _unit(found: re.Match[str]) -> str:
    low = found["unit"].lower()
    if low[0] in "wн" or low.startswith(("тиж", "周")) or "星期" in low:
        return "w"
    if low[0] in "mм" or "月" in low:
        return "m"
    return "y" if low[0] in "yглр年" else "d"


def _agrees(prose: str, found: re.Match[str], number: int, days: int) -> bool:
    unit = _unit(found)
    meant, slack = number * _DAYS[unit], _SLACK[unit]
    before = prose[max(0, found.start() - 20) : found.start()]
    if MORE.search(before):
        return meant - slack <= days <= meant * 1.6 + 2 * _DAYS[unit]
    if LESS.search(before):
        return days <= meant + slack
    if ABOUT.search(before) or ABOUT.search(found.group()):
        return abs(days - meant) <= max(slack, 0.15 * meant, 2.0)
    return abs(days - meant) <= (1 if unit == "d" and number > 2 else slack)


def _distances(held: Held, written: str) -> set[int]:
    """Distances that could be meant; empty where nothing tells, or where the evidence words it so itself."""
    if any(written.lower() in page.text.lower() for page in held.pages):
        return set()
    stated = _days(m.value for m in held.mentions if m.type is MentionType.DATE)
    told = {days for days in _counted(held) if days is not None}
    if len(stated) >= 2:
        return told | {abs((one - other).days) for one, other in combinations(stated, 2)}
    if held.sought:
        return set()
    of_rows = _days(v for row in held.rows for key, (v, _) in row.values.items() if "birth" not in key)
    of_pages = _days(held.values(MentionType.DATE))
    ours = of_rows | of_pages
    if not ours or len(of_pages) > _FEW:
        return set()
    if stated:
        return told | {abs((one - other).days) for one, other in product(stated, ours) if one != other}
    # without a day in the sentence only rows are plain enough to count between
    return told | {abs((one - other).days) for one, other in combinations(of_rows, 2)} if len(of_rows) >= 2 else set()


def _counted(held: Held) -> Iterator[int | None]:
    """Distances that findings on the same rows or papers have already counted."""
    rows = {(row.dataset, row.row) for row in held.rows}
    papers = {page.document for page in held.pages}
    for finding in held.case.findings:
        days = finding.body.get("days")
        if isinstance(days, int) and (
            rows & {(r.dataset, r.row) for r in finding.rows} or papers & {p.document for p in finding.pages}
        ):
            yield abs(days)


def _days(values: Iterable[object]) -> set[date]:
    parts = [parse_day(part) for v in values for part in str(v).split("/")]
    return {day for day in parts if day is not None}


CHECK = Check("relative", "Distances in time that do not come out", check)
