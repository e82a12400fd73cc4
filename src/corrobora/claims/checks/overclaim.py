"""Words stronger than the evidence."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.claims.check import Check, Problem
from corrobora.claims.context import Held
from corrobora.claims.vocabulary import DENIED, MODEST, OF_DOUBT, STRONG


def check(held: Held) -> Iterator[Problem]:
    """A word of certainty on evidence of one origin."""
    strong = STRONG.search(held.prose)
    if strong is None or MODEST.search(held.prose):
        return
    if not OF_DOUBT.search(strong.group()) and DENIED.search(held.prose[: strong.start()]):
        return
    if len(held.origins) >= 2 or any(_confirms(f.grade.value, held, f.rows, f.pages) for f in held.case.findings):
        return
    found = "one origin" if held.origins else "no evidence"
    yield Problem(
        "overclaim", strong.group(), found, f"{found} does not carry {strong.group()!r}; say who says so instead"
    )


def _confirms(grade: str, held: Held, rows: object, pages: object) -> bool:
    if grade != "confirmed":
        return False
    cited = {(r.dataset, r.row) for r in held.rows}
    return bool(cited & {(r.dataset, r.row) for r in rows})  # type: ignore[attr-defined]


CHECK = Check("overclaim", "Words stronger than the evidence", check)
