from __future__ import annotations

import csv
import hashlib
import json
import re
import zipfile

import docx
import networkx
import pypdfium2
import pytest
from lxml import etree
from PIL import Image
from python_calamine import CalamineWorkbook

from corrobora.case.progress import silent
from corrobora.claims import plain
from corrobora.errors import InputError
from corrobora.model.findings import DocumentRef, Finding, Grade
from corrobora.model.tables import FINDINGS, PERSONS
from corrobora.publication import REGISTRY, Options

from .invented import HOSTILE, LINES, SECRETS, SUBJECT, fill


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


def test_sentences_carry_footnotes_that_lead_to_evidence(case, tmp_path):
    REGISTRY["docx"].export(fill(case), tmp_path / "a.docx", silent)
    text = plain((tmp_path / "a.docx").read_bytes(), "a.docx")
    note = re.search(r"person of row 7\.\[\^(f\d+)\]", text)[1]
    (told,) = re.findall(rf"^\[\^{note}\]: (.+)$", text, re.M)
    assert "flights.csv, row 7 (by chance under 1 in a million)" in told and "list.png, p. 1" in told
    assert [s for s in SECRETS if s in text] == []
    assert docx.Document(str(tmp_path / "a.docx")).core_properties.author == ""


def test_the_pdf_is_an_archive_pdf_with_footnotes_and_hides_third_persons(case, tmp_path):
    REGISTRY["pdf"].export(fill(case), tmp_path / "a.pdf", silent)
    written = (tmp_path / "a.pdf").read_bytes()
    assert b"pdfaid:part>2<" in written and b"pdfaid:conformance>U<" in written
    pages = pypdfium2.PdfDocument(written)
    text = "\n".join(page.get_textpage().get_text_range() for page in pages)
    flat = " ".join(text.split())
    assert (
        "Wen Subject is the person of row 7." in flat and "flights.csv, row 7 (by chance under 1 in a million)" in flat
    )
    assert "<script>alert(1)</script>" in flat  # shown as it is, read by nobody
    assert "ООО «Пример»" in flat
    assert [s for s in SECRETS if s in flat] == []


def test_the_time_of_a_pdf_is_the_one_told(case, tmp_path, monkeypatch):
    fill(case)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    REGISTRY["pdf"].export(case, tmp_path / "a.pdf", silent)
    assert b"20231114" in (tmp_path / "a.pdf").read_bytes()


def test_markup_of_a_leak_is_never_obeyed(case, tmp_path):
    nasty = '#read("/etc/passwd") $x$ = *bold* @ref <label> \\ "quoted" [#panic()]'
    case.put_documents([])
    case.replace(PERSONS, [])
    case.replace(FINDINGS, [Finding("chain-1", "chain", nasty, Grade.CONFIRMED, (), (), {})])
    REGISTRY["pdf"].export(case, tmp_path / "a.pdf", silent)
    page = pypdfium2.PdfDocument((tmp_path / "a.pdf").read_bytes())[0]
    shown = " ".join(page.get_textpage().get_text_range().split())
    assert '#read("/etc/passwd") $x$ = *bold* @ref <label>' in shown and "root:" not in shown


def test_a_chart_is_a_drawing_a_picture_and_its_table(case, tmp_path):
    REGISTRY["charts"].export(fill(case), tmp_path / "charts", silent)
    with (tmp_path / "charts" / "charts.csv").open(encoding="utf-8-sig", newline="") as handle:
        titles = {row["name"]: row["title"] for row in csv.DictReader(handle)}
    assert set(titles) == {"presence", "network"}
    for name in titles:
        drawing = (tmp_path / "charts" / f"{name}.svg").read_bytes()
        root = etree.fromstring(drawing)
        assert not [e for e in root.iter() if etree.QName(e).localname in ("script", "foreignObject", "image", "a")]
        with Image.open(tmp_path / "charts" / f"{name}.png") as picture:
            assert picture.width == 1600 and len(set(picture.convert("L").tobytes())) > 20
    with (tmp_path / "charts" / "presence.csv").open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert [(r["person"], r["from"], r["what"]) for r in rows] == [("Wen Subject", "2023-03-09", "journey CA1 PEK-SVO")]


def test_places_become_annotations_with_page_box_and_words(case, tmp_path):
    REGISTRY["annotations"].export(fill(case), tmp_path / "a.json", silent)
    page = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld" and page["type"] == "AnnotationPage"
    ids = [item["id"] for item in page["items"]]
    assert len(ids) == len(set(ids)) == 9
    target = page["items"][0]["target"]
    place, words = target["selector"]
    assert target["source"].startswith("urn:sha256:") and place["value"] == "page=1"
    assert words == {"type": "TextQuoteSelector", "exact": LINES[1]}
    boxed = DocumentRef("A", "b.pdf", "0" * 64, 3, "words", (0.25, 0.1, 0.75, 0.125))
    case.replace(FINDINGS, [Finding("chain-1", "chain", "s", Grade.UNVERIFIED, (boxed,), (), {})])
    REGISTRY["annotations"].export(case, tmp_path / "b.json", silent)
    (item,) = json.loads((tmp_path / "b.json").read_text(encoding="utf-8"))["items"]
    refined = item["target"]["selector"][0]
    assert refined["value"] == "page=3" and refined["refinedBy"]["value"] == "xywh=percent:25,10,50,2.5"
