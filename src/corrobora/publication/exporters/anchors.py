"""W3C Web Annotations: every place in a document that a finding cites, as JSON-LD, for viewers and archives."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from corrobora import __version__
from corrobora.case import Case, Progress
from corrobora.case.progress import stage
from corrobora.model.findings import DocumentRef, Finding
from corrobora.model.tables import FINDINGS
from corrobora.publication.exporter import DEFAULT, Exporter, Options

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def export(case: Case, output: Path, progress: Progress, options: Options = DEFAULT) -> None:
    """Writes one annotation page; targets name the original by its SHA-256, the page, the box and the words."""
    findings: list[Finding] = case.read(FINDINGS)
    with stage(progress, "annotations", len(findings), "findings"):
        made = [one for finding in findings for one in _annotations(finding)]
        progress.advance(len(findings))
    page = {
        "@context": _CONTEXT,
        "id": "urn:corrobora:annotations",
        "type": "AnnotationPage",
        "generator": {"id": "urn:corrobora", "type": "Software", "name": f"corrobora {__version__}"},
        "items": made,
    }
    output.write_text(json.dumps(page, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _annotations(finding: Finding) -> Iterator[dict[str, Any]]:
    for at, ref in enumerate(finding.pages):
        yield {
            "id": f"urn:corrobora:{quote(finding.id)}:{at}",
            "type": "Annotation",
            "motivation": "linking",
            "body": [
                {"type": "TextualBody", "value": finding.statement, "format": "text/plain", "language": "en"},
                {"type": "TextualBody", "value": finding.grade.value, "purpose": "tagging"},
                {"type": "TextualBody", "value": finding.kind, "purpose": "tagging"},
            ],
            "target": _target(ref),
        }


def _target(ref: DocumentRef) -> dict[str, Any]:
    words = {"type": "TextQuoteSelector", "exact": ref.quote}
    page: dict[str, Any] = {"type": "FragmentSelector", "value": f"page={ref.page}"}
    if ref.box is not None:
        x0, y0, x1, y1 = (round(100 * side, 3) for side in ref.box)
        # media fragments give left, top, width, height
        spot = f"xywh=percent:{x0:g},{y0:g},{round(x1 - x0, 3):g},{round(y1 - y0, 3):g}"
        box = {"type": "FragmentSelector", "conformsTo": "http://www.w3.org/TR/media-frags/", "value": spot}
        page = {**page, "refinedBy": box}
    return {"source": f"urn:sha256:{ref.sha256}", "selector": [page, words], "schema:name": ref.document}


EXPORTER = Exporter("annotations", "Cited places as W3C Web Annotations (JSON-LD)", export)
