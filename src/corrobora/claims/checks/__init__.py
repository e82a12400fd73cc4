"""One file for each check; registered in `REGISTRY`."""

from __future__ import annotations

from corrobora.claims.checks import (
    attribution,
    consistent,
    counts,
    dates,
    guarded,
    identity,
    money,
    names_cited,
    overclaim,
    quantities,
    quotation,
    relative,
    replies,
    spelling,
    uncited,
)
from corrobora.registry import Registry

REGISTRY = Registry(
    "check",
    dates.CHECK,
    relative.CHECK,
    money.CHECK,
    quantities.CHECK,
    names_cited.CHECK,
    spelling.CHECK,
    counts.CHECK,
    consistent.CHECK,
    identity.CHECK,
    attribution.CHECK,
    quotation.CHECK,
    overclaim.CHECK,
    guarded.CHECK,
    uncited.CHECK,
    replies.CHECK,
)
