"""All mentions of a text: identifiers, dates and amounts by rule, names by language, and the case's own gazetteer."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from corrobora.mentions.blocks import Block, blocks
from corrobora.mentions.durations import find_durations, is_age
from corrobora.mentions.form_words import thing_or_name
from corrobora.mentions.gazetteer import Gazetteer
from corrobora.mentions.kinds import LANGUAGES, REGISTRY
from corrobora.mentions.kinds.chinese import find_names as chinese_names
from corrobora.mentions.kinds.english import find_names as english_names
from corrobora.mentions.kinds.english import find_pinyin
from corrobora.mentions.kinds.russian import find_names as russian_names
from corrobora.mentions.kinds.russian import shifted
from corrobora.mentions.kinds.ukrainian import find_names as ukrainian_names
from corrobora.mentions.loose_dates import find_loose
from corrobora.mentions.occupied import Occupied
from corrobora.mentions.relative_dates import with_relative
from corrobora.mentions.slavic_words import Span
from corrobora.model.mention import Mention, MentionType

_NAMES: dict[str, Callable[[str], list[Mention]]] = {
    "ru": russian_names,
    "uk": ukrainian_names,
    "zh": chinese_names,
    "en": english_names,
}
_PIECE = 60_000
_GAP, _GAP_BACK = re.compile(r"[,\s(]{1,3}"), re.compile(r"[,\s(]{1,3}$")


def find(text: str, language: str | None = None, gazetteer: Gazetteer | None = None) -> list[Mention]:
    """All mentions of a text in order of where they start.

    Args:
        text: in one or several of Russian, Ukrainian, Chinese and English.
        language: of most of the text, where it is known.
        gazetteer: names of the case; what it knows is found whatever the models say.

    Example:
        >>> [(m.type.value, m.value) for m in find("Договор № 12/23-К от 5 мая 2023 г.", "ru")]
        [('DOC', '12/23-К'), ('DATE', '2023-05-05')]
    """
    found: list[Mention] = []
    for start, part in _pieces(text):
        found.extend(shifted(_find(part, language, gazetteer), start))
    return found


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """A long text in pieces that end with a line, so that time grows with its length only."""
    start = 0
    while len(text) - start > _PIECE:
        cut = text.rfind("\n", start + _PIECE // 2, start + _PIECE)
        end = cut + 1 if cut > 0 else start + _PIECE
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _find(text: str, language: str | None, gazetteer: Gazetteer | None) -> list[Mention]:
    structured = [m for kind in REGISTRY if kind.name not in LANGUAGES for m in kind.find(text)]
    parts = blocks(text, language)
    loose = [m for block in parts for m in _loose(text, block)]
    numbers = _by_priority([*structured, *_apart(text, loose, structured)])
    known = gazetteer.find(text) if gazetteer is not None else []
    guessed = [mention for block in parts for mention in shifted(_NAMES[block.language](block.text), block.start)]
    guessed += find_pinyin(text)
    guessed = [one for guess in guessed if (one := _settled(text, guess)) is not None]
    return with_relative(text, sorted([*numbers, *_names(known, guessed, numbers)], key=lambda m: (m.start, m.end)))


def _settled(text: str, guess: Mention) -> Mention | None:
    """A guess as a place where it names a house or a city; None where it is a word of forms."""
    span = thing_or_name(text, Span(guess.start, guess.end, guess.type.value))
    return None if span is None else replace(guess, type=MentionType(span.type))


def _loose(text: str, block: Block) -> list[Mention]:
    """Expressions of time that no form of date covers."""
    found = find_loose(block.text, block.language)
    terms = [d for d in find_durations(block.text) if not is_age(block.text, d)]
    if block.language == "uk":
        terms = [d for d in terms if d.unit == "business_day" or "календарн" in d.text or d.relation == "not_before"]
    found += [(d.start, d.end, d.value) for d in terms]
    spans = ((start + block.start, end + block.start, value) for start, end, value in found)
    return [Mention(a, b, MentionType.DATE, text[a:b], value, "dates", 0.5) for a, b, value in spans]


def _apart(text: str, loose: list[Mention], structured: list[Mention]) -> list[Mention]:
    """The loose expressions but for a weekday beside the date it belongs to ("в среду, 3 октября")."""
    starts = {m.start for m in structured if m.type is MentionType.DATE}
    ends = {m.end for m in structured if m.type is MentionType.DATE}
    kept = []
    for one in loose:
        after, before = _GAP.match(text, one.end), _GAP_BACK.search(text[max(0, one.start - 4) : one.start])
        beside = (after and after.end() in starts) or (before and one.start - len(before[0]) in ends)
        if not beside or one.value:
            kept.append(one)
    return kept


def _by_priority(mentions: list[Mention]) -> list[Mention]:
    """Without overlaps; registry order decides: identifiers before numbers before dates."""
    taken = Occupied()
    return [one for one in mentions if taken.take(one.start, one.end)]


def _names(known: list[Mention], guessed: list[Mention], numbers: list[Mention]) -> list[Mention]:
    """The gazetteer's names but for parts of longer ones, then the models' where they are free, none in a number."""
    longer = {(g.start, g.end) for g in guessed}
    whole = [k for k in known if not any(a <= k.start and k.end <= b and b - a > k.end - k.start for a, b in longer)]
    taken = Occupied()
    starts = {m.start: m.end for m in numbers}
    ordered = sorted(starts)
    chosen = []
    for one in [*whole, *guessed]:
        place = bisect_right(ordered, one.start) - 1
        inside = place >= 0 and starts[ordered[place]] >= one.end
        if not inside and taken.take(one.start, one.end):
            chosen.append(one)
    return chosen


def annotate(untrusted_lines: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The mentions of {"id", "text"} lines, as `corrobora mentions` writes them."""
    for line in untrusted_lines:
        mentions = find(str(line.get("text") or ""), line.get("lang") or line.get("language"))
        yield {
            "id": line.get("id"),
            "mentions": [
                {"start": m.start, "end": m.end, "type": m.type.value, "text": m.text, "value": m.value}
                for m in mentions
            ],
        }
