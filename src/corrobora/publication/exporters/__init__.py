"""One file for each exporter; registered in `REGISTRY`."""

from __future__ import annotations

from corrobora.publication.exporters import html, spreadsheet
from corrobora.registry import Registry

REGISTRY = Registry("export format", html.EXPORTER, spreadsheet.EXPORTER)
