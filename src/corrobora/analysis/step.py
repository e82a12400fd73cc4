"""The analysis step: loads the case once, runs every analysis, writes FINDINGS."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from corrobora.analysis.grading import ORDER
from corrobora.analysis.kinds import REGISTRY
from corrobora.analysis.revisions import count_changes
from corrobora.analysis.rows import Rows, columns_of, parquet_view
from corrobora.analysis.view import CaseView
from corrobora.case import Case, Progress, silent
from corrobora.case.progress import stage
from corrobora.engine import connect
from corrobora.model.document import Document
from corrobora.model.findings import Finding
from corrobora.model.records import Dataset, RecordKind
from corrobora.model.tables import (
    FACTS,
    FINDINGS,
    MATCHES,
    MENTIONS,
    METADATA,
    ORGANIZATIONS,
    PAGES,
    PERSONS,
    SEARCHES,
    VISITS,
)

PDF = "application/pdf"


def analyse(case: Case, progress: Progress = silent) -> list[Finding]:
    """Makes the findings of a case and stores them, strongest first.

    Args:
        case: with its tables of people, visits, facts and matches made.
        progress: told after each analysis.

    Returns:
        The findings, as stored.
    """
    with stage(progress, "analysis", len(REGISTRY), "analyses"):
        view = load_view(case)
        for entry in REGISTRY:
            view = view.having(view.findings + tuple(entry.analyse(view)))
            progress.advance(1, entry.title)
        findings = strongest_first(with_reviews(view.findings, case.judgements()))
        case.replace(FINDINGS, findings)
        case.act("analyse", findings=len(findings))
    return findings


def with_reviews(findings: Iterable[Finding], verdicts: dict[str, str]) -> list[Finding]:
    """Findings with the verdict that a person gave on each, each id once."""
    unique = {finding.id: finding for finding in findings}
    return [replace(finding, review=verdicts.get(finding.id, "none")) for finding in unique.values()]


def strongest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by grade, then strength; ties by id, so that two runs agree."""
    return sorted(findings, key=lambda f: (-ORDER[f.grade], -f.strength, f.kind, f.id))


def load_view(case: Case) -> CaseView:
    """Everything the analyses look at, loaded once."""
    documents = {document.path: document for document in case.documents()}
    datasets = case.datasets()
    mappings = {dataset.path: found[0] for dataset in datasets if (found := case.mapping(dataset.path)) is not None}
    settings = case.settings()
    return CaseView(
        rows=load_rows(case, datasets),
        persons=tuple(case.read(PERSONS)),
        organizations=tuple(case.read(ORGANIZATIONS)),
        visits=tuple(case.read(VISITS)),
        facts=tuple(case.read(FACTS)),
        mentions=tuple(case.read(MENTIONS)),
        matches=tuple(case.read(MATCHES)),
        searches=tuple(case.read(SEARCHES)),
        datasets=tuple(datasets),
        documents=documents,
        pages={(page.document, page.page): page for page in case.read(PAGES)},
        metadata={known.document: known.values for known in case.read(METADATA)},
        revisions=_revisions(case, documents.values()),
        document_sources={path: case.source_of("leak", path) for path in documents},
        dataset_sources={dataset.path: case.source_of("records", dataset.path) for dataset in datasets},
        events={path: mapping.event for path, mapping in mappings.items() if mapping.event},
        interest=tuple(str(code) for code in settings.get("people_of_interest", ["foreign"])),
        currency=str(settings["currency"]).upper() if "currency" in settings else None,
    )


def load_rows(case: Case, datasets: Iterable[Dataset]) -> Rows:
    """Views over the prepared rows of all record sets."""
    known = list(datasets)
    connection = connect()
    kinds: dict[str, tuple[str, ...]] = {}
    for kind in RecordKind:
        files = [(d.path, case.rows_path(d, kind.value)) for d in known]
        there = [(path, str(file)) for path, file in files if file.exists()]
        if there:
            connection.execute(parquet_view(kind, there))
            kinds[kind.value] = columns_of(connection, kind)
    sources = {dataset.path: case.source_of("records", dataset.path).name for dataset in known}
    return Rows(connection, kinds, sources)


def _revisions(case: Case, documents: Iterable[Document]) -> dict[str, int]:
    counted: dict[str, int] = {}
    for document in documents:
        if document.media_type == PDF and case.original_path(document.sha256).exists():
            number = count_changes(case.original(document.sha256))
            if number:
                counted[document.path] = number
    return counted
