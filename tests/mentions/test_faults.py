"""Names, numbers and dates in layouts that once went wrong; every paper here is invented."""

from __future__ import annotations

import pytest

from corrobora.mentions import find


def of(text: str, language: str, kind: str) -> list[str]:
    return [m.text for m in find(text, language) if m.type.value == kind]


def test_a_number_above_a_date_takes_no_figure_of_it() -> None:
    found = find("第12号\n2023年7月5日\n关于设备供应的函", "zh")
    assert [(m.type.value, m.value) for m in found if m.type.value in ("DOC", "DATE")] == [("DATE", "2023-07-05")]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("The plant ordered 640 engines in June.", "en", "640 pcs"),
        ("Отгружено 18 новых двигателей и паспорта к ним.", "ru", "18 pcs"),
        ("Відвантажено 25 насосів.", "uk", "25 pcs"),
    ],
)
def test_goods_counted_by_their_own_name(text: str, language: str, value: str) -> None:
    assert value in [m.value for m in find(text, language) if m.type.value == "QUANT"]


def test_an_item_letter_and_a_verb_are_no_person_but_a_surname_that_is_a_noun_is() -> None:
    assert of("К. Присутствовали: Гладков И.И.", "ru", "PER") == ["Гладков И.И."]
    assert "В. Сорока" in of("Докладывал В. Сорока, начальник цеха.", "ru", "PER")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Приглашаем специалистов компании «Лунхай» посетить цех.", "компании «Лунхай»"),
        ("Пекинская компания «Лунхай» ответила.", "Пекинская компания «Лунхай»"),
        ("ДИРЕКТОРУ ЗАВОДА «РЫЧАГ»", "ЗАВОДА «РЫЧАГ»"),
    ],
)
def test_a_firm_takes_no_words_in_front_that_do_not_belong_to_it(text: str, name: str) -> None:
    assert of(text, "ru", "ORG") == [name]


def test_travellers_surname_first() -> None:
    text = "Ellen Harrow\nHarrow, Ellen\nEllen/Harrow\nHARROW/ELLEN MRS"
    assert of(text, "en", "PER") == ["Ellen Harrow", "Harrow, Ellen", "Ellen/Harrow", "HARROW/ELLEN"]


def test_labels_are_no_organisations() -> None:
    assert of("IBAN UA213223130000026007233566001, VAT included, HS code 8411.12", "en", "ORG") == []


def test_half_a_year_in_words() -> None:
    assert "2025-H1" in [m.value for m in find("Завершить в первой половине 2025 года.", "ru")]


def test_firms_that_are_only_counted_name_nobody() -> None:
    assert of("两国政府和90多家公司签署了协议。", "zh", "ORG") == []
