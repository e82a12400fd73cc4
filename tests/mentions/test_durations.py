from __future__ import annotations

import pytest

from corrobora.mentions.durations import find_durations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("в течение 18 месяцев", (18, 18, "month", "within")),
        ("within 18 months", (18, 18, "month", "within")),
        ("протягом 18 місяців", (18, 18, "month", "within")),
        ("18个月内", (18, 18, "month", "within")),
        ("首付款后十八个月内", (18, 18, "month", "within")),
        ("не позднее 18 (восемнадцати) месяцев", (18, 18, "month", "within")),
        ("не ранее чем через 24 месяца", (24, 24, "month", "not_before")),
        ("not earlier than 24 months", (24, 24, "month", "not_before")),
        ("через три недели", (3, 3, "week", "after")),
        ("three weeks later", (3, 3, "week", "after")),
        ("от 12 до 18 месяцев", (12, 18, "month", "")),
        ("eighteen (18) months", (18, 18, "month", "")),
        ("10 рабочих дней", (10, 10, "business_day", "")),
        ("30个工作日内", (30, 30, "business_day", "within")),
    ],
)
def test_lengths_and_what_is_said_of_them(text: str, expected: tuple[int, int, str, str]) -> None:
    (found,) = find_durations(text)
    assert (found.low, found.high, found.unit, found.relation) == expected


def test_years_of_the_calendar_are_no_durations() -> None:
    assert find_durations("в 2023 году, 2023年3月14日") == []


def test_value_and_months() -> None:
    (found,) = find_durations("2 года")
    assert (found.value, found.months) == ("P2Y", 24)
