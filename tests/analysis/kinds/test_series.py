from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.invented import view
from corrobora.analysis.kinds import series
from corrobora.analysis.kinds.series import age_on, months
from corrobora.model.records import RecordKind


def entry(row, nationality, date, born=None):
    return {
        "dataset": "list.xlsx", "row": row, "name": f"P{row}", "nationality": nationality, "date": date,
        "birth_date": born, "event": "enlistment",
    }  # fmt: skip


HOME = [entry(n, "RU", "2023-01-05", "1980-01-01") for n in range(1, 20)]
GUESTS = [
    entry(20, "NP", "2023-03-01", "2000-03-02"),
    entry(21, "NP", "2023-03-09", "1990-01-01"),
    entry(22, "NP", "2023-06-09", "1983-06-09"),
    entry(23, "CU", "2023-07-09"),
]


def found(rows, **more):
    return {f.body["what"]: f for f in series.analyse(view({}, {RecordKind.ENROLMENT: rows}, **more))}


def test_counts_by_month_with_empty_months_and_peak():
    body = found(HOME + GUESTS)["enlistment of Nepalese citizens"].body
    assert body["counts"] == {"2023-03": 2, "2023-04": 0, "2023-05": 0, "2023-06": 1}
    assert (body["total"], body["peak"]) == (3, "2023-03")


def test_ages_on_the_day():
    body = found(HOME + GUESTS)["age of Nepalese citizens at enlistment"].body
    assert (body["minimum"], body["median"], body["maximum"]) == (22, 33.0, 40)


def test_the_country_whose_list_it_is_is_no_foreigner():
    what = set(found(HOME + GUESTS))
    assert not any("Russian" in w for w in what)
    assert "enlistment of foreign citizens" in what


def test_a_list_of_one_nationality_is_all_of_interest():
    assert "enlistment of Nepalese citizens" in found(GUESTS[:3])


def test_nationalities_may_be_named():
    assert set(found(HOME + GUESTS, interest=("ru",))) == {
        "enlistment of Russian citizens", "age of Russian citizens at enlistment",
    }  # fmt: skip


@settings(deadline=None)
@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2050, 1, 1)), st.integers(0, 600))
def test_months_are_all_there_and_in_order(start, count):
    last = start.year * 12 + start.month - 1 + count
    known = months(start.isoformat()[:7], f"{last // 12:04d}-{last % 12 + 1:02d}")
    assert len(known) == count + 1 and known == sorted(set(known))


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ("1990-05-05", "2020-05-04", 29),
        ("1990-05-05", "2020-05-05", 30),
        ("1990", "2020-05-05", None),
        ("2021-01-01", "2020-01-01", None),
    ],
)
def test_age(born, on, age):
    assert age_on(born, on) == age


def test_a_list_of_two_years_is_counted_by_year_too():
    case = view({}, {RecordKind.ENROLMENT: [*GUESTS[:3], entry(30, "NP", "2024-02-01")]})
    by_bucket = {
        f.body["bucket"]: f.body for f in series.analyse(case) if "counts" in f.body and "minimum" not in f.body
    }
    assert by_bucket["year"]["counts"] == {"2023": 3, "2024": 1} and by_bucket["year"]["peak"] == "2023"
    assert by_bucket["month"]["total"] == by_bucket["year"]["total"] == 4


def test_a_list_without_nationalities_is_counted_as_a_whole():
    rows = [{**entry(n, None, "2023-01-05"), "event": "admission"} for n in range(1, 4)]
    assert set(found(rows)) == {"admission of people"}
