"""Sentences of papers: where a word stands, what else its sentence names, and of which day it tells."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from corrobora.analysis.parties import Party
from corrobora.analysis.terms import number_key
from corrobora.analysis.view import CaseView
from corrobora.model.dates import is_day
from corrobora.model.facts import Span
from corrobora.model.mention import Mention, MentionType

LONGEST = 600
"""Letters of a sentence that are looked at on either side of a word; a table without full stops would run on."""
END = re.compile(
    r"(?<![\s(«\"“.№][^\W\d_])(?<!\bгг)(?<!\bстр)(?<!\bул)(?<!\bим)(?<!\bNo)(?<!\bтыс)(?<!\bмлн)(?<!\bмлрд)(?<!\bруб)"
    r"(?<!\bдолл)(?<!\bдол)(?<!\bгрн)(?<!\bшт)(?<!\bкв)(?<!\bпп)(?<!\bLtd)(?<!\bInc)(?<!\bCo)(?<!\bMr)(?<!\bMs)[.!?](?=\s|$)|[。！？；]|\n\s*\n|\n(?=\s*(?:[-–—•*]|\d{1,2}[.)])\s)"
)


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around these words begins and ends.

    Example:
        >>> text = "It was so. The plant of A. Ivanov closed in May. It is so."
        >>> text[slice(*sentence_at(text, 20, 25))]
        'The plant of A. Ivanov closed in May.'
    """
    floor = max(0, start - LONGEST)
    breaks = [found.end() for found in END.finditer(text, floor, start)]
    begin = breaks[-1] if breaks else floor
    stop = END.search(text, end, end + LONGEST)
    until = stop.end() if stop is not None else min(len(text), end + LONGEST)
    words = text[begin:until]
    begin += len(words) - len(words.lstrip())
    return begin, begin + len(words.strip())


def told(view: CaseView, pattern: re.Pattern[str], documents: Iterable[str] | None = None) -> Iterator[Span]:
    """Each sentence of these papers (all, where none are named) that holds the pattern, once."""
    for document in sorted(view.page_numbers) if documents is None else documents:
        for page in view.page_numbers.get(document, ()):
            text, last = view.pages[document, page].text, -1
            for found in pattern.finditer(text):
                if found.start() < last:
                    continue
                start, last = sentence_at(text, found.start(), found.end())
                yield Span(document, page, start, last, text[start:last])


def mentions_in(view: CaseView, span: Span, kind: MentionType) -> list[Mention]:
    """What a sentence mentions of one kind, in order."""
    known = view.mentioned.get((span.document, span.page, kind), [])
    first = bisect_left(known, span.start, key=lambda mention: mention.start)
    found = []
    for mention in known[first:]:
        if mention.start >= span.end:
            break
        found.append(mention)
    return found


def day_of(view: CaseView, span: Span) -> str | None:
    """The first date that a sentence names (a day before a month), else the day of its paper."""
    values = [mention.value for mention in mentions_in(view, span, MentionType.DATE)]
    days = [value for value in values if is_day(value)]
    months = [value for value in values if re.fullmatch(r"\d{4}-\d{2}", value)]
    return next(iter(days or months), view.dated(span.document))


def parties_in(view: CaseView, span: Span) -> list[Party]:
    """The parties of the case that a sentence names, each once; a name within a longer word is none."""
    text, found = span.quote, dict[str, Party]()
    for name, party in view.party_names:
        if party.key not in found and any(_stands(text, form) for form in {name, name.upper()}):
            found[party.key] = party
    return list(found.values())


def _stands(text: str, name: str) -> bool:
    start = text.find(name)
    if start < 0 or "\u3400" <= name[0] <= "\u9fff":
        return start >= 0
    before, after = text[start - 1 : start], text[start + len(name) : start + len(name) + 1]
    return not before.isalnum() and not after.isalnum()


def keys_in(words: str) -> set[str]:
    """What stands in a sentence between spaces and signs, as keys of the numbers of papers (terms.number_key)."""
    return {number_key(word) for word in re.findall(r"[^\s,;:«»“”\"()]+", words)}


def amount_near(view: CaseView, span: Span, at: Mention, within: int = 60) -> Mention | None:
    """The count of pieces that stands nearest to a word of a sentence, at most so many letters away."""
    counts = [m for m in mentions_in(view, span, MentionType.QUANT) if re.match(r"[\d.]+ (pcs|set)$", m.value)]
    near = [(max(m.start - at.end, at.start - m.end), m) for m in counts]
    best = min(near, key=lambda entry: (entry[0], entry[1].start), default=None)
    return best[1] if best is not None and best[0] <= within else None
