"""What people decided about matches, and what follows for the rivals: one row is one person, who has one seat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from corrobora.corroboration.scoring import Hits
from corrobora.model.identifiers import hash_id
from corrobora.model.match import Match

Bools = npt.NDArray[np.bool_]

AHEAD = 100.0
"""Bits that a person's yes is worth; a no leaves nothing."""

Place = tuple[str, int]
"""A row: record set and number."""


@dataclass(frozen=True, slots=True)
class Said:
    """The decisions that stand on matches.

    Attributes:
        yes: row -> the person it was judged to be; `no`: (person, row) judged to be somebody else.
    """

    yes: Mapping[Place, str] = field(default_factory=dict)
    no: frozenset[tuple[str, Place]] = frozenset()

    def denies(self, person: str, place: Place) -> bool:
        """Whether the row cannot be this person's any more: judged not theirs, or judged another's."""
        return (person, place) in self.no or self.yes.get(place, person) != person


def match_id(person: str, visit: str | None, place: Place) -> str:
    """The id of the finding that says the row is the person's."""
    return hash_id("match", person, visit, place[0], place[1])


def said(
    hits: Hits,
    persons: Sequence[str],
    visits: Sequence[Sequence[str]],
    dataset: str,
    verdicts: Mapping[str, str],
    *,
    formerly: Mapping[str, Sequence[str]] | None = None,
) -> Said:
    """The decisions on rows of one set; a row judged for one visit is judged for all.

    Args:
        hits: the candidate rows.
        persons: id of each owner.
        visits: ids of the visits that each owner takes part in.
        dataset: the set.
        verdicts: finding id -> verdict.
        formerly: person -> ids under which the person was judged before being joined with others.
    """
    former = formerly or {}
    yes: dict[Place, str] = {}
    no: set[tuple[str, Place]] = set()
    pairs = zip(hits.owner.tolist(), hits.row.tolist(), strict=True) if verdicts else ()
    for owner, row in sorted(set(pairs)):
        place = (dataset, row)
        called = (persons[owner], *former.get(persons[owner], ()))
        found = {verdicts.get(match_id(name, visit, place)) for visit in (None, *visits[owner]) for name in called}
        if "yes" in found:
            yes[place] = persons[owner]
        elif "no" in found:
            no.add((persons[owner], place))
    return Said(yes, frozenset(no))


def swayed(hits: Hits, persons: Sequence[str], dataset: str, decided: Said) -> npt.NDArray[np.float64]:
    """Bits that the decisions add to every candidate row, before the rivals share the probability out."""
    bits = np.zeros(hits.size())
    rows = [row for name, row in decided.yes if name == dataset]
    rows += [row for _, (name, row) in decided.no if name == dataset]
    for at in np.flatnonzero(np.isin(hits.row, np.array(rows, dtype=np.int64))).tolist():
        person, place = persons[int(hits.owner[at])], (dataset, int(hits.row[at]))
        if decided.denies(person, place):
            bits[at] = -np.inf
        elif decided.yes.get(place) == person:
            bits[at] = AHEAD
    return bits


def judged(matches: Sequence[Match], decided: Said) -> list[Match]:
    """The matches with what the decisions make of them.

    A yes makes a match probable, whatever rivals it had. A row judged another's is contradicted for everybody else, and
    so is another row for the same leg of the same visit in the same set: nobody has two seats. A row that holds the
    person's own birth date or document is theirs all the same (two tickets of one journey).
    """
    seats = {
        (one.person, one.visit, one.leg, one.record.dataset)
        for one in matches
        if decided.yes.get((one.record.dataset, one.record.row)) == one.person and one.leg in ("in", "out")
    }
    return [_judged(one, decided, seats) for one in matches]


def _judged(one: Match, decided: Said, seats: set[tuple[str, str | None, str, str]]) -> Match:
    place = (one.record.dataset, one.record.row)
    if decided.denies(one.person, place):
        return replace(one, grade="contradicted", posterior=0.0)
    if decided.yes.get(place) == one.person:
        if one.grade == "contradicted":
            return replace(one, grade="possible", posterior=max(one.posterior, 0.99))
        grade = one.grade if one.grade == "confirmed" else "probable"
        return replace(one, grade=grade, posterior=max(one.posterior, 0.99))
    seat = (one.person, one.visit, one.leg, one.record.dataset)
    if seat in seats and not {"birth_date", "document"} & set(one.agrees):
        return replace(one, grade="contradicted", posterior=0.0)
    return one
