"""What puts the people of one paper beside those of another: the number of the request both belong to."""

from __future__ import annotations

import re

from corrobora.mentions.facts.paper import Paper
from corrobora.mentions.facts.papertype import UNCOMMON
from corrobora.mentions.facts.values import BARE_NUMBER, clean_number, is_number

_VISIT_TYPES = (
    "request",
    "instruction",
    "programme",
    "list",
    "minutes",
    "mail",
    "chat",
    "letter",
    "memo",
    "order",
    "note",
    "other",
    *UNCOMMON,
)
_PREFIX = re.compile(r"^[^\W\d_]{1,4}\d|^\d+/|[^\W\d_]")


def group_of(paper: Paper) -> str:
    """A request's own number, the first number a paper answers, one in its file name, else the document's path."""
    letter = paper.letter
    if letter.type == "request" and letter.number:
        return letter.number
    if letter.type in _VISIT_TYPES and letter.reply_to:
        return letter.reply_to[0]
    name = paper.document.rsplit("/", maxsplit=1)[-1].rsplit(".", maxsplit=1)[0]
    for found in BARE_NUMBER.finditer(name.replace("_", " ")):
        number = clean_number(found.group())
        if is_number(number) and _PREFIX.search(number) and letter.type in ("list", "programme", "minutes"):
            return number
    return paper.document
