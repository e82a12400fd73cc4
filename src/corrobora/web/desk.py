"""The case on the reporter's desk: what every view reads, held in memory while the case does not change."""

from __future__ import annotations

import re
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from corrobora import pipeline
from corrobora.case import Case, Progress
from corrobora.model.entities import Person
from corrobora.model.findings import Finding
from corrobora.model.tables import FINDINGS, PERSONS, Table
from corrobora.publication.drawing import Drawing
from corrobora.web.jobs import Jobs

_FORM = re.compile(r"\s+")


class Desk:
    """One case, served.

    Args:
        root: the case folder.

    Attributes:
        jobs: long work beside the pages.
        screened: what the last list of names gave.
    """

    def __init__(self, root: Path) -> None:
        with Case.open(root) as case:
            self.title = case.root.resolve().name
        self.root = root
        self.jobs = Jobs()
        self.screened: list[dict[str, Any]] | None = None
        self._held: dict[str, tuple[object, Any]] = {}
        self._lock = threading.Lock()
        self._scratch = tempfile.TemporaryDirectory(prefix="corrobora-web-")
        self._drawing: Drawing | None = None

    def close(self) -> None:
        """Stops what runs and clears what was drawn."""
        self.jobs.close()
        if self._drawing is not None:
            self._drawing.__exit__()
        self._scratch.cleanup()

    @contextmanager
    def case(self) -> Iterator[Case]:
        """The case, opened for one request: a connection must not change threads."""
        with Case.open(self.root) as opened:
            yield opened

    def read(self, case: Case, table: Table) -> list[Any]:
        """All rows of a small table, read again only when it changed."""
        files = case.db.execute("select part, file from parts where name=? order by part", (table.name,)).fetchall()
        return self._kept(table.name, files, lambda: case.read(table))  # type: ignore[no-any-return]

    def findings(self, case: Case) -> list[Finding]:
        """The findings with the verdicts that stand, strongest first."""
        verdicts = case.judgements()
        return [replace(f, review=verdicts.get(f.id, f.review)) for f in self.read(case, FINDINGS)]

    def finding(self, case: Case, id_: str) -> Finding | None:
        """One finding."""
        return next((f for f in self.findings(case) if f.id == id_), None)

    def bearers(self, case: Case) -> dict[str, str]:
        """Form of a name -> id of the one person of the case who bears it; a form of two people names neither."""
        persons: list[Person] = self.read(case, PERSONS)

        def index() -> dict[str, str]:
            found: dict[str, set[str]] = {}
            for person in persons:
                for name in (*(form.text for form in person.names), person.label):
                    found.setdefault(plain(name), set()).add(person.id)
            return {form: next(iter(ids)) for form, ids in found.items() if len(ids) == 1}

        return self._kept("bearers", id(persons), index)  # type: ignore[no-any-return]

    def picture(self, sha256: str, page: int) -> Path | None:
        """A page as WebP, drawn in the cage from the original, without the original's metadata."""
        with self.case() as case, self._lock:
            found = case.db.execute("select path from documents where sha256=? order by path limit 1", (sha256,))
            document = next((case.document(path) for (path,) in found.fetchall()), None)
            if document is None:
                return None
            if self._drawing is None:
                self._drawing = Drawing(case, Path(self._scratch.name))
            name = self._drawing.picture(document, page)
        return Path(self._scratch.name) / name if name else None

    def follow(self) -> None:
        """Works out, beside the pages, what follows from what was decided."""

        def work(progress: Progress) -> str:
            with self.case() as case:
                done = pipeline.follow(case, progress).done
            return f"worked out anew: {', '.join(done)}" if done else "nothing else follows"

        self.jobs.ask("what follows", work)

    def _kept(self, name: str, mark: object, make: Any) -> Any:
        held = self._held.get(name)
        if held is None or held[0] != mark:
            held = self._held[name] = (mark, make())
        return held[1]


def plain(name: str) -> str:
    """A name as it is compared: no case, single spaces."""
    return _FORM.sub(" ", name).strip().casefold()
