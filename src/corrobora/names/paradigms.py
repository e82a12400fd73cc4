"""The case forms of East Slavic given names and patronymics: every oblique form leads to its nominative."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corrobora.names.tables import table_lines

# Nominative, genitive, dative, accusative, instrumental, locative, vocative.
CASES = "NGDAILV"
ALL = (1 << len(CASES)) - 1
NOMINATIVE = 1
_BIT = {case: 1 << place for place, case in enumerate(CASES)}


def mask(cases: str) -> int:
    """Cases, one letter each, as a set of bits."""
    return sum(_BIT[case] for case in cases)


@dataclass(frozen=True, slots=True)
class Base:
    """What a word can be a case form of.

    Attributes:
        text: the nominative, in small letters.
        gender: "m" or "f".
        cases: the cases the word can stand in, as bits.
        language: "ru" or "uk" where only one of them has the name, else "".
    """

    text: str
    gender: str
    cases: int
    language: str = ""


# Per ending of the nominative: what is cut off, then ending/CASES. Russian first, then Ukrainian.
_HARD_RU, _HARD_UK = "а/GA у/D ом/I е/L ам/I", "а/GA у/DLV ові/DL ом/I і/L е/V"
_SOFT_RU, _SOFT_UK = "я/GA ю/D ем/I ём/I е/L", "я/GA ю/DLV еві/DL ем/I і/L"
_MASCULINE: tuple[tuple[str, str, str, str], ...] = (
    ("ий", "ий", "ия/GA ию/D ием/I ии/L", ""),
    ("ій", "ій", "", "ія/GA ію/DLV ієві/DL ієм/I ії/L"),
    ("й", "й", "я/GA ю/D ем/I е/L і/L", "я/GA ю/DLV єві/DL єм/I ї/L"),
    ("ья", "я", "и/G е/DL ю/A ей/I ёй/I ею/I", ""),
    ("лля", "я", "", "і/GDL ю/A ею/I е/V"),
    ("а", "а", "ы/G и/G е/DL у/A ой/I ою/I ай/I", "и/G і/DL у/A ою/I о/V"),
    ("я", "я", "и/G е/DL ю/A ей/I ею/I", "і/GDL ю/AV ею/I е/V"),
    ("о", "о", "", "а/GA у/DL ові/DL ом/I і/L е/V"),
    ("ь", "ь", _SOFT_RU, _SOFT_UK),
    ("ігор", "", "", _SOFT_UK),
    ("ігар", "", "а/GA у/D ам/I у/L", ""),
    ("аў", "ў", "ва/GA ву/D вам/I ве/L", ""),
    ("ель", "ель", "еля/GA елю/D елем/I еле/L", _SOFT_UK),
    ("", "", _HARD_RU, _HARD_UK),
)
_FEMININE: tuple[tuple[str, str, str, str], ...] = (
    ("ия", "я", "и/GDL ю/A ей/I ею/I", ""),
    ("ыя", "я", "і/GDL ю/A яй/I", ""),
    ("ія", "я", "", "ї/GDL ю/A єю/I є/V"),
    ("'я", "я", "", "ї/GDL ю/A єю/I є/V"),
    ("га", "га", "ги/G ге/DL гу/A гой/I гою/I", "ги/G зі/DL гу/A гою/I го/V"),
    ("ка", "ка", "ки/G ке/DL ку/A кой/I кою/I", "ки/G ці/DL ку/A кою/I ко/V"),
    ("а", "а", "ы/G и/G е/DL у/A ой/I ою/I ай/I", "и/G і/DL у/A ою/I о/V"),
    ("я", "я", "и/G е/DL ю/A ей/I ею/I ёй/I", "і/GDL ю/AV ею/I е/V"),
    ("ь", "ь", "и/GDL ью/I", ""),
    ("", "", "", "і/GDL 'ю/I ю/I"),
)
# The stems that change: Лев, Льва; Антін, Антона.
_STEMS = {
    "лев": ("льв", "лев"), "павел": ("павл",), "антін": ("антон",), "федір": ("федор",), "яків": ("яков",),
    "сидір": ("сидор",), "прокіп": ("прокоп",), "нестір": ("нестор",), "любовь": ("любов",), "рыгор": ("рыгор",),
    "тигран": ("тигран",),
}  # fmt: skip
_RUSSIAN_ONLY = re.compile("[ыэъё]|(?:ей|ий|ия|ья|рь)$")


def _folded(word: str) -> str:
    return word.lower().replace("ё", "е")


def _forms(name: str, gender: str) -> list[tuple[str, int]]:
    """The case forms of one nominative in the languages whose letters it has."""
    out = [(name, NOMINATIVE | (mask("A") if gender == "f" and name[-1] not in "ая" else 0))]
    rows = _MASCULINE if gender == "m" else _FEMININE
    for column in (2, 3):
        if (column == 2 and "ї" in name) or (column == 3 and _RUSSIAN_ONLY.search(name)):
            continue
        row = next((row for row in rows if name.endswith(row[0]) and row[column]), None)
        if row is None:
            continue
        for stem in _STEMS.get(name, (name[: len(name) - len(row[1])],)):
            for item in row[column].split():
                ending, cases = item.split("/")
                out.append((_folded(stem + ending), mask(cases)))
    return out


def is_cyrillic(word: str) -> bool:
    """Whether a word begins with a Cyrillic letter."""
    return bool(word) and "\u0400" <= word[0] <= "\u052f"


@lru_cache(maxsize=1)
def _given_forms() -> dict[str, tuple[Base, ...]]:
    found: dict[str, dict[tuple[str, str], int]] = {}
    languages: dict[str, str] = {}
    for row in table_lines("given.tsv"):
        names = [name.lower() for cell in row for name in cell.split() if is_cyrillic(name)]
        gender = "f" if names[0] in _WOMEN or (names[0][-1] in "ая" and names[0] not in _MEN) else "m"
        for place, name in enumerate(names):
            language = "" if len(names) == 1 or place > 1 else ("ru", "uk")[place]
            languages[name] = language if languages.setdefault(name, language) == language else ""
            for form, cases in _forms(name, gender):
                held = found.setdefault(_folded(form), {})
                held[name, gender] = held.get((name, gender), 0) | cases
    return {
        form: tuple(Base(name, gender, cases, languages[name]) for (name, gender), cases in held.items())
        for form, held in found.items()
    }


_MEN = frozenset(("никита", "илья", "лука", "фома", "кузьма", "савва", "гаврила"))
_WOMEN = frozenset(("любовь", "нинель", "адель", "айгуль", "севиль", "нелли"))


def given_bases(word: str) -> tuple[Base, ...]:
    """The listed given names that a Cyrillic word can be a case form of.

    Example:
        >>> [base.text for base in given_bases("Марии")]
        ['мария']
    """
    return _given_forms().get(_folded(word), ())


_MALE_ENDS, _FEMALE_ENDS = ("ович", "евич", "ьич", "мич", "нич", "тич", "кич", "вич", "лліч", "їч", "авіч", "евіч"), (
    "овна", "евна", "ична", "івна", "ївна", "аўна", "еўна", "оўна",
)  # fmt: skip
_SON = "/N а/GA у/DLV ем/I ом/I е/L еві/DL ові/DL і/L ам/I"
_DAUGHTER_RU = "а/N ы/G е/DL у/A ой/I ою/I ай/I"
_DAUGHTER_UK = "а/N и/G і/DL у/A ою/I о/V"


@lru_cache(maxsize=1)
def _patronymic_ends() -> tuple[tuple[str, str, str, int], ...]:
    """Ending, the nominative's ending, gender and cases; longest first."""
    out: dict[tuple[str, str, str], int] = {}
    for end in _MALE_ENDS:
        for item in _SON.split():
            ending, cases = item.split("/")
            out[end + ending, end, "m"] = out.get((end + ending, end, "m"), 0) | mask(cases)
    for end in _FEMALE_ENDS:
        for row in (_DAUGHTER_RU, _DAUGHTER_UK):
            for item in row.split():
                ending, cases = item.split("/")
                key = (end[:-1] + ending, end, "f")
                out[key] = out.get(key, 0) | mask(cases)
    return tuple(sorted(((*key, cases) for key, cases in out.items()), key=lambda row: -len(row[0])))


@lru_cache(maxsize=131072)
def patronymic_base(word: str) -> Base | None:
    """The nominative of a word with the ending of a patronymic in any case, or None.

    Example:
        >>> patronymic_base("Сергеевной").text
        'сергеевна'
    """
    lowered = word.lower()
    for ending, base, gender, cases in _patronymic_ends():
        if lowered.endswith(ending) and len(lowered) > len(ending):
            return Base(lowered[: len(lowered) - len(ending)] + base, gender, cases)
    return None


def styled(base: str, word: str) -> str:
    """A nominative in small letters, written the way the word it stands for is written."""
    if "ё" in base and "ё" not in word.lower():
        base = base.replace("ё", "е")
    if word.isupper() and len(word) > 1:
        return base.upper()
    return base if word.islower() else "-".join(part[:1].upper() + part[1:] for part in base.split("-"))
