"""A row that bears the name may be somebody else's."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.claims.check import Check, Problem
from corrobora.claims.context import Held


def check(held: Held) -> Iterator[Problem]:
    """A cited row whose match with the person named was contradicted."""
    cited = {(row.dataset, row.row) for row in held.rows}
    for written, bearers in held.case.people_named(held.sentence.prose):
        ids = {person.id for person in bearers}
        for finding in held.case.findings:
            if finding.kind != "match" or finding.body.get("person") not in ids:
                continue
            rows = {(r.dataset, r.row) for r in finding.rows} & cited
            if rows and (finding.grade.value == "contradicted" or finding.review == "no"):
                reasons = ", ".join(finding.body.get("disagrees") or ()) or "a person's verdict"
                row = next(iter(rows))[1]
                found = "a namesake with another birth date or passport"
                yield Problem(
                    "identity", f"row {row}", found, f"{written} and the person of this row differ: {reasons}"
                )


CHECK = Check("identity", "Rows of a namesake", check)
