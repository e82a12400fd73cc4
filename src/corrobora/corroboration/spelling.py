"""Which names of a record set can be a person's name: exactly, with a slip of the pen, or by an initial.

A dictionary over the distinct names of the set, looked up by the keys of `corrobora.names`: no pair of names is compared by
brute force, whatever the size of the set.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corrobora.corroboration.invention import Parts
from corrobora.corroboration.scoring import EXACT, INITIAL, SLIPPED
from corrobora.names.identify import chinese_probability
from corrobora.names.keys import block_key, exact_keys, initial_keys
from corrobora.names.neighbours import neighbours, one_edit
from corrobora.names.slavic import slavic_form

CHINESE, OTHER_TRADITION = 0, 1
"""Strata: the naming traditions whose chances are counted apart."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """The keys of one name, as a set holds it or as a person of the case bears it.

    Attributes:
        exact: keys of the readings without an error; `mended`: of a misspelt word put right; `initial`: of family and initial.
        patronymic: skeleton, or "".
        short: whether the given name is an initial only.
        stratum: CHINESE or OTHER_TRADITION.
    """

    exact: tuple[str, ...]
    mended: tuple[str, ...] = ()
    initial: tuple[str, ...] = ()
    patronymic: str = ""
    short: bool = False
    stratum: int = OTHER_TRADITION


def stratum_of(name: str) -> int:
    """The naming tradition of a written name."""
    return CHINESE if chinese_probability(name) >= 0.5 else OTHER_TRADITION


def spell(name: str) -> Spelling:
    """The keys under which a name of a record set is found."""
    exact = exact_keys(name)
    rest = block_key(name) - exact
    initial = tuple(sorted(key for key in rest if key.split(":")[0].endswith(".")))
    mended = tuple(sorted(key for key in rest if not key.split(":")[0].endswith(".")))
    stratum = stratum_of(name)
    form = slavic_form(name) if stratum == OTHER_TRADITION else None
    full = tuple(sorted(key for key in exact if not key.startswith("x:") and _given(key)))
    patronymic = (form.patronymic or form.patronymic_initial) if form else ""
    return Spelling(full, mended, initial, patronymic, bool(initial) and not full, stratum)


def spell_person(forms: Sequence[str]) -> Spelling:
    """The keys of a person known by several forms: what all of them can spell, so that Hanzi settle a Cyrillic reading."""
    spelled = [spell(form) for form in forms]
    full = [one for one in spelled if one.exact]
    if not full:
        return spelled[0] if spelled else Spelling(())
    common = set(full[0].exact)
    for one in full[1:]:
        common = common & set(one.exact) or common
    chinese = sum(one.stratum == CHINESE for one in spelled) * 2 >= len(spelled)
    initials = {key for form in forms for key in initial_keys(form) if any(_same_family(key, known) for known in common)}
    patronymic = max((one.patronymic for one in spelled), key=len, default="")
    return Spelling(
        tuple(sorted(common)), (), tuple(sorted(initials)), patronymic, False, CHINESE if chinese else OTHER_TRADITION
    )


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
        initials = tuple(f"zh.:{parts[0]}|{letter}" for letter in _letters(parts[1])) if len(parts) > 1 else ()
        return Spelling((key,), (), initials, "", False, CHINESE)
    given = parts[1] if len(parts) > 1 else ""
    initial = (f"sl.:{parts[0]}|{given[:1]}",) if given else ()
    return Spelling((f"sl:{parts[0]}|{given}",), (), initial, parts[2] if len(parts) > 2 else "", False, OTHER_TRADITION)


def _letters(syllable: str) -> frozenset[str]:
    from corrobora.names.keys import first_letters

    return first_letters(syllable)


class Lexicon:
    """The distinct names of a set by their keys.

    Args:
        names: distinct written names; their places are the numbers that `compatible` returns.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self.spelled = [spell(name) for name in names]
        self._exact: dict[str, list[int]] = {}
        self._mended: dict[str, list[int]] = {}
        self._initial: dict[str, list[int]] = {}
        families: set[str] = set()
        givens: set[str] = set()
        for place, one in enumerate(self.spelled):
            for keys, index in ((one.exact, self._exact), (one.mended, self._mended), (one.initial, self._initial)):
                for key in keys:
                    index.setdefault(key, []).append(place)
            for key in one.exact:
                if key.startswith("sl:"):
                    families.add(_family(key))
                    givens.add(_given(key))
        self._families, self._givens = _Near(families), _Near(givens)
        self._openers: dict[str, list[int]] | None = None

    def compatible(self, person: Spelling) -> dict[int, int]:
        """The numbers of the names that can be this person's, each with its best tier."""
        found: dict[int, int] = {}
        if person.short:
            self._add(found, person, self._initial, person.initial, INITIAL)
            self._add(found, person, self._openings(), person.initial, INITIAL)
            return found
        self._add(found, person, self._exact, person.exact, EXACT)
        self._add(found, person, self._mended, person.exact, SLIPPED)
        slips = [slip for key in person.exact for slip in self._slips(key)]
        self._add(found, person, self._exact, slips, SLIPPED)
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
            out += [f"zh:{family}|{'-'.join((*parts[:place], slip, *parts[place + 1 :]))}" for slip in neighbours(syllable)]
        return out

    def _openings(self) -> dict[str, list[int]]:
        """Full names by family and first letter, for persons of whom only initials are known."""
        if self._openers is None:
            self._openers = {}
            for key, places in self._exact.items():
                kind, given = key.partition(":")[0], _given(key)
                letters = _letters(given.split("-")[0]) if kind == "zh" else frozenset(given[:1])
                for letter in letters:
                    self._openers.setdefault(f"{kind}.:{_family(key)}|{letter}", []).extend(places)
        return self._openers


def _with_patronymic(one: str, other: str, tier: int) -> int | None:
    """The tier once the patronymics are compared: equal or missing changes nothing, one slip makes a slip, else no match."""
    if not one or not other or one == other:
        return tier
    if min(len(one), len(other)) == 1 and one[0] == other[0]:
        return INITIAL
    return SLIPPED if tier == EXACT and one_edit(one, other) else None


class _Near:
    """Words of a dictionary that are one edit away from a word, by the words that one deletion leaves."""

    def __init__(self, words: set[str]) -> None:
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
