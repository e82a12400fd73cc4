"""Whoever is accused must have been asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corrobora import names
from corrobora.claims.check import Check, Problem
from corrobora.claims.context import Held, firms_named
from corrobora.claims.vocabulary import ACCUSES


def check(held: Held) -> Iterator[Problem]:
    """A firm or person in a damaging sentence whom no request for comment names."""
    if not ACCUSES.search(held.prose):
        return
    asked = held.case.asked
    for firm in firms_named(held.prose, held.mentions):
        if not any(_is_firm(held, firm, other) for other in asked) and _is_party(firm, held):
            yield Problem("no_reply_sought", firm, "no request on record", f"ask {firm} for comment before publication")
    for person, _ in held.people():
        if not any(names.tier(person, other) for other in asked):
            yield Problem(
                "no_reply_sought", person, "no request on record", f"ask {person} for comment before publication"
            )


def _is_firm(held: Held, firm: str, other: str) -> bool:
    return firm.casefold() == other.casefold() or held.case.same_firm(firm, other)


def _is_party(firm: str, held: Held) -> bool:
    """Authorities and places that a general name finder takes for organisations are nobody's counterpart."""
    return bool(re.search(r"\b(?:LLC|LLP|JSC|PJSC|Ltd|Inc|GmbH|PLC|Corp)\b|[«»]", firm)) or any(
        held.case.same_firm(firm, name) for o in held.case.organizations if o.numbers for name in o.names
    )


CHECK = Check("no_reply_sought", "Accused and not asked", check)
