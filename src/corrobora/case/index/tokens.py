"""One way to cut text into words, for the index, the query and the highlighting alike.

Words are casefolded, ё becomes е, combining accents go (but й stays й). A Chinese character is a word of its own, so
that a phrase of neighbouring characters is a search inside a run of them: it finds names of two characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = re.compile(rf"[{HAN}]|[^\W_{HAN}]+")
_CYRILLIC = re.compile("[а-яіїєґ]")
_SHORT_I = str.maketrans({"й": "\ue000", "ї": "\ue001", "ґ": "\ue002"})
_SHORT_I_BACK = str.maketrans({"\ue000": "й", "\ue001": "ї", "\ue002": "ґ"})
_stemmers = {"ru": snowballstemmer.stemmer("russian"), "en": snowballstemmer.stemmer("english")}


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: its normalised form and where it stands (code points)."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=200_000)
def normal(word: str) -> str:
    """The form under which a word is indexed."""
    folded = unicodedata.normalize("NFKC", word).casefold().replace("ё", "е").translate(_SHORT_I)
    bare = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare).translate(_SHORT_I_BACK)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a normalised word; numbers, short words and Chinese characters are their own."""
    if len(word) < 4 or not word.isalpha():
        return word
    return str(_stemmers["ru" if _CYRILLIC.search(word) else "en"].stemWord(word))


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in order."""
    for found in _TOKEN.finditer(text):
        yield Token(normal(found.group()), found.start(), found.end())


def words(text: str) -> list[str]:
    """The normalised words of a text in order, without their places."""
    return list(map(normal, _TOKEN.findall(text)))
