"""Which names of a record set can be a person's name: exactly, with a slip of the pen, or by an initial.

A dictionary over the distinct names of the set, looked up by the keys of `corrobora.names`: no pair of names is
compared by brute force, whatever the size of the set.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from corrobora.corroboration.invention import Parts
from corrobora.corroboration.scoring import EXACT, INITIAL, SLIPPED
from corrobora.names.identify import chinese_probability
from corrobora.names.keys import exact_keys, first_letters, initial_keys
from corrobora.names.neighbours import neighbours, one_edit
from corrobora.names.slavic import slavic_form, transliterate
from corrobora.names.syllables import palladius

CHINESE, OTHER_TRADITION = 0, 1
"""Strata: the naming traditions whose chances are counted apart."""


_PATRONYMIC = re.compile(r"(?:вич|вна|чна|ьич|мич|vich|vych|vna|chna)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spelling:
    """The keys of one name, as a set holds it or as a person of the case bears it.

    Attributes:
        exact: keys of the readings without an error; `initial`: of family and initial.
        letters: the name run together in every usual system and both orders (of a row: just as written).
        patronymic: skeleton, an initial, or "".
        short: whether the given name is an initial only.
        stratum: CHINESE or OTHER_TRADITION.
    """

    exact: tuple[str, ...]
    initial: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    patronymic: str = ""
    short: bool = False
    stratum: int = OTHER_TRADITION


NOTHING = Spelling(())
"""A name nobody asks for."""


def stratum_of(name: str) -> int:
    """The naming tradition of a written name; a patronymic or keys of one kind settle it without a closer look."""
    if _PATRONYMIC.search(name):
        return OTHER_TRADITION
    kinds = {key.partition(":")[0] for key in exact_keys(name)}
    if len(kinds) == 1 and kinds & {"zh", "sl"}:
        return CHINESE if kinds == {"zh"} else OTHER_TRADITION
    return CHINESE if chinese_probability(name) >= 0.5 else OTHER_TRADITION


def spell(name: str) -> Spelling:
    """The keys under which a name of a record set is found."""
    stratum = stratum_of(name)
    if stratum == OTHER_TRADITION and _PATRONYMIC.search(name):
        return _with_father(name)
    exact = tuple(sorted(key for key in exact_keys(name) if not key.startswith("x:") and _given(key)))
    form = slavic_form(name) if stratum == OTHER_TRADITION else None
    patronymic = (form.patronymic or form.patronymic_initial) if form else ""
    letters = (_run_together(name),)
    return Spelling(exact, () if exact else tuple(sorted(initial_keys(name))), letters, patronymic, not exact, stratum)


def _with_father(name: str) -> Spelling:
    form = slavic_form(name)
    if form is None or not form.family or not form.given:
        return NOTHING
    return Spelling((f"sl:{form.family}|{form.given}",), (), (), form.patronymic)


def _run_together(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.casefold().replace("й", "\ue000"))
    letters = "".join(sign for sign in folded if sign.isalpha() or sign == "\ue000")
    return letters.replace("\ue000", "й").replace("ъ", "").replace("ь", "")


def spell_person(forms: Sequence[str]) -> Spelling:
    """The keys of a person known by several forms: what all can spell, so that Hanzi settle a Cyrillic reading."""
    spelled = [spell(form) for form in forms]
    full = [one for one in spelled if one.exact and not one.short]
    if not full:
        return spelled[0] if spelled else Spelling(())
    common = set(full[0].exact)
    for one in full[1:]:
        common = common & set(one.exact) or common
    chinese = sum(one.stratum == CHINESE for one in spelled) * 2 >= len(spelled)
    initials = {
        key for form in forms for key in initial_keys(form) if any(_same_family(key, known) for known in common)
    }
    patronymic = max((one.patronymic for one in spelled), key=len, default="")
    return Spelling(
        tuple(sorted(common)),
        tuple(sorted(initials)),
        tuple(sorted({letters for key in common for letters in _written(key)})),
        patronymic,
        False,
        CHINESE if chinese else OTHER_TRADITION,
    )


def _written(key: str) -> tuple[str, ...]:
    """A Chinese key as pinyin, Palladius and Palladius in Latin letters write it, run together, in both orders."""
    kind, _, rest = key.partition(":")
    family, _, given = rest.partition("|")
    if kind != "zh":
        return ()
    surname = _syllables(family)
    orders = ((*surname, *given.split("-")), (*given.split("-"), *surname))
    table = palladius()
    out: dict[str, None] = {}
    for order in orders:
        cyrillic = "".join(table.get(syllable, "") for syllable in order)
        out |= dict.fromkeys(("".join(order), _run_together(cyrillic), *_romanised(cyrillic)))
    return tuple(out)


@lru_cache(maxsize=4096)
def _syllables(family: str) -> tuple[str, ...]:
    """The syllables of a surname; those of two ("ouyang") are taken apart."""
    parts = tuple(family.split("-"))
    table = palladius()
    if len(parts) > 1 or family in table:
        return parts
    ways = [(family[:cut], family[cut:]) for cut in range(1, len(family))]
    return next((way for way in ways if way[0] in table and way[1] in table), parts)


@lru_cache(maxsize=65536)
def _romanised(cyrillic: str) -> tuple[str, str]:
    """By the passport rule since 2014 (ia, iu) and the older one (ya, yu)."""
    older = transliterate(cyrillic.replace("я", "\ue001").replace("ю", "\ue002").replace("й", "\ue003"))
    return (
        _run_together(transliterate(cyrillic)),
        _run_together(older.replace("\ue001", "ya").replace("\ue002", "yu").replace("\ue003", "y")),
    )


GARBLED = 75.0
"""How alike (0 to 100) a person's name and a miswritten one are at least."""


def is_garbled(person: Spelling, written: Spelling) -> bool:
    """Whether a written name that fits no tier is more likely this one, with several errors, than another."""
    pairs = [(a, b) for a in person.letters for b in written.letters]
    pairs += [(a, b) for a in person.exact for b in written.exact if a[:2] == b[:2]]
    return any(fuzz.ratio(a, b) >= GARBLED for a, b in pairs)


def _family(key: str) -> str:
    return key.partition(":")[2].partition("|")[0]


def _given(key: str) -> str:
    return key.partition("|")[2]


def _same_family(one: str, other: str) -> bool:
    return _family(one) == _family(other)


def parts_of(key: str, patronymic: str = "") -> Parts:
    """A key as the parts that a name model counts, family first."""
    kind, _, rest = key.partition(":")
    family, _, given = rest.partition("|")
    if kind == "zh":
        return (family, *given.split("-")) if given else (family,)
    return tuple(part for part in (family, given, patronymic) if part)


def spell_parts(parts: Parts, stratum: int) -> Spelling:
    """The keys of an invented name."""
    if stratum == CHINESE:
        key = f"zh:{parts[0]}|{'-'.join(parts[1:])}"
        initials = tuple(f"zh.:{parts[0]}|{letter}" for letter in first_letters(parts[1])) if len(parts) > 1 else ()
        return Spelling((key,), initials, _written(key), "", False, CHINESE)
    given = parts[1] if len(parts) > 1 else ""
    initial = (f"sl.:{parts[0]}|{given[:1]}",) if given else ()
    return Spelling((f"sl:{parts[0]}|{given}",), initial, (), parts[2] if len(parts) > 2 else "")


def _spell_for(name: str, strata: Collection[int]) -> Spelling:
    if OTHER_TRADITION not in strata and _PATRONYMIC.search(name):
        return NOTHING
    # A misspelt Chinese name looks like anything; only a patronymic tells for certain that nobody asks for it.
    return spell(name)


class Lexicon:
    """The distinct names of a set by their keys.

    Args:
        names: distinct written names; their places are the numbers that `compatible` returns.
        strata: the traditions somebody asks for; names of others are only told apart, not keyed.
    """

    def __init__(self, names: Sequence[str], strata: Collection[int]) -> None:
        self.spelled = [_spell_for(name, strata) for name in names]
        self._exact: dict[str, list[int]] = {}
        self._initial: dict[str, list[int]] = {}
        self._letters: dict[str, list[int]] = {}
        families: set[str] = set()
        givens: set[str] = set()
        for place, one in enumerate(self.spelled):
            for keys, index in ((one.exact, self._exact), (one.initial, self._initial), (one.letters, self._letters)):
                for key in keys:
                    index.setdefault(key, []).append(place)
            for key in one.exact:
                if key.startswith("sl:"):
                    families.add(_family(key))
                    givens.add(_given(key))
        self._families, self._givens, self._near = _Near(families), _Near(givens), _Near(self._letters)
        self._openers: dict[str, list[int]] | None = None

    def compatible(self, person: Spelling) -> dict[int, int]:
        """The numbers of the names that can be this person's, each with its best tier."""
        found: dict[int, int] = {}
        if person.short:
            self._add(found, person, self._initial, person.initial, INITIAL)
            self._add(found, person, self._openings(), person.initial, INITIAL)
            return found
        self._add(found, person, self._exact, person.exact, EXACT)
        self._add(found, person, self._letters, person.letters, EXACT)
        slips = [slip for key in person.exact for slip in self._slips(key)]
        self._add(found, person, self._exact, slips, SLIPPED)
        near = [slip for letters in person.letters for slip in self._near.of(letters)]
        self._add(found, person, self._letters, near, SLIPPED)
        self._add(found, person, self._initial, person.initial, INITIAL)
        return found

    def _add(
        self, found: dict[int, int], person: Spelling, index: dict[str, list[int]], keys: Iterable[str], tier: int
    ) -> None:
        for key in keys:
            for place in index.get(key, ()):
                if place in found and found[place] <= tier:
                    continue
                settled = _with_patronymic(person.patronymic, self.spelled[place].patronymic, tier)
                if settled is not None:
                    found[place] = settled

    def _slips(self, key: str) -> list[str]:
        kind, _, rest = key.partition(":")
        family, _, given = rest.partition("|")
        if kind == "sl":
            out = [f"sl:{slip}|{given}" for slip in self._families.of(family)]
            return out + [f"sl:{family}|{slip}" for slip in self._givens.of(given)]
        out = [f"zh:{slip}|{given}" for slip in neighbours(family)]
        parts = given.split("-")
        for place, syllable in enumerate(parts):
            out += [
                f"zh:{family}|{'-'.join((*parts[:place], slip, *parts[place + 1 :]))}" for slip in neighbours(syllable)
            ]
        return out

    def _openings(self) -> dict[str, list[int]]:
        """Full names by family and first letter, for persons of whom only initials are known."""
        if self._openers is None:
            self._openers = {}
            for key, places in self._exact.items():
                kind, given = key.partition(":")[0], _given(key)
                letters = first_letters(given.split("-")[0]) if kind == "zh" else frozenset(given[:1])
                for letter in letters:
                    self._openers.setdefault(f"{kind}.:{_family(key)}|{letter}", []).extend(places)
        return self._openers


def _with_patronymic(one: str, other: str, tier: int) -> int | None:
    """The tier once the patronymics are compared: equal or missing changes nothing, another one rules out."""
    if not one or not other or one == other:
        return tier
    if min(len(one), len(other)) == 1 and one[0] == other[0]:
        return INITIAL
    return SLIPPED if tier == EXACT and one_edit(one, other) else None


class _Near:
    """Words of a dictionary that are one edit away from a word, by the words that one deletion leaves."""

    def __init__(self, words: Iterable[str]) -> None:
        self._left: dict[str, list[str]] = {}
        for word in words:
            for key in _deletions(word):
                self._left.setdefault(key, []).append(word)
        self._known: dict[str, list[str]] = {}

    def of(self, word: str) -> list[str]:
        """The words one edit away, in order."""
        if word not in self._known:
            near = {other for key in _deletions(word) for other in self._left.get(key, ())}
            self._known[word] = sorted(other for other in near if one_edit(word, other))
        return self._known[word]


def _deletions(word: str) -> set[str]:
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}
