"""Checks a draft against the case, sentence by sentence."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
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
from corrobora.claims.citations import Citation, shelf
from corrobora.claims.context import CaseKnowledge, CitedPage, CitedRow, Find, Held, aliases_of
from corrobora.claims.draft import Sentence, sentences
from corrobora.claims.grading import Ground, graded
from corrobora.claims.laws import is_rule
from corrobora.claims.notes import classes, notes
from corrobora.claims.proposal import propose
from corrobora.claims.replies_log import parse, standing
from corrobora.claims.seeking import Seeker
from corrobora.claims.tellings import cast_of
from corrobora.errors import InputError
from corrobora.model.claims import Claim, GradedClaim, Quotation, Reply
from corrobora.model.document import Page
from corrobora.model.tables import CLAIMS, FACTS, FINDINGS, ORGANIZATIONS, PAGES, PERSONS

_MOST_SOUGHT = 12
"""Places that a sentence without citations is held against."""


def check_draft(case: Case, draft: str, replies: str, find: Find, progress: Progress) -> list[dict[str, Any]]:
    """Every sentence of a draft with its status and problems, in the form of the contract.

    Args:
        case: what it is held against.
        draft: Markdown or plain text.
        replies: more of the log of requests for comment as CSV (asked, sent, by, answer), or "".
        find: finds mentions in a text.
        progress: who is told.
    """
    desk = _Desk(case, replies, find)
    cut = tuple(sentences(draft, desk.shelf))
    cites = any(sentence.citations for sentence in cut)
    checked = []
    with stage(progress, "check", len(cut), "sentences"):
        for at, sentence in enumerate(cut):
            held = desk.hold(sentence) if cites else desk.seek(sentence)
            held = dataclasses.replace(held, before=cut[:at], after=cut[at + 1 :])
            problems = list(dict.fromkeys(p for entry in REGISTRY for p in entry.check(held)))
            checked.append(_result(held, problems))
            progress.advance()
    return checked


def propose_claims(case: Case) -> int:
    """Adds a claim for every finding a story would tell; returns how many are new. What a person changed stays."""
    known = {claim.id for claim in case.claims()}
    labels = {person.id: person.label for person in case.read(PERSONS)}
    new = [claim for claim in propose(case.read(FINDINGS), labels) if claim.id not in known]
    case.put_claims(new)
    return len(new)


def write_claim(case: Case, claim: Claim) -> Claim:
    """Keeps a claim that a person wrote or changed.

    Raises:
        InputError: where it names a finding that is not there.
    """
    there = {finding.id for finding in case.read(FINDINGS)}
    for id_ in (*claim.supports, *claim.against):
        if id_ not in there:
            raise InputError("there is no such finding", id_, "corrobora findings --json lists the ids")
    case.put_claims([claim])
    return claim


def grade_claims(case: Case, today: date = date.min) -> list[GradedClaim]:
    """Every claim with its grade as the case now stands; the table that others read is made anew.

    Args:
        case: whose claims.
        today: after a deadline, whoever has not answered is silent.
    """
    cast = cast_of(case.read(PERSONS), case.read(ORGANIZATIONS))
    ground = Ground({f.id: f for f in case.read(FINDINGS)}, case.source_of, tuple(asked_by(case, today)), cast)
    told = [graded(claim, ground) for claim in case.claims()]
    case.replace(CLAIMS, told)
    return told


def asked_by(case: Case, today: date) -> list[Reply]:
    """The log of requests for comment as it stands on a day."""
    return [standing(reply, today) for reply in case.replies()]


def log_replies(case: Case, log: str, today: date) -> list[Reply]:
    """Adds a log of requests for comment to the case's own."""
    told = parse(log, today)
    case.put_replies(told)
    return told


class _Desk:
    """The case laid out beside the draft: pages, rows and facts looked up as they are cited."""

    def __init__(self, case: Case, replies: str, find: Find) -> None:
        self._case, self._find = case, find
        self._pages: dict[tuple[str, int], Page] = {(p.document, p.page): p for p in case.read(PAGES)}
        self._facts: dict[str, list[Any]] = {}
        for fact in case.read(FACTS):
            self._facts.setdefault(document_of(fact), []).append(fact)
        self._sets = {d.path: d for d in case.datasets()}
        self.shelf = shelf((path for path, _ in self._pages), self._sets)
        self._seeker: Seeker | None = None
        self._cited: dict[tuple[str, int], CitedPage] = {}
        told = [*case.replies(), *parse(replies, date.max)]
        asked = tuple(dict.fromkeys(reply.asked for reply in told))
        names = tuple(source.name for source in case.sources() if source.name)
        organizations, findings = tuple(case.read(ORGANIZATIONS)), tuple(case.read(FINDINGS))
        aliases = aliases_of(organizations, findings)
        self._known = CaseKnowledge(
            tuple(case.read(PERSONS)), organizations, findings, asked, names, aliases=aliases,
            translations=_translations(case.claims()), rules=tuple(self._rules()), replies=tuple(told),
        )  # fmt: skip

    def _rules(self) -> Iterator[CitedPage]:
        """Pages of public sources that read like laws and rules."""
        public = {d.path for d in self._case.documents() if self._case.source_of("leak", d.path).public}
        for (document, number), page in self._pages.items():
            if document in public and is_rule(page.text):
                yield CitedPage(document, number, page.text, (), source=self._case.source_of("leak", document))

    def seek(self, sentence: Sentence) -> Held:
        """A sentence of a draft that cites nothing, with what the case itself has on it."""
        mentions = tuple(self._find(sentence.prose))
        if self._seeker is None:
            self._seeker = Seeker(self._known)
        found = self._seeker.findings(sentence, mentions)
        places = [Citation(ref.document, ref.page) for f in found for ref in f.pages]
        places += [Citation(dataset=ref.dataset, row=ref.row) for f in found for ref in f.rows]
        told = dataclasses.replace(sentence, citations=tuple(dict.fromkeys(places))[:_MOST_SOUGHT])
        held = self.hold(told)
        return dataclasses.replace(held, sought=bool(held.pages or held.rows), missing=())

    def hold(self, sentence: Sentence) -> Held:
        """A sentence with the pages and rows it cites."""
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
        if (page.document, page.page) not in self._cited:
            self._cited[page.document, page.page] = self._laid_out(page)
        return self._cited[page.document, page.page]

    def _laid_out(self, page: Page) -> CitedPage:
        source = self._case.source_of("leak", page.document)
        origin = source.origin
        facts = tuple(self._facts.get(page.document, ()))
        found = tuple(self._find(page.text))
        return CitedPage(
            page.document, page.page, page.text, found, facts, origin, page.ocr_confidence is not None, source
        )

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
        source = self._case.source_of("records", dataset.path)
        return CitedRow(dataset.path, citation.row, values, dataset.origin, source) if values else None


def _translations(claims: Iterable[Claim]) -> dict[str, tuple[Quotation, ...]]:
    held: dict[str, list[Quotation]] = {}
    for quotation in (q for claim in claims for q in claim.quotations if q.translation):
        held.setdefault(quotation.document, []).append(quotation)
    return {document: tuple(kept) for document, kept in held.items()}


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
        "notes": [dataclasses.asdict(note) for note in notes(held)],
        "sources": classes(held),
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
