"""Court cases of the parties of the papers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.parties import Party
from corrobora.analysis.registers import rows_named
from corrobora.analysis.rows import Row
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day
from corrobora.model.findings import Finding
from corrobora.model.records import RecordKind

INSOLVENCY = re.compile(
    r"банкрот|несостоятельн|конкурсн\w+\s+производ|внешн\w+\s+управлени|неплатоспроможн|санаці|ліквідаційн\w+\s+процедур|"
    r"insolven|bankrupt|winding[\s-]?up|receivership|\bchapter\s+(?:7|11)\b|破产|重整|清算",
    re.IGNORECASE,
)


def analyse(view: CaseView) -> Iterator[Finding]:
    """Court cases in which a company of the papers is the defendant or the plaintiff.

    Companies are found by taxpayer number; by name only where no register shows a second company of that name and the
    row gives no other number. A case from before the company was founded is a namesake's. Where the subject or the
    result of the case says so, it is told as one about insolvency.
    """
    parties = view.parties.all()
    numbers = {number: party for party in parties for number in view.register.of(party).numbers}
    found: dict[tuple[str, int, str], tuple[Party, Row]] = {}
    for row in view.rows.whose(RecordKind.CASE, "defendant_number", numbers):
        party = numbers[row.values["defendant_number"]]
        found[row.dataset, row.row, party.key] = (party, row)
    names = [name for party in parties for name in party.names]
    for side in ("plaintiff", "defendant"):
        for rows in rows_named(view.rows, RecordKind.CASE, (side,), names).values():
            for row in rows:
                named = _by_name(view, row, side)
                if named is not None:
                    found[row.dataset, row.row, named.key] = (named, row)
    for party, row in found.values():
        founded = view.register.of(party).registered
        if founded is None or (row.get("date") or "9999") >= founded:
            yield from _finding(view, party, row)


def _by_name(view: CaseView, row: Row, side: str) -> Party | None:
    party = view.parties.find(row.raw.get(side) or row.get(side))
    if party is None or view.register.of(party).namesakes > 1:
        return None
    own = row.get("defendant_number") if side == "defendant" else None
    known = view.register.of(party).numbers
    return None if own and known and own not in known else party


def _finding(view: CaseView, party: Party, row: Row) -> list[Finding]:
    what = row.raw.get("subject") or row.get("subject")
    number = row.raw.get("case") or row.get("case")
    sides = {side: row.raw.get(side) for side in ("plaintiff", "defendant")}
    body = {
        "party": party.label,
        "case": number,
        "court": row.raw.get("court"),
        "date": row.get("date"),
        "what": what,
        "plaintiff": sides["plaintiff"],
        "defendant": sides["defendant"],
        "result": row.raw.get("result"),
        "insolvency": bool(INSOLVENCY.search(f"{what or ''} {row.raw.get('result') or ''}")),
    }
    of_what = "a court case about insolvency," if body["insolvency"] else "court case"
    clause = f"{party.label} was a party to {of_what} {number}"
    clause += f" of {day(row.get('date'))}" if row.get("date") else ""
    clause += f" ({what})" if what else ""
    ref = row.ref("case", "date", "plaintiff", "defendant", "defendant_number", "subject")
    return conclude(view, "court_case", (party.key, row.dataset, row.row), clause, body, Basis(rows=(ref,)))


ANALYSIS = Analysis("court_case", "Court cases of parties", ("court_case",), analyse)
