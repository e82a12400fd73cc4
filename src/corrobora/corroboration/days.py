"""Days of a visit: when an arrival, a departure or any other row speaks for it, as a grid of levels per subject."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

IN, OUT, EITHER = 1, 2, 3
"""Directions of a row as the country of the visit sees it; 0 is neither (inside one country, or elsewhere)."""

OUTSIDE, INSIDE, EDGE, ANCHORED, BOOKED = 0, 1, 2, 3, 4
"""Event levels, as docs/method.md numbers them; BOOKED is a booking shared with another member of the delegation."""

LEVELS = 5

BEFORE, AFTER, LATE = 3, 3, 1

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Routes:
    """Numbers for pairs of countries (from, to): 0 for an unknown one, one for each that matters, one for all others.

    Attributes:
        countries: ISO codes of those that matter.
    """

    countries: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many countries are told apart, unknown and others included."""
        return len(self.countries) + 2

    def code(self, country: str | None) -> int:
        """The number of a country."""
        if country is None:
            return 0
        return self.countries.index(country) + 1 if country in self.countries else len(self.countries) + 1

    def directions(self, target: str | None, origin: str | None) -> npt.NDArray[np.int8]:
        """The direction of every route for somebody from one country who visits another.

        Args:
            target: country of the visit, or None where it is not known.
            origin: country the visitor comes from, or None.
        """
        goal, home = self.code(target), self.code(origin)
        pairs = [(one, other) for one in range(self.size) for other in range(self.size)]
        return np.array([self._direction(one, other, goal, home) for one, other in pairs], dtype=np.int8)

    def _direction(self, one: int, other: int, goal: int, home: int) -> int:
        if one == other:
            return 0 if one else EITHER
        if not goal:
            return EITHER
        if goal in (one, other):
            return IN if other == goal else OUT
        # A border register names one side only: leaving home leads to the visit, coming home leads back.
        if home and not one * other and home in (one, other):
            return IN if one == home else OUT
        return 0


@dataclass(frozen=True, slots=True)
class Window:
    """The days around one event of one subject, as day numbers from 1970-01-01, ends included.

    Attributes:
        visit: id of the visit, or None for other events (an enlistment).
        first: days in which the crossing into the country is expected; `last`: those of the way back.
        around: days in which any other row still belongs to the event.
        country: where it takes place; `origin`: where the subject comes from; None where not known.
    """

    visit: str | None
    first: tuple[int, int]
    last: tuple[int, int] | None
    around: tuple[int, int]
    country: str | None = None
    origin: str | None = None


def visit_window(visit: str, start: int, end: int, country: str | None, origin: str | None) -> Window:
    """The window of a visit: arrival in [start - 3, start + 1], departure in [end - 1, end + 3]."""
    first, last = (start - BEFORE, start + LATE), (end - LATE, end + AFTER)
    return Window(visit, first, last, (start - BEFORE, end + AFTER), country, origin)


def enlistment_window(day: int, country: str | None, origin: str | None, before: int = 60, after: int = 400) -> Window:
    """The window of an enlistment: an arrival in the weeks before it, anything else up to a year after it."""
    return Window(None, (day - before, day), None, (day - before, day + after), country, origin)


@dataclass(frozen=True, slots=True)
class Grid:
    """For every route and day the level and the window of a subject (window -1: none).

    Attributes:
        start: day number of the first column.
        level: int8[routes, days]; `window`: int16[routes, days].
        directions: int8[windows + 1, routes]; the last line, of no window, is zeros.
    """

    start: int
    level: npt.NDArray[np.int8]
    window: npt.NDArray[np.int16]
    directions: npt.NDArray[np.int8]

    def at(self, route: Ints, day: Ints) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.int16], npt.NDArray[np.int8]]:
        """Level, window and direction of rows; days outside the grid are OUTSIDE."""
        column = day - self.start
        known = (column >= 0) & (column < self.level.shape[1])
        safe = np.where(known, column, 0)
        level = np.where(known, self.level[route, safe], 0).astype(np.int8)
        window = np.where(known, self.window[route, safe], -1).astype(np.int16)
        return level, window, self.directions[window, route]


def grid(windows: tuple[Window, ...], start: int, days: int, routes: Routes) -> Grid:
    """The union of all windows tried: a row counts once, at its best level."""
    pairs = routes.size**2
    level = np.zeros((pairs, days), dtype=np.int8)
    window = np.full((pairs, days), -1, dtype=np.int16)
    directions = np.zeros((len(windows) + 1, pairs), dtype=np.int8)
    for index, one in enumerate(windows):
        directions[index] = routes.directions(one.country, one.origin)
        edges = (((IN, EITHER), one.first), ((OUT, EITHER), one.last))
        spans = [(np.ones(pairs, dtype=bool), INSIDE, one.around)]
        spans += [(np.isin(directions[index], which), EDGE, span) for which, span in edges if span is not None]
        for rows, to, span in spans:
            low, high = max(0, span[0] - start), max(0, span[1] + 1 - start)
            better = rows[:, None] & (level[:, low:high] < to)
            level[:, low:high][better] = to
            window[:, low:high][better] = index
    return Grid(start, level, window, directions)
