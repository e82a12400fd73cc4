"""Checks a draft against the case, sentence by sentence."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq

from corrobora.case import Case, Progress
from corrobora.case.parts import document_of
from corrobora.case.progress import stage
from corrobora.claims.check import CONTRADICTS, Problem
from corrobora.claims.checks import REGISTRY
from corrobora.claims.checks.uncited import is_claim
from corrobora.claims.context import CaseKnowledge, CitedPage, CitedRow, Find, Held, aliases_of
from corrobora.claims.draft import Citation, Sentence, sentences
from corrobora.model.document import Page
from corrobora.model.tables import FACTS, FINDINGS, ORGANIZATIONS, PAGES, PERSONS


def check_draft(case: Case, draft: str, replies: str, find: Find, progress: Progress) -> list[dict[str, Any]]:
    """Every sentence of a draft with its status and problems, in the form of the contract.

    Args:
        case: what it is held against.
        draft: Markdown or plain text.
        replies: the log of requests for comment as CSV (asked, sent, by, answer), or "".
        find: finds mentions in a text.
        progress: who is told.
    """
    cut = sentences(draft)
    desk = _Desk(case, replies, find)
    checked = []
    with stage(progress, "check", len(cut), "sentences"):
        for sentence in cut:
            held = desk.hold(sentence)
            problems = list(dict.fromkeys(p for entry in REGISTRY for p in entry.check(held)))
            checked.append(_result(held, problems))
            progress.advance()
    return checked


class _Desk:
    """The case laid out beside the draft: pages, rows and facts looked up as they are cited."""

    def __init__(self, case: Case, replies: str, find: Find) -> None:
        self._case, self._find = case, find
        self._pages: dict[tuple[str, int], Page] = {(p.document, p.page): p for p in case.read(PAGES)}
        self._facts: dict[str, list[Any]] = {}
        for fact in case.read(FACTS):
            self._facts.setdefault(document_of(fact), []).append(fact)
        self._sets = {d.path: d for d in case.datasets()}
        asked = tuple(row["asked"] for row in csv.DictReader(io.StringIO(replies)) if row.get("asked"))
        organizations, findings = tuple(case.read(ORGANIZATIONS)), tuple(case.read(FINDINGS))
        self._known = CaseKnowledge(
            tuple(case.read(PERSONS)), organizations, findings, asked, aliases=aliases_of(organizations, findings)
        )

    def hold(self, sentence: Sentence) -> Held:
        pages, rows, missing = [], [], []
        for citation in sentence.citations:
            found = self._page(citation) if citation.document else self._row(citation)
            if found is None:
                missing.append(_written(citation))
            elif isinstance(found, CitedPage):
                pages.append(found)
            else:
                rows.append(found)
        mentions = tuple(self._find(sentence.prose))
        return Held(sentence, mentions, tuple(pages), tuple(rows), self._known, tuple(missing))

    def _page(self, citation: Citation) -> CitedPage | None:
        page = self._pages.get((citation.document, citation.page))
        if page is None:
            return None
        origin = self._case.source_of("leak", page.document).origin
        facts = tuple(self._facts.get(page.document, ()))
        return CitedPage(page.document, page.page, page.text, tuple(self._find(page.text)), facts, origin)

    def _row(self, citation: Citation) -> CitedRow | None:
        dataset = self._sets.get(citation.dataset)
        if dataset is None:
            return None
        values: dict[str, tuple[str, str]] = {}
        for kind, _ in dataset.tables:
            path = self._case.rows_path(dataset, kind)
            for row in _rows(path, citation.row):
                for name, value in row.items():
                    raw = row.get(f"{name}_raw")
                    if value not in (None, "") and not name.endswith("_raw"):
                        key = name if name not in values else f"{name} {len(values)}"
                        values[key] = (str(value), str(raw if raw is not None else value))
        return CitedRow(dataset.path, citation.row, values, dataset.origin) if values else None


def _rows(path: Path, number: int) -> list[dict[str, Any]]:
    """The prepared rows made of a row of the file; a listing is made of its own line and its party's."""
    if not path.is_file():
        return []
    here = pc.field("row") == number
    if "entity_row" in pq.read_schema(path).names:
        here = here | (pc.field("entity_row").cast("string") == str(number))
    return list(pq.read_table(path, filters=here).to_pylist())


def _result(held: Held, problems: Sequence[Problem]) -> dict[str, Any]:
    sentence = held.sentence
    return {
        "text": sentence.text,
        "start": sentence.start,
        "end": sentence.end,
        "status": _status(held, problems),
        "problems": [{"kind": p.kind, "stated": p.stated, "found": p.found, "detail": p.detail} for p in problems],
        "evidence": [_evidence(c) for c in sentence.citations],
    }


def _status(held: Held, problems: Sequence[Problem]) -> str:
    kinds = {p.kind for p in problems}
    if kinds & CONTRADICTS:
        return "contradicted"
    if kinds - {"no_reply_sought"}:
        return "unsupported"
    return "supported" if is_claim(held) else "no_claim"


def _evidence(citation: Citation) -> dict[str, Any]:
    if citation.document:
        return {"document": citation.document, "page": citation.page}
    return {"dataset": citation.dataset, "row": citation.row}


def _written(citation: Citation) -> str:
    if citation.document:
        return f"doc: {citation.document} p.{citation.page}"
    return f"rec: {citation.dataset} row {citation.row}"
