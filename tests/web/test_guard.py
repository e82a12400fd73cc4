from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from corrobora.web.guard import ENTRANCE, HEADERS, Guard

HERE = "127.0.0.1:8765"


@pytest.fixture
def browser():
    changed = []

    async def page(request):
        if request.method == "POST":
            changed.append(1)
        return PlainTextResponse("the case")

    inner = Starlette(routes=[Route("/", page, methods=["GET", "POST"])])
    client = TestClient(Guard(inner, hosts=frozenset({HERE, "localhost:8765"}), token="once"), base_url=f"http://{HERE}")
    client.changed = changed
    return client


def _enter(browser):
    return browser.get(ENTRANCE, params={"token": "once"})


def test_without_the_cookie_nothing_is_shown(browser):
    assert browser.get("/").status_code == 401
    assert browser.get("/", headers={"cookie": "corrobora=guess"}).status_code == 401
    assert browser.get(ENTRANCE, params={"token": "wrong"}).status_code == 401
    assert browser.get(ENTRANCE).status_code == 401


def test_the_token_opens_once(browser):
    assert _enter(browser).status_code == 200
    assert browser.get("/").text == "the case"
    other = TestClient(browser.app, base_url=f"http://{HERE}")
    assert other.get(ENTRANCE, params={"token": "once"}).status_code == 401
    assert other.get("/").status_code == 401


def test_the_cookie_is_for_this_site_and_no_script(browser):
    cookie = _enter(browser).headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "127.0.0.1", "127.0.0.1:9999", ""])
def test_a_name_bound_to_this_address_is_refused(browser, host):
    _enter(browser)
    assert browser.get("/", headers={"host": host}).status_code == 421


STRANGE = ("http://evil.example", "null", f"https://{HERE}", f"http://{HERE}.evil.example", "")


@pytest.mark.parametrize("origin", STRANGE)
def test_a_page_of_somebody_elses_changes_nothing(browser, origin):
    _enter(browser)
    assert browser.post("/", headers={"origin": origin} if origin else {}).status_code == 403
    assert browser.changed == []


def test_a_page_of_ours_changes_something(browser):
    _enter(browser)
    assert browser.post("/", headers={"origin": f"http://{HERE}"}).status_code == 200
    assert browser.changed == [1]


def test_every_answer_carries_the_headers(browser):
    for answer in (browser.get("/"), _enter(browser), browser.get("/"), browser.get("/", headers={"host": "x"})):
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    policy = HEADERS["content-security-policy"]
    assert "unsafe" not in policy and "default-src 'none'" in policy and "http" not in policy


def test_sockets_of_other_kinds_are_not_answered(browser):
    _enter(browser)
    with pytest.raises(WebSocketDisconnect), browser.websocket_connect("/"):
        raise AssertionError("it was answered")
