"""Search: words in all scripts to the place on the page."""

from __future__ import annotations

from starlette.responses import Response
from starlette.routing import BaseRoute

from corrobora import pipeline
from corrobora.web.desk import Desk
from corrobora.web.marks import Mark, stretches
from corrobora.web.pages import Pages
from corrobora.web.view import Asked, View, get

LIMIT = 200
"""Pages found that can be walked through."""


def routes(desk: Desk, pages: Pages) -> list[BaseRoute]:
    """The address of the search."""

    def search(asked: Asked) -> Response:
        q = asked.text("q")
        with desk.case() as case:
            hits = pipeline.search(case, q, limit=LIMIT) if q.strip() else []
        shown = [
            (
                hit,
                stretches(
                    hit.snippet, [Mark(a - hit.snippet_start, b - hit.snippet_start, "found") for a, b in hit.marks]
                ),
            )
            for hit in hits
        ]
        return pages.show("search.html", q=q, hits=shown, limit=LIMIT)

    return [
        get("/search", search),
    ]


VIEW = View("search", "Full text in all scripts", routes)
