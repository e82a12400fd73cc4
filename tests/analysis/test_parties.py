from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.invented import rows
from corrobora.analysis.meanings import meaning_key
from corrobora.analysis.parties import Parties, latin_key, org_key
from corrobora.analysis.persons import Likeness, likeness
from corrobora.analysis.registers import look_up, rows_named
from corrobora.model.records import RecordKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ООО «Сокол-Снаб»", "Общество с ограниченной ответственностью «СОКОЛ СНАБ»"),
        ("ТОВ «Сокіл»", 'Товариство з обмеженою відповідальністю "СОКІЛ"'),
        ("Harbour Aero Co., Ltd", "HARBOUR AERO CO LTD"),
        ("海港航空有限公司", "海港航空股份有限公司"),
    ],
)
def test_one_organisation_written_twice(one, other):
    assert org_key(one) == org_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("360 АРЗ", "260 АРЗ"), ("ООО «Сокол»", "ООО «Сокол-Снаб»"), ("海港航空", "海港船舶")]
)
def test_two_organisations_stay_two(one, other):
    assert org_key(one) != org_key(other) and latin_key(one) != latin_key(other)


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("ООО «Тихоречье-Продукт»", "Tikhorechye-Produkt LLC"),
        ("АО «Щукинский завод»", "Shchukinskiy Zavod JSC"),
        ("ООО «Аэролюкс»", "Aeroluks LLC"),
    ],
)
def test_two_scripts_of_one_name(cyrillic, latin):
    assert latin_key(cyrillic) == latin_key(latin)


@settings(deadline=None)
@given(st.text(max_size=30))
def test_keys_are_total_and_steady(text):
    assert org_key(text) == org_key(text) and isinstance(latin_key(text), str)
    meaning_key(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bureau of Foreign Equipment Supply", "Бюро внешнего оснащения и поставок"),
        ("Институт оборонных технологий и техники", "国防科技技术研究所"),
        ("Heavy Machinery Corporation for Defence", "Корпорация тяжёлого машиностроения обороны"),
    ],
)
def test_names_that_say_the_same_in_two_languages(one, other):
    assert meaning_key(one) == meaning_key(other) is not None


@pytest.mark.parametrize("name", ["Министерство обороны", "Harbour Aero", "Завод «Сокол» ремонта техники", ""])
def test_names_that_say_too_little_or_hold_a_brand_are_not_told_by_meaning(name):
    assert meaning_key(name) is None


def test_numbers_tell_firms_of_one_name_apart():
    parties = Parties([(("ООО «Лидер»",), ("7700000001",)), (("ООО «Лидер»",), ("5500000001",))])
    one, other = parties.find("ООО «Лидер»", "7700000001"), parties.find("ООО «Лидер»", "5500000001")
    assert one is not None and other is not None and one.key != other.key


def test_a_name_leads_to_the_number_and_both_scripts_to_one_party():
    parties = Parties([(("ООО «Тихоречье»",), ("2500000001",)), (("Tikhorechye LLC",), ())])
    assert parties.find("Tikhorechye LLC").numbers == ("2500000001",)
    assert parties.find("ООО «Тихоречье»", "9900000001").key == "#9900000001"
    assert not parties.known("ООО «Другое»", None)


def test_a_register_is_asked_by_name_only_where_the_name_is_one_companys():
    companies = [
        {"dataset": "c", "row": 1, "name": "ООО «Сокол-Снаб»", "inn": "7700000001"},
        {"dataset": "c", "row": 2, "name": "ООО «Лидер»", "inn": "7700000002"},
        {"dataset": "c", "row": 3, "name": "АО «Лидер»", "inn": "7700000003"},
    ]
    parties = Parties([(("Сокол-Снаб",), ()), (("Лидер",), ())])
    register = look_up(rows({RecordKind.COMPANY: companies}), parties.all())
    found = {entry.party.label: entry for entry in register.entries.values()}
    assert found["Сокол-Снаб"].numbers == ("7700000001",)
    assert found["Лидер"].rows == () and found["Лидер"].namesakes == 2


@pytest.mark.parametrize(
    "written",
    [
        "ООО «Сокол-Снаб»",
        'Общество с ограниченной ответственностью "Сокол Снаб"',
        "СОКОЛ-СНАБ, ООО",
        "Сокол-Снаб (Тула)",
        "ТОВ «Зелёный луч»",
        "Harbour Aero Co., Ltd.",
        "海港航空股份有限公司",
        "J & K Trading LLC",
        "АО «Завод №9»",
        "L'Air JSC",
    ],
)
def test_a_register_finds_a_name_however_it_is_written(written):
    table = {RecordKind.COMPANY: [{"dataset": "c", "row": 1, "name": written, "inn": "7700000001"}]}
    (entry,) = look_up(rows(table), Parties([((org_key(written),), ())]).all()).entries.values()
    assert entry.numbers == ("7700000001",)


def test_one_of_several_names_of_a_listing_is_enough():
    table = {
        RecordKind.LISTING: [{"dataset": "l", "row": 3, "name": "X", "names": "Harbour Aero Ltd\nООО «Гавань-Аэро»"}]
    }
    assert set(rows_named(rows(table), RecordKind.LISTING, ("name", "names"), ["Гавань-Аэро", "Harbour"])) == {
        "гаваньаэро"
    }


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Гордеев Пётр Семёнович", "ГОРДЕЕВ ПЕТР СЕМЕНОВИЧ", Likeness.FULL),
        ("Гордеев П.С.", "Гордеев Пётр Семёнович", Likeness.INITIALS),
        ("П.С. Гордеев", "Гордеев Пётр Семёнович", Likeness.INITIALS),
        ("Petr Gordeev", "Гордеев Пётр Семёнович", Likeness.PARTIAL),
        ("Гордеев П.И.", "Гордеев Пётр Семёнович", Likeness.NONE),
        ("Гордеев Пётр Ильич", "Гордеев Пётр Семёнович", Likeness.NONE),
        ("李文", "Li Wen", Likeness.PARTIAL),
        ("李文", "Li Wei", Likeness.NONE),
        ("Гордеев", "Гордеев Пётр", Likeness.NONE),
        ("", "", Likeness.NONE),
    ],
)
def test_how_alike_two_names_of_people_are(one, other, how):
    assert likeness(one, other) is how and likeness(other, one) is how
