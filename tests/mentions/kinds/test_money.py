from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrobora.mentions.kinds.money import currency_in, find_money, parse_number, scale_in


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("585 млн долл. США", "585000000 USD"),
        ("7,1 млрд руб.", "7100000000 RUB"),
        ("1.5 亿美元", "150000000 USD"),
        ("30 944 000 долларов США", "30944000 USD"),
        ("1\u00a0200\u00a0000\u00a0руб.", "1200000 RUB"),
        ("$426,900,000", "426900000 USD"),
        ("USD 12,345.00", "12345 USD"),
        ("EUR250.000,00", "250000 EUR"),
        ("9,27 млн грн.", "9270000 UAH"),
        ("15 тис. доларів США", "15000 USD"),
        ("3,600万元人民币", "36000000 CNY"),
        ("人民币3,600万元", "36000000 CNY"),
        ("人民币（大写）伍佰万元整", "5000000 CNY"),
        ("800万卢布", "8000000 RUB"),
        ("8 million rubles", "8000000 RUB"),
        ("a 7.1 billion ruble investment", "7100000000 RUB"),
        ("€ 1.2bn", "1200000000 EUR"),
        ("585 000 000 (пятьсот восемьдесят пять миллионов) долларов США", "585000000 USD"),
        ("1 250 руб. 50 коп.", "1250.5 RUB"),
        ("пять миллионов рублей", "5000000 RUB"),
        ("полтора миллиона гривен", "1500000 UAH"),
    ],
)
def test_amounts_in_full_units(text: str, value: str) -> None:
    assert [m.value for m in find_money(text)] == [value]


@pytest.mark.parametrize("text", ["12 345,67", "30 % от 2023 г.", "10 р.", "单元三元", "№ 500"])
def test_what_is_no_money(text: str) -> None:
    assert [m for m in find_money(text) if m.money] == []


def test_plain_numbers_count_where_the_column_says_the_currency() -> None:
    header = "Сумма, тыс. долл. США"
    found = find_money("610,600.00", currency=currency_in(header), scale=scale_in(header))
    assert [m.value for m in found] == ["610600000 USD"]


def test_value_added_tax() -> None:
    found = find_money("650 000 руб. с НДС и 100 тыс. евро без НДС, 5万元")
    assert [m.vat for m in found] == [True, False, None]


@pytest.mark.parametrize(
    ("header", "currency", "scale"),
    [("Amount (USD)", "USD", 1), ("金额（万元）", "CNY", 10_000), ("Вартість, грн", "UAH", 1), ("Единица", None, 1)],
)
def test_headers(header: str, currency: str | None, scale: int) -> None:
    assert (currency_in(header), scale_in(header)) == (currency, scale)


@given(st.integers(0, 10**12), st.sampled_from((" ", "\u00a0", ",", ".", "'")))
def test_grouped_whole_numbers_come_back(number: int, sign: str) -> None:
    grouped = f"{number:,}".replace(",", sign)
    ambiguous = sign == "." and grouped.count(".") == 1
    assert parse_number(grouped, decimal_comma=sign == ".") == number or ambiguous


def test_a_comma_before_three_figures_follows_the_custom_told() -> None:
    assert parse_number("3,600") == Decimal(3600)
    assert parse_number("3,600", decimal_comma=True) == Decimal("3.6")
    assert parse_number("12a") is None
