"""A file and all that is in it, container by container, as documents and failures. Pure but for the cage it calls."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from corrobora.case.sandbox import Budget, Limits, Sandbox, Task
from corrobora.errors import DamagedError, OverBudgetError, UnreadableError
from corrobora.intake import locked, rarcrypt, sevenzip, volumes
from corrobora.intake.container import Container, Problem, Unpacked, UnpackOptions, safe_name
from corrobora.intake.containers import REGISTRY, archive, compressed, office, pst
from corrobora.intake.containers.zip import MOST_DEFLATE
from corrobora.intake.volumes import VolumeSet
from corrobora.model import magic
from corrobora.model.document import Document, Failure, State

_HEAD = 1 << 16
_BY_TYPE: dict[str, Container] = {kind: entry for entry in REGISTRY for kind in entry.media_types}


def unpack(untrusted_bytes: bytes, options: UnpackOptions) -> Unpacked:
    """Unpacks one container with the unpacker of its media type."""
    return _BY_TYPE[options.media_type].unpack(untrusted_bytes, options)


def preload() -> None:
    """Loads what the unpackers need before the cage shuts."""
    archive.preload()
    pst.preload()
    locked.preload()
    sevenzip.preload()
    rarcrypt.preload()


def has_libarchive() -> bool:
    """Whether the library is there that opens most kinds of archive."""
    return archive.preload() is not None


UNPACK = Task("unpack", unpack, UnpackOptions, Unpacked)


@dataclass(frozen=True, slots=True)
class Part:
    """What a part of a split archive needs to know.

    Attributes:
        one: the set it belongs to.
        sha256: of the parts that are there, in order; their bytes lie with the originals.
        missing: what is not there, in words; "" where nothing is.
    """

    one: VolumeSet
    sha256: tuple[str, ...]
    missing: str = ""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A file to look at; its bytes lie with the originals."""

    path: str
    sha256: str
    parent: str | None = None
    depth: int = 0
    part: Part | None = None


@dataclass(slots=True)
class Intake:
    """What came of one file: documents with their bytes kept, and failures."""

    documents: list[Document] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


@dataclass(slots=True)
class Unpacker:
    """Takes files apart.

    Attributes:
        cage: with the task UNPACK.
        keep: stores the bytes of an original and returns its hash.
        load: gives them back.
        budget: for one file of the leak, all that is nested in it included.
        passwords: to try on encrypted archives.
    """

    cage: Sandbox
    keep: Callable[[bytes], str]
    load: Callable[[str], bytes]
    budget: Budget = Budget()
    passwords: tuple[str, ...] = ()

    def take(self, path: str, untrusted_bytes: bytes, source: str, part: Part | None = None) -> Intake:
        """The document of this path and those of all its members, down to the budget's depth."""
        intake = Intake()
        allowance = [self.budget.allowance(len(untrusted_bytes)), self.budget.members]
        waiting = [_Waiting(path, self.keep(untrusted_bytes), part=part)]
        seen: dict[str, set[str]] = {}
        while waiting:
            one = waiting.pop()
            content = self.load(one.sha256)
            document = Document(
                path=one.path,
                sha256=one.sha256,
                size=len(content),
                source=source,
                parent=one.parent,
                media_type=magic.media_type(content),
            )
            ancestors = seen.get(one.parent or "", set())
            container = None if one.part is not None else _container(document, content)
            members: list[_Waiting] = []
            if one.part is not None:
                document, members = self._part(document, one.part, allowance, intake)
            elif container is not None:
                if document.sha256 in ancestors:
                    document = self._refused(document, intake, "it contains itself")
                elif min(allowance) <= 0:
                    document = self._refused(document, intake, "the file it came in has used up its budget")
                elif one.depth >= self.budget.depth:
                    document = self._refused(document, intake, f"it is nested more than {self.budget.depth} deep")
                else:
                    seen[one.path] = ancestors | {document.sha256}
                    document, members = self._open(document, content, container, allowance, intake)
            if one.part is None and (container is None or not container.is_archive):
                members += self._second_face(document, content, allowance, intake)
            waiting += [replace(member, depth=one.depth + 1) for member in reversed(members)]
            intake.documents.append(document)
        return intake

    def _second_face(self, document: Document, content: bytes, allowance: list[int], intake: Intake) -> list[_Waiting]:
        """Members of a ZIP that hangs on to a file of another kind."""
        if not magic.hidden_zip(content) or min(allowance) <= 0:
            return []
        message = "the file is an archive at the same time; both were looked into"
        intake.failures.append(Failure(document.path, "intake", "unsupported", message, "ask why it was made so"))
        archive_face = replace(document, media_type=magic.ZIP)
        return self._open(archive_face, content, _BY_TYPE[magic.ZIP], allowance, intake)[1]

    def _refused(self, document: Document, intake: Intake, why: str) -> Document:
        intake.failures.append(
            Failure(document.path, "intake", "over-budget", f"not opened: {why}", "unpack it by hand if it matters")
        )
        return replace(document, state=State.UNREAD, failure=f"not opened: {why}")

    def _open(
        self, document: Document, content: bytes, container: Container, allowance: list[int], intake: Intake
    ) -> tuple[Document, list[_Waiting]]:
        """Opens one container; `allowance` holds the bytes and the members that are left to the file as a whole."""
        found: dict[str, str] = {}
        failures: list[Failure] = []
        level = self.cage.level
        left = replace(self.budget, total_bytes=max(allowance[0], 0)).allowance(len(content))
        first, more = 0, True
        excess = _excess(content, document.media_type, left)
        if excess is not None:
            failures.append(_failure(document.path, excess))
            more = False
        while more:
            bounds = replace(self.budget, total_bytes=left, free_bytes=left, members=max(allowance[1], 0))
            options = UnpackOptions(document.media_type, document.path, bounds, first=first)
            options = replace(options, passwords=self.passwords)
            try:
                outcome = self.cage.run(UNPACK, content, options, _limits(content, document.media_type, left))
            except UnreadableError as exc:
                failures.append(Failure(document.path, "intake", exc.code, exc.what, exc.remedy))
                break
            level, unpacked = outcome.level, outcome.answer
            spent = sum(len(member.untrusted_bytes) for member in unpacked.members)
            left, allowance[0] = left - spent, allowance[0] - spent
            allowance[1] -= len(unpacked.members)
            for member in unpacked.members:
                found[_free_name(member.name, found)] = self.keep(member.untrusted_bytes)
            failures += [_failure(document.path, problem) for problem in unpacked.problems]
            more, first = unpacked.resume > first, unpacked.resume
        intake.failures += failures
        if container.is_archive:
            document = _finished(document, len(found), failures, container, level)
        parts = self.parts(found)
        return document, [
            _Waiting(f"{document.path}!/{name}", sha256, document.path, part=parts.get(name))
            for name, sha256 in found.items()
        ]

    def parts(self, found: dict[str, str]) -> dict[str, Part]:
        """Which of these files (hashes by name) are parts of split archives."""
        parts: dict[str, Part] = {}
        for one in dict.fromkeys(volumes.sets(found).values()):
            if not volumes.is_cut(one, [self.load(found[name])[:_HEAD] for name in one.volumes]):
                continue
            after = volumes.follows(one, self.load(found[one.volumes[-1]]))
            missing = ", ".join([*volumes.in_short(one.missing), *([after] if after else [])])
            part = Part(one, tuple(found[name] for name in one.volumes), missing)
            parts |= dict.fromkeys(one.volumes, part)
        return parts

    def _part(
        self, document: Document, part: Part, allowance: list[int], intake: Intake
    ) -> tuple[Document, list[_Waiting]]:
        """A part of a split archive; what the parts are together stands under the first."""
        if part.missing:
            what = f"it is a part of a split archive; missing: {part.missing}"
            remedy = "put the missing parts beside it and run again"
            intake.failures.append(Failure(document.path, "intake", DamagedError.code, what, remedy))
            return replace(document, state=State.UNREAD, failure=what), []
        document = replace(document, reader="volume", sandbox=self.cage.level)
        if not document.path.endswith(part.one.carrier):
            return document, []
        contents = [self.load(sha256) for sha256 in part.sha256]
        size = sum(len(content) for content in contents)
        if size > self.budget.total_bytes:
            return self._refused(document, intake, f"its parts are more than {self.budget.total_bytes >> 30} GB"), []
        allowance[0] = max(allowance[0], self.budget.allowance(size))
        sha256 = self.keep(volumes.joined(part.one, contents))
        return document, [_Waiting(f"{document.path}!/{part.one.whole}", sha256, document.path)]


def _excess(content: bytes, media_type: str, left: int) -> Problem | None:
    """What the unpacker would say of an archive that by its own word unpacks to too much: no process is started for it.

    An archive whose first member fits is opened: what comes before the bomb is kept.
    """
    name, declared = "", 0
    if media_type == magic.ZIP:
        held = [entry for entry in magic.zip_directory(content) if not entry.name.endswith("/")]
        if held and held[0].size <= held[0].packed * MOST_DEFLATE:
            name, declared = safe_name(held[0].name), held[0].size
    elif media_type in compressed.CONTAINER.media_types:
        declared = compressed.declared_bytes(content, media_type)
    if declared <= left:
        return None
    return name, OverBudgetError.code, f"it unpacks to more than {left >> 20} MB; the rest was not opened", ""


def _limits(content: bytes, media_type: str, left: int) -> Limits:
    """Room for a round of members, or for the one member that is larger than a round."""
    largest = left
    if media_type == magic.ZIP:
        largest = min(left, max((entry.size for entry in magic.zip_directory(content)), default=0))
    extra = max(0, (largest >> 20) - 128)
    seconds = 60 + (len(content) >> 22) + extra // 4
    return Limits(cpu_seconds=seconds, memory_mb=896 + 3 * extra, reply_mb=320 + extra)


def _free_name(name: str, taken: dict[str, str]) -> str:
    """The name, with a number where an earlier round has used it."""
    count, free = 1, name
    while free in taken:
        count += 1
        free = f"{name} ({count})"
    return free


def _failure(path: str, problem: Problem) -> Failure:
    place, code, message, remedy = problem
    return Failure(f"{path}!/{place}" if place else path, "intake", code, message, remedy)


def _container(document: Document, content: bytes) -> Container | None:
    container = _BY_TYPE.get(document.media_type)
    if (
        container is not None
        and container.name == "pdf"
        and b"/EmbeddedFile" not in content
        and b"/ObjStm" not in content
    ):
        return None
    if container is not None and container.name == "office" and not office.has_members(magic.zip_directory(content)):
        return None
    if container is not None and document.media_type == magic.EML and not _has_parts(content):
        return None
    return container


def _has_parts(content: bytes) -> bool:
    """Whether a mail may hold more than its text: asking the cage costs more than the look."""
    lowered = content[:200_000].lower()
    if b"message/" in lowered.partition(b"\n\n")[0] or b"\nbegin " in content:
        return True
    return any(mark in lowered for mark in (b"multipart/", b"attachment", b"application/", b"image/"))


def _finished(document: Document, members: int, failures: list[Failure], container: Container, level: str) -> Document:
    """An archive that was opened: its page, the list of its members, is still to be written by the reading."""
    failure = "; ".join(dict.fromkeys(one.message for one in failures))[:500]
    done = replace(document, reader=container.name, sandbox=level, failure=failure)
    if not members:
        return replace(done, state=State.UNREAD, failure=failure or "the archive is empty")
    return done


def digest(untrusted_bytes: bytes) -> str:
    """The SHA-256 of bytes, as documents have it."""
    return hashlib.sha256(untrusted_bytes).hexdigest()
