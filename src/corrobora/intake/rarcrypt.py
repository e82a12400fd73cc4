"""RAR archives with a password: written anew without encryption, for libarchive to unpack. Pure."""

from __future__ import annotations

import hashlib
import hmac
import importlib
import struct
import zlib
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from corrobora.intake import rar
from corrobora.intake.rar import Block

_ENCRYPTION, _HASH = 1, 2
_MOST_ROUNDS = 24
_ROUNDS_4 = 0x40000


def preload() -> None:
    """Loads the cipher before the cage shuts."""
    _cipher(bytes(16), bytes(16)).decrypt(bytes(16))


def decrypted(untrusted_bytes: bytes, passwords: tuple[str, ...]) -> Iterator[bytes]:
    """The archive without encryption, once for each password that may be the right one."""
    open_one = _decrypted_5 if untrusted_bytes.startswith(rar.SIGNATURE_5) else _decrypted_4
    for password in passwords:
        try:
            opened = open_one(untrusted_bytes, password)
        except (ValueError, IndexError, struct.error):
            continue
        if opened:
            yield opened


def _cipher(key: bytes, vector: bytes) -> Any:
    aes = importlib.import_module("Cryptodome.Cipher.AES")
    return aes.new(key, aes.MODE_CBC, iv=vector)


# ---- RAR 5


def _decrypted_5(untrusted_bytes: bytes, password: str) -> bytes:
    written = bytearray(rar.SIGNATURE_5)
    for block in _plain_blocks_5(untrusted_bytes, password):
        if block.kind == rar.CRYPT_5:
            continue
        packed = untrusted_bytes[block.start : block.end]
        first, records = rar.extra_records(block)
        told = next((body for kind, body in records if kind == _ENCRYPTION), None)
        if block.kind in (rar.FILE_5, rar.SERVICE_5) and told is not None:
            key, vector = _key_5(told, password, with_vector=True)
            packed = _cipher(key, vector).decrypt(packed[: len(packed) & ~15])
            is_keyed = bool(rar.vint(told, rar.vint(told, 0)[1])[0] & 2)
            header, packed = _plain_header_5(block, first, _kept(records, is_keyed), packed, is_keyed=is_keyed)
        else:
            header = block.header
        body = rar.as_vint(len(header)) + header
        written += struct.pack("<I", zlib.crc32(body)) + body + packed
    return bytes(written)


def _plain_blocks_5(untrusted_bytes: bytes, password: str) -> Iterator[Block]:
    """All blocks, those behind an encryption header deciphered."""
    place, told = len(rar.SIGNATURE_5), b""
    for block in rar.blocks_5(untrusted_bytes):
        yield block
        place = block.end
        if block.kind == rar.CRYPT_5:
            told = block.header[rar.vint(block.header, rar.vint(block.header, 0)[1])[1] :]
    if not told:
        return
    key, _ = _key_5(told, password, with_vector=False)
    while place + 32 <= len(untrusted_bytes):
        cipher = _cipher(key, untrusted_bytes[place : place + 16])
        head = cipher.decrypt(untrusted_bytes[place + 16 : place + 32])
        size, start = rar.vint(head, 4)
        whole = (start + size + 15) & ~15
        if size > 2 << 20 or place + 16 + whole > len(untrusted_bytes):
            raise ValueError("not the password")
        head += cipher.decrypt(untrusted_bytes[place + 32 : place + 16 + whole])
        if zlib.crc32(head[4 : start + size]) != struct.unpack_from("<I", head)[0]:
            raise ValueError("not the password")
        block = rar.block_5(head[start : start + size], place + 16 + whole)
        yield block
        place = block.end
        if block.kind == rar.END_5:
            return


def _key_5(told: bytes, password: str, *, with_vector: bool) -> tuple[bytes, bytes]:
    """Key and first vector out of an encryption record.

    Raises:
        ValueError: where the record's check says that this is not the password.
    """
    version, place = rar.vint(told, 0)
    flags, place = rar.vint(told, place)
    rounds = told[place]
    salt = told[place + 1 : place + 17]
    place += 17
    vector = told[place : place + 16] if with_vector else b""
    place += len(vector)
    # bit 1: the password can be checked; bit 2: the files' checksums are made with the key, so they check nothing here
    if version or rounds > _MOST_ROUNDS or len(salt) < 16 or flags & 3 == 2:
        raise ValueError("an encryption that nobody knows")
    key, check = _stretched_5(password, salt, rounds)
    if flags & 1 and not hmac.compare_digest(check, told[place : place + 8]):
        raise ValueError("not the password")
    return key, vector


@lru_cache(maxsize=64)
def _stretched_5(password: str, salt: bytes, rounds: int) -> tuple[bytes, bytes]:
    secret = password.encode()
    key = hashlib.pbkdf2_hmac("sha256", secret, salt, 1 << rounds)
    long_check = hashlib.pbkdf2_hmac("sha256", secret, salt, (1 << rounds) + 32)
    check = bytearray(8)
    for number, byte in enumerate(long_check):
        check[number % 8] ^= byte
    return key, bytes(check)


def _kept(records: list[tuple[int, bytes]], is_keyed: bool) -> bytes:
    """The extra area without encryption, and without a checksum made with the key."""
    return b"".join(
        rar.as_vint(len(rar.as_vint(kind) + body)) + rar.as_vint(kind) + body
        for kind, body in records
        if kind != _ENCRYPTION and not (is_keyed and kind == _HASH)
    )


def _plain_header_5(block: Block, first: int, kept: bytes, packed: bytes, *, is_keyed: bool) -> tuple[bytes, bytes]:
    """The header without encryption and keyed checksum, and the data without padding."""
    place = rar.vint(block.header, rar.vint(block.header, 0)[1])[1]
    for bit in (rar.HAS_EXTRA, rar.HAS_DATA):
        if block.flags & bit:
            place = rar.vint(block.header, place)[1]
    file_flags, place = rar.vint(block.header, place)
    size, place = rar.vint(block.header, place)
    attributes, place = rar.vint(block.header, place)
    fixed = 4 * (bool(file_flags & 2) + (bool(file_flags & 4) and not is_keyed))
    stamps = block.header[place : place + fixed]
    place += 4 * (bool(file_flags & 2) + bool(file_flags & 4))
    method = rar.vint(block.header, place)[0] >> 7 & 7
    split = block.flags & 0x18
    if not split:
        packed = packed[:size] if method == 0 else _without_padding(packed)
    flags = block.flags & ~rar.HAS_EXTRA | (rar.HAS_EXTRA if kept else 0)
    head = rar.as_vint(block.kind) + rar.as_vint(flags)
    head += rar.as_vint(len(kept)) if kept else b""
    head += rar.as_vint(len(packed)) if flags & rar.HAS_DATA else b""
    head += rar.as_vint(file_flags & ~(4 if is_keyed else 0)) + rar.as_vint(size) + rar.as_vint(attributes) + stamps
    return head + block.header[place:first] + kept, packed


def _without_padding(packed: bytes) -> bytes:
    """Compressed blocks up to the one marked as the last: the cipher's padding would be taken for another."""
    place = 0
    while place + 3 <= len(packed):
        flags = packed[place]
        size_bytes = (flags >> 3 & 3) + 1
        place += 2 + size_bytes + int.from_bytes(packed[place + 2 : place + 2 + size_bytes], "little")
        if flags & 0x40:
            return packed[:place]
    return packed


# ---- RAR 2.9 to 4


def _decrypted_4(untrusted_bytes: bytes, password: str) -> bytes:
    written = bytearray(rar.SIGNATURE_4)
    for block in _plain_blocks_4(untrusted_bytes, password):
        packed = untrusted_bytes[block.start : block.end]
        header = block.header
        if block.kind == rar.MAIN_4:
            header = _with_flags(header, block.flags & ~0x80)
        elif block.kind == rar.FILE_4 and block.flags & 0x04:
            salt = _salt_4(block)
            packed = _cipher(*_key_4(password, salt)).decrypt(packed[: len(packed) & ~15])
            header, packed = _plain_header_4(block, salt, packed)
        written += rar.crc_4(header) + header + packed
    return bytes(written)


def _plain_blocks_4(untrusted_bytes: bytes, password: str) -> Iterator[Block]:
    """All blocks, those behind an archive header that says so deciphered."""
    place, hidden = len(rar.SIGNATURE_4), False
    for block in rar.blocks_4(untrusted_bytes):
        yield block
        place = block.end
        hidden |= block.kind == rar.MAIN_4 and bool(block.flags & 0x80)
    while hidden and place + 24 <= len(untrusted_bytes):
        decrypt = _decipher(_cipher(*_key_4(password, untrusted_bytes[place : place + 8])))
        head = decrypt(untrusted_bytes[place + 8 : place + 24])
        size = struct.unpack_from("<H", head, 5)[0]
        whole = (size + 15) & ~15
        head += decrypt(untrusted_bytes[place + 24 : place + 8 + whole])
        if size < 7 or len(head) < size or rar.crc_4(head[2:size]) != head[:2]:
            raise ValueError("not the password")
        block_or_none = rar.block_4(head[:size], 0)
        if block_or_none is None:
            raise ValueError("not the password")
        start = place + 8 + whole
        block = Block(
            block_or_none.kind,
            block_or_none.flags,
            block_or_none.header,
            start,
            start + block_or_none.end - block_or_none.start,
        )
        yield block
        place = block.end
        if block.kind == rar.END_4:
            return


def _decipher(cipher: Any) -> Callable[[bytes], bytes]:
    return lambda content: cipher.decrypt(content) if content else b""


def _salt_4(block: Block) -> bytes:
    """The eight bytes of salt, which stand behind the name."""
    if not block.flags & 0x400:
        return b""
    name_size = struct.unpack_from("<H", block.header, 24)[0]
    place = 30 + (8 if block.flags & 0x100 else 0) + name_size
    return block.header[place : place + 8]


@lru_cache(maxsize=64)
def _key_4(password: str, salt: bytes) -> tuple[bytes, bytes]:
    """Key and first vector: a quarter of a million rounds of SHA-1."""
    seed = password.encode("utf-16-le") + salt
    state, vector = hashlib.sha1(usedforsecurity=False), bytearray()
    for number in range(_ROUNDS_4):
        state.update(seed + number.to_bytes(3, "little"))
        if number % (_ROUNDS_4 // 16) == 0:
            vector.append(state.digest()[19])
    key = b"".join(state.digest()[place : place + 4][::-1] for place in range(0, 16, 4))
    return key, bytes(vector)


def _plain_header_4(block: Block, salt: bytes, packed: bytes) -> tuple[bytes, bytes]:
    """The header without encryption and salt, and the data without padding where they are stored as they are."""
    header = bytearray(block.header)
    name_size = struct.unpack_from("<H", header, 24)[0]
    place = 30 + (8 if block.flags & 0x100 else 0) + name_size
    del header[place : place + len(salt)]
    size = struct.unpack_from("<I", header, 9)[0]
    if header[23] == 0x30 and not block.flags & 0x3 and not block.flags & 0x100:
        packed = packed[:size]
        # libarchive does not look at the checksum of what is only stored
        if zlib.crc32(packed) != struct.unpack_from("<I", header, 14)[0]:
            raise ValueError("not the password")
    struct.pack_into("<I", header, 5, len(packed) & 0xFFFFFFFF)
    return _with_flags(bytes(header), block.flags & ~0x404), packed


def _with_flags(header: bytes, flags: int) -> bytes:
    """The header with these flags and the size that it has now."""
    changed = bytearray(header)
    struct.pack_into("<HH", changed, 1, flags, len(header) + 2)
    return bytes(changed)
