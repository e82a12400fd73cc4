"""East Slavic names in Latin letters by the systems that papers of several countries and years use.

Facts: ICAO Doc 9303; BGN/PCGN 1947; GOST 7.79-2000 system B; ISO/R 9 as scholars write it; the usage of the German
Duden; French usage, as in Soviet passports; decree 55 of Ukraine's government, 2010. Signs for ъ and ь are left out.
"""

from __future__ import annotations

_COMMON = dict(zip("абвгдезиклмнопрстуфы", "abvgdeziklmnoprstufy", strict=True)) | {
    "ъ": "", "ь": "", "'": "", "э": "e", "і": "i", "ї": "i", "ґ": "g", "ў": "u", "є": "ie", "ё": "e",
}  # fmt: skip


def _table(signs: str) -> dict[str, str]:
    """The common letters and, as "жzh йi", those of one system."""
    return _COMMON | {pair[0]: pair[1:] for pair in signs.split()}


_RUSSIAN = {
    "bgn": _table("жzh йy хkh цts чch шsh щshch юyu яya ёyo єye"),
    "gost 7.79": _table("жzh йj хx цcz чch шsh щshh юyu яya ёyo"),
    "scholarly": _table("жž йj хch цc чč шš щšč юju яja ёë эè"),
    "german": _table("вw жsch зs йi хch цz чtsch шsch щschtsch юju яja ёjo"),
    "french": _table("жj йi уou хkh цts чtch шch щchtch юiou яia ёio"),
}
_UKRAINIAN = {
    "ukrainian passport": _table("гh ґg єie жzh иy йi хkh цts чch шsh щshch юiu яia"),
    "scholarly": _table("гh єje жž иy їji йj хch цc чč шš щšč юju яja"),
}
_AT_THE_START = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_VOWELS = "аеёиоуыэюяъьії"


def spellings(word: str, ukrainian: bool) -> dict[str, str]:
    """System -> the word in it.

    Example:
        >>> spellings("Щербаков", False)["german"], spellings("Юрій", True)["ukrainian passport"]
        ('Schtscherbakow', 'Yurii')
    """
    systems = _UKRAINIAN if ukrainian else _RUSSIAN
    return {system: _written(word.lower(), system, table) for system, table in systems.items()}


def _written(word: str, system: str, table: dict[str, str]) -> str:
    out = ""
    for place, sign in enumerate(word):
        before = word[place - 1] if place else ""
        letters = table.get(sign, sign)
        if system == "ukrainian passport":
            letters = _AT_THE_START.get(sign, letters) if not before.isalpha() else letters
            letters = "gh" if sign == "г" and before == "з" else letters
        elif system == "bgn" and sign == "е" and (not before.isalpha() or before in _VOWELS):
            letters = "ye"
        elif system == "gost 7.79" and sign == "ц" and word[place + 1 : place + 2] in ("и", "е", "й", "ы"):
            letters = "c"
        out += letters
    return "-".join(part.capitalize() for part in out.split("-"))
