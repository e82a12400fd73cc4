"""Base forms of Russian words by pymorphy3, for organisations and places; people go through `corrobora.names`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_QUOTED = re.compile(r"[«\"“„][^«»\"“”„]*[»\"”“]?")
_WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")


@lru_cache(maxsize=1)
def _analyzer() -> Any:
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415  (a third of a second, needed for Russian only)

    return MorphAnalyzer(lang="ru")


@lru_cache(maxsize=65536)
def parses(word: str) -> tuple[Any, ...]:
    """Pymorphy's parses of a word, the likeliest first."""
    return tuple(_analyzer().parse(word))


@lru_cache(maxsize=65536)
def grammemes(word: str) -> frozenset[str]:
    """All grammemes that any dictionary parse of the word has; empty for a word the dictionary does not know."""
    if not _analyzer().word_is_known(word):
        return frozenset()
    return frozenset(mark for parse in parses(word) for mark in parse.tag.grammemes)


def is_name_word(word: str) -> bool:
    """Whether the dictionary lists the word as a given name, patronymic or surname."""
    return bool(grammemes(word.lower()) & {"Name", "Patr", "Surn"})


def is_given_name(word: str) -> bool:
    """Whether the dictionary lists the word as a given name or patronymic."""
    return bool(grammemes(word.lower()) & {"Name", "Patr"})


def is_common(word: str) -> bool:
    """Whether the dictionary knows the word, and as no name, place, organisation or abbreviation."""
    marks = grammemes(word.lower())
    return bool(marks) and not marks & {"Name", "Patr", "Surn", "Geox", "Orgn", "Abbr", "Trad"}


def is_place(word: str) -> bool:
    """Whether the dictionary lists the word as a place."""
    return "Geox" in grammemes(word.lower())


def is_noun(word: str) -> bool:
    """Whether the dictionary lists the word as a noun."""
    return "NOUN" in grammemes(word.lower())


def nominative(phrase: str) -> str:
    """A Russian noun phrase with its head in the nominative; what stands in quotes or after the head stays.

    Example:
        >>> nominative("Рязанским авиационным заводом имени Чкалова")
        'Рязанский авиационный завод имени Чкалова'
    """
    quotes = [match.span() for match in _QUOTED.finditer(phrase)]
    words = [m for m in _WORD.finditer(phrase) if not any(a <= m.start() < b for a, b in quotes)]
    head = _head(words)
    if head is None:
        return phrase
    noun = parses(words[head][0].lower())[0]
    mended, at = [], 0
    for match in words[: head + 1]:
        mended += [phrase[at : match.start()], _as_nominative(match[0], noun, match is words[head])]
        at = match.end()
    return "".join(mended) + phrase[at:]


def _head(words: list[re.Match[str]]) -> int | None:
    for place, match in enumerate(words):
        if len(match[0]) > 1 and match[0].isupper():
            return None
        parse = parses(match[0].lower())[0]
        if "NOUN" in parse.tag:
            return place if parse.tag.case != "nomn" and "Fixd" not in parse.tag else None
        if not ({"ADJF", "PRTF"} & set(parse.tag.grammemes)):
            return None
    return None


def _as_nominative(word: str, noun: Any, is_head: bool) -> str:
    """One word of a phrase in the nominative, in the number and gender of the phrase's noun."""
    wanted = {"nomn", noun.tag.number} if noun.tag.number else {"nomn"}
    if is_head:
        changed = noun.inflect(wanted)
    else:
        if noun.tag.number == "sing" and noun.tag.gender:
            wanted.add(noun.tag.gender)
        agreeing = [p for p in parses(word.lower()) if p.tag.case == noun.tag.case and p.tag.number == noun.tag.number]
        changed = (agreeing or parses(word.lower()))[0].inflect(wanted)
    return word if changed is None else _cased(str(changed.word), word)


def _cased(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
