"""The next batch made in a thread of its own while the last one is used: Arrow works outside the interpreter's lock."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def ahead(source: Iterator[T]) -> Iterator[T]:
    """The items of an iterator in their order, each asked for while the one before it is in use.

    Args:
        source: only ever advanced by one thread at a time; what it raises is raised here.
    """
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(_next, source)
        while item := coming.result():
            coming = pool.submit(_next, source)
            yield item[0]


def _next(source: Iterator[T]) -> tuple[T] | None:
    return next(((item,) for item in source), None)
