"""Series: counts by month and ages, out of lists of people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.lists import CITIZENSHIP, citizens, groups_of_interest, rows_of
from corrobora.analysis.rows import Row
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count, day
from corrobora.model.dates import parse_day
from corrobora.model.facts import Modality
from corrobora.model.findings import Finding, Grade
from corrobora.model.records import RecordKind

REFUSED = (Modality.CANCELLED, Modality.DENIED)
FEWEST = 2
"""People of a nationality that make a series."""


def analyse(view: CaseView) -> Iterator[Finding]:
    """People of interest that a list records month by month, their ages on the day, and the visits that took place.

    People of interest are those of the nationalities set for the case, by default all foreigners. Months without
    anybody inside the range count as 0; the peak is the first of the highest months. Ages are full years on the
    recorded day and take only people whose two dates are known to the day.
    """
    for dataset, counted in view.rows.count(RecordKind.ENROLMENT, CITIZENSHIP).items():
        codes = groups_of_interest(counted, view.interest)
        groups = {citizens(code): rows_of(view.rows, dataset, code) for code in codes}
        if len(groups) > 1:
            groups["foreign citizens"] = [row for group in list(groups.values()) for row in group]
        for who, group in groups.items():
            if len(group) < FEWEST:
                continue
            event = view.events.get(dataset) or next((e for row in group if (e := row.get("event"))), "") or "entry"
            yield from _counts(view, (dataset, who), f"{event} of {who}", group)
            yield from _ages(view, (dataset, who), f"age of {who} at {event}", group)
    yield from _visits(view)


def _visits(view: CaseView) -> Iterator[Finding]:
    """Visits that took place, by month and year of their first day."""
    travelled = {m.visit for m in view.matches if m.grade in (Grade.CONFIRMED, Grade.PROBABLE)}
    held = [v for v in view.visits if v.status is Modality.HAPPENED or (v.id in travelled and v.status not in REFUSED)]
    if len(held) < FEWEST:
        return
    counted = Counter(visit.start[:7] for visit in held)
    by_month = {month: counted.get(month, 0) for month in months(min(counted), max(counted))}
    by_year: dict[str, int] = {}
    for month, number in by_month.items():
        by_year[month[:4]] = by_year.get(month[:4], 0) + number
    spans = tuple(span for visit in held for span in visit.spans[:1])
    for bucket, counts in (("month", by_month), ("year", by_year)):
        peak = max(counts, key=counts.__getitem__)
        body = {"what": "visits", "bucket": bucket, "counts": counts, "total": len(held), "peak": peak}
        clause = f"there were at least {count(len(held), 'visit')} from {day(min(counts))} to {day(max(counts))}"
        basis = Basis(spans, strength=float(len(held)), limit=100)
        yield from conclude(view, "series", (bucket, "visits"), clause, body, basis)


def months(first: str, last: str) -> list[str]:
    """All months from the first to the last, as ISO.

    Example:
        >>> months("2023-11", "2024-02")
        ['2023-11', '2023-12', '2024-01', '2024-02']
    """
    start, end = (int(m[:4]) * 12 + int(m[5:7]) - 1 for m in (first, last))
    return [f"{index // 12:04d}-{index % 12 + 1:02d}" for index in range(start, end + 1)]


def age_on(born: str, on: str) -> int | None:
    """Full years on a day, or None unless both dates are known to the day."""
    birth, at = parse_day(born), parse_day(on)
    if birth is None or at is None or birth > at:
        return None
    return at.year - birth.year - ((at.month, at.day) < (birth.month, birth.day))


def _counts(view: CaseView, key: tuple[str, str], what: str, rows: Sequence[Row]) -> Iterator[Finding]:
    dated = [row for row in rows if len(row.get("date") or "") >= 7]
    counted = Counter((row.get("date") or "")[:7] for row in dated)
    if not counted:
        return
    by_month = {month: counted.get(month, 0) for month in months(min(counted), max(counted))}
    yield from _bucket(view, key, ("month", what), by_month, dated)
    years = sorted({month[:4] for month in by_month})
    if len(years) > 1:
        by_year = {y: sum(n for month, n in by_month.items() if month[:4] == y) for y in years}
        yield from _bucket(view, key, ("year", what), by_year, dated)


def _bucket(
    view: CaseView, key: tuple[str, str], named: tuple[str, str], counts: dict[str, int], dated: Sequence[Row]
) -> list[Finding]:
    bucket, what = named
    peak, total = max(counts, key=counts.__getitem__), sum(counts.values())
    body = {"what": what, "bucket": bucket, "counts": counts, "total": total, "peak": peak, "dataset": key[0]}
    clause = f"{count(total, 'case')} of {what} {'was' if total == 1 else 'were'} recorded"
    clause += f" from {day(min(counts))} to {day(max(counts))}, the largest number ({counts[peak]}) in {day(peak)}"
    refs = tuple(row.ref("date", "nationality") for row in dated)
    return conclude(view, "series", (bucket, *key), clause, body, Basis(rows=refs, strength=float(total)))


def _ages(view: CaseView, key: tuple[str, str], what: str, rows: Sequence[Row]) -> list[Finding]:
    known = [(age_on(row.get("birth_date") or "", row.get("date") or ""), row) for row in rows]
    aged = [(age, row) for age, row in known if age is not None]
    if not aged:
        return []
    ages = sorted(age for age, _ in aged)
    middle = float(median(ages))
    body = {
        "what": what, "bucket": "year", "counts": {str(age): n for age, n in sorted(Counter(ages).items())},
        "total": len(ages), "peak": str(Counter(ages).most_common(1)[0][0]),
        "minimum": ages[0], "median": middle, "maximum": ages[-1], "dataset": key[0],
    }  # fmt: skip
    clause = f"the {what} ran from {ages[0]} to {ages[-1]} years, with a median of {middle:g}"
    refs = tuple(row.ref("birth_date", "date") for _, row in aged)
    return conclude(view, "series", ("age", *key), clause, body, Basis(rows=refs, strength=float(len(ages))))


ANALYSIS = Analysis("series", "Counts by month and ages", ("series",), analyse)
