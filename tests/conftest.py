from __future__ import annotations

import os
from pathlib import Path

import pytest

from corrobora.case import Case


@pytest.fixture
def case(tmp_path: Path):
    with Case.create(tmp_path / "case") as opened:
        yield opened


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of labelled data that does not ship; tests that ask for it are skipped where it is not there."""
    place = os.environ.get("CORROBORA_SHARED")
    if not place or not Path(place).is_dir():
        pytest.skip("CORROBORA_SHARED is not set")
    return Path(place)
