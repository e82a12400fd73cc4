from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corrobora.analysis.arithmetic import check_lines, check_payments, check_shares, check_total, number, share_of
from corrobora.model.facts import ContractItem, ContractPayment, Span
from corrobora.model.money import Money

AT = Span("archive/c.pdf", 1, 0, 1, "x")


def item(quantity, price, total=None, currency="USD"):
    return ContractItem(
        "pump", str(quantity), Money(Decimal(price), currency), Money(Decimal(total), currency) if total else None, AT
    )


def payment(share, amount=None):
    return ContractPayment(str(share), Money(Decimal(amount), "USD") if amount is not None else None, None, AT)


@pytest.mark.parametrize(
    ("text", "value"),
    [("1 250,5", "1250.5"), ("1,250,000", "1250000"), ("1 250", "1250"), ("30 %", "30"), ("7", "7"), ("1,250", "1250")],
)
def test_numbers_of_all_styles(text, value):
    assert number(text) == Decimal(value)


@pytest.mark.parametrize("text", [None, "", "ten", "NaN", "Infinity"])
def test_what_is_no_number(text):
    assert number(text) is None


def test_lines_and_total_that_agree():
    lines = [item(4, "250", "1000"), item(3, "10.5")]
    assert [c.ok for c in check_lines(lines)] == [True]
    assert [c.ok for c in check_total(lines, Money(Decimal("1031.5"), "USD"))] == [True]


def test_a_slip_in_the_total_is_found_with_both_figures():
    (check,) = check_total([item(4, "250"), item(2, "50")], Money(Decimal(1010), "USD"))
    assert (check.ok, check.stated, check.computed) == (False, "1010", "1100")


def test_value_added_tax_on_top_is_no_slip():
    (check,) = check_total([item(10, "100")], Money(Decimal(1200), "USD"))
    assert check.ok and "20 %" in check.note


def test_lines_in_another_currency_than_the_total_are_not_added():
    assert check_total([item(1, "5", currency="EUR")], Money(Decimal(7), "USD")) == []


def test_a_line_that_misses_its_price_stops_the_sum():
    bare = ContractItem("pump", "4", None, None, AT)
    assert check_total([bare, item(1, "5")], Money(Decimal(5), "USD")) == []


@pytest.mark.parametrize(
    ("shares", "ok"), [((30, 15, 55), True), ((30, 15, 50), False), (("33.3", "33.3", "33.4"), True)]
)
def test_shares_add_to_a_hundred(shares, ok):
    assert [c.ok for c in check_shares([payment(s) for s in shares])] == [ok]


@pytest.mark.parametrize(
    ("share", "amount", "ok"), [(30, 300, True), (30, 310, False), ("33.3", 333, True), ("33.3", 340, False)]
)
def test_share_times_total(share, amount, ok):
    assert [c.ok for c in check_payments([payment(share, amount)], Money(Decimal(1000), "USD"))] == [ok]


@settings(deadline=None)
@given(st.integers(1, 99), st.integers(1, 10**10))
def test_a_recomputed_instalment_always_agrees(share, total):
    money = Money(Decimal(total), "USD")
    amount = share_of(money, Decimal(share)).amount
    assert all(c.ok for c in check_payments([payment(share, amount)], money))
