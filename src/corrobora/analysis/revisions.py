"""Revisions saved onto the end of a PDF: counted from its bytes alone, without opening it."""

from __future__ import annotations

import re

END = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
LINEARIZED = re.compile(rb"/Linearized\s+1")


def count_revisions(untrusted_bytes: bytes) -> int:
    """How many times a PDF was changed by saving onto its end.

    A file written in one go has one end mark; one prepared for the web (linearized) has two. Every further end mark
    with a cross-reference that lies behind the mark before it is a later change.

    Example:
        >>> count_revisions(b"%PDF-1.4 ... startxref 9 %%EOF")
        0
    """
    ends = [(found.start(), int(found[1])) for found in END.finditer(untrusted_bytes)]
    later = sum(offset > mark for (mark, _), (_, offset) in zip(ends, ends[1:], strict=False))
    first = 1 if ends and ends[0][1] == 0 else 0
    own = 1 if LINEARIZED.search(untrusted_bytes[:2048]) else 0
    return max(0, later - max(first, own))
