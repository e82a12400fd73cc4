"""How the days between two events are spread over people."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.grading import weakest
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count
from corrobora.model.findings import Finding, Grade

FEWEST = 3
STEPS = ((0, 0), (1, 1), (2, 7), (8, 30), (31, 90), (91, 180), (181, 365), (366, None))


def analyse(view: CaseView) -> Iterator[Finding]:
    """Lags of one sort taken together: on the same day, on the next, within a week or month, and within what time most.

    Each person counts once, with the shortest lag, and only where the lag is at least probable; three people are the
    fewest. People of whom one of the two events is not known are not in it, so a share of all cannot be told from it.
    """
    sorts: dict[tuple[str, str, str], dict[str, Finding]] = {}
    for finding in view.earlier("lag"):
        body = finding.body
        days = body.get("days")
        if finding.grade not in (Grade.CONFIRMED, Grade.PROBABLE) or not isinstance(days, int):
            continue
        sort = (str(body["first"]["what"]), str(body["second"]["what"]), str(body["second"]["record"]["dataset"]))
        held = sorts.setdefault(sort, {}).get(str(body["person"]))
        if held is None or days < held.body["days"]:
            sorts[sort][str(body["person"])] = finding
    for sort, found in sorted(sorts.items()):
        if len(found) >= FEWEST:
            yield from _finding(view, sort, list(found.values()))


def _finding(view: CaseView, sort: tuple[str, str, str], lags: list[Finding]) -> list[Finding]:
    days = sorted(int(lag.body["days"]) for lag in lags)
    counts = {_name(low, high): sum(low <= n and (high is None or n <= high) for n in days) for low, high in STEPS}
    most = days[len(days) // 2]  # more than half are no longer than this
    first, second, dataset = sort
    body = {
        "what": f"days from {first} to {second}", "bucket": "days", "counts": counts, "total": len(days),
        "peak": max(counts, key=counts.__getitem__), "minimum": days[0], "median": float(median(days)),
        "maximum": days[-1], "same_day": counts["0"], "next_day": counts["1"], "most_within": most, "dataset": dataset,
    }  # fmt: skip
    clause = (
        f"for {count(len(days), 'person', 'people')} the time from {first} to {second} ran from {days[0]} to "
        f"{count(days[-1], 'day')}: {counts['0']} on the same day, {counts['1']} on the next, most within "
        f"{count(most, 'day')}"
    )
    rows = tuple(row for lag in lags for row in lag.rows)
    basis = Basis(rows=rows, grade=weakest(lag.grade for lag in lags), strength=float(len(days)))
    return conclude(view, "series", ("lags", *sort), clause, body, basis)


def _name(low: int, high: int | None) -> str:
    if high is None:
        return f"{low}+"
    return str(low) if low == high else f"{low}-{high}"


ANALYSIS = Analysis("lag_spread", "How days between two events are spread", ("series",), analyse)
