"""Family names in any case: the nominative that fits the gender and the cases of the words beside it."""

from __future__ import annotations

from functools import lru_cache

from corrobora.names.paradigms import ALL, NOMINATIVE, mask

Ending = tuple[str, str, int, float]
# How sure an ending makes one of the declension: a suffix of family names, a plain noun, no ending at all.
_SUFFIX, _LIKELY, _NOUN, _NONE = 3.0, 2.9, 1.5, 1.4


def _rows(text: str, strength: float) -> list[Ending]:
    """Rows of "ending>nominative's ending/CASES"; ^ stands for the beginning of the word."""
    out: list[Ending] = []
    for item in text.split():
        ending, _, rest = item.partition(">")
        base, _, cases = rest.partition("/")
        out.append((ending, base.lstrip("^"), mask(cases), strength))
    return out


def _stems(stems: str, text: str, strength: float) -> list[Ending]:
    """The rows for each of several suffixes, "*" standing for the suffix."""
    return [row for stem in stems.split() for row in _rows(text.replace("*", stem), strength)]


_MASCULINE = (
    _stems("ов ев ёв ин ын", "*а>*/GA *у>*/D *ым>*/I *е>*/L", _SUFFIX)
    + _stems("ов ев єв ин ін їн", "*а>*/GA *у>*/DL *им>*/I", _SUFFIX)
    + _stems("ов єв ин ін їн", "*і>*/L", _LIKELY)
    + _stems(
        "^толст ^трубецк ^донск ^шаховск ^крут ^бережн ^сух ^золот",
        "*ого>*ой/GA *ому>*ой/D *ым>*ой/I *им>*ой/I *ом>*ой/L",
        _SUFFIX,
    )
    + _stems("ск цк зк", "*ого>*ий/GA *ому>*ий/DL *им>*ий/I *ом>*ий/L", _SUFFIX)
    + _stems("ськ цьк зьк", "*ого>*ий/GA *ому>*ий/DL *им>*ий/I *ім>*ий/L", _SUFFIX)
    + _stems("енк", "*а>*о/GA *у>*о/DL *ом>*о/I *ові>*о/DL *е>*о/L", _SUFFIX)
    + _stems("йк чк тк шк нк рк", "*а>*о/GA *у>*о/DL *ом>*о/I *ові>*о/DL", _NOUN)
    + _stems("ич ук юк ак як ик ік ян", "*а>*/GA *у>*/DL *ем>*/I *ом>*/I *е>*/L *еві>*/DL *ові>*/DL *і>*/L", _SUFFIX)
    + _stems("ов", "*ого>*ой/GA *ому>*ой/DL", _SUFFIX)
    + _stems("п м б д з т", "*ца>*ец/GA *цу>*ец/D *цом>*ец/I *цем>*ец/I *це>*ец/L", _NOUN)
    + _rows("янца>янц/GA янцу>янц/D янцем>янц/I янце>янц/L", _NOUN)
    + _rows("вца>вец/GA вцу>вец/D вцом>вец/I вце>вец/L нца>нец/GA нцу>нец/D нцом>нец/I", _NOUN)
    + _rows("ельца>елец/GA ельцу>елец/D ельцом>елец/I вця>вець/GA вцю>вець/DL вцеві>вець/DL вцем>вець/I", _NOUN)
    + _rows(
        "льця>лець/GA льцю>лець/DL льцеві>лець/DL льцем>лець/I нця>нець/GA нцю>нець/DL нцеві>нець/DL нцем>нець/I", _NOUN
    )
    + _rows("ья>ей/GA ью>ей/D ьем>ей/I ьём>ей/I ье>ей/L 'я>ей/GA 'ю>ей/DL 'єві>ей/DL 'єм>ей/I", _NOUN)
    + _stems("а о у е и і ю я", "*я>*й/GA *ю>*й/DL *е>*й/L *ем>*й/I *єм>*й/I *єві>*й/DL *ї>*й/L", _NOUN)
    + _stems("г к х", "*ого>*ий/GA *ому>*ий/D *ом>*ий/L", _NOUN)
    + _rows("его>ий/GA ему>ий/D ого>ый/GA ому>ый/D ым>ый/I им>ий/I ом>ый/L ем>ий/L", _NOUN)
    + _rows("але>аль/L еле>ель/L оле>оль/L", _NOUN)
    + _rows(
        "а>/GA у>/D ом>/I жем>ж/I чем>ч/I шем>ш/I щем>щ/I цем>ц/I ові>/DL еві>ь/DL я>ь/GA ю>ь/DL ем>ь/I ём>ь/I е>/L",
        _NOUN,
    )
    + _rows("і>/L", _NOUN)
    + _stems("ц ж ч ш щ", "*ей>*а/I *ею>*а/I", _NOUN)
    + _rows("ули>уля/G уле>уля/DL", _NOUN)
    + _rows("ой>а/I ою>а/I ей>я/I ею>я/I ы>а/G и>а/G и>я/G е>а/DL е>я/DL і>а/DL і>я/GDL у>а/A ю>я/A", _NOUN - 0.2)
)
_FEMININE = (
    _stems("ов ев ёв ин ын", "*ой>*а/GDIL *ою>*а/I *у>*а/A *ай>*а/GDIL", _SUFFIX)
    + _stems("ов ев єв ин ін їн", "*ої>*а/G *ій>*а/DL *у>*а/A *ою>*а/I", _SUFFIX)
    + _stems("ск цк зк", "*ой>*ая/GDIL *ою>*ая/I *ую>*ая/A", _SUFFIX)
    + _stems("ськ цьк зьк", "*ої>*а/G *ій>*а/DL *у>*а/A *ою>*а/I", _SUFFIX)
    + _rows("ой>ая/GDL ую>ая/A ней>няя/GDL нюю>няя/A ої>а/G ій>а/DL", _NOUN)
    + _stems("ц ж ч ш щ", "*ей>*а/I *ею>*а/I", _NOUN)
    + _rows("ули>уля/G уле>уля/DL", _NOUN)
    + _rows("ой>а/I ою>а/I ей>я/I ею>я/I ы>а/G и>а/G и>я/G е>а/DL е>я/DL і>а/DL і>я/GDL у>а/A ю>я/A", _NOUN)
)
_TABLES = {
    gender: tuple(sorted(table, key=lambda row: -len(row[0])))
    for gender, table in (("m", _MASCULINE), ("f", _FEMININE))
}
# No nominative ends so.
_ALWAYS_OBLIQUE = (
    "енка", "енку", "енком", "ского", "ського", "скому", "ському", "цкого", "цького", "цкому", "цькому", "ською",
    "ської", "ській", "чука", "щука", "чуку", "ника", "нику", "вича", "вичу", "ича", "ым", "ого", "ому",
)  # fmt: skip
_MANS = ("ов", "ев", "ёв", "єв", "ин", "ын", "ін", "їн", "ий", "ый", "ой")
_WOMANS = ("ова", "ева", "ёва", "єва", "ина", "ына", "іна", "їна", "ая", "яя", "ська", "цька", "зька")
_VOWELS = "аеёиоуыэюяєії"


@lru_cache(maxsize=65536)
def undeclined(word: str, gender: str, cases: int, ukrainian: bool = False) -> tuple[str, int, float]:
    """The nominative of a family name, in small letters, the cases that fit, and how sure the ending makes one.

    Args:
        word: the family name as written; of a double name each part is put right.
        gender: "m" or "f".
        cases: the cases that the words beside it allow, the nominative not among them.
        ukrainian: whether the name is written in Ukrainian, whose genitive of Сковорода is Сковороди.
    """
    lowered = word.lower()
    if "-" in lowered:
        found = [undeclined(part, gender, cases, ukrainian) for part in lowered.split("-")]
        return "-".join(base for base, _, _ in found), found[-1][1], found[-1][2]
    if gender == "f" and (lowered[-1] not in _VOWELS and lowered[-1] != "й" or lowered.endswith("ко")):
        return lowered, cases, _NONE
    marked = "^" + lowered
    for ending, base, held, strength in _TABLES[gender]:
        if held & cases and marked.endswith(ending):
            stem = marked[1 : len(marked) - len(ending)]
            soft = ending == "и" and base == "а" and not ukrainian and stem[-1:] not in "гкхжчшщ"
            if ending[0] == "^" or (_fits(stem, base) and not soft):
                return stem + base, held & cases, strength
    return lowered, cases, _NONE if lowered.endswith(("ко", "о", "ых", "их", "и", "е", "э", "у", "ю")) else 0.5


def _fits(stem: str, base: str) -> bool:
    """Whether a stem can take an ending: no vowel before a bare noun's end, and no soft sign twice."""
    if len(stem) < 2:
        return False
    if not base:
        return stem[-1] not in _VOWELS and stem[-1] not in "ьй'"
    if base == "ь":
        return stem[-1] in "лнрдтсзц"
    if base == "а":
        return stem[-1] not in _VOWELS and stem[-1] not in "ьй"
    if base == "я":
        return stem[-1] in "лнрдтсзь" or stem[-1] in _VOWELS
    return True


@lru_cache(maxsize=65536)
def as_nominative(word: str, gender: str) -> float:
    """How well a family name, as it is written, stands in the nominative of a gender."""
    lowered = word.lower().rpartition("-")[2]
    if lowered.endswith(_ALWAYS_OBLIQUE) and not lowered.endswith(("нский", "ский")):
        return 0.0
    if gender == "f":
        if lowered.endswith(_WOMANS):
            return _SUFFIX
        return 0.3 if lowered.endswith((*_MANS, "ою", "ы", "ої", "ую")) else 2.0
    if lowered.endswith(_MANS):
        return _SUFFIX
    if lowered.endswith(_WOMANS):
        return 0.8 if lowered.endswith("ина") else 0.2
    return 0.3 if lowered.endswith(("ою", "ы", "ої", "ую", "ом", "ем")) else _NOUN


@lru_cache(maxsize=65536)
def alone(word: str) -> str:
    """The nominative, in small letters, of a family name without a given name beside it; a man's where it can be."""
    lowered = word.lower()
    if "-" in lowered:
        return "-".join(alone(part) for part in lowered.split("-"))
    for ending, base, _, strength in _TABLES["m"]:
        if strength == _SUFFIX and lowered.endswith(ending) and len(lowered) >= len(ending) + 2:
            return lowered[: len(lowered) - len(ending)] + base
    for ending, base, _, strength in _TABLES["f"]:
        if strength == _SUFFIX and lowered.endswith(ending) and len(lowered) >= len(ending) + 2:
            return lowered[: len(lowered) - len(ending)] + base
    return lowered


OBLIQUE = ALL & ~NOMINATIVE
