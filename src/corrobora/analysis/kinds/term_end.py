"""When the term of somebody on a list ends at the latest."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.grading import weakest
from corrobora.analysis.kinds.match import NAME_ALONE
from corrobora.analysis.rows import Row
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count, day
from corrobora.model.dates import add_months, days_between, parse_day
from corrobora.model.findings import Finding, Grade
from corrobora.model.records import RecordKind, RecordRef

TERM = re.compile(
    r"(?:на|сроком|срок|терміном|строком|for|term|period|期限|为期|合同期)\D{0,12}?"
    r"(?P<n>\d{1,2}|один|одного|одну|одн[оі]г?о?|пол|пів|one|two|three|six|一|两|二|三|半)\s*-?\s*"
    r"(?P<unit>год|лет|рік|рок|year|年|месяц|мес\b|місяц|month|个月)",
    re.IGNORECASE,
)
WORDS = {"two": 2, "three": 3, "six": 6, "两": 2, "二": 2, "三": 3}
YEARS = ("год", "лет", "рік", "рок", "year", "年")


def analyse(view: CaseView) -> Iterator[Finding]:
    """The last day of the term for which a list has a person of the case enter: as stated, or counted from its length.

    A list states the end itself, or its note gives the term ("for one year") and the end follows from the day of entry.
    It is the latest day that the term as written allows: that it was kept, cut short or prolonged is not said. Where a
    later list tells what became of the person, the days between are given.
    """
    grades: dict[tuple[str, int], tuple[str, Grade]] = {}
    for person in view.persons:
        grades |= {(ref.dataset, ref.row): (person.id, Grade.UNVERIFIED) for ref in person.records}
    for match in view.matches:
        if match.grade in (Grade.CONFIRMED, Grade.PROBABLE) and match.evidence_class != NAME_ALONE:
            grades.setdefault((match.record.dataset, match.record.row), (match.person, Grade(match.grade)))
    for place, row in view.rows.at(RecordKind.ENROLMENT, sorted(grades)).items():
        end = _end(row)
        if end is not None:
            yield from _finding(view, grades[place], row, end)


def term_months(text: str) -> int | None:
    """Months of a term told in words or figures, or None.

    Example:
        >>> term_months("контракт сроком на один год"), term_months("for 6 months"), term_months("合同期一年")
        (12, 6, 12)
    """
    found = TERM.search(unicodedata.normalize("NFKC", text).casefold())
    if found is None:
        return None
    word, unit = found["n"], found["unit"]
    if word in ("пол", "пів", "半"):
        return 6 if unit in YEARS else None
    number = int(word) if word.isdigit() else WORDS.get(word, 1)
    return number * (12 if unit in YEARS else 1)


def _end(row: Row) -> tuple[str, int | None] | None:
    began, stated = parse_day(row.get("date") or ""), row.get("end_date")
    if began is None:
        return None
    if stated is not None and stated > began.isoformat():
        return stated, None
    texts = (row.get(name) for name in ("note", "status", "title", "event"))
    months = next((known for text in texts if text and (known := term_months(text)) is not None), None)
    return (add_months(began, months).isoformat(), months) if months else None


def _finding(view: CaseView, whose: tuple[str, Grade], row: Row, end: tuple[str, int | None]) -> list[Finding]:
    (person, grade), (latest, months) = whose, end
    fates = [f for f in view.earlier("fate") if f.body["person"] == person and f.body["date"]]
    fate = min(fates, key=lambda f: str(f.body["date"]), default=None)
    began = row.values["date"]
    days = days_between(began, str(fate.body["date"])) if fate is not None else None
    body = {
        "person": person, "from": began, "months": months, "latest": latest, "stated": months is None,
        "fate": fate.id if fate is not None else None, "days_to_fate": days,
    }  # fmt: skip
    how = "as stated" if months is None else f"counted from a term of {count(months, 'month')}"
    clause = f"the term of {view.label(person)}, on the list from {day(began)}, ended by {day(latest)} at the latest"
    clause += f" ({how})"
    if fate is not None and days is not None and days >= 0:
        clause += f"; a list has that person as {fate.body['state']} {count(days, 'day')} after its beginning"
    rows: tuple[RecordRef, ...] = (row.ref("name", "date", "end_date", "note"),)
    rows += fate.rows[:2] if fate is not None else ()
    spans, _ = view.shown(person)
    basis = Basis(spans, rows, weakest((grade, fate.grade)) if fate is not None else grade)
    return conclude(view, "term_end", (person, row.dataset, row.row), clause, body, basis)


ANALYSIS = Analysis("term_end", "The latest end of a term", ("term_end",), analyse)
