"""A file and all that is in it, container by container, as documents and failures. Pure but for the cage it calls."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from corrobora.case.sandbox import Budget, Limits, Sandbox, Task
from corrobora.errors import UnreadableError
from corrobora.intake.container import Container, Unpacked, UnpackOptions
from corrobora.intake.containers import REGISTRY, archive, office, pst
from corrobora.model import magic
from corrobora.model.document import Document, Failure, Member, State

_BY_TYPE: dict[str, Container] = {kind: entry for entry in REGISTRY for kind in entry.media_types}


def unpack(untrusted_bytes: bytes, options: UnpackOptions) -> Unpacked:
    """Unpacks one container with the unpacker of its media type."""
    return _BY_TYPE[options.media_type].unpack(untrusted_bytes, options)


def preload() -> None:
    """Loads what the unpackers need before the cage shuts."""
    archive.preload()
    pst.preload()


UNPACK = Task("unpack", unpack, UnpackOptions, Unpacked)


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
        budget: for one file of the leak, all that is nested in it included.
    """

    cage: Sandbox
    keep: Callable[[bytes], str]
    budget: Budget = Budget()

    def take(self, path: str, untrusted_bytes: bytes, source: str) -> Intake:
        """The document of this path and those of all its members, down to the budget's depth."""
        intake = Intake()
        allowance = [self.budget.allowance(len(untrusted_bytes)), self.budget.members]
        waiting: list[tuple[str, bytes, str | None, int]] = [(path, untrusted_bytes, None, 0)]
        seen: dict[str, set[str]] = {}
        while waiting:
            own, content, parent, depth = waiting.pop()
            document = Document(
                path=own,
                sha256=self.keep(content),
                size=len(content),
                source=source,
                parent=parent,
                media_type=magic.media_type(content),
            )
            ancestors = seen.get(parent or "", set())
            container = _container(document, content)
            if container is not None:
                if document.sha256 in ancestors:
                    document = self._refused(document, intake, "it contains itself")
                elif min(allowance) <= 0:
                    document = self._refused(document, intake, "the file it came in has used up its budget")
                elif depth >= self.budget.depth:
                    document = self._refused(document, intake, f"it is nested more than {self.budget.depth} deep")
                else:
                    seen[own] = ancestors | {document.sha256}
                    document, members = self._open(document, content, container, allowance, intake)
                    waiting += [(f"{own}!/{m.name}", m.untrusted_bytes, own, depth + 1) for m in reversed(members)]
            if container is None or not container.is_archive:
                waiting += self._second_face(document, content, allowance, intake, depth)
            intake.documents.append(document)
        return intake

    def _second_face(
        self, document: Document, content: bytes, allowance: list[int], intake: Intake, depth: int
    ) -> list[tuple[str, bytes, str | None, int]]:
        """Members of a ZIP that hangs on to a file of another kind."""
        if depth >= self.budget.depth or not magic.hidden_zip(content):
            return []
        message = "the file is an archive at the same time; both were looked into"
        intake.failures.append(Failure(document.path, "intake", "unsupported", message, "ask why it was made so"))
        archive_face = replace(document, media_type=magic.ZIP)
        _, members = self._open(archive_face, content, _BY_TYPE[magic.ZIP], allowance, intake)
        return [(f"{document.path}!/{m.name}", m.untrusted_bytes, document.path, depth + 1) for m in reversed(members)]

    def _refused(self, document: Document, intake: Intake, why: str) -> Document:
        intake.failures.append(
            Failure(document.path, "intake", "over-budget", f"not opened: {why}", "unpack it by hand if it matters")
        )
        return replace(document, state=State.UNREAD, failure=f"not opened: {why}")

    def _open(
        self, document: Document, content: bytes, container: Container, allowance: list[int], intake: Intake
    ) -> tuple[Document, tuple[Member, ...]]:
        """Opens one container; `allowance` holds the bytes and the members that are left to the file as a whole."""
        bounds = replace(self.budget, total_bytes=max(allowance[0], 0), members=max(allowance[1], 0))
        options = UnpackOptions(document.media_type, document.path, bounds)
        megabytes = bounds.allowance(len(content)) >> 20
        limits = Limits(cpu_seconds=60 + megabytes // 8, memory_mb=512 + 2 * megabytes, reply_mb=64 + megabytes * 2)
        try:
            outcome = self.cage.run(UNPACK, content, options, limits)
        except UnreadableError as exc:
            intake.failures.append(Failure(document.path, "intake", exc.code, exc.what, exc.remedy))
            done = (
                replace(document, state=State.UNREAD, reader=container.name, failure=exc.what)
                if container.is_archive
                else document
            )
            return done, ()
        unpacked = outcome.answer
        allowance[0] -= sum(len(member.untrusted_bytes) for member in unpacked.members)
        allowance[1] -= len(unpacked.members)
        for place, code, message, remedy in unpacked.problems:
            subject = f"{document.path}!/{place}" if place else document.path
            intake.failures.append(Failure(subject, "intake", code, message, remedy))
        if not container.is_archive:
            return document, unpacked.members
        return _finished(document, unpacked, container, outcome.level), unpacked.members


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
    if b"message/" in lowered.partition(b"\n\n")[0]:
        return True
    return any(mark in lowered for mark in (b"multipart/", b"attachment", b"application/", b"image/"))


def _finished(document: Document, unpacked: Unpacked, container: Container, level: str) -> Document:
    """An archive that was opened: its page, the list of its members, is still to be written by the reading."""
    failure = "; ".join(dict.fromkeys(message for _, _, message, _ in unpacked.problems))[:500]
    if not unpacked.members:
        failure = failure or "the archive is empty"
        return replace(document, state=State.UNREAD, reader=container.name, sandbox=level, failure=failure)
    return replace(document, reader=container.name, sandbox=level, failure=failure)


def digest(untrusted_bytes: bytes) -> str:
    """The SHA-256 of bytes, as documents have it."""
    return hashlib.sha256(untrusted_bytes).hexdigest()
