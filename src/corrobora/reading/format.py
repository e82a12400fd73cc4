"""What a document format is: a name, a title, the media types it reads and one pure function of bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from corrobora.model.document import Reading

NEEDS_OCR = "needs-ocr"
"""Code of a problem: this page must be recognised from its picture, and recognition was not asked for."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read.

    Attributes:
        media_type: of the bytes, by magic.
        ocr: recognise pages that have no true text layer; without it they get a problem of code `NEEDS_OCR`.
        pages: read only these pages (from 1); empty means all.
        languages: to recognise, most likely first.
        passwords: to try on encrypted files.
    """

    media_type: str = ""
    ocr: bool = False
    pages: tuple[int, ...] = ()
    languages: tuple[str, ...] = ("ru", "uk", "en", "zh")
    passwords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A reader of one document format.

    Attributes:
        read: bytes and options to pages. Raises `UnreadableError`s only; opens nothing.
    """

    name: str
    title: str
    media_types: tuple[str, ...]
    read: Callable[[bytes, ReadOptions], Reading]
