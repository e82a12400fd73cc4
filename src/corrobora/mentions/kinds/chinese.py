"""People, organisations and places in Chinese papers."""

from __future__ import annotations

import re

from corrobora.mentions.blocks import blocks
from corrobora.mentions.calendar_words import even
from corrobora.mentions.chinese_model import Tagged, tag
from corrobora.mentions.chinese_rules import with_rules
from corrobora.mentions.kind import Kind
from corrobora.mentions.kinds.russian import shifted
from corrobora.model.mention import Mention, MentionType

# A sentence or a cell; a long one is cut at a comma, which costs the model nothing and saves it steps.
_SENTENCE = re.compile(
    r"[^。！？；\n\t|]{1,60}(?:[。！？；]|(?=[\n\t|]|$))"
    r"|[^。！？；\n\t|]{40,80}?[，、]"
    r"|[^。！？；\n\t|]{1,120}[。！？；]?"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
# Firms and governments counted or pointed at name none: "两国政府", "这家公司", "90多家公司".
_NOBODY = re.compile(r"(?:两国|这[家个所]|那[家个所]|该|各|几家|多家|(?:\d+|[二三四五六七八九十百]+)多?[家所个])")
_NAMES = {"PER", "LOC", "ORG"}


def find_names(text: str) -> list[Mention]:
    """People, organisations and places of a Chinese text; the value is what stands there, without spaces."""
    plain = even(text)
    sentences = [match.span() for match in _SENTENCE.finditer(plain)]
    tagged = tag([plain[a:b] for a, b in sentences])
    return [
        _mention(text, a, word)
        for (a, b), words in zip(sentences, tagged, strict=True)
        for word in with_rules(plain[a:b], words)
        if word.tag in _NAMES
        and not (word.tag == "ORG" and _NOBODY.match(plain, a + word.start, a + word.end))
        and _HAN.search(plain, a + word.start, a + word.end)
    ]


def _mention(text: str, base: int, word: Tagged) -> Mention:
    start, end = base + word.start, base + word.end
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return Mention(
        start, end, MentionType(word.tag), text[start:end], re.sub(r"\s", "", text[start:end]), "chinese", 0.8
    )


def find_mentions(text: str) -> list[Mention]:
    """The same for the Chinese blocks of a text in several languages."""
    return [m for block in blocks(text) if block.language == "zh" for m in shifted(find_names(block.text), block.start)]


KIND = Kind(
    "chinese",
    "People, organisations and places in Chinese",
    (MentionType.PER, MentionType.ORG, MentionType.LOC),
    find_mentions,
)
