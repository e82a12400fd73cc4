"""Cities and airports: which country they lie in, and which spellings are one city."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def _known() -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """Airport code -> country, and folded city name -> (country, first name of the city)."""
    codes: dict[str, str] = {}
    cities: dict[str, tuple[str, str]] = {}
    text = resources.files("corrobora.model").joinpath("places.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        country, airports, groups = line.split("\t")
        codes.update(dict.fromkeys(airports.split(), country))
        for group in groups.split("|"):
            spellings = group.split(";")
            cities.update({_folded(name): (country, spellings[0]) for name in spellings})
    return codes, cities


def _folded(name: str) -> str:
    return re.sub(r"[\s'’.-]+", "", name.casefold().replace("ё", "е"))


def _city(place: str) -> tuple[str, str] | None:
    _, cities = _known()
    for piece in (place, *re.split(r"[(),/\-–—|市]", place), *place.split()):
        if _folded(piece) in cities:
            return cities[_folded(piece)]
    return None


def city_of(place: str) -> tuple[str, str] | None:
    """The country and the first name of a city, or None where it is not known.

    Example:
        >>> city_of("梁赞")
        ('ru', 'Рязань')
    """
    return _city(place)


def is_place(name: str) -> bool:
    """Whether a name as a whole is an airport code or a city that is known, a station or terminal behind it allowed.

    Example:
        >>> [is_place(name) for name in ("PEK", "Москва (Шереметьево)", "Москва Окт", "北京南", "76", "Москва-76")]
        [True, True, True, True, False, False]
    """
    codes, cities = _known()
    text = re.sub(r"\s*\(.*\)$", "", name.strip())
    if text in codes or _folded(text) in cities:
        return True
    if re.fullmatch(r"[\u3400-\u9fff]{3,8}", text):
        return any(_folded(text[:size]) in cities for size in range(2, len(text)))
    parts = text.split()
    return len(parts) in (2, 3) and parts[-1].strip(".").isalpha() and _folded(parts[0]) in cities


def city_names() -> dict[str, tuple[str, str]]:
    """Every name of a city that is known, folded, with its country and the city's first name."""
    return dict(_known()[1])


def country_of(place: str) -> str | None:
    """The ISO code of the country of an airport code or a city, or None where it is not known.

    Example:
        >>> country_of("PEK"), country_of("Москва (Шереметьево)"), country_of("莫斯科")
        ('cn', 'ru', 'ru')
    """
    codes, _ = _known()
    for code in re.findall(r"\b[A-Z]{3}\b", place):
        if code in codes:
            return codes[code]
    found = _city(place)
    return found[0] if found else None


def same_place(one: str, other: str) -> bool:
    """Whether two names mean one city, in any of the languages known.

    Example:
        >>> same_place("Рязань", "梁赞"), same_place("Рязань", "Тула")
        (True, False)
    """
    left, right = _city(one), _city(other)
    if left is not None and right is not None:
        return left == right
    return _folded(one) == _folded(other)


def countries_of(places: Iterable[str]) -> dict[str, str]:
    """The countries of all places that are known."""
    found = {place: country_of(place) for place in places}
    return {place: country for place, country in found.items() if country is not None}


def likely_home(places: Iterable[str]) -> str | None:
    """The country in which most of these places lie: where the guests are received."""
    counted = Counter(country for place in places if (country := country_of(place)) is not None)
    return max(sorted(counted), key=lambda country: counted[country]) if counted else None


def is_city(name: str) -> bool:
    """Whether these words as a whole are a city known here, in the base form.

    Example:
        >>> is_city("Vladivostok"), is_city("Рязань"), is_city("Vladivostok Trading")
        (True, True, False)
    """
    return _folded(name) in _known()[1]
