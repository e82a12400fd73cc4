from __future__ import annotations

import pytest
from fact_papers import facts_in, only

from corrobora.model.facts import RateFact

STATED = [
    ("По курсу ЦБ РФ на 12.03.2023: 1 доллар США = 75,7668 руб.", ("USD", "RUB", "75.7668", "2023-03-12")),
    ("Сумма пересчитана по курсу Банка России 92,15 руб. за 1 долл. США.", ("USD", "RUB", "92.15", None)),
    ("Курс НБУ на 5 лютого 2024 р. становив 37,6 грн за долар США.", ("USD", "UAH", "37.6", "2024-02-05")),
    ("Payment in CNY at the exchange rate of 7.12 yuan per dollar.", ("USD", "CNY", "7.12", None)),
    ("The rate USD/CNY 7.1150 of 15 October 2024 applies.", ("USD", "CNY", "7.115", "2024-10-15")),
    ("按2024年10月15日中国人民银行汇率1美元=7.1150元人民币折算。", ("USD", "CNY", "7.115", "2024-10-15")),
    ("Курс доллара США на дату счёта – 96,50 руб.", ("USD", "RUB", "96.5", None)),
    ("Курс ЦБ: 100 иен = 61,20 руб.", ("JPY", "RUB", "0.612", None)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_a_stated_rate(text: str, expected: tuple[str, str, str, str | None]):
    found = only(RateFact, facts_in(text))
    assert [(fact.base, fact.quote, fact.value, fact.day) for fact in found] == [expected]
    assert found[0].span.quote in text


@pytest.mark.parametrize(
    "text",
    [
        "Цена 5 юаней за штуку, всего 1 200 долл. США.",
        "Курс лекций для офицеров стоит 300 долл. США.",
        "The interest rate is 5 % on USD 1,000,000.",
        "10 единиц × 5 000 USD = 50 000 USD",
    ],
)
def test_what_is_no_rate(text: str):
    assert only(RateFact, facts_in(text)) == []


def test_whose_rate_it_is():
    found = only(RateFact, facts_in("По курсу Банка России 92,15 руб. за 1 долл. США."))
    assert found[0].authority == "Банка России"
