"""People, organisations and places in English papers."""

from __future__ import annotations

import re

from corrobora import names
from corrobora.mentions.blocks import blocks
from corrobora.mentions.english_games import firms, teams
from corrobora.mentions.english_model import tagged
from corrobora.mentions.english_rules import people_by_structure, places_by_structure, whole_person
from corrobora.mentions.kind import Kind
from corrobora.mentions.kinds.russian import shifted
from corrobora.mentions.mending import Lexicon, repeated
from corrobora.mentions.recase import recase
from corrobora.mentions.slavic_words import Span
from corrobora.mentions.spans import merge
from corrobora.model.mention import Mention, MentionType
from corrobora.model.places import is_city

_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "between",
        "to",
        "buyer",
        "seller",
        "supplier",
        "customer",
        "contractor",
        "consignee",
        "shipper",
        "payer",
        "payee",
        "model",
        "description",
        "qty",
        "unit",
        "usd",
        "eur",
        "rub",
        "cny",
        "inn",
        "ltd",
        "llc",
        "vendor",
        "phone",
        "fax",
        "tel",
        "email",
        "for",
        "from",
        "by",
        "with",
        "and",
        "or",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "this",
        "that",
        "these",
        "those",
        "after",
        "before",
        "over",
        "under",
        "against",
        "up",
        "down",
        "out",
        "off",
        "into",
        "not",
        "no",
        "it",
        "its",
        "his",
        "her",
        "their",
        "our",
        "your",
        "my",
        "he",
        "she",
        "they",
        "we",
        "you",
        "i",
        "will",
        "shall",
        "may",
        "must",
        "can",
        "could",
        "would",
        "should",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "all",
        "any",
        "each",
        "list",
        "letter",
        "contract",
        "agreement",
        "minutes",
        "request",
        "order",
        "invoice",
        "annex",
        "appendix",
        "report",
        "note",
        "memorandum",
        "protocol",
        "program",
        "programme",
        "schedule",
        "delegation",
        "director",
        "deputy",
        "general",
        "chairman",
        "manager",
        "engineer",
        "head",
        "chief",
        "president",
        "minister",
        "ambassador",
        "interpreter",
        "secretary",
        "representative",
        "specialist",
        "captain",
        "colonel",
        "visit",
        "meeting",
        "name",
        "names",
        "position",
        "title",
        "passport",
        "date",
        "signature",
        "total",
        "amount",
        "price",
        "quantity",
        "item",
        "no",
        "subject",
        "ref",
    ]
)
_LATIN_NAME = re.compile(r"[A-Z][\w'’.&-]*[A-Za-z]", re.ASCII)
_DASH = re.compile(r"\s+[-–—]\s+")
_EDGES = re.compile(r"^[\s\d.,:;()'\"-]+|(?:[\s.,:;(]+\d[\d\s.,:/()-]*|[\s,;:(]+|\s+'s?)$")
_CAP = r"[A-Z][a-zà-ÿ'’]+(?:-[A-Z][a-zà-ÿ'’]+)*"
_TITLED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Dr|Prof|Messrs|Sir|Col|Gen|Lt|Capt|Maj|Sgt|Adm|Comrade|Professor|Colonel|General|Major|Captai"
    rf"n|Lieutenant|Ambassador)\.?\s(?P<n>(?:[A-Z]\.\s?)*{_CAP}(?:\s{_CAP}){{0,2}})"
)
_INITIALS = re.compile(rf"(?<![\w.])(?!U\.\s?[SKN]\.|E\.U\.)(?P<n>(?:[A-Z]\.\s?){{1,3}}{_CAP}(?:-{_CAP})?)(?![\w])")
_LEGAL = (
    r"(?:Ltd|LLC|L\.L\.C|Inc|Corp|Co|PLC|plc|GmbH|AG|S\.A|JSC|OJSC|PJSC|CJSC|LLP|Pte|Limited|Corporation|Company|"
    r"Incorporated|Holdings?|Group|B\.V|N\.V|S\.p\.A|OOO|AO|PAO|ZAO|FZE|FZCO|FZ-LLC|DMCC)"
)
_FORM = re.compile(rf"(?:^|\s){_LEGAL}\.?(?:,\s{_LEGAL}\.?)*$")
_COMPANY = re.compile(
    rf"\b(?:(?!{_LEGAL}\b\.?\sand)[A-Z][\w&'’-]*\s(?:of\s|and\s|&\s|\([A-Z]\w+\)\s)?){{1,6}}(?:{_LEGAL}\b\.?,?\s?)"
    rf"{{1,3}}(?<=[\w.])"
)
_TWO = re.compile(
    r"(?<![\w-])[A-Z][a-z]{1,7}(?:-[A-Za-z][a-z]{1,5})?\s[A-Z][a-z]{1,11}(?:-[A-Za-z][a-z]{1,5})?(?![\w-])|"
    r"(?<![\w-])[A-Z]{2,7}\s[A-Z]{2,12}(?![\w-])"
)
_SPOKEN = re.compile(r"(?:said|added|says)\s$")
_QUOTED_BEFORE = re.compile(r"[\"”]\s$")
_SAYS_AFTER = re.compile(r"\s(?:said|added|says|told|explained|noted|asked)\b")
_LONG_NUMBER = re.compile(r"\d{6}")
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


def find_names(text: str) -> list[Mention]:
    """People, organisations and places of an English text; lines in capitals are read as if in ordinary writing."""
    shown = recase(text, _is_small, _is_never)
    spans = [part for span in _told(shown) for part in _mended(shown, span) if _is_kept(text, shown, part)]
    spans = _whole(shown, spans)
    placed = [s for s in spans if s.type != "PER"]
    pinyin = [c for c in _chinese(text) if not any(_outranks(text, s, c) for s in placed)]
    rules = [*teams(text, spans), *firms(shown, spans), *_by_rule(shown), *people_by_structure(shown, spans)]
    spans = merge(shown, rules, pinyin, places_by_structure(shown, spans), spans)
    spans = _agreed(shown, spans)
    spans = merge(shown, spans, repeated(shown, spans, _LEXICON))
    spans = _whole(shown, spans)
    return [
        Mention(
            s.start,
            s.end,
            MentionType(s.type),
            text[s.start : s.end],
            " ".join(shown[s.start : s.end].split()),
            "english",
            0.7,
        )
        for s in spans
    ]


def _whole(shown: str, spans: list[Span]) -> list[Span]:
    """The spans, people without greeting, post and next line: before the merge too, lest a line loses to another."""
    whole = (whole_person(shown, s) if s.type == "PER" else s for s in spans)
    return [s for s in whole if s is not None]


def _outranks(text: str, span: Span, pinyin: Span) -> bool:
    """Whether a place or organisation is believed more than a Chinese name: in capitals only a longer one is."""
    if (span.start, span.end) == (pinyin.start, pinyin.end) and text[span.start : span.end].isupper():
        return is_city(text[span.start : span.end])
    return span.start <= pinyin.start and pinyin.end <= span.end


def _told(shown: str) -> list[Span]:
    """What the model says, paragraph by paragraph, so that a heading does not run into the sentence after it."""
    parts = [(m.start(), m[0]) for m in _PARAGRAPH.finditer(shown)]
    spans = tagged([part for _, part in parts])
    return [Span(s.start + at, s.end + at, s.type) for (at, _), told in zip(parts, spans, strict=True) for s in told]


def _is_kept(text: str, shown: str, span: Span) -> bool:
    """Whether to believe the model: in capitals only places, firms by form, short lines of names."""
    if span.type == "ORG" and _LONG_NUMBER.search(text[span.start : span.end]):
        return False
    if text[span.start : span.end] == shown[span.start : span.end] or span.type == "LOC":
        return True
    if span.type == "ORG":
        return _FORM.search(shown[span.start : span.end]) is not None
    line = text[text.rfind("\n", 0, span.start) + 1 : span.end]
    return len(line.split()) <= 4 and 2 <= len(text[span.start : span.end].split()) <= 3


def _is_small(word: str) -> bool:
    return word.lower() in _SMALL


def _is_never(word: str) -> bool:
    del word
    return False


_LEXICON = Lexicon(_is_small, _is_never, _is_never)


def _mended(text: str, span: Span) -> list[Span]:
    """A span cut at dashes between names, without figures at its ends; companies by their legal form."""
    parts, start = [], span.start
    for match in _DASH.finditer(text, span.start, span.end):
        parts.append(Span(start, match.start(), span.type))
        start = match.end()
    parts.append(Span(start, span.end, span.type))
    kept = []
    for part in parts:
        trimmed = _EDGES.sub("", text[part.start : part.end])
        at = text.find(trimmed, part.start) if trimmed else -1
        if at >= 0 and _LATIN_NAME.search(trimmed) and trimmed.lower() not in _SMALL:
            kept.append(Span(at, at + len(trimmed), "ORG" if _FORM.search(trimmed) else part.type))
    return [part for part in kept if not _is_heading(text[part.start : part.end])]


def _is_heading(written: str) -> bool:
    """Whether all words are those of forms and headings ("Model Description Qty Unit")."""
    return all(_is_small(word) for word in re.findall(r"\w+", written))


def _by_rule(text: str) -> list[Span]:
    """People by initials or courtesy title, companies by their legal form."""
    spans = [
        Span(m.start("n"), m.end("n"), "PER")
        for pattern in (_TITLED, _INITIALS)
        for m in pattern.finditer(text)
        if not _is_small(m["n"])
    ]
    return spans + [Span(_after_small(text, m), m.end(), "ORG") for m in _COMPANY.finditer(text)]


def _after_small(text: str, match: re.Match[str]) -> int:
    """Where a company's name starts behind a word that only opens the sentence ("Between Aero-Sample LLC")."""
    start = match.start()
    while (word := re.match(r"([A-Za-z]+)\s", text[start : match.end()])) and _is_small(word[1]):
        start += word.end()
    return start


def _chinese(text: str) -> list[Span]:
    return [Span(m.start(), m.end(), "PER") for m in _TWO.finditer(text) if names.is_chinese(m[0]) > 0.97]


def _agreed(text: str, spans: list[Span]) -> list[Span]:
    """A surname that the paper gives with a first name elsewhere is a person everywhere."""
    whole = (text[s.start : s.end] for s in spans if s.type == "PER")
    people = {name.rsplit(maxsplit=1)[-1] for name in whole if " " in name}
    return [
        Span(s.start, s.end, "PER")
        if text[s.start : s.end] in people
        or (_SPOKEN.search(text[max(0, s.start - 6) : s.start]) and text[s.start : s.end].istitle())
        or (
            s.type == "ORG"
            and text[s.start : s.end].istitle()
            and text[s.start : s.end].isalpha()
            and _QUOTED_BEFORE.search(text[max(0, s.start - 2) : s.start])
            and _SAYS_AFTER.match(text, s.end)
        )
        else s
        for s in spans
    ]


def find_pinyin(text: str) -> list[Mention]:
    """Chinese names in pinyin in a text of any language, also in capitals ("Цзя Мин (JIA MING)")."""
    spans = _chinese(text)
    return [
        Mention(s.start, s.end, MentionType.PER, text[s.start : s.end], text[s.start : s.end].title(), "english", 0.7)
        for s in spans
    ]


def find_mentions(text: str) -> list[Mention]:
    """The same for the English blocks of a text in several languages."""
    return [m for block in blocks(text) if block.language == "en" for m in shifted(find_names(block.text), block.start)]


KIND = Kind(
    "english",
    "People, organisations and places in English",
    (MentionType.PER, MentionType.ORG, MentionType.LOC),
    find_mentions,
)
