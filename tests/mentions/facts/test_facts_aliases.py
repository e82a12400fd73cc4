"""Other names and roles of organisations, as papers give them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corrobora.mentions.facts import read_facts
from corrobora.mentions.finding import find
from corrobora.model.document import Page
from corrobora.model.facts import AliasFact, ContractFact, TradeFact


def facts(text: str) -> list[object]:
    page = Page(page=1, text=text, document="a.txt")
    mentions = [replace(one, document="a.txt", page=1) for one in find(text, None)]
    return list(read_facts([page], mentions, {}))


def aliases(text: str, binds: str = "case") -> set[tuple[str, str]]:
    found = [fact for fact in facts(text) if isinstance(fact, AliasFact)]
    for fact in found:
        assert all(text[span.start : span.end] == span.quote for span in fact.spans)
    return {(fact.name, fact.other) for fact in found if fact.binds == binds}


RUSSIAN = """ДОГОВОР ПОСТАВКИ № 17/24-П
г. Калуга                                 12 марта 2024 г.
Общество с ограниченной ответственностью «Янтарный мыс» (далее — «Покупатель», Amber Cape LLC) и
АО «Каменское бюро точных приборов» (сокращённое наименование — АО «КБТП»), именуемое в дальнейшем «Поставщик»,
совместно именуемые «Стороны», заключили договор о нижеследующем.
"""
TWO_COLUMNS = """合同编号 YH-2024-11
买方：“北方曙光”有限责任公司
卖方：深圳远航贸易有限公司（以下简称“远航”）

CONTRACT No. YH-2024-11
Seller: Shenzhen Farsail Trading Co., Ltd.
Buyer: North Dawn LLC
"""


def test_a_russian_contract_names_its_parties_twice():
    whole = "Общество с ограниченной ответственностью «Янтарный мыс»"
    assert aliases(RUSSIAN) == {(whole, "Amber Cape LLC"), ("АО «Каменское бюро точных приборов»", "АО «КБТП»")}
    assert {other for _, other in aliases(RUSSIAN, "document")} == {"Покупатель", "Поставщик"}


def test_a_contract_in_two_languages_names_each_party_in_both():
    assert aliases(TWO_COLUMNS) == {
        ("深圳远航贸易有限公司", "远航"),
        ("深圳远航贸易有限公司", "Shenzhen Farsail Trading Co., Ltd"),
        ("“北方曙光”有限责任公司", "North Dawn LLC"),
    }


def test_a_ukrainian_contract_keeps_its_roles():
    text = (
        "ДОГОВІР № 4\nм. Київ 3 травня 2023 р.\nТОВ «Північна Зоря» (надалі — «Покупець», англ. North Dawn LLC) та "
        "ТОВ «Річка» (надалі — «Постачальник») уклали договір.\n"
    )
    assert aliases(text) == {("ТОВ «Північна Зоря»", "North Dawn LLC")}
    assert {other for _, other in aliases(text, "document")} == {"Покупець", "Постачальник"}


def test_several_contracts_in_one_paper_pair_nobody():
    text = "Seller: Lotus Trading Co., Ltd.\nПродавец: ООО «Мыс»\nSeller: Pearl Trading Co., Ltd.\n"
    assert aliases(text) == set()


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Поставка БПЛА «Филин-2» (экспортное обозначение Owl-2E) в количестве 12 шт.", ("Филин-2", "Owl-2E")),
        ("Продавец поставляет двигатели TJ-100 (он же «Шмель») по цене 5000 долл.", ("TJ-100", "Шмель")),
        ('We deliver 20 drones QX-140 (also known as "Night Heron").', ("QX-140", "Night Heron")),
        ("供应无人机“夜鹭”（代号QX-140）20架。", ("夜鹭", "QX-140")),
        ("Вироби «Сова-3» (експортна назва Owl-3) поставляє ТОВ «Річка».", ("Сова-3", "Owl-3")),
    ],
)
def test_one_weapon_with_two_names(text, pair):
    assert pair in aliases(text)


@pytest.mark.parametrize(
    "text", ["Двигатель «Шмель» (Москва) и прибор ПТ-40 (новый).", "Договор № 44-К (он же приложение)."]
)
def test_brackets_behind_goods_that_name_nothing(text):
    assert aliases(text) == set()


def test_no_fact_is_about_a_role():
    for fact in facts(RUSSIAN):
        if isinstance(fact, ContractFact):
            assert not {"Покупатель", "Поставщик"} & set(fact.parties) and len(fact.parties) == 2
        if isinstance(fact, TradeFact):
            assert "Покупатель" not in (fact.supplier, fact.buyer)
