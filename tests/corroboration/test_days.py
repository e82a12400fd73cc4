from __future__ import annotations

import numpy as np
import pytest

from corrobora.corroboration.days import (
    EDGE,
    EITHER,
    IN,
    INSIDE,
    OUT,
    OUTSIDE,
    Routes,
    Window,
    enlistment_window,
    grid,
    visit_window,
)

ROUTES = Routes(("cn", "kz", "ru"))
VISIT = visit_window("v", 100, 104, "ru", "cn")


def route(one: str | None, other: str | None) -> int:
    return ROUTES.code(one) * ROUTES.size + ROUTES.code(other)


def level(one: str | None, other: str | None, day: int, window: Window = VISIT) -> int:
    found, _, _ = grid((window,), 0, 400, ROUTES).at(np.array([route(one, other)]), np.array([day]))
    return int(found[0])


@pytest.mark.parametrize(
    ("one", "other", "day", "expected"),
    [
        ("cn", "ru", 97, EDGE), ("cn", "ru", 101, EDGE), ("cn", "ru", 102, INSIDE), ("cn", "ru", 96, OUTSIDE),
        ("ru", "cn", 103, EDGE), ("ru", "cn", 107, EDGE), ("ru", "cn", 108, OUTSIDE), ("ru", "cn", 98, INSIDE),
        ("ru", "ru", 98, INSIDE), ("kz", "cn", 98, INSIDE), ("ae", "ru", 98, EDGE), (None, None, 98, EDGE),
        (None, "ru", 98, EDGE), ("cn", None, 98, EDGE), (None, "cn", 98, INSIDE), (None, "cn", 104, EDGE),
        ("cn", "ru", -5, OUTSIDE), ("cn", "ru", 900, OUTSIDE),
    ],
)  # fmt: skip
def test_a_visit_expects_an_arrival_and_a_way_back(one: str | None, other: str | None, day: int, expected: int) -> None:
    assert level(one, other, day) == expected


def test_hosts_who_travel_arrive_with_their_guests() -> None:
    abroad = visit_window("v", 100, 104, "cn", "ru")
    assert level("ru", "cn", 99, abroad) == EDGE
    assert level("ru", None, 99, abroad) == EDGE
    assert level("cn", "ru", 99, abroad) == INSIDE
    assert level(None, "ru", 105, abroad) == EDGE


def test_an_unknown_country_of_the_visit_takes_either_way() -> None:
    somewhere = visit_window("v", 100, 104, None, "cn")
    assert level("cn", "kz", 99, somewhere) == level("kz", "cn", 99, somewhere) == EDGE
    assert level("ru", "ru", 99, somewhere) == INSIDE


def test_an_enlistment_expects_an_arrival_before() -> None:
    window = enlistment_window(100, "ru", "cn")
    assert level("cn", "ru", 90, window) == EDGE
    assert level("cn", "ru", 101, window) == INSIDE
    assert level("ru", "cn", 90, window) == INSIDE


def test_a_row_counts_once_at_its_best_level() -> None:
    both = grid((VISIT, visit_window("w", 102, 110, "ru", "cn")), 0, 400, ROUTES)
    found, window, direction = both.at(np.array([route("cn", "ru")]), np.array([102]))
    assert (found[0], window[0], direction[0]) == (EDGE, 1, IN)
    _, none, nowhere = both.at(np.array([route("cn", "ru")]), np.array([300]))
    assert (none[0], nowhere[0]) == (-1, 0)


def test_directions_turn_round_with_the_route() -> None:
    there = ROUTES.directions("ru", "cn").reshape(ROUTES.size, ROUTES.size)
    turned = {IN: OUT, OUT: IN, EITHER: EITHER, 0: 0}
    assert all(there[b, a] == turned[int(there[a, b])] for a in range(ROUTES.size) for b in range(ROUTES.size))
