"""Claims as a document for writers and lawyers: each sentence with a number, each number with its evidence below."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx as python_docx
from docx.shared import Pt, RGBColor

from corrobora.case import Case, Progress
from corrobora.errors import CorroboraError
from corrobora.model.findings import Finding, Grade
from corrobora.model.tables import FINDINGS, PERSONS
from corrobora.publication import chance, kinds
from corrobora.publication.exhibits import visible
from corrobora.publication.exporter import DEFAULT, Exporter, Options, story_head
from corrobora.publication.redaction import Veil, veil

_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
_SOFT = RGBColor(0x57, 0x60, 0x6A)
_FIRM = (Grade.CONFIRMED, Grade.PROBABLE, Grade.CONTRADICTED)


def export(case: Case, output: Path, progress: Progress, options: Options = DEFAULT) -> None:
    """Writes the document: what is asserted first, leads at the end; third persons blacked out as in the pack."""
    findings: list[Finding] = case.read(FINDINGS)
    if not findings:
        raise CorroboraError("there are no findings to export", str(case.root), "run corrobora run first")
    hidden = veil(case.read(PERSONS), findings, options.reveal)
    paper = python_docx.Document()
    paper.styles["Normal"].font.size = Pt(10.5)
    paper.add_heading(_clean(case.root.resolve().name), 0)
    firm = [f for f in findings if f.grade in _FIRM]
    notes: list[Finding] = []
    for heading, chosen in (
        ("What the evidence carries", firm),
        ("Leads", [f for f in findings if f.grade not in _FIRM]),
    ):
        paper.add_heading(heading, 1)
        _sentences(paper, chosen, notes, hidden)
    paper.add_heading("Evidence", 1)
    for number, finding in enumerate(notes, 1):
        _note(paper, number, finding, hidden)
    paper.add_paragraph(f"Ledger {story_head(case)}")
    _save(paper, output)


def _sentences(paper: Any, findings: list[Finding], notes: list[Finding], hidden: Veil) -> None:
    order = {kind: at for at, kind in enumerate(kinds.TITLES)}
    last = ""
    for finding in sorted(findings, key=lambda f: order.get(f.kind, 99)):
        if finding.kind != last:
            paper.add_heading(kinds.title(finding.kind), 2)
            last = finding.kind
        notes.append(finding)
        line = paper.add_paragraph(_clean(hidden.text(finding.statement)))
        mark = line.add_run(f"[{len(notes)}]")
        mark.font.superscript = True
        _soft(line.add_run(f"  {finding.grade.value}"))


def _note(paper: Any, number: int, finding: Finding, hidden: Veil) -> None:
    line = paper.add_paragraph()
    line.add_run(f"[{number}] ").bold = True
    for ref in finding.pages:
        quote = " ".join(hidden.text(ref.quote).split())
        line.add_run(_clean(f"{ref.source}: {ref.document}, p. {ref.page}: “{quote}”. "))
    for row in finding.rows:
        likely = f" (by chance {chance.in_words(row.expected_by_chance)})" if row.expected_by_chance is not None else ""
        line.add_run(_clean(f"{row.source}: {row.dataset}, row {row.row}{likely}. "))
    for run in line.runs:
        run.font.size = Pt(8.5)


def _soft(run: Any) -> None:
    run.font.size, run.font.color.rgb = Pt(8.5), _SOFT


def _clean(untrusted: str) -> str:
    """Nothing that XML cannot hold, nothing that reorders what follows it."""
    return visible(untrusted).replace("\t", " ")


def _save(paper: Any, output: Path) -> None:
    """The same bytes for the same case: no author, no time, neither in the properties nor in the package."""
    about = paper.core_properties
    about.author, about.last_modified_by, about.comments = "", "", ""
    about.created = about.modified = _EPOCH
    made = io.BytesIO()
    paper.save(made)
    with zipfile.ZipFile(made) as read, zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as written:
        for name in read.namelist():
            written.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), read.read(name), zipfile.ZIP_DEFLATED)


EXPORTER = Exporter("docx", "Claims with numbered evidence, for writers and lawyers", export)
