"""Members of ZIP archives that the standard library cannot open: AES (WinZip's AE-1 and AE-2) and Deflate64. Pure."""

from __future__ import annotations

import bz2
import hashlib
import hmac
import importlib
import struct
import zipfile
import zlib
from collections.abc import Iterator

from corrobora.errors import DamagedError, EncryptedError, UnsupportedError

AES, DEFLATE64 = 99, 9
_FIELD = 0x9901
_KEY_BYTES = {1: 16, 2: 24, 3: 32}
_ROUNDS = 1000
_SEAL = 10
_CHUNK = 1 << 20


def preload() -> None:
    """Loads the cipher and the decompressor before the cage shuts."""
    aes = importlib.import_module("Cryptodome.Cipher.AES")
    counter = importlib.import_module("Cryptodome.Util.Counter")
    aes.new(bytes(16), aes.MODE_CTR, counter=counter.new(128, little_endian=True)).decrypt(b"x")
    importlib.import_module("inflate64")


def chunks(untrusted_bytes: bytes, entry: zipfile.ZipInfo, passwords: tuple[str, ...]) -> Iterator[bytes]:
    """The member's bytes, piece by piece.

    Raises:
        EncryptedError: where no known password opens it.
        DamagedError: where it was changed or is torn.
        UnsupportedError: where it is packed in a way that nothing here knows.
    """
    packed = _packed(untrusted_bytes, entry)
    method = entry.compress_type
    if method == AES:
        packed, method = _decrypted(packed, entry, passwords)
    if method == zipfile.ZIP_STORED:
        yield packed
    elif method == zipfile.ZIP_DEFLATED:
        stream = zlib.decompressobj(-15)
        yield stream.decompress(packed, _CHUNK)
        while stream.unconsumed_tail and not stream.eof:
            yield stream.decompress(stream.unconsumed_tail, _CHUNK)
    elif method == zipfile.ZIP_BZIP2:
        unpacker = bz2.BZ2Decompressor()
        yield unpacker.decompress(packed, _CHUNK)
        while not unpacker.eof:
            yield unpacker.decompress(b"", _CHUNK)
    elif method == DEFLATE64:
        yield from _inflated(packed)
    else:
        raise UnsupportedError(f"it is packed by method {method}", remedy="unpack it with 7-Zip and add the folder")


def _inflated(packed: bytes) -> Iterator[bytes]:
    inflater = importlib.import_module("inflate64").Inflater()
    # in small pieces: each gives at most a thousand times its size at once
    for place in range(0, len(packed), 1024):
        try:
            yield inflater.inflate(packed[place : place + 1024])
        except (ValueError, OSError, RuntimeError) as exc:
            raise DamagedError("it breaks off", remedy="ask for another copy") from exc


def _packed(untrusted_bytes: bytes, entry: zipfile.ZipInfo) -> bytes:
    """What the archive holds of the member, behind its local header."""
    head = untrusted_bytes[entry.header_offset : entry.header_offset + 30]
    if len(head) < 30 or head[:4] != b"PK\x03\x04":
        raise DamagedError("its header is torn", remedy="ask for another copy")
    name_size, extra_size = struct.unpack_from("<HH", head, 26)
    start = entry.header_offset + 30 + name_size + extra_size
    return untrusted_bytes[start : start + entry.compress_size]


def _decrypted(packed: bytes, entry: zipfile.ZipInfo, passwords: tuple[str, ...]) -> tuple[bytes, int]:
    strength, method = _aes_field(entry.extra)
    size = _KEY_BYTES.get(strength)
    if size is None or len(packed) < size // 2 + 2 + _SEAL:
        raise DamagedError("its encryption is torn", remedy="ask for another copy")
    salt, check = packed[: size // 2], packed[size // 2 : size // 2 + 2]
    body, seal = packed[size // 2 + 2 : -_SEAL], packed[-_SEAL:]
    aes = importlib.import_module("Cryptodome.Cipher.AES")
    counter = importlib.import_module("Cryptodome.Util.Counter")
    for password in spellings(passwords):
        keys = hashlib.pbkdf2_hmac("sha1", password, salt, _ROUNDS, 2 * size + 2)
        if keys[2 * size :] != check:
            continue
        if not hmac.compare_digest(hmac.new(keys[size : 2 * size], body, "sha1").digest()[:_SEAL], seal):
            continue
        cipher = aes.new(keys[:size], aes.MODE_CTR, counter=counter.new(128, little_endian=True))
        return cipher.decrypt(body), method
    raise EncryptedError("it is encrypted")


def _aes_field(extra: bytes) -> tuple[int, int]:
    """Strength and real method from the field that AES members carry."""
    place = 0
    while place + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, place)
        if kind == _FIELD and size >= 7 and place + 11 <= len(extra):
            return extra[place + 8], struct.unpack_from("<H", extra, place + 9)[0]
        place += 4 + size
    return 0, 0


def spellings(passwords: tuple[str, ...]) -> list[bytes]:
    """The passwords as bytes in the encodings in which archivers took them from the keyboard."""
    found: dict[bytes, None] = {}
    for password in passwords:
        for encoding in ("utf-8", "cp866", "cp1251", "gbk"):
            found.setdefault(password.encode(encoding, "ignore"))
    return [spelling for spelling in found if spelling]
