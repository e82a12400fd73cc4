"""One file for each check; registered in `REGISTRY`."""

from __future__ import annotations

from corrobora.claims.checks import (
    attribution,
    counts,
    dates,
    identity,
    money,
    names_cited,
    overclaim,
    replies,
    uncited,
)
from corrobora.registry import Registry

REGISTRY = Registry(
    "check",
    dates.CHECK,
    money.CHECK,
    names_cited.CHECK,
    counts.CHECK,
    identity.CHECK,
    attribution.CHECK,
    overclaim.CHECK,
    uncited.CHECK,
    replies.CHECK,
)
