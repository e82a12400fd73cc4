"""One firm with many names, from papers in four languages to findings, a draft, a list and a comparison."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from corrobora import pipeline
from corrobora.case import Case
from corrobora.model.tables import FINDINGS, ORGANIZATIONS

CONTRACT = """ДОГОВОР ПОСТАВКИ № 17/24-П
г. Калуга                                 12 марта 2024 г.
Общество с ограниченной ответственностью «Янтарный мыс» (далее — «Покупатель», Amber Cape LLC), в лице директора Сомова Игоря Петровича, и АО «Каменский завод точных приборов» (сокращённое наименование — АО «КЗТП»), именуемое в дальнейшем «Поставщик», совместно именуемые «Стороны», заключили договор о нижеследующем.
1. Поставщик передаёт, а Покупатель принимает 12 приборов ПТ-40 по цене 1 000 000 руб.
"""
OTHER = """ДОГОВОР № 5
г. Тула                                 2 апреля 2024 г.
ООО «Сосновый двор» (далее — «Покупатель») и ООО «Речной узел» (далее — «Поставщик») заключили договор.
"""
CHINESE = """合同编号 YH-2024-11
甲方：深圳远航贸易有限公司（以下简称“远航”，英文名称：Shenzhen Farsail Trading Co., Ltd.）
乙方：“琥珀角”有限责任公司
远航向乙方供应发动机20台。
"""
UKRAINIAN = """ДОГОВІР № 9
м. Київ                                 3 травня 2024 р.
ТОВ «Північна Зоря» (надалі — «Покупець», англ. Boreal Dawn LLC) та ТОВ «Річка» (надалі — «Постачальник») уклали договір.
"""
ENGLISH = """AGENCY AGREEMENT No. 3
Pearl Delta Trading Co., Ltd. (hereinafter the "Agent"), formerly known as Bluewhale Trading Co., Ltd., and Orlan Trade LLC
(hereinafter the "Principal") have agreed as follows.
"""
LETTER = """Исх. № 44 от 3 мая 2024 г.
АО «КЗТП» просит отгрузить приборы.
"""
LISTED = """name,aliases,programme,listed,type,country
"AMBER CAPE LLC","",Export controls,2024-06-12,Entity,RU
"BOREAL DAWN LLC","",Export controls,2024-06-13,Entity,UA
"BLUEWHALE TRADING CO., LTD.","",Export controls,2024-06-14,Entity,CN
"SHENZHEN FARSAIL TRADING CO., LTD.","",Export controls,2024-07-01,Entity,CN
"PRINCIPAL TRADING LLC","Principal; Покупатель; 甲方",Export controls,2024-07-02,Entity,RU
"""


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    root = tmp_path_factory.mktemp("firm")
    papers = {"a.txt": CONTRACT, "b.txt": OTHER, "c.txt": CHINESE, "d.txt": UKRAINIAN, "e.txt": ENGLISH, "f.txt": LETTER}
    for name, text in papers.items():
        (root / "leak" / "archive").mkdir(parents=True, exist_ok=True)
        (root / "leak" / "archive" / name).write_text(text, encoding="utf-8")
    (root / "records").mkdir()
    (root / "records" / "sanctions.csv").write_text(LISTED, encoding="utf-8")
    with Case.create(root / "case") as case:
        pipeline.run(root / "leak", root / "records", case)
    return root


def findings(world, kind):
    with Case.open(world / "case") as case:
        return [one for one in case.read(FINDINGS) if one.kind == kind]


def test_a_listing_under_the_other_name_is_found_and_the_definition_is_its_evidence(world):
    found = {one.rows[-1].row: one for one in findings(world, "sanction")}
    assert set(found) == {1, 2, 3, 4}
    quoted = {row: [page.quote for page in one.pages] for row, one in found.items()}
    for row, word in ((1, "Amber Cape LLC"), (2, "Boreal Dawn LLC"), (3, "Bluewhale"), (4, "Farsail")):
        assert any(word in quote for quote in quoted[row]), quoted[row]


def test_a_role_is_nobodys_name_beyond_its_paper(world):
    with Case.open(world / "case") as case:
        bodies = [set(one.names) for one in case.read(ORGANIZATIONS)]
    words = {"Покупатель", "Поставщик", "甲方", "Principal", "Agent", "Покупець", "Постачальник", "Стороны"}
    assert not any(names & words for names in bodies)
    assert not any({"ООО «Сосновый двор»", "ООО «Янтарный мыс»"} <= names for names in bodies)
    assert len([names for names in bodies if "Amber Cape LLC" in names]) == 1
    for one in findings(world, "alias"):
        assert not set(one.body["names"]) & words


def test_a_list_finds_the_firm_under_every_name_and_says_why(world):
    (world / "list.csv").write_text("name\nAmber Cape LLC\nКЗТП\n远航\nПокупатель\n", encoding="utf-8")
    with Case.open(world / "case") as case:
        hits = pipeline.screen(case, world / "list.csv")
    found = {(hit["name"], hit["found"]) for hit in hits}
    assert ("Amber Cape LLC", "Общество с ограниченной ответственностью «Янтарный мыс»") in found
    assert ("КЗТП", "АО «Каменский завод точных приборов»") in found
    assert ("远航", "SHENZHEN FARSAIL TRADING CO., LTD.") in found
    assert not any(name == "Покупатель" for name, _ in found)
    because = next(h for h in hits if h["name"] == "КЗТП" and "Каменский" in h["found"])
    assert because["introduced"][0]["document"] == "archive/a.txt" and because["because"]


def test_a_draft_may_call_the_firm_by_its_other_name(world):
    replies = "asked,sent,by,answer\nООО «Янтарный мыс»,2024-08-01,editor,none\n"
    draft = "Amber Cape LLC bought 12 instruments [doc: archive/a.txt p.1]."
    other = "Orlan Trade LLC bought 12 instruments [doc: archive/a.txt p.1]."
    with Case.open(world / "case") as case:
        kinds = [{p["kind"] for p in pipeline.check(case, text, replies)[0]["problems"]} for text in (draft, other)]
    assert "no_reply_sought" not in kinds[0] and "no_reply_sought" in kinds[1]


def test_two_names_are_compared_by_what_the_case_knows(world):
    command = [sys.executable, "-m", "corrobora", "names", "compare", "Amber Cape LLC", "ООО «Янтарный мыс»"]
    options = ["--schema", "Organization", "--json"]
    alone, known = (
        json.loads(subprocess.run([*command, *options, *more], capture_output=True, text=True, check=True).stdout)
        for more in ([], ["--case", str(world / "case")])
    )
    assert alone["score"] < 0.5 and known["score"] > 0.95
    assert "papers of the case" in known["reasons"][0]


def test_a_search_for_one_name_finds_the_papers_with_the_other(world):
    command = [sys.executable, "-m", "corrobora", "search", "Каменский завод точных приборов", "--json"]
    found = [
        {hit["document"] for hit in json.loads(subprocess.run(
            [*command, *more, "--case", str(world / "case")], capture_output=True, text=True, check=True
        ).stdout)["hits"]}
        for more in ([], ["--exact"])
    ]  # fmt: skip
    assert "archive/f.txt" in found[0] and "archive/f.txt" not in found[1]


def test_how_common_a_name_is_stands_in_the_comparison():
    command = [sys.executable, "-m", "corrobora", "names", "compare", "VAN TAO", "Wang Tao"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert (
        "people in a million" in said
        and "2 names cannot be told apart" in said
        and "cannot be told apart in this" in said
    )
