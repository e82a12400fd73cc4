"""Whose word it is and how it was come by: testimony, papers that were only seen, what others published first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corrobora.claims.check import Check, Problem
from corrobora.claims.context import Held
from corrobora.claims.vocabulary import HEDGED, OBTAINED, OURS, READ_OUT, SEEN_ONLY, SPOKEN

_CREDIT = re.compile(
    r"^(?:first )?(?:published|reported|found|obtained) (?:first )?by\s+|^(?:впервые )?опубликовал\w*\s+", re.I
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SHORT = 4


def check(held: Held) -> Iterator[Problem]:
    """Testimony told as a fact, a paper called obtained that was only seen, others' findings told as one's own."""
    if held.sought or not (held.pages or held.rows):
        return
    yield from _testimony(held)
    yield from _access(held)
    yield from _credit(held)


def _testimony(held: Held) -> Iterator[Problem]:
    told = {str(f.body.get("document")): f for f in held.case.findings if f.kind == "testimony"}
    if held.rows or not all(page.document in told for page in held.pages):
        return
    if not SPOKEN.search(held.prose) and not HEDGED.search(held.prose) and not _QUOTED.search(held.prose):
        found = f"testimony: {held.pages[0].document}"
        yield Problem("overclaim", held.prose[:60], found, "the only source is what somebody told; say who says so")


_QUOTED = re.compile(r"[“\"«„「]")


def _access(held: Held) -> Iterator[Problem]:
    claimed = OBTAINED.search(held.prose)
    if claimed is None:
        return
    for source in held.sources:
        how = source.obtained_how or ""
        only = "read out" if READ_OUT.search(how) else "seen" if SEEN_ONLY.search(how) else ""
        if only and not re.search(r"\b(?:cop(?:y|ies)|passed to|handed|копи\w+|передан\w*|копі\w+)\b", how, re.I):
            detail = f"the source was only {only} ({how}); the sentence says it is held"
            yield Problem("attribution", claimed.group(), only, detail)


def _credit(held: Held) -> Iterator[Problem]:
    """Others' work told as one's own, where no origin of one's own is cited beside it."""
    ours = OURS.search(held.prose)
    if ours is None or any(not source.credit for source in held.sources):
        return
    for source in held.sources:
        name = _CREDIT.sub("", source.credit or "").strip(" .")
        words = [w.casefold() for w in _WORD.findall(name) if len(w) >= _SHORT]
        if words and not any(word in held.prose.casefold() for word in words):
            yield Problem("attribution", ours.group(), name, f"this source is others' work: credit {name}")


CHECK = Check("provenance", "Testimony, access and credit", check)
