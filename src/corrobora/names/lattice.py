"""Cuts one written word into Chinese syllables in every system that could have spelt it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corrobora.names.hanzi import given_shares
from corrobora.names.syllables import Spellings, cyrillic_spellings, latin_spellings
from corrobora.names.text import ascii_letters

Alternatives = tuple[tuple[str, float], ...]
LONGEST_SYLLABLE = 8
# A syllable that opens with one of these asks for a mark between the two; without it the cut is unlikely.
OPEN_LETTERS = "aeoаоэиуюяе"
_UNMARKED = 0.04
_GLIDED = 0.15
_BENT_BESIDE_PLAIN = 0.05
_UNMARKED_UKRAINIAN = 0.3
RARE_SYLLABLE = 4e-4
_AGAIN = 10.0
_AGAIN_AT_MOST = 0.5
_MOST_SYLLABLES = 4
MOST_LETTERS = 24

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


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """One way to cut a word.

    Attributes:
        system: the system of spelling.
        syllables: for each place the syllables it can stand for, each with its likelihood against the likeliest.
        weight: how likely this system and cut are.
        inflected: whether a case ending was taken off.
    """

    system: str
    syllables: tuple[Alternatives, ...]
    weight: float
    inflected: bool = False


@dataclass(frozen=True, slots=True)
class System:
    """A system of spelling, ready to look syllables up in.

    Attributes:
        name: what it is called.
        table: spelling -> syllables.
        bent: oblique case of a last syllable -> what it can stand for.
        links: whether "ie" may stand between two syllables.
    """

    name: str
    table: dict[str, Alternatives]
    bent: dict[str, tuple[Alternatives, ...]]
    links: bool = False


Way = tuple[tuple[Alternatives, ...], bool]


def _frozen(table: Spellings) -> dict[str, Alternatives]:
    return {spelling: tuple(sorted(held.items(), key=lambda pair: -pair[1])) for spelling, held in table.items()}


def _merged(proper: Spellings, careless: Spellings) -> Spellings:
    """Careless spellings added to the proper ones, whose share they do not touch.

    The table is only tried where no proper one fits: who has broken one rule is likely to break the next (деминг).
    """
    out: Spellings = {key: dict(held) for key, held in proper.items()}
    for spelling, held in careless.items():
        known = out.setdefault(spelling, {})
        for syllable, share in held.items():
            known.setdefault(syllable, min(_AGAIN_AT_MOST, share * _AGAIN))
    return out


@lru_cache(maxsize=1)
def _latin_systems() -> tuple[System, ...]:
    tables = latin_spellings()
    return (
        System("pinyin", _frozen(tables["pinyin"]), {}),
        System("romanised", _frozen(tables["romanised"]), {}, links=True),
        System("wade-giles", _frozen(tables["wade-giles"]), {}),
        System("careless-latin", _frozen(_merged(tables["pinyin"], tables["careless"])), {}),
    )


@lru_cache(maxsize=1)
def _cyrillic_systems() -> tuple[System, ...]:
    tables = cyrillic_spellings()
    found = {
        "palladius": _frozen(tables["palladius"]),
        "ukrainian": _frozen(tables["ukrainian"]),
        "careless": _frozen(_merged(tables["palladius"], tables["careless"])),
    }
    return tuple(System(name, table, _oblique(table)) for name, table in found.items())


_BORDER = re.compile(r"['\-ъ.]+")
_MOST_CUTS = 8
_UKRAINIAN = frozenset("іїєґ")


@lru_cache(maxsize=131072)
def cuts(word: str, cyrillic: bool, taiwan: bool = False) -> tuple[Cut, ...]:
    """Every way to cut a word into one to four syllables, likeliest first.

    Args:
        word: one word, as written; hyphens and apostrophes are taken as borders of syllables.
        cyrillic: whether the word is in Cyrillic.
        taiwan: whether Wade-Giles is tried even where pinyin fits, because another word of the name is hyphened.
    """
    lowered = word.lower().replace("ё", "е") if cyrillic else ascii_letters(word)
    if not 1 <= len(lowered) <= MOST_LETTERS:
        return ()
    pieces = (lowered,) if lowered.isalpha() and "ъ" not in lowered else _pieces(lowered)
    found = _cuts_of(pieces, cyrillic, taiwan) if pieces else ()
    if not found and len(pieces) > 1:
        found = _cuts_of(("".join(pieces),), cyrillic, taiwan)
    return found


def leading_system(cyrillic: bool) -> System:
    """The system of spelling that a script is read by first: pinyin or Palladius."""
    return (_cyrillic_systems() if cyrillic else _latin_systems())[0]


def _pieces(lowered: str) -> tuple[str, ...]:
    pieces = tuple(piece for piece in _BORDER.split(lowered) if piece)
    return pieces if all(piece.isalpha() for piece in pieces) else ()


def _cuts_of(pieces: tuple[str, ...], cyrillic: bool, taiwan: bool) -> tuple[Cut, ...]:
    seen: dict[tuple[Alternatives, ...], Cut] = {}
    settled, has_rare = False, False
    for system in _cyrillic_systems() if cyrillic else _latin_systems():
        if seen and system.name.startswith("careless"):
            break
        if settled and (system.name == "wade-giles" or (cyrillic and not _reads_otherwise(pieces))):
            continue
        ways = _joined(pieces, system)
        for syllables, bent in ways:
            cut = _weighed(syllables, system.name, bent)
            if settled and cyrillic:
                cut = _lighter(cut, 1.0 if has_rare else _UNMARKED_UKRAINIAN)
            known = seen.get(syllables)
            if known is None or (known.system != "pinyin" and known.weight < cut.weight):
                seen[syllables] = cut
        if system.name == "pinyin":
            settled = bool(seen) and not taiwan
        elif system.name == "palladius":
            plain = [syllables for syllables, bent in ways if not bent]
            settled = bool(plain) and not any(sign in _UKRAINIAN for piece in pieces for sign in piece)
            has_rare = settled and all(_has_rare(syllables) for syllables in plain)
    if not seen:
        return ()
    best = max(cut.weight for cut in seen.values())
    # Where a word can be read as it stands, the reading as an oblique case is the unlikely one.
    rarer = _BENT_BESIDE_PLAIN if any(not cut.inflected for cut in seen.values()) else 1.0
    out = [_lighter(cut, rarer) if cut.inflected else cut for cut in seen.values() if cut.weight > best * 1e-3]
    return tuple(sorted(out, key=lambda cut: -cut.weight)[:_MOST_CUTS])


def _reads_otherwise(pieces: tuple[str, ...]) -> bool:
    """Whether Ukrainian can read a word differently that Palladius can read: its е stands for э, its и for ы."""
    return any("е" in piece or "и" in piece for piece in pieces)


def _has_rare(syllables: tuple[Alternatives, ...]) -> bool:
    """Whether a cut has a syllable that given names hardly have, as де (die) where Ukrainian де is de."""
    known = given_shares()
    return any(known.get(alternatives[0][0], 0.0) < RARE_SYLLABLE for alternatives in syllables)


def _joined(pieces: tuple[str, ...], system: System) -> list[Way]:
    """The cuts of all pieces of a word in one system; only the last may carry a case ending."""
    partial: list[Way] = [((), False)]
    for place, piece in enumerate(pieces):
        ways = _ways(piece, system, place == len(pieces) - 1)
        partial = [(left + right, bent) for left, _ in partial for right, bent in ways]
        if not partial:
            break
    return [way for way in partial if len(way[0]) <= _MOST_SYLLABLES]


def _lighter(cut: Cut, factor: float) -> Cut:
    return Cut(cut.system, cut.syllables, cut.weight * factor, cut.inflected)


def _weighed(syllables: tuple[Alternatives, ...], system: str, bent: bool) -> Cut:
    weight = SYSTEM_SHARE[system]
    scaled: list[Alternatives] = []
    for alternatives in syllables:
        best = alternatives[0][1]
        weight *= best
        scaled.append(alternatives if best == 1.0 else tuple((name, share / best) for name, share in alternatives))
    # A cut in more pieces than needed ("li-an") is the rarer one.
    return Cut(system, tuple(scaled), weight * 0.25 ** (len(syllables) - 1), bent)


def _ways(piece: str, system: System, bends: bool) -> list[Way]:
    """All cuts of a run of letters; the last syllable may carry a case ending."""
    known: dict[int, list[Way]] = {len(piece): [((), False)]}
    return _ways_from(0, piece, system, bends, known)


def _ways_from(start: int, piece: str, system: System, bends: bool, known: dict[int, list[Way]]) -> list[Way]:
    if start in known:
        return known[start]
    out: list[Way] = []
    table, size = system.table, len(piece)
    for end in range(start + 1, min(size, start + LONGEST_SYLLABLE) + 1):
        found = table.get(piece[start:end])
        if found is not None and start and piece[start] in OPEN_LETTERS:
            factor = _unmarked(piece, start, system.links)
            found = tuple((syllable, share * factor) for syllable, share in found)
        if not found:
            continue
        plain = found
        if system.links and piece[end - 1] == "n" and piece[end : end + 1] in _LATIN_VOWELS:
            plain = _unlinked(found)
        out += _followed(plain, _ways_from(end, piece, system, bends, known))
        if system.links and piece[end : end + 2] == "ie" and piece[end + 2 : end + 3] in _LATIN_VOWELS:
            out += _followed(_linked(found), _ways_from(end + 2, piece, system, bends, known))
    if bends and system.bent:
        out += [((found,), True) for found in system.bent.get(piece[start:], ())]
    known[start] = out
    return out


def _followed(found: Alternatives, rests: list[Way]) -> list[Way]:
    return [((found, *rest), bent) for rest, bent in rests if len(rest) < _MOST_SYLLABLES]


def _linked(found: Alternatives) -> Alternatives:
    """A syllable before a hard sign, which passports write "ie"; it stands only after -ng."""
    return tuple([(syllable, share * (1.0 if syllable.endswith("ng") else _LINK_AFTER_N)) for syllable, share in found])


def _unlinked(found: Alternatives) -> Alternatives:
    """A syllable in -n before a vowel: behind -ng most passports write the hard sign."""
    return tuple(
        (syllable, share * (_NO_LINK_AFTER_NG if syllable.endswith("ng") else 1.0)) for syllable, share in found
    )


_LINK_AFTER_N = 0.005
_NO_LINK_AFTER_NG = 0.3
_LATIN_VOWELS = frozenset(("a", "e", "i", "o", "u", "y"))


def _unmarked(piece: str, start: int, romanised: bool) -> float:
    """How likely two syllables meet at a vowel without the mark that the rules ask for."""
    if cyrillic_letter(piece[start]):
        return _UNMARKED if piece[start - 1] == "н" else _GLIDED
    return 0.3 if romanised else _UNMARKED


def cyrillic_letter(sign: str) -> bool:
    """Whether a letter is Cyrillic."""
    return "\u0400" <= sign <= "\u052f"


def _oblique(table: dict[str, Alternatives]) -> dict[str, tuple[Alternatives, ...]]:
    """Every case form of every Cyrillic syllable, with the syllables it can stand for."""
    out: dict[str, list[Alternatives]] = {}
    for spelling, held in table.items():
        if spelling[-1] in "нр":
            forms = [spelling + ending for ending in _HARD]
        elif spelling.endswith(("нь", "й")):
            forms = [spelling[:-1] + ending for ending in _SOFT]
        else:
            continue
        for form in forms:
            if held not in out.setdefault(form, []):
                out[form].append(held)
    return {form: tuple(found) for form, found in out.items()}
