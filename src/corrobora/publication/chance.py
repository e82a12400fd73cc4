"""Chance in words: how likely it is that an agreement is nobody's but chance's."""

from __future__ import annotations

from corrobora.model.findings import Finding

OF_ROWS = frozenset({"match", "travel", "lag", "stay", "fate", "contradiction"})
"""Kinds of finding whose rows each carry their own chance."""


def in_words(expected: float) -> str:
    """An expected number of other people in the words of a report.

    Example:
        >>> in_words(2.5e-17), in_words(0.0004), in_words(0.3), in_words(4.2)
        ('under 1 in a million', 'about 1 in 2,500', 'about 1 in 3', 'about 4 others')
    """
    if expected < 1e-6:
        return "under 1 in a million"
    if expected < 0.95:
        return f"about 1 in {_rounded(1 / expected):,}"
    return f"about {_rounded(expected):,} other{'s' if _rounded(expected) != 1 else ''}"


def false_share(q: float) -> str:
    """A false discovery rate as "fewer than 1 in 500"."""
    if q < 1e-4:
        return "fewer than 1 in 10,000"
    if q > 0.5:
        return "more than half"
    return f"at most 1 in {max(2, int(_rounded(1 / q))):,}"


def weakest(finding: Finding) -> float | None:
    """The largest chance among the rows a finding stands on, or None where none is known."""
    known = [row.expected_by_chance for row in finding.rows if row.expected_by_chance is not None]
    return max(known) if known and finding.kind in OF_ROWS else None


def _rounded(value: float) -> int:
    """To two significant figures, as nobody can use more."""
    whole = round(value)
    digits = max(0, len(str(whole)) - 2)
    return int(round(whole, -digits))
