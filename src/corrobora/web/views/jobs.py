"""Progress of long work, told to every open page as it happens."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from corrobora.web.desk import Desk
from corrobora.web.pages import Pages, back
from corrobora.web.view import Asked, View, post

_BEAT = 0.4
"""Seconds between two looks at a job that runs."""


def routes(desk: Desk, pages: Pages) -> list[BaseRoute]:
    """The addresses of jobs."""

    async def told(request: Request) -> Response:
        async def lines() -> AsyncIterator[str]:
            last = None
            while not await request.is_disconnected():
                now = desk.jobs.told() | {"busy": desk.jobs.is_busy()}
                if now != last:
                    yield f"data: {json.dumps(now)}\n\n"
                    last = now
                await asyncio.sleep(_BEAT)

        return StreamingResponse(lines(), media_type="text/event-stream")

    def stop(asked: Asked) -> Response:
        desk.jobs.stop()
        return back(asked.text("where"))

    return [Route("/jobs/events", told), post("/jobs/stop", stop)]


VIEW = View("jobs", "Progress of long work", routes)
