"""Written forms before any language is known: scripts, folding, tokens."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼʹ`´ʻ′＇"), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－"), "-")
_MARKS = (
    _APOSTROPHES
    | _DASHES
    | {ord("·"): " ", ord("•"): " ", ord("・"): " ", ord("，"): ",", ord("．"): ".", ord("ĸ"): "к"}
)
# Letters of one alphabet that look like letters of another: typists and optical readers mix them within one word.
_CYRILLIC_TWINS = str.maketrans("aceiopxykmtbhABCEHIKMOPTXY", "асеіорхукмтвнАВСЕНІКМОРТХУ")
_LATIN_TWINS = str.maketrans("асеіорхуАВСЕНІКМОРТХУ", "aceiopxyABCEHIKMOPTXY")
_WORD = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*['.]?|\d+")
_BRACKETS = re.compile(r"[(\[（【][^)\]）】]*[)\]）】]")
# Small letters only: Юй Или (Yu Yili) is one name.
_ALIAS = re.compile(
    r"\s+(?:a\.?k\.?a\.?|aka|он же|она же|также известн\w*|/|(?-i:or|або|или)(?=\s))\s*", re.IGNORECASE
)


@lru_cache(maxsize=262144)
def script(text: str) -> str:
    """The script most of the letters are written in.

    Returns:
        "Han", "Cyrl", "Latn", or "Zyyy" where there is no letter of these.

    Example:
        >>> script("Ван Минлян")
        'Cyrl'
    """
    if text.isascii():
        return "Latn" if any(sign.isalpha() for sign in text) else "Zyyy"
    counts = {
        "Han": 2 * len(_HAN.findall(text)),
        "Cyrl": len(_CYRILLIC.findall(text)),
        "Latn": len(_LATIN.findall(text)),
    }
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else "Zyyy"


_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# No name is longer; what is comes from a broken table, and costs grow with the square of the length.
_LONGEST_FORM = 400
# Names that lost the blank between them; McDonald and DeLuca keep their capitals, so Latin is left alone.
_GLUED = re.compile("(?<=[а-яёіїєґў]{2})(?=[А-ЯЁІЇЄҐЎ][а-яёіїєґў]{2})")
_ODD = re.compile(r"[^A-Za-z\u0400-\u045f\u3400-\u9fff ,.'\-]")


@lru_cache(maxsize=262144)
def clean(text: str) -> str:
    """The form with one kind of apostrophe, dash and blank, in NFC, without brackets or control characters."""
    text = text[:_LONGEST_FORM]
    if not _ODD.search(text):
        if _GLUED.search(text):
            text = _GLUED.sub(" ", text)
        return " ".join(text.split())
    folded = unicodedata.normalize("NFC", text.translate(_MARKS))
    folded = unicodedata.normalize("NFC", "".join(_plain(sign) for sign in folded))
    folded = _GLUED.sub(" ", _BRACKETS.sub(" ", folded))
    return " ".join(folded.split())


def _plain(sign: str) -> str:
    code = ord(sign)
    if code < 0x80 and code >= 0x20:
        return sign
    if 0xFF01 <= code <= 0xFF5E:
        return chr(code - 0xFEE0)
    category = unicodedata.category(sign)
    if category == "Cf":
        # Soft hyphens, joiners and marks of direction stand within words.
        return ""
    return " " if category[0] in "ZC" else sign


def first_alias(text: str) -> str:
    """The first of several spellings that one field holds ("… / …", "… a.k.a. …")."""
    return aliases(text)[0]


@lru_cache(maxsize=262144)
def aliases(text: str) -> tuple[str, ...]:
    """The spellings that one field holds, at least one."""
    folded = clean(text)
    if not _ALIAS_SIGN.search(folded):
        return (folded,)
    return tuple(part.strip() for part in _ALIAS.split(folded) if part.strip()) or (folded,)


def mend_twins(word: str) -> str:
    """A word with the letters of a twin alphabet put right: by the letters that have no twin, else by the majority."""
    cyrillic = [sign for sign in word if "\u0400" <= sign <= "\u052f"]
    latin = [sign for sign in word if sign.isascii() and sign.isalpha()]
    if not cyrillic or not latin:
        return word
    own, foreign = any(ord(one) not in _LATIN_TWINS for one in cyrillic), any(
        ord(one) not in _CYRILLIC_TWINS for one in latin
    )
    to_cyrillic = own if own != foreign else len(cyrillic) >= len(latin)
    return word.translate(_CYRILLIC_TWINS if to_cyrillic else _LATIN_TWINS)


def words(text: str) -> list[str]:
    """The words of a cleaned form, each with its inner hyphens and apostrophes and its full stop."""
    found = _WORD.findall(text)
    if text.isascii() or not _LATIN.search(text) or not _CYRILLIC.search(text):
        return found
    found = [mend_twins(word) for word in found]
    strange = [word for word in found if word.isascii() and not word.isdigit()]
    if all(ord(sign) in _CYRILLIC_TWINS for word in strange for sign in word if sign.isalpha()):
        # "Петров A.B.": initials typed on the other keyboard
        return [word.translate(_CYRILLIC_TWINS) if word.isascii() else word for word in found]
    return found


_ALIAS_SIGN = re.compile(r"/|a\.?k\.?a|\b(?:(?-i:or|або|или)|он|она|также|також)\b", re.IGNORECASE)


@lru_cache(maxsize=262144)
def ascii_letters(word: str) -> str:
    """A Latin word in lower case without diacritics; `v` stands for ü only where a tone or an l or n asks for it."""
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    decomposed = unicodedata.normalize("NFD", lowered)
    out: list[str] = []
    for sign in decomposed:
        if sign == "\u0308" and out and out[-1] == "u":
            out[-1] = "v"
        elif not unicodedata.combining(sign):
            out.append(_SPECIAL.get(sign, sign))
    return "".join(out)


_SPECIAL = {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d", "ŧ": "t"}
