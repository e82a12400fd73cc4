"""Mentions: people, organisations, dates, money, identifiers on a page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corrobora.model.document import Box


class MentionType(StrEnum):
    """The types of CONTRACT.md (`corrobora mentions`)."""

    PER = "PER"
    ORG = "ORG"
    LOC = "LOC"
    DATE = "DATE"
    MONEY = "MONEY"
    QUANT = "QUANT"
    DOC = "DOC"
    TAIL = "TAIL"
    FLIGHT = "FLIGHT"
    PASSPORT = "PASSPORT"
    INN = "INN"
    OGRN = "OGRN"
    USCC = "USCC"
    EDRPOU = "EDRPOU"
    ACCOUNT = "ACCOUNT"
    MODEL = "MODEL"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a page's text that names something.

    Attributes:
        start: offset in the text, code points; `text` stands literally at start:end.
        value: normalised (CONTRACT.md): ISO date or interval, "585000000 USD", bare number, lemma form of a name.
        reader: what found it ("money", "slovnet", "gazetteer", ...).
        document: path; "" when the text is no page of the case.
    """

    start: int
    end: int
    type: MentionType
    text: str
    value: str = ""
    reader: str = ""
    confidence: float = 1.0
    document: str = ""
    page: int = 1
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name that a paper's own structure vouches for (letterhead, parties, mail header), to be found in the others.

    Attributes:
        document: the paper.
    """

    text: str
    type: MentionType
    document: str = ""
