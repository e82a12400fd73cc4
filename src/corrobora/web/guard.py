"""Keeps strangers out: every request is checked before any of the program's own code sees it.

A page of somebody else's, open in the same browser, may send requests to this machine. So a request must carry the
cookie that the one-time token was exchanged for, name a host that is ours (no name that was bound anew to this
address), and, where it changes anything, come from a page of ours.
"""

from __future__ import annotations

import hmac
import secrets
from http.cookies import SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "corrobora"
ENTRANCE = "/enter"
_READING = ("GET", "HEAD")

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}
"""On every answer: the pages show text that enemies wrote."""

_INSIDE = (
    '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=/">'
    '<title>Corrobora</title><p><a href="/">Open the case</a></p>'
)
"""A page and no redirect: a strict cookie does not travel along a redirect that began elsewhere."""


class Guard:
    """The door of the application.

    Args:
        app: what is guarded.
        hosts: "name:port" that a request may be addressed to.
        token: opens the door once; the browser that brings it gets a cookie, and the token is spent.
    """

    def __init__(self, app: ASGIApp, *, hosts: frozenset[str], token: str) -> None:
        self._app, self._hosts = app, hosts
        self._token: str | None = token
        self._session = secrets.token_urlsafe(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, or says why not."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008, "reason": "there are no sockets here"})
            return
        refusal = self._refusal(scope)
        answer = refusal or (self._entered(scope) if scope["path"] == ENTRANCE else None) or self._app
        await answer(scope, receive, _with_headers(send))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.get("host", "") not in self._hosts:
            return PlainTextResponse("this address is not one of Corrobora's", 421)
        if scope["method"] not in _READING and not self._is_from_here(headers):
            return PlainTextResponse("this request comes from a page that is not Corrobora's", 403)
        if scope["path"] != ENTRANCE and not self._is_known(headers):
            return PlainTextResponse("open the address that `corrobora serve` printed", 401)
        return None

    def _is_from_here(self, headers: Headers) -> bool:
        return headers.get("origin", "") in {f"http://{host}" for host in self._hosts}

    def _is_known(self, headers: Headers) -> bool:
        held = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        return held is not None and hmac.compare_digest(held.value.encode(), self._session.encode())

    def _entered(self, scope: Scope) -> Response:
        brought = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if self._token is None or not hmac.compare_digest(brought.encode(), self._token.encode()):
            return PlainTextResponse("this address was used already; start `corrobora serve` again for a new one", 401)
        self._token = None
        answer = HTMLResponse(_INSIDE)
        answer.set_cookie(COOKIE, self._session, httponly=True, samesite="strict", path="/")
        return answer


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sent
