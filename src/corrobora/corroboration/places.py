"""Which country a place of departure or arrival lies in, so that a ticket has a direction."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources

_TABLE = "places.tsv"


@lru_cache(maxsize=1)
def _known() -> tuple[dict[str, str], dict[str, str]]:
    """Airport code -> country, and folded city name -> country."""
    codes: dict[str, str] = {}
    cities: dict[str, str] = {}
    text = resources.files("corrobora.corroboration").joinpath(_TABLE).read_text(encoding="utf-8")
    for line in text.splitlines():
        country, airports, names = line.split("\t")
        codes.update(dict.fromkeys(airports.split(), country))
        for city in names.split("|"):
            # A Latin name may have several words; those in other scripts stand alone.
            for name in re.findall(r"[A-Za-z][A-Za-z' .-]*[a-z]|[^\s]+", city):
                cities.setdefault(_folded(name), country)
            cities.setdefault(_folded(city), country)
    return codes, cities


def _folded(name: str) -> str:
    return re.sub(r"[\s'’.-]+", "", name.casefold())


def country_of(place: str) -> str | None:
    """The ISO code of the country of an airport code or a city, or None where it is not known.

    Example:
        >>> country_of("PEK"), country_of("Москва (Шереметьево)"), country_of("莫斯科")
        ('cn', 'ru', 'ru')
    """
    codes, cities = _known()
    for code in re.findall(r"\b[A-Z]{3}\b", place):
        if code in codes:
            return codes[code]
    for piece in (place, *re.split(r"[(),/\-–—|]", place)):
        if _folded(piece) in cities:
            return cities[_folded(piece)]
    return next((cities[_folded(word)] for word in place.split() if _folded(word) in cities), None)


def countries_of(places: Iterable[str]) -> dict[str, str]:
    """The countries of all places that are known."""
    found = {place: country_of(place) for place in places}
    return {place: country for place, country in found.items() if country is not None}


def likely_home(places: Iterable[str]) -> str | None:
    """The country in which most of these places lie: where the guests are received."""
    counted = Counter(country for place in places if (country := country_of(place)) is not None)
    return max(sorted(counted), key=lambda country: counted[country]) if counted else None
