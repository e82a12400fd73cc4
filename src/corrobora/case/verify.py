"""Is the case what it was? Re-hashes every original and walks the ledger's chain."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from corrobora.case import ledger
from corrobora.case.progress import Progress, stage
from corrobora.case.store import Case


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification found.

    Attributes:
        originals: how many were re-hashed.
        problems: one line each; empty when all is well.
        head: the ledger's newest hash, to be kept elsewhere.
    """

    originals: int
    entries: int
    head: str
    problems: tuple[str, ...]


def verify(case: Case, progress: Progress) -> Verdict:
    """Checks originals, documents, derived parts and the ledger."""
    problems: list[str] = []
    files = sorted(path for path in case.originals.glob("*/*") if path.is_file() and not path.name.startswith("."))
    with stage(progress, "verify", len(files), "originals"):
        for path in files:
            if _sha256(path) != path.name:
                problems.append(f"originals/{path.parent.name}/{path.name}: the bytes have changed")
            progress.advance()
    there = {path.name for path in files}
    for document in case.documents():
        if document.sha256 not in there:
            problems.append(f"{document.path}: its original {document.sha256} is missing")
    for name, file in case.db.execute("select name, file from parts"):
        if not (case.tables / name / file).is_file():
            problems.append(f"tables/{name}/{file}: missing; run again to rebuild it")
    broken = ledger.broken_at(case.db)
    if broken is not None:
        problems.append(f"ledger: entry {broken} does not follow from the one before it")
    return Verdict(len(files), len(ledger.entries(case.db)), ledger.head(case.db), tuple(problems))


def _sha256(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
