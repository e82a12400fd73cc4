"""One file for each mention kind; registered in `REGISTRY`."""

from __future__ import annotations

from corrobora.mentions.kinds import (
    accounts,
    aircraft,
    dates,
    flights,
    models,
    money,
    numbers,
    passports,
    quantities,
    taxpayers,
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
)
