from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrobora.model.money import Money
from corrobora.model.rates import ECB, Rate, reference_rate

# published by the European Central Bank for these days
KNOWN = [
    ("EUR", "USD", "2022-02-01", "1.126"),
    ("EUR", "CNY", "2022-02-01", "7.1625"),
    ("EUR", "RUB", "2022-03-01", "117.201"),
]


@pytest.mark.parametrize(("base", "quote", "day", "value"), KNOWN)
def test_a_published_rate(base, quote, day, value):
    rate = reference_rate(base, quote, day)
    assert rate is not None
    assert (round(rate.value, 4), rate.day, rate.source) == (Decimal(value), day, ECB)


def test_a_weekend_takes_the_last_rate_before_it_and_says_so():
    friday, sunday = reference_rate("USD", "CNY", "2024-10-11"), reference_rate("USD", "CNY", "2024-10-13")
    assert friday == sunday
    assert sunday is not None and sunday.day == "2024-10-11"


@pytest.mark.parametrize(
    ("base", "quote", "day"),
    [
        ("USD", "RUB", "2022-03-14"),
        ("USD", "UAH", "2024-01-10"),
        ("USD", "CNY", "2024-10"),
        ("USD", "USD", "2024-10-11"),
        ("USD", "CNY", "1998-05-05"),
        ("USD", "???", "2024-10-11"),
    ],
)
def test_where_nobody_published_a_rate_there_is_none(base, quote, day):
    assert reference_rate(base, quote, day) is None


@given(st.decimals("0.01", "1e9", places=2), st.decimals("0.001", "1000", places=3))
def test_there_and_back_is_the_same_amount(amount, value):
    rate = Rate("USD", "CNY", value, "2024-10-11", "a paper")
    back = rate.turned().convert(rate.convert(Money(amount, "USD")))
    assert abs(back.amount - amount) <= Decimal("0.01") + Decimal("0.01") / value
