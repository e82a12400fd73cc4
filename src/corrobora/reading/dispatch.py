"""Bytes to pages: the format's own reader, then the second reader. This is what runs in the cage."""

from __future__ import annotations

from corrobora.case.sandbox import Task
from corrobora.errors import UnreadableError, UnsupportedError
from corrobora.model import magic
from corrobora.model.document import Reading
from corrobora.reading import language
from corrobora.reading.format import NEEDS_OCR, Format, ReadOptions
from corrobora.reading.formats import REGISTRY

_BY_TYPE: dict[str, Format] = {kind: entry for entry in REGISTRY for kind in entry.media_types}


def read(untrusted_bytes: bytes, options: ReadOptions) -> Reading:
    """Reads a document with the reader of its media type.

    Raises:
        UnreadableError: where there is none, or it could not; never returns a reading without text that claims to be one.
    """
    if options.media_type == magic.EMPTY:
        raise UnreadableError("the file is empty (0 bytes)", remedy="ask for another copy")
    entry = _BY_TYPE.get(options.media_type)
    if entry is None:
        raise UnsupportedError(f"nothing here reads {options.media_type}", remedy="convert it to PDF or text")
    reading = entry.read(untrusted_bytes, options)
    waits = any(code == NEEDS_OCR for _, code, _, _ in reading.problems)
    if not waits and not any(page.text.strip() for page in reading.pages):
        raise UnreadableError("no text was found in it", remedy="look at the original")
    return reading


def preload() -> None:
    """Loads what the readers need before the cage shuts."""
    language.preload()


def preload_with_ocr() -> None:
    """The same for a cage that also recognises pictures."""
    from corrobora.reading import ocr  # noqa: PLC0415 - loads the models

    preload()
    load = getattr(ocr, "preload", None)
    if load is not None:
        load()


READ = Task("read", read, ReadOptions, Reading)
