"""Claims proposed, graded and changed; replies logged; letters drafted; checked drafts handed back."""

from __future__ import annotations

import dataclasses
import io
import json
from datetime import date

import docx
import pytest
from lxml import html
from typer.testing import CliRunner

from corrobora import pipeline
from corrobora.claims import as_page, as_word, letters, plain
from corrobora.claims.draft import sentences
from corrobora.claims.grading import LANGUAGES, WORDING, Ground, graded
from corrobora.claims.replies_log import parse
from corrobora.claims.step import write_claim
from corrobora.claims.vocabulary import MODEST, STRONG
from corrobora.cli.app import app
from corrobora.errors import InputError
from corrobora.model.claims import Claim, Reply, ReplyKind
from corrobora.model.findings import DocumentRef, Finding, Grade
from corrobora.model.records import RecordRef
from corrobora.model.source import Source
from corrobora.model.tables import CLAIMS, FINDINGS, PERSONS

PAGE = DocumentRef("Archive", "a.pdf", "0" * 64, 1, "Сумма 5 долларов.")
ROW = RecordRef("Register", "r.csv", 3, ())


def _finding(id_="supply-1", grade=Grade.CONFIRMED, kind="supply", rows=(ROW,), **body):
    return Finding(id_, kind, f"{id_} happened.", grade, (PAGE,), rows, body)


def _source(side, path):
    name = "Archive" if side == "leak" else "Register"
    return Source(side, path, name, origin=f"{name}-origin", reliability="B" if side == "leak" else "A")


def _graded(claim, *findings, replies=()):
    return graded(claim, Ground({f.id: f for f in findings}, _source, tuple(replies)))


def test_a_claim_is_no_stronger_than_its_weakest_finding():
    strong, weak = _finding(), _finding("lag-1", Grade.POSSIBLE)
    assert _graded(Claim("c", "t", ("supply-1",)), strong).grade is Grade.CONFIRMED
    assert _graded(Claim("c", "t", ("supply-1", "lag-1")), strong, weak).grade is Grade.POSSIBLE
    assert _graded(Claim("c", "t", ())).grade is Grade.UNVERIFIED


def test_one_origin_never_confirms():
    assert _graded(Claim("c", "t", ("supply-1",)), _finding(rows=())).grade is Grade.PROBABLE


def test_what_speaks_against_it_is_heard():
    against = _finding("contradiction-1", Grade.PROBABLE, "contradiction")
    doubt = _finding("authenticity-1", Grade.UNVERIFIED, "authenticity")
    claim = Claim("c", "t", ("supply-1",), ("contradiction-1",))
    told = _graded(claim, _finding(), against)
    assert (told.grade, told.credibility) == (Grade.CONTRADICTED, 4)
    assert any("contradiction-1 happened" in line for line in told.would_raise)
    assert _graded(dataclasses.replace(claim, against=("authenticity-1",)), _finding(), doubt).grade is Grade.PROBABLE
    refused = dataclasses.replace(against, review="no")
    assert _graded(claim, _finding(), refused).grade is Grade.CONFIRMED


def test_source_and_information_are_rated_apart():
    told = _graded(Claim("c", "t", ("supply-1",)), _finding())
    assert (told.reliability, told.credibility) == ("A", 1)
    told = _graded(Claim("c", "t", ("supply-1",)), _finding(grade=Grade.UNVERIFIED, rows=()))
    assert (told.reliability, told.credibility) == ("B", 6)


def test_the_wording_a_grade_allows_is_never_stronger_than_it():
    for grade in Grade:
        assert set(WORDING[grade]) == set(LANGUAGES)
        for language, form in WORDING[grade].items():
            told = form.split("Not:")[0].split("Не можна")[0].split("Нельзя")[0].split("不可写")[0]
            if grade is not Grade.CONFIRMED:
                assert not STRONG.search(told) or MODEST.search(told), (grade, language)


def test_claims_are_proposed_once_graded_and_keep_their_history(case):
    body = {"supplier": "Orlan LLC", "receiver": "person-1"}
    case.put_sources([Source("leak", "a.pdf", "Archive", "leak-a"), Source("records", "r.csv", "Register", "state")])
    doubt = _finding("authenticity-1", Grade.UNVERIFIED, "authenticity", document="a.pdf")
    case.replace(FINDINGS, [_finding(**body), doubt, _finding("match-1", kind="match")])
    case.replace(PERSONS, [])
    (told,) = pipeline.claims(case, propose=True)
    assert pipeline.claims(case, propose=True) == [told] == case.read(CLAIMS)
    assert told.claim.accused == ("Orlan LLC",) and told.claim.against == ("authenticity-1",)
    assert told.claim.quotations[0].original == PAGE.quote
    changed = dataclasses.replace(told.claim, text="Orlan sent it.", state="accepted")
    write_claim(case, changed)
    assert [v.claim.text for v in case.claim_history(told.claim.id)] == ["supply-1 happened.", "Orlan sent it."]
    assert pipeline.claims(case, propose=True)[0].claim.text == "Orlan sent it."
    with pytest.raises(InputError):
        write_claim(case, dataclasses.replace(changed, supports=("supply-9",)))


def test_the_kinds_of_answer():
    log = (
        "asked;sent;by;answer;deadline\nA;2026-01-01;mail;We deny this.;\nB;2026-01-01;mail;;2026-01-10\nC;2026-01-01;mail;;2027-01-10\n"
        "Д;2026-01-01;письмо;Нам об этом неизвестно;\nЕ;2026-01-01;лист;Ми дотримуємося законів;\n己;2026-01-01;信;我们否认;\n"
        "G;2026-01-01;mail;no answer;\nH;2026-01-01;mail;The message bounced;\nI;2026-01-01;mail;Call us on Monday.;\n"
    )
    kinds = [reply.kind for reply in parse(log, date(2026, 6, 1))]
    assert kinds == [
        ReplyKind.DENIAL, ReplyKind.SILENCE, ReplyKind.WAITING, ReplyKind.UNAWARE, ReplyKind.POLICY, ReplyKind.DENIAL,
        ReplyKind.SILENCE, ReplyKind.UNREACHABLE, ReplyKind.COMMENT,
    ]  # fmt: skip
    assert parse("", date(2026, 6, 1)) == []
    with pytest.raises(InputError):
        parse("x,y\n1,2\n", date(2026, 6, 1))


def test_letters_go_to_whoever_was_not_asked_in_their_language():
    claim = Claim("c", "It was sold.", ("supply-1",), accused=("ООО «Орёл»", "ТОВ «Світ»", "莲花有限公司", "Orlan LLC"))
    told = _graded(claim, _finding(), replies=[Reply("Orlan LLC", "2026-01-01", answer="no")])
    assert dict(told.replies)["Orlan LLC"] == "waiting"
    made = letters([told], "2026-12-10")
    assert {(letter.to, letter.language) for letter in made} == {
        ("ООО «Орёл»", "ru"), ("ТОВ «Світ»", "uk"), ("莲花有限公司", "zh"),
    }  # fmt: skip
    assert all("It was sold." in letter.text and letter.untold == 1 for letter in made)
    days = {"ru": "10 декабря 2026 г.", "uk": "10 грудня 2026 р.", "zh": "2026年12月10日"}
    assert all(days[letter.language] in letter.text for letter in made)
    assert letters([dataclasses.replace(told, grade=Grade.POSSIBLE)], "2026-12-10") == []


def test_a_draft_knows_whom_the_case_has_asked(case):
    assert "no_reply_sought" in _kinds(case, "Orlan Trade LLC secretly sold aircraft.")
    case.put_replies([Reply("Orlan Trade LLC", "2026-01-01", "mail")])
    assert "no_reply_sought" not in _kinds(case, "Orlan Trade LLC secretly sold aircraft.")


def _kinds(case, draft):
    return {p["kind"] for s in pipeline.check(case, draft) for p in s["problems"]}


def _checked(draft, kind="date"):
    problem = {"kind": kind, "stated": "<b>5</b>", "found": "6", "detail": "the evidence says <script>6</script>"}
    return [
        {"text": s.text, "start": s.start, "end": s.end, "status": "contradicted" if at == 1 else "supported",
         "problems": [problem] if at == 1 else [], "evidence": []}
        for at, s in enumerate(sentences(draft))
    ]  # fmt: skip


def test_comments_stand_at_their_sentences():
    paper = docx.Document()
    paper.add_heading("Quiet visits", 1)
    line = paper.add_paragraph("Alpha paid five. Beta paid ")
    line.add_run("six").bold = True
    line.add_run(" roubles. Gamma did not.")
    kept = io.BytesIO()
    paper.save(kept)
    draft = plain(kept.getvalue(), "d.docx")
    written = as_word(kept.getvalue(), draft, _checked(draft))
    read = docx.Document(io.BytesIO(written))
    (comment,) = list(read.comments)
    assert comment.author == "Corrobora" and "<script>6</script>" in comment.text
    assert plain(written, "d.docx") == draft
    body = read.element.body.xml
    inside = body[body.index("commentRangeStart") : body.index("commentRangeEnd")]
    shown = "".join(html.fragment_fromstring(f"<div>{inside[inside.index('>') + 1 :]}").itertext()).split()
    assert " ".join(shown).startswith("Beta paid six roubles.") and "Gamma" not in shown
    assert as_word(b"# T\n\nAlpha.", "# T\n\nAlpha.", [])[:2] == b"PK"


def test_a_checked_page_obeys_nothing_of_the_draft():
    draft = "# A <img src=x onerror=alert(1)>\n\nAlpha paid. <script>alert(1)</script> Beta paid\u202e. Gamma."
    page = as_page(draft, _checked(draft), "d<b>.md")
    tree = html.document_fromstring(page)
    assert not tree.xpath("//script | //img") and "\u202e" not in page
    assert tree.xpath("//span[contains(@class, 'contradicted') and starts-with(@id, 's')]/@id") == ["s2"]
    assert tree.xpath("//li[@id='n2']//text()")[0].startswith("date")


def test_the_command_writes_both(case, tmp_path):
    draft = tmp_path / "d.md"
    draft.write_text("Orlan Trade LLC got $5,000,000 in 2023.")
    for ending in ("docx", "html"):
        out = tmp_path / f"o.{ending}"
        ran = CliRunner().invoke(
            app, ["check", str(draft), "--json", "--annotated", str(out), "--case", str(case.root)]
        )
        assert ran.exit_code == 1 and out.stat().st_size > 500
        assert set(json.loads(ran.stdout)["sentences"][0]) == {"text", "start", "end", "status", "problems", "evidence", "notes", "sources"}
