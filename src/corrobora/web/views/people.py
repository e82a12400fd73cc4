"""People: the roster, and one person with everything the case holds of them."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import BaseRoute

from corrobora.case import Case
from corrobora.model.tables import PERSONS
from corrobora.publication.redaction import veil
from corrobora.publication.roster import Card, cards
from corrobora.publication.timeline import events, of_person
from corrobora.web.desk import Desk
from corrobora.web.pages import Pages
from corrobora.web.view import Asked, View, get


def routes(desk: Desk, pages: Pages) -> list[BaseRoute]:
    """The addresses of people."""

    def people(asked: Asked) -> Response:
        q = asked.text("q")
        with desk.case() as case:
            known = _cards(desk, case)
        kept = [c for c in known if any(q.casefold() in form.casefold() for form in (c.label, *_forms(c)))]
        return pages.show("people.html", cards=kept, total=len(known), q=q)

    def person(asked: Asked) -> Response:
        id_ = asked.text("id")
        with desk.case() as case:
            card = next((c for c in _cards(desk, case) if c.finding.id == id_), None)
            dated = of_person(events(desk.findings(case)), id_)
            known = {p.id: p.label for p in desk.read(case, PERSONS)}
            held = next((p for p in desk.read(case, PERSONS) if p.id == id_), None)
        if card is None:
            raise HTTPException(404)
        namesakes = [(other, known[other]) for other in (held.namesakes if held else ()) if other in known]
        return pages.show("person.html", card=card, dated=dated, namesakes=namesakes)

    return [
        get("/people", people),
        get("/person/{id}", person),
    ]


def _cards(desk: Desk, case: Case) -> list[Card]:
    findings, persons = desk.findings(case), desk.read(case, PERSONS)
    # on the reporter's own desk nobody is hidden
    return cards(findings, persons, veil(persons, findings, ("all",)))


def _forms(card: Card) -> list[str]:
    return [form for _, forms in card.names for form in forms]


VIEW = View("people", "People with their names in every script, papers, rows and journeys", routes)
