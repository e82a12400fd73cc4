"""One document as the fact readers see it: its pages, lines, spans and what is known of it so far."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corrobora.model.document import Page
from corrobora.model.facts import LetterFact, Span
from corrobora.model.mention import Mention, MentionType

_BREAK = re.compile(r"[\ufffe\u00ad]")
_SPACE = re.compile(r"\s+")
_HANZI_GAP = re.compile(r"(?<=[\u3400-\u9fff（）《》「」:：，,。])\s+(?=[\u3400-\u9fff（）《》「」])")
_EDGE = " \t\r\n\u00a0\u3000,;:：，；、|"
_QUOTES = (("«", "»"), ("“", "”"), ("(", ")"), ("（", "）"), ("《", "》"))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; `text` is page.text[start:end]."""

    page: Page
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Paper:
    """The pages of one document with its mentions and metadata.

    Attributes:
        letter: the letterhead, known to every reader but the one that reads it.
        group: what puts the people of this paper beside those of others: a request number, else the document's path.
    """

    pages: tuple[Page, ...]
    mentions: tuple[Mention, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    letter: LetterFact = LetterFact(())
    group: str = ""

    @property
    def document(self) -> str:
        """The path of the document."""
        return self.pages[0].document if self.pages else ""

    @property
    def type(self) -> str:
        """What sort of paper it is."""
        return self.letter.type

    def mentioned(self, page: Page, *types: MentionType) -> list[Mention]:
        """The mentions of these types on a page, in order."""
        found = [m for m in self.mentions if m.page == page.page and m.type in types]
        return sorted(found, key=lambda m: (m.start, -m.end))


def lines(page: Page) -> Iterator[Line]:
    """The lines of a page that are not blank, without their outer white space."""
    for found in re.finditer(r"[^\n]+", page.text):
        text = found.group()
        left = len(text) - len(text.lstrip())
        stripped = text.strip()
        if stripped:
            start = found.start() + left
            yield Line(page, start, start + len(stripped), stripped)


def span(page: Page, start: int, end: int) -> Span:
    """The span of a page's text, without white space at its ends."""
    raw = page.text[start:end]
    left, right = len(raw) - len(raw.lstrip()), len(raw) - len(raw.rstrip())
    if left == len(raw):
        return Span(page.document, page.page, start, end, raw)
    return Span(page.document, page.page, start + left, end - right, page.text[start + left : end - right])


def match_span(page: Page, found: re.Match[str], group: int | str = 0) -> Span:
    """The span of a group of a match that was made on the page's whole text."""
    return span(page, found.start(group), found.end(group))


def line_at(page: Page, position: int) -> Line:
    """The line that holds a position of the page."""
    start = page.text.rfind("\n", 0, position) + 1
    end = page.text.find("\n", position)
    end = len(page.text) if end < 0 else end
    return Line(page, start, end, page.text[start:end])


def tidy(text: str) -> str:
    r"""The text on one line, without hyphenation marks, outer punctuation and gaps between Chinese characters.

    Example:
        >>> tidy("АО «Парус\ufffe\nСтропа»,")
        'АО «Парус-Стропа»'
    """
    joined = re.sub(r"-\s*\n\s*(?=[a-zа-яёіїєґ])", "-", re.sub(r"[\ufffe]\s*", "-", text))
    joined = _SPACE.sub(" ", _BREAK.sub("", joined))
    return balanced(_HANZI_GAP.sub("", joined).strip(_EDGE))


def balanced(text: str) -> str:
    """The text without a bracket or quotation mark at its end or start whose partner lies outside."""
    for left, right in _QUOTES:
        if text.endswith(right) and text.count(right) > text.count(left) and not (left == "«" and text.count(left)):
            text = text[: -len(right)].rstrip(_EDGE)
        if text.startswith(left) and text.count(left) > text.count(right):
            text = text[len(left) :].lstrip(_EDGE)
    return text


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """The values that are not empty, in order, each once."""
    return tuple(dict.fromkeys(value for value in values if value))


def spans_of(*spans: Span | None) -> tuple[Span, ...]:
    """The spans that are there, each once."""
    return tuple(dict.fromkeys(s for s in spans if s is not None))


def whole_text(pages: Sequence[Page]) -> str:
    """The text of all pages."""
    return "\n".join(page.text for page in pages)
