from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from corrobora.corroboration.keyring import bearers, put_keys

NUMBERS = st.integers(0, 2**64 - 1) | st.integers(0, 9)


@given(st.lists(st.tuples(NUMBERS, st.integers(0, 99))), st.lists(NUMBERS))
def test_every_bearer_of_an_asked_key_is_found_and_nobody_else(held: list[tuple[int, int]], asked: list[int]) -> None:
    held.sort()
    with TemporaryDirectory() as folder:
        put_keys(Path(folder), {"key": np.array([key for key, _ in held], dtype=np.uint64),
                                "name_id": [name for _, name in held]})  # fmt: skip
        place, names = bearers(Path(folder), np.array(asked, dtype=np.uint64))
    found = sorted(zip(place.tolist(), names.tolist(), strict=True))
    assert found == sorted((at, name) for at, one in enumerate(asked) for key, name in held if key == one)
