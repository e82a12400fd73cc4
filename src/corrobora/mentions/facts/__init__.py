"""What a paper says, as facts: one file for each fact kind, registered in `REGISTRY`.

In: the pages of one document with their mentions and the document's metadata. Out: facts (model/facts.py). Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from corrobora.mentions.effect import effective_day
from corrobora.mentions.facts import (
    aliases,
    contracts,
    meetings,
    parts,
    passports,
    people,
    rates,
    rosters,
    shares,
    sightings,
    trades,
    visits,
)
from corrobora.mentions.facts.grouping import group_of
from corrobora.mentions.facts.letterhead import read_letter
from corrobora.mentions.facts.paper import Paper
from corrobora.model.document import Page
from corrobora.model.facts import AliasFact, Appearance, ContractFact, Fact, LetterFact, VisitFact
from corrobora.model.mention import Mention
from corrobora.registry import Registry


@dataclass(frozen=True, slots=True)
class FactKind:
    """A kind of fact: how it is called and what reads it.

    Attributes:
        read: the facts of this kind in a paper whose letterhead is known; `so_far` are those the kinds before it found.
    """

    name: str
    title: str
    read: Callable[[Paper, Sequence[Fact]], Sequence[Fact]]


def _people(paper: Paper, so_far: Sequence[Fact]) -> Sequence[Fact]:
    del so_far
    holders = passports.read(paper)
    if holders:
        return holders
    listed = rosters.read(paper)
    return [*listed, *people.read(paper, listed)]


def _visits(paper: Paper, so_far: Sequence[Fact]) -> Sequence[Fact]:
    return visits.read(paper, [fact for fact in so_far if isinstance(fact, Appearance)])


def _sightings(paper: Paper, so_far: Sequence[Fact]) -> Sequence[Fact]:
    return sightings.read(paper, [fact for fact in so_far if isinstance(fact, VisitFact)])


REGISTRY: Registry[FactKind] = Registry(
    "fact",
    FactKind("people", "People with their posts, units, passports and sides", _people),
    FactKind("visits", "Visits requested, planned, held or cancelled", _visits),
    FactKind("contracts", "Contracts, drafts and reports of contracts", lambda paper, so_far: contracts.read(paper)),
    FactKind("shares", "Who owns what part of which company", lambda paper, so_far: shares.read(paper)),
    FactKind("trades", "Invoices, orders, payments and deliveries", lambda paper, so_far: trades.read(paper)),
    FactKind("meetings", "Meetings told in prose", lambda paper, so_far: meetings.read(paper)),
    FactKind("rates", "Exchange rates that papers state", lambda paper, so_far: rates.read(paper)),
    FactKind("sightings", "Aircraft named by their numbers", _sightings),
    FactKind("parts", "Units and the organisations they belong to", lambda paper, so_far: parts.read(paper)),
    FactKind("aliases", "Other names and roles of organisations", lambda paper, so_far: aliases.read(paper)),
)


def read_facts(pages: Sequence[Page], mentions: Sequence[Mention], metadata: Mapping[str, str]) -> list[Fact]:
    """All facts of one document.

    Args:
        pages: the document's pages, in order, `document` filled in.
        mentions: the mentions on these pages.
        metadata: what the file says about itself ("from", "to", "subject", "date", "title", ...).

    Returns:
        The letterhead first, then the facts of each kind in the order of `REGISTRY`.
    """
    paper = Paper(tuple(pages), tuple(mentions), metadata)
    letter = _with_effect(read_letter(paper), paper)
    paper = replace(paper, letter=letter)
    paper = replace(paper, group=group_of(paper))
    facts: list[Fact] = [letter]
    for kind in REGISTRY:
        facts.extend(kind.read(paper, tuple(facts)))
    facts = [_in_force(fact, letter) for fact in facts]
    return aliases.with_parties(facts, [fact for fact in facts if isinstance(fact, AliasFact)])


def _with_effect(letter: LetterFact, paper: Paper) -> LetterFact:
    """The letterhead with the day from which the paper is in force."""
    pages = ((page.text, [m for m in paper.mentions if m.page == page.page]) for page in paper.pages)
    found = effective_day(pages)
    return letter if found is None else replace(letter, effective=found[1])


def _in_force(fact: Fact, letter: LetterFact) -> Fact:
    """A contract's own text is in force from the day its paper names."""
    if not isinstance(fact, ContractFact) or fact.status == "reported" or letter.effective is None:
        return fact
    return replace(fact, effective=fact.effective or letter.effective)
