"""Changes saved onto the end of a PDF: told from its bytes alone, without opening it."""

from __future__ import annotations

import re

END = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
LINEARIZED = re.compile(rb"/Linearized\s+1")
SIGNATURE = re.compile(rb"/ByteRange\s*\[")
FONT = re.compile(rb"/BaseFont\s*/([^\s/<>\[\]()]+)")
PAINTING = re.compile(rb"/Type\s*/Page\b|/Contents\b|/Type\s*/ObjStm|\bBT\b|/Subtype\s*/(FreeText|Stamp|Redact)")
"""What a later revision holds where it alters what a page shows (a compressed object stream may)."""


def count_changes(untrusted_bytes: bytes) -> int:
    """How many later revisions of a PDF touch what its pages show.

    A file written in one go has one end mark; one prepared for the web (linearized) has two. What is appended
    behind the first whole file counts where it holds pages, their contents or notes on them. A digital signature is
    appended too, and is none.

    Example:
        >>> count_changes(b"%PDF-1.4 ... startxref 9 %%EOF")
        0
    """
    return len(_changes(untrusted_bytes))


def new_fonts(untrusted_bytes: bytes) -> tuple[str, ...]:
    """Fonts that later revisions of a PDF name and the file as first saved does not.

    Example:
        >>> first = b"%PDF-1.4 /BaseFont /Arial startxref 9 %%EOF"
        >>> new_fonts(first + b" /Type /Page /BaseFont /ABCDEF+Times startxref 9 %%EOF")
        ('Times',)
    """
    changes = _changes(untrusted_bytes)
    if not changes:
        return ()
    first = untrusted_bytes[: untrusted_bytes.index(changes[0])]
    known = {_font(name) for name in FONT.findall(first)}
    found = (_font(name) for part in changes for name in FONT.findall(part))
    return tuple(dict.fromkeys(name for name in found if name not in known))


def fonts_of(untrusted_bytes: bytes) -> tuple[str, ...]:
    """Fonts that a PDF names outside its packed objects, each once."""
    return tuple(dict.fromkeys(_font(name) for name in FONT.findall(untrusted_bytes)))


def _font(name: bytes) -> str:
    return name.decode("latin-1").rpartition("+")[2]


def _changes(untrusted_bytes: bytes) -> list[bytes]:
    ends = [found.end() for found in END.finditer(untrusted_bytes)]
    if LINEARIZED.search(untrusted_bytes[:2048]):
        ends = ends[1:]
    parts = [untrusted_bytes[start:end] for start, end in zip(ends, ends[1:], strict=False)]
    return [part for part in parts if PAINTING.search(part) is not None and SIGNATURE.search(part) is None]
