"""Bytes to pages: the format's own reader, then the second reader. This is what runs in the cage."""

from __future__ import annotations

from dataclasses import replace

from corrobora.case.sandbox import Task
from corrobora.errors import UnreadableError, UnsupportedError
from corrobora.model import magic
from corrobora.model.document import Reading
from corrobora.reading import decryption, fonts, package, second
from corrobora.reading.format import NEEDS_OCR, Format, ReadOptions
from corrobora.reading.formats import REGISTRY

_APPLE = "open it on a Mac in Pages, Numbers or Keynote, export it as PDF and add that"
_LEFT_BEHIND = "none needed: the system made it for itself; it may still name files that are gone"
_WAYS_OUT = {
    magic.THUMBNAILS: _LEFT_BEHIND,
    magic.FOLDER_STORE: _LEFT_BEHIND,
    "application/vnd.ms-works": "open it in LibreOffice, save it as DOCX and add that",
    "application/x-msaccess": "export its tables as CSV (mdb-export, or Access) and add them as record sets",
    "application/x-hwp": "open it in Hancom Office, save it as PDF and add that",
    "application/vnd.apple.iwork": _APPLE,
    "application/vnd.apple.pages": _APPLE,
    "application/vnd.apple.numbers": _APPLE,
    "application/vnd.apple.keynote": _APPLE,
    "image/vnd.djvu": "turn it into a PDF (ddjvu -format=pdf) and add that",
    "application/vnd.visio": "open it in LibreOffice, save it as PDF and add that",
    "application/vnd.apache.parquet": "add it as a record set (corrobora records add)",
    magic.OLE: "open it in LibreOffice, save it as PDF and add that",
}
"""What would help with formats that nothing here reads."""

_BY_TYPE: dict[str, Format] = {kind: entry for entry in REGISTRY for kind in entry.media_types}


def read(untrusted_bytes: bytes, options: ReadOptions) -> Reading:
    """Reads a document with the reader of its media type.

    Raises:
        UnreadableError: where there is none, or it could not; never returns a reading without text that claims to be
        one.
    """
    if options.media_type == magic.EMPTY:
        raise UnreadableError("the file is empty (0 bytes)", remedy="ask for another copy")
    if options.media_type == magic.ENCRYPTED_OFFICE or decryption.is_encrypted(untrusted_bytes, options.media_type):
        untrusted_bytes = decryption.decrypt(untrusted_bytes, options.passwords)
        options = replace(options, media_type=magic.media_type(untrusted_bytes))
    entry = _BY_TYPE.get(options.media_type)
    if entry is None:
        remedy = _WAYS_OUT.get(options.media_type, "convert it to PDF or text and add that")
        raise UnsupportedError(f"nothing here reads {options.media_type}", remedy=remedy)
    reading = entry.read(untrusted_bytes, options)
    if untrusted_bytes[:2] == b"PK" and package.is_torn(untrusted_bytes):
        torn = ("", "damaged", "the file is torn: only a part of it could be saved", "ask for another copy")
        reading = replace(reading, problems=(*reading.problems, torn))
    waits = any(code == NEEDS_OCR for _, code, _, _ in reading.problems)
    # photographs and the backs of papers need not hold any text: what follows from that the caller sees best
    if not (waits or options.ocr or any(page.text.strip() for page in reading.pages)):
        raise UnreadableError("no text was found in it", remedy="look at the original")
    return reading


def read_again(untrusted_bytes: bytes, options: ReadOptions) -> Reading:
    """Reads a document that its own reader could not read, with kreuzberg."""
    return second.kreuzberg(untrusted_bytes, options.media_type)


def read_at_last(untrusted_bytes: bytes, options: ReadOptions) -> Reading:
    """Reads a document that neither could read, with Tika."""
    return second.tika(untrusted_bytes)


def preload() -> None:
    """Loads what the readers need before the cage shuts."""
    _load_picture_formats()
    fonts.preload()
    decryption.preload()


def preload_second() -> None:
    """What the second readers need; a cage of their own, since every child pays for what its zygote holds."""
    second.preload()
    decryption.preload()


def preload_with_ocr() -> None:
    """The same for a cage that also recognises pictures."""
    import heapq  # noqa: PLC0415, F401 - see above

    import numpy.ma  # noqa: PLC0415, F401 - np.median imports it when first called

    from corrobora.reading import ocr  # noqa: PLC0415 - loads the models

    _load_picture_formats()
    fonts.preload()
    ocr.prepare()


def _load_picture_formats() -> None:
    from PIL import Image, ImageFile, ImageOps, ImageSequence  # noqa: PLC0415 - only the cage needs all of them at once

    _ = ImageFile, ImageOps, ImageSequence
    Image.init()


READ = Task("read", read, ReadOptions, Reading)
READ_AGAIN = Task("read-again", read_again, ReadOptions, Reading)
READ_AT_LAST = Task("read-at-last", read_at_last, ReadOptions, Reading, prepare=second.start_tika)
