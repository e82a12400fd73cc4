from __future__ import annotations

import time

from corrobora.mentions.gazetteer import Entry, Gazetteer
from corrobora.model.mention import MentionType

BOOK = Gazetteer(
    ["Северный ветер", "Аэро-Хит", "龙翼航空", Entry("Ван Минлян", MentionType.PER), "Longyi Aviation Co., Ltd."]
)


def test_inflected_forms_and_any_spacing() -> None:
    found = BOOK.find("Для «Северного\nветра» и Аэро-Хита; 与龙翼航空签署; LONGYI AVIATION CO LTD; с Ваном Минляном")
    assert [m.value for m in found] == [
        "Северный ветер",
        "Аэро-Хит",
        "龙翼航空",
        "Longyi Aviation Co., Ltd.",
        "Ван Минлян",
    ]
    assert found[-1].type is MentionType.PER


def test_a_name_with_a_capital_is_not_found_in_small_letters() -> None:
    assert BOOK.find("северный ветер усилился") == []


def test_the_longest_name_wins() -> None:
    book = Gazetteer(["Восток", "Восток Сервис"])
    assert [m.value for m in book.find("ООО Восток Сервис и Восток")] == ["Восток Сервис", "Восток"]


def test_too_short_names_are_left_out() -> None:
    assert Gazetteer(["А", "中"]).find("А 中") == []


def test_many_names_cost_no_more_than_few() -> None:
    text = "Поставщик Фирма 77 отгрузил товар. " * 2000
    started = time.process_time()
    book = Gazetteer([f"Фирма {n}" for n in range(20_000)])
    assert len(book.find(text)) == 2000
    assert time.process_time() - started < 5
