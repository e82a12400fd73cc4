"""Words of forms and named houses are nobody."""

from __future__ import annotations

import pytest

from corrobora.mentions import find

NAMES = {"PER", "ORG", "LOC"}


@pytest.mark.parametrize(
    "text",
    [
        "Прізвище | Посада | Паспорт\n",
        "Список\n",
        "Должность: ",
        "访问期间\n期间",
        "序号 姓名 职务 单位",
        "Name | Position | Passport | Date of birth",
        "Date: Sun, 3 Mar 2024 10:00:00",
        "Підпис __________ Дата ________",
    ],
)
def test_headers_name_nothing(text: str) -> None:
    assert [m.text for m in find(text) if m.type in NAMES] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The delegation stayed at Hotel Ani in the centre.", "Ani"),
        ("Делегация размещена в гостинице «Анна» в центре.", "Анна"),
        ("Ivan flew from Kyiv to Vladivostok yesterday.", "Vladivostok"),
    ],
)
def test_a_house_or_city_is_no_person(text: str, name: str) -> None:
    assert not any(name in m.text for m in find(text) if m.type == "PER")
