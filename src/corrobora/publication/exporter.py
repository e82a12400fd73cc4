"""What an exporter is, and what may be asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from corrobora.case import Case, Progress, ledger

EVERYBODY, NOBODY = "all", "none"


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for.

    Attributes:
        reveal: ids of people whose passport numbers, birth dates and the like are shown besides the default
            (people with an asserted finding); "all" shows everything, "none" hides even the default.
        originals: paths of documents whose original files go along (`bagit`); "all" for those that findings cite.
    """

    reveal: tuple[str, ...] = ()
    originals: tuple[str, ...] = ()


DEFAULT = Options()


class Export(Protocol):
    """Writes findings of a case to a path, the same bytes for the same case."""

    def __call__(self, case: Case, output: Path, progress: Progress, options: Options = DEFAULT) -> None:
        """Writes it."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format in which findings leave the case.

    Attributes:
        export: writes it; takes the case, where to write, who is told of the progress, and options.
    """

    name: str
    title: str
    export: Export


def story_head(case: Case) -> str:
    """The ledger's newest hash that is no export, so that exporting twice gives the same bytes."""
    heads = [entry.hash for entry in ledger.entries(case.db) if entry.act != "export"]
    return heads[-1] if heads else ledger.GENESIS
