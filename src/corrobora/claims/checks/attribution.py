"""Who is said to have said it must have said it."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.claims.check import Check, Problem
from corrobora.claims.context import CitedPage, Held, firms_named
from corrobora.claims.vocabulary import SAID
from corrobora.model.facts import ContractFact, LetterFact, TradeFact
from corrobora.model.mention import MentionType


def check(held: Held) -> Iterator[Problem]:
    """A sentence that quotes a paper for something about a firm which the paper does not name."""
    if not held.pages or held.sought or not SAID.search(held.prose):
        return
    for firm in firms_named(held.prose, held.mentions):
        if any(firm in source or source in firm for source in held.case.sources) or _is_person(firm, held):
            continue
        if not any(_names(page.text, [*_organizations(page)], firm, held) for page in held.pages):
            yield Problem("attribution", firm, "the paper does not say so", f"the paper cited does not name {firm}")


def _organizations(page: CitedPage) -> Iterator[str]:
    """Organisations on the page, and those that the paper's other pages make parties of it."""
    yield from (m.text for m in page.mentions if m.type is MentionType.ORG)
    for fact in page.facts:
        if isinstance(fact, ContractFact):
            yield from fact.parties
        elif isinstance(fact, LetterFact | TradeFact):
            sides = (fact.sender, fact.recipient) if isinstance(fact, LetterFact) else (fact.supplier, fact.buyer)
            yield from (side for side in sides if side)


def _is_person(firm: str, held: Held) -> bool:
    """General name finders take people for organisations now and then."""
    return bool(held.case.bearers(firm)) or any(written in firm for written, _ in held.people())


def _names(text: str, organizations: list[str], firm: str, held: Held) -> bool:
    same = held.case.same_firm
    known = (body.names for body in held.case.organizations if any(same(firm, name) for name in body.names))
    forms = [firm, *(name for body in known for name in body)]
    flat = text.casefold()
    return any(form.casefold() in flat for form in forms) or any(same(form, o) for form in forms for o in organizations)


CHECK = Check("attribution", "Words put into somebody's mouth", check)
