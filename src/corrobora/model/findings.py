"""Findings: what an analysis concluded, with the evidence it stands on (CONTRACT.md)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from corrobora.model.document import Box
from corrobora.model.records import RecordRef


class Grade(StrEnum):
    """How well a finding stands, strongest first."""

    CONFIRMED = "confirmed"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNVERIFIED = "unverified"
    CONTRADICTED = "contradicted"


CONTRACT_KINDS = (
    "person",
    "visit",
    "match",
    "travel",
    "co_travel",
    "lag",
    "series",
    "aircraft",
    "contract",
    "supply",
    "ownership",
    "sanction",
    "sector_mismatch",
    "authenticity",
    "contradiction",
    "same_face",
    "record_link",
    "chain",
    "obligation",
    "stay",
    "role",
    "fate",
    "court_case",
    "sequence",
    "nothing_found",
)
"""Every kind of the contract."""
KINDS = (
    *CONTRACT_KINDS,
    "alias",
    "background",
    "booking",
    "co_travel_group",
    "comparison",
    "convergence",
    "not_stated",
    "omission",
    "part_of",
    "photograph",
    "post",
    "post_person",
    "signature",
    "term_end",
    "testimony",
    "venue",
)
"""Every kind of finding: those of the contract, then the program's own."""


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """A place in a document; `quote` stands literally on that page in the text that was read."""

    source: str
    document: str
    sha256: str
    page: int
    quote: str
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    Attributes:
        statement: one English sentence, worded no stronger than the grade allows.
        pages: places in documents it stands on; `rows`: rows of record sets. Together its `evidence`, never empty.
        body: the fields of its kind, in the contract's own JSON form.
        strength: sorts findings of one grade, strongest first (bits, or any number that grows with strength).
    """

    id: str
    kind: str
    statement: str
    grade: Grade
    pages: tuple[DocumentRef, ...] = ()
    rows: tuple[RecordRef, ...] = ()
    body: dict[str, Any] = field(default_factory=dict)
    review: str = "none"
    strength: float = 0.0
