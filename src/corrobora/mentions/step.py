"""Reads mentions and facts out of the pages of every document that has not been through here yet."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from itertools import groupby
from multiprocessing import get_context
from types import FrameType

from corrobora.case import Case, Progress
from corrobora.case.progress import stage
from corrobora.errors import MissingToolError, OverBudgetError, UnreadableError, WorkerError
from corrobora.mentions.facts import read_facts
from corrobora.mentions.finding import find
from corrobora.mentions.gazetteer import Gazetteer
from corrobora.model.document import Failure, Metadata, Page
from corrobora.model.facts import Fact
from corrobora.model.mention import Mention
from corrobora.model.tables import FACTS, MENTIONS, METADATA, PAGES

_WORKERS = 2
_AHEAD = 16
# Below so many characters starting a second process costs more than it saves: it loads the models again.
_WORTH_A_POOL = 300_000
_BATCH_DOCUMENTS, _BATCH_SECONDS = 64, 5.0
_SECONDS, _SECONDS_A_PAGE = 60.0, 15.0
_PIECE = 256


@dataclass(frozen=True, slots=True)
class ExtractionDone:
    """What a run found."""

    documents: int = 0
    mentions: int = 0
    facts: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class _Paper:
    document: str
    pages: tuple[Page, ...]
    metadata: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Extract:
    document: str
    mentions: tuple[Mention, ...] = ()
    facts: tuple[Fact, ...] = ()
    failure: Failure | None = None


def extract(case: Case, progress: Progress, names: Sequence[str] = ()) -> ExtractionDone:
    """Finds what every new document says; mentions and facts are committed together, batch by batch.

    Args:
        case: the case.
        progress: who is told.
        names: names of organisations that the case knows (registers, lists), to be found whatever the models say.
    """
    waiting = sorted(case.documents_in(PAGES) - case.documents_in(MENTIONS))
    for table in (MENTIONS, FACTS):
        case.sweep(table)
    batch = _Batch(case)
    with stage(progress, "mentions", len(waiting), "documents"):
        for first in range(0, len(waiting), _PIECE):
            for found in _results(_papers(case, waiting[first : first + _PIECE]), tuple(names)):
                batch.add(found)
                progress.advance(1, found.document)
        batch.flush()
    if waiting:
        case.act("extract", documents=batch.done.documents, mentions=batch.done.mentions, facts=batch.done.facts)
    return batch.done


def extract_paper(paper: _Paper, names: tuple[str, ...] = ()) -> _Extract:
    """The mentions and facts of one document; what goes wrong becomes a failure to list."""
    try:
        with _time_limit(_SECONDS + _SECONDS_A_PAGE * len(paper.pages)):
            mentions = [m for page in paper.pages for m in _on_page(page, names)]
            return _Extract(paper.document, tuple(mentions), tuple(read_facts(paper.pages, mentions, paper.metadata)))
    except MissingToolError:
        raise
    except UnreadableError as exc:
        return _Extract(paper.document, failure=_failure(paper, exc))
    except (ArithmeticError, LookupError, ValueError, TypeError, AttributeError, RecursionError) as exc:
        # One paper that no rule foresaw must not end the case; it is listed with the reason.
        error = WorkerError(f"what it says could not be read out: {type(exc).__name__}: {exc}")
        return _Extract(paper.document, failure=_failure(paper, error))


def _on_page(page: Page, names: tuple[str, ...]) -> Iterator[Mention]:
    book = Gazetteer(names) if names else None
    for mention in find(page.text, page.language or None, gazetteer=book):
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


def _results(papers: list[_Paper], names: tuple[str, ...]) -> Iterator[_Extract]:
    """Results in order of path; in this process where the papers are few, else in two others."""
    if sum(len(page.text) for paper in papers for page in paper.pages) < _WORTH_A_POOL:
        yield from (extract_paper(paper, names) for paper in papers)
        return
    rest = papers
    while rest:
        done = 0
        with ProcessPoolExecutor(_WORKERS, mp_context=get_context("spawn")) as pool:
            try:
                for found in _pooled(pool, rest, names):
                    yield found
                    done += 1
                return
            except BrokenProcessPool:
                guilty = rest[done]
        # The process died of this paper or of its neighbour: this one is tried no more, the others again.
        yield _Extract(guilty.document, failure=_failure(guilty, WorkerError("reading out what it says crashed")))
        rest = rest[done + 1 :]


def _pooled(pool: ProcessPoolExecutor, papers: list[_Paper], names: tuple[str, ...]) -> Iterator[_Extract]:
    queue: list[Future[_Extract]] = []
    for paper in papers:
        queue.append(pool.submit(extract_paper, paper, names))
        if len(queue) >= _AHEAD:
            yield queue.pop(0).result()
    for future in queue:
        yield future.result()


@dataclass(slots=True)
class _Batch:
    """Gathers results and commits them as one part of MENTIONS and one of FACTS, in one transaction."""

    case: Case
    found: list[_Extract] = field(default_factory=list)
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
            failures = [one.failure for one in self.found if one.failure is not None]
            with self.case.transaction():
                part = self._next_part()
                for path in paths:
                    self.case.clear_failures("mentions", path)
                self.case.write_part(MENTIONS, part, mentions, documents=paths)
                self.case.write_part(FACTS, part, facts, documents=paths)
                self.case.put_failures(failures)
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
