"""Small invented cases for the tests: papers as plain texts, rows as mappings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from corrobora.analysis.rows import Rows, rows_from
from corrobora.analysis.view import CaseView
from corrobora.engine import connect
from corrobora.mentions.kinds import dates, models, money, quantities
from corrobora.model.document import Document, Page, State
from corrobora.model.entities import Person
from corrobora.model.facts import NameForm, Span
from corrobora.model.match import Match
from corrobora.model.mention import Mention, MentionType
from corrobora.model.records import RecordKind, RecordRef
from corrobora.model.source import Source

ARCHIVE = Source("leak", "archive", "the plant's archive", origin="leak-a", reliability="B")
MAILBOX = Source("leak", "mailbox", "the importer's mail", origin="leak-b", reliability="C")


def place(papers: Mapping[str, str], document: str, words: str) -> Span:
    """The span of words in a paper of one page."""
    start = papers[document].index(words)
    return Span(document, 1, start, start + len(words), words)


def mentions(papers: Mapping[str, str], places: Sequence[str] = ()) -> tuple[Mention, ...]:
    """Dates, quantities, models and sums of papers as the program reads them, and these places."""
    found = []
    for document, text in papers.items():
        for reader in (dates.find_mentions, quantities.find_mentions, models.find_models, money.find_mentions):
            found += [replace(mention, document=document) for mention in reader(text)]
        for word in places:
            for hit in re.finditer(re.escape(word), text):
                found.append(Mention(*hit.span(), MentionType.LOC, word, word, document=document))
    return tuple(found)


def rows(tables: Mapping[RecordKind, Sequence[Mapping[str, object]]] | None = None) -> Rows:
    return rows_from(connect(), tables or {})


def view(
    papers: Mapping[str, str] | None = None,
    tables: Mapping[RecordKind, Sequence[Mapping[str, object]]] | None = None,
    **more: Any,
) -> CaseView:
    """A case of these papers and rows; papers under `mailbox/` come from another origin than those under `archive/`."""
    texts = dict(papers or {})
    known = {"archive": ARCHIVE, "mailbox": MAILBOX}
    datasets = {str(row["dataset"]) for found in (tables or {}).values() for row in found}
    more.setdefault(
        "dataset_sources",
        {path: Source("records", path, f"the set {path}", origin=path, reliability="A") for path in datasets},
    )
    return CaseView(
        rows=rows(tables),
        documents={
            path: Document(path, f"{n:064x}", len(t), state=State.READ) for n, (path, t) in enumerate(texts.items())
        },
        pages={(path, 1): Page(1, text, document=path) for path, text in texts.items()},
        document_sources={path: known.get(path.split("/")[0], ARCHIVE) for path in texts},
        **more,
    )


def person(key: str, label: str, *names: str, spans: tuple[Span, ...] = (), **more: Any) -> Person:
    forms = tuple(NameForm(name) for name in names or (label,))
    return Person(key, label, forms, spans, **more)


def match(key: str, visit: str | None, row: int, *, grade: str = "confirmed", **more: Any) -> Match:
    dataset = more.pop("dataset", "tickets.csv")
    record = RecordRef(f"the set {dataset}", dataset, row, (("name", "LI WEN"),), 0.001, 0.01)
    given: dict[str, Any] = {
        "leg": "in", "tier": "exact", "evidence_class": 1, "weight": 20.0, "terms": (), "agrees": ("name", "document"),
        "disagrees": (), "expected_by_chance": 0.001, "q": 0.01, "posterior": 0.99, "tried": 5, **more,
    }  # fmt: skip
    return Match(person=key, visit=visit, record=record, grade=grade, **given)
