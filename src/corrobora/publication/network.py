"""The network of a case: people, organisations, visits, contracts, aircraft as nodes, findings as edges. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import networkx

from corrobora.model.entities import Organization, Person, Visit
from corrobora.model.findings import Finding

_ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class _Net:
    graph: networkx.MultiDiGraph = field(default_factory=networkx.MultiDiGraph)
    organizations: dict[str, str] = field(default_factory=dict)

    def node(self, key: str, kind: str, label: str) -> str:
        if key not in self.graph:
            self.graph.add_node(key, kind=kind, label=xml(label))
        return key

    def party(self, name: str) -> str:
        """The node of an organisation or person by a name that a finding gives."""
        if name in self.graph:
            return name
        return self.organizations.get(name.casefold()) or self.node(f"name:{xml(name)}", "organization", name)

    def edge(self, source: str, target: str, what: str, finding: Finding, date: object = None) -> None:
        day = date if isinstance(date, str) else ""
        told = xml(finding.statement)
        key = f"{finding.id}:{what}:{self.graph.number_of_edges(source, target)}"
        self.graph.add_edge(
            source, target, key=key, label=what, finding=finding.id, grade=finding.grade.value, date=day, statement=told
        )


def network(
    findings: Iterable[Finding],
    persons: Iterable[Person],
    organizations: Iterable[Organization],
    visits: Iterable[Visit],
) -> networkx.MultiDiGraph:
    """The network; contradicted findings and those that a person refused are no edges."""
    net = _Net()
    for person in persons:
        net.node(person.id, "person", person.label)
    for organization in organizations:
        net.node(organization.id, "organization", organization.label)
        net.organizations |= {name.casefold(): organization.id for name in (*organization.names, organization.label)}
    for visit in visits:
        net.node(visit.id, "visit", f"{', '.join(visit.places) or 'visit'} {visit.start}")
    for finding in findings:
        draw = _EDGES.get(finding.kind)
        if draw is not None and finding.grade.value != "contradicted" and finding.review != "no":
            draw(net, finding)
    net.graph.remove_nodes_from(sorted(networkx.isolates(net.graph)))
    return net.graph


def _visit(net: _Net, f: Finding) -> None:
    here = net.node(f.id, "visit", f"{f.body.get('place') or 'visit'} {f.body.get('from') or ''}")
    for key, what in (("persons", "guest of"), ("hosts", "host of"), ("organizations", "takes part in")):
        for one in f.body.get(key) or ():
            net.edge(net.party(str(one)), here, what, f, f.body.get("from"))


def _contract(net: _Net, f: Finding) -> None:
    here = net.node(f.id, "contract", str(f.body.get("number") or f.body.get("codename") or "contract"))
    for party in f.body.get("parties") or ():
        net.edge(net.party(str(party)), here, "party to", f, f.body.get("signed"))


def _supply(net: _Net, f: Finding) -> None:
    stops = [f.body.get("supplier"), *(f.body.get("intermediaries") or ()), f.body.get("receiver")]
    named = [net.party(str(stop)) for stop in stops if stop]
    for one, other in zip(named, named[1:], strict=False):
        net.edge(one, other, "supplied", f, f.body.get("date"))


def _ownership(net: _Net, f: Finding) -> None:
    owner, asset = f.body.get("owner"), f.body.get("asset")
    if owner and asset:
        known = str(owner) if str(owner) in net.graph else str(f.body.get("owner_name") or owner)
        net.edge(
            net.party(known), net.party(str(asset)), f"owns {f.body.get('share') or '?'} %", f, f.body.get("since")
        )


def _co_travel(net: _Net, f: Finding) -> None:
    pair = [str(p) for p in f.body.get("persons") or ()]
    if len(pair) == 2:
        net.edge(net.party(pair[0]), net.party(pair[1]), "travelled with", f)


def _role(net: _Net, f: Finding) -> None:
    if f.body.get("person") and f.body.get("organization"):
        what = str(f.body.get("title") or "post")
        net.edge(net.party(str(f.body["person"])), net.party(str(f.body["organization"])), what, f, f.body.get("from"))


def _sanction(net: _Net, f: Finding) -> None:
    if f.body.get("target") and f.body.get("authority"):
        target = str(f.body["target"])
        shown = target if target in net.graph else str(f.body.get("target_label") or target)
        here = net.node(f"authority:{xml(str(f.body['authority']))}", "authority", str(f.body["authority"]))
        net.edge(here, net.party(shown), "listed", f, f.body.get("since"))


def _aircraft(net: _Net, f: Finding) -> None:
    mark = str(f.body.get("registration") or "")
    if mark and f.body.get("owner"):
        here = net.node(f"aircraft:{xml(mark)}", "aircraft", mark)
        net.edge(net.party(str(f.body["owner"])), here, "owns", f, f.body.get("seen"))


_EDGES: dict[str, Callable[[_Net, Finding], None]] = {
    "visit": _visit,
    "contract": _contract,
    "supply": _supply,
    "ownership": _ownership,
    "co_travel": _co_travel,
    "role": _role,
    "sanction": _sanction,
    "aircraft": _aircraft,
}


def xml(untrusted: str) -> str:
    """The text without characters that XML cannot hold."""
    return _ILLEGAL.sub("", untrusted)
