"""Organisations of the case: names in all languages that are one body, with its numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corrobora import names
from corrobora.identity.bearers import organization_key
from corrobora.model.entities import Organization
from corrobora.model.facts import (
    AliasFact,
    Appearance,
    ContractFact,
    Fact,
    LetterFact,
    ShareFact,
    Span,
    TradeFact,
    VisitFact,
)
from corrobora.model.identifiers import hash_id

_MOST_SPANS = 12
_MOST_NEAR = 50


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
    """Bodies joined by their numbers, the keys of their names, what papers call them, and posts held in two languages.

    Two numbers of one kind are never joined, and a name that two numbers bear belongs to neither: firms of one name
    are many.
    """
    told = case_aliases(facts)
    # the words that introduce a name come first: they are the evidence that two names are one body
    bodies = [NamedBody(name, None, fact.spans[0]) for fact in told for name in _forms(fact)] + named_bodies(facts)
    joins = _Joins(bodies)
    for one, other in (*joined_by_papers(told, bodies), *spelt_alike(bodies)):
        joins.join(organization_key(one), organization_key(other))
    for left, right in bilingual(facts):
        joins.join(left, right)
    groups: dict[str, list[NamedBody]] = defaultdict(list)
    for body in bodies:
        groups[joins.group_of(body)].append(body)
    return sorted((_organization(group) for group in groups.values()), key=lambda one: one.id)


def _forms(fact: AliasFact) -> tuple[str, str]:
    return fact.name, fact.other


class _Joins:
    """Nodes are keys of names and numbers; a join that would bring two numbers of one kind together is refused."""

    def __init__(self, bodies: Iterable[NamedBody]) -> None:
        self._parent: dict[str, str] = {}
        self._numbers: dict[str, set[str]] = {}
        borne: dict[str, set[str]] = defaultdict(set)
        for body in bodies:
            if body.number:
                borne[organization_key(body.name)].add(body.number)
        self._shared = {key for key, numbers in borne.items() if _clash(numbers, numbers)}
        for key, numbers in borne.items():
            for number in numbers:
                self._numbers[f"#{number}"] = {number}
                if key not in self._shared:
                    self.join(key, f"#{number}")

    def join(self, one: str, other: str) -> None:
        left, right = self._root(one), self._root(other)
        held = self._numbers.get(left, set()), self._numbers.get(right, set())
        if left != right and not _clash(*held) and not {one, other} & self._shared:
            self._parent[left] = right
            self._numbers[right] = held[0] | held[1]

    def group_of(self, body: NamedBody) -> str:
        key = organization_key(body.name)
        return self._root(f"#{body.number}" if body.number and key in self._shared else key)

    def _root(self, key: str) -> str:
        while self._parent.setdefault(key, key) != key:
            key = self._parent[key]
        return key


def _clash(one: set[str], other: set[str]) -> bool:
    return any(len(a) == len(b) and a != b for a in one for b in other)


def case_aliases(facts: Iterable[Fact]) -> list[AliasFact]:
    """What papers say that organisations are also called, beyond the paper itself; the fullest words first."""
    found = [fact for fact in facts if isinstance(fact, AliasFact)]
    told = [fact for fact in found if fact.binds == "case" and fact.schema == "Organization" and fact.spans]
    return sorted(told, key=lambda fact: -len(fact.spans[0].quote))


def joined_by_papers(told: Sequence[AliasFact], bodies: Sequence[NamedBody]) -> list[tuple[str, str]]:
    """The pairs of names that papers give to one body, without short names that stand for several.

    A short name without a legal form that is also the whole name of another firm ("Вектор" for ООО «Вектор-Плюс», and
    there is an ООО «Вектор») joins nothing, nor does one that two bodies are called by.
    """
    whole = {organization_key(body.name) for body in bodies if names.has_legal_form(body.name)}
    bearers: dict[str, set[str]] = defaultdict(set)
    for fact in told:
        bearers[organization_key(fact.other)].add(organization_key(fact.name))
    out = []
    for fact in told:
        key = organization_key(fact.other)
        own = bearers[key] | ({key} if key in whole and not names.has_legal_form(fact.other) else set())
        if len(own) == 1:
            out.append(_forms(fact))
    return out


def spelt_alike(bodies: Iterable[NamedBody]) -> list[tuple[str, str]]:
    """Pairs of names in two scripts that agree word by word, where neither agrees with a third."""
    forms = {organization_key(body.name): body.name for body in bodies}
    by_key: dict[str, list[str]] = defaultdict(list)
    for form in forms.values():
        for key in names.organization_keys(form):
            by_key[key].append(form)
    met: dict[str, set[str]] = defaultdict(set)
    for near in by_key.values():
        for one in near[:_MOST_NEAR]:
            met[one] |= {
                other
                for other in near[:_MOST_NEAR]
                if names.script(one) != names.script(other) and names.is_same_name(one, other)
            }
    single = {(one, other) for one, found in met.items() for other in found if _is_alone(other, found)}
    return sorted((one, other) for one, other in single if one < other and (other, one) in single)


def _is_alone(form: str, found: Iterable[str]) -> bool:
    return all(other == form or names.script(other) != names.script(form) for other in found)


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
