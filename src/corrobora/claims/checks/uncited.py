"""A claim must say where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corrobora.claims.check import Check, Problem
from corrobora.claims.context import Held, firms_named
from corrobora.claims.vocabulary import FIGURE
from corrobora.model.mention import MentionType

_HAN = re.compile(r"[\u4e00-\u9fff]")
_HARD = (MentionType.DATE, MentionType.MONEY, MentionType.QUANT, MentionType.TAIL, MentionType.FLIGHT, MentionType.DOC)


def is_claim(held: Held) -> bool:
    """Whether the sentence says something that evidence could hold or break."""
    prose = held.prose
    named = bool(firms_named(prose, held.mentions) or held.people())
    hard = any(m.type in _HARD for m in held.mentions)
    return bool(held.sentence.citations) or hard or (named and (len(prose.split()) > 4 or len(_HAN.findall(prose)) > 9))


def check(held: Held) -> Iterator[Problem]:
    """A claim without any citation, or with citations that lead nowhere."""
    for citation in held.missing:
        yield Problem("uncited", citation, "nothing there", f"{citation} is not in the case")
    if held.sentence.citations or held.sought or not is_claim(held):
        return
    figure = FIGURE.search(held.prose)
    stated = held.prose[figure.start() : figure.start() + 40] if figure else held.prose[:60]
    yield Problem("uncited", stated, "no citation", "say which page or row this stands on")


CHECK = Check("uncited", "Claims without evidence", check)
