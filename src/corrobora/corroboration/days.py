"""Days of a visit: when an arrival, a departure or any other row speaks for it, as a grid of levels per subject."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

IN, OUT, EITHER = 1, 2, 3
"""Directions of a row as the host country sees it; 0 is neither (a journey inside one country)."""

OUTSIDE, INSIDE, EDGE, ANCHORED, BOOKED = 0, 1, 2, 3, 4
"""Event levels, as docs/method.md numbers them; BOOKED is a booking shared with another member of the delegation."""

LEVELS = 5

BEFORE, AFTER, LATE = 3, 3, 1


@dataclass(frozen=True, slots=True)
class Window:
    """The days around one event of one subject, as day numbers from 1970-01-01, ends included.

    Attributes:
        visit: id of the visit, or None for other events (an enlistment).
        first: days in which the first crossing is expected; `last`: those of the second.
        around: days in which any other row still belongs to the event.
        first_direction: the direction of the first crossing: IN for guests, OUT for hosts who travel.
    """

    visit: str | None
    first: tuple[int, int]
    last: tuple[int, int] | None
    around: tuple[int, int]
    first_direction: int = IN

    @property
    def second_direction(self) -> int:
        """The direction of the second crossing."""
        return OUT if self.first_direction == IN else IN


def visit_window(visit: str, start: int, end: int, *, abroad: bool) -> Window:
    """The window of a visit: arrival in [start - 3, start + 1], departure in [end - 1, end + 3]."""
    return Window(
        visit,
        (start - BEFORE, start + LATE),
        (end - LATE, end + AFTER),
        (start - BEFORE, end + AFTER),
        OUT if abroad else IN,
    )


def enlistment_window(day: int, before: int = 60, after: int = 400) -> Window:
    """The window of an enlistment: an arrival in the weeks before it, anything else up to a year after it."""
    return Window(None, (day - before, day), None, (day - before, day + after), IN)


@dataclass(frozen=True, slots=True)
class Grid:
    """For every direction and day the level and the window of a subject (window -1: none).

    Attributes:
        start: day number of the first column.
        level: int8[4, days]; `window`: int16[4, days].
    """

    start: int
    level: npt.NDArray[np.int8]
    window: npt.NDArray[np.int16]

    def at(
        self, direction: npt.NDArray[np.int64], day: npt.NDArray[np.int64]
    ) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.int16]]:
        """Level and window of rows; days outside the grid are OUTSIDE."""
        column = day - self.start
        known = (column >= 0) & (column < self.level.shape[1])
        safe = np.where(known, column, 0)
        level = np.where(known, self.level[direction, safe], 0).astype(np.int8)
        window = np.where(known, self.window[direction, safe], -1).astype(np.int16)
        return level, window


def grid(windows: tuple[Window, ...], start: int, days: int) -> Grid:
    """The union of all windows tried: a row counts once, at its best level."""
    level = np.zeros((4, days), dtype=np.int8)
    window = np.full((4, days), -1, dtype=np.int16)
    for index, one in enumerate(windows):
        for direction in range(4):
            _raise(level, window, direction, index, INSIDE, (one.around[0] - start, one.around[1] - start))
        for directions, days_of in (
            ((one.first_direction, EITHER), one.first),
            ((one.second_direction, EITHER), one.last),
        ):
            for direction in directions if days_of else ():
                assert days_of is not None
                _raise(level, window, direction, index, EDGE, (days_of[0] - start, days_of[1] - start))
    return Grid(start, level, window)


def _raise(
    level: npt.NDArray[np.int8],
    window: npt.NDArray[np.int16],
    direction: int,
    index: int,
    to: int,
    span: tuple[int, int],
) -> None:
    low, high = max(0, span[0]), max(0, span[1] + 1)
    better = level[direction, low:high] < to
    level[direction, low:high][better] = to
    window[direction, low:high][better] = index
