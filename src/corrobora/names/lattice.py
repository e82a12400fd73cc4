"""Cuts one written word into Chinese syllables in every system that could have spelt it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corrobora.names.syllables import Spellings, cyrillic_spellings, latin_spellings
from corrobora.names.text import ascii_letters

Alternatives = tuple[tuple[str, float], ...]
_LONGEST = 8
# A syllable that opens with one of these asks for a mark between the two; without it the cut is unlikely.
_OPEN = "aeoаоэиуюяе"
_UNMARKED = 0.04
_GLIDED = 0.5
_MOST_SYLLABLES = 4
_MOST_LETTERS = 24

# How often each system is met, before anything is known of the paper; relative within a script.
SYSTEM_SHARE = {
    "pinyin": 0.8,
    "romanised": 0.12,
    "careless-latin": 0.02,
    "wade-giles": 0.02,
    "palladius": 0.85,
    "ukrainian": 0.1,
    "careless": 0.3,
}

# Endings of the cases that a Chinese name takes in Russian and Ukrainian, by what the nominative ends in.
_HARD = ("а", "у", "ом", "е", "ові", "і")
_SOFT = ("я", "ю", "ем", "е", "ём", "єм", "ям", "еві", "єві", "ові", "і", "ї", "ею", "и")


@dataclass(frozen=True, slots=True)
class Cut:
    """One way to cut a word.

    Attributes:
        system: the system of spelling.
        syllables: for each place the syllables it can stand for, with their likelihood.
        weight: how likely this system and cut are.
        inflected: whether a case ending was taken off.
    """

    system: str
    syllables: tuple[Alternatives, ...]
    weight: float
    inflected: bool = False


def _frozen(table: Spellings) -> dict[str, Alternatives]:
    return {spelling: tuple(sorted(held.items(), key=lambda pair: -pair[1])) for spelling, held in table.items()}


@lru_cache(maxsize=1)
def _latin_systems() -> tuple[tuple[str, dict[str, Alternatives]], ...]:
    tables = latin_spellings()
    careless: Spellings = {key: dict(held) for key, held in tables["pinyin"].items()}
    for spelling, held in tables["careless"].items():
        careless.setdefault(spelling, {}).update(held)
    return (
        ("pinyin", _frozen(tables["pinyin"])),
        ("romanised", _frozen(tables["romanised"])),
        ("wade-giles", _frozen(tables["wade-giles"])),
        ("careless-latin", _frozen(careless)),
    )


@lru_cache(maxsize=1)
def _cyrillic_systems() -> tuple[tuple[str, dict[str, Alternatives]], ...]:
    tables = cyrillic_spellings()
    careless: Spellings = {key: dict(held) for key, held in tables["palladius"].items()}
    for spelling, held in tables["careless"].items():
        known = careless.setdefault(spelling, {})
        for syllable, share in held.items():
            known.setdefault(syllable, share)
    return (
        ("palladius", _frozen(tables["palladius"])),
        ("ukrainian", _frozen(tables["ukrainian"])),
        ("careless", _frozen(careless)),
    )


@lru_cache(maxsize=131072)
def cuts(word: str, cyrillic: bool) -> tuple[Cut, ...]:
    """Every way to cut a word into one to four syllables, likeliest first.

    Args:
        word: one word, as written; hyphens and apostrophes are taken as borders of syllables.
        cyrillic: whether the word is in Cyrillic.
    """
    lowered = word.lower().replace("ё", "е") if cyrillic else ascii_letters(word)
    pieces = tuple(piece for piece in re.split(r"['\-ъ.]+", lowered) if piece)
    if not pieces or sum(map(len, pieces)) > _MOST_LETTERS or not all(piece.isalpha() for piece in pieces):
        return ()
    found = _cuts_of(pieces, cyrillic)
    if not found and len(pieces) > 1:
        found = _cuts_of(("".join(pieces),), cyrillic)
    return found


def _cuts_of(pieces: tuple[str, ...], cyrillic: bool) -> tuple[Cut, ...]:
    out: list[Cut] = []
    for system, table in _cyrillic_systems() if cyrillic else _latin_systems():
        if out and system.startswith("careless"):
            break
        tails = table
        for place, piece in enumerate(pieces):
            last = place == len(pieces) - 1
            ways = _ways(piece, table, cyrillic and last, system == "romanised")
            tails_here = [(syllables, bent) for syllables, bent in ways]
            if place == 0:
                partial = tails_here
            else:
                partial = [(left + right, bent) for left, _ in partial for right, bent in tails_here]
            if not partial:
                break
        out += _weighed(partial, system, len(tails))
    out.sort(key=lambda cut: -cut.weight)
    plain = [cut for cut in out if not cut.inflected]
    if plain:
        best = plain[0].weight
        out = [cut if not cut.inflected else _lighter(cut, 0.05) for cut in out if cut.weight > best * 1e-3]
        out.sort(key=lambda cut: -cut.weight)
    return tuple(out[:8])


def _lighter(cut: Cut, factor: float) -> Cut:
    return Cut(cut.system, cut.syllables, cut.weight * factor, cut.inflected)


def _weighed(ways: list[tuple[tuple[Alternatives, ...], bool]], system: str, size: int) -> list[Cut]:
    out = []
    for syllables, bent in ways:
        if len(syllables) > _MOST_SYLLABLES:
            continue
        weight = SYSTEM_SHARE[system]
        for alternatives in syllables:
            weight *= max(share for _, share in alternatives)
        # A cut in more pieces than needed ("li-an") is the rarer one.
        out.append(Cut(system, syllables, weight * 0.25 ** (len(syllables) - 1), bent))
    return out


def _ways(
    piece: str, table: dict[str, Alternatives], bends: bool, linked: bool
) -> list[tuple[tuple[Alternatives, ...], bool]]:
    """All cuts of a run of letters; the last syllable may carry a case ending."""
    size = len(piece)
    done: list[list[tuple[tuple[Alternatives, ...], bool]]] = [[] for _ in range(size + 1)]
    done[size] = [((), False)]
    for start in range(size - 1, -1, -1):
        here = done[start]
        for end in range(start + 1, min(size, start + _LONGEST) + 1):
            rests = done[end]
            if not rests:
                continue
            found = table.get(piece[start:end])
            if found:
                if start and piece[start] in _OPEN:
                    factor = _unmarked(piece, start, linked)
                    found = tuple((syllable, share * factor) for syllable, share in found)
                here += [((found, *rest), bent) for rest, bent in rests if len(rest) < _MOST_SYLLABLES]
            if linked and start and piece[start : start + 2] == "ie" and end > start + 2:
                found = table.get(piece[start + 2 : end])
                if found and piece[start + 2] in "aeiouy":
                    here += [((found, *rest), bent) for rest, bent in rests if len(rest) < _MOST_SYLLABLES]
        if bends:
            here += [((found,), True) for found in _bent(piece[start:], table)]
    return done[0]


def _unmarked(piece: str, start: int, romanised: bool) -> float:
    """How likely two syllables meet at a vowel without the mark that the rules ask for."""
    if cyrillic_letter(piece[start]):
        return _UNMARKED if piece[start - 1] == "н" else _GLIDED
    return 0.3 if romanised else _UNMARKED


def cyrillic_letter(sign: str) -> bool:
    """Whether a letter is Cyrillic."""
    return "\u0400" <= sign <= "\u052f"


def _bent(tail: str, table: dict[str, Alternatives]) -> list[Alternatives]:
    """Syllables that `tail` can be an oblique case of."""
    out = []
    for ending in _HARD:
        stem = tail[: -len(ending)]
        if tail.endswith(ending) and stem and stem[-1] in "нр" and stem in table:
            out.append(table[stem])
    for ending in _SOFT:
        stem = tail[: -len(ending)]
        if not stem or not tail.endswith(ending):
            continue
        if stem[-1] == "н" and stem + "ь" in table:
            out.append(table[stem + "ь"])
        elif stem[-1] in "аоуэеюи" and stem + "й" in table:
            out.append(table[stem + "й"])
    return out
