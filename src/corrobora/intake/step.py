"""Takes a leak into the case: walks the folder, keeps originals, unpacks containers, registers documents."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from corrobora.case import Case, Progress
from corrobora.case.progress import stage
from corrobora.case.sandbox import Sandbox
from corrobora.errors import EncryptedError, InputError, MissingToolError, OverBudgetError
from corrobora.intake import sources, unpacking, volumes
from corrobora.model import magic
from corrobora.model.document import Document, Failure, State
from corrobora.model.source import Source

_BATCH_FILES, _BATCH_BYTES = 64, 64 << 20
_MAX_FILE_BYTES = 2 << 30
_KEYS = "passwords of intake"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What an intake did: numbers of files, and of documents now in the case (members counted)."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    documents: int = 0
    failures: int = 0


@dataclass(frozen=True, slots=True)
class _Found:
    """A file of the leak: where, what it is called in the case, how the system describes it, what it is a part of."""

    place: bytes
    path: str
    mark: str
    size: int
    together: tuple[_Found, ...] = ()


def take_in(case: Case, leak: Path, progress: Progress, *, complete: bool = True) -> TakenIn:
    """Registers every file of the leak and every member of its containers.

    Files whose size and times did not change are not opened; those whose bytes did not change keep their state.

    Args:
        case: the case.
        leak: a folder, or one file.
        progress: who is told.
        complete: whether the folder is the whole leak: documents whose files are gone are dropped.

    Raises:
        InputError: where there is nothing at this path, or its sources.toml cannot be understood.
    """
    if not leak.exists():
        raise InputError("there is no such folder or file", str(leak), "check the path")
    found, failures = _walk(leak)
    found = _marked_together(found)
    told = _put_sources(case, leak, found)
    known = case.file_marks()
    removed = sorted(set(known) - {file.path for file in found}) if complete else []
    case.drop_files(removed)
    _replace_walk_failures(case, failures)
    again = _openable_now(case)
    fresh = [file for file in found if known.get(file.path) != file.mark or file.path in again]
    new = changed = 0
    with stage(progress, "intake", len(fresh), "files"), Sandbox((unpacking.UNPACK,), unpacking.preload) as cage:
        unpacker = unpacking.Unpacker(cage, case.keep_original, case.original, passwords=case.passwords())
        intake = _Intake(case, unpacker, told, again)
        for file in fresh:
            outcome = intake.take(file)
            new += outcome == "new"
            changed += outcome == "changed"
            progress.advance(1, file.path)
        intake.flush()
    case.finish_stage(_KEYS, _keys(case))
    summary = TakenIn(
        new=new, changed=changed, unchanged=len(found) - new - changed, removed=len(removed),
        documents=case.count_documents(), failures=len(case.failures("intake")),
    )  # fmt: skip
    if new or changed or removed:
        case.act("ingest", leak=str(leak), new=new, changed=changed, removed=len(removed), documents=summary.documents)
    return summary


class _Intake:
    """Gathers documents and commits them in batches: a kill loses at most the batch it falls into, doubles nothing."""

    def __init__(self, case: Case, unpacker: unpacking.Unpacker, told: list[Source], again: frozenset[str]) -> None:
        self._case, self._unpacker, self._told, self._again = case, unpacker, told, again
        self._batch: list[tuple[_Found, unpacking.Intake | None, Failure | None]] = []
        self._bytes = 0
        self._parts: dict[str, unpacking.Part | None] = {}

    def take(self, file: _Found) -> str:
        """Takes one file; says whether it is "new", "changed" or "same"."""
        old = self._case.document(file.path)
        try:
            untrusted_bytes = _read(file)
            part = self._part(file)
        except OSError as exc:
            self._batch.append(
                (
                    file,
                    None,
                    _failure(file.path, "unreadable", f"it cannot be read: {exc.strerror}", "check its rights"),
                )
            )
            return "new" if old is None else "changed"
        source = _source_of(self._told, file.path)
        if untrusted_bytes is None:
            self._batch.append((file, _too_large(self._case, file, source), None))
            return "new" if old is None else "changed"
        if (
            old is not None
            and part is None
            and file.path not in self._again
            and old.sha256 == unpacking.digest(untrusted_bytes)
        ):
            self._case.mark_file(file.path, file.mark)
            return "same"
        self._batch.append((file, self._unpacker.take(file.path, untrusted_bytes, source, part), None))
        self._bytes += len(untrusted_bytes)
        if len(self._batch) >= _BATCH_FILES or self._bytes >= _BATCH_BYTES:
            self.flush()
        return "new" if old is None else "changed"

    def _part(self, file: _Found) -> unpacking.Part | None:
        """Which split archive the file is a part of; its parts are read together when the first is met."""
        if file.together and file.path not in self._parts:
            kept = {}
            for one in file.together:
                content = _read(one)
                if content is not None:
                    kept[one.path] = self._case.keep_original(content)
            self._parts |= dict.fromkeys((one.path for one in file.together), None)
            self._parts |= self._unpacker.parts(kept)
        return self._parts.get(file.path)

    def flush(self) -> None:
        """Commits what was gathered, in one transaction."""
        if not self._batch:
            return
        with self._case.transaction():
            self._case.drop_files([file.path for file, _, _ in self._batch])
            for file, intake, failure in self._batch:
                if intake is not None:
                    self._case.put_documents(intake.documents)
                    self._case.put_failures(intake.failures)
                    self._case.mark_file(file.path, file.mark)
                if failure is not None:
                    self._case.put_failures([failure])
        self._batch, self._bytes = [], 0


def _marked_together(found: list[_Found]) -> list[_Found]:
    """The files with parts of split archives told of each other: when one of them comes, all are looked at again."""
    by_path = {file.path: file for file in found}
    for one in dict.fromkeys(volumes.sets(by_path).values()):
        parts = tuple(by_path[path] for path in one.volumes)
        mark = unpacking.digest("\0".join(part.mark for part in parts).encode())[:16]
        for part in parts:
            by_path[part.path] = replace(part, mark=f"{part.mark}:{mark}", together=parts)
    return list(by_path.values())


def _too_large(case: Case, file: _Found, source: str) -> unpacking.Intake:
    """A file that no reader gets: it is kept and has a state."""
    with _open(file) as opened:
        kind = magic.media_type(opened.read(1 << 16))
        opened.seek(0)
        sha256 = case.keep_large_original(opened)
    message = f"it is larger than {_MAX_FILE_BYTES >> 30} GB"
    remedy = "take it apart with its own program (export a mail store by folder, unpack an archive) and add the parts"
    document = Document(
        file.path, sha256, file.size, source, None, kind, state=State.UNREAD, failure=message, sandbox="none"
    )
    return unpacking.Intake([document], [_failure(file.path, OverBudgetError.code, message, remedy)])


def _openable_now(case: Case) -> frozenset[str]:
    """Files in which something stayed shut for want of a password or a library, where these have come since."""
    codes = set()
    if case.fingerprint(_KEYS) != _keys(case):
        codes.add(EncryptedError.code)
    if unpacking.has_libarchive():
        codes.add(MissingToolError.code)
    return frozenset(one.subject.split("!/", 1)[0] for one in case.failures("intake") if one.code in codes)


def _keys(case: Case) -> str:
    return unpacking.digest("\0".join(case.passwords()).encode())


def _read(file: _Found) -> bytes | None:
    """The file's bytes, None where it is too large."""
    with _open(file) as opened:
        return opened.read() if os.fstat(opened.fileno()).st_size <= _MAX_FILE_BYTES else None


def _open(file: _Found) -> BinaryIO:
    """The file, opened; one swapped for a pipe or link meanwhile is not."""
    opened = os.fdopen(
        os.open(file.place, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)), "rb"
    )
    if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
        opened.close()
        raise OSError(22, "it is no regular file any more")
    return opened


def _walk(leak: Path) -> tuple[list[_Found], list[Failure]]:
    """All regular files in order of path, and what is none. Names are bytes."""
    files: list[_Found] = []
    failures: list[Failure] = []
    root = os.fsencode(leak)
    if leak.is_file():
        status = os.stat(root)  # noqa: PTH116 - names are bytes
        return [_Found(root, _shown(os.path.basename(root)), _mark(status), status.st_size)], []  # noqa: PTH119
    for place, entry, error in _entries(root):
        path = _shown(os.path.relpath(place, root))
        if error is not None:
            failures.append(_failure(path, "unreadable", f"the folder cannot be read: {error}", "check its rights"))
        elif entry is not None and path != sources.NAME:
            _sort_in(place, path, entry, files, failures)
    return sorted(files, key=lambda file: file.path), failures


def _sort_in(place: bytes, path: str, entry: os.DirEntry[bytes], files: list[_Found], failures: list[Failure]) -> None:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError as exc:
        failures.append(_failure(path, "unreadable", f"it cannot be looked at: {exc.strerror}", "check its rights"))
        return
    if stat.S_ISREG(status.st_mode):
        files.append(_Found(place, path, _mark(status), status.st_size))
    elif stat.S_ISLNK(status.st_mode):
        failures.append(
            _failure(path, "unsupported", "it is a symbolic link, and those are not followed", "copy what it points to")
        )
    else:
        failures.append(_failure(path, "unsupported", "it is a pipe, socket or device", ""))


def _entries(root: bytes) -> Iterator[tuple[bytes, os.DirEntry[bytes] | None, str | None]]:
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as exc:
            yield folder, None, exc.strerror or str(exc)
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            else:
                yield entry.path, entry, None


def _shown(name: bytes) -> str:
    return name.decode("utf-8", "backslashreplace").replace(os.sep, "/")


def _mark(status: os.stat_result) -> str:
    return f"{status.st_size}:{status.st_mtime_ns}:{status.st_ctime_ns}:{status.st_ino}"


def _put_sources(case: Case, leak: Path, found: list[_Found]) -> list[Source]:
    listing = leak / sources.NAME
    told = sources.told(listing.read_bytes()) if leak.is_dir() and listing.is_file() else []
    tops = sorted({file.path.split("/", 1)[0] for file in found if "/" in file.path})
    everything = [*told, *sources.implied(tops, leak.name or str(leak), told)]
    case.put_sources(everything)
    return everything


def _source_of(everything: list[Source], path: str) -> str:
    held = [source.path for source in everything if source.holds(path)]
    return max(held, key=len) if held else path.split("/", 1)[0]


def _replace_walk_failures(case: Case, failures: list[Failure]) -> None:
    """Links, pipes and closed folders are looked for anew each time; failures of documents stand until these change."""
    known = {document.path for document in case.documents()}
    for old in case.failures("intake"):
        if old.subject not in known and old.subject.split("!/", 1)[0] not in known:
            case.clear_failures("intake", old.subject)
    case.put_failures(failures)


def _failure(path: str, code: str, message: str, remedy: str) -> Failure:
    return Failure(path, "intake", code, message, remedy)
