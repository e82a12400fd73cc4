"""The story: claims with their grades and wordings, quotations cited into them, who was asked for comment."""

from __future__ import annotations

import dataclasses

from starlette.responses import Response
from starlette.routing import BaseRoute

from corrobora import pipeline
from corrobora.case import Case
from corrobora.claims import claim_id
from corrobora.claims.step import write_claim
from corrobora.errors import InputError
from corrobora.model.claims import Claim, Quotation
from corrobora.model.tables import PAGES
from corrobora.web.desk import Desk
from corrobora.web.pages import Pages, back
from corrobora.web.view import Asked, View, get, post

_STATES = ("open", "accepted", "dropped")
_NEW = "new"


def routes(desk: Desk, pages: Pages) -> list[BaseRoute]:
    """The addresses of the story."""

    def claims(asked: Asked) -> Response:
        state = asked.text("state")
        with desk.case() as case:
            graded = pipeline.claims(case) if case.claims() else []
            replies = case.replies()
            known = {f.id: f.statement for f in desk.findings(case)}
        kept = [one for one in graded if state in ("", one.claim.state)]
        return pages.show("claims.html", claims=kept, total=len(graded), replies=replies, known=known, state=state)

    def propose(_: Asked) -> Response:
        with desk.case() as case:
            pipeline.claims(case, propose=True)
        return back("/claims")

    def change(asked: Asked) -> Response:
        claim, state, text = asked.text("claim"), asked.text("state"), asked.text("text").strip()
        with desk.case() as case:
            kept = _known(case, claim)
            if state and state not in _STATES:
                raise InputError(f"there is no state {state!r}", remedy=", ".join(_STATES))
            write_claim(case, dataclasses.replace(kept, state=state or kept.state, text=text or kept.text))
            pipeline.claims(case)
        return back(f"/claims#{claim}")

    def cite(asked: Asked) -> Response:
        """Words of a page into a claim: an old one, or a new one with a text of its own."""
        with desk.case() as case:
            quoted = Quotation(asked.text("document"), asked.number("page"), _words(case, asked))
            told, claim = asked.text("text").strip(), asked.text("claim")
            if claim == _NEW and not told:
                raise InputError("a new claim needs a sentence")
            new = Claim(claim_id("written", told), told, origin="written")
            kept = new if claim == _NEW else _known(case, claim)
            quotations = kept.quotations if quoted in kept.quotations else (*kept.quotations, quoted)
            write_claim(case, dataclasses.replace(kept, quotations=quotations))
            pipeline.claims(case)
        return back(f"/claims#{kept.id}")

    return [
        get("/claims", claims),
        post("/claims/propose", propose),
        post("/claim", change),
        post("/cite", cite),
    ]


def _known(case: Case, id_: str) -> Claim:
    kept = next((one for one in case.claims() if one.id == id_), None)
    if kept is None:
        raise InputError("there is no such claim", id_)
    return kept


def _words(case: Case, asked: Asked) -> str:
    """The words at a place of a page, by offsets in code points, as they stand there."""
    document, page = asked.text("document"), asked.number("page")
    text = next((p.text for p in case.read(PAGES, {document}) if p.page == page), "")
    words = text[asked.number("start") : asked.number("end")].strip()
    if not words:
        raise InputError("there are no words at this place", f"{document} page {page}")
    return words


VIEW = View("story", "Claims, quotations and replies", routes)
