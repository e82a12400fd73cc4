"""Word 6 and Word 95 documents: the text between the two offsets of the file's header. Pure."""

from __future__ import annotations

import io
import re
import struct

import olefile

from corrobora.errors import DamagedError, EncryptedError
from corrobora.model.document import Reading
from corrobora.model.encoding import decode
from corrobora.reading.language import detect
from corrobora.reading.writer import PageWriter

MAGIC = (b"\xdc\xa5", b"\xdb\xa5")
_FIELD = re.compile("\x13[^\x13\x14\x15]{0,500}\x14|\x13[^\x13\x14\x15]{0,500}\x15|[\x14\x15]")
_ENCRYPTED = 0x0100


def stream_of(untrusted_bytes: bytes) -> bytes:
    """The main stream where this is such a document, else b""."""
    if untrusted_bytes[:2] in MAGIC:
        return untrusted_bytes
    try:
        with olefile.OleFileIO(io.BytesIO(untrusted_bytes)) as storage:
            if not storage.exists("WordDocument"):
                return b""
            stream: bytes = storage.openstream("WordDocument").read()
    except (OSError, ValueError, IndexError, struct.error, AttributeError, TypeError):
        return b""
    return stream if stream[:2] in MAGIC else b""


def read(stream: bytes) -> Reading:
    """Reads the main stream of such a document as one page.

    Raises:
        EncryptedError: where it needs a password.
        DamagedError: where the offsets lead nowhere.
    """
    if len(stream) < 0x20:
        raise DamagedError("the document is torn", remedy="ask for another copy")
    if struct.unpack_from("<H", stream, 0x0A)[0] & _ENCRYPTED:
        raise EncryptedError("the document is encrypted")
    first, last = struct.unpack_from("<II", stream, 0x18)
    if not first < last <= len(stream):
        raise DamagedError("the document is torn", remedy="ask for another copy")
    text, _ = decode(stream[first:last])
    writer = PageWriter()
    # 7 ends a table cell, 13 a paragraph, 11 a line, 12 a page
    writer.line(
        _FIELD.sub("", text).replace("\x07", " | ").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
    )
    page = writer.page()
    return Reading(pages=(writer.page(language=detect(page.text)),), reader="word95")
