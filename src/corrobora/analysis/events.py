"""Dated events of parties and people: what happened, when, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corrobora.analysis.view import CaseView
from corrobora.model.facts import ContractFact, MeetingFact, Modality, Span, TradeFact
from corrobora.model.findings import Grade
from corrobora.model.records import RecordRef

UNHAPPENED = (Modality.CANCELLED, Modality.DENIED)


@dataclass(frozen=True, slots=True)
class Event:
    """One dated event.

    Attributes:
        what: "invoice", "order", "payment", "delivery", "meeting", "contract", "visit", ...
        date: ISO; `parties`: keys of the parties; `persons`: ids of the people.
    """

    what: str
    date: str
    parties: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    rows: tuple[RecordRef, ...] = ()


def events_of(view: CaseView) -> list[Event]:
    """All dated events of the papers, in order of date."""
    found = [*_trades(view), *_meetings(view), *_contracts(view), *_visits(view)]
    return sorted(found, key=lambda event: (event.date, event.what, event.names))


def _keys(view: CaseView, names: tuple[str | None, ...], numbers: dict[str, str]) -> frozenset[str]:
    parties = (view.parties.find(name, numbers.get(name)) for name in names if name)
    return frozenset(party.key for party in parties if party is not None)


def _trades(view: CaseView) -> Iterator[Event]:
    for fact in view.facts_of(TradeFact):
        if fact.date:
            names = tuple(name for name in (fact.supplier, fact.buyer, fact.end_user) if name)
            keys = _keys(view, names, dict(fact.numbers))
            yield Event(fact.kind, fact.date, keys, frozenset(), names, fact.spans)


def _meetings(view: CaseView) -> Iterator[Event]:
    for fact in view.facts_of(MeetingFact):
        if fact.date and fact.modality not in UNHAPPENED:
            yield Event("meeting", fact.date, _keys(view, fact.parties, {}), frozenset(), fact.parties, fact.spans)


def _contracts(view: CaseView) -> Iterator[Event]:
    for fact in view.facts_of(ContractFact):
        if fact.signed:
            yield Event("contract", fact.signed, _keys(view, fact.parties, {}), frozenset(), fact.parties, fact.spans)


def _visits(view: CaseView) -> Iterator[Event]:
    journeys = {match.visit for match in view.matches if match.grade in (Grade.CONFIRMED, Grade.PROBABLE)}
    for visit in view.visits:
        if visit.status in UNHAPPENED or (visit.status is not Modality.HAPPENED and visit.id not in journeys):
            continue
        keys = _keys(view, visit.organizations, {})
        people = frozenset((*visit.persons, *visit.hosts))
        yield Event("visit", visit.start, keys, people, visit.organizations, visit.spans)
