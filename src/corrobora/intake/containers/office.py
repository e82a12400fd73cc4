"""Files embedded in office documents, and pictures in them large enough to be scanned papers."""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib

import olefile

from corrobora.case.sandbox import zip_excess
from corrobora.errors import OverBudgetError
from corrobora.intake.container import Allowance, Container, Problem, Unpacked, UnpackOptions, safe_name, unique
from corrobora.model import magic
from corrobora.model.document import Member

_EMBEDDED = re.compile(r"^(?:word|xl|ppt)/embeddings/[^/]+$")
_PICTURE = re.compile(r"^(?:(?:word|ppt|xl)/media|Pictures)/[^/]+\.(?:jpe?g|png|tiff?|bmp|webp)$", re.IGNORECASE)
_SCAN_BYTES = 40_000
_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    struct.error,
    KeyError,
)


def has_members(entries: list[magic.ZipEntry]) -> bool:
    """Whether an office package holds anything that is a document of its own."""
    return any(_is_member(entry.name, entry.size) for entry in entries)


def _is_member(name: str, size: int) -> bool:
    return bool(_EMBEDDED.match(name)) or (bool(_PICTURE.match(name)) and size >= _SCAN_BYTES)


def unpack(untrusted_bytes: bytes, options: UnpackOptions) -> Unpacked:
    """Takes embedded files and large pictures out; what is wrong with the document itself its reader will say."""
    if zip_excess(untrusted_bytes, options.budget):
        return Unpacked()
    try:
        package = zipfile.ZipFile(io.BytesIO(untrusted_bytes))
    except _ERRORS:
        return Unpacked()
    allowance = Allowance(options.budget, len(untrusted_bytes))
    members: list[Member] = []
    problems: list[Problem] = []
    for entry in package.infolist():
        if not _is_member(entry.filename, entry.file_size):
            continue
        name = safe_name(entry.filename)
        try:
            allowance.member()
            content = package.read(entry)
            allowance.spend(len(content))
        except OverBudgetError as exc:
            problems.append((name, exc.code, exc.what, ""))
            break
        except _ERRORS as exc:
            problems.append((name, "damaged", f"it cannot be unpacked: {exc}", ""))
            continue
        own, inner = _packaged(name, content)
        members.append(Member(own, inner))
    return Unpacked(unique(members), tuple(problems))


def _packaged(name: str, content: bytes) -> tuple[str, bytes]:
    """The file that an OLE object wraps, with its own name; the object as it is where it wraps none."""
    if magic.media_type(content) != magic.OLE:
        return name, content
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as storage:
            for stream in ("Package", "CONTENTS"):
                if storage.exists(stream):
                    return name.removesuffix(".bin"), storage.openstream(stream).read()
            if storage.exists("\x01Ole10Native"):
                label, inner = _native(storage.openstream("\x01Ole10Native").read())
                folder = name.rpartition("/")[0]
                return (f"{folder}/{safe_name(label).rpartition('/')[2]}" if label else name), inner
    except _ERRORS:
        return name, content
    return name, content


def _native(stream: bytes) -> tuple[str, bytes]:
    """Label and bytes of a packaged file ([MS-OLEDS] 2.3.6)."""
    place = 6
    end = stream.index(b"\0", place)
    label = stream[place:end].decode("cp1251", "replace")
    place = stream.index(b"\0", end + 1) + 1
    place += 4
    length = struct.unpack_from("<I", stream, place)[0]
    place += 4 + length
    size = struct.unpack_from("<I", stream, place)[0]
    return label, stream[place + 4 : place + 4 + size]


CONTAINER = Container(
    name="office",
    title="Files and scanned pictures inside office documents",
    media_types=(magic.DOCX, magic.XLSX, magic.PPTX, "application/vnd.oasis.opendocument.text"),
    is_archive=False,
    unpack=unpack,
)
