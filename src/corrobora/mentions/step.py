"""Reads mentions and facts out of the pages of every document that has not been through here yet."""

from __future__ import annotations

import hashlib
import json
import re
import signal
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from itertools import groupby
from multiprocessing import get_context
from types import FrameType

from corrobora.case import Case, Progress
from corrobora.case.index import search
from corrobora.case.progress import stage
from corrobora.errors import MissingToolError, OverBudgetError, UnreadableError, WorkerError
from corrobora.mentions.book import Book, Name, list_files, names_of
from corrobora.mentions.corrections import PREFIX, Correction, concerning, corrected, corrections
from corrobora.mentions.facts import read_facts
from corrobora.mentions.facts.letterhead import read_letter
from corrobora.mentions.facts.paper import Paper
from corrobora.mentions.finding import find
from corrobora.mentions.gazetteer import Entry, Gazetteer
from corrobora.mentions.known_names import organization_entries, person_entries, told_by_papers
from corrobora.mentions.relative_dates import with_letter
from corrobora.model.document import Failure, Metadata, Page
from corrobora.model.facts import Fact
from corrobora.model.mention import KnownName, Mention, MentionType
from corrobora.model.tables import FACTS, KNOWN_NAMES, MENTIONS, METADATA, PAGES

_WORKERS = 2
_AHEAD = 16
# Below so many characters starting a second process costs more than it saves: it loads the models again.
_WORTH_A_POOL = 300_000
_BATCH_DOCUMENTS, _BATCH_SECONDS = 64, 5.0
_SECONDS, _SECONDS_A_PAGE = 60.0, 15.0
_PIECE = 256
# Names that papers vouch for may bring further ones to light; after so many rounds the next run goes on.
_ROUNDS = 3
_FEW, _MOST_HITS = 50, 1000
_WORDS = re.compile(r"[^\W_]+")
_NAMES, _HAND = "mentions: names", "mentions: by hand"


@dataclass(frozen=True, slots=True)
class ExtractionDone:
    """What a run found."""

    documents: int = 0
    mentions: int = 0
    facts: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class _Paper:
    """A document to read, with the names of the case that stand in it and what a person corrected in it."""

    document: str
    pages: tuple[Page, ...]
    metadata: dict[str, str]
    known: tuple[Entry, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class _Extract:
    document: str
    mentions: tuple[Mention, ...] = ()
    facts: tuple[Fact, ...] = ()
    failure: Failure | None = None
    known: tuple[KnownName, ...] = ()


def extract(case: Case, progress: Progress, names: Sequence[str] = ()) -> ExtractionDone:
    """Finds what every new document says; mentions and facts are committed together, batch by batch.

    Documents that were read before are read again where a name that the case has learnt since stands in them unseen, or
    where a person corrected a mention. Names come from the record sets, from the lists that case.toml tells of, and
    from the letterheads, parties and mail headers of the papers themselves.

    Args:
        case: the case.
        progress: who is told.
        names: further names of organisations, to be found whatever the models say.

    Raises:
        InputError: where a list that case.toml names cannot be read.
    """
    for table in (MENTIONS, FACTS, KNOWN_NAMES):
        case.sweep(table)
    extra = [(name, MentionType.ORG) for name in names]
    _heed_corrections(case)
    _heed_record_names(case, extra)
    batch = _Batch(case)
    learnt = _read(case, progress, batch, extra)
    for _ in range(_ROUNDS):
        if not learnt or not _forget_those_with(case, Book(learnt), _candidates(case, learnt)):
            break
        learnt = _read(case, progress, batch, extra)
    if batch.done.documents:
        done = batch.done
        case.act("extract", documents=done.documents, mentions=done.mentions, facts=done.facts)
    return batch.done


def _read(case: Case, progress: Progress, batch: _Batch, extra: list[Name]) -> list[Name]:
    """Reads what waits; the names that the case did not know before."""
    waiting = sorted(case.documents_in(PAGES) - case.documents_in(MENTIONS))
    if not waiting:
        return []
    known = [*extra, *names_of(case)]
    book, told = Book(known), corrections(case.judgements())
    before = len(batch.learnt)
    with stage(progress, "mentions", len(waiting), "documents"):
        for first in range(0, len(waiting), _PIECE):
            for found in _results(_prepared(_papers(case, waiting[first : first + _PIECE]), book, told)):
                batch.add(found)
                progress.advance(1, found.document)
        batch.flush()
    return sorted(set(batch.learnt[before:]) - set(known))


def _prepared(papers: list[_Paper], book: Book, told: list[Correction]) -> list[_Paper]:
    """The papers with the names of the case that stand in them."""
    gazetteer = book.entries_for(page.text for paper in papers for page in paper.pages) if len(book) else None
    return [
        replace(
            paper,
            known=() if gazetteer is None else tuple(gazetteer.entries_in(page.text for page in paper.pages)),
            corrections=tuple(c for page in paper.pages for c in concerning(told, paper.document, page.page)),
        )
        for paper in papers
    ]


def _heed_corrections(case: Case) -> None:
    """Makes the documents wait again whose mentions a person corrected since, or whose correction was taken back."""
    now = {subject: verdict for subject, verdict in case.judgements().items() if subject.startswith(PREFIX)}
    before: dict[str, str] = json.loads(case.fingerprint(_HAND) or "{}")
    if now == before:
        return
    changed = corrections(dict(set(now.items()) ^ set(before.items())))
    documents = {one.document for one in changed if one.document is not None}
    for piece in _pieces(case) if any(one.document is None for one in changed) else ():
        documents |= {paper.document for paper in piece if any(_stands_in(one, paper) for one in changed)}
    with case.transaction():
        _forget(case, documents)
        case.finish_stage(_HAND, json.dumps(now, ensure_ascii=False, sort_keys=True))


def _stands_in(one: Correction, paper: _Paper) -> bool:
    return one.document is None and any(one.quote in " ".join(page.text.split()) for page in paper.pages)


def _heed_record_names(case: Case, extra: list[Name]) -> None:
    """Makes the documents wait again in which names stand that came with record sets or lists added since."""
    lists = [[str(path), path.read_bytes().hex()] for path in list_files(case) if path.is_file()]
    rows = case.db.execute("select * from datasets order by 1").fetchall()
    state = [[list(row) for row in rows], lists, case.settings().get("known_names"), extra]
    mark = hashlib.sha256(json.dumps(state, default=str).encode()).hexdigest()
    before = case.fingerprint(_NAMES)
    if before == mark:
        return
    if case.documents_in(MENTIONS) and (before is not None or rows or lists or extra):
        _forget_those_with(case, Book([*extra, *names_of(case)]), all_names=True)
    case.finish_stage(_NAMES, mark)


def _candidates(case: Case, learnt: list[Name]) -> set[str] | None:
    """Documents in which the index finds these names; None (all) where they are many or not all is indexed.

    With it a new file costs one file and those that name the same parties.
    """
    indexed = case.db.execute("select count(*) from part_documents where name='index'").fetchone()[0]
    if len(learnt) > _FEW or indexed < len(case.documents_in(PAGES)):
        return None
    found: set[str] = set()
    for text, type_ in learnt:
        forms = person_entries(text) if type_ is MentionType.PER else organization_entries(text)
        if forms:
            words = _WORDS.findall(min((one.text for one in forms), key=len))
            found |= {hit.document for hit in search(case, " AND ".join(words), limit=_MOST_HITS)}
    return found


def _forget_those_with(case: Case, book: Book, documents: set[str] | None = None, *, all_names: bool = False) -> int:
    """Makes the documents wait again in which names of the book stand that were not found; how many they are.

    Args:
        case: the case.
        book: the names.
        documents: only these are looked through; None for all.
        all_names: the book holds all names there are, so that what a gazetteer found and none has now is gone too.
    """
    stale: set[str] = set()
    for piece in _pieces(case, documents):
        gazetteer = book.entries_for(page.text for paper in piece for page in paper.pages)
        found = case.read(MENTIONS, {paper.document for paper in piece})
        by_page: dict[tuple[str, int], list[Mention]] = {}
        for mention in found:
            by_page.setdefault((mention.document, mention.page), []).append(mention)
        for paper in piece:
            for page in paper.pages:
                there = by_page.get((paper.document, page.page), [])
                if _is_stale(gazetteer.find(page.text), there, all_names=all_names):
                    stale.add(paper.document)
    _forget(case, stale)
    return len(stale)


def _is_stale(named: list[Mention], found: list[Mention], *, all_names: bool) -> bool:
    """Whether a page holds a name that nothing found, or, of all names, one found that is none any more."""
    unseen = any(not any(m.type is n.type and m.start < n.end and n.start < m.end for m in found) for n in named)
    spans = {(n.start, n.end) for n in named}
    gone = all_names and any(m.reader == "gazetteer" and (m.start, m.end) not in spans for m in found)
    return unseen or gone


def _forget(case: Case, documents: Iterable[str]) -> None:
    wanted = sorted(documents)
    with case.transaction():
        for table in (MENTIONS, FACTS, KNOWN_NAMES):
            case.forget(table, wanted)


def _pieces(case: Case, documents: set[str] | None = None) -> Iterator[list[_Paper]]:
    """The documents that were read before, some at a time."""
    there = case.documents_in(MENTIONS) & case.documents_in(PAGES)
    done = sorted(there if documents is None else there & documents)
    for first in range(0, len(done), _PIECE):
        yield _papers(case, done[first : first + _PIECE])


def extract_paper(paper: _Paper) -> _Extract:
    """The mentions and facts of one document; what goes wrong becomes a failure to list."""
    try:
        with _time_limit(_SECONDS + _SECONDS_A_PAGE * len(paper.pages)):
            mentions = _of_letter(paper, [m for page in paper.pages for m in _on_page(page, paper)])
            facts = tuple(read_facts(paper.pages, mentions, paper.metadata))
            vouched = dict.fromkeys(told_by_papers(facts, paper.metadata))
            known = tuple(KnownName(entry.text, entry.type, paper.document) for entry in vouched)
            return _Extract(paper.document, tuple(mentions), facts, known=known)
    except MissingToolError:
        raise
    except UnreadableError as exc:
        return _Extract(paper.document, failure=_failure(paper, exc))
    except (ArithmeticError, LookupError, ValueError, TypeError, AttributeError, RecursionError) as exc:
        # One paper that no rule foresaw must not end the case; it is listed with the reason.
        error = WorkerError(f"what it says could not be read out: {type(exc).__name__}: {exc}")
        return _Extract(paper.document, failure=_failure(paper, error))


def _of_letter(paper: _Paper, mentions: list[Mention]) -> list[Mention]:
    """The mentions with "this year" and "this month" dated by the letter they stand in."""
    written = read_letter(Paper(paper.pages, tuple(mentions), paper.metadata)).written
    dated: list[Mention] = []
    for page in paper.pages:
        dated += with_letter(page.text, (m for m in mentions if m.page == page.page), written)
    return dated


def _on_page(page: Page, paper: _Paper) -> Iterator[Mention]:
    book = Gazetteer(paper.known) if paper.known else None
    found = find(page.text, page.language or None, gazetteer=book)
    for mention in corrected(page.text, found, concerning(paper.corrections, page.document, page.page)):
        box = page.box_of(mention.start, mention.end)
        yield replace(mention, document=page.document, page=page.page, box=box)


def _failure(paper: _Paper, error: UnreadableError) -> Failure:
    return Failure(paper.document, "mentions", error.code, error.what, error.remedy, error.where)


class _time_limit:  # noqa: N801  (reads as what it does: with _time_limit(60))
    """Raises OverBudgetError after so many seconds of processor time; the pattern engine looks for signals too."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def __enter__(self) -> None:
        try:
            self.before = signal.signal(signal.SIGPROF, self._ring)
            signal.setitimer(signal.ITIMER_PROF, self.seconds)
            self.set = True
        except (ValueError, AttributeError):  # not the main thread, or a system without such timers
            self.set = False

    def __exit__(self, *exc: object) -> None:
        if self.set:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, self.before)

    @staticmethod
    def _ring(number: int, frame: FrameType | None) -> None:
        raise OverBudgetError("reading out what it says takes too long", remedy="split the file into smaller ones")


def _papers(case: Case, documents: list[str]) -> list[_Paper]:
    wanted = set(documents)
    metadata = {row.document: row.values for row in case.read(METADATA, wanted) if isinstance(row, Metadata)}
    pages = sorted(case.read(PAGES, wanted), key=lambda page: (page.document, page.page))
    by_document = {name: tuple(group) for name, group in groupby(pages, key=lambda page: page.document)}
    return [_Paper(name, by_document.get(name, ()), metadata.get(name, {})) for name in documents]


def _results(papers: list[_Paper]) -> Iterator[_Extract]:
    """Results in order of path; in this process where the papers are few, else in two others."""
    if sum(len(page.text) for paper in papers for page in paper.pages) < _WORTH_A_POOL:
        yield from (extract_paper(paper) for paper in papers)
        return
    rest = papers
    while rest:
        done = 0
        with ProcessPoolExecutor(_WORKERS, mp_context=get_context("spawn")) as pool:
            try:
                for found in _pooled(pool, rest):
                    yield found
                    done += 1
                return
            except BrokenProcessPool:
                guilty = rest[done]
        # The process died of this paper or of its neighbour: this one is tried no more, the others again.
        yield _Extract(guilty.document, failure=_failure(guilty, WorkerError("reading out what it says crashed")))
        rest = rest[done + 1 :]


def _pooled(pool: ProcessPoolExecutor, papers: list[_Paper]) -> Iterator[_Extract]:
    queue: list[Future[_Extract]] = []
    for paper in papers:
        queue.append(pool.submit(extract_paper, paper))
        if len(queue) >= _AHEAD:
            yield queue.pop(0).result()
    for future in queue:
        yield future.result()


@dataclass(slots=True)
class _Batch:
    """Gathers results and commits them as one part of MENTIONS and one of FACTS, in one transaction."""

    case: Case
    found: list[_Extract] = field(default_factory=list)
    learnt: list[Name] = field(default_factory=list)
    started: float = field(default_factory=time.monotonic)
    done: ExtractionDone = ExtractionDone()

    def add(self, found: _Extract) -> None:
        """Takes one result; commits when the batch is full or old."""
        self.found.append(found)
        if len(self.found) >= _BATCH_DOCUMENTS or time.monotonic() - self.started >= _BATCH_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Commits."""
        if self.found:
            paths = [one.document for one in self.found]
            mentions = [m for one in self.found for m in one.mentions]
            facts = [fact for one in self.found for fact in one.facts]
            known = [name for one in self.found for name in one.known]
            failures = [one.failure for one in self.found if one.failure is not None]
            with self.case.transaction():
                part = self._next_part()
                for path in paths:
                    self.case.clear_failures("mentions", path)
                self.case.write_part(MENTIONS, part, mentions, documents=paths)
                self.case.write_part(FACTS, part, facts, documents=paths)
                self.case.write_part(KNOWN_NAMES, part, known, documents=paths)
                self.case.put_failures(failures)
            self.learnt += [(name.text, name.type) for name in known]
            self.done = ExtractionDone(
                self.done.documents + len(paths),
                self.done.mentions + len(mentions),
                self.done.facts + len(facts),
                self.done.failed + len(failures),
            )
        self.found, self.started = [], time.monotonic()

    def _next_part(self) -> str:
        """Numbered, so that rows are read back in the order in which they were stored."""
        row = self.case.db.execute("select max(part) from parts where name=?", (MENTIONS.name,)).fetchone()
        return f"{int(row[0]) + 1 if row[0] else 1:08d}"
