"""What a mention kind is: a name, a title, the types it yields and the function that finds them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from corrobora.mentions.occupied import Occupied
from corrobora.model.mention import Mention, MentionType


@dataclass(frozen=True, slots=True)
class Kind:
    """One entry of the drawer `mentions/kinds`.

    Attributes:
        name: what it is registered under; `Mention.reader` of what it finds.
        title: one line that a reporter can read.
        types: the types of mention it yields.
        find: the mentions of a text, in order.
    """

    name: str
    title: str
    types: tuple[MentionType, ...]
    find: Callable[[str], list[Mention]]


def mention(
    text: str, span: tuple[int, int], type_: MentionType, value: str, reader: str, confidence: float = 1.0
) -> Mention:
    """A mention of text[start:end]."""
    start, end = span
    return Mention(start, end, type_, text[start:end], value, reader, confidence)


def without_overlaps(mentions: list[Mention]) -> list[Mention]:
    """The mentions in order, of overlapping ones the more confident, then the longer, then the earlier."""
    taken = Occupied()
    ranked = sorted(mentions, key=lambda m: (-m.confidence, m.start - m.end, m.start))
    return sorted((m for m in ranked if taken.take(m.start, m.end)), key=lambda m: m.start)
