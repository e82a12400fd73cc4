"""Decisions in nomenklatura's resolver form: one JSON list on each line, target, source, judgement, score, user, time.

A match is an edge between a person and a row, a joined or parted pair one between two people; `row_id` names rows.
Lines written as objects with these names are read as well. What cannot be an edge of this case (people or rows it does
not know) is left to the caller.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from corrobora.errors import InputError
from corrobora.model.identifiers import hash_id
from corrobora.model.judgement import Judgement
from corrobora.model.match import Match

_WORDS = {"yes": "positive", "no": "negative", "unsure": "unsure", "none": "no_judgement"}
_VERDICTS = {word: verdict for verdict, word in _WORDS.items()}
# a decision on two people, as identity resolution keeps it; those on a paper or row have no second id
_PEOPLE = re.compile(r"person:(person-[0-9a-f]+)=(person-[0-9a-f]+)")
_FIELDS = ("target", "source", "judgement", "score", "user", "timestamp")


@dataclass(frozen=True, slots=True)
class Edge:
    """A decision about two ids; `target` is the greater of the two, as nomenklatura orders plain ids."""

    target: str
    source: str
    verdict: str
    score: float | None = None
    user: str | None = None
    timestamp: str | None = None

    def line(self) -> str:
        """The edge as a line of a resolver file."""
        told = (self.target, self.source, _WORDS[self.verdict], self.score, self.user, self.timestamp)
        return json.dumps(told, ensure_ascii=False)


def row_id(dataset: str, row: int) -> str:
    """The id under which a row stands in an edge."""
    return hash_id("row", dataset, row)


def edges(matches: Sequence[Match], log: Sequence[Judgement]) -> Iterator[Edge]:
    """The standing decisions on matches and on people who are one, oldest first.

    Args:
        matches: of the case.
        log: every decision, in order.
    """
    known = _by_finding(matches)
    standing = {one.subject: one for one in log}
    for one in sorted(standing.values(), key=lambda judgement: judgement.at_utc):
        match = known.get(one.subject)
        ends = _PEOPLE.fullmatch(one.subject)
        if ends is not None and one.verdict in _WORDS and one.verdict != "none":
            yield Edge(ends[2], ends[1], one.verdict, None, one.actor, one.at_utc)
        if match is not None and one.verdict != "none":
            pair = sorted((match.person, row_id(match.record.dataset, match.record.row)))
            yield Edge(pair[1], pair[0], one.verdict, round(match.posterior, 4), one.actor, one.at_utc)


def read(lines: Iterable[str]) -> Iterator[Edge]:
    """The edges of a resolver file, those without a decision left out.

    Raises:
        InputError: a line is no edge.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                edge = _edge(json.loads(line))
            except (ValueError, KeyError, TypeError, IndexError) as exc:
                raise InputError(
                    f"line {number} is no edge: {exc}", remedy='one JSON list each: ["id", "id", "positive", ...]'
                ) from exc
            if edge.verdict != "none":
                yield edge


def _edge(told: Any) -> Edge:
    values: list[Any] = [told.get(name) for name in _FIELDS] if isinstance(told, Mapping) else [*told, None, None, None]
    target, source, judgement, score, user, timestamp = values[:6]
    score = float(score) if score is not None else None
    return Edge(str(target), str(source), _VERDICTS[judgement], score, user, timestamp)


def spread(found: Iterable[Edge], known: Callable[[str], bool]) -> list[Edge]:
    """The edges as decisions between ids of this case.

    nomenklatura ties two ids that are one to a third of its own (`NK-...`), and says of that third whom it is not. What
    is tied together, through whatever ids, is one; what is said of one of them is said of all.

    Args:
        found: the edges, oldest first.
        known: whether an id is one of this case.
    """
    told = list(found)
    tied: dict[str, set[str]] = {}
    for edge in told:
        if edge.verdict == "yes":
            group = tied.get(edge.target, {edge.target}) | tied.get(edge.source, {edge.source})
            tied |= dict.fromkeys(group, group)
    decided: dict[frozenset[str], Edge] = {}
    for edge in told:
        if edge.verdict == "yes" and not (known(edge.target) and known(edge.source)):
            ours = sorted(name for name in tied[edge.target] if known(name))
            pairs = [(a, b) for place, a in enumerate(ours) for b in ours[place + 1 :]]
        else:
            sides = [[end] if known(end) else sorted(filter(known, tied.get(end, ()))) for end in _ends(edge)]
            pairs = [(a, b) for a in sides[0] for b in sides[1] if a != b]
        for pair in pairs or [_ends(edge)]:
            source, target = sorted(pair)
            decided[frozenset(pair)] = replace(edge, target=target, source=source)
    return list(decided.values())


def _ends(edge: Edge) -> tuple[str, str]:
    return edge.target, edge.source


def findings_of(matches: Sequence[Match], found: Iterable[Edge]) -> tuple[list[tuple[str, Edge]], list[Edge]]:
    """The finding that each edge decides, and the edges that decide none on a match of this case."""
    known: dict[frozenset[str], str] = {}
    for finding, match in _by_finding(matches).items():
        ends = (match.person, row_id(match.record.dataset, match.record.row))
        known.setdefault(frozenset(ends), finding)
    decided: list[tuple[str, Edge]] = []
    others: list[Edge] = []
    for edge in found:
        finding_id = known.get(frozenset((edge.target, edge.source)))
        if finding_id is None:
            others.append(edge)
        else:
            decided.append((finding_id, edge))
    return decided, others


def _by_finding(matches: Sequence[Match]) -> dict[str, Match]:
    return {hash_id("match", one.person, one.visit, one.record.dataset, one.record.row): one for one in matches}
