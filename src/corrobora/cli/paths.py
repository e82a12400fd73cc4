"""`path` and `timeline`: how two of the case hang together, and what happened when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from corrobora.case import Case
from corrobora.cli.options import HERE, CaseDir, Json
from corrobora.cli.show import GRADE_STYLE, as_json, say
from corrobora.errors import InputError
from corrobora.model.findings import Finding
from corrobora.model.tables import FINDINGS

if TYPE_CHECKING:
    from corrobora.analysis.graph import Edge, Graph
    from corrobora.publication.timeline import Event


def register(app: typer.Typer) -> None:
    """Adds these commands to the program."""
    app.command()(path)
    app.command()(timeline)


def path(
    start: Annotated[str, typer.Argument(metavar="A", help="Person, organisation, contract, aircraft: name or id.")],
    end: Annotated[str, typer.Argument(metavar="B", help="The other one.")],
    json: Json = False,
    case: CaseDir = HERE,
) -> None:
    """How two of the case hang together: the path of fewest links, and the one whose weakest link is strongest."""
    from corrobora.analysis.graph import graph_of, shortest_path, strongest_path

    found = _findings(case)
    graph = graph_of(found)
    ends = (_node(graph, found, start), _node(graph, found, end))
    shown = {"shortest": shortest_path(graph, *ends), "strongest": strongest_path(graph, *ends)}
    if json:
        told = {name: None if way is None else _links(graph, way, ends[0]) for name, way in shown.items()}
        as_json({"from": _node_json(graph, ends[0]), "to": _node_json(graph, ends[1]), **told})
        return
    known = {finding.id: finding for finding in found}
    for name, way in shown.items():
        if way is None:
            say(f"no finding joins {graph.nodes[ends[0]].label} and {graph.nodes[ends[1]].label}")
            return
        if name == "strongest" and way == shown["shortest"]:
            say("no other path is stronger")
            return
        say(f"{name}: {len(way)} links", "bold")
        for link in _links(graph, way, ends[0]):
            say(f"  {link['from']['label']} - {link['to']['label']}  ({', '.join(link['what'])})", "cyan")
            best = next((known[key] for key in link["findings"] if known[key].grade.value == link["grade"]), None)
            say(f"    {link['grade']:13}{best.statement if best is not None else ''}", GRADE_STYLE[link["grade"]])


def timeline(
    person: Annotated[str | None, typer.Option("--person", help="Only of this person: id or name.")] = None,
    organization: Annotated[str | None, typer.Option("--organization", help="Only of this organisation.")] = None,
    contract: Annotated[str | None, typer.Option("--contract", help="Only of this contract, by its number.")] = None,
    json: Json = False,
    case: CaseDir = HERE,
) -> None:
    """Every dated finding in order; of one person, organisation or contract where one is named."""
    from corrobora.publication import timeline as times

    found = _findings(case)
    known = times.events(found)
    if person is not None:
        known = times.of_person(known, _person(found, person))
    if organization is not None:
        known = times.of_organization(known, organization)
    if contract is not None:
        known = times.of_contract(known, contract)
    if json:
        as_json({"events": [_event_json(event) for event in known]})
        return
    for event in known:
        until = f" to {event.until}" if event.until else ""
        grade = event.finding.grade.value
        say(f"{event.date}{until}  {event.what:20}{grade:13}{event.finding.statement}", GRADE_STYLE[grade])
    say(f"{len(known)} dated events")


def _findings(root: Any) -> list[Finding]:
    with Case.open(root) as opened:
        verdicts = opened.judgements()
        return [replace(f, review=verdicts.get(f.id, "none")) for f in opened.read(FINDINGS)]


def _node(graph: Graph, found: Iterable[Finding], name: str) -> str:
    """The node that is meant: by id, label, name of a person in any script, organisation's key or contract's number.

    Raises:
        InputError: where nothing of the network is called so, or several are.
    """
    from corrobora.analysis.graph import organization_id

    if name in graph.nodes:
        return name
    plain = name.casefold().strip()
    called = {key for key, node in graph.nodes.items() if node.label.casefold() == plain}
    called |= {key for key in _people(found, name) if key in graph.nodes}
    others = (organization_id(name), f"contract {plain}", f"aircraft {name.strip()}")
    called |= {key for key in others if key in graph.nodes}
    if len(called) == 1:
        return called.pop()
    if called:
        raise InputError(f"several of the case are called so: {', '.join(sorted(called))}", name, "name one by its id")
    raise InputError("no link of this case has that end", name, "corrobora findings --kind person --json lists the ids")


def _people(found: Iterable[Finding], name: str) -> set[str]:
    plain = " ".join(name.casefold().replace(",", " ").split())
    people = {finding.id: finding.body for finding in found if finding.kind == "person"}
    forms = {
        key: [body.get("label"), *(form.get("text") for form in body.get("names") or [])]
        for key, body in people.items()
    }
    return {
        key for key, texts in forms.items()
        if any(" ".join(str(text).casefold().replace(",", " ").split()) == plain for text in texts if text)
    }  # fmt: skip


def _person(found: list[Finding], name: str) -> str:
    if any(finding.id == name for finding in found):
        return name
    called = _people(found, name)
    if len(called) == 1:
        return called.pop()
    if called:
        raise InputError(f"several people are called so: {', '.join(sorted(called))}", name, "name one by its id")
    raise InputError("nobody of the case is called so", name, "corrobora findings --kind person --json lists the ids")


def _links(graph: Graph, way: Iterable[Edge], start: str) -> list[dict[str, Any]]:
    links, here = [], start
    for edge in way:
        there = edge.ends[1] if edge.ends[0] == here else edge.ends[0]
        links.append({
            "from": _node_json(graph, here), "to": _node_json(graph, there), "what": list(edge.what),
            "grade": edge.grade.value, "findings": list(edge.findings),
        })  # fmt: skip
        here = there
    return links


def _node_json(graph: Graph, key: str) -> dict[str, str]:
    node = graph.nodes[key]
    return {"id": node.id, "label": node.label, "kind": node.kind}


def _event_json(event: Event) -> dict[str, Any]:
    finding = event.finding
    return {
        "date": event.date, "until": event.until or None, "what": event.what, "finding": finding.id,
        "kind": finding.kind, "grade": finding.grade.value, "statement": finding.statement,
    }  # fmt: skip
