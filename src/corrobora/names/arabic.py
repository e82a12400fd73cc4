"""Arabic and Persian letters in Latin, as far as comparing names needs: the short vowels are not written."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ب": "b", "پ": "p", "ت": "t", "ث": "th", "ج": "j", "چ": "ch",
    "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "d",
    "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ک": "k", "گ": "g", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "ة": "a", "ۀ": "e", "و": "u", "ؤ": "u", "ي": "i", "ی": "i", "ى": "a", "ئ": "i", "ء": "",
}  # fmt: skip
_FORMS = range(0xFB50, 0xFEFF)
_SAME = (("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "S"), ("zh", "Z"), ("ch", "S"), ("ph", "f"))


def is_arabic(text: str) -> bool:
    """Whether a word holds an Arabic letter."""
    return any(0x0600 <= ord(sign) <= 0x06FF or ord(sign) in _FORMS for sign in text)


@lru_cache(maxsize=65536)
def from_arabic(word: str) -> str:
    """A word in Arabic letters in Latin ones, without the article.

    Example:
        >>> from_arabic("الحسن")
        'hsn'
    """
    plain = unicodedata.normalize("NFKC", word)
    if plain.startswith("ال") and len(plain) > 4:
        plain = plain[2:]
    return "".join(_LETTERS.get(sign, "") for sign in plain)


@lru_cache(maxsize=65536)
def consonants(word: str) -> str:
    """The consonants of a word in Latin or Arabic letters, with what the systems mix up taken together."""
    letters = from_arabic(word) if is_arabic(word) else word.lower()
    for run, sign in _SAME:
        letters = letters.replace(run, sign)
    for sign, other in (("q", "k"), ("c", "k"), ("g", "j"), ("p", "b"), ("v", "u"), ("w", "u")):
        letters = letters.replace(sign, other)
    kept = [sign for sign in letters if sign.isascii() and sign.isalpha() and sign not in "aeiouy"]
    return "".join(sign for place, sign in enumerate(kept) if not place or kept[place - 1] != sign)
