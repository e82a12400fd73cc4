"""What RAR archives say of themselves: whether they are encrypted, and which part of a split one this is. Pure.

libarchive unpacks RAR but knows no passwords. `decrypted` gives it the same archive without encryption: packed bytes
deciphered, headers written anew. Layouts as published by the format's owner (RAR 2.9 to 4, and 5).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

SIGNATURE_4, SIGNATURE_5 = b"Rar!\x1a\x07\x00", b"Rar!\x1a\x07\x01\x00"
MAIN_4, FILE_4, END_4 = 0x73, 0x74, 0x7B
MAIN_5, FILE_5, SERVICE_5, CRYPT_5, END_5 = 1, 2, 3, 4, 5
HAS_EXTRA, HAS_DATA = 0x1, 0x2
_MOST_BLOCKS = 100_000


@dataclass(frozen=True, slots=True)
class Volume:
    """How an archive is part of a larger one.

    Attributes:
        is_part: whether it is one of several volumes.
        number: from 0, or None where it does not say.
        more: whether another volume follows, or None where it does not say.
        encrypted: whether anything in it needs a password.
    """

    is_part: bool = False
    number: int | None = None
    more: bool | None = None
    encrypted: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its kind, its flags, its header's bytes from the kind on, and where its data lie."""

    kind: int
    flags: int
    header: bytes
    start: int
    end: int


def volume(untrusted_bytes: bytes) -> Volume:
    """What the archive says of itself; nothing where it is torn."""
    try:
        if untrusted_bytes.startswith(SIGNATURE_5):
            return _volume_5(untrusted_bytes)
        if untrusted_bytes.startswith(SIGNATURE_4):
            return _volume_4(untrusted_bytes)
    except (struct.error, IndexError, ValueError):
        pass
    return Volume()


def vint(content: bytes, place: int) -> tuple[int, int]:
    """A number of variable length and the place behind it.

    Raises:
        IndexError: where it breaks off.
        ValueError: where it is longer than any number may be.
    """
    number = shift = 0
    while shift <= 63:
        byte = content[place]
        place += 1
        number |= (byte & 0x7F) << shift
        if not byte & 0x80:
            return number, place
        shift += 7
    raise ValueError("a number without an end")


def as_vint(number: int) -> bytes:
    """The number as it is written."""
    written = bytearray()
    while number > 0x7F:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*written, number])


def breaks_off(untrusted_bytes: bytes) -> bool:
    """Whether this is part of a split archive and other parts are missing; one put together is whole."""
    signature = SIGNATURE_5 if untrusted_bytes.startswith(SIGNATURE_5) else SIGNATURE_4
    places = [0]
    while (place := untrusted_bytes.find(signature, places[-1] + 1)) >= 0:
        places.append(place)
    pieces = zip(places, [*places[1:], len(untrusted_bytes)], strict=True)
    # an archive that is stored inside is no part of it
    parts = [part for part in (volume(untrusted_bytes[start:end]) for start, end in pieces) if part.is_part]
    return bool(parts) and (parts[0].number not in (0, None) or bool(parts[-1].more))


# ---- RAR 5


def blocks_5(untrusted_bytes: bytes) -> Iterator[Block]:
    """The blocks up to the end, or to the first one that is encrypted or torn."""
    place = len(SIGNATURE_5)
    for _ in range(_MOST_BLOCKS):
        if place + 7 > len(untrusted_bytes):
            return
        size, start = vint(untrusted_bytes, place + 4)
        if not 2 <= size <= 2 << 20 or start + size > len(untrusted_bytes):
            return
        block = block_5(untrusted_bytes[start : start + size], start + size)
        yield block
        place = block.end
        if block.kind in (END_5, CRYPT_5):
            return


def block_5(header: bytes, start: int) -> Block:
    """The block with this header, whose data begin at `start`."""
    kind, place = vint(header, 0)
    flags, place = vint(header, place)
    if flags & HAS_EXTRA:
        _, place = vint(header, place)
    size = vint(header, place)[0] if flags & HAS_DATA else 0
    return Block(kind, flags, header, start, start + size)


def extra_records(block: Block) -> tuple[int, list[tuple[int, bytes]]]:
    """Where the extra area of a header begins, and its records by kind, each with its bytes."""
    place = vint(block.header, vint(block.header, 0)[1])[1]
    if not block.flags & HAS_EXTRA:
        return len(block.header), []
    size = vint(block.header, place)[0]
    first = place = len(block.header) - size
    records = []
    while place < len(block.header):
        length, place = vint(block.header, place)
        kind, body = vint(block.header, place)
        records.append((kind, block.header[body : place + length]))
        place += max(length, 1)
    return first, records


def _volume_5(untrusted_bytes: bytes) -> Volume:
    is_part, number, more, encrypted = False, None, None, False
    for block in blocks_5(untrusted_bytes):
        place = vint(block.header, vint(block.header, 0)[1])[1]
        for bit in (HAS_EXTRA, HAS_DATA):
            if block.flags & bit:
                place = vint(block.header, place)[1]
        if block.kind == MAIN_5:
            flags, place = vint(block.header, place)
            is_part = bool(flags & 1)
            number = vint(block.header, place)[0] if flags & 2 else 0 if is_part else None
        elif block.kind == CRYPT_5:
            encrypted = True
        elif block.kind == FILE_5:
            encrypted |= any(kind == 1 for kind, _ in extra_records(block)[1])
            # 0x10: its data go on in the next volume
            more = True if block.flags & 0x10 else more
        elif block.kind == END_5:
            more = bool(vint(block.header, place)[0] & 1)
    return Volume(is_part, number, more, encrypted)


# ---- RAR 2.9 to 4


def blocks_4(untrusted_bytes: bytes) -> Iterator[Block]:
    """The blocks up to the end, or to the first one that is encrypted or torn."""
    place = len(SIGNATURE_4)
    for _ in range(_MOST_BLOCKS):
        if place + 7 > len(untrusted_bytes):
            return
        block = block_4(untrusted_bytes[place : place + 65_536], place)
        if block is None:
            return
        yield block
        place = block.end
        if block.kind == END_4 or (block.kind == MAIN_4 and block.flags & 0x80):
            return


def block_4(content: bytes, place: int) -> Block | None:
    """The block that begins these bytes, which stand at `place`; None where it cannot be one."""
    kind, flags, size = struct.unpack_from("<BHH", content, 2)
    if size < 7 or size > len(content):
        return None
    packed = struct.unpack_from("<I", content, 7)[0] if flags & 0x8000 or kind == FILE_4 else 0
    if kind == FILE_4 and flags & 0x100:
        packed |= struct.unpack_from("<I", content, 32)[0] << 32
    return Block(kind, flags, content[2:size], place + size, place + size + packed)


def _volume_4(untrusted_bytes: bytes) -> Volume:
    is_part, number, more, encrypted = False, None, None, False
    for block in blocks_4(untrusted_bytes):
        if block.kind == MAIN_4:
            is_part, encrypted = bool(block.flags & 0x1), bool(block.flags & 0x80)
            number = 0 if block.flags & 0x100 else None
        elif block.kind == FILE_4:
            encrypted |= bool(block.flags & 0x04)
            more = True if block.flags & 0x02 else more
        elif block.kind == END_4:
            more = bool(block.flags & 0x1)
    return Volume(is_part, number, more, encrypted)


def crc_4(header: bytes) -> bytes:
    """The checksum that stands before a header."""
    return struct.pack("<H", zlib.crc32(header) & 0xFFFF)
