"""Puts the views together behind the guard, and serves them."""

from __future__ import annotations

import os
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from corrobora.errors import CorroboraError, InputError
from corrobora.web.desk import Desk
from corrobora.web.guard import ENTRANCE, Guard
from corrobora.web.pages import Pages
from corrobora.web.views import REGISTRY

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def application(desk: Desk, hosts: frozenset[str], token: str) -> ASGIApp:
    """The application behind its guard.

    Args:
        desk: the case.
        hosts: "name:port" that requests may be addressed to.
        token: opens the door once.
    """

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        desk.close()

    pages = Pages(desk)

    def failed(_: Request, error: Exception) -> Response:
        if isinstance(error, CorroboraError):
            return pages.show("error.html", status=400, what=error.what, where=error.where, remedy=error.remedy)
        remedy = "serve it with CORROBORA_DEBUG=1 and report what the terminal shows"
        return pages.show("error.html", status=500, what=f"unexpected {type(error).__name__}", remedy=remedy)

    def refused(_: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        what = "there is no such page" if status == 404 else "this cannot be done here"
        return pages.show("error.html", status=status, what=what)

    def style(_: Request) -> Response:
        return FileResponse(str(files("corrobora.publication").joinpath("templates/pack.css")), media_type="text/css")

    # what reporters see here is drawn like what readers of the pack see
    routes: list[BaseRoute] = [route for view in REGISTRY for route in view.routes(desk, pages)]
    routes += [Route("/static/pack.css", style), Mount("/static", StaticFiles(packages=[("corrobora.web", "static")]))]
    app = Starlette(
        routes=routes,
        lifespan=lifespan,
        exception_handlers={CorroboraError: failed, HTTPException: refused, Exception: failed},
    )
    return Guard(app, hosts=hosts, token=token)


def serve(root: Path, host: str, port: int, tell: Callable[[str], None]) -> None:
    """Serves a case until it is stopped.

    Args:
        root: the case folder.
        host: the address to listen on; only `LOOPBACK` stays on this machine.
        port: 0 for any that is free.
        tell: is told the address to open, which works once.

    Raises:
        InputError: where the address cannot be had.
        CaseError: where there is no case.
    """
    import uvicorn

    desk = Desk(root)
    # a page that follows a job keeps its connection open: it must not hold the end up, nor fill the terminal with it
    level = "error" if os.environ.get("CORROBORA_DEBUG") else "critical"
    config = uvicorn.Config("", host=host, port=port, log_level=level, timeout_graceful_shutdown=1)
    try:
        held = config.bind_socket()
    except (OSError, SystemExit) as exc:
        raise InputError("this address cannot be used", f"{host}:{port}", "name another with --port") from exc
    port, token = held.getsockname()[1], secrets.token_urlsafe(24)
    names = {host, *LOOPBACK} if host in LOOPBACK else {host}
    hosts = frozenset(f"[{name}]:{port}" if ":" in name else f"{name}:{port}" for name in names)
    config.app = application(desk, hosts, token)
    shown = f"[{host}]" if ":" in host else host
    tell(f"http://{shown}:{port}{ENTRANCE}?token={token}")
    config.load()
    uvicorn.Server(config).run(sockets=[held])
