"""Whose word a sentence stands on: testimony, access, credit, causes, ages, translations, laws, and notes beside it."""

from __future__ import annotations

import dataclasses

import pytest

from corrobora.claims.checks import REGISTRY
from corrobora.claims.citations import Citation
from corrobora.claims.context import CaseKnowledge, CitedPage, CitedRow, Held
from corrobora.claims.draft import sentences
from corrobora.claims.laws import cited_laws, is_rule, place_of
from corrobora.claims.notes import classes, notes
from corrobora.mentions import find
from corrobora.model.claims import Quotation, Reply
from corrobora.model.entities import Person
from corrobora.model.facts import NameForm
from corrobora.model.findings import DocumentRef, Finding, Grade
from corrobora.model.source import Source

PAGE = "Акт № 8 от 4 марта 2021 г. На складе осталось 75 насосов. Осмотр назначенный на 9 апреля 2021 г. отменён заказчиком."
OURS = Source("leak", "", "Shelf", "leak-a")
LAW = CitedPage(
    "open/кодекс.txt", 1, "Уголовный кодекс\nСтатья 189. Незаконный экспорт\nСтатья 359. Наёмничество", (),
    source=Source("leak", "open", "Law", "web", public=True),
)  # fmt: skip
PEOPLE = (Person("person-1", "Melnyk Oksana", (NameForm("Melnyk Oksana", "Latn", "full"),), (), birth_date="1970-06-15"),)
KEPT = Quotation("a.pdf", 1, "На складе осталось 75 насосов.", "There are 75 pumps left in the warehouse.", "by hand, O. K.")


def held(draft, *, page=PAGE, source=OURS, findings=(), row=None, **known):
    (sentence,) = sentences(draft)
    case = CaseKnowledge(PEOPLE, (), tuple(findings), (), **known)
    pages = (CitedPage("a.pdf", 1, page, tuple(find(page)), (), "leak-a", source=source),) if page else ()
    cited = dataclasses.replace(sentence, citations=(Citation("a.pdf", 1),))
    return Held(cited, tuple(find(sentence.prose)), pages, (row,) if row else (), case)


def problems(draft, **told):
    one = held(draft, **told)
    return {p.kind for entry in REGISTRY for p in entry.check(one)}


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        ("The meeting led to the sale.", True),
        ("Осмотр привёл к продаже насосов.", True),
        ("Огляд призвів до продажу насосів.", True),
        ("检查导致了销售。", True),
        ("She led to the warehouse a group of guests; whether it led to the sale is unclear.", False),
        ("This does not prove that the meeting led to the sale.", False),
        ("Привёл ли осмотр к продаже, неизвестно: документы не говорят, что осмотр привёл к продаже.", False),
        ("The plant's owners knew where the pumps went.", True),
        ("Директор знал, куда идут насосы.", True),
        ("It is unclear whether the owners knew where the pumps went.", False),
        ("Неясно, знал ли директор.", False),
        ("没有证据表明厂长知道此事。", False),
    ],
)
def test_causes_and_knowledge_are_not_inferred(draft, wrong):
    assert ("overclaim" in problems(draft)) is wrong


def test_a_page_that_tells_of_the_cause_allows_it():
    assert "overclaim" not in problems("The fault led to the stop.", page="The fault led to the stop of the works.")


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        ("Guards beat the workers.", True), ("Охрана избивала рабочих.", True),
        ("Guards beat the workers, she said.", False), ("По её словам, охрана избивала рабочих.", False),
        ("За її словами, охорона била робітників.", False), ("据她讲述，警卫殴打工人。", False),
        ("A former worker recalls guards who “beat whoever was slow”.", False),
    ],
)  # fmt: skip
def test_testimony_is_told_as_somebody_s_word(draft, wrong):
    told = Finding("testimony-1", "testimony", "T.", Grade.UNVERIFIED, (DocumentRef("S", "a.pdf", "0", 1, "x"),), (),
                   {"document": "a.pdf"})  # fmt: skip
    assert ("overclaim" in problems(draft, page="Guards beat the workers. Охрана избивала рабочих.", findings=[told])) is wrong


@pytest.mark.parametrize(
    ("how", "wrong"),
    [("read out to us over the telephone", True), ("shown on a screen, no copy", False), ("зачитано по телефону", True),
     ("passed to us by a former employee", False), ("shown and passed to us", False), (None, False)],
)  # fmt: skip
def test_papers_that_were_only_heard_are_not_called_obtained(how, wrong):
    source = dataclasses.replace(OURS, obtained_how=how)
    for draft in ("The act, obtained by this newspaper, lists the pumps.", "В распоряжении редакции есть акт о насосах."):
        assert ("attribution" in problems(draft, source=source)) is wrong


def test_others_findings_are_credited():
    source = dataclasses.replace(OURS, credit="first published by The Harbour Post")
    assert "attribution" in problems("We found that 75 pumps were left.", source=source)
    assert "attribution" not in problems("We found, as The Harbour Post had before us, 75 pumps.", source=source)
    assert "attribution" not in problems("The stock came to 75 pumps.", source=source)


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        ("Melnyk Oksana, aged 50, signed on 4 March 2021.", False),
        ("Melnyk Oksana, aged 51, signed on 4 March 2021.", True),
        ("Melnyk Oksana, a 44-year-old engineer, signed.", False),
        ("Melnyk Oksana, a 99-year-old engineer, signed.", True),
        ("Melnyk Oksana signed 99 papers.", False),
    ],
)
def test_ages_follow_from_birth_dates(draft, wrong):
    assert ("count" in problems(draft, page="Melnyk Oksana, 4 March 2021")) is wrong


def test_a_day_that_was_called_off_is_not_one_on_which_it_happened():
    assert "overclaim" in problems("9 апреля 2021 года заказчик посетил склад.")
    assert "overclaim" not in problems("Осмотр 9 апреля 2021 года отменили.")


def test_a_translated_quotation_is_held_against_the_translation_on_record():
    right = "The act says that “there are 75 pumps left in the warehouse”."
    other = "The act says that “the pumps were taken to the front by night”."
    kept = {"a.pdf": (KEPT,)}
    assert problems(right, translations=kept) == set()
    assert problems(other, translations=kept) == {"attribution"}
    assert [n.kind for n in notes(held(right, translations=kept))] == []
    assert [n.kind for n in notes(held(right))] == ["translation"]
    assert problems("The act says that “there are 95 pumps left in the warehouse”.") == {"number"}


def test_a_quotation_on_a_page_in_two_languages_is_still_checked():
    page = PAGE + "请于2021年3月4日前确认仓库中剩余水泵的数量，并将结果以书面形式通知买方，不得延误，否则视为同意，合同继续有效。"
    assert "attribution" in problems("文中写道：“请务必对外界隐瞒仓库的真实数量”。", page=page)
    assert "attribution" not in problems("文中写道：“请于2021年3月4日前确认仓库中剩余水泵的数量”。", page=page)


@pytest.mark.parametrize(
    ("text", "article", "code", "number"),
    [
        ("Article 359 of the Criminal Code forbids it.", "359", "criminal", ""),
        ("Это запрещает статья 189 УК РФ.", "189", "criminal", ""),
        ("Постановление № 506 разрешило ввоз.", "", "", "506"),
        ("Це забороняє стаття 447 Кримінального кодексу.", "447", "criminal", ""),
        ("постанова № 1228 діє досі", "", "", "1228"),
        ("《出口管制法》第三十五条规定", "35", "export", ""),
        ("Regulation (EU) No 833/2014 bans it", "", "", "833/2014"),
        ("Федеральный закон № 273-ФЗ", "", "", "273-ФЗ"),
        ("under Executive Order 14024", "", "", "14024"),
    ],
)
def test_laws_are_known_in_four_languages(text, article, code, number):
    assert [(law.article, law.code, law.number) for law in cited_laws(text)] == [(article, code, number)]


@pytest.mark.parametrize(
    "text",
    ["The article of 5 May tells of 359 men.", "The order of 400 pumps.", "He ordered 12 pumps.", "第三批货物", "Это статья о 5 людях.",
     "The resolution of the dispute took 3 years.", "Закон суров."],
)  # fmt: skip
def test_what_is_no_law_is_none(text):
    assert cited_laws(text) == []


def test_a_law_on_record_is_cited_and_another_said_to_be_missing():
    assert is_rule(LAW.text) and not is_rule(PAGE)
    assert place_of(cited_laws("статья 359 УК")[0], [LAW]) is LAW
    (note,) = notes(held("Это запрещает статья 359 УК РФ.", rules=(LAW,)))
    assert (note.kind, note.document, note.page) == ("law", "open/кодекс.txt", 1)
    (note,) = notes(held("Это запрещает статья 282 УК РФ.", rules=(LAW,)))
    assert (note.kind, note.document) == ("law", "") and "not on record" in note.detail


def test_classes_of_source_and_a_company_s_word():
    public = dataclasses.replace(OURS, public=True)
    row = CitedRow("r.csv", 1, {"name": ("Kran LLC", "Kran LLC")}, "r")
    assert classes(held("Kran LLC has 75 pumps.", row=row)) == ["document", "record"]
    one = held("Kran LLC has the largest stock of pumps.", source=public)
    assert classes(one) == ["public paper"]
    assert [n.kind for n in notes(one)] == ["company's word"]
    assert notes(held("Kran LLC says that it has the largest stock of pumps.", source=public)) == []


def test_what_the_case_holds_stands_beside_a_denial():
    sold = Finding("supply-1", "supply", "Very likely Kran LLC supplied pumps.", Grade.PROBABLE, (), (), {"supplier": "Kran LLC"})
    answer = Reply("Kran LLC", answer="We never sold a single pump to anybody there.")
    one = held("Kran LLC said that it never sold pumps.", findings=[sold], replies=(answer,))
    assert [n.detail for n in notes(one)] == ["against this the case holds: Very likely Kran LLC supplied pumps."]
    assert notes(held("Kran LLC sold pumps.", findings=[sold])) == []
