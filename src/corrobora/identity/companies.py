"""Organisations of the case: names in all languages that are one body, with its numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corrobora import names
from corrobora.identity.bearers import organization_key
from corrobora.model.entities import Organization
from corrobora.model.facts import Appearance, ContractFact, Fact, LetterFact, ShareFact, Span, TradeFact, VisitFact
from corrobora.model.identifiers import hash_id

_MOST_SPANS = 12


@dataclass(frozen=True, slots=True)
class NamedBody:
    """An organisation as one fact names it."""

    name: str
    number: str | None = None
    span: Span | None = None


def named_bodies(facts: Iterable[Fact]) -> list[NamedBody]:
    """Every organisation that a fact names."""
    out: list[NamedBody] = []
    for fact in facts:
        out += _bodies(fact)
    return [one for one in out if organization_key(one.name)]


def _bodies(fact: Fact) -> list[NamedBody]:
    span = next(iter(getattr(fact, "spans", ())), None) or getattr(fact, "span", None)
    if isinstance(fact, Appearance):
        return [NamedBody(fact.organization, None, span)] if fact.organization else []
    if isinstance(fact, VisitFact):
        return [NamedBody(name, None, span) for name in fact.organizations]
    if isinstance(fact, LetterFact):
        return [NamedBody(fact.sender, None, span)] if fact.sender and "@" not in fact.sender else []
    if isinstance(fact, ContractFact):
        return [NamedBody(name, None, span) for name in fact.parties]
    if isinstance(fact, ShareFact):
        named = ((fact.owner, fact.owner_number), (fact.asset, fact.asset_number))
        return [NamedBody(name, number, span) for name, number in named if number or not _is_person(name)]
    if isinstance(fact, TradeFact):
        numbers = dict(fact.numbers)
        parties = [name for name in (fact.supplier, fact.buyer, fact.end_user) if name]
        return [NamedBody(name, numbers.get(name), span) for name in parties]
    return []


def _is_person(name: str) -> bool:
    parts = name.replace(".", ". ").split()
    return (
        2 <= len(parts) <= 4 and all(part[:1].isupper() for part in parts) and not any(sign in name for sign in '«»"“”')
    )


def organizations(facts: Sequence[Fact]) -> list[Organization]:
    """Bodies joined by the key of their names, by their numbers, and by people who hold one post in two languages."""
    bodies = named_bodies(facts)
    parent: dict[str, str] = {}

    def find(key: str) -> str:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    for one in bodies:
        key = organization_key(one.name)
        find(key)
        if one.number:
            parent[find(key)] = find(f"number {one.number}")
    for left, right in bilingual(facts):
        parent[find(left)] = find(right)
    groups: dict[str, list[NamedBody]] = defaultdict(list)
    for one in bodies:
        groups[find(organization_key(one.name))].append(one)
    return sorted((_organization(group) for group in groups.values()), key=lambda one: one.id)


def bilingual(facts: Iterable[Fact]) -> list[tuple[str, str]]:
    """Pairs of keys that name one body in two scripts.

    People who are listed with a Chinese organisation in one paper and a Russian one in another vouch for the pair,
    where at least two do and both names point at each other most often.
    """
    held: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for fact in facts:
        if isinstance(fact, Appearance) and fact.organization:
            kind = names.script(fact.organization)
            for form in fact.names:
                if names.script(form.text) == "Han":
                    held[form.text][kind].add(organization_key(fact.organization))
    counted: Counter[tuple[str, str]] = Counter()
    for kinds in held.values():
        for left in kinds.get("Han", ()):
            for right in kinds.get("Cyrl", set()) | kinds.get("Latn", set()):
                counted[left, right] += 1
    best_left = {left: max((n, two) for (one, two), n in counted.items() if one == left)[1] for left, _ in counted}
    best_right = {right: max((n, one) for (one, two), n in counted.items() if two == right)[1] for _, right in counted}
    return sorted(
        (left, right)
        for (left, right), count in counted.items()
        if count >= 2 and best_left[left] == right and best_right[right] == left
    )


def _organization(group: Sequence[NamedBody]) -> Organization:
    counted = Counter(one.name for one in group)
    shown = sorted(counted, key=lambda name: (-counted[name], name))
    numbers = sorted({one.number for one in group if one.number})
    spans: dict[str, Span] = {}
    for one in group:
        if one.span is not None:
            spans.setdefault(one.span.document, one.span)
    key = numbers[0] if numbers else min(organization_key(name) for name in shown)
    return Organization(
        hash_id("organization", key), shown[0], tuple(shown), tuple(numbers), tuple(spans.values())[:_MOST_SPANS]
    )
