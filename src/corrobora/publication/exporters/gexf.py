"""The network as GEXF, for Gephi."""

from __future__ import annotations

import re
from pathlib import Path

import networkx

from corrobora.case import Case, Progress
from corrobora.model.tables import FINDINGS, ORGANIZATIONS, PERSONS, VISITS
from corrobora.publication.exporter import DEFAULT, Exporter, Options
from corrobora.publication.network import network

_MODIFIED = re.compile(r' lastmodifieddate="[^"]*"')


def export(case: Case, output: Path, progress: Progress, options: Options = DEFAULT) -> None:
    """Writes the network without the day of writing; the same bytes for the same case."""
    graph = network(case.read(FINDINGS), case.read(PERSONS), case.read(ORGANIZATIONS), case.read(VISITS))
    for at, (_, _, values) in enumerate(graph.edges(data=True)):
        values["id"] = str(at)
    text = "\n".join(networkx.generate_gexf(graph)) + "\n"
    output.write_text(_MODIFIED.sub("", text), encoding="utf-8")


EXPORTER = Exporter("gexf", "The network of people, organisations, visits and contracts (GEXF, Gephi)", export)
