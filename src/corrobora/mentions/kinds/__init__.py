"""One file for each mention kind; registered in `REGISTRY`."""

from __future__ import annotations

from corrobora.mentions.kinds import (
    accounts,
    aircraft,
    chinese,
    dates,
    english,
    flights,
    models,
    money,
    numbers,
    passports,
    quantities,
    russian,
    taxpayers,
    ukrainian,
)
from corrobora.registry import Registry

REGISTRY = Registry(
    "mention kind",
    taxpayers.KIND,
    accounts.KIND,
    passports.KIND,
    aircraft.KIND,
    numbers.KIND,
    flights.KIND,
    models.KIND,
    dates.KIND,
    money.KIND,
    quantities.KIND,
    russian.KIND,
    ukrainian.KIND,
    chinese.KIND,
    english.KIND,
)

LANGUAGES = frozenset({"russian", "ukrainian", "chinese", "english"})
"""The entries that read names, each in the blocks of its language."""
