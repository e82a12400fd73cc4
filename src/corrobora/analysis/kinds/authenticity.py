"""Indicators that papers were changed, are incomplete or are not of their date."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis import suspicions, suspicions_files
from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.evidence import first_line
from corrobora.analysis.suspicions import Suspicion
from corrobora.analysis.view import CaseView
from corrobora.model.findings import Finding, Grade

CHECKS = (
    suspicions.later_revisions,
    suspicions.missing_numbers,
    suspicions.missing_pages,
    suspicions.missing_attachments,
    suspicions.late_files,
    suspicions.anachronisms,
    suspicions.wrong_sums,
    suspicions.altered_duplicates,
    suspicions_files.broken_seals,
    suspicions_files.changed_after_signing,
    suspicions_files.made_by_editors,
    suspicions_files.younger_than_told,
    suspicions_files.early_posts,
    suspicions_files.missing_annexes,
    suspicions_files.same_stamps,
)


def analyse(view: CaseView) -> Iterator[Finding]:
    """What in a paper or its file does not fit, each with an innocent reading; never a verdict that a paper is forged.

    Looked at: changes saved onto a PDF and what they replaced, signatures that do not fit their file, gaps in
    letter numbers, pages, annexes and attachments that are announced and missing, files made long after the day
    their paper bears, saved by a program for changing pages, or written by a program or in a font that appeared after
    the day on which they say they were made, companies named before they were founded and people
    before they held their post, one stamp or signature under papers of two senders, sums that do not add up, and
    copies of one letter with a changed figure. Pages recognised from pictures are not compared letter by letter.
    """
    for check in CHECKS:
        for suspicion in check(view):
            yield from _finding(view, suspicion)


def _finding(view: CaseView, suspicion: Suspicion) -> list[Finding]:
    papers = suspicion.documents or (suspicion.document,)
    shown = {span.document for span in suspicion.spans}
    heads = [first_line(view, paper) for paper in papers if paper not in shown]
    body = {
        "document": suspicion.document,
        "documents": list(papers),
        "indicator": suspicion.indicator,
        "detail": suspicion.detail,
        "innocent": suspicion.innocent,
    }
    name = suspicion.document.rsplit("/", maxsplit=1)[-1]
    clause = (
        f"\u201c{name}\u201d may need a closer look: {suspicion.detail} (an innocent reading: {suspicion.innocent})"
    )
    spans = (*suspicion.spans, *(head for head in heads if head is not None))
    key = (suspicion.document, suspicion.indicator, suspicion.detail)
    return conclude(view, "authenticity", key, clause, body, Basis(spans, suspicion.rows, Grade.UNVERIFIED, seen=True))


ANALYSIS = Analysis("authenticity", "Papers that need a closer look", ("authenticity",), analyse)
