"""What a view is: a group of pages with its addresses, each answered by a plain function."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from corrobora.errors import InputError
from corrobora.web.desk import Desk
from corrobora.web.pages import Pages


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks for, from its address, its query and its form alike.

    Attributes:
        files: of a form, by field: name and content.
    """

    fields: dict[str, str]
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A field; "" where it is missing."""
        return self.fields.get(name, "")

    def number(self, name: str, default: int = 0) -> int:
        """A whole number, none below 0.

        Raises:
            InputError: where the field holds something else.
        """
        told = self.text(name)
        if not told:
            return default
        if not told.isdecimal() or len(told) > 15:
            raise InputError("this is no number", f"{name}={told[:40]}")
        return int(told)


Answer = Callable[[Asked], Response]
"""Answers a request; runs in a thread, so that it may wait for the case."""


@dataclass(frozen=True, slots=True)
class View:
    """A group of pages.

    Attributes:
        routes: its addresses, made for a desk.
    """

    name: str
    title: str
    routes: Callable[[Desk, Pages], Sequence[BaseRoute]]


def get(path: str, answer: Answer) -> Route:
    """An address that shows something."""

    async def endpoint(request: Request) -> Response:
        fields = {**request.query_params, **{k: str(v) for k, v in request.path_params.items()}}
        return await run_in_threadpool(answer, Asked(fields))

    return Route(path, endpoint, methods=["GET"])


def post(path: str, answer: Answer) -> Route:
    """An address that changes something."""

    async def endpoint(request: Request) -> Response:
        fields: dict[str, str] = {}
        files: dict[str, tuple[str, bytes]] = {}
        async with request.form() as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    files[name] = (value.filename or "", await value.read())
                else:
                    fields[name] = value
        return await run_in_threadpool(answer, Asked(fields, files))

    return Route(path, endpoint, methods=["POST"])
