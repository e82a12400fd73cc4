"""Mentions corrected by hand: judgements on a stretch of words, applied whenever its page is read again.

A correction is a judgement like any other, kept with who and when, and taken back with "none". Its subject names the
words and, where it is not meant for the whole case, the page: `mention:letters/7.txt#2:Посада`; the third place of the
words on the page is `mention:letters/7.txt#2.3:Посада`. Its verdict is "no" (these words are no name), or "yes", with
the kind of name and its base form behind colons: `yes:ORG:Завод «Маяк»`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corrobora.errors import InputError
from corrobora.model.document import Page
from corrobora.model.mention import Mention, MentionType

PREFIX = "mention:"
_SUBJECT = re.compile(r"(?:(?P<document>.+?)#(?P<page>\d+)(?:\.(?P<nth>\d+))?:)?(?P<quote>.+)", re.DOTALL)
NAMES = frozenset({MentionType.PER, MentionType.ORG, MentionType.LOC})


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says of some words.

    Attributes:
        quote: the words, as they stand on the page; white space counts as one space.
        document: where they stand, or None for every place of the case; `page` likewise.
        nth: which of their places on that page, from 1; 0 for all of them.
        type: what they name, or None where they name nothing; `keeps_type` where only the words are confirmed.
        value: the base form, or "" for the words themselves.
    """

    quote: str
    document: str | None = None
    page: int | None = None
    nth: int = 0
    type: MentionType | None = None
    value: str = ""
    keeps_type: bool = False


def verdict_of(verdict: str, told: str = "") -> str:
    """How a judgement on a mention is kept.

    Args:
        verdict: "yes", "no", "unsure" or "none".
        told: with a "yes", what the words name and, behind a colon, the base form; "" where the program had it right.

    Raises:
        InputError: where the parts do not fit together.

    Example:
        >>> verdict_of("yes", "ORG:Завод «Маяк»")
        'yes:ORG:Завод «Маяк»'
    """
    if not told:
        return verdict
    if verdict != "yes":
        raise InputError("only a yes can say what the words name", remedy='judge "mention:..." yes --as ORG')
    if told.partition(":")[0] not in set(MentionType):
        raise InputError(f"there is no kind of mention {told.partition(':')[0]!r}", remedy=", ".join(MentionType))
    return f"yes:{told}"


def corrections(judgements: Mapping[str, str]) -> list[Correction]:
    """The corrections among a case's judgements; a general one first, so that one for a page can differ from it.

    Example:
        >>> corrections({"mention:a.txt#1:Посада": "no", "f-17": "yes"})[0].quote
        'Посада'
    """
    found = [_correction(subject, verdict) for subject, verdict in judgements.items() if subject.startswith(PREFIX)]
    return sorted((one for one in found if one is not None), key=lambda one: (one.document is not None, one.quote))


def _correction(subject: str, verdict: str) -> Correction | None:
    match = _SUBJECT.fullmatch(subject.removeprefix(PREFIX))
    word, _, told = verdict.partition(":")
    kind, _, value = told.partition(":")
    if match is None or word not in ("yes", "no"):
        return None
    page = int(match["page"]) if match["page"] else None
    type_ = MentionType(kind) if word == "yes" and kind in set(MentionType) else None
    quote = " ".join(match["quote"].split())
    keeps = word == "yes" and type_ is None
    return Correction(quote, match["document"], page, int(match["nth"] or 0), type_, value, keeps)


def is_on_a_page(subject: str, page: Page) -> bool:
    """Whether the words that the subject of a judgement names stand on this page."""
    one = _correction(subject, "no")
    return one is not None and bool(concerning([one], page.document, page.page)) and bool(_places(page.text, one))


def concerning(told: Iterable[Correction], document: str, page: int) -> list[Correction]:
    """Those that a page has to heed."""
    return [one for one in told if one.document is None or (one.document == document and one.page == page)]


def corrected(text: str, mentions: list[Mention], told: Iterable[Correction]) -> list[Mention]:
    """The mentions of a page after the corrections that concern it; the hand's own are certain.

    Args:
        text: of the page.
        mentions: what the program found.
        told: corrections for this page, the general ones first.
    """
    kept = list(mentions)
    for one in told:
        for start, end in _places(text, one):
            kept = _applied(text, kept, one, start, end)
    return sorted(kept, key=lambda m: (m.start, m.end))


def _applied(text: str, mentions: list[Mention], one: Correction, start: int, end: int) -> list[Mention]:
    touching = [m for m in mentions if m.start < end and start < m.end]
    type_ = next((m.type for m in touching), None) if one.keeps_type else one.type
    if type_ is None:
        # "No name" in a longer name's midst says nothing of that name: «Список» in «Список-Сервис».
        wrong = [m for m in touching if m.type in NAMES and start <= m.start and m.end <= end]
        return [m for m in mentions if m not in wrong]
    value = one.value or next((m.value for m in touching if (m.start, m.end) == (start, end)), "") or one.quote
    mine = Mention(start, end, type_, text[start:end], value, "hand", 1.0)
    return [m for m in mentions if m not in touching] + [mine]


def _places(text: str, one: Correction) -> list[tuple[int, int]]:
    if not one.quote.split():
        return []
    pattern = r"\s+".join(re.escape(word) for word in one.quote.split())
    places = [m.span() for m in re.finditer(rf"(?<![^\W\d_\u3400-\u9fff]){pattern}(?![^\W\d_\u3400-\u9fff])", text)]
    return places[one.nth - 1 : one.nth] if one.nth else places
