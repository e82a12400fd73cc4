"""A visit, and the contract that was signed after it."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis
from corrobora.analysis.order import Step, in_order
from corrobora.analysis.prose import keys_in
from corrobora.analysis.terms import Versions, group_contracts, number_key, versions_of
from corrobora.analysis.view import CaseView
from corrobora.analysis.visiting import Held, held_visits
from corrobora.analysis.wording import count, day, listing
from corrobora.model.dates import days_between
from corrobora.model.facts import ContractFact
from corrobora.model.findings import Finding, Grade

SOON = 270
BOTH = 2
"""Parties of a contract that must have met on the visit: one alone signs with many who never came."""


def analyse(view: CaseView) -> Iterator[Finding]:
    """Contracts signed within nine months after a visit by two parties whose people met on it.

    A contract counts as well where one of its papers names the request by which the visit was asked for. That the one
    led to the other is an inference and is worded as one: nothing but the order and the parties is shown. Of several
    visits before a contract the last is set beside it.
    """
    visits = held_visits(view)
    for facts in group_contracts(view.facts_of(ContractFact)) if visits else ():
        versions = versions_of(facts)
        known = [held for held in visits if _is_before(held, versions) and _shared(view, held, versions) is not None]
        if known:
            yield from _finding(view, max(known, key=lambda held: held.visit.end), versions)


def _is_before(held: Held, versions: Versions) -> bool:
    days = days_between(held.visit.end, versions.signed or "")
    return versions.status != "draft" and days is not None and 0 <= days <= SOON


def _shared(view: CaseView, held: Held, versions: Versions) -> list[str] | None:
    """The parties that met and signed; none but a list where the papers name the visit's request; None: no tie."""
    found = (view.parties.find(name) for fact in versions.facts for name in fact.parties)
    both = {party.key: party.label for party in found if party is not None and party.key in held.parties}
    if len(both) >= BOTH:
        return list(both.values())
    request = number_key(held.visit.request)
    papers = {fact.spans[0].document for fact in versions.facts if fact.spans}
    named = len(request) >= 5 and any(request in keys_in(view.text_of(paper)) for paper in sorted(papers))
    return list(both.values()) if named else None


def _finding(view: CaseView, held: Held, versions: Versions) -> list[Finding]:
    days, parties = days_between(held.visit.end, versions.signed or "") or 0, _shared(view, held, versions) or []
    name = versions.number or versions.codename
    between = f" between {listing(parties[:2])}" if len(parties) >= BOTH else ""
    clause = (
        f"contract {name}{between} is dated {day(versions.signed)}, {count(days, 'day')} after {held.name}; "
        "that the visit led to it is an inference"
    )
    number = number_key(versions.number)
    told = [f for f in view.earlier("contract") if number and number_key(str(f.body.get("number") or "")) == number]
    second = Step(f"contract {name}", versions.signed, versions.spans[:3], (), told[0].id if told else None)
    more = {"contract": name, "parties": parties, "inference": True}
    return in_order(view, "deal_after_visit", (held.step(view, held.visit.end), second), clause, more, Grade.POSSIBLE)


ANALYSIS = Analysis("deal_after_visit", "Contracts signed soon after a visit", ("sequence",), analyse)
