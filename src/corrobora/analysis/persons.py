"""Whether two written names of people can be one person's: full names, initials, both orders, two scripts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache

from corrobora.analysis.parties import LATIN
from corrobora.model.entities import Person
from corrobora.names import exact_keys, tier

HAN = re.compile("[\u3400-\u9fff]")


class Likeness(IntEnum):
    """How alike two names are."""

    NONE = 0
    INITIALS = 1
    PARTIAL = 2
    FULL = 3


@lru_cache(maxsize=262144)
def name_tokens(name: str) -> tuple[str, ...]:
    """The parts of a name without case, marks and punctuation, in Latin letters levelled across systems."""
    text = unicodedata.normalize("NFKC", name).casefold()
    return tuple(_level(word) for word in re.split(r"[\s.,;·\-()]+", text) if word)


def likeness(one: str, other: str) -> Likeness:
    """How alike two names are.

    FULL: the same parts in any order, at least two. PARTIAL: all parts of the shorter, at least two written out.
    INITIALS: the surname is written out in both, the rest agrees letter by letter.

    Example:
        >>> likeness("Гордеев П.С.", "Гордеев Пётр Семёнович").name, likeness("Гордеев П.С.", "Гордеев Пётр Ильич").name
        ('INITIALS', 'NONE')
    """
    if not one.strip() or not other.strip():
        return Likeness.NONE
    if HAN.search(one) or HAN.search(other):
        return Likeness.PARTIAL if tier(one, other) == "exact" else Likeness.NONE
    left, right = sorted((list(name_tokens(one)), list(name_tokens(other))), key=lambda t: sum(map(len, t)))
    if len(left) < 2 or len(right) < 2:
        return Likeness.NONE
    if sorted(left) == sorted(right) and all(len(token) > 1 for token in left):
        return Likeness.FULL
    rest, spelled = list(right), 0
    for token in sorted(left, key=len, reverse=True):
        found = next((known for known in rest if known == token), None) if len(token) > 1 else None
        if found is None:
            found = next((known for known in rest if min(len(known), len(token)) == 1 and known[0] == token[0]), None)
        if found is None:
            return Likeness.NONE
        rest.remove(found)
        spelled += len(found) > 1 and len(token) > 1
    if spelled >= 2:
        return Likeness.PARTIAL
    return Likeness.INITIALS if spelled == 1 else Likeness.NONE


def likest(names: Iterable[str], others: Iterable[str]) -> Likeness:
    """The best likeness among two sets of spellings."""
    known = list(others)
    return max((likeness(one, other) for one in names for other in known), default=Likeness.NONE)


class People:
    """Finds the people of a case whom a written name can mean, without comparing it with everybody."""

    def __init__(self, persons: Iterable[Person]) -> None:
        self._people = [(person, [person.label, *(name.text for name in person.names)]) for person in persons]
        self._known: dict[str, list[tuple[Person, Likeness]]] = {}
        self._index: dict[str, set[int]] = {}
        for place, (_, names) in enumerate(self._people):
            for key in {key for name in names for key in _name_keys(name)}:
                self._index.setdefault(key, set()).add(place)

    def like(self, name: str) -> list[tuple[Person, Likeness]]:
        """Everybody whose name is at all like this one, the likest first."""
        if name not in self._known:
            near = sorted({place for key in _name_keys(name) for place in self._index.get(key, ())})
            found = [(self._people[place][0], likest(self._people[place][1], [name])) for place in near]
            self._known[name] = sorted((pair for pair in found if pair[1]), key=lambda pair: -pair[1])
        return self._known[name]


def _name_keys(name: str) -> set[str]:
    """Keys that two spellings of a person's name share at least one of: the words written out, and whole readings."""
    return {token for token in name_tokens(name) if len(token) > 1} | set(exact_keys(name))


def _level(word: str) -> str:
    if not any(letter in LATIN for letter in word):
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    text = "".join(LATIN.get(letter, letter) for letter in word)
    text = text.replace("shch", "sch").replace("kh", "h").replace("ts", "c").replace("x", "ks").replace("'", "")
    text = re.sub(r"[yj]+", "i", text)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"(?<=.)i+(?=[aeou])", "", text)) or word
