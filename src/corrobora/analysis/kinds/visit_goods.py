"""Customs rows for goods that the papers of a visit name, between parties of which one took part in it."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.customs import Declaration, declarations_of
from corrobora.analysis.deals import goods_keys
from corrobora.analysis.kinds.notice import models_in
from corrobora.analysis.view import CaseView
from corrobora.analysis.visiting import Held, held_visits
from corrobora.analysis.wording import count, day
from corrobora.model.contract import record_json
from corrobora.model.dates import days_between, is_day
from corrobora.model.facts import Span
from corrobora.model.findings import Finding, Grade
from corrobora.model.mention import Mention

WITHIN = 365
"""Days between a visit and a declaration within which the two are read side by side."""


def analyse(view: CaseView) -> Iterator[Finding]:
    """Goods declared within a year of a visit that its papers name, sent or received by a body whose people took part.

    The model must stand in a paper of the visit and in the row, and the sender or receiver must be an organisation of
    its guests or hosts. That the delivery came of the visit is not said: a lead, and never more than possible.
    """
    declared = [one for one in declarations_of(view) if is_day(one.row.get("date"))]
    for held in held_visits(view) if declared else ():
        if held.finding is None:
            continue
        named = {key: at for paper in held.visit.documents for key, at in models_in(view, paper)}
        for one in declared if named else ():
            keys = goods_keys(one.row.get("description") or "") & named.keys()
            sides = [side for side, party in (("receiver", one.receiver), ("sender", one.sender))
                     if party is not None and party.key in held.parties]  # fmt: skip
            after = days_between(held.visit.end, (one.row.get("date") or "")[:10])
            if keys and sides and after is not None and -WITHIN <= after <= WITHIN:
                yield from _finding(view, held, one, ([named[key] for key in sorted(keys)], sides, after))


def _finding(
    view: CaseView, held: Held, one: Declaration, told: tuple[list[Mention], list[str], int]
) -> list[Finding]:
    goods, sides, after = told
    about = held.finding.id if held.finding is not None else ""
    party = one.receiver if sides[0] == "receiver" else one.sender
    agrees = [*sides, "description"]
    body = {"finding": about, "record": record_json(one.ref), "agrees": agrees, "disagrees": [], "days": after}
    on = (one.row.get("date") or "")[:10]
    when = f"{count(abs(after), 'day')} {'after' if after >= 0 else 'before'} it ended"
    role = "received" if sides[0] == "receiver" else "sent"
    label = party.label if party is not None else "a party"
    what = f"{goods[0].text}, which its papers name, declared on {day(on)}, {when}"
    clause = f"{label}, party to {held.name}, {role} {what}"
    spans = tuple(Span(at.document, at.page, at.start, at.end, at.text) for at in goods[:3])
    basis = Basis((*spans, *held.visit.spans[:1]), (one.ref,), Grade.POSSIBLE)
    return conclude(view, "record_link", (about, one.ref.dataset, one.ref.row, "goods"), clause, body, basis)


ANALYSIS = Analysis("visit_goods", "Customs rows for goods of a visit", ("record_link",), analyse)
