"""TAR, 7z, RAR, CAB, ISO and others through libarchive, one member after the other."""

from __future__ import annotations

from types import ModuleType

from corrobora.errors import DamagedError, EncryptedError, MissingToolError, OverBudgetError
from corrobora.intake.container import Allowance, Container, Problem, Unpacked, UnpackOptions, safe_name, unique
from corrobora.model.document import Member


def preload() -> ModuleType | None:
    """Loads libarchive where it is installed."""
    try:
        import libarchive  # noqa: PLC0415 - it fails at import where the library is missing
    except (ImportError, OSError, TypeError, AttributeError):
        return None
    return libarchive  # type: ignore[no-any-return]


def unpack(untrusted_bytes: bytes, options: UnpackOptions) -> Unpacked:
    """Unpacks an archive within the budget; links and devices are refused."""
    libarchive = preload()
    if libarchive is None:
        raise MissingToolError("libarchive is not installed", remedy="apt install libarchive13")
    allowance = Allowance(options.budget, len(untrusted_bytes))
    members: list[Member] = []
    problems: list[Problem] = []
    try:
        with libarchive.memory_reader(untrusted_bytes, passphrase=next(iter(options.passwords), None)) as archive:
            for number, entry in enumerate(archive):
                if number < options.first:
                    continue
                if allowance.spent >= options.round_bytes:
                    return Unpacked(unique(members), tuple(problems), resume=number)
                allowance.member()
                name = safe_name(_name(entry))
                if entry.isdir:
                    continue
                if not entry.isreg or entry.linkpath:
                    problems.append((name, "unsupported", "it is a link or a device, and those are not followed", ""))
                    continue
                members.append(Member(name, allowance.gather(entry.get_blocks())))
    except OverBudgetError as exc:
        problems.append(("", exc.code, exc.what, ""))
    except (libarchive.ArchiveError, UnicodeError, ValueError) as exc:
        if not members and not options.first:
            raise _mapped(exc) from exc
        problems.append(("", "damaged", f"the archive breaks off: {exc}", "ask for another copy"))
    return Unpacked(unique(members), tuple(problems))


def _name(entry: object) -> str:
    name = getattr(entry, "pathname", "") or ""
    return name if isinstance(name, str) else bytes(name).decode("utf-8", "backslashreplace")


def _mapped(exc: Exception) -> EncryptedError | DamagedError:
    if getattr(exc, "errno", None) in (1, -1) and "assphrase" in str(exc):
        return EncryptedError("the archive is encrypted", remedy="give its password")
    return DamagedError(f"the archive cannot be opened: {exc}", remedy="ask for another copy")


CONTAINER = Container(
    name="archive",
    title="TAR, 7z, RAR, CAB and other archives",
    media_types=(
        "application/x-tar",
        "application/x-7z-compressed",
        "application/vnd.rar",
        "application/vnd.ms-cab-compressed",
    ),
    is_archive=True,
    unpack=unpack,
)
