"""What an exporter is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from corrobora.case import Case, Progress


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format in which findings leave the case.

    Attributes:
        export: writes it; takes the case, where to write, and who is told of the progress.
    """

    name: str
    title: str
    export: Callable[[Case, Path, Progress], None]
