"""The network as GraphML, for yEd, Gephi, Cytoscape, igraph."""

from __future__ import annotations

from pathlib import Path

import networkx

from corrobora.case import Case, Progress
from corrobora.model.tables import FINDINGS, ORGANIZATIONS, PERSONS, VISITS
from corrobora.publication.exporter import DEFAULT, Exporter, Options
from corrobora.publication.network import network


def export(case: Case, output: Path, progress: Progress, options: Options = DEFAULT) -> None:
    """Writes the network; the same bytes for the same case."""
    graph = network(case.read(FINDINGS), case.read(PERSONS), case.read(ORGANIZATIONS), case.read(VISITS))
    output.write_text("\n".join(networkx.generate_graphml(graph)) + "\n", encoding="utf-8")


EXPORTER = Exporter("graphml", "The network of people, organisations, visits and contracts (GraphML)", export)
