"""Hands the proof over: every exporter at one press, and what it wrote to take away."""

from __future__ import annotations

import shutil

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute

from corrobora.case import Progress
from corrobora.publication import REGISTRY, Options
from corrobora.web.desk import Desk
from corrobora.web.pages import Pages, back
from corrobora.web.view import Asked, View, get, post

_ENDINGS = {"html": "-pack", "bagit": "-bag", "charts": "-charts", "ftm": ".ftm.json", "annotations": ".jsonld"}
"""How names end where it is not with the format's; what has no point is a folder, and goes out as a ZIP."""


def routes(desk: Desk, pages: Pages) -> list[BaseRoute]:
    """The addresses of the exports."""
    folder = desk.root.resolve() / "exports"

    def offered(asked: Asked) -> Response:
        written = sorted((p for p in folder.glob("*") if p.is_file()), key=lambda p: p.name) if folder.is_dir() else []
        return pages.show("export.html", formats=list(REGISTRY), written=[(p.name, p.stat().st_size) for p in written])

    def export(asked: Asked) -> Response:
        form = asked.text("form")
        exporter = REGISTRY[form]

        def work(progress: Progress) -> str:
            folder.mkdir(exist_ok=True)
            output = folder / f"{desk.title}{_ENDINGS.get(form, f'.{form}')}"
            if output.is_dir():
                shutil.rmtree(output)
            options = Options(tuple(asked.text("reveal").split()))
            with desk.case() as case:
                exporter.export(case, output, progress, options)
                case.act("export", format=form, path=str(output), reveal=list(options.reveal))
            if output.is_dir():
                shutil.make_archive(str(output), "zip", output.parent, output.name)
            return f"wrote {output}"

        desk.jobs.ask(f"export {form}", work)
        return back("/export")

    def fetch(asked: Asked) -> Response:
        path = folder / asked.text("name")
        if path.parent != folder or not path.is_file():
            raise HTTPException(404)
        return FileResponse(path, filename=path.name, media_type="application/octet-stream")

    return [
        get("/export", offered),
        post("/export", export),
        get("/export/{name}", fetch),
    ]


VIEW = View("export", "Evidence pack and exports", routes)
