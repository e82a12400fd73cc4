"""Clauses of contracts in four languages."""

from __future__ import annotations

import pytest

from analysis.invented import view
from corrobora.analysis.clauses import clauses_of


@pytest.mark.parametrize(
    ("sentence", "sort"),
    [
        ("Поставляемый товар не бывший в употреблении.", "new_units_only"),
        ("Товар, що не був у вжитку, постачається комплектно.", "new_units_only"),
        ("The goods shall be new and unused.", "new_units_only"),
        ("货物必须全新。", "new_units_only"),
        ("Год выпуска товара не ранее 2023.", "year_of_manufacture"),
        ("Рік випуску не раніше 2023 р.", "year_of_manufacture"),
        ("Year of manufacture: not earlier than 2023.", "year_of_manufacture"),
        ("生产日期不早于2023年。", "year_of_manufacture"),
        ("Валюта платежа — китайский юань.", "currency_of_payment"),
        ("Payments shall be made in Chinese yuan.", "currency_of_payment"),
        ("付款货币为人民币。", "currency_of_payment"),
        ("Розрахунки здійснюються у гривнях.", "currency_of_payment"),
        ("Банк получателя: АО «Речной».", "bank"),
        ("Beneficiary's bank: River Bank.", "bank"),
        ("开户银行:河流银行。", "bank"),
        ("Банк одержувача: АТ «Річковий».", "bank"),
        ("Товар принимается на складе покупателя.", None),
        ("The goods were manufactured with care by the works.", None),
        ("Новый год встретили на заводе.", None),
        ("Берег банка песка.", None),
    ],
)
def test_a_clause_is_quoted_as_it_stands(sentence, sort):
    found = list(clauses_of(view({"archive/c.txt": f"Договор\n\n{sentence}\n\nПодписи"}), "archive/c.txt"))
    assert [clause.sort for clause in found] == ([sort] if sort else [])
    assert all(clause.span.quote == sentence for clause in found)
