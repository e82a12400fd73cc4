"""Keeps the index in step with the pages; the commit comes before the mark, so that a kill loses nothing."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import tantivy

from corrobora.case.index.store import BODY, DOCUMENT, PAGE, STEMS, WORDS, open_index
from corrobora.case.index.tokens import stem, words
from corrobora.case.progress import Progress, stage
from corrobora.case.store import Case
from corrobora.model.tables import PAGES

_MARK = "index"
_BATCH = 200


class _Text(msgspec.Struct):
    """What the index needs of a page."""

    document: str
    page: int
    text: str


def update(case: Case, progress: Progress) -> int:
    """Indexes the documents that are not yet, forgets those that are gone; returns how many documents changed."""
    marks = dict(case.db.execute("select document, part from part_documents where name=?", (_MARK,)).fetchall())
    now = dict(case.db.execute("select document, part from part_documents where name=?", (PAGES.name,)).fetchall())
    stale = sorted(path for path in marks if marks[path] != now.get(path))
    fresh = sorted(path for path in now if marks.get(path) != now[path])
    if not stale and not fresh:
        return 0
    index = open_index(case.index)
    with stage(progress, "index", len(fresh), "documents"):
        _forget(case, index, stale)
        for start in range(0, len(fresh), _BATCH):
            batch = fresh[start : start + _BATCH]
            _add(index, case.read(PAGES, documents=set(batch), shape=_Text), batch)
            with case.transaction() as db:
                rows = [(_MARK, path, now[path]) for path in batch]
                db.executemany("insert or replace into part_documents values (?,?,?)", rows)
            progress.advance(len(batch))
    return len(set(stale) | set(fresh))


def _forget(case: Case, index: object, paths: Sequence[str]) -> None:
    if not paths:
        return
    writer = index.writer(30_000_000, 1)  # type: ignore[attr-defined]
    for path in paths:
        writer.delete_documents_by_term(DOCUMENT, path)
    writer.commit()
    writer.wait_merging_threads()
    with case.transaction() as db:
        db.executemany("delete from part_documents where name=? and document=?", [(_MARK, path) for path in paths])


def _add(index: object, pages: Sequence[_Text], batch: Sequence[str]) -> None:
    writer = index.writer(30_000_000, 1)  # type: ignore[attr-defined]
    for path in batch:
        writer.delete_documents_by_term(DOCUMENT, path)
    for page in pages:
        found = words(page.text)
        entry = tantivy.Document()
        entry.add_text(DOCUMENT, page.document)
        entry.add_unsigned(PAGE, page.page)
        entry.add_text(BODY, page.text)
        entry.add_text(WORDS, " ".join(found))
        entry.add_text(STEMS, " ".join(map(stem, found)))
        writer.add_document(entry)
    writer.commit()
    writer.wait_merging_threads()
