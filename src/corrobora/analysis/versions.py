"""Papers that repeat each other, drafts of one paper, and what changed from one to the other. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher

from corrobora.analysis import sketches
from corrobora.model.document import Page

_WORD = re.compile("[\u3400-\u9fff]|[^\\s\u3400-\u9fff]+")
_DIGITS = re.compile(r"\D+")
_SAME_PAGE = 0.6
_SAME = 0.5
_CONTAINED = 0.8
_BLURRED = 0.7
_CONTEXT = 4
_PARTNERS = 3
_MOST_WORDS = 6000


@dataclass(frozen=True, slots=True)
class Passage:
    """Words as they stand on a page."""

    document: str
    page: int
    quote: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What stands in one paper where the other has something else or nothing.

    Attributes:
        before: the words that lead to it, as the first paper has them.
        first: what the first paper says; an empty quote where it says nothing there.
        second: what the second says.
    """

    before: str
    first: Passage
    second: Passage


@dataclass(frozen=True, slots=True)
class Pair:
    """Two papers of which one repeats the other.

    Attributes:
        kind: "copy" (they say the same), "version" (something was changed), "part" (the smaller stands in the larger).
        likeness: share of the letters that stand in both in the same order, 0 to 1.
        differences: in the order of the first paper; what recognition alone may have done is left out.
    """

    first: str
    second: str
    kind: str
    likeness: float
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class _Match:
    """Two pages, the share of their letters that stand in both in the same order, and what differs."""

    one: Page
    other: Page
    likeness: float
    differences: list[Difference]


def pairs(pages: Sequence[Page], dates: dict[str, str] | None = None) -> list[Pair]:
    """All papers that repeat another one, each with its nearest others.

    Args:
        pages: of all documents.
        dates: when a document was last changed, ISO; the older of a pair comes first.
    """
    known = dates or {}
    by_document: dict[str, list[int]] = {}
    for number, page in enumerate(pages):
        by_document.setdefault(page.document, []).append(number)
    matched: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for one, other in sketches.near_pages([page.text for page in pages]):
        first, second = pages[one].document, pages[other].document
        if first != second:
            key = (first, second) if _order(first, known) <= _order(second, known) else (second, first)
            matched.setdefault(key, []).append((one, other) if key[0] == first else (other, one))
    found = [
        pair
        for (first, second), candidates in matched.items()
        for pair in _pair(
            [pages[n] for n in by_document[first]], [pages[n] for n in by_document[second]],
            [(pages[one], pages[other]) for one, other in candidates],
        )
    ]  # fmt: skip
    return _nearest(found)


def _order(document: str, dates: dict[str, str]) -> tuple[str, str]:
    return dates.get(document, "9999"), document


def _pair(first: list[Page], second: list[Page], candidates: list[tuple[Page, Page]]) -> Iterator[Pair]:
    """What two papers are to each other; nothing where they only share a page or a letterhead."""
    compared = sorted((_compared(one, other) for one, other in candidates), key=lambda match: -match.likeness)
    taken: set[tuple[str, int]] = set()
    matches: list[_Match] = []
    for match in compared:
        keys = {(match.one.document, match.one.page), (match.other.document, match.other.page)}
        if match.likeness >= _SAME_PAGE and not keys & taken:
            taken |= keys
            matches.append(match)
    shared = sum(match.likeness * min(len(match.one.text), len(match.other.text)) for match in matches)
    sizes = sorted(sum(len(page.text) for page in paper) for paper in (first, second))
    if not matches or (shared < _SAME * sizes[1] and shared < _CONTAINED * sizes[0]):
        return
    is_part = shared < _SAME * sizes[1]
    ordered = sorted(matches, key=lambda match: match.one.page)
    differences = tuple(difference for match in ordered for difference in match.differences)
    if not is_part:
        differences += _unmatched(first, second, taken)
    weight = sum(len(match.one.text) for match in matches)
    likeness = sum(match.likeness * len(match.one.text) for match in matches) / max(1, weight)
    kind = "part" if is_part else "version" if differences else "copy"
    yield Pair(first[0].document, second[0].document, kind, round(likeness, 3), differences)


def _unmatched(first: list[Page], second: list[Page], taken: set[tuple[str, int]]) -> tuple[Difference, ...]:
    """Whole pages that only one of them has."""
    found = []
    for own, others, is_first in ((first, second, True), (second, first, False)):
        for page in own:
            if (page.document, page.page) in taken or not page.text.strip():
                continue
            whole = Passage(page.document, page.page, page.text.strip()[:300])
            nothing = Passage(others[0].document, others[-1].page, "")
            found.append(Difference("", *((whole, nothing) if is_first else (nothing, whole))))
    return tuple(found)


def differences_between(one: Page, other: Page) -> list[Difference]:
    """What differs between two pages, word by word, in the words of both.

    Example:
        >>> first, second = (Page(1, f"The plant offers {count} pumps for the works.") for count in (2, 10))
        >>> [(d.first.quote, d.second.quote) for d in differences_between(first, second)]
        [('2', '10')]
    """
    return _compared(one, other).differences


def _compared(one: Page, other: Page) -> _Match:
    left, right = _words(one.text), _words(other.text)
    recognised = one.ocr_confidence is not None or other.ocr_confidence is not None
    matcher = SequenceMatcher(None, [word for word, *_ in left], [word for word, *_ in right], autojunk=False)
    found, same = [], 0
    for a, b, c, d in _changes(matcher.get_matching_blocks()):
        if _is_noise(left[a:b], right[c:d], recognised):
            same += _letters(left[a:b]) + _letters(right[c:d])
            continue
        before = _slice(one.text, left[max(0, a - _CONTEXT) : a])
        first = Passage(one.document, one.page, _slice(one.text, left[a:b]))
        second = Passage(other.document, other.page, _slice(other.text, right[c:d]))
        found.append(Difference(before, first, second))
    same += 2 * sum(_letters(left[block.a : block.a + block.size]) for block in matcher.get_matching_blocks())
    return _Match(one, other, min(1.0, same / max(1, _letters(left) + _letters(right))), found)


def _changes(blocks: Sequence[Match]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches between what is the same; a single word that is the same by chance parts nothing."""
    kept = [block for block in blocks if block.size > 1 or block.size == 0]
    a = c = 0
    # the first and last words count whatever their length
    for block in blocks if len(kept) < 2 else kept:
        if a < block.a or c < block.b:
            yield a, block.a, c, block.b
        a, c = block.a + block.size, block.b + block.size


def _letters(words: list[tuple[str, int, int]]) -> int:
    return sum(len(word) for word, *_ in words)


def _words(text: str) -> list[tuple[str, int, int]]:
    """Words (Chinese characters one by one) without punctuation, each with its place."""
    found = ((sketches.folded(word.group()), word.start(), word.end()) for word in _WORD.finditer(text))
    return [one for one in found if one[0]][:_MOST_WORDS]


def _slice(text: str, words: list[tuple[str, int, int]]) -> str:
    return text[words[0][1] : words[-1][2]] if words else ""


def _is_noise(left: list[tuple[str, int, int]], right: list[tuple[str, int, int]], recognised: bool) -> bool:
    """Whether the difference is one of spaces, hyphens and signs, or of letters that recognition blurred."""
    one, other = "".join(word for word, *_ in left), "".join(word for word, *_ in right)
    if one == other:
        return True
    if not recognised or _DIGITS.sub("", one) != _DIGITS.sub("", other):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _BLURRED


def _nearest(found: Iterable[Pair]) -> list[Pair]:
    """The pairs, nearest first, no paper in more than a few: of a hundred form letters each has its neighbours."""
    ordered = sorted(found, key=lambda pair: (-pair.likeness, pair.first, pair.second))
    count: dict[str, int] = {}
    kept = []
    for pair in ordered:
        if min(count.get(pair.first, 0), count.get(pair.second, 0)) < _PARTNERS:
            kept.append(pair)
            for document in (pair.first, pair.second):
                count[document] = count.get(document, 0) + 1
    return kept
