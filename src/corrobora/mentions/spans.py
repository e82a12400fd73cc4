"""Puts together what rules and a model say about the names of a text."""

from __future__ import annotations

from collections.abc import Iterable

from corrobora.mentions.slavic_words import Span


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
                chosen = _with(chosen, trimmed)
    return sorted(chosen, key=lambda s: s.start)


def _with(chosen: list[Span], span: Span) -> list[Span]:
    touching = [other for other in chosen if other.start < span.end and span.start < other.end]
    if not touching:
        return [*chosen, span]
    covers = all(span.start <= other.start and other.end <= span.end for other in touching)
    if covers and all(other.type == span.type for other in touching) and len(touching) == 1:
        return [other for other in chosen if other not in touching] + [span]
    return chosen


def _trim(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    return Span(start, end, span.type) if end > start else None
