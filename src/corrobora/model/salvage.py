"""Saves what can be saved of a torn ZIP: the members whose bytes are still there, as a whole ZIP. Pure."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

_LOCAL = b"PK\x03\x04"
_MAX_MEMBERS = 5000


def whole_zip(untrusted_bytes: bytes, budget_bytes: int) -> bytes | None:
    """A ZIP of the members that can still be unpacked from their own headers, or None where there is none.

    Args:
        untrusted_bytes: a ZIP whose directory is lost.
        budget_bytes: stop after so many unpacked bytes.
    """
    target = io.BytesIO()
    left, saved = budget_bytes, 0
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        place = untrusted_bytes.find(_LOCAL)
        while place >= 0 and place + 30 <= len(untrusted_bytes) and saved < _MAX_MEMBERS and left > 0:
            flags, method = struct.unpack_from("<HH", untrusted_bytes, place + 6)
            packed, _, name_size, extra_size = struct.unpack_from("<IIHH", untrusted_bytes, place + 18)
            start = place + 30 + name_size + extra_size
            name = untrusted_bytes[place + 30 : place + 30 + name_size].decode("utf-8", "replace")
            content, end = _content(untrusted_bytes, start, method, packed, left)
            if content is not None and name and not name.endswith("/") and not flags & 1:
                archive.writestr(zipfile.ZipInfo(name), content)
                left -= len(content)
                saved += 1
            place = untrusted_bytes.find(_LOCAL, max(end, place + 4))
    return target.getvalue() if saved else None


def _content(untrusted_bytes: bytes, start: int, method: int, packed: int, left: int) -> tuple[bytes | None, int]:
    """What is left of one member, and where it ends."""
    if method == 0:
        content = untrusted_bytes[start : start + packed]
        return (content if len(content) == packed and packed else None), start + packed
    if method != 8:
        return None, start
    stream = zlib.decompressobj(-15)
    try:
        content = stream.decompress(untrusted_bytes[start:], left)
    except zlib.error:
        return None, start
    consumed = len(untrusted_bytes) - start - len(stream.unused_data) - len(stream.unconsumed_tail)
    return content or None, start + consumed
