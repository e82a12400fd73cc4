"""The invented worlds by name, and the whole way on one of them."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cases.kit import World

NAMES = ("ukrainian", "english", "chinese", "ministry", "mail", "trade", "cables", "state", "outlook")


def world(name: str) -> World:
    """Makes a world."""
    make: Callable[[], World] = getattr(importlib.import_module(f"cases.world_{name}"), name)
    return make()


def findings(made: World, directory: Path) -> list[dict[str, Any]]:
    """Writes a world, runs the whole way on it, and gives the findings as `corrobora findings --json` prints them."""
    from corrobora.case import Case
    from corrobora.model.contract import finding_json
    from corrobora.model.tables import FINDINGS
    from corrobora.pipeline import run

    leak, records = made.save(directory)
    with Case.create(directory / "case") as case:
        run(leak, records, case)
        return [finding_json(f) for f in case.read(FINDINGS)]
