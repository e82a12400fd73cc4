"""The step on a real case folder."""

from __future__ import annotations

import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from corrobora.analysis import analyse
from corrobora.case import Case
from corrobora.model.contract import finding_json
from corrobora.model.document import Document, Page, State, Word
from corrobora.model.entities import Person, Visit
from corrobora.model.facts import Modality, NameForm, Span
from corrobora.model.findings import Grade
from corrobora.model.match import Match
from corrobora.model.records import Dataset, Mapping, RecordKind, RecordRef
from corrobora.model.source import Source
from corrobora.model.tables import FINDINGS, MATCHES, PAGES, PERSONS, VISITS

TEXT = "List: Li Wen"


@pytest.fixture
def case(tmp_path):
    with Case.create(tmp_path / "case") as opened:
        sha = opened.keep_original(b"x")
        opened.put_sources([Source("leak", "", "the archive", origin="a", reliability="B")])
        opened.put_sources([Source("records", "recruits.csv", "the list", origin="l", reliability="C")])
        opened.put_documents([Document("list.txt", sha, 1, state=State.READ)])
        words = (Word(6, 8, (0.1, 0.1, 0.2, 0.2)), Word(9, 12, (0.25, 0.1, 0.4, 0.2)))
        with opened.transaction():
            opened.write_part(PAGES, "p", [Page(1, TEXT, words=words, document="list.txt")], ["list.txt"])
        span = Span("list.txt", 1, 6, 12, "Li Wen")
        opened.replace(PERSONS, [Person("person-li", "Li Wen", (NameForm("Li Wen", "Latn", "pinyin"),), (span,))])
        visit = Visit(
            "visit-1",
            None,
            ("Torzhok",),
            "2023-05-05",
            "2023-05-08",
            ("person-li",),
            spans=(span,),
            status=Modality.HAPPENED,
        )
        opened.replace(VISITS, [visit])
        row = RecordRef("tickets", "tickets.csv", 4, (("name", "LI WEN"),), 0.01, 0.02)
        opened.replace(
            MATCHES,
            [
                Match(
                    "person-li",
                    "visit-1",
                    row,
                    "in",
                    "exact",
                    1,
                    9.0,
                    (),
                    ("name",),
                    (),
                    0.01,
                    0.02,
                    0.9,
                    1,
                    "probable",
                )
            ],
        )
        dataset = Dataset("recruits.csv", "0" * 64, "the list", "l", "csv", 2, tables=(("enrolment", 2),))
        opened.put_dataset(dataset, Mapping("recruits.csv", "csv", RecordKind.ENROLMENT, (), event="enlistment"))
        path = opened.rows_path(dataset, "enrolment")
        path.parent.mkdir(parents=True)
        columns = {
            "row": [1, 2],
            "nationality": ["NP", "NP"],
            "nationality_raw": ["Nepal", "Nepal"],
            "date": ["2024-01-05", "2024-03-01"],
            "date_raw": ["05.01.2024", "01.03.2024"],
        }
        pq.write_table(pa.table(columns), path)
        yield opened


def test_findings_are_made_stored_and_sorted(case):
    findings = analyse(case)
    assert case.read(FINDINGS) == findings
    kinds = {finding.kind for finding in findings}
    assert {"person", "visit", "match", "series"} <= kinds
    assert findings[0].grade is Grade.PROBABLE and findings[-1].grade is Grade.UNVERIFIED


def test_two_runs_agree_and_a_verdict_stays(case):
    first = analyse(case)
    assert analyse(case) == first
    match = next(finding for finding in first if finding.kind == "match")
    case.judge(match.id, "no")
    assert {f.id: f.review for f in analyse(case)}[match.id] == "no"


def test_the_contract_form_opens_the_page_at_the_words(case):
    person = next(finding for finding in analyse(case) if finding.kind == "person")
    body = json.loads(json.dumps(finding_json(person)))
    (page,) = [ref for ref in body["evidence"] if "document" in ref]
    assert (body["id"], body["kind"], body["grade"]) == ("person-li", "person", "probable")
    assert page["quote"] == "Li Wen" and page["box"] == [0.1, 0.1, 0.4, 0.2] and len(page["sha256"]) == 64
    (row,) = [ref for ref in body["evidence"] if "dataset" in ref]
    assert row == {
        "source": "tickets",
        "dataset": "tickets.csv",
        "row": 4,
        "fields": {"name": "LI WEN"},
        "expected_by_chance": 0.01,
        "q": 0.02,
    }


def test_the_event_of_a_list_comes_from_its_mapping(case):
    what = {f.body["what"] for f in analyse(case) if f.kind == "series"}
    assert what == {"enlistment of Nepalese citizens"}


def test_settings_say_whom_the_case_is_about(case):
    (case.root / "case.toml").write_text('[settings]\npeople_of_interest = ["cu"]\n', encoding="utf-8")
    assert not [f for f in analyse(case) if f.kind == "series"]


def test_a_case_without_anything_has_no_findings(tmp_path):
    with Case.create(tmp_path / "bare") as bare:
        assert analyse(bare) == []
