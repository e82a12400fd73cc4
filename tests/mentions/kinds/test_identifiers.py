from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrobora.mentions.kinds.accounts import find_accounts, is_iban
from corrobora.mentions.kinds.aircraft import find_tails
from corrobora.mentions.kinds.contacts import find_mails, find_phones
from corrobora.mentions.kinds.flights import find_flights
from corrobora.mentions.kinds.passports import find_passports
from corrobora.mentions.kinds.taxpayers import find_kpp, find_taxpayers, is_edrpou, is_inn, is_ogrn, is_uscc


def test_check_digits_hold_for_published_numbers() -> None:
    assert is_inn("7707083893")
    assert is_inn("500100732259")
    assert is_ogrn("1027700132195")
    assert is_uscc("91110000100010310K")
    assert is_edrpou("00032129")
    assert is_iban("UA213223130000026007233566001")


@pytest.mark.parametrize("right", ["7707083893", "1027700132195", "00032129"])
@given(place=st.integers(0, 20), step=st.integers(1, 9))
def test_one_wrong_figure_is_noticed(right: str, place: int, step: int) -> None:
    check = {10: is_inn, 13: is_ogrn, 8: is_edrpou}[len(right)]
    place %= len(right)
    wrong = right[:place] + str((int(right[place]) + step) % 10) + right[place + 1 :]
    if len(right) == 10:  # mod 11 mod 10: nearly all slips, not all
        assert not check(wrong) or place < 9
    elif len(right) == 13:
        assert not check(wrong) or place < 12
    else:
        assert not check(wrong) or place < 7


def test_labelled_numbers_beside_chinese_and_cyrillic() -> None:
    text = "统一社会信用代码91110000100010310K，ИНН/КПП 7707083893/770701001, ОГРН 1027700132195, код ЄДРПОУ 00032129"
    assert [(m.type.value, m.value) for m in find_taxpayers(text)] == [
        ("USCC", "91110000100010310K"),
        ("INN", "7707083893"),
        ("OGRN", "1027700132195"),
        ("EDRPOU", "00032129"),
    ]
    assert [number for _, _, number in find_kpp(text)] == ["770701001"]


def test_a_number_whose_check_digit_fails_is_doubted() -> None:
    (found,) = find_taxpayers("ИНН 7707083894")
    assert found.confidence < 0.5


def test_accounts() -> None:
    found = find_accounts(
        "р/с 40702 810 9 3800 0012345 БИК 044525225, UA213223130000026007233566001, 银行账号：6222 0210 0111 2345"
    )
    assert [m.value for m in found][1:] == ["UA213223130000026007233566001", "6222021001112345"]
    assert len(found[0].value) == 20


def test_passports() -> None:
    text = "护照号E12345678, паспорт 75 № 1234567, паспорт серия 45 12 № 123456, загранпаспорт FA123456"
    assert [m.value for m in find_passports(text)] == ["E12345678", "751234567", "4512123456", "FA123456"]


def test_tails_in_latin_letters() -> None:
    found = find_tails("РА-76843, RF-78741, UR-82060, 飞机B-1234停在")
    assert [m.value for m in found] == ["RA-76843", "RF-78741", "UR-82060", "B-1234"]


def test_flights() -> None:
    assert [m.value for m in find_flights("航班SU205于, рейс СУ 1702, CZ6001; Su-35, 12:30")] == [
        "SU205",
        "SU1702",
        "CZ6001",
    ]


def test_phones_and_mail() -> None:
    assert [n for _, _, n in find_phones("тел. +7 (495) 123-45-67, 8 495 123 45 67")] == ["+74951234567"] * 2
    assert [a for _, _, a in find_mails("пишите: I.Petrov@zavod-primer.ru.")] == ["i.petrov@zavod-primer.ru"]
