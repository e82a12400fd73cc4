"""Progress of long work: steps report, the command line and the web application show."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class Progress(Protocol):
    """Who is told how far a step has come."""

    def start(self, stage: str, total: int, unit: str) -> None:
        """A stage begins with so many units to do (0 when that is not known)."""

    def advance(self, count: int = 1, detail: str = "") -> None:
        """So many more units are done."""

    def finish(self, summary: str = "") -> None:
        """The stage is over."""


class _Silent:
    def start(self, stage: str, total: int, unit: str) -> None: ...

    def advance(self, count: int = 1, detail: str = "") -> None: ...

    def finish(self, summary: str = "") -> None: ...


silent: Progress = _Silent()
"""Tells nobody."""


@contextmanager
def stage(progress: Progress, name: str, total: int, unit: str) -> Iterator[Progress]:
    """Starts a stage and finishes it whatever happens."""
    progress.start(name, total, unit)
    try:
        yield progress
    finally:
        progress.finish()
