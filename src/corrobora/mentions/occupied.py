"""Which stretches of a text are taken already, asked and told in the time of a binary search."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable


class Occupied:
    """Stretches of a text that do not overlap.

    Args:
        spans: (start, end) of those taken from the beginning; overlapping ones are joined by whoever asks later.

    Example:
        >>> taken = Occupied([(0, 5)])
        >>> taken.take(3, 8), taken.take(5, 8), taken.is_free(7, 9)
        (False, True, False)
    """

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._spans: list[tuple[int, int]] = []
        for start, end in spans:
            self.take(start, end)

    def is_free(self, start: int, end: int) -> bool:
        """Whether nothing taken touches start:end."""
        place = bisect_left(self._spans, (start, end))
        if place < len(self._spans) and self._spans[place][0] < end:
            return False
        return place == 0 or self._spans[place - 1][1] <= start

    def take(self, start: int, end: int) -> bool:
        """Takes start:end where it is free; whether it was."""
        if not self.is_free(start, end):
            return False
        insort(self._spans, (start, end))
        return True
