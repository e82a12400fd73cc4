"""What people have decided about findings, with who and when."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision, in the order in which they were made.

    Attributes:
        subject: id of the finding.
        verdict: yes, no, unsure, or none, which takes an earlier one back.
        actor: who; `at_utc`: when; `note`: why.
    """

    subject: str
    verdict: str
    actor: str
    at_utc: str
    note: str
