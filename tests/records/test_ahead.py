from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrobora.records.ahead import ahead


@given(st.lists(st.integers()))
def test_the_items_come_in_their_order(items: list[int]) -> None:
    assert list(ahead(iter(items))) == items


def test_what_the_source_raises_is_raised_after_what_came_before() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise ValueError("a quotation mark is never closed")

    items = ahead(broken())
    assert next(items) == 1
    with pytest.raises(ValueError, match="never closed"):
        next(items)


def test_who_stops_early_leaves_no_thread_waiting() -> None:
    items = ahead(iter(range(10)))
    assert next(items) == 0
    items.close()
    assert list(items) == []
