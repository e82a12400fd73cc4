"""Series of outgoing numbers: where one is missing though its neighbours are there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

LEAST = 4
"""Numbers that make a series; fewer show no order."""
SHARE = 0.2
"""Missing numbers that a series may have and still be one; a leak of scattered letters has more, and shows nothing."""

PARTS = re.compile(r"(?P<prefix>.*?)(?P<ordinal>\d{1,6})(?P<suffix>(?:[/\-–.](?:\d{2,4}|[^\W\d_]{1,4}))*)$")


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers missing from a series.

    Attributes:
        missing: as they would be written.
        before, after: the numbers on either side of the first gap, as written.
    """

    missing: tuple[str, ...]
    before: str
    after: str


def gaps_in(numbers: Iterable[str]) -> list[Gap]:
    """Gaps in every series among these numbers.

    Numbers with the same letters around the ordinal are one series; a year at the end may turn within it.

    Example:
        >>> gaps_in(["N-14/23", "N-15/23", "N-17/23", "N-18/24"])
        [Gap(missing=('N-16',), before='N-15/23', after='N-17/23')]
    """
    series: dict[str, dict[int, str]] = {}
    doubled: set[str] = set()
    for written in numbers:
        found = PARTS.match(written.strip())
        if found is None:
            continue
        prefix = re.sub(r"\s+", "", found["prefix"]).upper()
        letters = "".join(c for c in found["suffix"].upper() if not c.isdigit())
        key, ordinal = f"{prefix}|{letters}", int(found["ordinal"])
        known = series.setdefault(key, {})
        # the same ordinal in two years: this series starts anew every year
        if ordinal in known and known[ordinal] != written:
            doubled.add(key)
        known[ordinal] = written
    return [gap for key in sorted(series) if key not in doubled for gap in _gaps(series[key])]


def _gaps(known: dict[int, str]) -> list[Gap]:
    ordinals = sorted(known)
    if len(ordinals) < LEAST:
        return []
    missing = [n for n in range(ordinals[0], ordinals[-1]) if n not in known]
    if not missing or len(missing) > max(1, int(SHARE * len(ordinals))):
        return []
    gaps = []
    for before, after in zip(ordinals, ordinals[1:], strict=False):
        lost = range(before + 1, after)
        if lost:
            found = PARTS.match(known[before])
            prefix = found["prefix"] if found is not None else ""
            gaps.append(Gap(tuple(f"{prefix}{n}" for n in lost), known[before], known[after]))
    return gaps
