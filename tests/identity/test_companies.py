"""Names of firms that are one firm, and those that are not."""

from __future__ import annotations

import pytest

from corrobora.identity.companies import organizations
from corrobora.model.facts import AliasFact, ContractFact, Span, TradeFact


def told(name: str, other: str, **rest: str) -> AliasFact:
    quote = f"{name} ({other})"
    return AliasFact(name, other, (Span("a.txt", 1, 0, len(quote), quote),), **rest)


def parties(*found: str) -> ContractFact:
    return ContractFact(spans=(Span("b.txt", 1, 0, 1, "x"),), parties=found)


def trade(name: str, number: str) -> TradeFact:
    return TradeFact("invoice", (Span("c.txt", 1, 0, 1, "x"),), supplier=name, numbers=((name, number),))


def groups(*facts: object) -> list[set[str]]:
    return [set(one.names) for one in organizations(facts)]  # type: ignore[arg-type]


def test_a_paper_makes_two_names_one_body_and_is_its_evidence():
    (body,) = organizations([told("ООО «Янтарный мыс»", "Amber Cape LLC"), parties("AMBER CAPE LLC")])
    assert set(body.names) == {"ООО «Янтарный мыс»", "Amber Cape LLC", "AMBER CAPE LLC"}
    assert body.spans[0].quote == "ООО «Янтарный мыс» (Amber Cape LLC)"


def test_a_role_joins_nobody():
    facts = [told("ООО «Мыс»", "Покупатель", binds="document"), told("ООО «Бор»", "Покупатель", binds="document")]
    found = groups(*facts, parties("ООО «Мыс»", "ООО «Бор»"))
    assert sorted(map(sorted, found)) == [["ООО «Бор»"], ["ООО «Мыс»"]]


def test_a_short_name_that_is_another_firms_whole_name_joins_nothing():
    found = groups(told("ООО «Вектор-Плюс»", "Вектор"), parties("ООО «Вектор»"))
    assert not any({"ООО «Вектор-Плюс»", "ООО «Вектор»"} <= group for group in found)


def test_a_short_name_of_two_firms_joins_nothing():
    found = groups(told("Завод резиновых изделий", "ЗРИ"), told("Заря Роста Инвест", "ЗРИ"))
    assert not any({"Завод резиновых изделий", "Заря Роста Инвест"} <= group for group in found)


def test_two_numbers_of_one_kind_are_two_firms():
    found = groups(trade("ООО «Вектор»", "7701234567"), trade("ООО «Вектор»", "7801234567"))
    assert len(found) == 2
    split = organizations(
        [told("ООО «Мыс»", "Cape LLC"), trade("ООО «Мыс»", "7701234567"), trade("Cape LLC", "7801234567")]
    )
    assert len(split) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("АО «360 авиаремонтный завод»", "360 Aviation Repair Plant JSC"),
        ("深圳远航贸易有限公司", "Shenzhen Yuanhang Trading Co., Ltd."),
    ],
)
def test_names_that_agree_word_by_word_in_two_scripts_are_one(one, other):
    assert len(groups(parties(one, other))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("АО «360 авиаремонтный завод»", "260 Aviation Repair Plant JSC"),
        ("Завод № 2", "Plant No. 12"),
        ("深圳远航贸易有限公司", "Guangzhou Yuanhang Trading Co., Ltd."),
        ("ООО «Полярная ромашка»", "Polyarny Vasilek LLC"),
    ],
)
def test_a_number_a_place_or_a_brand_keeps_them_apart(one, other):
    assert len(groups(parties(one, other))) == 2


def test_three_scripts_are_one_firm_unless_two_firms_would_do():
    trio = ("深圳远航贸易有限公司", "Shenzhen Yuanhang Trading Co., Ltd.", "Шэньчжэньская торговая компания «Юаньхан»")
    assert len(groups(parties(*trio))) == 1
