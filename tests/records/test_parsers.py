from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrobora.records.parsers import countries, dates, numbers, words

DAYS = st.dates(min_value=date(1921, 1, 1), max_value=date(2048, 12, 31))
MONTHS = """января,февраля,марта,апреля,мая,июня,июля,августа,сентября,октября,ноября,декабря
січня,лютого,березня,квітня,травня,червня,липня,серпня,вересня,жовтня,листопада,грудня
January,February,March,April,May,June,July,August,September,October,November,December"""
MONTHS_RU, MONTHS_UK, MONTHS_EN = (line.split(",") for line in MONTHS.splitlines())


@pytest.mark.parametrize(
    ("cell", "form", "iso"),
    [
        ("05.01.2023", "day_first", "2023-01-05"),
        ("5/1/2023", "day_first", "2023-01-05"),
        ("1/5/2023", "month_first", "2023-01-05"),
        ("01-05-23", "month_first", "2023-01-05"),
        ("2023-01-05", "day_first", "2023-01-05"),
        ("2023/1/5", "iso", "2023-01-05"),
        ("20230105", "iso", "2023-01-05"),
        ("44931", "serial", "2023-01-05"),
        ("2023年1月5日", "iso", "2023-01-05"),
        ("112年1月5日", "iso", "2023-01-05"),
        ("2023年1月", "iso", "2023-01"),
        ("5 Jan 2023", "mixed", "2023-01-05"),
        ("Jan 5, 2023", "mixed", "2023-01-05"),
        ("05-JAN-23", "mixed", "2023-01-05"),
        ("5 января 2023 г.", "mixed", "2023-01-05"),
        ("5 січня 2023 року", "mixed", "2023-01-05"),
        ("березень 2024", "mixed", "2024-03"),
        ("05.01.2023 07:40", "day_first", "2023-01-05"),
        ("2023-01-05T07:40:00Z", "iso", "2023-01-05"),
        ("1964", "year", "1964"),
        ("00.05.1964", "day_first", "1964-05"),
        ("31.02.2023", "day_first", None),
        ("13/13/2023", "day_first", None),
        ("Иванов", "day_first", None),
        ("", "day_first", None),
        ("12345678901", "day_first", None),
    ],
)
def test_dates(cell: str, form: str, iso: str | None) -> None:
    assert dates.parse(cell, form) == iso


def test_a_two_digit_year_of_birth_lies_in_the_past() -> None:
    assert dates.parse("03.04.31", "day_first", is_birth=True) == "1931-04-03"
    assert dates.parse("03.04.24", "day_first") == "2024-04-03"
    assert dates.parse("03.04.08", "day_first", is_birth=True) == "2008-04-03"


@given(DAYS)
def test_every_way_to_write_a_day_reads_back(day: date) -> None:
    iso = day.isoformat()
    for text, form in (
        (f"{day:%d.%m.%Y}", "day_first"),
        (f"{day.day}/{day.month}/{day.year}", "day_first"),
        (f"{day.month}/{day.day}/{day.year}", "month_first"),
        (iso, "iso"),
        (f"{day:%Y%m%d}", "iso"),
        (f"{day.year}年{day.month}月{day.day}日", "iso"),
        (f"{day.day} {MONTHS_RU[day.month - 1]} {day.year} г.", "mixed"),
        (f"{day.day} {MONTHS_UK[day.month - 1]} {day.year} року", "mixed"),
        (f"{day.day} {MONTHS_EN[day.month - 1][:3]} {day.year}", "mixed"),
        (f"{MONTHS_EN[day.month - 1]} {day.day}, {day.year}", "mixed"),
        (f"{iso} 23:59:01", "iso"),
    ):
        assert dates.parse(text, form) == iso, text


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_none(text: str) -> None:
    parsed = dates.parse(text)
    assert parsed is None or len(parsed) in (4, 7, 10)


def test_the_form_of_a_column_is_decided_by_its_clear_cells() -> None:
    assert dates.column_form(["01/02/2023", "03/04/2023", "03/25/2023"]) == ("month_first", 1.0)
    assert dates.column_form(["01/02/2023", "25/03/2023"]) == ("day_first", 1.0)
    assert dates.column_form(["44931", "44932"]) == ("serial", 1.0)
    assert dates.column_form(["abc", "def"])[1] == 0.0


@pytest.mark.parametrize(
    ("cell", "clock"),
    [
        ("05.01.2023 7:40", "07:40"),
        ("2023-01-05T07:40:11Z", "07:40:11"),
        ("07:40 PM", "19:40"),
        ("0740", "07:40"),
        ("05.01.2023", None),
        ("2575", None),
    ],
)
def test_times(cell: str, clock: str | None) -> None:
    assert dates.parse_time(cell) == clock


@pytest.mark.parametrize(
    ("cell", "form", "value"),
    [
        ("1 234 567,50", "number_comma", "1234567.50"),
        ("1.234.567,50 €", "number_comma", "1234567.50"),
        ("1,234,567.50", "number_point", "1234567.50"),
        ("$12.5", "number_point", "12.5"),
        ("(12.5)", "number_point", "-12.5"),
        ("−3", "number_point", "-3"),
        ("15 %", "number_point", "15"),
        ("67903000", "number_point", "67903000"),
        ("12 шт", "number_point", "12"),
        ("восемь тысяч", "number_point", None),
        ("", "number_point", None),
        ("1e999999", "number_point", None),
    ],
)
def test_numbers(cell: str, form: str, value: str | None) -> None:
    assert numbers.parse(cell, form) == value


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2, allow_nan=False))
def test_a_grouped_number_reads_back(value: Decimal) -> None:
    english = f"{value:,.2f}"
    european = english.replace(",", " ").replace(".", ",")
    assert Decimal(numbers.parse(english, "number_point") or "x") == value
    assert Decimal(numbers.parse(european, "number_comma") or "x") == value


def test_the_decimal_mark_of_a_column() -> None:
    assert numbers.column_form(["13979,0", "22389,4", "1000"]) == "number_comma"
    assert numbers.column_form(["1,234", "1,234.5"]) == "number_point"
    assert numbers.column_form(["1.234,5", "7"]) == "number_comma"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("КИТАЙ", "CN"),
        ("Китай", "CN"),
        ("КНР", "CN"),
        ("CHN", "CN"),
        ("中国", "CN"),
        ("Китайська Народна Республіка", "CN"),
        ("китайское", "CN"),
        ("гр. Китая", "CN"),
        ("РФ", "RU"),
        ("Росія", "RU"),
        ("俄罗斯", "RU"),
        ("россиянин", "RU"),
        ("Україна", "UA"),
        ("乌克兰", "UA"),
        ("UKR", "UA"),
        ("громадянин України", "UA"),
        ("Узбекистан", "UZ"),
        ("Таджикистан", "TJ"),
        ("КНДР", "KP"),
        ("Korea, Republic of", "KR"),
        ("В'єтнам", "VN"),
        ("Непал", "NP"),
        ("尼泊尔", "NP"),
        ("США", "US"),
        ("Великобританія", "GB"),
        ("Deutschland", "DE"),
        ("Czech Republic", "CZ"),
        ("Russia; Ukraine", "RU"),
        ("Тарабария", None),
        ("", None),
        ("ООО Китай-Город", None),
    ],
)
def test_countries(text: str, code: str | None) -> None:
    assert countries.country(text) == code


def test_every_country_is_known_by_its_codes_and_names() -> None:
    exact, _ = countries._tables()
    assert len(set(exact.values())) >= 240
    assert all(countries.country(name) == code for name, code in list(exact.items())[:1500])


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("въезд", "in"),
        ("ВЫЕЗД", "out"),
        ("в'їзд", "in"),
        ("виїзд", "out"),
        ("arrival", "in"),
        ("Departure", "out"),
        ("入境", "in"),
        ("出境", "out"),
        ("IN", "in"),
        ("ИМ", "in"),
        ("ЭК 10", "out"),
        ("ІМ", "in"),
        ("进口", "in"),
        ("транзит", None),
    ],
)
def test_directions(text: str, way: str | None) -> None:
    assert words.direction(text) == way


def test_other_closed_words() -> None:
    assert (words.sex("Муж."), words.sex("女"), words.sex("?")) == ("m", "f", None)
    assert (words.currency("руб."), words.currency("美元"), words.currency("зуб")) == ("RUB", "USD", None)
    assert (words.currency_in("Сумма, руб."), words.currency_in("Стоимость_USD"), words.currency_in("Сумма")) == (
        "RUB",
        "USD",
        None,
    )
    assert (words.schema("individual"), words.schema("Vessel"), words.schema("Trust")) == ("Person", "Vessel", "Trust")
