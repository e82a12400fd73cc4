"""The sample leak, from nothing to findings, through the real readers, engines and index."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from corrobora import pipeline
from corrobora.case import Case, silent
from corrobora.case.verify import verify
from corrobora.model.contract import finding_json
from corrobora.model.tables import FINDINGS, PAGES
from corrobora.sample import make

CORROBORA = [sys.executable, "-m", "corrobora"]


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    root = tmp_path_factory.mktemp("sample")
    leak, records = make(root, travellers=2500)
    with Case.create(root / "case") as case:
        pipeline.run(leak, records, case)
    return root


@pytest.fixture(scope="module")
def truth(world):
    return json.loads((world / "truth.json").read_text())


@pytest.fixture(scope="module")
def findings(world):
    with Case.open(world / "case") as case:
        return [finding_json(f) for f in case.read(FINDINGS)]


def of(findings, kind):
    return [f for f in findings if f["kind"] == kind]


def command(world: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*CORROBORA, *words, "--case", str(world / "case")], capture_output=True, text=True, check=False
    )


def test_every_document_was_read(world):
    with Case.open(world / "case") as case:
        assert {d.path: d.failure for d in case.documents() if d.state != "read"} == {}
        assert case.failures() == []
        assert verify(case, silent).problems == ()


def test_everybody_of_the_papers_is_found_once(findings, truth):
    delegates = [p for p in truth["people"] if p["role"] == "delegate"]
    for delegate in delegates:
        bearers = [f for f in of(findings, "person") if f["label"] == delegate["pinyin"]]
        assert len(bearers) == 1, delegate["pinyin"]
        if delegate["known"]["birth"]:
            assert bearers[0]["birth_date"] == delegate["birth"]


def test_visits_have_their_days_and_their_guests(findings, truth):
    label = {f["id"]: f["label"] for f in of(findings, "person")}
    pinyin = {p["id"]: p.get("pinyin") for p in truth["people"]}
    found = {(v["from"], v["to"]): {label[p] for p in v["persons"]} for v in of(findings, "visit")}
    for visit in truth["visits"]:
        assert {pinyin[p] for p in visit["persons"]} <= found[visit["from"], visit["to"]]
    called_off = [v for v in of(findings, "visit") if v["from"] == "2022-11-14"]
    assert all(v["grade"] not in ("confirmed", "probable") for v in called_off)


def test_matches_are_theirs_and_namesakes_are_shown_as_such(findings, truth):
    label = {f["id"]: f["label"] for f in of(findings, "person")}
    pinyin = {p["id"]: p.get("pinyin") for p in truth["people"]}
    true = {(pinyin[m["person"]], m["dataset"], m["row"]) for m in truth["matches"]}
    planted = {(n["dataset"], n["row"]) for n in truth["namesakes"]}
    asserted = {
        (label[m["person"]], m["record"]["dataset"], m["record"]["row"])
        for m in of(findings, "match")
        if m["grade"] in ("confirmed", "probable")
    }
    assert len(asserted & true) >= 0.85 * len(true)
    assert len(asserted - true) <= 0.05 * len(asserted)
    assert not {(dataset, row) for _, dataset, row in asserted} & planted
    for match in of(findings, "match"):
        record = match["record"]
        assert record["expected_by_chance"] >= 0
        assert record["q"] is None or 0 <= record["q"] <= 1


def test_contracts_are_recomputed(findings, truth):
    found = {c["number"]: c for c in of(findings, "contract") if c["status"] == "signed"}
    for contract in truth["contracts"]:
        mine = found[contract["number"]]
        assert (mine["total"], mine["signed"]) == (contract["total"], contract["signed"])
        due = [(p["amount"], p["due"]) for p in mine["payments"]]
        assert due == [(p["amount"], p["due"]) for p in contract["payments"]]
        slip = any(not a["ok"] for a in contract["arithmetic"])
        assert slip == any(not a["ok"] for a in mine["arithmetic"])


def test_owners_sanctions_and_counts(findings, truth):
    assert 30.0 in [float(o["share"]) for o in of(findings, "ownership")]
    assert {s["since"] for s in of(findings, "sanction")} == {"2022-03-15"}
    (wanted,) = truth["series"]
    assert any(
        s.get("counts") and {k: v for k, v in s["counts"].items() if v} == wanted["counts"]
        for s in of(findings, "series")
    )


def test_every_quote_stands_on_its_page(world, findings):
    with Case.open(world / "case") as case:
        pages = {(p.document, p.page): p.text for p in case.read(PAGES)}
    cited = [e for f in findings for e in f["evidence"] if "document" in e]
    assert len(cited) > 100
    for reference in cited:
        assert reference["quote"] in pages[reference["document"], reference["page"]]
    assert all(f["evidence"] for f in findings)


def test_a_second_run_does_nothing_and_a_new_file_costs_one_file(world):
    with Case.open(world / "case") as case:
        assert pipeline.run(world / "leak", world / "records", case).done == {}
        before = {d.path: d for d in case.documents()}
        new = world / "leak" / "zavod" / "new.txt"
        new.write_text("Полковник Ван Минлян прибыл 5 мая 2022 г.", encoding="utf-8")
        done = pipeline.run(world / "leak", world / "records", case).done
        assert "reading" in done and "records" not in done
        after = {d.path: d for d in case.documents()}
        assert {p for p in after if after[p] != before.get(p)} == {"zavod/new.txt"}
        new.unlink()
        pipeline.run(world / "leak", world / "records", case)
        assert set(d.path for d in case.documents()) == set(before)


def test_the_command_line_answers(world):
    found = command(world, "findings", "--kind", "visit", "--json")
    assert found.returncode == 0 and len(json.loads(found.stdout)["findings"]) >= 3
    hits = json.loads(command(world, "search", "Хайчуань", "--json").stdout)["hits"]
    assert hits and all("хайчуань" in " ".join(h["words"]).casefold() for h in hits[:3])
    assert "documents" in command(world, "census").stdout
    assert command(world, "verify").returncode == 0
    refused = command(world, "findings", "--kind", "nonsense")
    assert (
        refused.returncode == 2 and len(refused.stderr.strip().splitlines()) == 1 and "Traceback" not in refused.stderr
    )


def test_a_draft_is_held_against_the_case(world, tmp_path, truth):
    clean = "The contract CI-7/2021 was signed on 15 November 2021 [doc: meridian/contracts/CI-7-2021.pdf p.1]."
    wrong = "Its price is $2,800,000 [doc: meridian/contracts/CI-7-2021.pdf p.1]."
    loud = "It is proven beyond doubt that the money was paid in 2021 [doc: meridian/contracts/CI-7-2021.pdf p.1]."
    draft = tmp_path / "draft.md"
    draft.write_text(f"# Draft\n\n{clean} {wrong} {loud}\n", encoding="utf-8")
    ran = command(world, "check", str(draft), "--json")
    one, two, three = json.loads(ran.stdout)["sentences"]
    assert ran.returncode == 1
    assert one["problems"] == [] and one["status"] == "supported"
    assert [p["kind"] for p in two["problems"]] == ["number"]
    assert "overclaim" in [p["kind"] for p in three["problems"]]


def test_the_pack_opens_every_page_it_cites(world, tmp_path):
    pack = tmp_path / "pack"
    assert command(world, "export", "html", "-o", str(pack)).returncode == 0
    text = "".join(p.read_text(encoding="utf-8") for p in pack.rglob("*.html"))
    assert "<script" not in text and "http://" not in text and "https://" not in text
    import re

    for page in pack.rglob("*.html"):
        for link in re.findall(r'(?:href|src)="([^"#]+)', page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), link
    assert list(pack.rglob("*.webp"))


def test_a_judgement_changes_what_follows_and_can_be_taken_back(world, findings):
    match = next(m for m in of(findings, "match") if m["grade"] == "confirmed")
    row = (match["record"]["dataset"], match["record"]["row"])

    def journeys():
        found = json.loads(command(world, "findings", "--json").stdout)["findings"]
        now = next(f for f in found if f["id"] == match["id"])
        return now, [f for f in of(found, "travel") if (f["record"]["dataset"], f["record"]["row"]) == row]

    assert command(world, "judge", match["id"], "no", "--note", "another man").returncode == 0
    refused, gone = journeys()
    assert refused["review"] == "no" and refused["grade"] == "contradicted" and gone == []
    assert command(world, "judge", match["id"], "none").returncode == 0
    back, there = journeys()
    assert back["grade"] == match["grade"] and there
