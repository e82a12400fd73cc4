"""Customs rows whose buyer or sender is the office that a visitor came from."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.customs import Declaration, declarations_of
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count, day
from corrobora.model.contract import record_json
from corrobora.model.dates import days_between, is_day
from corrobora.model.entities import Person, Visit
from corrobora.model.facts import Modality
from corrobora.model.findings import Finding, Grade

WITHIN = 365
"""Days between a visit and a declaration that still make the two worth reading side by side."""


def analyse(view: CaseView) -> Iterator[Finding]:
    """Goods declared for, or sent by, an organisation from which guests of a visit came, within a year of the visit.

    That the office of a visitor buys or sells says that the two have dealings, not that the visit was about the goods:
    the finding is a lead and never more than possible. An organisation that both receives the guests and stands on the
    row is left out, and so are posts that no paper ties to an organisation.
    """
    declared = [one for one in declarations_of(view) if is_day(one.row.get("date"))]
    visits = {finding.id: finding for finding in view.earlier("visit")}
    for visit in view.visits if declared else ():
        held = visit.status not in (Modality.CANCELLED, Modality.DENIED) and is_day(visit.start) and is_day(visit.end)
        about = next(
            (finding.id for finding in visits.values() if finding.body.get("persons") and _is(finding, visit)), None
        )
        if not held or about is None:
            continue
        for person_id in visit.persons:
            person = view.people.get(person_id)
            for key, office in _offices(view, person, visit).items() if person is not None else ():
                for one in declared:
                    yield from _link(view, (visit, about), (person_id, key, office), one)


def _is(finding: Finding, visit: Visit) -> bool:
    return finding.body.get("from") == visit.start and set(finding.body["persons"]) == set(visit.persons)


def _offices(view: CaseView, person: Person, visit: Visit) -> dict[str, str]:
    """Parties at which a guest has a post, hosts of the visit left out: key -> label."""
    hosts = {party.key for one in visit.organizations if (office := view.offices.get(one)) is not None
             if (party := view.parties.find(office.label)) is not None}  # fmt: skip
    named = [position.organization for position in person.positions if position.organization]
    parties = [party for name in named if view.parties.known(name) if (party := view.parties.find(name)) is not None]
    return {party.key: party.label for party in parties if party.key not in hosts}


def _link(
    view: CaseView, visit: tuple[Visit, str], office: tuple[str, str, str], one: Declaration
) -> Iterator[Finding]:
    (meeting, about), (person_id, key, label) = visit, office
    sides = {"receiver": one.receiver, "sender": one.sender}
    agrees = [side for side, party in sides.items() if party is not None and party.key == key]
    on = (one.row.get("date") or "")[:10]
    after = days_between(meeting.end, on)
    if not agrees or after is None or not -WITHIN <= after <= WITHIN:
        return
    body = {"finding": about, "record": record_json(one.ref), "agrees": agrees, "disagrees": [], "days": after}
    role = "the receiver" if agrees[0] == "receiver" else "the sender"
    when = f"{count(abs(after), 'day')} {'after' if after >= 0 else 'before'} the visit ended"
    clause = f"{label}, the office of {view.label(person_id)}, is {role} of goods declared on {day(on)}, {when}"
    spans, _ = view.shown(person_id)
    basis = Basis((*spans, *meeting.spans[:1]), (one.ref,), Grade.POSSIBLE)
    yield from conclude(view, "record_link", (about, one.ref.dataset, one.ref.row, key), clause, body, basis)


ANALYSIS = Analysis("visitors_office", "Goods declared for a visitor's office", ("record_link",), analyse)
