"""The network of people, organisations, visits and contracts, each link with the findings it stands on. Pure."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from corrobora.analysis.grading import ORDER, strongest
from corrobora.analysis.parties import org_key
from corrobora.model.findings import Finding, Grade


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody or something of the case: `kind` is person, organization, visit, contract or aircraft."""

    id: str
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A link between two nodes (no direction), with the ids of the findings it stands on and the best grade of them."""

    ends: tuple[str, str]
    what: tuple[str, ...]
    findings: tuple[str, ...]
    grade: Grade


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes by id and edges by their two ends in order."""

    nodes: Mapping[str, Node] = field(default_factory=dict)
    edges: Mapping[tuple[str, str], Edge] = field(default_factory=dict)


def graph_of(findings: Iterable[Finding]) -> Graph:
    """The network that these findings make; contradicted findings and those a person refused make no link."""
    known = sorted(findings, key=lambda finding: finding.id)
    people = {f.id: str(f.body.get("label")) for f in known if f.kind == "person"}
    nodes: dict[str, Node] = {}
    held: dict[tuple[str, str], list[tuple[str, Finding]]] = {}
    for finding in known:
        if finding.grade is Grade.CONTRADICTED or finding.review == "no":
            continue
        for one, other in _links(finding, people):
            nodes.setdefault(one.id, one)
            nodes.setdefault(other.id, other)
            if one.id != other.id:
                ends = (min(one.id, other.id), max(one.id, other.id))
                held.setdefault(ends, []).append((finding.kind, finding))
    edges = {ends: _edge(ends, found) for ends, found in sorted(held.items())}
    return Graph(dict(sorted(nodes.items())), edges)


def shortest_path(graph: Graph, start: str, end: str, weakest: Grade = Grade.UNVERIFIED) -> tuple[Edge, ...] | None:
    """The fewest links between two nodes, none weaker than a grade; () for a node and itself, None where there is none.

    Of equally short paths the first in order of ids is taken, so that two runs agree.
    """
    if start not in graph.nodes or end not in graph.nodes:
        return None
    beside: dict[str, list[str]] = {}
    for one, other in (ends for ends, edge in graph.edges.items() if ORDER[edge.grade] >= ORDER[weakest]):
        beside.setdefault(one, []).append(other)
        beside.setdefault(other, []).append(one)
    came: dict[str, str | None] = {start: None}
    queue = deque([start])
    while queue and end not in came:
        here = queue.popleft()
        for there in sorted(beside.get(here, ())):
            if there not in came:
                came[there] = here
                queue.append(there)
    if end not in came:
        return None
    steps, place = [end], came[end]
    while place is not None:
        steps.append(place)
        place = came[place]
    return tuple(graph.edges[min(pair), max(pair)] for pair in pairwise(reversed(steps)))


def strongest_path(graph: Graph, start: str, end: str) -> tuple[Edge, ...] | None:
    """The path whose weakest link is as strong as can be, and of those the shortest; None where there is none."""
    for grade in sorted(Grade, key=lambda known: -ORDER[known]):
        path = shortest_path(graph, start, end, grade)
        if path is not None:
            return path
    return None


def organization_id(name: str) -> str:
    """The id of an organisation's node: one for all ways to write its legal form and quotation marks."""
    return f"organization {org_key(name) or name.casefold()}"


def _edge(ends: tuple[str, str], found: list[tuple[str, Finding]]) -> Edge:
    what = tuple(sorted({kind for kind, _ in found}))
    return Edge(ends, what, tuple(f.id for _, f in found), strongest(f.grade for _, f in found))


def _links(finding: Finding, people: Mapping[str, str]) -> Iterator[tuple[Node, Node]]:
    body = finding.body
    persons = [_person(str(key), people) for key in _listed(body, "persons") + _listed(body, "person")]
    if finding.kind == "visit":
        centre = Node(finding.id, f"visit to {body.get('place') or 'an unnamed place'}, {body.get('from')}", "visit")
        hosts = [_person(str(key), people) for key in _listed(body, "hosts")]
        yield from ((other, centre) for other in (*persons, *hosts))
    elif finding.kind == "co_travel" and len(persons) == 2:
        yield persons[0], persons[1]
    elif finding.kind == "role":
        yield from ((person, _named(name)) for person in persons for name in _listed(body, "organization"))
    elif finding.kind == "contract":
        name = str(body.get("number") or body.get("codename") or finding.id)
        centre = Node(f"contract {name.casefold()}", f"contract {name}", "contract")
        yield from ((_named(party), centre) for party in _listed(body, "parties"))
    elif finding.kind == "supply":
        names = _listed(body, "supplier") + _listed(body, "intermediaries") + _listed(body, "receiver")
        yield from pairwise(map(_named, names))
    elif finding.kind == "ownership":
        for place, step in enumerate(_listed(body, "path")):
            # the top of the chain is told by id where it is a person of the case, whatever the register's script
            top = str(body.get("owner")) if place == 0 else ""
            yield _person(top, people) if top in people else _owner(str(step["owner"]), people), _named(step["asset"])
    elif finding.kind == "aircraft" and body.get("owner"):
        craft = Node(f"aircraft {body.get('registration')}", str(body.get("registration")), "aircraft")
        yield craft, _named(body["owner"])


def _listed(body: Mapping[str, Any], name: str) -> list[Any]:
    value = body.get(name)
    if value is None or value == "":
        return []
    return [held for held in value if held] if isinstance(value, list | tuple) else [value]


def _person(key: str, people: Mapping[str, str]) -> Node:
    return Node(key, people.get(key, key), "person")


def _named(name: object) -> Node:
    return Node(organization_id(str(name)), str(name), "organization")


def _owner(name: str, people: Mapping[str, str]) -> Node:
    """The person of the case who is called so, where there is just one; else a node of that name."""
    called = [key for key, label in people.items() if label.casefold() == name.casefold()]
    return _person(called[0], people) if len(called) == 1 else _named(name)
