"""The manifest of an evidence pack, and the check of a pack against it by somebody who has no case."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corrobora import __version__
from corrobora.errors import InputError

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class PackVerdict:
    """What checking a pack found.

    Attributes:
        files: how many files the manifest names.
        head: the head of the case's ledger when the pack was made; the newsroom can show that its ledger holds it.
        seal: SHA-256 of the manifest itself, to be compared with the one the newsroom gives by another way.
        problems: one line for each file that is changed, missing or not in the manifest.
    """

    files: int
    head: str
    seal: str
    problems: tuple[str, ...]


def write(folder: Path, head: str) -> str:
    """Writes the manifest of everything in the folder and returns its SHA-256."""
    paths = sorted(p for p in folder.rglob("*") if p.is_file())
    sums = {path.relative_to(folder).as_posix(): _sha256(path) for path in paths}
    manifest = {"program": f"corrobora {__version__}", "ledger_head": head, "files": sums}
    body = {**manifest, "sum": _sum_of(manifest)}
    text = json.dumps(body, ensure_ascii=False, indent=1, sort_keys=True)
    with (folder / NAME).open("w", encoding="utf-8", newline="\n") as handle:
        handle.write(text)
        handle.flush()
        os.fsync(handle.fileno())
    return hashlib.sha256(text.encode()).hexdigest()


def check(folder: Path) -> PackVerdict:
    """Holds every file of a pack against the manifest.

    Raises:
        InputError: where there is no manifest.
    """
    place = folder / NAME
    if not place.is_file():
        raise InputError("this folder holds no manifest.json", str(folder), "name the folder of an evidence pack")
    untrusted_bytes = place.read_bytes()
    seal = hashlib.sha256(untrusted_bytes).hexdigest()
    manifest = _parsed(untrusted_bytes)
    if manifest is None:
        return PackVerdict(0, "", seal, (f"{NAME}: changed: it is no manifest of this program any more",))
    sums: dict[str, str] = manifest["files"]
    there = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if not path.is_dir()}
    problems = [f"{name}: missing" for name in sums if name not in there]
    problems += [f"{name}: not in the manifest" for name in there if name not in sums and name != NAME]
    for name, digest in sums.items():
        if name in there and (there[name].is_symlink() or _sha256(there[name]) != digest):
            problems.append(f"{name}: changed")
    return PackVerdict(len(sums), str(manifest["ledger_head"]), seal, tuple(problems))


def _parsed(untrusted_bytes: bytes) -> dict[str, Any] | None:
    """The manifest, or None where any byte of it is not as it was written."""
    try:
        body = json.loads(untrusted_bytes)
        written = json.dumps(body, ensure_ascii=False, indent=1, sort_keys=True).encode()
        manifest = {key: body[key] for key in ("program", "ledger_head", "files")}
        whole = written == untrusted_bytes and body["sum"] == _sum_of(manifest) and isinstance(body["files"], dict)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return manifest if whole else None


def _sum_of(manifest: dict[str, Any]) -> str:
    text = json.dumps(manifest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _sha256(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
