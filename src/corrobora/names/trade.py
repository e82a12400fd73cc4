"""The words of organisations' names that say what they do or where: one concept in four languages.

A word that is no concept is a brand, and brands are what tells one firm from another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corrobora.names.slavic import skeleton
from corrobora.names.tables import table_lines

_SHORTEST_STEM = 3
_ENDING = re.compile("(?:stv|sti|st|sk|tel|iz|ir|[aeouinmtlvkgTChrjS])*")
_ADJECTIVE = re.compile("(?:stro|bud).*|.*(?:sk|n|v)(?:ii?|oi|oe|aa|a|ie|ogo|oi|om|ih|ei)$")
_LETTERS_OF_STEM = 4
_LONGEST_CHINESE = 6


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The table of concepts, ready to look words up in.

    Attributes:
        whole: word or skeleton -> concepts.
        stems: skeletons that a word may begin with -> concepts.
        chinese: run of simplified Hanzi -> concepts.
        places: the concepts that are places; `lands`: those of them that cities lie in.
    """

    whole: dict[str, tuple[str, ...]]
    stems: dict[str, tuple[str, ...]]
    chinese: dict[str, tuple[str, ...]]
    places: frozenset[str]
    lands: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Loads the table of concepts."""
    whole: dict[str, tuple[str, ...]] = {}
    stems: dict[str, tuple[str, ...]] = {}
    chinese: dict[str, tuple[str, ...]] = {}
    places: set[str] = set()
    lands: set[str] = set()
    for concept, kind, english, slavic, han in table_lines("trade.tsv"):
        meant: tuple[str, ...] = () if kind == "noise" else (concept,)
        if kind.startswith("expands:"):
            meant = tuple(kind.removeprefix("expands:").split(" "))
        if kind in ("place", "land"):
            places.add(concept)
        if kind == "land":
            lands.add(concept)
        for word in _forms(english):
            whole.setdefault(word, meant)
        for stem in _forms(slavic):
            whole.setdefault(stem, meant)
            sign = skeleton(stem)
            if len(stem) >= _LETTERS_OF_STEM and len(sign) >= _SHORTEST_STEM:
                stems.setdefault(sign, meant)
            elif stem.isascii() or len(stem) > 2:
                whole.setdefault(sign, meant)
        for run in _forms(han):
            chinese.setdefault(run, meant)
    return Lexicon(whole, stems, chinese, frozenset(places), frozenset(lands))


def _forms(cell: str) -> list[str]:
    return [form for form in cell.split(" ") if form and form != "-"]


@lru_cache(maxsize=65536)
def concepts(word: str) -> tuple[str, ...] | None:
    """The concepts of a word in lower case; () for a word that says nothing, None for a brand.

    Example:
        >>> concepts("завод") == concepts("zavod") == concepts("plant")
        True
    """
    known = lexicon()
    if word in known.whole:
        return known.whole[word]
    sign = skeleton(word)
    latin = word.isascii()
    if not latin and sign in known.whole:
        return known.whole[sign]
    return _by_stem(sign)


@lru_cache(maxsize=65536)
def is_compound_name(word: str) -> bool:
    """Whether a word is put together from known ones into a name: Стройтрансгаз, and not радиотехнический.

    Such a word says what a firm does and is its brand too.
    """
    sign = skeleton(word)
    if word in lexicon().whole or sign in lexicon().whole or _ADJECTIVE.search(sign):
        return False
    found = _by_stem(sign)
    return found is not None and len(found) > 1 and not any(sign.startswith(stem) for stem in _whole_stems(len(sign)))


def _whole_stems(size: int) -> list[str]:
    """Stems that are nearly a word of this length, and so no part of a compound."""
    return [stem for stem in lexicon().stems if len(stem) >= size - 3]


def _by_stem(sign: str) -> tuple[str, ...] | None:
    """The concepts of a compound by its stems: radiotekhn... is radio and technology."""
    table = lexicon().stems
    for size in range(len(sign), _SHORTEST_STEM - 1, -1):
        found = table.get(sign[:size])
        if found is None:
            continue
        rest = sign[size:]
        second = _by_stem(rest.lstrip("oe")) if len(rest) > 4 else None
        if second is not None:
            return (*found, *second)
        # Alone, a stem must be most of the word, and what follows an ending: "авиа" opens авиационный, but also brands.
        if len(rest) <= (10 if size >= 5 else 5) and _ENDING.fullmatch(rest):
            return found
    return None


@lru_cache(maxsize=16384)
def chinese_parts(run: str) -> tuple[tuple[str, tuple[str, ...] | None], ...]:
    """Cuts a run of simplified Hanzi into known words and brands, longest known word first.

    Returns:
        (text, concepts) in order; concepts is None for a brand.
    """
    table = lexicon().chinese
    out: list[tuple[str, tuple[str, ...] | None]] = []
    brand = ""
    place = 0
    while place < len(run):
        for size in range(min(_LONGEST_CHINESE, len(run) - place), 0, -1):
            found = table.get(run[place : place + size])
            if found is not None and (size > 1 or place + 1 == len(run)):
                if brand:
                    out.append((brand, None))
                    brand = ""
                out.append((run[place : place + size], found))
                place += size
                break
        else:
            if run[place] not in "市省区县" or not out or brand:
                brand += run[place]
            place += 1
    if brand:
        out.append((brand, None))
    return tuple(out)


def places_differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of places contradict each other; a city may lie in a land.

    Example:
        >>> [places_differ(frozenset({"kazan"}), frozenset({place})) for place in ("ryazan", "russia")]
        [True, False]
    """
    lands = lexicon().lands
    for left, right in ((one - lands, other - lands), (one & lands, other & lands)):
        if left and right and not left & right:
            return True
    return False
