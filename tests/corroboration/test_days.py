from __future__ import annotations

import numpy as np
import pytest

from corrobora.corroboration.days import EDGE, EITHER, IN, INSIDE, OUT, OUTSIDE, enlistment_window, grid, visit_window

VISIT = visit_window("v", 100, 104, abroad=False)


def level(direction: int, day: int, window=VISIT) -> int:
    found, _ = grid((window,), 0, 400).at(np.array([direction]), np.array([day]))
    return int(found[0])


@pytest.mark.parametrize(
    ("direction", "day", "expected"),
    [
        (IN, 97, EDGE), (IN, 101, EDGE), (IN, 102, INSIDE), (IN, 96, OUTSIDE),
        (OUT, 103, EDGE), (OUT, 107, EDGE), (OUT, 108, OUTSIDE), (OUT, 98, INSIDE),
        (0, 102, INSIDE), (EITHER, 98, EDGE), (EITHER, 102, INSIDE), (IN, -5, OUTSIDE), (IN, 900, OUTSIDE),
    ],
)  # fmt: skip
def test_a_visit_expects_an_arrival_first(direction: int, day: int, expected: int) -> None:
    assert level(direction, day) == expected


def test_hosts_who_travel_leave_first() -> None:
    abroad = visit_window("v", 100, 104, abroad=True)
    assert level(OUT, 99, abroad) == EDGE
    assert level(IN, 99, abroad) == INSIDE
    assert level(IN, 105, abroad) == EDGE


def test_an_enlistment_expects_an_arrival_before() -> None:
    assert level(IN, 90, enlistment_window(100)) == EDGE
    assert level(IN, 101, enlistment_window(100)) == INSIDE
    assert level(OUT, 90, enlistment_window(100)) == INSIDE


def test_a_row_counts_once_at_its_best_level() -> None:
    both = grid((VISIT, visit_window("w", 102, 110, abroad=False)), 0, 400)
    found, window = both.at(np.array([IN]), np.array([102]))
    assert (found[0], window[0]) == (EDGE, 1)
