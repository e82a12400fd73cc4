"""Reads all new documents of a case in the cage and stores their pages in parts."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from corrobora.case import Case, Progress
from corrobora.case.parts import Packed, pack
from corrobora.case.progress import stage
from corrobora.errors import EncryptedError, MissingToolError
from corrobora.model.document import Document, Failure, Metadata, Reading, State
from corrobora.model.tables import FACTS, MENTIONS, METADATA, PAGES
from corrobora.reading.language import detect, settle
from corrobora.reading.reader import CagedReader, Result
from corrobora.reading.writer import PageWriter

_WORKERS = 2
_AHEAD = 64
_BATCH_DOCUMENTS, _BATCH_PAGES, _BATCH_SECONDS = 64, 2000, 5.0
_WANTING = (EncryptedError.code, MissingToolError.code)
_MEANS = "means of reading"


@dataclass(frozen=True, slots=True)
class ReadingDone:
    """What a run read: numbers of documents by their new state, and pages."""

    read: int = 0
    partial: int = 0
    unread: int = 0
    pages: int = 0


def read_documents(case: Case, progress: Progress, *, retry: bool = False) -> ReadingDone:
    """Reads every document in state NEW; pages, metadata, states and failures are committed together, batch by batch.

    Those that wanted a password or a library are read again once these have come, and only those.

    Args:
        case: the case.
        progress: who is told.
        retry: read all partial and unread documents again.
    """
    again = _again(case, everything=retry)
    waiting = sorted([*case.documents(State.NEW), *again], key=lambda document: document.path)
    for table in (PAGES, METADATA):
        case.sweep(table)
    batch = _Batch(case)
    with stage(progress, "reading", len(waiting), "documents"), _few_collections():
        for document, result in _results(case, waiting):
            batch.add(document, result)
            progress.advance(1, document.path)
        batch.flush()
    case.finish_stage(_MEANS, _means(case))
    done = ReadingDone(
        batch.counts[State.READ], batch.counts[State.PARTIAL], batch.counts[State.UNREAD], batch.pages_written
    )
    if waiting:
        case.act("read", read=done.read, partial=done.partial, unread=done.unread, pages=done.pages)
    return done


@contextmanager
def _few_collections() -> Iterator[None]:
    """Pages are many small objects without cycles: looking for some among them takes longer than making them."""
    usual = gc.get_threshold()
    gc.set_threshold(100_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _again(case: Case, *, everything: bool) -> list[Document]:
    """Documents read before that may come out better now."""
    if not everything and case.fingerprint(_MEANS) == _means(case):
        return []
    # what never came to this step is an archive, and intake has said all there is to say about it
    tried = case.documents_in(PAGES)
    wanting = {one.subject for one in case.failures("reading") if one.code in _WANTING}
    unfinished = [*case.documents(State.PARTIAL), *case.documents(State.UNREAD)]
    return [one for one in unfinished if one.path in tried and (everything or one.path in wanting)]


def _means(case: Case) -> str:
    """What decides whether shut documents open: the passwords of the case and the languages that can be recognised."""
    folders = [*Path("/usr/share").glob("tess*"), *Path("/usr/local/share").glob("tess*")]
    folders += [Path(stated) for stated in [os.environ.get("TESSDATA_PREFIX", "")] if stated]
    languages = sorted(str(file) for folder in folders for file in folder.rglob("*.traineddata"))
    return hashlib.sha256(json.dumps([case.passwords(), languages]).encode()).hexdigest()


def _results(case: Case, documents: list[Document]) -> Iterator[tuple[Document, Result]]:
    """Results in order of path, read by a few cages side by side; documents of the same bytes are read once."""
    shared: dict[str, Future[Result]] = {}
    members, passwords = _members(case, documents), case.passwords()
    readers = [CagedReader(passwords=passwords) for _ in range(_WORKERS)]
    idle = list(readers)

    def job(document: Document) -> Result:
        if document.reader and document.state is State.NEW:
            return _listing(document, members.get(document.path, []))
        reader = idle.pop()
        try:
            return reader.read(case.original(document.sha256), document.media_type)
        finally:
            idle.append(reader)

    pool = ThreadPoolExecutor(_WORKERS)
    try:
        queue: list[tuple[Document, Future[Result]]] = []
        for document in documents:
            key = document.path if document.reader and document.state is State.NEW else document.sha256
            if key not in shared:
                shared[key] = pool.submit(job, document)
            queue.append((document, shared[key]))
            if len(queue) >= _AHEAD:
                first, future = queue.pop(0)
                yield first, future.result()
        for first, future in queue:
            yield first, future.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for reader in readers:
            reader.close()


def _members(case: Case, documents: list[Document]) -> dict[str, list[str]]:
    """Names of the members of each archive among these documents."""
    archives = {document.path for document in documents if document.reader and document.state is State.NEW}
    found: dict[str, list[str]] = {path: [] for path in archives}
    for document in case.documents() if archives else ():
        if document.parent in archives:
            found[document.parent].append(document.path.removeprefix(f"{document.parent}!/"))
    return found


def _listing(document: Document, names: list[str]) -> Result:
    """An archive, which intake has unpacked: its page is the list of what is in it."""
    writer = PageWriter()
    for name in names:
        writer.line(name)
    page = writer.page()
    problems = (("", "unreadable", document.failure, ""),) if document.failure else ()
    reading = Reading(
        (writer.page(language=settle(detect(page.text), page.text)),),
        {"members": str(len(names))},
        (),
        problems,
        document.reader,
    )
    return Result(reading, document.sandbox)


@dataclass(slots=True)
class _Batch:
    """Gathers results and commits them as one part of each table, with the documents' states, in one transaction."""

    case: Case
    documents: list[Document] = field(default_factory=list)
    pages: list[Packed] = field(default_factory=list)
    metadata: list[Metadata] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    started: float = field(default_factory=time.monotonic)
    counts: dict[State, int] = field(default_factory=lambda: dict.fromkeys(State, 0))
    pages_written: int = 0

    def add(self, document: Document, result: Result) -> None:
        """Takes one result; commits when the batch is full or old."""
        done = _finished(document, result)
        self.documents.append(done)
        self.counts[done.state] += 1
        self.pages += [pack(PAGES, replace(page, document=document.path)) for page in result.reading.pages]
        self.metadata.append(Metadata(document.path, result.reading.metadata))
        self.failures += _failures(document, result)
        is_full = len(self.documents) >= _BATCH_DOCUMENTS or len(self.pages) >= _BATCH_PAGES
        if is_full or time.monotonic() - self.started >= _BATCH_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Commits."""
        if self.documents:
            paths = [document.path for document in self.documents]
            with self.case.transaction():
                name = self._next_part()
                for path in paths:
                    self.case.clear_failures("reading", path)
                # what was made of an earlier reading no longer holds
                for table in (MENTIONS, FACTS):
                    self.case.forget(table, paths)
                self.case.write_part(PAGES, name, self.pages, documents=paths)
                self.case.write_part(METADATA, name, self.metadata, documents=paths)
                self.case.put_documents(self.documents)
                self.case.put_failures(self.failures)
            self.pages_written += len(self.pages)
        self.documents, self.pages, self.metadata, self.failures = [], [], [], []
        self.started = time.monotonic()

    def _next_part(self) -> str:
        """Numbered, so that pages are read back in the order in which they were stored."""
        row = self.case.db.execute("select max(part) from parts where name=?", (PAGES.name,)).fetchone()
        return f"{int(row[0]) + 1 if row[0] else 1:08d}"


def _finished(document: Document, result: Result) -> Document:
    state = State.UNREAD if result.error is not None else State.PARTIAL if result.reading.problems else State.READ
    failure = str(result.error.what) if result.error is not None else "; ".join(_messages(result.reading))[:500]
    return replace(document, state=state, reader=result.reading.reader, sandbox=result.level, failure=failure)


def _messages(reading: Reading) -> Iterable[str]:
    return dict.fromkeys(message for _, _, message, _ in reading.problems)


def _failures(document: Document, result: Result) -> list[Failure]:
    if result.error is not None:
        error = result.error
        return [Failure(document.path, "reading", error.code, error.what, error.remedy, error.where)]
    if document.reader:
        # what is wrong with an archive intake has said
        return []
    return [
        Failure(document.path, "reading", code, message, remedy, place)
        for place, code, message, remedy in result.reading.problems
    ]
