"""Which pages say nearly the same, found without comparing each with each (min-hashes of shingles). Pure.

A page becomes its letters and digits, with those that recognition mixes up made one; every run of eight (four in
Chinese) is hashed, and of the hashes that fall into each of 64 bins the smallest is kept. Pages that share three bins
in a row of three are candidates: of pairs that share half their runs that finds 94 of 100, of those that share a
tenth 2.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]

_BINS, _ROWS = 64, 3
_RUN, _RUN_HAN = 8, 4
_LEAST_RUNS = 40
_CROWD = 40
_PRIME = np.uint64(0x100000001B3)
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = 58
# Letters that look alike across scripts, or that careless typing and recognition make one; digits stay what they are.
_ALIKE = str.maketrans("abcehkmoptxyіїёйґ", "авсенкмортхуииеиг")
_NOT_LETTERS = re.compile(r"[\W_]+")
_HAN = re.compile("[\u3400-\u9fff]")


def folded(text: str) -> str:
    """The letters and digits of a text with look-alikes made one.

    Example:
        >>> folded("Пpотокол № 17/O") == folded("протокол №17/О")
        True
    """
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFKC", text).casefold()).translate(_ALIKE)


def hashes(text: str) -> Hashes:
    """Hashes of all runs of a page, sorted, each once."""
    letters = folded(text)
    run = _RUN_HAN if len(_HAN.findall(letters)) > 0.3 * len(letters) else _RUN
    codes = np.frombuffer(letters.encode("utf-32-le", "replace"), dtype=np.uint32).astype(np.uint64)
    count = len(codes) - run + 1
    if count < _LEAST_RUNS:
        return np.empty(0, dtype=np.uint64)
    rolled = np.zeros(count, dtype=np.uint64)
    for offset in range(run):
        rolled = rolled * _PRIME + codes[offset : offset + count]
    rolled ^= rolled >> np.uint64(31)
    rolled *= _MIX
    rolled ^= rolled >> np.uint64(29)
    return np.unique(rolled)


def sketch(runs: Hashes) -> Hashes:
    """The smallest hash in each bin; an empty bin takes its neighbour's."""
    numbers, first = np.unique(runs >> np.uint64(_SHIFT), return_index=True)
    kept = np.zeros(_BINS, dtype=np.uint64)
    filled = np.zeros(_BINS, dtype=bool)
    kept[numbers.astype(np.int64)] = runs[first]
    filled[numbers.astype(np.int64)] = True
    for number in np.flatnonzero(~filled):
        step = next(step for step in range(1, _BINS + 1) if filled[(number + step) % _BINS])
        kept[number] = kept[(number + step) % _BINS] + np.uint64(step)
    return kept


def likeness(one: Hashes, other: Hashes) -> float:
    """Share of runs that two pages have in common."""
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared / max(1, len(one) + len(other) - shared)


def near_pages(texts: Sequence[str], least: float = 0.25) -> Iterator[tuple[int, int]]:
    """Pairs of pages that probably share at least this part of what they say, the smaller number first.

    Pages without enough text take no part. Of a crowd of like pages each is paired with its neighbours only.
    """
    numbers, rows = [], []
    for number, text in enumerate(texts):
        runs = hashes(text)
        if len(runs):
            numbers.append(number)
            rows.append(sketch(runs))
    if len(rows) < 2:
        return
    table = np.stack(rows)
    seen: set[tuple[int, int]] = set()
    for first in range(0, _BINS - _ROWS + 1, _ROWS):
        band = np.ascontiguousarray(table[:, first : first + _ROWS])
        keys = band.view([("", np.uint64)] * _ROWS).ravel()
        order = np.argsort(keys, kind="stable")
        edges = np.flatnonzero(keys[order][1:] != keys[order][:-1]) + 1
        for bucket in np.split(order, edges):
            if len(bucket) > 1:
                seen.update(_pairs(bucket.tolist()))
    for one, other in sorted(seen):
        # bins agree as often as runs are shared
        if np.count_nonzero(table[one] == table[other]) >= least * _BINS:
            yield numbers[one], numbers[other]


def _pairs(bucket: list[int]) -> Iterator[tuple[int, int]]:
    bucket.sort()
    reach = len(bucket) if len(bucket) <= _CROWD else 2
    for place, one in enumerate(bucket):
        for other in bucket[place + 1 : place + 1 + reach]:
            yield one, other
