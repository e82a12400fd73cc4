from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrobora.model import dates
from corrobora.model.identifiers import hash_id

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2024-03-31", 6, "2024-09-30"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2020-11-18", 18, "2022-05-18"),
        ("2024-12-15", 1, "2025-01-15"),
        ("2024-03-31", -1, "2024-02-29"),
    ],
)
def test_months_are_added_by_day_or_to_the_last(start, months, end):
    assert dates.add_months(date.fromisoformat(start), months).isoformat() == end


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-05-06", "2023-05-06", "2023-05-06"),
    ],
)
def test_a_partial_date_is_a_period(iso, first, last):
    assert (dates.first_day(iso).isoformat(), dates.last_day(iso).isoformat()) == (first, last)


@given(days, st.integers(-400, 400))
def test_shift_and_between_undo_each_other(day, count):
    moved = dates.shift(day.isoformat(), count)
    assert dates.days_between(day.isoformat(), moved) == count


@given(days, st.integers(-600, 600))
def test_adding_months_stays_in_the_month_meant(day, months):
    if 1902 < day.year + months / 12 < 2098:
        moved = dates.add_months(day, months)
        assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
        assert moved.day == day.day or (moved + timedelta(1)).day == 1


def test_days_between_needs_days():
    assert dates.days_between("2024-01", "2024-01-05") is None
    assert not dates.is_day("2024-02-30")


@given(st.lists(st.text(max_size=6), max_size=4), st.lists(st.text(max_size=6), max_size=4))
def test_ids_collide_only_for_equal_parts(one, other):
    assert (hash_id("x", *one) == hash_id("x", *other)) == (one == other)
