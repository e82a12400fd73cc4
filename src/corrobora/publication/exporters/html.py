"""The evidence pack: one folder that opens offline, every finding beside the page and the row it stands on."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import unicodedata
import uuid
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, select_autoescape
from markupsafe import Markup, escape

from corrobora import __version__
from corrobora.case import Case, Progress, ledger
from corrobora.case.progress import stage
from corrobora.errors import CorroboraError, InputError
from corrobora.model.document import Document
from corrobora.model.findings import DocumentRef, Finding
from corrobora.model.match import Term
from corrobora.model.records import RecordRef
from corrobora.model.tables import FINDINGS, MATCHES, PAGES
from corrobora.publication import rows
from corrobora.publication.drawing import Drawing
from corrobora.publication.exporter import Exporter
from corrobora.publication.pictures import PICTURED

_AROUND = 400
_MARK = "manifest.json"


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A place in a document as the pack shows it: a picture with a box, or the text with the quote marked."""

    reference: DocumentRef
    source_name: str
    picture: str
    text: Markup


@dataclass(frozen=True, slots=True)
class RecordExhibit:
    """A row as the pack shows it; `agrees` are the properties that matched."""

    reference: RecordRef
    values: rows.Row
    agrees: frozenset[str]


def export(case: Case, output: Path, progress: Progress) -> None:
    """Writes the pack into a new folder; an older pack in its place is replaced only when the new one is whole.

    Raises:
        InputError: where `output` is something else than a pack or an empty folder.
    """
    if output.exists() and not (output / _MARK).is_file() and (output.is_file() or any(output.iterdir())):
        raise InputError("this is not an evidence pack, and it would be overwritten", str(output), "name a new folder")
    draft = output.with_name(f".{output.name}.{uuid.uuid4().hex}")
    try:
        _write(case, draft, progress)
        if output.exists():
            shutil.rmtree(output)
        draft.replace(output)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _write(case: Case, folder: Path, progress: Progress) -> None:
    findings: list[Finding] = case.read(FINDINGS)
    if not findings:
        raise CorroboraError("there are no findings to export", str(case.root), "run corrobora run first")
    for name in ("findings", "pages"):
        (folder / name).mkdir(parents=True)
    pages = {(p.document, p.page): p.text for p in case.read(PAGES)}
    known_rows = rows.cited(case, [r for f in findings for r in f.rows])
    templates, waterfalls = _templates(), _waterfalls(case)
    with Drawing(case, folder / "pages") as drawing, stage(progress, "pack", len(findings), "findings"):
        documents = {d.path: d for d in case.documents()}
        for finding in findings:
            exhibits = [_exhibit(case, ref, documents, pages, drawing.picture) for ref in finding.pages]
            records = [RecordExhibit(r, known_rows.get((r.dataset, r.row), r.fields), _agrees(r)) for r in finding.rows]
            page = templates.get_template("finding.html").render(
                finding=finding,
                exhibits=exhibits,
                records=records,
                terms=_terms(waterfalls, finding),
                details=_details(finding),
            )
            (folder / "findings" / f"{finding.id}.html").write_text(page, encoding="utf-8")
            progress.advance()
    _write_front(case, folder, findings, templates)
    _write_manifest(case, folder)


def _write_front(case: Case, folder: Path, findings: Sequence[Finding], templates: Environment) -> None:
    kinds: dict[str, list[Finding]] = {}
    for finding in findings:
        kinds.setdefault(finding.kind, []).append(finding)
    index = templates.get_template("index.html").render(
        title=case.root.resolve().name,
        kinds=kinds,
        grades=Counter(f.grade.value for f in findings),
        sources=case.sources(),
        datasets=case.datasets(),
        failures=case.failures(),
        tried=max((m.tried for m in case.read(MATCHES)), default=0),
        documents=len(case.documents()),
        head=ledger.head(case.db),
        version=__version__,
    )
    (folder / "index.html").write_text(index, encoding="utf-8")
    style = files("corrobora.publication").joinpath("templates/pack.css").read_bytes()
    (folder / "pack.css").write_bytes(style)


def _write_manifest(case: Case, folder: Path) -> None:
    sums = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        sums[path.relative_to(folder).as_posix()] = hashlib.sha256(path.read_bytes()).hexdigest()
    manifest = {"program": f"corrobora {__version__}", "ledger_head": ledger.head(case.db), "files": sums}
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
    with (folder / _MARK).open("w", encoding="utf-8") as handle:
        handle.write(text)
        handle.flush()
        os.fsync(handle.fileno())


def _exhibit(
    case: Case,
    ref: DocumentRef,
    documents: dict[str, Document],
    pages: dict[tuple[str, int], str],
    picture_of: Callable[[Document, int], str],
) -> Exhibit:
    document = documents.get(ref.document)
    picture = ""
    if document is not None and document.media_type.startswith(PICTURED):
        picture = picture_of(document, ref.page)
    name = case.source_of("leak", ref.document).name
    return Exhibit(ref, name, picture, _quoted(pages.get((ref.document, ref.page), ref.quote), ref.quote))


def _quoted(text: str, quote: str) -> Markup:
    """The text around the quote, the quote marked; everything else escaped."""
    at = text.find(quote)
    if at < 0:
        return Markup("<mark>{}</mark>").format(visible(quote))
    before, after = text[max(0, at - _AROUND) : at], text[at + len(quote) : at + len(quote) + _AROUND]
    return escape(visible(before)) + Markup("<mark>{}</mark>").format(visible(quote)) + escape(visible(after))


def visible(untrusted: str) -> str:
    """The text without characters that reorder or hide what follows them."""
    return "".join(c for c in untrusted if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))


def _agrees(reference: RecordRef) -> frozenset[str]:
    return frozenset(name for name, _ in reference.fields)


def _waterfalls(case: Case) -> dict[tuple[str, str, int], tuple[Term, ...]]:
    """The terms of every match, one for each field, in bits."""
    return {(m.person, m.record.dataset, m.record.row): m.terms for m in case.read(MATCHES)}


def _terms(waterfalls: dict[tuple[str, str, int], tuple[Term, ...]], finding: Finding) -> tuple[Term, ...]:
    if finding.kind != "match" or not finding.rows:
        return ()
    return waterfalls.get((str(finding.body.get("person")), finding.rows[0].dataset, finding.rows[0].row), ())


def _details(finding: Finding) -> list[tuple[str, str]]:
    """The finding's own fields in words."""
    shown = []
    for name, value in finding.body.items():
        if value in (None, "", [], {}) or name in ("record", "between"):
            continue
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
        shown.append((name.replace("_", " "), visible(re.sub(r'[{}"\[\]]', "", text))))
    return shown


def _templates() -> Environment:
    loader = PackageLoader("corrobora.publication", "templates")
    return Environment(loader=loader, autoescape=select_autoescape(default=True), trim_blocks=True, lstrip_blocks=True)


EXPORTER = Exporter("html", "Evidence pack: a folder that opens offline", export)
