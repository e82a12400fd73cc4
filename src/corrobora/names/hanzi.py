"""Hanzi: simplified forms, readings, surnames, and how common each is. Loads the packaged tables once."""

from __future__ import annotations

from functools import lru_cache

from corrobora.names.syllables import SYLLABLES
from corrobora.names.tables import table_lines

_KNOWN = frozenset(SYLLABLES)
_RARE_READING = 0.02
_SECOND_READING = 0.15


@lru_cache(maxsize=1)
def _characters() -> dict[str, tuple[tuple[str, ...], str]]:
    return {
        sign: (tuple(reading for reading in readings.split(" ") if reading in _KNOWN), simple)
        for sign, readings, simple, _ in table_lines("hanzi.tsv")
    }


@lru_cache(maxsize=1)
def surnames() -> dict[str, tuple[str, ...]]:
    """Surnames in simplified Hanzi, in order of frequency, each with its readings as a surname."""
    out: dict[str, tuple[str, ...]] = {}
    for surname, given_readings in table_lines("surnames.tsv"):
        usual = tuple(given_readings.split(" ")) if given_readings else ()
        out[surname] = usual or ("".join(_first_reading(sign) for sign in surname),)
    return out


def _first_reading(sign: str) -> str:
    readings, _ = _characters().get(sign, ((), ""))
    return readings[0] if readings else ""


@lru_cache(maxsize=1)
def surname_shares() -> dict[str, float]:
    """Share of each pinyin surname among people, by a rank-size rule over the published ranking."""
    shares: dict[str, float] = {}
    for rank, (surname, readings) in enumerate(surnames().items(), start=1):
        weight = 0.09 / (rank + 0.6) ** 0.82 if rank <= 110 else 0.1 / rank**1.45
        if len(surname) > 1:
            weight = 2e-5
        for place, reading in enumerate(readings):
            shares[reading] = shares.get(reading, 0.0) + weight * (0.9 if place == 0 else 0.1)
    total = sum(shares.values())
    return {reading: weight / total for reading, weight in shares.items()}


@lru_cache(maxsize=1)
def compound_surnames() -> frozenset[str]:
    """Compound surnames in pinyin, joined."""
    return frozenset(readings[0] for surname, readings in surnames().items() if len(surname) > 1)


@lru_cache(maxsize=8192)
def simplified(text: str) -> str:
    """A text with its traditional characters replaced by the simplified ones."""
    known = _characters()
    return "".join(known[sign][1] or sign if sign in known else sign for sign in text)


@lru_cache(maxsize=8192)
def readings(sign: str) -> tuple[tuple[str, float], ...]:
    """The toneless readings of one character with their shares; () for a sign that has none."""
    found, simple = _characters().get(sign, ((), ""))
    if simple and simple != sign:
        found = tuple(dict.fromkeys((*found, *_characters().get(simple, ((), ""))[0])))
    if not found:
        return ()
    shares = [1.0, _SECOND_READING, *[_RARE_READING] * len(found)]
    total = sum(shares[: len(found)])
    return tuple((reading, shares[place] / total) for place, reading in enumerate(found))


@lru_cache(maxsize=8192)
def hong_kong(sign: str) -> tuple[str, ...]:
    """The spellings of a character in Hong Kong's registry; traditional or simplified makes no difference."""
    return _cantonese().get(sign, ())


@lru_cache(maxsize=1)
def _cantonese() -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for sign, _, simple, spellings in table_lines("hanzi.tsv"):
        if spellings:
            out[sign] = tuple(spellings.split(" "))
            if simple:
                out[simple] = tuple(dict.fromkeys((*out.get(simple, ()), *out[sign])))
    return out


@lru_cache(maxsize=1)
def given_shares() -> dict[str, float]:
    """Share of each syllable within given names."""
    shares = {syllable: float(share) for syllable, share in table_lines("frequencies.tsv")}
    return {syllable: shares.get(syllable, 1e-5) for syllable in SYLLABLES}
