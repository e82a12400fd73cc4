"""The analysis step: loads the case once, runs every analysis, writes FINDINGS."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace

from corrobora.analysis import dkim, facing, signatures
from corrobora.analysis.grading import ORDER
from corrobora.analysis.kinds import REGISTRY
from corrobora.analysis.revisions import count_changes, fonts_of, new_fonts
from corrobora.analysis.rows import Rows, columns_of, parquet_view
from corrobora.analysis.seal import Seal, SealOptions, keys_in_text
from corrobora.analysis.sealing import CHECK, preload
from corrobora.analysis.view import CaseView
from corrobora.case import Case, Progress, silent
from corrobora.case.progress import stage
from corrobora.case.sandbox import Sandbox
from corrobora.engine import connect
from corrobora.errors import UnreadableError
from corrobora.model.document import Document, Failure, Page
from corrobora.model.faces import Face, FacesOf
from corrobora.model.findings import Finding
from corrobora.model.judgement import Judgement
from corrobora.model.records import Dataset, RecordKind
from corrobora.model.tables import (
    FACES,
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

PDF, MAIL = "application/pdf", "message/rfc822"


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
    pages = {(page.document, page.page): page for page in case.read(PAGES)}
    files = _files(case, documents.values(), pages.values())
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
        pages=pages,
        metadata={known.document: known.values for known in case.read(METADATA)},
        revisions=files.revisions,
        new_fonts=files.new_fonts,
        fonts=files.fonts,
        seals=files.seals,
        document_sources={path: case.source_of("leak", path) for path in documents},
        dataset_sources={dataset.path: case.source_of("records", dataset.path) for dataset in datasets},
        events={path: mapping.event for path, mapping in mappings.items() if mapping.event},
        interest=tuple(str(code) for code in settings.get("people_of_interest", ["foreign"])),
        currency=str(settings["currency"]).upper() if "currency" in settings else None,
        faces=load_faces(case, documents.values()),
        approvals=approvals_of(case.judgement_log()),
    )


def load_faces(case: Case, documents: Iterable[Document]) -> dict[str, tuple[Face, ...]]:
    """The faces of the pictures of a case, looked for where the user asked; else none, and none are kept.

    Raises:
        MissingToolError: where they are asked for and the extra is not installed.
    """
    if not case.compares_faces():
        if case.read(FACES):
            case.replace(FACES, [])
        return {}
    facing.require()
    known = {(one.document, one.sha256): one for one in case.read(FACES)}
    found: list[FacesOf] = []
    with Sandbox((facing.LOOK,), facing.preload) as cage:
        for document in documents:
            if not (document.media_type.startswith("image/") or document.media_type == PDF):
                continue
            held = known.get((document.path, document.sha256))
            if held is None:
                held = FacesOf(document.path, document.sha256, _look(case, cage, document))
            found.append(held)
    case.replace(FACES, found)
    return {one.document: one.faces for one in found if one.faces}


def _look(case: Case, cage: Sandbox, document: Document) -> tuple[Face, ...]:
    if not case.original_path(document.sha256).exists():
        return ()
    options = facing.FaceOptions(document.media_type)
    try:
        return cage.run(facing.LOOK, case.original(document.sha256), options, facing.LIMITS).answer.faces
    except UnreadableError as exc:
        failure = Failure(document.path, "faces", exc.code, exc.what, exc.remedy or "look at the original")
        case.put_failures([failure])
        return ()


def approvals_of(log: Iterable[Judgement]) -> dict[str, frozenset[str]]:
    """Finding -> those people whose last word on it is yes."""
    last: dict[str, dict[str, str]] = {}
    for one in log:
        last.setdefault(one.subject, {})[one.actor] = one.verdict
    return {key: frozenset(who for who, verdict in said.items() if verdict == "yes") for key, said in last.items()}


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


@dataclass(slots=True)
class _Files:
    """What the files themselves say, besides their pages: later revisions, fonts of these, signatures."""

    revisions: dict[str, int] = field(default_factory=dict)
    new_fonts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    fonts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    seals: dict[str, tuple[Seal, ...]] = field(default_factory=dict)


def _files(case: Case, documents: Iterable[Document], pages: Iterable[Page]) -> _Files:
    found, keys = _Files(), dict[str, str]()
    for page in pages:
        if "_domainkey" in page.text:
            keys |= keys_in_text(page.text)
    with Sandbox((CHECK,), preload) as cage:
        for document in documents:
            is_pdf, is_mail = document.media_type == PDF, document.media_type == MAIL
            if (is_pdf or is_mail) and case.original_path(document.sha256).exists():
                untrusted_bytes = case.original(document.sha256)
                if is_pdf:
                    _count_revisions(found, document.path, untrusted_bytes)
                if signatures.MARK in untrusted_bytes if is_pdf else dkim.MARK.search(untrusted_bytes):
                    with suppress(UnreadableError):
                        options = SealOptions(is_mail, keys if is_mail else {})
                        found.seals[document.path] = cage.run(CHECK, untrusted_bytes, options).answer.seals
    return found


def _count_revisions(found: _Files, path: str, untrusted_bytes: bytes) -> None:
    found.fonts[path] = fonts_of(untrusted_bytes)
    number = count_changes(untrusted_bytes)
    if number:
        found.revisions[path], found.new_fonts[path] = number, new_fonts(untrusted_bytes)
