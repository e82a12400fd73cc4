"""One file for each check; registered in `REGISTRY`."""

from __future__ import annotations

from corrobora.claims.checks import (
    ages,
    attribution,
    consistent,
    counts,
    dates,
    guarded,
    identity,
    inference,
    money,
    names_cited,
    overclaim,
    provenance,
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
    ages.CHECK,
    consistent.CHECK,
    identity.CHECK,
    attribution.CHECK,
    quotation.CHECK,
    overclaim.CHECK,
    guarded.CHECK,
    inference.CHECK,
    provenance.CHECK,
    uncited.CHECK,
    replies.CHECK,
)
