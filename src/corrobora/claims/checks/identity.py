"""A row that bears the name may be somebody else's."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.claims.check import Check, Problem
from corrobora.claims.context import Held
from corrobora.model.findings import Finding, Grade


def check(held: Held) -> Iterator[Problem]:
    """A cited row whose match with the person named was contradicted."""
    cited = {(row.dataset, row.row) for row in held.rows}
    for written, bearers in held.people():
        ids = {person.id for person in bearers}
        matches = [
            finding
            for finding in held.case.findings
            if finding.kind == "match"
            and finding.body.get("person") in ids
            and {(r.dataset, r.row) for r in finding.rows} & cited
        ]
        if matches and all(_is_refused(finding) for finding in matches):
            reasons = ", ".join(matches[0].body.get("disagrees") or ()) or "a person's verdict"
            found = "a namesake with another birth date or passport"
            row = matches[0].rows[0].row
            yield Problem("identity", f"row {row}", found, f"{written} and the person of this row differ: {reasons}")


def _is_refused(finding: Finding) -> bool:
    return finding.grade is Grade.CONTRADICTED or finding.review == "no"


CHECK = Check("identity", "Rows of a namesake", check)
