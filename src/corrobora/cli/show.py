"""What people read: cleaned of control characters, in colour where the terminal has it."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as RichProgress
from rich.text import Text

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)

GRADE_STYLE = {
    "confirmed": "bold green",
    "probable": "green",
    "possible": "yellow",
    "unverified": "dim",
    "contradicted": "red",
}


def clean(untrusted: str) -> str:
    """The text without anything that a terminal would obey: control and bidirectional characters become visible."""
    return "".join(
        f"\\u{ord(c):04x}" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co") and c not in "\n\t" else c
        for c in untrusted
    )


def say(untrusted: str, style: str = "") -> None:
    """One line for a person."""
    out.print(Text(clean(untrusted), style=style))


def marked(untrusted: str, marks: Iterable[tuple[int, int]]) -> Text:
    """Text with the words found set off."""
    text = Text(untrusted.replace("\n", " ").replace("\t", " "))
    for start, end in marks:
        text.stylize("bold yellow", max(0, start), min(len(untrusted), end))
    return Text.assemble(*[(clean(part.plain), part.style) for part in text.divide(sorted(_edges(text)))])


def _edges(text: Text) -> set[int]:
    return {edge for span in text.spans for edge in (span.start, span.end) if 0 < edge < len(text.plain)}


def as_json(value: Any) -> None:
    """JSON on standard output, whatever the terminal."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


class Bar:
    """Progress on standard error: rate and time left for everything that takes over two seconds."""

    def __init__(self) -> None:
        self._bar: RichProgress | None = None
        self._task: Any = None

    def start(self, stage: str, total: int, unit: str) -> None:
        """A stage begins."""
        self.finish()
        if total == 0 and not err.is_terminal:
            return
        self._bar = RichProgress(
            SpinnerColumn(),
            TextColumn("{task.description:<14}"),
            BarColumn(30),
            MofNCompleteColumn(),
            TextColumn("{task.fields[unit]}"),
            TextColumn("{task.fields[rate]}"),
            TimeElapsedColumn(),
            TextColumn("{task.fields[left]}"),
            console=err,
            transient=err.is_terminal,
        )
        self._task = self._bar.add_task(stage, total=total or None, unit=unit, rate="", left="")
        self._bar.start()

    def advance(self, count: int = 1, detail: str = "") -> None:
        """So many more are done."""
        if self._bar is None:
            return
        self._bar.advance(self._task, count)
        task = self._bar.tasks[0]
        if task.elapsed and task.elapsed > 2 and task.completed:
            speed = task.completed / task.elapsed
            left = f"{(task.total - task.completed) / speed:,.0f} s left" if task.total else ""
            self._bar.update(self._task, rate=f"{speed:,.1f}/s", left=left)

    def finish(self, summary: str = "") -> None:
        """The stage is over."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None
        if summary:
            err.print(Text(clean(summary)))
