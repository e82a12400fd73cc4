"""Charts of a case: counts by month or year, payments, presence, the network. Pure.

A chart is a drawing and the table it was drawn from; the two never part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

import networkx

from corrobora.model.dates import parse_day
from corrobora.model.entities import Organization, Person
from corrobora.model.findings import Finding, Grade
from corrobora.publication import svg
from corrobora.publication.network import network

_FIRM = (Grade.CONFIRMED, Grade.PROBABLE)
_MOST_LANES, _MOST_NODES, _FEWEST_DAYS = 45, 55, 2
_LOOPS = 90


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with its table.

    Attributes:
        name: of its files, without ending.
        note: what it shows and what it stands on.
        columns, rows: the table it was drawn from.
        in_print: worth a place in the PDF.
    """

    name: str
    title: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    svg: str
    in_print: bool = True


def charts(
    findings: Iterable[Finding], persons: Iterable[Person], organizations: Iterable[Organization] = ()
) -> list[Chart]:
    """Every chart that the findings carry."""
    told = [f for f in findings if f.grade is not Grade.CONTRADICTED and f.review != "no"]
    people = list(persons)
    names = {person.id: person.label for person in people}
    made = [*_presence(told, names), *_payments(told), *_network(told, people, organizations), *_series(told)]
    return [chart for chart in made if chart.rows]


def _series(findings: Sequence[Finding]) -> Iterator[Chart]:
    for finding in findings:
        counts = finding.body.get("counts")
        if finding.kind != "series" or not isinstance(counts, dict) or len(counts) < _FEWEST_DAYS:
            continue
        bars = [svg.Bar(str(label), float(count), f"{count:,}") for label, count in _whole(counts)]
        what = str(finding.body.get("what") or "count")
        bucket = "age" if finding.body.get("minimum") is not None else str(finding.body.get("bucket") or "month")
        total = finding.body.get("total")
        note = " ".join(filter(None, (finding.statement, f"Total {total:,}." if isinstance(total, int) else "")))
        rows = tuple((str(label), str(count)) for label, count in counts.items())
        title = f"{what[:1].upper()}{what[1:]}, by {bucket}"
        printed = len(counts) > 2 and sum(counts.values()) > 4
        yield Chart(finding.id, title, note, (bucket, "count"), rows, svg.columns(bars), printed)


def _whole(counts: dict[str, int]) -> list[tuple[str, int]]:
    """Ages between the youngest and the oldest that nobody has are columns of height 0."""
    if not all(str(label).isdigit() and int(label) < 150 for label in counts):
        return list(counts.items())
    ages = [int(label) for label in counts]
    return [(str(age), counts.get(str(age), 0)) for age in range(min(ages), max(ages) + 1)]


def _payments(findings: Sequence[Finding]) -> Iterator[Chart]:
    for finding in findings:
        listed = finding.body.get("payments") if finding.kind == "contract" else None
        dated = [(str(p["due"]), *_sum(p.get("amount")), str(p.get("share") or "")) for p in listed or () if _due(p)]
        dated = sorted(row for row in dated if row[1] > 0)
        if len(dated) < _FEWEST_DAYS:
            continue
        number = str(finding.body.get("number") or finding.body.get("codename") or "contract")
        bars = [svg.Bar(due, float(value), f"{value:,.0f} {currency}") for due, value, currency, _ in dated]
        rows = tuple((due, f"{value:f}", currency, share) for due, value, currency, share in dated)
        status = str(finding.body.get("status") or "")
        named = f"{'draft contract' if status == 'draft' else 'contract'} {number}"
        title = f"Payments of {named}, by the day they were due"
        columns = ("due", "amount", "currency", "share in per cent")
        yield Chart(f"payments-{finding.id}", title, finding.statement, columns, rows, svg.columns(bars, svg.GREEN))


def _due(payment: Any) -> bool:
    return isinstance(payment, dict) and parse_day(str(payment.get("due") or "")) is not None


def _sum(amount: Any) -> tuple[Decimal, str]:
    if not isinstance(amount, dict):
        return Decimal(0), ""
    try:
        return Decimal(str(amount.get("amount"))), str(amount.get("currency") or "")
    except InvalidOperation:
        return Decimal(0), ""


def _presence(findings: Sequence[Finding], names: dict[str, str]) -> Iterator[Chart]:
    """Who was where and when: visits and stays as bars, journeys as dots."""
    held: dict[str, list[svg.Stretch]] = {}
    rows: list[tuple[str, ...]] = []
    for finding in findings:
        spread = _SPREAD.get(finding.kind)
        if spread is None or finding.grade not in _FIRM:
            continue
        start, end, what, kind = spread(finding.body)
        if start is None or end is None or end < start:
            continue
        listed = finding.body.get("persons") or [finding.body.get("person")]
        for id_ in listed if isinstance(listed, list) else ():
            if id_ not in names:
                continue
            held.setdefault(id_, []).append(svg.Stretch(start, end, kind, f"{names[id_]}: {what}, {start} to {end}"))
            rows.append((names[id_], start.isoformat(), end.isoformat(), what, finding.grade.value, finding.id))
    # the busiest people are the story; the table has everybody
    busiest = sorted(held, key=lambda id_: (-len(held[id_]), names[id_], id_))[:_MOST_LANES]
    first = sorted(busiest, key=lambda id_: (min(s.start for s in held[id_]), names[id_], id_))
    lanes = [svg.Lane(names[id_], tuple(sorted(held[id_], key=lambda s: (s.start, s.end, s.kind)))) for id_ in first]
    note = "Bars are visits (brown) and stays (green), dots are journeys; confirmed or probable."
    if len(held) > len(busiest):
        note += f" Shown are {len(busiest)} of {len(held)} people, those with most entries."
    legend = (("visit", "visit"), ("organization", "stay"), ("person", "journey"))
    columns = ("person", "from", "to", "what", "grade", "finding")
    drawn = svg.lanes(lanes, legend=legend)
    yield Chart("presence", "Who was there, and when", note, columns, tuple(sorted(rows)), drawn)


_Spread = tuple[date | None, date | None, str, str]


def _day(value: Any) -> date | None:
    return parse_day(value) if isinstance(value, str) else None


def _visit(body: dict[str, Any]) -> _Spread:
    return _day(body.get("from")), _day(body.get("to")), f"visit {body.get('place') or ''}".strip(), "visit"


def _stay(body: dict[str, Any]) -> _Spread:
    return _day(body.get("from")), _day(body.get("to")), "stay", "organization"


def _travel(body: dict[str, Any]) -> _Spread:
    way = "-".join(str(body[end]) for end in ("from", "to") if body.get(end))
    day = _day(body.get("date"))
    return day, day, " ".join(filter(None, ("journey", str(body.get("flight") or ""), way))), "person"


_SPREAD: dict[str, Callable[[dict[str, Any]], _Spread]] = {"visit": _visit, "stay": _stay, "travel": _travel}


def _network(
    findings: Sequence[Finding], persons: Sequence[Person], organizations: Iterable[Organization]
) -> Iterator[Chart]:
    """The best connected part of the network of what is asserted."""
    graph = network([f for f in findings if f.grade in _FIRM], persons, organizations, ())
    if graph.number_of_nodes() < 3:
        return
    rows = tuple(
        sorted((graph.nodes[a]["label"], d["label"], graph.nodes[b]["label"], d["date"], d["grade"], d["finding"])
               for a, b, d in graph.edges(data=True))
    )  # fmt: skip
    flat = networkx.Graph(sorted({tuple(sorted((a, b))) for a, b in graph.edges() if a != b}))
    for part in [part for part in networkx.connected_components(flat) if len(part) < 3]:
        flat.remove_nodes_from(sorted(part))
    kept = sorted(flat, key=lambda node: (-flat.degree(node), str(node)))[:_MOST_NODES]
    shown = networkx.Graph()
    shown.add_nodes_from(kept)
    shown.add_edges_from(edge for edge in sorted(flat.edges()) if set(edge) <= set(kept))
    # two nodes and a line say no more than the sentence does
    small = [part for part in networkx.connected_components(shown) if len(part) < 3]
    shown.remove_nodes_from(sorted(node for part in small for node in part))
    if not shown:
        return
    spots = _layout(shown)
    most = max(dict(shown.degree()).values())
    order = list(shown)
    nodes = [
        svg.Node(graph.nodes[n]["label"], graph.nodes[n]["kind"], *spots[n], shown.degree(n) / most) for n in order
    ]
    at = {node: place for place, node in enumerate(order)}
    note = "Confirmed and probable findings only. "
    note += f"{len(order)} of {graph.number_of_nodes()} nodes, the best connected." if len(order) < len(flat) else ""
    kinds = {"person": "person", "organization": "organisation", "visit": "visit", "contract": "contract",
             "aircraft": "aircraft", "authority": "authority"}  # fmt: skip
    legend = [(k, v) for k, v in kinds.items() if any(n.kind == k for n in nodes)]
    drawn = svg.net(nodes, [(at[a], at[b]) for a, b in shown.edges()], legend=legend)
    columns = ("from", "what", "to", "date", "grade", "finding")
    yield Chart("network", "Who is tied to whom", note.strip(), columns, rows, drawn)


def _layout(graph: networkx.Graph) -> dict[Any, tuple[float, float]]:
    """Places within 0 to 1, the same each time; connected parts side by side in proportion to their size."""
    parts = sorted(networkx.connected_components(graph), key=lambda part: (-len(part), min(map(str, part))))
    spots: dict[Any, tuple[float, float]] = {}
    left, whole = 0.0, sum(len(part) ** 0.7 for part in parts)
    for part in parts:
        wide = len(part) ** 0.7 / whole
        inner = networkx.Graph()
        inner.add_nodes_from(sorted(part, key=str))
        inner.add_edges_from(sorted(graph.subgraph(part).edges()))
        placed = networkx.spring_layout(inner, seed=8, iterations=_LOOPS, k=1.6 / max(1, len(part)) ** 0.5)
        xs, ys = [p[0] for p in placed.values()], [p[1] for p in placed.values()]
        for node, (x, y) in placed.items():
            across = (x - min(xs)) / (max(xs) - min(xs) or 1)
            down = (y - min(ys)) / (max(ys) - min(ys) or 1)
            spots[node] = (left + wide * (0.06 + 0.8 * across), down)
        left += wide
    return spots
