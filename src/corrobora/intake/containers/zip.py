"""ZIP archives: names in any encoding, sizes counted and not believed, nothing written."""

from __future__ import annotations

import contextlib
import io
import lzma
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator

from corrobora.errors import DamagedError, EncryptedError, OverBudgetError, UnreadableError
from corrobora.intake import locked
from corrobora.intake.container import (
    Allowance,
    Container,
    Problem,
    Unpacked,
    UnpackOptions,
    decode_names,
    safe_name,
    unique,
)
from corrobora.model import magic, salvage
from corrobora.model.document import Member

_CHUNK = 1 << 20
_UTF8_NAME = 0x800
MOST_DEFLATE = 1100
"""No honest entry unpacks to more times its size: what claims to is not believed, but counted as it comes out."""
_ENCRYPTED, _STRONG = 0x1, 0x40
_KNOWN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    struct.error,
)


def unpack(untrusted_bytes: bytes, options: UnpackOptions) -> Unpacked:
    """Unpacks a ZIP archive member by member within the budget."""
    allowance = Allowance(options.budget, len(untrusted_bytes))
    claimed = magic.zip_directory(untrusted_bytes, limit=options.budget.members + 1)
    if not options.first and len(claimed) > options.budget.members:
        raise OverBudgetError(f"it holds more than {options.budget.members} members")
    members: list[Member] = []
    problems: list[Problem] = []
    archive, opened, torn = _opened(untrusted_bytes, options)
    if torn and not options.first:
        problems.append(
            ("", "damaged", "the archive is torn: only a part of it could be saved", "ask for another copy")
        )
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    named = list(zip(entries, _names(entries), strict=True))
    for number, (entry, name) in enumerate(named[options.first :], start=options.first):
        if allowance.spent >= options.round_bytes:
            return Unpacked(unique(members), tuple(problems), resume=number)
        try:
            allowance.member()
            if entry.file_size <= entry.compress_size * MOST_DEFLATE:
                allowance.expect(entry.file_size)
            trouble = _refusal(entry)
            if trouble:
                problems.append((name, *trouble))
                continue
            members.append(Member(name, _content(archive, opened, entry, options.passwords, allowance)))
        except OverBudgetError as exc:
            problems.append((name, exc.code, exc.what, ""))
            break
        except _ERRORS as exc:
            problems.append((name, "damaged", f"it cannot be unpacked: {exc}", "ask for another copy"))
        except UnreadableError as exc:
            problems.append((name, exc.code, exc.what, exc.remedy))
    return Unpacked(unique(members), tuple(problems))


def _opened(untrusted_bytes: bytes, options: UnpackOptions) -> tuple[zipfile.ZipFile, bytes, bool]:
    """The archive and its bytes, or what can be saved of a torn one as a whole archive, and whether it is torn."""
    try:
        return zipfile.ZipFile(io.BytesIO(untrusted_bytes)), untrusted_bytes, False
    except _ERRORS as exc:
        saved = salvage.whole_zip(untrusted_bytes, options.budget.allowance(len(untrusted_bytes)))
        if saved is None:
            raise DamagedError("the archive is torn", remedy="ask for another copy") from exc
        return zipfile.ZipFile(io.BytesIO(saved)), saved, True


def _refusal(entry: zipfile.ZipInfo) -> tuple[str, str, str] | None:
    mode = entry.external_attr >> 16
    if mode and stat.S_ISLNK(mode):
        return "unsupported", "it is a symbolic link, and those are not followed", ""
    if entry.flag_bits & _STRONG:
        return "unsupported", "it is encrypted in PKWARE's own way", "unpack it with PKZIP and add the folder"
    return None


def _content(
    archive: zipfile.ZipFile,
    untrusted_bytes: bytes,
    entry: zipfile.ZipInfo,
    passwords: tuple[str, ...],
    allowance: Allowance,
) -> bytes:
    """One member, unpacked.

    Raises:
        OverBudgetError: before more than the allowance has come out.
        UnreadableError: where it cannot be opened.
    """
    if entry.compress_type in (locked.AES, locked.DEFLATE64) or entry.compress_type not in _KNOWN:
        return allowance.gather(locked.chunks(untrusted_bytes, entry, passwords))
    if not entry.flag_bits & _ENCRYPTED:
        return allowance.gather(_chunks(archive, entry, None))
    for password in locked.spellings(passwords):
        # one byte is all that this old encryption checks: a wrong password may fail as late as at the checksum
        with contextlib.suppress(RuntimeError, *_ERRORS):
            return allowance.gather(_chunks(archive, entry, password))
    raise EncryptedError("it is encrypted")


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, password: bytes | None) -> Iterator[bytes]:
    with archive.open(entry, pwd=password) as handle:
        while chunk := handle.read(_CHUNK):
            yield chunk


def _names(entries: list[zipfile.ZipInfo]) -> list[str]:
    """Decoded names: UTF-8 where the entry says so, else the encoding that suits all the others together."""
    names: dict[int, str] = {}
    raw: dict[int, bytes] = {}
    for index, entry in enumerate(entries):
        told = _unicode_path(entry.extra)
        if told or entry.flag_bits & _UTF8_NAME:
            names[index] = told or entry.orig_filename
        else:
            raw[index] = entry.orig_filename.encode("cp437", "replace")
    if raw:
        names.update(zip(raw, decode_names(list(raw.values())), strict=True))
    return [safe_name(names[index]) for index in range(len(entries))]


def _unicode_path(extra: bytes) -> str:
    """The name in the Info-ZIP Unicode path field, or ""."""
    place = 0
    while place + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, place)
        if kind == 0x7075 and size > 5:
            return extra[place + 9 : place + 4 + size].decode("utf-8", "replace")
        place += 4 + size
    return ""


CONTAINER = Container(
    name="zip",
    title="ZIP archives",
    media_types=(magic.ZIP,),
    is_archive=True,
    unpack=unpack,
)
