from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrobora.mentions.kinds.dates import bounds, find_dates, is_full

RUSSIAN = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
UKRAINIAN = [
    "січня",
    "лютого",
    "березня",
    "квітня",
    "травня",
    "червня",
    "липня",
    "серпня",
    "вересня",
    "жовтня",
    "листопада",
    "грудня",
]
ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("31.01.2023", ["2023-01-31"]),
        ("31/01/2023", ["2023-01-31"]),
        ("08/22/2023", ["2023-08-22"]),
        ("2023-01-31", ["2023-01-31"]),
        ("31.01.23", ["2023-01-31"]),
        ("01 JAN/ЯНВ 68", ["1968-01-01"]),
        ("«15» октября 2024 г.", ["2024-10-15"]),
        ("31 січня 2023 року", ["2023-01-31"]),
        ("January 31, 2023", ["2023-01-31"]),
        ("15th of March 2024", ["2024-03-15"]),
        ("31\nянваря\n2023 года", ["2023-01-31"]),
        ("2023 年 1 月 31 日", ["2023-01-31"]),
        ("２０２３年１月３１日", ["2023-01-31"]),
        ("二〇二四年十月十五日", ["2024-10-15"]),
        ("8月22日", ["--08-22"]),
        ("Aug. 29", ["--08-29"]),
        ("22 августа", ["--08-22"]),
        ("I квартале 2025 года", ["2025-Q1"]),
        ("третий квартал 2024", ["2024-Q3"]),
        ("Q3 2024", ["2024-Q3"]),
        ("2025年第一季度", ["2025-Q1"]),
        ("first half of 2025", ["2025-H1"]),
        ("1-е півріччя 2025 року", ["2025-H1"]),
        ("2025年上半年", ["2025-H1"]),
        ("октябрь 2024 г.", ["2024-10"]),
        ("2024年10月", ["2024-10"]),
        ("in 2025.", ["2025"]),
        ("в 2024 году", ["2024"]),
        ("2024年度", ["2024"]),
    ],
)
def test_single_dates(text: str, values: list[str]) -> None:
    assert [d.value for d in find_dates(text)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("с 10 марта 2023 г. по 14 марта 2023 г.", "2023-03-10/2023-03-14"),
        ("з 10 по 14 березня 2023 року", "2023-03-10/2023-03-14"),
        ("між 3 та 5 травня 2024 р.", "2024-05-03/2024-05-05"),
        ("10-14 марта 2023", "2023-03-10/2023-03-14"),
        ("10–14 March 2023", "2023-03-10/2023-03-14"),
        ("March 10-14, 2023", "2023-03-10/2023-03-14"),
        ("from March 28 to April 2, 2023", "2023-03-28/2023-04-02"),
        ("10-14.03.2023", "2023-03-10/2023-03-14"),
        ("с 10.03 по 14.03.2023", "2023-03-10/2023-03-14"),
        ("10.03.2023-14.03.2023", "2023-03-10/2023-03-14"),
        ("2023年3月10日至14日", "2023-03-10/2023-03-14"),
        ("2023年3月28日至4月2日", "2023-03-28/2023-04-02"),
        ("自2023年3月10日起至2023年3月14日止", "2023-03-10/2023-03-14"),
        ("с 28 декабря по 3 января 2024 г.", "2023-12-28/2024-01-03"),
        ("2023-2025 гг.", "2023/2025"),
        ("January–March 2023", "2023-01/2023-03"),
        ("с января по март 2023 года", "2023-01/2023-03"),
        ("I–II кварталы 2025 г.", "2025-Q1/2025-Q2"),
    ],
)
def test_ranges(text: str, value: str) -> None:
    assert [d.value for d in find_dates(text)] == [value]


@pytest.mark.parametrize(
    "text",
    ["you may 5 times", "31.02.2023", "№ 12/2023", "RA-76997", "тел. 8 495 123-45-67", "12.5 %", "единица 1.2.3.4"],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_vague_dates_keep_the_period_and_say_so() -> None:
    found = find_dates("в начале 2026 г., late 2025, 2024年10月上旬")
    assert [(d.value, d.vague) for d in found] == [("2026", "early"), ("2025", "late"), ("2024-10", "early")]


def test_month_first_is_an_option_that_days_above_twelve_override() -> None:
    assert [d.value for d in find_dates("03/04/2023, 25/04/2023", month_first=True)] == ["2023-03-04", "2023-04-25"]


@given(st.dates(date(1950, 1, 1), date(2045, 12, 31)), st.sampled_from(("ru", "uk", "en", "zh", "dots", "iso")))
def test_every_day_in_every_form_comes_back(day: date, form: str) -> None:
    written = {
        "ru": f"{day.day} {RUSSIAN[day.month - 1]} {day.year} г.",
        "uk": f"{day.day} {UKRAINIAN[day.month - 1]} {day.year} року",
        "en": f"{ENGLISH[day.month - 1]} {day.day}, {day.year}",
        "zh": f"{day.year}年{day.month}月{day.day}日",
        "dots": day.strftime("%d.%m.%Y"),
        "iso": day.isoformat(),
    }[form]
    text = f"от {written} дата" if form != "zh" else f"于{written}签署"
    (found,) = find_dates(text)
    assert found.value == day.isoformat()
    assert text[found.start : found.end] == found.text
    assert is_full(found.value)


@given(st.text(alphabet="0123456789 .-/年月日至марта2023гRQI", max_size=40))
def test_spans_are_literal_ordered_and_apart(text: str) -> None:
    end = 0
    for found in find_dates(text):
        assert found.start >= end
        assert text[found.start : found.end] == found.text
        end = found.end


def test_bounds_of_every_kind_of_value() -> None:
    assert bounds("2024-02") == ("2024-02-01", "2024-02-29")
    assert bounds("2025-H2") == ("2025-07-01", "2025-12-31")
    assert bounds("2025-Q1/2025-Q2") == ("2025-01-01", "2025-06-30")
    assert bounds("--08-22") is None
