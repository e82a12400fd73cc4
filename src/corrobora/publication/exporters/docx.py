"""Findings as a Word document for writers and lawyers: each sentence with a footnote for what it stands on."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx as python_docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from markupsafe import escape

from corrobora.case import Case, Progress
from corrobora.errors import CorroboraError
from corrobora.model.findings import Finding
from corrobora.model.tables import FINDINGS, PERSONS
from corrobora.publication.exhibits import visible
from corrobora.publication.exporter import DEFAULT, Exporter, Options, story_head
from corrobora.publication.redaction import veil
from corrobora.publication.sentences import Chapter, chapters
from corrobora.publication.typesetting import moment

_SOFT = RGBColor(0x57, 0x60, 0x6A)
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RULES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


def export(case: Case, output: Path, progress: Progress, options: Options = DEFAULT) -> None:
    """Writes the document: what is asserted first, leads at the end; third persons blacked out as in the pack."""
    findings: list[Finding] = case.read(FINDINGS)
    if not findings:
        raise CorroboraError("there are no findings to export", str(case.root), "run corrobora run first")
    hidden = veil(case.read(PERSONS), findings, options.reveal)
    paper = python_docx.Document()
    paper.styles["Normal"].font.size = Pt(10.5)
    paper.add_heading(visible(case.root.resolve().name), 0)
    notes: list[str] = []
    for heading, firm in (("What the evidence carries", True), ("Leads", False)):
        paper.add_heading(heading, 1)
        _write(paper, chapters(findings, hidden, firm=firm), notes)
    paper.add_paragraph(f"Ledger {story_head(case)}")
    _attach(paper, notes)
    save(paper, output)


def _write(paper: Any, told: Sequence[Chapter], notes: list[str]) -> None:
    for chapter in told:
        paper.add_heading(chapter.title, 2)
        for one in chapter.told:
            line = paper.add_paragraph(one.statement)
            if one.evidence:
                notes.append(" ".join(one.evidence))
                _refer(line, len(notes))
            likely = f", by chance {one.chance}" if one.chance else ""
            mark = line.add_run(f"  {one.grade}{likely}")
            mark.font.size, mark.font.color.rgb = Pt(8.5), _SOFT


def _refer(line: Any, number: int) -> None:
    run = line.add_run()
    run.font.superscript = True
    mark = OxmlElement("w:footnoteReference")
    mark.set(qn("w:id"), str(number))
    run._r.append(mark)


def _attach(paper: Any, notes: Sequence[str]) -> None:
    """Footnotes are a part of their own, which python-docx does not write."""
    small = '<w:rPr><w:sz w:val="16"/></w:rPr>'
    raised = '<w:rPr><w:vertAlign w:val="superscript"/><w:sz w:val="16"/></w:rPr>'
    bodies = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r>{raised}<w:footnoteRef/></w:r>'
        f'<w:r>{small}<w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
        for number, text in enumerate(notes, 1)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    body = f"{head}<w:footnotes {nsdecls('w')}>{_RULES}{bodies}</w:footnotes>"
    part = Part(PackURI("/word/footnotes.xml"), _CONTENT, body.encode(), paper.part.package)
    paper.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def save(paper: Any, output: Path) -> None:
    """Writes the same bytes for the same paper: no author, no time of now, neither in properties nor in the package."""
    about = paper.core_properties
    about.author, about.last_modified_by, about.comments = "", "", ""
    about.created = about.modified = moment()
    made = io.BytesIO()
    paper.save(made)
    with zipfile.ZipFile(made) as read, zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as written:
        for name in read.namelist():
            written.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), read.read(name), zipfile.ZIP_DEFLATED)


EXPORTER = Exporter("docx", "Findings as a Word document with footnotes, for writers and lawyers", export)
