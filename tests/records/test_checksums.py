from __future__ import annotations

import pytest

from corrobora.records.checksums import is_edrpou, is_imo, is_inn, is_ogrn, is_uscc


@pytest.mark.parametrize(
    ("check", "right"),
    [
        (is_inn, "7707083893"),
        (is_inn, "500100732259"),
        (is_ogrn, "1027700132195"),
        (is_ogrn, "304500116000157"),
        (is_edrpou, "14360570"),
        (is_edrpou, "00032129"),
        (is_uscc, "91350100M000100Y43"),
        (is_imo, "9074729"),
        (is_imo, "IMO 9074729"),
    ],
)
def test_a_number_passes_and_its_neighbours_do_not(check: object, right: str) -> None:
    assert check(right)  # type: ignore[operator]
    last = right[-1]
    others = [right[:-1] + digit for digit in "0123456789" if digit != last]
    assert not any(check(other) for other in others)  # type: ignore[operator]


@pytest.mark.parametrize("check", [is_inn, is_ogrn, is_edrpou, is_uscc, is_imo])
@pytest.mark.parametrize("junk", ["", "0", "abc", "１２３４５６７８９０", "12345678901234567890"])
def test_junk_is_no_number(check: object, junk: str) -> None:
    assert not check(junk)  # type: ignore[operator]
