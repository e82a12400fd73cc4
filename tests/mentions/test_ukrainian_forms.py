"""Base forms of Ukrainian organisations and places."""

from __future__ import annotations

import pytest

from corrobora.mentions import find
from corrobora.mentions.ukrainian_forms import nominative


@pytest.mark.parametrize(
    ("written", "base"),
    [
        ("Києві", "Київ"),
        ("Харкова", "Харків"),
        ("Миколаєві", "Миколаїв"),
        ("Одесі", "Одеса"),
        ("України", "Україна"),
        ("Запоріжжі", "Запоріжжя"),
        ("Тернополя", "Тернопіль"),
        ("Вінниці", "Вінниця"),
        ("Луганську", "Луганськ"),
        ("Рівного", "Рівне"),
        ("Київської області", "Київська область"),
        ("Одеським припортовим заводом", "Одеський припортовий завод"),
        ("Державної служби експортного контролю", "Державна служба експортного контролю"),
        ("Національного банку України", "Національний банк України"),
        ("Міністерством оборони", "Міністерство оборони"),
        ("Товариством з обмеженою відповідальністю «Маяк»", "Товариство з обмеженою відповідальністю «Маяк»"),
        ("КИЇВСЬКОЇ МІСЬКОЇ РАДИ", "КИЇВСЬКА МІСЬКА РАДА"),
    ],
)
def test_the_head_goes_into_the_nominative(written: str, base: str) -> None:
    assert nominative(written) == base
    assert nominative(base) == base


@pytest.mark.parametrize("written", ["ТОВ «Одеським»", "Ыцукен", "", "«Новій пошті»", "Антонова"])
def test_what_is_not_known_stays(written: str) -> None:
    assert nominative(written) == written


def test_values_of_mentions_are_base_forms() -> None:
    found = {m.text: m.value for m in find("Делегація зустрілася з Міністерством оборони України у Львові.", "uk")}
    assert found["Львові"] == "Львів"
