"""A number told twice must be the same number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corrobora.claims.check import Check, Problem
from corrobora.claims.checks.counts import counted, fits
from corrobora.claims.context import Held
from corrobora.model.mention import MentionType

_BACK = re.compile(
    r"(?:\b(?:the|these|those|all(?: the)?|эти|этих|этим|все|всех|всем|упомянут\w+|ці|цих|усі|всі|усіх|всіх|згадан\w+)|"
    r"[这那]|全部|所有|上述)\s*$",
    re.I,
)
_KIN = 2.5
"""A number this many times as large or small counts something else."""


def check(held: Held) -> Iterator[Problem]:
    """A number that points back ("the 40 recruits") to another one further up ("four dozen recruits")."""
    narrowed = any(m.type in (MentionType.DATE, MentionType.LOC) for m in held.mentions)
    for found, stated in counted(held.prose, held.mentions):
        if narrowed or not _BACK.search(held.prose[: found.start()]):
            continue
        told = [
            (earlier, n)
            for sentence in held.before
            for earlier, n in counted(sentence.prose)
            if _noun(earlier) == _noun(found) and stated / _KIN <= n <= stated * _KIN
        ]
        if told and not any(n == stated or fits(m.string, m)(stated) for m, n in told):
            first = told[-1][0].group().strip()
            yield Problem("count", str(stated), first, f"further up the text says {first!r}")


def _noun(found: re.Match[str]) -> str:
    return (found["noun"] or found["han"]).lower()[:5]


CHECK = Check("consistent", "Numbers that change on the way through the text", check)
