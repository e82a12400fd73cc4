from __future__ import annotations

import csv
import hashlib
import json
import zipfile

import docx
import networkx
import pytest
from python_calamine import CalamineWorkbook

from corrobora.case.progress import silent
from corrobora.errors import InputError
from corrobora.publication import REGISTRY, Options

from .invented import HOSTILE, SECRETS, SUBJECT, fill


def _bytes(path):
    if path.is_file():
        return path.read_bytes()
    return {p.relative_to(path).as_posix(): p.read_bytes() for p in path.rglob("*") if p.is_file()}


@pytest.mark.parametrize("name", REGISTRY.names())
def test_the_same_case_gives_the_same_bytes(case, tmp_path, name):
    fill(case)
    for turn in ("one", "two"):
        REGISTRY[name].export(case, tmp_path / turn, silent)
        case.act("export", format=name)
    assert _bytes(tmp_path / "one") == _bytes(tmp_path / "two")


def test_the_workbook_holds_text_and_no_formula(case, tmp_path):
    REGISTRY["xlsx"].export(fill(case), tmp_path / "a.xlsx", silent)
    book = CalamineWorkbook.from_path(tmp_path / "a.xlsx")
    contract = book.get_sheet_by_name("contract").to_python()
    assert contract[1][contract[0].index("statement")] == HOSTILE
    assert len(book.get_sheet_by_name("match").to_python()) == 3
    with zipfile.ZipFile(tmp_path / "a.xlsx") as packed:
        sheets = [packed.read(n) for n in packed.namelist() if "worksheets/" in n]
        assert sheets and not any(b"<f>" in sheet or b"hyperlink" in sheet for sheet in sheets)


def test_the_table_is_defused(case, tmp_path):
    REGISTRY["csv"].export(fill(case), tmp_path / "a.csv", silent)
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert {r["statement"] for r in rows if r["kind"] == "contract"} == {"'" + HOSTILE}


@pytest.mark.parametrize(("name", "read"), [("gexf", networkx.read_gexf), ("graphml", networkx.read_graphml)])
def test_the_network_is_read_by_networkx(case, tmp_path, name, read):
    REGISTRY[name].export(fill(case), tmp_path / "net", silent)
    graph = read(tmp_path / "net")
    assert graph.nodes[SUBJECT]["label"] == "Wen Subject"
    assert graph.nodes["organization-1"]["kind"] == "organization"
    assert graph.has_edge(SUBJECT, "visit-1") and graph.has_edge(SUBJECT, "organization-1")
    assert graph.has_edge("organization-1", "contract-1")
    told = [values for _, _, values in graph.edges(data=True)]
    assert {v["finding"] for v in told} >= {"visit-1", "ownership-1", "contract-1", "sanction-1"}


def test_entities_refer_to_entities_that_are_there(case, tmp_path):
    REGISTRY["ftm"].export(fill(case), tmp_path / "a.ftm", silent)
    entities = [json.loads(line) for line in (tmp_path / "a.ftm").read_text(encoding="utf-8").splitlines()]
    known = {e["id"]: e for e in entities}
    kinds = {e["schema"] for e in entities}
    assert kinds >= {
        "Person",
        "Company",
        "Passport",
        "Trip",
        "Event",
        "Contract",
        "Ownership",
        "Sanction",
        "CourtCase",
        "Document",
    }
    for entity in entities:
        for name in ("proof", "holder", "owner", "asset", "entity", "involved", "case", "party", "subject", "object"):
            assert all(value in known for value in entity["properties"].get(name, ())), (entity["id"], name)
    assert known["ownership-1-0"]["properties"]["owner"] == [SUBJECT]


def test_the_bag_is_whole_and_holds_the_original(case, tmp_path):
    REGISTRY["bagit"].export(fill(case), tmp_path / "bag", silent, Options(originals=("list.png",)))
    bag = tmp_path / "bag"
    assert (bag / "bagit.txt").read_text().startswith("BagIt-Version: 1.0\n")
    named = set()
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        for line in (bag / manifest).read_text(encoding="utf-8").splitlines():
            digest, name = line.split("  ", 1)
            named.add(name)
            assert hashlib.sha256((bag / name).read_bytes()).hexdigest() == digest
    payload = {p.relative_to(bag).as_posix() for p in (bag / "data").rglob("*") if p.is_file()}
    assert payload <= named and any(name.startswith("data/originals/") for name in payload)


def test_an_original_that_is_not_there_is_an_error(case, tmp_path):
    with pytest.raises(InputError):
        REGISTRY["bagit"].export(fill(case), tmp_path / "bag", silent, Options(originals=("none.pdf",)))


def test_claims_carry_numbers_that_lead_to_evidence(case, tmp_path):
    REGISTRY["docx"].export(fill(case), tmp_path / "a.docx", silent)
    paper = docx.Document(str(tmp_path / "a.docx"))
    text = "\n".join(p.text for p in paper.paragraphs)
    assert (
        "Wen Subject is the person of row 7." in text and "flights.csv, row 7 (by chance under 1 in a million)" in text
    )
    assert [s for s in SECRETS if s in text] == []
    assert text.count("[1]") == 2 and paper.core_properties.author == ""
