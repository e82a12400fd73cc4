"""What a text calls somebody right behind a name, in four languages, and how far it binds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corrobora import names

CASES = [
    (
        'ООО "Тёплый берег"',
        ' (далее — "Заказчик", Teply Bereg LLC) и',
        [("Заказчик", "document"), ("Teply Bereg LLC", "case")],
    ),
    ("深圳远航贸易有限公司", "（以下简称“远航”）", [("远航", "case")]),
    ("深圳远航贸易有限公司", "（以下简称“甲方”）", [("甲方", "document")]),
    (
        "ООО «Мыс»",
        ", ИНН 7701234567, именуемое в дальнейшем «Поставщик», в лице директора",
        [("Поставщик", "document")],
    ),
    ("Teply Bereg LLC", ', hereinafter referred to as the "Seller", represented by', [("Seller", "document")]),
    (
        "Teply Bereg LLC",
        ' (hereinafter the "Buyer" or "TB Group LLC")',
        [("Buyer", "document"), ("TB Group LLC", "case")],
    ),
    (
        "АО «Уральское бюро точных приборов»",
        " (сокращённое наименование — АО «УБТП»), далее по тексту Общество",
        [("АО «УБТП»", "case"), ("Общество", "document")],
    ),
    (
        "深圳远航贸易有限公司",
        "（英文名称：Shenzhen Farsail Trading Co., Ltd.，以下简称“卖方”）",
        [("Shenzhen Farsail Trading Co., Ltd.", "case"), ("卖方", "document")],
    ),
    (
        "ТОВ «Північна Зоря»",
        " (надалі — «Покупець», англ. North Dawn LLC)",
        [("Покупець", "document"), ("North Dawn LLC", "case")],
    ),
    ("ООО «Вектор»", ", именуемое «Арендодатель», и АО «Б», совместно именуемые «Стороны»", []),
    ("ООО «Мыс»", " / Cape LLC\n", [("Cape LLC", "case")]),
    ("ООО «Мыс»", " (Amber Cape LLC)", [("Amber Cape LLC", "case")]),
    ("Lotus Trading Co., Ltd.", " (the “Company”)", [("Company", "document")]),
    (
        "Lotus Trading Co., Ltd.",
        ", formerly known as Bluewhale Trading Co., Ltd. and",
        [("Bluewhale Trading Co., Ltd.", "case")],
    ),
    ("ООО «Вектор»", " (ранее — ООО «Буран»)", [("ООО «Буран»", "case")]),
    # a word nobody foresaw holds within its paper; a number decides; brackets say many things
    ("ООО «Тёплый берег»", " (далее — Инициатор)", [("Инициатор", "document")]),
    ("АО «Завод № 2»", " (далее — АО «Завод № 12»)", [("АО «Завод № 12»", "document")]),
    ("ООО «Вектор»", " (Москва)", []),
    ("ООО «Вектор»", " (дочерняя структура Severny LLC)", []),
    ("ООО «Вектор»", ". Далее идёт приложение «Опись».", []),
]


@pytest.mark.parametrize(("full", "behind", "expected"), CASES)
def test_what_a_paper_calls_a_firm_and_how_far_it_binds(full, behind, expected):
    text = "Дано: " + full + behind
    found = names.definitions(text, 6, 6 + len(full))
    assert [(one.text, one.binds) for one in found] == expected
    assert all(" ".join(text[one.start : one.end].split()) == one.text for one in found)


def test_another_firm_named_first_keeps_its_own_definition():
    text = "ООО «Мыс» и ООО «Бор» (далее — «Бор-Снаб»)"
    assert names.definitions(text, 0, 9, 12) == ()
    assert names.definitions(text, 12, 21)[0].text == "Бор-Снаб"


ROLES = [
    "Заказчик",
    "«Покупателем»",
    "Исполнитель",
    "Покупець",
    "Постачальник",
    "the Buyer",
    "Sellers",
    "Party A",
    "甲方",
    "乙方",
    "卖方",
    "委托方",
    "最终用户",
    "Генеральный подрядчик",
    "End User",
    "Принципал",
    "Сторона 1",
]
BEARERS = ["Тёплый берег", "远航", "УБТП", "360 АРЗ", "Farsail", "Amber Cape LLC", "Північна Зоря"]


@pytest.mark.parametrize("word", ROLES)
def test_a_role_is_nobodys_name(word):
    assert names.role_of_party(word) and names.is_role(word)


@pytest.mark.parametrize(
    "word", ["Общество", "the Company", "Завод", "公司", "本公司", "НИИ", "中心", "Товариство", "我司"]
)
def test_a_word_of_general_use_is_nobodys_name(word):
    assert names.is_role(word) and not names.role_of_party(word)


@pytest.mark.parametrize("word", BEARERS)
def test_a_name_is_no_role(word):
    assert not names.role_of_party(word) and not names.is_role(word)


@settings(deadline=None)  # the first example loads the tables
@given(st.text(max_size=30), st.text(max_size=60))
def test_no_text_raises(full, behind):
    for one in names.definitions(full + behind, 0, len(full)):
        assert one.binds in ("case", "document")
    names.is_role(full)
    names.role_of_party(behind)
    names.introduced(full + behind)


FIRM_LIKE = st.text(alphabet="ОАЗВектор 12№«»BCo.LtdLLC三厂公司", max_size=16)


@settings(deadline=None)  # the first example loads the tables
@given(FIRM_LIKE, FIRM_LIKE)
def test_sameness_word_by_word_is_symmetric(one, other):
    assert names.is_same_name(one, other) == names.is_same_name(other, one)
    assert names.compare(one, other, "Organization") == names.compare(other, one, "Organization")
