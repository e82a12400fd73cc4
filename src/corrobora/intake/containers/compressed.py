"""Single compressed files (GZ, BZ2, XZ, ZST), and archives inside them."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Iterator
from typing import Protocol

from corrobora.errors import DamagedError, MissingToolError, OverBudgetError
from corrobora.intake.container import Allowance, Container, Problem, Unpacked, UnpackOptions, safe_name
from corrobora.intake.containers import archive
from corrobora.intake.rar import vint
from corrobora.model import magic
from corrobora.model.document import Member

_CHUNK = 1 << 20
_MOST_GZIP, _MOST_XZ = 1100, 10_000
"""No honest file unpacks to more times its size: what says so has something else at its end."""
_ENDINGS = (".gz", ".bz2", ".xz", ".zst", ".lzma", ".z")
_ERRORS = (zlib.error, OSError, EOFError, lzma.LZMAError, ValueError)


class _Stream(Protocol):
    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    @property
    def needs_input(self) -> bool: ...

    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


def unpack(untrusted_bytes: bytes, options: UnpackOptions) -> Unpacked:
    """Unpacks the one file inside, or the members of the TAR inside."""
    allowance = Allowance(options.budget, len(untrusted_bytes))
    content = bytearray()
    problems: list[Problem] = []
    try:
        allowance.expect(declared_bytes(untrusted_bytes, options.media_type))
        for chunk in _chunks(untrusted_bytes, options.media_type):
            allowance.spend(len(chunk))
            content += chunk
    except OverBudgetError as exc:
        problems.append(("", exc.code, exc.what, ""))
    except _ERRORS as exc:
        if not content:
            raise DamagedError("the compressed file is torn", remedy="ask for another copy") from exc
        problems.append(("", "damaged", "the compressed file breaks off", "ask for another copy"))
    if problems and problems[0][1] == "over-budget":
        return Unpacked((), tuple(problems))
    if magic.media_type(bytes(content[:4096])) == "application/x-tar":
        inner = archive.unpack(bytes(content), UnpackOptions(budget=options.budget))
        return Unpacked(inner.members, (*problems, *inner.problems))
    return Unpacked((Member(_inner_name(untrusted_bytes, options), bytes(content)),), tuple(problems))


def declared_bytes(untrusted_bytes: bytes, media_type: str) -> int:
    """What the file says at its end that it unpacks to; 0 where it does not say, or says more than can be.

    Example:
        >>> import gzip
        >>> declared_bytes(gzip.compress(bytes(1000)), "application/gzip")
        1000
    """
    declared = 0
    if media_type == "application/gzip":
        declared = int.from_bytes(untrusted_bytes[-4:], "little")
    elif media_type == "application/x-xz" and untrusted_bytes[-2:] == b"YZ" and len(untrusted_bytes) >= 32:
        size = (int.from_bytes(untrusted_bytes[-8:-4], "little") + 1) * 4
        declared = _index_total(untrusted_bytes[-12 - size : -12])
    most = _MOST_GZIP if media_type == "application/gzip" else _MOST_XZ
    return declared if declared <= most * len(untrusted_bytes) else 0


def _index_total(index: bytes) -> int:
    """The sum of the unpacked sizes in the index of an XZ stream."""
    total = 0
    try:
        count, place = vint(index, 1)
        for _ in range(min(count, 100_000)):
            _, place = vint(index, place)
            size, place = vint(index, place)
            total += size
    except (IndexError, ValueError):
        return 0
    return total


def _chunks(untrusted_bytes: bytes, media_type: str) -> Iterator[bytes]:
    if media_type == "application/gzip":
        yield from _gzip_chunks(untrusted_bytes)
        return
    if media_type == "application/zstd":
        yield from _zstd_chunks(untrusted_bytes)
        return
    rest = untrusted_bytes
    while rest:
        stream: _Stream = bz2.BZ2Decompressor() if media_type == "application/x-bzip2" else lzma.LZMADecompressor()
        piece = stream.decompress(rest, _CHUNK)
        yield piece
        while not stream.eof and (piece or not stream.needs_input):
            piece = stream.decompress(b"", _CHUNK)
            yield piece
        if not stream.eof:
            raise EOFError
        rest = stream.unused_data.lstrip(b"\0")


def _gzip_chunks(untrusted_bytes: bytes) -> Iterator[bytes]:
    rest = untrusted_bytes
    while rest[:2] == b"\x1f\x8b":
        stream = zlib.decompressobj(31)
        yield stream.decompress(rest, _CHUNK)
        while not stream.eof:
            piece = stream.decompress(stream.unconsumed_tail, _CHUNK)
            if not piece and not stream.unconsumed_tail and not stream.eof:
                raise EOFError
            yield piece
        rest = stream.unused_data.lstrip(b"\0")


def _zstd_chunks(untrusted_bytes: bytes) -> Iterator[bytes]:
    library = archive.preload()
    if library is None:
        raise MissingToolError("libarchive is not installed", remedy="apt install libarchive13")
    try:
        with library.memory_reader(untrusted_bytes, format_name="raw", filter_name="all") as entries:
            for entry in entries:
                yield from entry.get_blocks()
    except library.ArchiveError as exc:
        raise OSError(str(exc)) from exc


def _inner_name(untrusted_bytes: bytes, options: UnpackOptions) -> str:
    own = options.name.rpartition("!/")[2].rpartition("/")[2]
    for ending in _ENDINGS:
        if own.lower().endswith(ending) and len(own) > len(ending):
            return safe_name(own[: -len(ending)])
    if untrusted_bytes[:2] == b"\x1f\x8b" and len(untrusted_bytes) > 10 and untrusted_bytes[3] == 8:
        stored = untrusted_bytes[10:300].split(b"\0")[0]
        return safe_name(stored.decode("utf-8", "backslashreplace"))
    return safe_name(own + ".out")


CONTAINER = Container(
    name="compressed",
    title="Compressed files (GZ, BZ2, XZ, ZST)",
    media_types=("application/gzip", "application/x-bzip2", "application/x-xz", "application/zstd"),
    is_archive=True,
    unpack=unpack,
)
