"""What a check of a draft is made of: problems, checks and the status of a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corrobora.claims.context import Held


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a sentence.

    Attributes:
        kind: number, date, name, arithmetic, conversion, count, attribution, overclaim, identity, uncited,
            no_reply_sought.
        stated: what the sentence says.
        found: what the evidence says.
        detail: one line for the editor.
    """

    kind: str
    stated: str
    found: str
    detail: str


@dataclass(frozen=True, slots=True)
class Check:
    """One way in which a sentence can be wrong; its `check` yields the problems it sees."""

    name: str
    title: str
    check: Callable[[Held], Iterator[Problem]]


CONTRADICTS = frozenset({"number", "date", "name", "arithmetic", "conversion", "count", "identity", "attribution"})
"""Problems that say the evidence disagrees; the others say that it is missing or too weak."""
