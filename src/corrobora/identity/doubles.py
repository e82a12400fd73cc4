"""People of one name held to be several: the pairs that wait for a decision, those first that most findings hang on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corrobora.identity.decided import PREFIX
from corrobora.model.entities import Person


@dataclass(frozen=True, slots=True)
class Double:
    """Two people who may be one.

    Attributes:
        one, other: their ids; the decision is kept under `person:ONE=OTHER`.
        speaks_for, speaks_against: what they share, and where they differ, in words.
        settles: findings in which either stands.
    """

    one: str
    other: str
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]
    settles: int


def doubles(people: Sequence[Person], standing: Mapping[str, str], named: Iterable[str] = ()) -> list[Double]:
    """The undecided pairs of namesakes.

    Args:
        people: of the case.
        standing: subject -> verdict; what is judged drops out.
        named: the people whom findings name, once for each finding.
    """
    by_id = {one.id: one for one in people}
    counted: dict[str, int] = {}
    for name in named:
        counted[name] = counted.get(name, 0) + 1
    found = []
    for one in people:
        for name in one.namesakes:
            other = by_id.get(name)
            if other is not None and one.id < name and f"{PREFIX}{one.id}={name}" not in standing:
                settles = counted.get(one.id, 0) + counted.get(name, 0)
                found.append(Double(one.id, name, *_reasons(one, other), settles))
    return sorted(found, key=lambda pair: (len(pair.speaks_against), -pair.settles, pair.one, pair.other))


def _reasons(one: Person, other: Person) -> tuple[tuple[str, ...], tuple[str, ...]]:
    sides = (
        ("name", {form.text for form in one.names}, {form.text for form in other.names}, False),
        ("birth date", _set(one.birth_date), _set(other.birth_date), True),
        ("document", set(one.documents), set(other.documents), True),
        ("nationality", _set(one.nationality), _set(other.nationality), True),
        ("organisation", _of_posts(one), _of_posts(other), False),
        ("paper", set(one.appearances), set(other.appearances), False),
    )
    shared = [f"same {what}: {', '.join(sorted(a & b)[:3])}" for what, a, b, _ in sides if a & b]
    unlike = [
        f"another {what}: {min(a)} and {min(b)}" for what, a, b, tells in sides if tells and a and b and not a & b
    ]
    return tuple(shared), tuple(unlike)


def _set(value: str | None) -> set[str]:
    return {value} if value else set()


def _of_posts(person: Person) -> set[str]:
    return {post.organization for post in person.positions if post.organization}
