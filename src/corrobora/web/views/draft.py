"""A draft held against the case, sentence by sentence."""

from __future__ import annotations

from collections import Counter
from typing import Any

from starlette.responses import Response
from starlette.routing import BaseRoute

from corrobora import pipeline
from corrobora.claims import plain
from corrobora.web.desk import Desk
from corrobora.web.pages import Pages, link
from corrobora.web.view import Asked, View, get, post


def routes(desk: Desk, pages: Pages) -> list[BaseRoute]:
    """The addresses of the draft."""

    def empty(asked: Asked) -> Response:
        return pages.show("draft.html", text="", sentences=None, counts={})

    def check(asked: Asked) -> Response:
        name, content = asked.files.get("draft", ("", b""))
        text = plain(content, name) if name else asked.text("text")
        with desk.case() as case:
            told = pipeline.check(case, text)
        sentences = [one | {"links": [_link(ref) for ref in one["evidence"]]} for one in told]
        return pages.show("draft.html", text=text, sentences=sentences, counts=Counter(s["status"] for s in told))

    return [
        get("/draft", empty),
        post("/draft", check),
    ]


def _link(ref: dict[str, Any]) -> tuple[str, str]:
    """Where a reference opens, and what it is called."""
    if "dataset" in ref:
        return link("/row", dataset=ref["dataset"], row=ref["row"]), f"{ref['dataset']} row {ref['row']}"
    address = link("/page", document=ref["document"], page=ref.get("page") or 1, quote=ref.get("quote") or "")
    return address, f"{ref['document']} p.{ref.get('page') or 1}"


VIEW = View("draft", "A draft fact-checked, sentence by sentence", routes)
