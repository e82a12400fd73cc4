from __future__ import annotations

import pytest

from corrobora.mentions import Gazetteer, annotate, find
from corrobora.mentions.kinds import REGISTRY

CHINESE = (
    "ЦЗЯН ВЭЙДУН, ЧЖАН ВЭЙ, ЛИ СЮЭМЭЙ, ЧЭНЬ ЮЙХУА, ЛЮ ЦЗЯНЬГО, ЯН ХАЙЛУН, ЧЖАО СИНЬ, ХУАН ЛЭЙ, ЧЖОУ ТАО, У ЦЗЮНЬ, "
    "СЮЙ БОВЭНЬ, СУНЬ ЯН, МА ЧЭНЛУН, ЧЖУ ХУН, ХУ ГОДУН, ГО ЦЗИНЬЛУН, ХЭ ЮН, ЛИНЬ ФЭН, ЛО ЧЖИЦЯН, ОУЯН ЖУЙ"
)


def people(text: str, language: str | None = None) -> list[str]:
    return [m.text for m in find(text, language) if m.type == "PER"]


@pytest.mark.parametrize("joined", [", ", "\n", "\n7. "])
def test_twenty_chinese_names_in_capitals(joined: str) -> None:
    names = CHINESE.split(", ")
    found = people("СПИСОК ДЕЛЕГАЦИИ\n" + joined.join(names), "ru")
    assert [name for name in names if name not in found] == []


def test_russian_names_in_base_form() -> None:
    found = find(
        "Директору завода Петрову И.И. сообщили о приезде Чжан Вэя на Рязанский авиационный завод «Восход».", "ru"
    )
    values = {m.value for m in found}
    assert {"Петров И.И.", "Чжан Вэй"} <= values
    assert any(m.type == "ORG" and "Восход" in m.value for m in found)


def test_ukrainian_names() -> None:
    found = find("Зустріч провів Іваненко Петро Олексійович, директор ТОВ «Мотор-Приклад» у Києві.", "uk")
    kinds = {(m.type.value, m.text) for m in found}
    assert ("PER", "Іваненко Петро Олексійович") in kinds
    assert ("ORG", "ТОВ «Мотор-Приклад»") in kinds
    assert ("LOC", "Києві") in kinds


def test_chinese_names_in_prose_tables_and_organisations() -> None:
    text = "中国航空技术进出口总公司代表李建国访问莫斯科。\n姓名\t职务\n王明亮\t团长\n张伟\t工程师"
    kinds = {(m.type.value, m.text) for m in find(text)}
    assert {("PER", "李建国"), ("PER", "王明亮"), ("PER", "张伟"), ("LOC", "莫斯科")} <= kinds
    assert ("ORG", "中国航空技术进出口总公司") in kinds


def test_english_names_companies_and_pinyin_in_capitals() -> None:
    text = "Between Aero-Sample LLC and Shenyang Longyi Aviation Co., Ltd.\n"
    text += "Present: Mr. Wang Mingliang; ZHANG WEI, engineer.\n"
    kinds = {(m.type.value, m.text) for m in find(text, "en")}
    assert {("PER", "Wang Mingliang"), ("PER", "ZHANG WEI"), ("ORG", "Aero-Sample LLC")} <= kinds


def test_one_page_in_several_languages() -> None:
    text = "Протокол № 12/24-К от 5 мая 2024 г.\n会谈于2024年5月5日举行，李建国出席。\nThe price is USD 1.5 million.\n"
    kinds = {(m.type.value, m.value) for m in find(text)}
    assert {("DOC", "12/24-К"), ("DATE", "2024-05-05"), ("PER", "李建国"), ("MONEY", "1500000 USD")} <= kinds


def test_the_gazetteer_finds_what_models_miss() -> None:
    text = "Поставка идёт через Комакс."
    assert any(
        m.reader == "gazetteer" and m.value == "Комакс" for m in find(text, "ru", gazetteer=Gazetteer(["Комакс"]))
    )


def test_weekday_beside_its_date_is_one_mention() -> None:
    assert [m.value for m in find("Встреча в среду, 3 октября 2018 года.", "ru") if m.type == "DATE"] == ["2018-10-03"]


def test_annotate_answers_line_by_line() -> None:
    (line,) = annotate([{"id": 7, "text": "Сумма 5 млн руб."}])
    assert line["id"] == 7
    assert {"start": 6, "end": 16, "type": "MONEY", "text": "5 млн руб.", "value": "5000000 RUB"} in line["mentions"]
    assert list(annotate([{"id": 1, "text": None}])) == [{"id": 1, "mentions": []}]


HOSTILE = (
    "", " ", "\n\n\n", "\x00\ufeff\u202e", "№" * 300, "1" * 5000, "1 " * 2000, "А." * 1500, "«" * 500, "(" * 500,
    "年" * 500, "ВАН " * 400, "a-" * 1500, "1.1." * 800, "до 5 до " * 300, "１２３" * 300, "О’" * 600,
    "\ud7ff\U0001f4a3" * 50,
)  # fmt: skip


@pytest.mark.parametrize("kind", list(REGISTRY), ids=lambda kind: kind.name)
@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_every_kind_survives_hostile_text(kind: object, number: int) -> None:
    text = HOSTILE[number]
    for found in kind.find(text):  # type: ignore[attr-defined]
        assert text[found.start : found.end] == found.text
        assert found.type in kind.types  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", list(REGISTRY), ids=lambda kind: kind.name)
def test_every_kind_is_documented_and_deterministic(kind: object) -> None:
    text = "Иванов И.И. 5 мая 2024 г. № 12/24 5 млн руб. 李建国 John Smith ИНН 7707083893 Ил-76ТД RA-76997 12 шт."
    assert kind.title  # type: ignore[attr-defined]
    assert kind.find(text) == kind.find(text)  # type: ignore[attr-defined]
