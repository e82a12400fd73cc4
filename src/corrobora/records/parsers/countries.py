"""Countries in the words of tables: codes, names in five languages, adjectives and official forms, to ISO alpha-2."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

_CODES_NOT_ISO = {"EU": "EU", "XK": "XK", "SU": "RU", "SUN": "RU", "СССР": "RU"}
_PREFIX = re.compile(
    r"^(?:гр(?:-н|-ка|ажданин|ажданка|ажданство|\.)?|громадян(?:ин|ка|ство)?|citizen of|республика|республіка"
    r"|republic of|the)\s+"
)
_SPLIT = re.compile(r"\s*[,;/|\n]\s*|\s+(?:и|та|and)\s+")


def _key(text: str) -> str:
    return re.sub(r"\s+", " ", text.strip().lower().replace("ё", "е").replace("’", "'").strip(' .()"«»'))


@cache
def _tables() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    exact: dict[str, str] = {}
    listing = resources.files(__package__).joinpath("countries.tsv").read_text(encoding="utf-8")
    for line in listing.splitlines():
        alpha2, alpha3, number, *names = line.split("\t")
        for name in (alpha2, alpha3, number, *names):
            exact.setdefault(_key(name), alpha2)
    stems: list[tuple[str, str]] = []
    # What no list of country names holds: short and official forms, adjectives and demonyms; a star ends a stem.
    aliases = resources.files(__package__).joinpath("country_aliases.tsv").read_text(encoding="utf-8")
    for line in aliases.splitlines():
        alpha2, _, words = line.partition("\t")
        for alias in words.split("|"):
            if alias.endswith("*"):
                stems.append((_key(alias[:-1]), alpha2))
            else:
                exact[_key(alias)] = alpha2
    exact |= {_key(code): alpha2 for code, alpha2 in _CODES_NOT_ISO.items()}
    return exact, tuple(sorted(stems, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=65536)
def country(untrusted_text: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country, nationality or citizenship; None where it is none.

    Example:
        >>> country("КИТАЙ"), country("Китайська Народна Республіка"), country("CHN"), country("гр. Узбекистана")
        ('CN', 'CN', 'CN', 'UZ')
    """
    key = _key(untrusted_text)
    exact, stems = _tables()
    for candidate in (key, _PREFIX.sub("", key)):
        if candidate in exact:
            return exact[candidate]
    key = _PREFIX.sub("", key)
    if len(key) > 60 or not key:
        return None
    for stem, alpha2 in stems:
        # an adjective or a case form: the stem and a short ending, alone
        if key.startswith(stem) and len(key) - len(stem) <= 6 and " " not in key[len(stem) :]:
            return alpha2
    return _of_case(key, exact) or _first_of_list(key)


# Russian and Ukrainian endings of cases, and how the nominative may end instead.
_ENDINGS = tuple(
    (ending, nominative)
    for nominative, endings in (
        ("ия", ("ией", "ии", "ию")),
        ("ія", ("ією", "ії", "ію")),
        ("а", ("ой", "ою", "ы", "и", "у", "е", "і")),
        ("", ("ом", "у", "а", "е")),
        ("й", ("ем", "я", "ю")),
        ("я", ("и",)),
        ("ь", ("я",)),
    )
    for ending in endings
)


def _of_case(key: str, exact: dict[str, str]) -> str | None:
    """`Китая`, `України`: a name in another case."""
    for ending, nominative in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= 3:
            found = exact.get(key[: len(key) - len(ending)] + nominative)
            if found is not None:
                return found
    return None


def _first_of_list(key: str) -> str | None:
    pieces = [piece for piece in _SPLIT.split(key) if piece]
    return country(pieces[0]) if len(pieces) > 1 else None
