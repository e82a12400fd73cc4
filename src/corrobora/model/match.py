"""Matches: a person of the case and a row, with how likely the agreement is by chance (METHOD.md)."""

from __future__ import annotations

from dataclasses import dataclass

from corrobora.model.records import RecordRef


@dataclass(frozen=True, slots=True)
class Term:
    """One field's share of the match weight.

    Attributes:
        field: "name", "birth_date", "document", "event", ...
        bits: log2 of the likelihood ratio; negative weighs against.
        reason: in words that a reporter understands.
    """

    field: str
    bits: float
    reason: str


@dataclass(frozen=True, slots=True)
class Match:
    """A person of the case and a row that may be theirs.

    Attributes:
        person: id; `visit`: id of the visit whose window the row fell in, or None.
        leg: "in", "out", "inside", "outside" of the visit, or "" for people without one.
        weight: in bits, the sum of the terms.
        evidence_class: 1 to 7 or 0 for a conflict, as METHOD.md numbers them; `tier`: exact, slip, initial.
        expected_by_chance: number of other people who would do as well.
        q: false discovery rate in its class; None for conflicts.
        posterior: probability that this row, and no rival, is the person's.
        tried: number of names tried in this set.
        grade: as in CONTRACT.md.
    """

    person: str
    visit: str | None
    record: RecordRef
    leg: str
    tier: str
    evidence_class: int
    weight: float
    terms: tuple[Term, ...]
    agrees: tuple[str, ...]
    disagrees: tuple[str, ...]
    expected_by_chance: float
    q: float | None
    posterior: float
    tried: int
    grade: str
    date: str | None = None
    number: str | None = None
    departure: str | None = None
    arrival: str | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """That somebody was looked for in a dataset, and how much came of it; an empty search is a result."""

    person: str
    dataset: str
    rows: int
    first: str | None
    last: str | None
    candidates: int
    asserted: int
