"""All findings as one CSV for spreadsheets; cells that a spreadsheet would run as formulas are defused."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from corrobora.case import Case, Progress
from corrobora.model.contract import finding_json
from corrobora.model.tables import FINDINGS
from corrobora.publication.exporter import DEFAULT, Exporter, Options

_COLUMNS = ("id", "kind", "grade", "review", "statement", "evidence", "details")


def defused(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def export(case: Case, output: Path, progress: Progress, options: Options = DEFAULT) -> None:
    """Writes one row for each finding, its evidence in words and its own fields as JSON."""
    findings = case.read(FINDINGS)
    progress.start("csv", len(findings), "findings")
    with output.open("w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(_COLUMNS)
        for finding in findings:
            cited = [f"{p.document} p.{p.page}: {' '.join(p.quote.split())}" for p in finding.pages]
            cited += [f"{r.dataset} row {r.row}" for r in finding.rows]
            known = finding_json(finding)
            details = json.dumps(
                {k: v for k, v in known.items() if k not in (*_COLUMNS, "evidence")}, ensure_ascii=False
            )
            row = (
                finding.id,
                finding.kind,
                finding.grade.value,
                finding.review,
                finding.statement,
                "; ".join(cited),
                details,
            )
            writer.writerow([defused(cell) for cell in row])
            progress.advance()
    progress.finish()


EXPORTER = Exporter("csv", "All findings as a table", export)
