"""One row is one person: where two people of the case lay claim to it, only the better claim is asserted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from corrobora.model.match import Match

_ASSERTED = ("confirmed", "probable")
_TIERS = {"exact": 0, "slip": 2, "initial": 2}


def settled(matches: Sequence[Match]) -> list[Match]:
    """The matches in their order; of several people asserted for one row, all but the best become `possible`.

    A document or birth date that agrees goes before an exact name, an exact name before a slip, then the weight. Two
    equal claims leave the row to nobody.
    """
    claims: dict[tuple[str, int], list[Match]] = defaultdict(list)
    for match in matches:
        if match.grade in _ASSERTED:
            claims[match.record.dataset, match.record.row].append(match)
    lost: set[int] = set()
    for rivals in claims.values():
        if len({match.person for match in rivals}) < 2:
            continue
        best = min(map(_claim, rivals))
        winners = {match.person for match in rivals if _claim(match) == best}
        lost |= {id(match) for match in rivals if len(winners) > 1 or match.person not in winners}
    return [replace(match, grade="possible") if id(match) in lost else match for match in matches]


def _claim(match: Match) -> tuple[int, int, float]:
    strong = sum(field in match.agrees for field in ("document", "birth_date"))
    return -strong, _TIERS.get(match.tier, 3), -round(match.weight, 6)
