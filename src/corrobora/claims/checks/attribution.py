"""Who is said to have said it must have said it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corrobora.claims.check import Check, Problem
from corrobora.claims.context import Held, firms_named
from corrobora.model.mention import MentionType

_SAID = re.compile(
    r"\b(?:according to|as .{1,40} (?:wrote|said|put it)|(?:wrote|said|says|stated|admitted|claims|claimed) that|"
    r"in (?:its|his|her|their) own (?:letter|words))\b",
    re.I,
)


def check(held: Held) -> Iterator[Problem]:
    """A sentence that quotes a paper for something about a firm which the paper does not name."""
    if not held.pages or not _SAID.search(held.sentence.prose):
        return
    for firm in firms_named(held.sentence.prose, held.mentions):
        if not any(
            _names(page.text, [m.text for m in page.mentions if m.type is MentionType.ORG], firm, held)
            for page in held.pages
        ):
            yield Problem("attribution", firm, "the paper does not say so", f"the paper cited does not name {firm}")


def _names(text: str, organizations: list[str], firm: str, held: Held) -> bool:
    same = held.case.same_firm
    known = (body.names for body in held.case.organizations if any(same(firm, name) for name in body.names))
    forms = [firm, *(name for body in known for name in body)]
    flat = text.casefold()
    return any(form.casefold() in flat for form in forms) or any(same(form, o) for form in forms for o in organizations)


CHECK = Check("attribution", "Words put into somebody's mouth", check)
