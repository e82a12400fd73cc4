"""Findings as a PDF/A for the desk, the lawyer and the archive: every sentence with a footnote."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

from corrobora import __version__
from corrobora.case import Case, Progress
from corrobora.case.progress import stage
from corrobora.errors import CorroboraError
from corrobora.model.findings import Finding
from corrobora.model.tables import FINDINGS, MATCHES, PERSONS
from corrobora.publication import charts, kinds, typesetting
from corrobora.publication.exhibits import visible
from corrobora.publication.exporter import DEFAULT, Exporter, Options, story_head
from corrobora.publication.redaction import Veil, veil
from corrobora.publication.sentences import chapters

_NAMED_ONLY = frozenset({"person", "nothing_found"})
"""Kinds whose leads fill pages and say little in print; the pack has them."""
_MOST_FAILURES = 60


def export(case: Case, output: Path, progress: Progress, options: Options = DEFAULT) -> None:
    """Writes the PDF: what is asserted, charts, leads, and how it was found; third persons blacked out.

    Raises:
        CorroboraError: where there are no findings.
        MissingToolError: where a font is missing.
    """
    findings: list[Finding] = case.read(FINDINGS)
    if not findings:
        raise CorroboraError("there are no findings to export", str(case.root), "run corrobora run first")
    with stage(progress, "pdf", 1, "document"):
        hidden = veil(case.read(PERSONS), findings, options.reveal)
        drawn = [chart for chart in charts.charts(findings, case.read(PERSONS)) if chart.in_print]
        pictures = {f"{chart.name}.svg": chart.svg for chart in drawn}
        output.write_bytes(typesetting.pdf("claims.typ", _told(case, findings, hidden, drawn), pictures))
        progress.advance()


def _told(case: Case, findings: list[Finding], hidden: Veil, drawn: list[charts.Chart]) -> dict[str, Any]:
    grades = Counter(f.grade.value for f in findings)
    leads = [f for f in findings if f.kind not in _NAMED_ONLY]
    return {
        "title": visible(case.root.resolve().name),
        "grades": [{"name": n, "count": grades[n], "meaning": m} for n, m in kinds.GRADES.items()],
        "firm": [asdict(chapter) for chapter in chapters(findings, hidden, firm=True)],
        "leads": [asdict(chapter) for chapter in chapters(leads, hidden, firm=False)],
        "charts": [{"title": c.title, "note": c.note, "file": f"{c.name}.svg"} for c in drawn],
        "method": list(_method(case, findings)),
        "sets": [
            {"path": visible(hidden.path(d.path)), "rows": d.rows, "first": d.first or "", "last": d.last or ""}
            for d in case.datasets()
        ],
        "failures": _failures(case, hidden),
        "head": story_head(case),
    }


def _method(case: Case, findings: list[Finding]) -> tuple[str, ...]:
    tried = max((m.tried for m in case.read(MATCHES)), default=0)
    left_out = sum(f.kind in _NAMED_ONLY and f.grade.value == "unverified" for f in findings)
    return (
        f"A program (corrobora {__version__}) read {len(case.documents()):,} documents and {len(case.datasets())}"
        f" record sets, offline; {tried:,} names were looked for in the record sets. Documents of one origin count"
        " as one witness, however many they are.",
        "“By chance about 1 in 2,500” means that a stranger who fits this well would turn up in one of 2,500 such"
        " record sets. What no source covers is unknown, not absent.",
        "Passport numbers, birth dates, telephone numbers and mail addresses of people who are no subject of these"
        " findings are blacked out.",
        f"{left_out:,} findings that only name a person or say that a search found nothing stand in the evidence pack"
        " and not here.",
    )


def _failures(case: Case, hidden: Veil) -> list[str]:
    failures = case.failures()
    lines = [
        f"{visible(hidden.path(f.subject))} {f.place}: {visible(hidden.text(f.message))}"
        for f in failures[:_MOST_FAILURES]
    ]
    more = len(failures) - len(lines)
    return [*lines, *([f"and {more} more, all in the evidence pack"] if more else [])]


EXPORTER = Exporter("pdf", "Findings as a PDF/A with footnotes and charts", export)
