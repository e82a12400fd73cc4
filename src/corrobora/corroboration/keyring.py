"""The keys of a record set as two arrays on disk: a key is found by halving, whatever the number of names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.uint64]
Ints = npt.NDArray[np.int64]


def put_keys(folder: Path, columns: Mapping[str, Any]) -> None:
    """Writes the keys of a shelf.

    Args:
        folder: of the shelf.
        columns: `key` (64-bit hashes in rising order) and `name_id`, one line for each key of each name.
    """
    np.save(folder / "keys.npy", np.asarray(columns["key"], dtype=np.uint64))
    np.save(folder / "bearers.npy", np.asarray(columns["name_id"], dtype=np.int32))


def bearers(folder: Path, keys: Keys) -> tuple[Ints, Ints]:
    """Who bears these keys: the place of the key in `keys`, and a name of the set; only the pages met are read."""
    known, names = (np.load(folder / f"{name}.npy", mmap_mode="r") for name in ("keys", "bearers"))
    first, last = np.searchsorted(known, keys, side="left"), np.searchsorted(known, keys, side="right")
    count = last - first
    place = np.repeat(np.arange(keys.size), count)
    step = np.arange(place.size) - np.repeat(np.cumsum(count) - count, count)
    return place, np.asarray(names[np.repeat(first, count) + step], dtype=np.int64)
