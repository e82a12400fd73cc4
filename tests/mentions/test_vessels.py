"""Names of ships, stations, works and firms in Cyrillic papers that the models have never seen."""

from __future__ import annotations

import pytest

from corrobora.mentions import find


def named(text: str, language: str = "ru") -> list[tuple[str, str]]:
    return [(m.type.value, m.text) for m in find(text, language) if m.type.value in ("PER", "ORG", "LOC")]


def test_a_ship_is_no_organisation_wherever_the_paper_names_it() -> None:
    text = (
        "Сухогруз «Нептун» вышел из Находки 3 мая.\n\nПо данным порта, «Нептун» встал на ремонт. "
        "Ремонт «Нептуна» оплатило ООО «Нептун-Сервис»."
    )
    assert {written for kind, written in named(text) if kind == "ORG"} == {"ООО «Нептун-Сервис»"}


def test_a_body_and_the_one_above_it_are_one_organisation() -> None:
    assert ("ORG", "Главное управление МВД") in named("Вчера Главное управление МВД ответило отказом.")


def test_two_firms_side_by_side_stay_two() -> None:
    found = named("Стороны: ООО «Ветер» ООО «Гром» подписали договор.")
    assert [written for kind, written in found if kind == "ORG"] == ["ООО «Ветер»", "ООО «Гром»"]


@pytest.mark.parametrize("text", ["Поставку оплатило ПАО, счёт закрыт.", "Форма собственности: ПАО"])
def test_a_legal_form_alone_names_nobody(text: str) -> None:
    assert not [one for one in named(text) if one[0] == "ORG"]


def test_an_abbreviation_beside_a_surname_is_no_given_name() -> None:
    found = named("На совещании президент АБВЕ Кораблёв и директор завода подписали протокол.")
    assert not any(kind == "PER" and "АБВЕ" in written for kind, written in found)


def test_a_name_in_quotes_inside_a_sentence_opens_none() -> None:
    assert ("ORG", "Маяк") in named("Как передала радиостанция «Маяк», переговоры прошли в Казани.")
