"""What the evidence does not say: that one thing came of another, or that somebody knew."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corrobora.claims.check import Check, Problem
from corrobora.claims.context import Held
from corrobora.claims.vocabulary import CAUSE, DENIED, HEDGED, KNEW, SPOKEN

_BOUNDS = (
    (CAUSE, "order in time", "that one thing came after another does not show that it came of it"),
    (KNEW, "no word of it", "nothing cited says what anybody knew; say that it is unclear"),
)


def check(held: Held) -> Iterator[Problem]:
    """A cause, or somebody's knowledge, that no cited page tells of."""
    if not (held.pages or held.rows) or held.sought or SPOKEN.search(held.prose):
        return
    for words, found, detail in _BOUNDS:
        told = words.search(held.prose)
        if told is None or HEDGED.search(held.prose[: told.start()]) or _is_open(held.prose, told):
            continue
        if any(words.search(page.text) for page in held.pages):
            continue
        yield Problem("overclaim", told.group(), found, detail)


_OPEN = re.compile(
    r"\b(?:unclear|unknown|whether|if|неясно|неизвестно|ли|невідомо|незрозуміло|чи)\b|不清楚|不知|是否|尚无", re.I
)


def _is_open(prose: str, told: re.Match[str]) -> bool:
    """Whether the sentence itself denies it or leaves it open ("unclear whether they knew")."""
    return bool(DENIED.search(prose[: told.start()]) or _OPEN.search(prose))


CHECK = Check("inference", "Causes and knowledge that nothing cited tells of", check)
