"""What a record kind knows of its columns: the words of headers and the shapes of values, with what each is worth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corrobora.model.records import RecordKind
from corrobora.records import vocabulary

SHAPE_WORTH: dict[str, float] = {
    # in nats: how much a column full of this shape says; checked numbers most, plain text nothing
    "time": 4.0,
    "year": 2.0,
    "integer": 0.5,
    "digits": 0.3,
    "number": 0.8,
    "decimal": 1.5,
    "percent": 3.0,
    "passport": 2.6,
    "iata": 3.0,
    "icao": 1.5,
    "route": 5.0,
    "flight": 4.0,
    "train": 2.0,
    "pnr": 3.0,
    "tail": 4.5,
    "seat": 3.5,
    "hs": 2.6,
    "activity": 3.5,
    "case": 5.5,
    "declaration": 6.0,
    "currency_code": 5.0,
    "phone": 2.5,
    "email": 7.0,
    "url": 6.5,
    "coordinate": 2.5,
    "uuid": 4.0,
    "code": 1.2,
    "upper_code": 1.0,
    "address": 3.0,
    "han": 0.1,
    "cyrillic": 0.1,
    "capitalised": 0.5,
    "sex": 4.0,
    "date": 3.0,
    "datetime": 4.0,
    "partial_date": 1.5,
    "court": 4.0,
    "person": 2.5,
    "patronymic": 4.5,
    "organization": 3.5,
    "inn": 5.5,
    "ogrn": 6.0,
    "edrpou": 4.5,
    "uscc": 7.0,
    "imo": 5.5,
    "country": 5.5,
    "country_code": 3.0,
    "direction": 5.0,
    "currency": 4.0,
    "sex_word": 4.5,
    "place_han": 3.0,
    "text": 0.0,
    "long_text": 1.5,
    "title": 3.0,
    "family": 2.5,
    "given": 4.0,
    "slug": 1.5,
    "country_codes": 6.0,
    "births": 5.0,
    "events": 3.2,
    "recent": 0.0,
    "unique": 0.0,
    "repeated": 0.0,
}

_CAMEL = re.compile(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])")
_SPLIT = re.compile(r"[\W_]+")
# Units beside the name of a measure say nothing about which measure it is.
_UNITS = vocabulary.words("units")
# As the head of a header these words decide, however long the rest is.
_HEADS = frozenset(("id", "date", "дата", "country", "amount", "сума", "сумма", "url", "email", "phone", "телефон"))


@dataclass(frozen=True, slots=True)
class Field:
    """One property as columns show it.

    Attributes:
        property: a property of the kind, or a general word.
        headers: words and phrases of headers, separated by "|". A word ending in "*" matches by its beginning.
        shapes: shapes its cells may have, separated by spaces; "text" for anything. None of them counts against.
        parser: how its cells are read ("date" becomes the form that the column uses).
        weak: the header words alone say little ("name", "code").
        bare: may be told by values alone, without a header.
        named: told by a header only.
        many: several columns of a table may be it.
        against: a shape that speaks against it, whatever the header says.
    """

    property: str
    headers: str
    shapes: str = "text"
    parser: str = "text"
    weak: bool = False
    bare: bool = True
    many: bool = False
    named: bool = False
    against: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A record kind: what its tables hold and which columns make one.

    Attributes:
        kind: the record kind.
        title: one line that a reporter can read.
        fields: what its columns may be.
        needs: groups of properties ("date", "number|from|to"); one of each group must be there.
        leftover: the property of a text that no header names.
        hints: words in file, sheet or column names that speak for it, separated by "|".
    """

    kind: RecordKind
    title: str
    fields: tuple[Field, ...]
    needs: tuple[str, ...]
    hints: str = ""
    leftover: str = ""

    @property
    def name(self) -> str:
        """The name it is registered under."""
        return self.kind.value


@lru_cache(maxsize=16384)
def header_words(header: str) -> tuple[str, ...]:
    """A header as lower-case words: `birthDate`, `дата_рожд.`, `ИНН ответчика` alike."""
    segments = header.split(".")
    if len(segments) > 1 and min(map(len, segments)) > 2 and _is_cyrillic(header.lower()):
        # the path of a nested value: what it is stands last
        header = " ".join(reversed(segments))
    text = _CAMEL.sub(" ", header).lower().replace("ё", "е").replace("№", " № ").replace("’", "'").replace("'", "")
    words = tuple(_SPLIT.sub(" ", text.replace("№", "numsign").replace("%", " percent ")).split())
    told = tuple(word for word in words if word not in _UNITS)
    return told or words


@lru_cache(maxsize=262144)
def phrase_score(phrase: str, header: str) -> float:
    """How well a phrase says what a header says: 0 (not at all) to 1 (they are the same words).

    A header is what its head is: the last word in English and German, the first in Russian and Ukrainian, the end
    of the string in Chinese. `filer_org_name_id` is an id, `Дата рождения ребёнка` a date; other words only qualify.
    """
    words = header_words(header)
    if not words or not phrase:
        return 0.0
    if any("一" <= char <= "鿿" for char in phrase):
        return _han_score(phrase.rstrip("*"), "".join(words))
    wanted = header_words_of_phrase(phrase)
    for start in range(len(words) - len(wanted) + 1):
        if all(_fits(want, words[start + offset]) for offset, want in enumerate(wanted)):
            covered = sum(len(words[start + offset]) for offset in range(len(wanted))) / sum(map(len, words))
            has_head = start == 0 if _is_cyrillic(words[0]) else start + len(wanted) == len(words)
            least = 0.75 if phrase in _HEADS else 0.45
            return covered if covered == 1.0 else max(least, 0.45 + 0.5 * covered) if has_head else 0.4 * covered
    return 0.0


def _han_score(bare: str, joined: str) -> float:
    if bare not in joined:
        return 0.0
    covered = len(bare) / len(joined)
    return covered if covered == 1.0 else 0.45 + 0.5 * covered if joined.endswith(bare) else 0.4 * covered


def _is_cyrillic(word: str) -> bool:
    return "а" <= word[0] <= "ї"


@lru_cache(maxsize=16384)
def header_words_of_phrase(phrase: str) -> tuple[str, ...]:
    """The words of a phrase of the vocabulary, each with its star."""
    return tuple(phrase.replace("№", "numsign").replace("%", "percent").replace("'", "").replace("ё", "е").split())


def _fits(want: str, word: str) -> bool:
    return word.startswith(want[:-1]) if want.endswith("*") else word == want


def header_match(field: Field, header: str) -> float:
    """The best cover of a header by the phrases of a field, 0 to 1.

    Of stacked headers the lowest tells what a column is; the ones above only where that one says nothing.
    """
    if " / " in header:
        lowest = header_match(field, header.rsplit(" / ", 1)[1])
        if lowest >= 0.45:
            return lowest
    phrases = field.headers.split("|")
    best = max((phrase_score(phrase, header) for phrase in phrases), default=0.0)
    if best < 0.45 and header.isascii():
        # `data_rozhdeniya`, `FIO`: Russian and Ukrainian words in Latin letters
        bones = skeleton(header)
        spelt = [phrase for phrase in phrases if _is_cyrillic(phrase) and not phrase.endswith("*")]
        best = max([best, *(0.99 for phrase in spelt if skeleton(phrase) == bones and len(bones) > 2)])
    return best


_LATIN, _SPELLINGS = vocabulary.pairs("cyrillic_in_latin"), tuple(vocabulary.pairs("latin_spellings").items())


@lru_cache(maxsize=16384)
def skeleton(text: str) -> str:
    """One Latin form for a Cyrillic phrase and for all usual ways to spell it in Latin letters.

    Example:
        >>> skeleton("Дата рождения") == skeleton("data_rozhdeniya") == skeleton("Data rozhdenija")
        True
    """
    words = " ".join(header_words(text))
    latin = "".join(_LATIN.get(char, char) for char in words)
    for way, one in _SPELLINGS:
        latin = latin.replace(way, one)
    return latin
