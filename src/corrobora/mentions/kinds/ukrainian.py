"""People, organisations and places in Ukrainian papers."""

from __future__ import annotations

from corrobora import names
from corrobora.mentions import morphology
from corrobora.mentions.blocks import blocks
from corrobora.mentions.kind import Kind
from corrobora.mentions.kinds.russian import BULLETS, shifted, slavic_spans
from corrobora.mentions.mending import Lexicon
from corrobora.mentions.people import is_chinese_name
from corrobora.mentions.recase import recase
from corrobora.mentions.slavic_words import Span, tagged_spans
from corrobora.mentions.ukrainian_bridge import bridged
from corrobora.mentions.ukrainian_forms import nominative
from corrobora.model.mention import Mention, MentionType


def find_names(text: str) -> list[Mention]:
    """People, organisations and places of a Ukrainian text; the value is the base form of the name."""
    shown = recase(text.translate(BULLETS), _is_common, _is_name, is_chinese_name)
    spans = slavic_spans(shown, _LEXICON, tagged_spans(shown, bridged))
    return [
        Mention(s.start, s.end, MentionType(s.type), text[s.start : s.end], _value(shown, s), "ukrainian", 0.7)
        for s in spans
    ]


def _is_common(word: str) -> bool:
    return morphology.is_common(bridged(word.lower()))


def _is_name(word: str) -> bool:
    return morphology.is_name_word(bridged(word.lower()))


def _is_place(word: str) -> bool:
    return morphology.is_place(bridged(word.lower()))


_LEXICON = Lexicon(_is_common, _is_name, _is_place)


def _value(shown: str, span: Span) -> str:
    written = " ".join(shown[span.start : span.end].split())
    return names.lemma(written) if span.type == "PER" else nominative(written)


def find_mentions(text: str) -> list[Mention]:
    """The same for the Ukrainian blocks of a text in several languages."""
    return [m for block in blocks(text) if block.language == "uk" for m in shifted(find_names(block.text), block.start)]


KIND = Kind(
    "ukrainian",
    "People, organisations and places in Ukrainian",
    (MentionType.PER, MentionType.ORG, MentionType.LOC),
    find_mentions,
)
