"""Words by which a contract calls its parties: they stand for somebody within one paper, and for nobody outside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corrobora.names.hanzi import simplified
from corrobora.names.organizations import has_legal_form, organization_form
from corrobora.names.tables import table_lines
from corrobora.names.text import clean, script

_OTHER = "other"
_BESIDE = re.compile(
    r"\b(?:[12]|[iv]{1,2}|[абвab]|one|two|first|second|перв\w+|втор\w+|перш\w+|друг\w+|the|an?|"
    r"генеральн\w+|конечн\w+|кінцев\w+|end|final|general|main|sole|exclusive)\b"
)


@dataclass(frozen=True, slots=True)
class _Words:
    """The table, ready to look words up in: beginnings of Slavic words, the longest first, and whole words."""

    stems: tuple[tuple[str, str], ...]
    english: dict[str, str]
    chinese: dict[str, str]

    def role(self, word: str) -> str:
        """The role of a word, "other" for one of general use, or ""."""
        if word.isascii():
            return self.english.get(word, self.english.get(word.removesuffix("s"), ""))
        return next((role for stem, role in self.stems if word.startswith(stem) and len(word) - len(stem) <= 6), "")


@lru_cache(maxsize=1)
def _words() -> _Words:
    stems: list[tuple[str, str]] = []
    english: dict[str, str] = {}
    chinese: dict[str, str] = {}
    for role, slavic, latin, han in table_lines("roles.tsv"):
        stems += [(stem, role) for stem in slavic.split() if stem != "-"]
        english.update((word, role) for word in latin.split() if word not in english)
        chinese.update((word, role) for word in han.split() if word not in chinese)
    return _Words(tuple(sorted(stems, key=lambda one: -len(one[0]))), english, chinese)


@lru_cache(maxsize=16384)
def role_of_party(text: str) -> str:
    """The role in a contract that a word names, in English, or "".

    Example:
        >>> [role_of_party(word) for word in ("«Заказчиком»", "甲方", "Покупець", "ООО «Берег»")]
        ['buyer', 'party a', 'buyer', '']
    """
    word = _bare(text)
    if script(word) == "Han":
        found = {_words().chinese.get(simplified(word).replace(" ", ""), "")}
    else:
        found = {_words().role(part) for part in _parts(word)}
    return found.pop() if len(found) == 1 and found.isdisjoint({"-", _OTHER}) else ""


def _bare(text: str) -> str:
    return clean(re.sub(r"[«»\"“”„‘’'()（）\[\]]", " ", text)).lower().strip(" .,:;-")


def _parts(word: str) -> list[str]:
    return [part for part in re.split(r"[\s\-]+", _BESIDE.sub(" ", word)) if part]


@lru_cache(maxsize=16384)
def is_role(text: str) -> bool:
    """Whether a word can stand for anybody: a role in a contract, a kind of institution, the contract itself.

    Example:
        >>> [is_role(word) for word in ("Покупатель", "Общество", "乙方", "the Company", "Тёплый берег", "远航")]
        [True, True, True, True, False, False]
    """
    word = _bare(text)
    if not word or role_of_party(word):
        return True
    form = organization_form(text)
    named = bool(form.brands or form.numbers)
    if script(word) == "Han":
        sign = simplified(word).replace(" ", "")
        # whoever is called by a few signs and the one for "side" is a side
        return sign in _words().chinese or (len(sign) <= 4 and (not named or sign.endswith("方")))
    if has_legal_form(text) and form.plain:
        return False
    parts = _parts(word)
    return all(_words().role(part) for part in parts) or (not named and len(parts) < 2)
