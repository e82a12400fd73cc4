"""How well a finding stands: by the number of origins that say so, independently of each other."""

from __future__ import annotations

from collections.abc import Iterable

from corrobora.model.findings import Grade
from corrobora.model.source import Source

STRONG = frozenset("ABC")
ORDER = {grade: place for place, grade in enumerate(reversed(Grade))}


def grade_of(sources: Iterable[Source], *, contradicted: bool = False) -> Grade:
    """The grade that these sources carry together.

    Papers of one origin count once. An origin is weak where none of its sources is rated A to C (NATO Admiralty).

    Example:
        >>> a = Source("leak", "a", "A", origin="a", reliability="B")
        >>> b = Source("records", "b", "B", origin="b", reliability="B")
        >>> grade_of([a, a]).value, grade_of([a, b]).value
        ('unverified', 'confirmed')
    """
    if contradicted:
        return Grade.CONTRADICTED
    known = list(sources)
    origins = {source.origin for source in known}
    strong = {source.origin for source in known if source.reliability in STRONG}
    if len(strong) >= 2:
        return Grade.CONFIRMED
    return Grade.PROBABLE if len(origins) >= 2 else Grade.UNVERIFIED


def weakest(grades: Iterable[Grade]) -> Grade:
    """The weakest of several grades: a chain is as strong as that."""
    return min(grades, key=lambda grade: ORDER[grade], default=Grade.UNVERIFIED)


def strongest(grades: Iterable[Grade]) -> Grade:
    """The strongest of several grades."""
    return max(grades, key=lambda grade: ORDER[grade], default=Grade.UNVERIFIED)
