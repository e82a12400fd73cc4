"""The keys of names: under which a name of a record set is stored, and under which a person of the case asks for it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from corrobora.corroboration.invention import Parts
from corrobora.names.identify import chinese_probability
from corrobora.names.keys import exact_keys, first_letters, initial_keys
from corrobora.names.neighbours import neighbours
from corrobora.names.quick import full_name
from corrobora.names.slavic import key_sign, slavic_form, transliterate
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
    """The naming tradition of a written name without patronymic; keys of one kind settle it without a closer look."""
    kinds = {key.partition(":")[0] for key in exact_keys(name)}
    if len(kinds) == 1 and kinds & {"zh", "sl"}:
        return CHINESE if kinds == {"zh"} else OTHER_TRADITION
    return CHINESE if chinese_probability(name) >= 0.5 else OTHER_TRADITION


def spell(name: str) -> Spelling:
    """The keys under which a name of a record set is found."""
    if _PATRONYMIC.search(name):
        return _with_father(name)
    stratum = stratum_of(name)
    exact = tuple(sorted(key for key in exact_keys(name) if not key.startswith("x:") and _given(key)))
    form = slavic_form(name) if stratum == OTHER_TRADITION else None
    patronymic = (form.patronymic or form.patronymic_initial) if form else ""
    letters = (_run_together(name),)
    return Spelling(exact, () if exact else tuple(sorted(initial_keys(name))), letters, patronymic, not exact, stratum)


def _with_father(name: str) -> Spelling:
    plain = full_name(name)
    if plain is None:
        form = slavic_form(name)
        if form is None or not form.family or not form.given:
            return NOTHING
        plain = key_sign(form.family), key_sign(form.given), form.patronymic
    family, given, patronymic = plain
    return Spelling((f"sl:{family}|{given}",), (), (), patronymic)


def _run_together(name: str) -> str:
    if name.isascii():
        return "".join(filter(str.isalpha, name.lower()))
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
    initials = set(openings(common))
    if any(key.startswith("sl:") for key in common):
        # An initial is written like the name it stands for, not like its key: Hanna Kovalenko is also Коваленко Г.
        families = {_family(key) for key in common}
        initials |= {key for form in forms for key in initial_keys(form) if _family(key) in families}
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


def openings(exact: Iterable[str]) -> list[str]:
    """The keys under which somebody known by initials only finds full names with these keys."""
    out: set[str] = set()
    for key in exact:
        kind, given = key.partition(":")[0], _given(key)
        letters = first_letters(given.split("-")[0]) if kind == "zh" else frozenset(given[:1])
        out |= {f"{kind}.:{_family(key)}|{letter}" for letter in letters}
    return sorted(out)


def slipped(key: str) -> list[str]:
    """The keys that one slip of a syllable makes of a Chinese key."""
    _, _, rest = key.partition(":")
    family, _, given = rest.partition("|")
    out = [f"zh:{slip}|{given}" for slip in neighbours(family)]
    parts = given.split("-")
    for place, syllable in enumerate(parts):
        out += [f"zh:{family}|{'-'.join((*parts[:place], slip, *parts[place + 1 :]))}" for slip in neighbours(syllable)]
    return out
