"""One file for each exporter; registered in `REGISTRY`."""

from __future__ import annotations

from corrobora.publication.exporters import (
    anchors,
    bagit,
    charts,
    docx,
    ftm,
    gexf,
    graphml,
    html,
    pdf,
    spreadsheet,
    workbook,
)
from corrobora.registry import Registry

REGISTRY = Registry(
    "export format",
    html.EXPORTER,
    pdf.EXPORTER,
    docx.EXPORTER,
    spreadsheet.EXPORTER,
    workbook.EXPORTER,
    ftm.EXPORTER,
    gexf.EXPORTER,
    graphml.EXPORTER,
    bagit.EXPORTER,
    charts.EXPORTER,
    anchors.EXPORTER,
)
