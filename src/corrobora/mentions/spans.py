"""Puts together what rules and a model say about the names of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corrobora.mentions.slavic_words import Span

_SOON = 80


def merge(text: str, *opinions: Iterable[Span]) -> list[Span]:
    """One list without overlaps; earlier opinions win, but a longer span of the same type from a later one is kept.

    Args:
        text: that the spans belong to.
        opinions: the most trusted first.
    """
    chosen: list[Span] = []
    for opinion in opinions:
        for span in sorted(opinion, key=lambda s: (s.start, -s.end)):
            trimmed = _trim(text, span)
            if trimmed is not None:
                chosen = _with(text, chosen, trimmed)
    return sorted(chosen, key=lambda s: s.start)


def _with(text: str, chosen: list[Span], span: Span) -> list[Span]:
    touching = [other for other in chosen if other.start < span.end and span.start < other.end]
    if not touching:
        return [*chosen, span]
    covers = all(span.start <= other.start and other.end <= span.end for other in touching)
    grown = _grown(text, touching[0], span) if len(touching) == 1 and covers else ""
    if grown and touching[0].type == span.type and not re.search(r"[\n\d№|:]", grown):
        return [other for other in chosen if other not in touching] + [span]
    return chosen


def _closed(text: str, start: int, end: int) -> int:
    """The end of a name with the quotation marks closed that it opens, if that happens soon and in the same cell."""
    inside = text[start:end]
    open_ = sum(inside.count(sign) for sign in "«“") - sum(inside.count(sign) for sign in "»”")
    at = end
    while open_ > 0 and at < min(len(text), end + _SOON):
        if text[at] in "|;" or text.startswith("\n\n", at):
            return end
        open_ += (text[at] in "«“") - (text[at] in "»”")
        at += 1
        if open_ == 1 and text[at - 1] in "»”" and text[at : at + 1] not in ("»", "”"):
            return at  # «outer «inner»: Russian often closes both with one mark
    return at if open_ == 0 else end


def _grown(text: str, inner: Span, outer: Span) -> str:
    """What the outer span adds to the inner one."""
    return text[outer.start : inner.start] + text[inner.end : outer.end]


def _trim(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;:|"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:|" or text[end - 2 : end] == ".."):
        end -= 1
    if span.type == "ORG":
        end = _closed(text, start, end)
    return Span(start, end, span.type) if end > start else None
