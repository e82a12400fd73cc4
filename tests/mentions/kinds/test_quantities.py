from __future__ import annotations

import pytest

from corrobora.mentions.kinds.quantities import find_percents, find_quantities


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("12 шт.", "12", "pcs"),
        ("3 комплекта", "3", "set"),
        ("5台", "5", "pcs"),
        ("1 500 кг", "1500", "kg"),
        ("пять тонн", "5", "t"),
        ("12人", "12", "people"),
        ("40 units", "40", "pcs"),
        ("2 тыс. штук", "2000", "pcs"),
    ],
)
def test_amount_and_unit(text: str, amount: str, unit: str) -> None:
    assert [(format(q.amount.normalize(), "f"), q.unit) for q in find_quantities(text)] == [(amount, unit)]


def test_shares() -> None:
    found = find_percents("30 %, 12,5% и тридцать процентов, 百分之40")
    assert [str(q.amount) for q in found] == ["30", "12.5", "30", "40"]
