from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrobora.corroboration.outcomes import (
    ABSENT,
    DIFFERENT,
    EQUAL,
    SLIP,
    birth_number,
    compare_births,
    compare_documents,
    document_key,
)


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("1971-06-18", "1971-06-18", EQUAL),
        ("1971-06-18", "1971-06-19", SLIP),
        ("1971-06-08", "1971-08-06", SLIP),
        ("1971-06-18", "1917-06-18", SLIP),
        ("1971-06-18", "1979-08-08", DIFFERENT),
        ("1971-06-18", None, ABSENT),
        ("1971", "1971-06-18", ABSENT),
        ("1971", "1979-06-18", DIFFERENT),
        ("1971-06", "1971-07-18", DIFFERENT),
    ],
)
def test_births(one: str | None, other: str | None, outcome: int) -> None:
    left, right = np.array([birth_number(one)]), np.array([birth_number(other)])
    assert compare_births(left, right)[0] == outcome
    assert compare_births(right, left)[0] == outcome


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("E73921769", "Е 73921769", EQUAL),
        ("E73921769", "E73921169", SLIP),
        ("E73921769", "E73927169", SLIP),
        ("E73921769", "E7392176", DIFFERENT),
        ("E73921769", "PE3920001", DIFFERENT),
        ("E73921769", "", ABSENT),
    ],
)
def test_documents(one: str, other: str, outcome: int) -> None:
    pair = [np.array([document_key(text)], dtype=np.str_) for text in (one, other)]
    assert compare_documents(pair[0], pair[1])[0] == outcome


@given(st.dates().map(lambda day: int(day.strftime("%Y%m%d"))), st.dates().map(lambda day: int(day.strftime("%Y%m%d"))))
def test_births_compare_both_ways_alike(one: int, other: int) -> None:
    left, right = np.array([one]), np.array([other])
    assert compare_births(left, right)[0] == compare_births(right, left)[0]
    assert (compare_births(left, right)[0] == EQUAL) == (one == other)
