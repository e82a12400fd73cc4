"""What people decided about who is who: two people of the case are one, or what passed for one is two.

A decision is a judgement like any other, kept with who and when, taken back with "none". Its subject names a person
and another one, a paper or a row: `person:ID=ID`, `person:ID=letters/7.txt`, `person:ID=recruits.csv#12`. "yes" makes
them one; "no" keeps them apart, which for a paper or row means that whoever stands there is somebody else. Ids change
when people are joined: what the ids meant on the day of the decision is kept beside it as anchors.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

import msgspec

from corrobora.errors import InputError
from corrobora.identity.bearers import Bearer
from corrobora.model.entities import Person
from corrobora.model.identifiers import hash_id

PREFIX = "person:"
KEPT = "who:"
"""Under this and its subject the anchors of a decision are kept."""

_MOST_NAMES = 16
_T = TypeVar("_T")


class Anchor(msgspec.Struct, frozen=True):
    """What a person was when somebody decided: forms of the name, where they stood, the rows.

    Attributes:
        forms: of the name; `papers`: paths; `rows`: record set and number.
    """

    forms: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    rows: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """A decision on two anchors."""

    one: Anchor
    other: Anchor
    same: bool


@dataclass(frozen=True, slots=True)
class Ties:
    """The decisions as places of bearers: those that are one, and for each the others that it must not be."""

    together: tuple[tuple[int, int], ...] = ()
    apart: Mapping[int, frozenset[int]] = field(default_factory=dict)


def anchors(people: Sequence[Person], one: str, other: str) -> tuple[str, tuple[Anchor, Anchor]]:
    """The subject of a decision, and what its two sides are now.

    Args:
        people: of the case.
        one: a person's id.
        other: another's id, the path of a paper in which the person stands, or DATASET#ROW.

    Raises:
        InputError: nobody and nothing of this case is meant, or nothing is left to keep apart.
    """
    known = {name: person for person in people for name in (person.id, *person.formerly)}
    person = known.get(one)
    if person is None:
        raise InputError("there is no such person", one, "corrobora findings --kind person --json lists the ids")
    mine = _anchor(person)
    if other in known:
        if known[other].id == person.id:
            raise InputError("these two are one person already", other, "name the paper or row that is somebody else's")
        first, second = sorted((one, other))
        return f"{PREFIX}{first}={second}", (_anchor(known[first]), _anchor(known[second]))
    dataset, _, number = other.rpartition("#")
    if number.isdigit() and (dataset, int(number)) in mine.rows:
        rest = Anchor(mine.forms, mine.papers, tuple(row for row in mine.rows if row != (dataset, int(number))))
        there = Anchor(rows=((dataset, int(number)),))
    elif other in mine.papers:
        rest = Anchor(mine.forms, tuple(paper for paper in mine.papers if paper != other), mine.rows)
        there = Anchor(mine.forms, (other,))
    else:
        raise InputError("this is no other person, and no paper or row in which the person stands", other)
    if not rest.papers and not rest.rows:
        raise InputError("the person stands nowhere else", other, "there is nothing to keep it apart from")
    return f"{PREFIX}{one}={other}", (rest, there)


def _anchor(person: Person) -> Anchor:
    forms = tuple(form.text for form in person.names[:_MOST_NAMES])
    return Anchor(forms, person.appearances, tuple((ref.dataset, ref.row) for ref in person.records))


def kept(sides: tuple[Anchor, Anchor]) -> str:
    """Anchors as they are kept with the case."""
    return msgspec.json.encode(sides).decode()


def pairs(standing: Mapping[str, str], anchored: Mapping[str, str]) -> list[Pair]:
    """The decisions about people among a case's judgements.

    Args:
        standing: subject -> verdict.
        anchored: subject -> its anchors, as `kept` wrote them.
    """
    found = []
    for subject in sorted(standing):
        if subject.startswith(PREFIX) and standing[subject] in ("yes", "no") and subject in anchored:
            one, other = msgspec.json.decode(anchored[subject], type=tuple[Anchor, Anchor])
            found.append(Pair(one, other, standing[subject] == "yes"))
    return found


def clash(standing: Mapping[str, str], subject: str, verdict: str) -> str | None:
    """The earlier decision that a new one contradicts: A is B and B is C, and A is not C.

    Example:
        >>> clash({"person:a=b": "yes", "person:a=c": "no"}, "person:b=c", "yes")
        'person:a=c'
    """
    told = {**standing, subject: verdict}
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    sides = {one: one.removeprefix(PREFIX).split("=", 1) for one in told if one.startswith(PREFIX)}
    for one, (left, right) in sides.items():
        if told[one] == "yes":
            parent[root(left)] = root(right)
    broken = [one for one, (left, right) in sides.items() if told[one] == "no" and root(left) == root(right)]
    if not broken:
        return None
    return next((one for one in broken if one != subject), None) or next(
        (one for one in sorted(sides) if told[one] == "yes" and one != subject), None
    )


def ties(decided: Iterable[Pair], bearers: Sequence[Bearer]) -> Ties:
    """The decisions that concern papers, as places of bearers."""
    together: list[tuple[int, int]] = []
    apart: dict[int, set[int]] = {}
    for pair in decided:
        left, right = (list(_of(anchor, bearers)) for anchor in (pair.one, pair.other))
        if pair.same and left and right:
            together += [(left[0], place) for place in (*left[1:], *right)]
        elif not pair.same:
            for a in left:
                for b in right:
                    if a != b:
                        apart.setdefault(a, set()).add(b)
                        apart.setdefault(b, set()).add(a)
    return Ties(tuple(together), {place: frozenset(others) for place, others in apart.items()})


def _of(anchor: Anchor, bearers: Sequence[Bearer]) -> Iterator[int]:
    papers, forms = set(anchor.papers), set(anchor.forms)
    for one in bearers:
        if one.paper in papers and forms & set(one.forms):
            yield one.index


def with_decided(people: Sequence[Person], decided: Iterable[Pair]) -> list[Person]:
    """The people after what was decided about rows of lists; papers are dealt with where bearers are joined.

    A row that is somebody else's makes a person of its own; of two people that are one, the one of the papers stays,
    else the first, with what both have.
    """
    found = {person.id: person for person in people}
    for pair in sorted(decided, key=lambda pair: pair.same):
        if pair.same:
            ends = [_at(found.values(), anchor) for anchor in (pair.one, pair.other)]
            if ends[0] and ends[1] and ends[0].id != ends[1].id:
                first, second = sorted((ends[0], ends[1]), key=lambda one: not one.appearances)
                found[first.id] = joined(first, second)
                del found[second.id]
        elif pair.other.rows and not pair.other.papers:
            holder = _at(found.values(), pair.other)
            rest = _at(found.values(), pair.one)
            if holder and rest and holder.id == rest.id:
                found |= {one.id: one for one in _without(holder, pair.other)}
    return list(found.values())


def _at(people: Iterable[Person], anchor: Anchor) -> Person | None:
    rows, papers, forms = set(anchor.rows), set(anchor.papers), set(anchor.forms)
    for one in people:
        if rows & {(ref.dataset, ref.row) for ref in one.records}:
            return one
        if papers & set(one.appearances) and forms & {form.text for form in one.names}:
            return one
    return None


def _without(person: Person, anchor: Anchor) -> tuple[Person, Person]:
    """The person without the rows, and who stands there."""
    theirs = tuple(ref for ref in person.records if (ref.dataset, ref.row) in set(anchor.rows))
    shown = {value for ref in theirs for name, value in ref.fields if name == "name"}
    forms = tuple(form for form in person.names if form.text in shown) or person.names
    other = replace(
        person,
        id=hash_id("person", person.id, *(f"{ref.dataset}#{ref.row}" for ref in theirs)),
        names=forms,
        spans=(),
        records=theirs,
        appearances=(),
        namesakes=(person.id,),
    )
    left = tuple(ref for ref in person.records if ref not in theirs)
    return replace(person, records=left, namesakes=(*person.namesakes, other.id)), other


def joined(one: Person, other: Person) -> Person:
    """One person out of two, with the first one's id; what both state stays, the first one's before the second's."""
    return replace(
        one,
        names=_both(one.names, other.names),
        spans=_both(one.spans, other.spans),
        birth_date=one.birth_date or other.birth_date,
        nationality=one.nationality or other.nationality,
        documents=_both(one.documents, other.documents),
        positions=_both(one.positions, other.positions),
        roles=_both(one.roles, other.roles),
        records=_both(one.records, other.records),
        appearances=_both(one.appearances, other.appearances),
        namesakes=tuple(name for name in _both(one.namesakes, other.namesakes) if name not in (one.id, other.id)),
        formerly=tuple(dict.fromkeys((*one.formerly, *other.formerly, other.id))),
    )


def _both(one: tuple[_T, ...], other: tuple[_T, ...]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys((*one, *other)))
