"""A list of names against everything in the case."""

from __future__ import annotations

import tempfile
from pathlib import Path

from starlette.responses import Response
from starlette.routing import BaseRoute

from corrobora import pipeline
from corrobora.case import Progress
from corrobora.errors import InputError
from corrobora.web.desk import Desk
from corrobora.web.pages import Pages, back
from corrobora.web.view import Asked, View, get, post

_SHOWN = 1000


def routes(desk: Desk, pages: Pages) -> list[BaseRoute]:
    """The addresses of the screening."""

    def hits(_: Asked) -> Response:
        found = desk.screened
        shown = found[:_SHOWN] if found is not None else None
        return pages.show("screen.html", hits=shown, total=len(found or ()), step=_SHOWN)

    def screen(asked: Asked) -> Response:
        told, content = asked.files.get("listed", ("", b""))
        name = Path(told).name
        if not name:
            raise InputError("no list was given")

        def work(progress: Progress) -> str:
            with tempfile.TemporaryDirectory(prefix="corrobora-list-") as scratch, desk.case() as case:
                path = Path(scratch) / name
                path.write_bytes(content)
                desk.screened = pipeline.screen(case, path, progress)
            return f"{name}: {len(desk.screened)} hits; they are leads, not findings"

        desk.jobs.ask("screening", work)
        return back("/screen")

    return [
        get("/screen", hits),
        post("/screen", screen),
    ]


VIEW = View("screen", "A list of names against everything", routes)
