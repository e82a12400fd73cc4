"""Dated events of parties and people: what happened, when, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corrobora.analysis.terms import number_key
from corrobora.analysis.view import CaseView
from corrobora.model.dates import is_day
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
    facts = view.trades
    numbered = {number_key(fact.number): fact for fact in facts if fact.number and fact.kind in ("invoice", "order")}
    for fact in facts:
        if not fact.date:
            continue
        paid = numbered.get(number_key(fact.reference)) if fact.reference else None
        names, keys = _trade_parties(view, fact)
        if paid is not None and paid is not fact:
            # the paper that a payment or delivery names tells who its parties are
            other_names, other_keys = _trade_parties(view, paid)
            names, keys = tuple(dict.fromkeys((*names, *other_names))), keys | other_keys
        yield Event(fact.kind, fact.date, keys, frozenset(), names, fact.spans)


def _trade_parties(view: CaseView, fact: TradeFact) -> tuple[tuple[str, ...], frozenset[str]]:
    names = tuple(name for name in (fact.supplier, fact.buyer, fact.end_user) if name)
    return names, _keys(view, names, dict(fact.numbers))


def _meetings(view: CaseView) -> Iterator[Event]:
    for fact in view.facts_of(MeetingFact):
        day = meeting_day(view, fact)
        if day and fact.modality not in UNHAPPENED:
            yield Event("meeting", day, _keys(view, fact.parties, {}), frozenset(), fact.parties, fact.spans)


def meeting_day(view: CaseView, fact: MeetingFact) -> str | None:
    """The day of a meeting: where the date read is the paper's own and its sentence holds another, that other one."""
    if not fact.spans or fact.date is None:
        return fact.date
    told = fact.spans[0]
    if fact.date != view.dated(told.document):
        return fact.date
    days = [
        mention.value
        for mention in view.dates.get((told.document, told.page), ())
        if told.start <= mention.start and mention.end <= told.end and is_day(mention.value)
    ]
    earlier = [day for day in days if day < fact.date]
    return earlier[-1] if earlier else fact.date


def _contracts(view: CaseView) -> Iterator[Event]:
    for fact in view.facts_of(ContractFact):
        if fact.signed:
            yield Event("contract", fact.signed, _keys(view, fact.parties, {}), frozenset(), fact.parties, fact.spans)


def _visits(view: CaseView) -> Iterator[Event]:
    journeys = {match.visit for match in view.matches if match.grade in (Grade.CONFIRMED, Grade.PROBABLE)}
    for visit in view.visits:
        if visit.status in UNHAPPENED or (visit.status is not Modality.HAPPENED and visit.id not in journeys):
            continue
        offices = [view.offices.get(known) for known in visit.organizations]
        names = tuple(office.label if office is not None else known
                      for office, known in zip(offices, visit.organizations, strict=True))  # fmt: skip
        people = frozenset((*visit.persons, *visit.hosts))
        yield Event("visit", visit.start, _keys(view, names, {}), people, names, visit.spans)
