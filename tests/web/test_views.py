"""Every page of the application, over a small case whose texts are hostile."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from corrobora.case import Case
from corrobora.case import index as full_text
from corrobora.case.progress import silent
from corrobora.model.document import Failure
from corrobora.model.identifiers import hash_id
from corrobora.model.match import Match, Term
from corrobora.model.mention import Mention, MentionType
from corrobora.model.records import Dataset
from corrobora.model.tables import FINDINGS, MATCHES, MENTIONS
from corrobora.web import Desk, application
from corrobora.web.guard import ENTRANCE
from publication.invented import HOSTILE, SUBJECT, fill

HERE = "127.0.0.1:8765"
ORIGIN = {"origin": f"http://{HERE}"}
PAGES = ("/findings", "/queue", "/people", "/files", "/timeline", "/charts", "/claims", "/draft", "/screen", "/export")


@pytest.fixture
def desk(tmp_path):
    with Case.create(tmp_path / "case") as case:
        fill(case)
        told = case.read(FINDINGS)
        found = next(f for f in told if f.kind == "match" and f.body.get("person") == SUBJECT)
        id_ = hash_id("match", SUBJECT, None, found.rows[0].dataset, found.rows[0].row)
        case.replace(FINDINGS, [replace(f, id=id_) if f is found else f for f in told])
        case.put_dataset(Dataset("flights.csv", "0" * 64, "Tickets", "registry", "csv", 10))
        terms = (Term("name", 12.5, f"the name fits {HOSTILE}"), Term("birth_date", -3.0, "another day"))
        row = found.rows[0]
        case.replace(
            MATCHES,
            [Match(SUBJECT, None, row, "", "exact", 2, 9.5, terms, ("name",), (), 0.01, 0.02, 0.7, 3, "possible")],
        )
        mention = Mention(17, 28, MentionType.PER, "Wen Subject", "Wen Subject", document="list.png")
        case.write_part(MENTIONS, "m", [mention], ["list.png"])
        case.put_failures([Failure("list.png", "reading", "damaged", f"broken {HOSTILE}", "ask again", "page 2")])
        full_text.update(case, silent)
    held = Desk(tmp_path / "case")
    yield held
    held.close()


@pytest.fixture
def browser(desk):
    client = TestClient(application(desk, frozenset({HERE}), "once"), base_url=f"http://{HERE}")
    client.get(ENTRANCE, params={"token": "once"})
    return client


class _Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = []

    def handle_starttag(self, tag, attributes):
        self.seen.append((tag, dict(attributes)))


def _tags(text):
    parser = _Tags()
    parser.feed(text)
    return parser.seen


@pytest.mark.parametrize("address", PAGES)
def test_every_page_opens_and_runs_nothing_that_a_leak_says(browser, address):
    answer = browser.get(address)
    assert answer.status_code == 200
    for tag, attributes in _tags(answer.text):
        assert tag != "style" and not any(name.startswith("on") or name == "style" for name in attributes)
        if tag == "script":
            assert attributes["src"].startswith("/static/")
        for name in ("href", "src", "action"):
            assert attributes.get(name, "/").startswith(("/", "#"))


def test_every_link_of_every_page_leads_somewhere(browser):
    seen, waiting = set(), list(PAGES)
    while waiting and len(seen) < 200:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = browser.get(address)
        assert answer.status_code == 200, address
        if answer.headers["content-type"].startswith("text/html"):
            links = [a.get("href") or a.get("src") for _, a in _tags(answer.text)]
            waiting += [one.partition("#")[0] for one in links if one and one.startswith("/")]
    kinds = {address.partition("?")[0].split("/")[1] for address in seen}
    assert kinds >= {"finding", "person", "page", "picture", "row", "static"}


def test_a_finding_shows_its_row_its_page_and_its_chance(browser):
    id_ = re.search(r"/finding/(match-[^\"?]+)", browser.get("/findings?kind=match").text)[1]
    text = html.unescape(browser.get(f"/finding/{id_}").text)
    assert "WEN SUBJECT" in text and "under 1 in a million" in text and "+12.5" in text and "list.png" in text
    assert "<script>alert" not in browser.get(f"/finding/{id_}").text


def test_a_name_is_found_on_the_page_and_leads_to_its_person(browser):
    hit = re.search(r"class=\"walk\" href=\"(/page[^\"]+)\"", browser.get("/search?q=Subject").text)[1]
    page = browser.get(html.unescape(hit)).text
    assert "<rect class=\"found\"" in page and f"/person/{SUBJECT}" in page
    assert browser.get(f"/person/{SUBJECT}").status_code == 200


def test_a_page_is_a_picture_without_the_originals_bytes(browser, desk):
    with desk.case() as case:
        document = case.document("list.png")
        original = case.original(document.sha256)
    answer = browser.get(f"/picture/{document.sha256}/1")
    assert answer.headers["content-type"] == "image/webp" and answer.content[:4] == b"RIFF"
    assert answer.content != original
    assert browser.get(f"/picture/{'0' * 64}/1").status_code == 404


def test_one_key_decides_the_next_one_comes_and_undo_takes_it_back(browser, desk):
    queue = browser.get("/queue").text
    subject = re.search(r"name=\"subject\" value=\"([^\"]+)\"", queue)[1]
    assert "1 of 1" in queue and re.findall(r"data-key=\"([ynuz])\"", queue) == ["y", "n", "u", "z"]
    answer = browser.post("/judge", data={"subject": subject, "verdict": "yes", "where": "/queue"}, headers=ORIGIN)
    assert "Nothing waits" in answer.text
    with desk.case() as case:
        assert case.judgements() == {subject: "yes"}
    browser.post("/undo", headers=ORIGIN)
    with desk.case() as case:
        assert case.judgements() == {}


def test_a_verdict_that_does_not_exist_is_one_clear_line(browser):
    answer = browser.post("/judge", data={"subject": "x", "verdict": "perhaps"}, headers=ORIGIN)
    assert answer.status_code == 400 and "there is no verdict" in html.unescape(answer.text).lower()
    assert browser.get("/findings?start=minus").status_code == 400
    assert browser.get("/page?document=nothing").status_code == 404


def test_words_of_a_page_go_into_a_claim(browser, desk):
    told = {"document": "list.png", "page": "1", "start": "17", "end": "28", "claim": "new", "text": "Wen was a guest."}
    answer = browser.post("/cite", data=told, headers=ORIGIN)
    assert answer.status_code == 200 and "Wen was a guest." in answer.text
    with desk.case() as case:
        quoted = case.claims()[0].quotations[0]
    assert quoted.original == "Wen Subject" and (quoted.document, quoted.page) == ("list.png", 1)
    assert browser.post("/cite", data=told | {"start": "900", "end": "999"}, headers=ORIGIN).status_code == 400


def test_a_wrong_name_is_mended_in_place(browser, desk):
    told = {"subject": "mention:list.png#1:Wen Subject", "kind": "ORG", "name": "Wen & Subject", "where": "/files"}
    assert browser.post("/mend", data=told, headers=ORIGIN).status_code == 200
    with desk.case() as case:
        assert case.judgements()["mention:list.png#1:Wen Subject"] == "yes:ORG:Wen & Subject"


def test_a_draft_is_checked(browser):
    answer = browser.post("/draft", data={"text": "Wen Subject flew in [rec: flights.csv row 7]."}, headers=ORIGIN)
    assert answer.status_code == 200 and "class=\"checked\"" in answer.text
    filed = browser.post("/draft", files={"draft": ("d.md", b"The sky is blue.")}, headers=ORIGIN)
    assert "The sky is blue." in filed.text


def test_an_export_is_written_and_taken_away(browser, desk):
    browser.post("/export", data={"form": "csv"}, headers=ORIGIN)
    while desk.jobs.is_busy():
        pass
    name = re.search(r"href=\"(/export/[^\"]+)\"", browser.get("/export").text)[1]
    assert browser.get(name).headers["content-disposition"].startswith("attachment")
    assert browser.get("/export/..%2Fcase.sqlite").status_code == 404


def test_no_answer_sends_the_browser_elsewhere(browser):
    for where in ("//evil.example", "https://evil.example", "/\\evil.example"):
        subject = re.search(r"name=\"subject\" value=\"([^\"]+)\"", browser.get("/queue").text)[1]
        told = {"subject": subject, "verdict": "none", "where": where}
        answer = browser.post("/judge", data=told, headers=ORIGIN, follow_redirects=False)
        assert answer.headers["location"] == "/"
