"""Everything that has a date, in order: of the whole case, of a person, an organisation, a contract. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from corrobora.analysis.graph import organization_id
from corrobora.analysis.terms import number_key
from corrobora.model.facts import Fact, LetterFact
from corrobora.model.findings import Finding, Grade

FIELDS = {
    "visit": (("from", "began"), ("to", "ended")),
    "travel": (("date", "journey"),),
    "contract": (("signed", "signed"), ("complete_not_before", "not complete before")),
    "supply": (("date", "supplied"),),
    "sanction": (("since", "listed"),),
    "stay": (("from", "arrived"), ("to", "left")),
    "role": (("from", "in post from"), ("to", "in post to")),
    "fate": (("date", "state"),),
    "court_case": (("date", "court case"),),
    "aircraft": (("seen", "seen"),),
    "obligation": (("due", "due"),),
    "contradiction": (("date", "told otherwise"),),
}
ORGANIZATIONS = (
    "organizations", "organization", "parties", "supplier", "intermediaries", "receiver", "owner", "asset", "target",
    "company", "debtor", "party",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated thing.

    Attributes:
        date: ISO, as exact as it is known.
        what: "began", "signed", "listed", ... ; the type of a paper for papers.
        text: the statement of the finding, or the paper's own name.
        finding: its id, None for a paper; `grade` likewise.
        persons: ids; `organizations`: node ids as in the graph; `contracts`: keys of numbers.
    """

    date: str
    what: str
    text: str
    finding: str | None = None
    grade: Grade | None = None
    persons: frozenset[str] = frozenset()
    organizations: frozenset[str] = frozenset()
    contracts: frozenset[str] = frozenset()


def timeline_of(findings: Iterable[Finding], facts: Iterable[Fact] = ()) -> list[Entry]:
    """All dated findings and papers in order of date; a year stands before its months, a month before its days."""
    entries = [entry for finding in findings for entry in _entries(finding)]
    entries += [_paper(fact) for fact in facts if isinstance(fact, LetterFact) and fact.written and fact.spans]
    return sorted(set(entries), key=lambda e: (e.date, e.finding is None, e.what, e.text, e.finding or ""))


def of_person(entries: Iterable[Entry], person: str) -> list[Entry]:
    """The entries that concern a person, by id."""
    return [entry for entry in entries if person in entry.persons]


def of_organization(entries: Iterable[Entry], name: str) -> list[Entry]:
    """The entries that concern an organisation, in whatever legal form or quotation marks it is written."""
    return [entry for entry in entries if organization_id(name) in entry.organizations]


def of_contract(entries: Iterable[Entry], number: str) -> list[Entry]:
    """The entries that concern a contract, by its number."""
    return [entry for entry in entries if number_key(number) in entry.contracts]


def _entries(finding: Finding) -> Iterator[Entry]:
    body = finding.body
    dated = [(what, str(body[name])) for name, what in FIELDS.get(finding.kind, ()) if body.get(name)]
    if finding.kind == "contract":
        dated += [("payment due", str(p["due"])) for p in body.get("payments") or () if p.get("due")]
        dated += [("delivery due", str(d["latest"])) for d in body.get("deliveries") or () if d.get("latest")]
    persons = frozenset(map(str, (*_all(body, "persons"), *_all(body, "person"), *_all(body, "hosts"))))
    names = frozenset(organization_id(str(name)) for field in ORGANIZATIONS for name in _all(body, field))
    numbers = [body.get("number")] if finding.kind == "contract" else [body.get("contract")]
    contracts = frozenset(key for number in numbers if number and (key := number_key(str(number))))
    for what, date in dated:
        yield Entry(date, what, finding.statement, finding.id, finding.grade, persons, names, contracts)


def _paper(fact: LetterFact) -> Entry:
    names = frozenset(organization_id(name) for name in (fact.sender, fact.recipient) if name)
    text = " ".join(filter(None, (fact.type.replace("_", " "), fact.number, fact.spans[0].document)))
    contracts = frozenset(filter(None, [number_key(fact.number)])) if "contract" in fact.type else frozenset()
    return Entry(fact.written or "", fact.type, text, None, None, frozenset(), names, contracts)


def _all(body: Mapping[str, Any], name: str) -> list[Any]:
    value = body.get(name)
    if value is None or value == "":
        return []
    return [held for held in value if held] if isinstance(value, list | tuple) else [value]
