"""TAR, 7z, RAR, CAB, ISO and others through libarchive, one member after the other."""

from __future__ import annotations

from types import ModuleType

from corrobora.errors import (
    DamagedError,
    EncryptedError,
    MissingToolError,
    OverBudgetError,
    UnreadableError,
    UnsupportedError,
)
from corrobora.intake import rar, rarcrypt, sevenzip
from corrobora.intake.container import Allowance, Container, Problem, Unpacked, UnpackOptions, safe_name, unique
from corrobora.model.document import Member

_TOGETHER = "put the other parts beside it and run again"


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
    told = rar.volume(untrusted_bytes)
    if told.is_part and told.encrypted:
        raise UnsupportedError("it is both split and encrypted", remedy="unpack it by hand and add the folder")
    if told.is_part and rar.breaks_off(untrusted_bytes):
        return _part_alone(libarchive, untrusted_bytes, options)
    if told.encrypted:
        return _encrypted_rar(libarchive, untrusted_bytes, options)
    return _unpacked(libarchive, untrusted_bytes, options)


def _part_alone(libarchive: ModuleType, untrusted_bytes: bytes, options: UnpackOptions) -> Unpacked:
    """What is whole in one part of a split archive: not its last member, which goes on in the next part."""
    missing = ("", DamagedError.code, "it is a part of a split archive; the other parts are missing", _TOGETHER)
    try:
        unpacked = _unpacked(libarchive, untrusted_bytes, options)
    except UnreadableError:
        return Unpacked((), (missing,))
    if unpacked.resume:
        return unpacked
    return Unpacked(unpacked.members[:-1], (missing,))


def _encrypted_rar(libarchive: ModuleType, untrusted_bytes: bytes, options: UnpackOptions) -> Unpacked:
    """The members that the passwords open; a wrong one mostly shows only when what it gives cannot be unpacked."""
    best = Unpacked()
    for opened in rarcrypt.decrypted(untrusted_bytes, options.passwords):
        try:
            unpacked = _unpacked(libarchive, opened, options)
        except UnreadableError:
            continue
        if len(unpacked.members) > len(best.members):
            best = unpacked
        if not unpacked.problems:
            break
    if not best.members:
        raise EncryptedError("the archive is encrypted")
    return best


def _unpacked(libarchive: ModuleType, untrusted_bytes: bytes, options: UnpackOptions) -> Unpacked:
    allowance = Allowance(options.budget, len(untrusted_bytes))
    members: list[Member] = []
    problems: list[Problem] = []
    try:
        with libarchive.memory_reader(untrusted_bytes) as archive:
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
        encrypted = _is_encryption(exc)
        if encrypted and untrusted_bytes.startswith(sevenzip.MAGIC) and options.passwords:
            return sevenzip.unpack(untrusted_bytes, options)
        if not members and not options.first:
            raise _mapped(exc) from exc
        if encrypted:
            problems.append(("", "encrypted", "some of it is encrypted", EncryptedError.way_out))
        else:
            broken = _mapped(exc)
            problems.append(("", broken.code, f"the rest did not come out: {broken.what}", broken.remedy))
    return Unpacked(unique(members), tuple(problems))


def _name(entry: object) -> str:
    name = getattr(entry, "pathname", "") or ""
    return name if isinstance(name, str) else bytes(name).decode("utf-8", "backslashreplace")


def _mapped(exc: Exception) -> UnreadableError:
    if _is_encryption(exc):
        return EncryptedError("the archive is encrypted")
    if any(word in str(exc) for word in ("unavailable", "not supported", "unsupported", "Unsupported")):
        return UnsupportedError(_line(exc), remedy="unpack it with another program and add the folder")
    return DamagedError(f"the archive cannot be opened: {_line(exc)}", remedy="ask for another copy")


def _is_encryption(exc: Exception) -> bool:
    # libarchive has no code of its own for it
    return any(word in str(exc).lower() for word in ("encrypt", "passphrase"))


def _line(exc: Exception) -> str:
    """The library's message without the addresses it adds, which differ from run to run."""
    return str(getattr(exc, "msg", "") or exc).split(" (errno=")[0]


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
