from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import msgspec
import pytest

from corrobora.case import Case, ledger, silent
from corrobora.case.parts import pack
from corrobora.case.verify import verify
from corrobora.errors import CaseError
from corrobora.model.document import Document, Page, State, Word
from corrobora.model.facts import Appearance, ContractFact, ContractItem, NameForm, Span
from corrobora.model.money import Money
from corrobora.model.source import Source
from corrobora.model.tables import FACTS, PAGES


def page(document: str, text: str = "text") -> Page:
    return Page(1, text, document=document)


def test_rows_come_back_as_they_went_in(case):
    span = Span("a.pdf", 1, 0, 4, "text")
    facts = [
        Appearance((NameForm("Wang Lei", "Latn", "pinyin"),), (span,), birth_date="1970-01-02"),
        ContractFact(
            (span,),
            number="7/21",
            items=(ContractItem("pump", "2", Money(__import__("decimal").Decimal("3.50"), "USD"), None, span),),
        ),
    ]
    case.write_part(FACTS, "p1", facts, ["a.pdf"])
    assert case.read(FACTS) == facts


def test_a_newer_reading_replaces_the_older_one_document_by_document(case):
    case.write_part(PAGES, "p1", [page("a"), page("b")], ["a", "b"])
    case.write_part(PAGES, "p2", [page("b", "newer")], ["b"])
    assert {(p.document, p.text) for p in case.read(PAGES)} == {("a", "text"), ("b", "newer")}
    case.forget(PAGES, ["a"])
    assert [p.document for p in case.read(PAGES)] == ["b"]
    assert case.documents_in(PAGES) == {"b"}


def test_rows_may_come_packed_and_be_read_in_part(case):
    class Text(msgspec.Struct):
        document: str
        text: str

    words = (Word(0, 3, (0.1, 0.2, 0.3, 0.4)),)
    pages = [Page(1, "one", words=words, document="a"), Page(1, "two", document="b")]
    case.write_part(PAGES, "p1", [pack(PAGES, one) for one in pages], ["a", "b"])
    case.write_part(PAGES, "p2", [page("c")], ["c"])
    assert case.read(PAGES, documents={"a", "b"}) == pages
    assert case.read(PAGES, documents={"b"}, shape=Text) == [Text("b", "two")]
    assert case.read(PAGES, documents=set()) == []
    with pytest.raises(TypeError):
        pack(PAGES, Document("a", "0" * 64, 1))


def test_a_failed_transaction_leaves_nothing(case):
    with pytest.raises(RuntimeError), case.transaction():
        case.write_part(PAGES, "p1", [page("a")], ["a"])
        case.put_documents([Document("a", "0" * 64, 1, state=State.READ)])
        raise RuntimeError
    assert case.read(PAGES) == [] and case.documents() == []
    case.sweep(PAGES)
    assert list((case.tables / "pages").glob("*.parquet")) == []


def test_originals_are_kept_once_and_read_only(case):
    digest = case.keep_original(b"letter")
    assert case.keep_original(b"letter") == digest
    assert case.original(digest) == b"letter"
    assert case.original_path(digest).stat().st_mode & 0o222 == 0


def test_the_longest_source_path_holds_a_document(case):
    case.put_sources(
        [Source("leak", "", "all", "o"), Source("leak", "a/b", "inner", "o2"), Source("records", "a", "r", "o3")]
    )
    assert case.source_of("leak", "a/b/c.eml!/x.pdf").name == "inner"
    assert case.source_of("leak", "a/bc.pdf").name == "all"


def test_verify_sees_every_change(case):
    digest = case.keep_original(b"letter")
    case.put_documents([Document("a", digest, 6)])
    case.act("ingest", files=1)
    case.judge("match-1", "yes", "seen the passport")
    assert verify(case, silent).problems == ()
    path = case.original_path(digest)
    path.chmod(0o644)
    path.write_bytes(b"forged")
    case.db.execute("update ledger set payload='{}' where seq=1")
    problems = verify(case, silent).problems
    assert len(problems) == 2 and "bytes have changed" in problems[0] and "entry 1" in problems[1]


def test_a_judgement_can_be_taken_back(case):
    case.judge("m", "yes")
    case.judge("n", "no")
    case.judge("m", "none")
    assert case.judgements() == {"n": "no"}
    assert [e.act for e in ledger.entries(case.db)] == ["judge"] * 3


def test_a_folder_that_is_no_case_is_refused(tmp_path):
    with pytest.raises(CaseError):
        Case.open(tmp_path)
    (tmp_path / "x").write_text("x")
    with pytest.raises(CaseError, match="not empty"):
        Case.create(tmp_path)


WRITER = """
import sys
from pathlib import Path
from corrobora.case import Case
from corrobora.model.document import Document, Page, State, Word
from corrobora.model.tables import PAGES
case = Case.create(Path(sys.argv[1]))
done = {d.path for d in case.documents()}
for n in range(400):
    if f"d{n}" in done: continue
    with case.transaction():
        case.write_part(PAGES, f"p{n}", [Page(1, str(n), document=f"d{n}")], [f"d{n}"])
        case.put_documents([Document(f"d{n}", "0" * 64, 1, state=State.READ)])
    print(n, flush=True)
"""


def test_a_kill_loses_and_doubles_nothing(tmp_path):
    root = tmp_path / "case"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    acknowledged = -1
    for round_ in range(6):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(root)], stdout=subprocess.PIPE, env=environment)
        lines = [writer.stdout.readline() for _ in range(round_ * 3 + 1)]
        time.sleep(0.004 * round_)
        writer.send_signal(signal.SIGKILL)
        lines += writer.stdout.read().split()
        writer.stdout.close()
        writer.wait()
        acknowledged = max([acknowledged, *map(int, lines)])
    with Case.create(root) as case:
        pages = [p.document for p in case.read(PAGES)]
        assert len(pages) == len(set(pages)) == len(case.documents())
        assert {f"d{n}" for n in range(acknowledged + 1)} <= set(pages)
        assert acknowledged > 3
