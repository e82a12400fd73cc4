"""People, organisations and places in Russian papers."""

from __future__ import annotations

from corrobora import names
from corrobora.mentions import morphology
from corrobora.mentions.blocks import blocks
from corrobora.mentions.kind import Kind
from corrobora.mentions.mending import Lexicon, aliases, mend, repeated
from corrobora.mentions.organizations import chained, organizations_by_rule
from corrobora.mentions.people import is_chinese_name, people_by_rule
from corrobora.mentions.recase import recase
from corrobora.mentions.slavic_words import Span, tagged_spans
from corrobora.mentions.spans import merge
from corrobora.mentions.vessels import without_vessels
from corrobora.model.mention import Mention, MentionType

LEXICON = Lexicon(morphology.is_common, morphology.is_name_word, morphology.is_place, morphology.is_noun)
# Signs of lists as stops, so that one line of a list does not run into the next.
BULLETS = str.maketrans("•●▪◦■·|", ".......")


def find_names(text: str) -> list[Mention]:
    """People, organisations and places of a Russian text, value in the base form."""
    shown = recase(
        text.translate(BULLETS),
        morphology.is_common,
        morphology.is_name_word,
        is_chinese_name,
        morphology.is_given_name,
    )
    spans = slavic_spans(shown, LEXICON, tagged_spans(shown))
    return [
        Mention(s.start, s.end, MentionType(s.type), text[s.start : s.end], _value(shown, s), "russian", 0.8)
        for s in spans
    ]


def slavic_spans(shown: str, lexicon: Lexicon, told: list[Span]) -> list[Span]:
    """Puts rules and model together: rules first, then the model's spans mended, then what the paper repeats."""
    people = mend(shown, people_by_rule(shown), lexicon)
    spans = merge(shown, people, organizations_by_rule(shown), mend(shown, told, lexicon))
    spans = without_vessels(shown, chained(shown, spans))
    return merge(shown, spans, aliases(shown, spans), repeated(shown, spans, lexicon))


def _value(shown: str, span: Span) -> str:
    written = " ".join(shown[span.start : span.end].split())
    return names.lemma(written) if span.type == "PER" else morphology.nominative(written)


def find_mentions(text: str) -> list[Mention]:
    """The same for the Russian blocks of a text in several languages."""
    return [m for block in blocks(text) if block.language == "ru" for m in shifted(find_names(block.text), block.start)]


def shifted(mentions: list[Mention], by: int) -> list[Mention]:
    """Mentions of a part of a text as mentions of the whole."""
    return [Mention(m.start + by, m.end + by, m.type, m.text, m.value, m.reader, m.confidence) for m in mentions]


KIND = Kind(
    "russian",
    "People, organisations and places in Russian",
    (MentionType.PER, MentionType.ORG, MentionType.LOC),
    find_mentions,
)
