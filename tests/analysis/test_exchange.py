from __future__ import annotations

from decimal import Decimal

from analysis.invented import place
from corrobora.analysis.exchange import Exchange
from corrobora.model.facts import LetterFact, RateFact
from corrobora.model.money import Money
from corrobora.model.rates import ECB

PAPERS = {"a/contract.txt": "rate USD/RUB 92.5", "a/letter.txt": "1 USD = 88.5 RUB"}
PRICE = Money(Decimal(1000), "USD")
OWN = RateFact("USD", "RUB", "92.5", place(PAPERS, "a/contract.txt", "USD/RUB 92.5"), None, "ЦБ РФ")
OTHER = RateFact("USD", "RUB", "88.5", place(PAPERS, "a/letter.txt", "1 USD"), "2024-01-15")


def exchange(*rates, used=(), chosen=None, letters=None):
    return Exchange(rates, letters or {}, used, chosen)


def test_the_rate_of_the_contracts_own_paper_comes_first():
    letters = {"a/contract.txt": LetterFact((), written="2024-01-10")}
    found = exchange(OTHER, OWN, letters=letters).second(PRICE, "2024-01-15", ["a/contract.txt"])
    assert found is not None and found.span == OWN.span
    assert found.contract() == {
        "amount": "92500", "currency": "RUB", "rate": "92.5", "rate_of": "USD/RUB", "rate_day": "2024-01-10",
        "rate_source": "ЦБ РФ, as stated in a/contract.txt",
    }  # fmt: skip


def test_another_paper_counts_only_for_just_that_day():
    there = exchange(OTHER, used=["RUB"]).second(PRICE, "2024-01-15", ["a/contract.txt"])
    assert there is not None and there.money == Money(Decimal("88500.00"), "RUB")
    next_day = exchange(OTHER, used=["RUB"], chosen="RUB").second(PRICE, "2024-01-16", ["a/contract.txt"])
    assert next_day is None


def test_a_rate_is_read_either_way_round():
    found = exchange(OWN).second(Money(Decimal(925), "RUB"), "2024-01-15", ["a/contract.txt"])
    assert found is not None and found.money == Money(Decimal("10.00"), "USD")


def test_the_currency_the_case_uses_most_at_the_reference_rate():
    found = exchange(used=["CNY", "CNY", "EUR", "USD"]).second(PRICE, "2024-10-13", [])
    assert found is not None
    assert (found.money.currency, found.rate.day, found.rate.source) == ("CNY", "2024-10-11", ECB)


def test_without_a_day_no_reference_rate():
    assert exchange(used=["CNY"]).second(PRICE, None, []) is None
    assert exchange(used=["CNY"]).second(PRICE, "2024", []) is None


def test_the_user_chooses():
    found = exchange(used=["CNY"], chosen="EUR").second(PRICE, "2024-10-15", [])
    assert found is not None and found.money.currency == "EUR"
