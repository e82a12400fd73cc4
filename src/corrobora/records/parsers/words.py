"""Closed vocabularies of cells: direction of travel or trade, sex, yes and no, currencies."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources


@cache
def _closed(vocabulary: str) -> dict[str, str]:
    """Word -> meaning, of one closed vocabulary."""
    listing = resources.files(__package__).joinpath("closed_words.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in listing.splitlines()]
    return {word: meaning for name, meaning, words in rows if name == vocabulary for word in words.split("|")}


def direction(untrusted_text: str) -> str | None:
    """`in` or `out`, whichever language says so.

    Example:
        >>> direction("Въезд"), direction("виїзд"), direction("出境"), direction("ЭК 10")
        ('in', 'out', 'out', 'out')
    """
    text = untrusted_text.strip().lower().replace("ё", "е").replace("’", "'")
    if text in _closed("direction"):
        return _closed("direction")[text]
    for word in re.split(r"[\s\d,.()/\-]+", text):
        if len(word) > 1 and word in _closed("direction"):
            return _closed("direction")[word]
    return None


def flown(untrusted_text: str) -> str | None:
    """`no` where a ticket's status says that nobody travelled on it, `yes` where somebody did, None where neither.

    Example:
        >>> flown("REFUNDED"), flown("No show"), flown("Flown"), flown("OK"), flown("возврат")
        ('no', 'no', 'yes', None, 'no')
    """
    return _closed("flown").get(untrusted_text.strip().lower().replace("ё", "е").strip(" .!"))


def sex(untrusted_text: str) -> str | None:
    """`m` or `f`."""
    return _closed("sex").get(untrusted_text.strip().lower().rstrip("."))


def schema(untrusted_text: str) -> str | None:
    """What sort of party a list means, by the names that FtM has for them; other words stand as they are."""
    text = untrusted_text.strip()
    first = text.lower().split()[0] if text else ""
    return _closed("schema").get(first, text) or None


def currency(untrusted_text: str) -> str | None:
    """The ISO 4217 code of a currency as a cell or a header names it."""
    return _closed("currency").get(untrusted_text.strip().lower().rstrip("."))


def currency_in(header: str) -> str | None:
    """The currency that a header names beside the amount (`Сумма, руб.`, `Стоимость_USD`)."""
    for word in re.split(r"[\s,()_/\[\]（），、：:]+", header.lower()):
        code = _closed("currency").get(word.rstrip("."))
        if code and not word.isdigit() and word not in ("р", "дол"):
            return code
    return None
