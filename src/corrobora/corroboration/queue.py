"""The matches that wait for a person's decision, those first whose decision settles most."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corrobora.model.findings import Finding
from corrobora.model.identifiers import hash_id
from corrobora.model.match import Match


@dataclass(frozen=True, slots=True)
class Waiting:
    """A match to decide.

    Attributes:
        finding: its id.
        rivals: other matches that a yes would rule out; `following`: other findings that stand on the row.
        settles: bits of doubt that a decision removes, here and in what hangs on it.
    """

    finding: str
    match: Match
    rivals: int
    following: int
    settles: float


def queue(matches: Sequence[Match], findings: Sequence[Finding], verdicts: Mapping[str, str]) -> list[Waiting]:
    """The undecided matches, most settled first; what is judged drops out, so the queue goes on where it was left.

    A decision settles the doubt of the match itself, that of rival claims to the row and of rival rows for the same
    leg of the visit, and of every finding that stands on the row.

    Args:
        matches: of the case.
        findings: of the case.
        verdicts: finding id -> verdict.
    """
    rows = Counter((one.record.dataset, one.record.row) for one in matches)
    seats = Counter(_seat(one) for one in matches if one.visit)
    standing = Counter(
        (row.dataset, row.row) for one in findings if one.kind != "match" for row in one.rows if one.review != "no"
    )
    waiting = []
    for one in matches:
        place = (one.record.dataset, one.record.row)
        finding = hash_id("match", one.person, one.visit, *place)
        if finding in verdicts or one.evidence_class == 0 or one.grade == "contradicted":
            continue
        rivals = rows[place] - 1 + (seats[_seat(one)] - 1 if one.visit else 0)
        settles = doubt(one.posterior) * (1 + rivals + standing[place])
        waiting.append(Waiting(finding, one, rivals, standing[place], round(settles, 4)))
    return sorted(waiting, key=lambda one: (-one.settles, -one.match.weight, one.finding))


def _seat(one: Match) -> tuple[str, str | None, str, str]:
    return one.person, one.visit, one.leg, one.record.dataset


def doubt(probability: float) -> float:
    """Bits of doubt that a probability leaves: 1 at even odds, 0 at certainty.

    Example:
        >>> doubt(0.5), doubt(1.0)
        (1.0, 0.0)
    """
    if not 0 < probability < 1:
        return 0.0
    other = 1 - probability
    return -probability * math.log2(probability) - other * math.log2(other)
