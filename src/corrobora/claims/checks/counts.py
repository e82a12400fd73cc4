"""Counts of people are recounted from the lists and record sets they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corrobora.claims.check import Check, Problem
from corrobora.claims.context import Held
from corrobora.model.facts import Appearance, VisitFact

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "a dozen": 12, "two dozen": 24, "three dozen": 36, "four dozen": 48, "half a dozen": 6,
}  # fmt: skip
_NUMBER = r"(?P<number>\d[\d,]*|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"
_PEOPLE = re.compile(
    rf"\b{_NUMBER}\s+(?:(?!of\b)[\w-]+\s+){{0,2}}?"
    r"(?:names|people|persons|members|delegates|officers|citizens|men|guests|visitors|recruits|nationals)\b",
    re.I,
)
_IN_MONTH = re.compile(rf"\b{_NUMBER}\s+of\s+them\s+in\s+(?P<month>[A-Z][a-z]+)\s+(?P<year>\d{{4}})")
_AGE = re.compile(r"\b(?P<which>youngest|oldest|median)\b[^.;,]{0,30}?\b(?P<number>\d{1,3})\b", re.I)
_LOOSE = re.compile(
    r"\b(?:about|around|nearly|almost|some|more than|over|at least|fewer than|less than|up to)\s+$", re.I
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def check(held: Held) -> Iterator[Problem]:
    """People of a list, citizens of a register, ages."""
    prose = held.sentence.prose
    known = _sizes(held)
    for found in _PEOPLE.finditer(prose):
        stated = _value(found["number"])
        if known and stated not in known and not _LOOSE.search(prose[: found.start()]):
            right = max(known, key=lambda size: (known[size], size))
            yield Problem("count", str(stated), str(right), f"the evidence holds {right}, the sentence says {stated}")
    yield from _series(held)


def _sizes(held: Held) -> dict[int, int]:
    """Possible right answers and how directly the evidence gives them."""
    sizes: dict[int, int] = {}
    for page in held.pages:
        guests = [f for f in page.facts if isinstance(f, Appearance) and f.side == "delegation"]
        for size, weight in [(len(guests), 2), *((f.size or 0, 1) for f in page.facts if isinstance(f, VisitFact))]:
            if size:
                sizes[size] = max(weight, sizes.get(size, 0))
    datasets = {row.dataset for row in held.rows}
    for finding in held.case.findings:
        total = finding.body.get("total")
        if finding.kind == "series" and isinstance(total, int) and datasets & {r.dataset for r in finding.rows}:
            sizes[total] = 2
    return sizes


def _series(held: Held) -> Iterator[Problem]:
    datasets = {row.dataset for row in held.rows}
    series = [f.body for f in held.case.findings if f.kind == "series" and datasets & {r.dataset for r in f.rows}]
    for found in _IN_MONTH.finditer(held.sentence.prose):
        month = found["month"][:3].lower()
        key = f"{found['year']}-{_MONTHS.index(month) + 1:02d}" if month in _MONTHS else ""
        counts = {body["counts"][key] for body in series if key in body.get("counts", {})}
        yield from _unless_in(counts, found["number"])
    for found in _AGE.finditer(held.sentence.prose):
        field = {"youngest": "minimum", "oldest": "maximum", "median": "median"}[found["which"].lower()]
        yield from _unless_in({body[field] for body in series if body.get(field) is not None}, found["number"])


def _unless_in(known: set[float], stated: str) -> Iterator[Problem]:
    if known and _value(stated) not in known:
        yield Problem("count", stated, f"{min(known):g}", f"counted again it is {min(known):g}")


def _value(text: str) -> int:
    return _WORDS[text.lower()] if text.lower() in _WORDS else int(text.replace(",", ""))


CHECK = Check("count", "Counts that do not come out when counted again", check)
