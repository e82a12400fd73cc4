"""People on cards: a form for each person, a label and its value to a line ("Фамилия: ...", "Born | ...")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corrobora.mentions.facts.columns import role_of
from corrobora.mentions.facts.paper import lines, tidy
from corrobora.model.document import Page

_LINE = re.compile(r"(?P<label>[^\n:：|]{1,40}?)\s*(?:[:：]|\s\|\s)\s*(?P<value>[^\n|]{1,120})$")
_NATIVE = re.compile(
    r"(?i:по[\s-]?китайски|китайск\w+|иероглиф\w*|ієрогліф\w*|in\s+chinese|chinese\s+(?:name|characters)|native\s+(?:name|script)|"
    r"латин\w*|latin\w*|in\s+latin)|中文(?:姓?名)?|汉字|英文(?:姓?名)?"
)
_NAMING = ("surname", "given", "patronymic", "name")
_TELLING = (*_NAMING, "birth", "passport", "post", "unit", "nationality")


@dataclass(frozen=True, slots=True)
class Field:
    """A label's role with its value and where the value stands on the page."""

    role: str
    value: str
    start: int
    end: int


def cards_on(page: Page) -> list[list[Field]]:
    """The cards of a page: each begins with the label of a name and holds a name and something besides it."""
    cards: list[list[Field]] = []
    for field in _fields(page):
        first = not cards or any(known.role == field.role for known in cards[-1])
        opens = field.role in ("surname", "name") and (first or not _named(cards[-1]))
        if opens and first:
            cards.append([field])
        elif cards:
            cards[-1].append(field)
    return [card for card in cards if _named(card) and len({field.role for field in card}) >= 3]


def _named(card: list[Field]) -> bool:
    roles = {field.role for field in card}
    return "name" in roles or {"surname", "given"} <= roles


def _fields(page: Page) -> Iterator[Field]:
    for line in lines(page):
        found = _LINE.match(line.text)
        if found is None:
            continue
        label = tidy(found.group("label"))
        role = "native" if _NATIVE.fullmatch(label) else role_of(label)
        if role in _TELLING or role == "native":
            start = line.start + found.start("value")
            yield Field(role, tidy(found.group("value")), start, line.start + found.end("value"))
