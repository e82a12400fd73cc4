"""Sequences: a company founded soon after a meeting of those who own it."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.events import Event, events_of
from corrobora.analysis.owners import Owners, Ownership
from corrobora.analysis.parties import Party
from corrobora.analysis.persons import Likeness, likest
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count, day, listing
from corrobora.model.dates import days_between
from corrobora.model.findings import Finding, Grade
from corrobora.model.identifiers import hash_id

SOON = 60


def analyse(view: CaseView) -> Iterator[Finding]:
    """Companies registered within two months after a meeting at which an owner of theirs sat, or that speaks of them.

    That one thing came after another does not show that it came of it; the sentence says no more than the order and the
    days between.
    """
    ownership, owners = view.ownership, view.owners
    meetings = [event for event in events_of(view) if event.what in ("meeting", "visit")]
    for party in view.parties.all():
        founded = view.register.of(party).registered
        for event in meetings if founded else ():
            days = days_between(event.date, founded or "")
            if days is not None and 0 <= days <= SOON and _is_tied(view, ownership, owners, (event, party)):
                yield from _finding(view, event, party, days)


def _is_tied(view: CaseView, ownership: Ownership, owners: Owners, pair: tuple[Event, Party]) -> bool:
    event, party = pair
    if party.key in event.parties:
        return True
    for path in ownership.paths_to(party.key):
        person, likeness = owners.person(path[0].owner_name)
        if person is not None and likeness and person.id in event.persons:
            return True
        if likest([path[0].owner_name], event.names) >= Likeness.INITIALS or path[0].owner in event.parties:
            return True
    return False


def _finding(view: CaseView, event: Event, party: Party, days: int) -> list[Finding]:
    rows = tuple(row.ref("name", "inn", "ogrn", "registered") for row in view.register.of(party).rows[:1])
    first = hash_id(event.what, event.date, sorted(event.parties), list(event.names))
    second = next((f.id for f in view.earlier("ownership") if f.body.get("asset") in party.names), None)
    body = {
        "first": first,
        "second": second or hash_id("registration", party.key),
        "days": days,
        "first_what": f"{event.what} of {event.date}",
        "second_what": f"registration of {party.label}",
        "company": party.label,
    }
    with_whom = listing(view.called(name) for name in event.names[:3])
    clause = f"{party.label} was registered {count(days, 'day')} after a {event.what} of {day(event.date)}"
    clause += f" with {with_whom}" if with_whom else ""
    basis = Basis(event.spans[:4], rows, Grade.PROBABLE if event.spans and rows else None, strength=float(SOON - days))
    return conclude(view, "sequence", (party.key, event.what, event.date), clause, body, basis)


ANALYSIS = Analysis("sequence", "A company founded soon after a meeting", ("sequence",), analyse)
