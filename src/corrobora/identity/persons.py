"""People of the case: a cluster of bearers with its names, numbers, posts and best quotes."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from corrobora import names
from corrobora.identity.bearers import Bearer, document_key
from corrobora.identity.clustering import Cluster, tier
from corrobora.model.entities import Person, Position
from corrobora.model.facts import Appearance, NameForm, Span
from corrobora.model.identifiers import hash_id

ROLES = {
    "delegation": "delegate", "host": "host", "responsible": "host", "signer": "signer", "author": "author",
    "addressee": "addressee", "holder": "holder", "owner": "owner", "other": "mentioned",
}  # fmt: skip

_BEST_SIDES = ("delegation", "host", "holder", "owner", "signer", "author", "responsible", "addressee", "other")
_MOST_NAMES, _MOST_SPANS = 16, 24


def person_of(cluster: Cluster, seen: Sequence[Appearance]) -> Person:
    """The person behind a cluster.

    Args:
        cluster: bearers held to be one person.
        seen: all appearances; bearers know theirs by index.
    """
    mine = [seen[one.index] for one in cluster.members]
    forms = _forms(mine)
    birth = _commonest(one.birth_date for one in mine)
    numbers = _numbers(mine)
    name_key = min(cluster.keys) if cluster.keys else min(cluster.initials, default=forms[0].text)
    proof = birth or next(iter(numbers), None) or min(one.paper for one in cluster.members)
    sides = Counter(one.side for one in cluster.members)
    roles = [ROLES.get(side, side) for side, _ in sides.most_common()]
    if any(one.visit and one.side == "delegation" for one in cluster.members):
        roles = ["delegate", *roles]
    return Person(
        id=hash_id("person", name_key, proof),
        label=label_of([form.text for form in forms]),
        names=forms,
        spans=_spans(cluster.members, seen),
        birth_date=birth,
        nationality=_commonest((one.nationality or "").lower() or None for one in mine),
        documents=numbers,
        positions=_positions(mine),
        roles=tuple(dict.fromkeys(roles)),
        appearances=tuple(sorted(cluster.papers)),
    )


def label_of(forms: Sequence[str]) -> str:
    """The label of a name: the reading that all its forms allow, else that of the form that leaves least to guess.

    Hanzi may have two readings and a Ukrainian transcription stands for two syllables; together they mostly name one.
    """
    ranked = sorted(forms, key=lambda form: (_is_short(form), {"Latn": 0, "Cyrl": 1}.get(names.script(form), 2)))
    if not ranked:
        return ""
    hanzi = [form for form in ranked if names.script(form) == "Han"]
    agreed = _agreed_reading([form for form in ranked if not _is_short(form)]) if hanzi else None
    if agreed:
        return agreed
    for form in ranked:
        if not hanzi or names.script(form) != "Latn" or tier(form, hanzi[0]) == "exact":
            return names.label(form)
    return names.label(ranked[0])


def _agreed_reading(forms: Sequence[str]) -> str | None:
    """The Chinese reading that the forms together make likeliest, where every one of them allows it."""
    shares = [{(family, given): share for family, given, share in names.canonical(form) if given} for form in forms]
    common = set.intersection(*map(set, shares)) if shares else set()
    if not common:
        return None
    family, given = max(sorted(common), key=lambda reading: math.prod(each[reading] for each in shares))
    return names.label(f"{family.capitalize()} {given.capitalize()}")


def _is_short(form: str) -> bool:
    return any(len(part.rstrip(".")) == 1 for part in form.replace(".", ". ").split()) and names.script(form) != "Han"


def _forms(mine: Iterable[Appearance]) -> tuple[NameForm, ...]:
    """All forms, the commonest full ones first, each text once."""
    counted: Counter[str] = Counter()
    first: dict[str, NameForm] = {}
    for one in mine:
        for form in one.names:
            counted[form.text] += 1
            first.setdefault(form.text, form)
    order = sorted(counted, key=lambda text: (_is_short(text), -counted[text], text))
    return tuple(first[text] for text in order[:_MOST_NAMES])


def _commonest(values: Iterable[str | None]) -> str | None:
    """The value stated most often; of partial and full dates the fullest of those that fit."""
    counted = Counter(value for value in values if value)
    if not counted:
        return None
    best = max(sorted(counted), key=lambda value: counted[value])
    return max((value for value in counted if value.startswith(best)), key=lambda value: (len(value), counted[value]))


def _numbers(mine: Iterable[Appearance]) -> tuple[str, ...]:
    counted: Counter[str] = Counter(document_key(one.document_number) for one in mine if one.document_number)
    return tuple(sorted(counted, key=lambda number: (-counted[number], number)))


def _positions(mine: Iterable[Appearance]) -> tuple[Position, ...]:
    days: dict[tuple[str | None, str | None], set[str]] = defaultdict(set)
    for one in mine:
        if one.title or one.organization:
            days[one.title, one.organization] |= {one.attested} if one.attested else set()
    order = sorted(days, key=lambda post: (-len(days[post]), -sum(part is not None for part in post), str(post)))
    return tuple(
        Position(title, organization, tuple(sorted(days[title, organization]))) for title, organization in order
    )


def _spans(members: Sequence[Bearer], seen: Sequence[Appearance]) -> tuple[Span, ...]:
    """The best quote of each document: where the person is listed before where they are mentioned."""
    order = sorted(members, key=lambda one: (_rank(one.side), -len(seen[one.index].spans), one.paper, one.index))
    best: dict[str, Span] = {}
    for one in order:
        for span in seen[one.index].spans[:1]:
            best.setdefault(span.document, span)
    return tuple(best.values())[:_MOST_SPANS]


def _rank(side: str) -> int:
    return _BEST_SIDES.index(side) if side in _BEST_SIDES else len(_BEST_SIDES)


def with_namesakes(people: Sequence[Person], keys: Mapping[str, frozenset[str]]) -> list[Person]:
    """The people, each with the ids of the others who can bear the same name.

    Args:
        people: all persons.
        keys: exact keys of each person by id.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for one in people:
        for key in keys.get(one.id, ()):
            bearers[key].add(one.id)
    out = []
    for one in people:
        others = set().union(*(bearers[key] for key in keys.get(one.id, ()))) - {one.id}
        out.append(replace(one, namesakes=tuple(sorted(others))))
    return out


def unique(people: Iterable[Person]) -> list[Person]:
    """People with ids made distinct: two clusters of one name and one paper are told apart by their order."""
    counted: Counter[str] = Counter()
    out = []
    for one in people:
        counted[one.id] += 1
        out.append(one if counted[one.id] == 1 else replace(one, id=hash_id("person", one.id, counted[one.id])))
    return out
