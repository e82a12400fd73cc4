"""Changes saved onto the end of a PDF: told from its bytes alone, without opening it."""

from __future__ import annotations

import re

END = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
LINEARIZED = re.compile(rb"/Linearized\s+1")
SIGNATURE = re.compile(rb"/ByteRange\s*\[")
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
    ends = [found.end() for found in END.finditer(untrusted_bytes)]
    if LINEARIZED.search(untrusted_bytes[:2048]):
        ends = ends[1:]
    parts = [untrusted_bytes[start:end] for start, end in zip(ends, ends[1:], strict=False)]
    return sum(PAINTING.search(part) is not None and SIGNATURE.search(part) is None for part in parts)
