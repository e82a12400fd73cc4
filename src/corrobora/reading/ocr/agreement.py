"""One number read twice on a page, with a digit and with the letter that looks like it: both become one. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from corrobora.model.document import Cell, Table
from corrobora.reading.layout import Composition

_TWINS = {"3": "З", "0": "О"}
_HEAD = re.compile(r"(?<![\w/-])([3З0О])([А-ЯІЇЄҐ]{1,3})(?=[. ]{0,2}[-–] ?(\d[\d/]*\d))")
"""A digit or its twin, capitals, a hyphen, digits: the head of a paper's number."""


def agreed(composition: Composition) -> Composition:
    """The page with such numbers alike, in letters: a number does not begin with one digit glued to letters.

    A number that is only there as a digit and letters stays as it was read: such numbers exist.

    Example:
        >>> agreed(Composition("№ 3С-90/23, ЗС-90/23", (), ())).text
        '№ ЗС-90/23, ЗС-90/23'
    """
    found = list(_HEAD.finditer(composition.text))
    lettered = {_key(match) for match in found if match[1] not in _TWINS}
    wrong = {match.start(): _TWINS[match[1]] for match in found if match[1] in _TWINS and _key(match) in lettered}
    if not wrong:
        return composition
    text = "".join(wrong.get(at, letter) for at, letter in enumerate(composition.text))
    tables = tuple(Table(tuple(_cell(cell, text) for cell in table.cells)) for table in composition.tables)
    return Composition(text, composition.words, tables)


def _key(match: re.Match[str]) -> tuple[str, str, str]:
    return _TWINS.get(match[1], match[1]), match[2], match[3]


def _cell(cell: Cell, text: str) -> Cell:
    return replace(cell, text=text[cell.start : cell.end])
