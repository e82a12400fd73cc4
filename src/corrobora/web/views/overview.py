"""Overview: the timeline of everything, and the charts."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import BaseRoute

from corrobora.case import Case
from corrobora.model.tables import ORGANIZATIONS, PERSONS
from corrobora.publication.charts import Chart, charts
from corrobora.publication.timeline import events as dated
from corrobora.publication.timeline import months, of_contract, of_organization
from corrobora.web.desk import Desk
from corrobora.web.pages import Pages
from corrobora.web.view import Asked, View, get


def routes(desk: Desk, pages: Pages) -> list[BaseRoute]:
    """The addresses of timeline and charts."""

    def timeline(asked: Asked) -> Response:
        organization, contract = asked.text("organization"), asked.text("contract")
        with desk.case() as case:
            findings = desk.findings(case)
        if organization or contract:
            known = dated(findings)
            kept = of_organization(known, organization) if organization else of_contract(known, contract)
            findings = list({event.finding.id: event.finding for event in kept}.values())
        return pages.show("timeline.html", months=months(findings), organization=organization, contract=contract)

    def drawn(_: Asked) -> Response:
        with desk.case() as case:
            return pages.show("charts.html", charts=_charts(desk, case))

    def chart(asked: Asked) -> Response:
        with desk.case() as case:
            one = next((c for c in _charts(desk, case) if c.name == asked.text("name")), None)
        if one is None:
            raise HTTPException(404)
        return Response(one.svg, media_type="image/svg+xml")

    return [
        get("/timeline", timeline),
        get("/charts", drawn),
        get("/chart/{name}.svg", chart),
    ]


def _charts(desk: Desk, case: Case) -> list[Chart]:
    return charts(desk.findings(case), desk.read(case, PERSONS), desk.read(case, ORGANIZATIONS))


VIEW = View("overview", "Timeline and charts of everything", routes)
