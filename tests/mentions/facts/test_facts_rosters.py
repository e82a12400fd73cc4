from __future__ import annotations

from fact_papers import facts_in, facts_on, grid_page, names, only, person

from corrobora.mentions.facts.rosters import cell_names
from corrobora.model.document import Page
from corrobora.model.facts import Appearance


def test_chinese_roster_with_passports_and_birth_dates():
    page = grid_page(
        [
            ["№", "姓名", "Name (passport)", "Дата рожд.", "№ паспорта", "军衔/职务", "单位"],
            ["1", "刘海涛", "LIU HAITAO", "12.03.1974", "", "大校", "东海局"],
            ["2", "欧阳静", "OUYANG JING", "", "E71234567", "翻译", "东海局"],
        ],
        document="lists/Delegation_QS-22-190.xlsx",
    )
    facts = facts_on(page)
    first, second = only(Appearance, facts)
    assert [f.text for f in first.names] == ["刘海涛", "LIU HAITAO"]
    assert (first.birth_date, first.document_number, first.title, first.organization) == (
        "1974-03-12",
        None,
        "大校",
        "东海局",
    )
    assert (second.birth_date, second.document_number, second.side, second.nationality) == (
        None,
        "E71234567",
        "delegation",
        "cn",
    )
    assert second.group == "QS-22-190"


def test_family_and_given_name_in_two_columns():
    page = grid_page(
        [
            [
                "No.",
                "Surname",
                "Given names",
                "Date of birth",
                "Nationality",
                "Passport No.",
                "Position",
                "Organisation",
            ],
            ["1", "CHEN", "YU", "1969-11-05", "China", "G55667788", "Engineer", "Institute of Engines"],
        ]
    )
    found = person(facts_on(page), "CHEN YU")
    assert (found.birth_date, found.document_number, found.nationality, found.organization) == (
        "1969-11-05",
        "G55667788",
        "cn",
        "Institute of Engines",
    )


def test_ukrainian_roster():
    page = grid_page(
        [
            ["№ з/п", "ПІБ", "Дата народження", "Посада", "Місце роботи"],
            ["1", "Чжао Лін", "05.11.1969", "інженер", "Інститут двигунів"],
        ]
    )
    found = person(facts_on(page), "Чжао Лін")
    assert (found.birth_date, found.title, found.organization) == ("1969-11-05", "інженер", "Інститут двигунів")


def test_a_roster_goes_on_over_the_page_break():
    first = grid_page([["Фамилия, имя", "Звание", "Организация"], ["Сунь Вэйго", "полковник", "Центр"]])
    second = grid_page([["Хэ Цзин", "переводчик", "Центр"]], page=2)
    assert names(facts_on(first, second)) == [("Сунь Вэйго",), ("Хэ Цзин",)]


def test_rows_as_plain_lines():
    text = """LIST OF THE DELEGATION (request JLA/2023/118)
No. Name Passport No. Date of birth Position Organisation
1 LIU Haitao E71234567 12.03.1974 Senior Colonel Jinlong Co., Ltd.
2 CHEN Yu G55667788 05.11.1969 Engineer Institute of Engines
"""
    facts = facts_in(text)
    found = person(facts, "CHEN Yu")
    assert (found.document_number, found.birth_date, found.title, found.organization) == (
        "G55667788",
        "1969-11-05",
        "Engineer",
        "Institute of Engines",
    )
    assert found.group == "JLA/2023/118"


def test_chinese_rows_as_plain_lines():
    facts = facts_in("代表团名单\n1. 刘海涛 LIU HAITAO 上校 护照号E71234567 1974年3月12日生\n2. 陈玉 CHEN YU 工程师\n")
    found = person(facts, "刘海涛")
    assert (found.document_number, found.birth_date, found.title) == ("E71234567", "1974-03-12", "上校")
    assert person(facts, "陈玉").names[1].text == "CHEN YU"


def test_programme_names_those_responsible():
    page = grid_page(
        [
            ["Дата, время", "Мероприятие", "Место", "Ответственный"],
            ["03.10.2022 10:00", "Прибытие", "Аэропорт", "Белова Н.С."],
        ],
        above="ПРОГРАММА пребывания делегации",
    )
    assert person(facts_on(page), "Белова Н.С.").side == "responsible"


def test_cell_with_a_name_in_two_scripts():
    assert [f.text for f in cell_names("刘杰 / LIU JIE")] == ["刘杰", "LIU JIE"]
    assert cell_names("п Юнши") == []


def test_torn_initials_are_mended_on_recognised_pages_only():
    text = "ПРОТОКОЛ\nУчастники встречи с российской стороны:\nЗимин КР. — главный инженер\n"
    assert names(facts_on(Page(1, text, ocr_confidence=0.8, document="a.pdf"))) == [("Зимин К.Р.",)]
    assert names(facts_in(text)) == []
