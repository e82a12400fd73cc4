"""People in the sentence must be named by what it cites; the head of a delegation must be its head."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora import names
from corrobora.claims.check import Check, Problem
from corrobora.claims.context import CitedPage, Held
from corrobora.claims.vocabulary import HEADS
from corrobora.model.entities import Person
from corrobora.model.facts import Appearance, VisitFact
from corrobora.model.mention import MentionType


def check(held: Held) -> Iterator[Problem]:
    """A person of the case who is not named by any cited page or row."""
    if held.sought or (not held.pages and not held.rows):
        return
    for written, bearers in held.people():
        named = any(_on_page(written, bearers, page) for page in held.pages) or any(
            names.tier(written, raw) or names.compare(written, raw).score > 0.6
            for row in held.rows
            for key, (_, raw) in row.values.items()
            if key in ("name", "owner", "director", "plaintiff", "defendant") and raw
        )
        leader = _leader(held) if HEADS.search(held.prose) else None
        if leader and names.tier(written, leader) is None:
            yield Problem("name", written, names.label(leader), f"the paper names {names.label(leader)} as the head")
        elif not named and not _follows(held, bearers):
            other = _somebody(held)
            yield Problem("name", written, other, f"the evidence cited does not name {written}")


def _on_page(written: str, bearers: list[Person], page: CitedPage) -> bool:
    if any(span.document == page.document for person in bearers for span in person.spans):
        return True
    forms = [m.text for m in page.mentions if m.type is MentionType.PER]
    forms += [form.text for fact in page.facts if isinstance(fact, Appearance) for form in fact.names]
    return any(names.tier(written, form) for form in forms)


def _follows(held: Held, bearers: list[Person]) -> bool:
    """Whether a finding on the same rows is about this person (an owner through firms, for one)."""
    ids = (
        {person.id for person in bearers}
        | {person.label for person in bearers}
        | {f.text for p in bearers for f in p.names}
    )
    rows = {(row.dataset, row.row) for row in held.rows}
    for finding in held.case.findings:
        if rows & {(r.dataset, r.row) for r in finding.rows} and ids & {
            str(v) for v in finding.body.values() if isinstance(v, str)
        }:
            return True
    return False


def _leader(held: Held) -> str | None:
    leaders = [fact.leader for page in held.pages for fact in page.facts if isinstance(fact, VisitFact) and fact.leader]
    return leaders[0] if leaders else None


def _somebody(held: Held) -> str:
    people = [
        fact.names[0].text for page in held.pages for fact in page.facts if isinstance(fact, Appearance) and fact.names
    ]
    people += [raw for row in held.rows for key, (_, raw) in row.values.items() if key == "name"]
    return names.label(people[0]) if people else "nobody of that name"


CHECK = Check("name", "People whom the evidence does not name", check)
