"""Capitals as ordinary writing, letter for letter, so that models of running text can read letterheads and lists."""

from __future__ import annotations

import re
from collections.abc import Callable

_WORD = re.compile(r"[A-Za-zА-Яа-яЁёІіЇїЄєҐґ'’ʼ]+")
_VOWEL = re.compile(r"[АЕЁИОУЫЭЮЯІЇЄAEIOUY]")


def recase(
    text: str,
    is_common: Callable[[str], bool],
    is_name: Callable[[str], bool],
    is_pair: Callable[[str], bool] | None = None,
    is_given: Callable[[str], bool] | None = None,
) -> str:
    """The text with words in capitals written small, or with a capital first letter where they may be names.

    Args:
        text: of any length; the result has the same.
        is_common: whether a word is an ordinary one of the language.
        is_name: whether a word is known as a name of a person.
        is_pair: whether two or three words together are a name whose words nobody knows one by one (a Chinese one).
        is_given: whether a word is a given name or patronymic: beside a mere surname a word in capitals is an
            abbreviation ("президент ФИДЕ Петров"). All names of people when not given.
    """
    if is_pair is not None:
        text = _pairs(text, is_pair)
    return "".join(_line(line, is_common, is_name, is_given or is_name) for line in text.splitlines(keepends=True))


# Legal forms and labels that stay in capitals.
KEPT = frozenset(
    [
        "ООО",
        "ОАО",
        "ЗАО",
        "ПАО",
        "НАО",
        "АО",
        "ФГУП",
        "ГУП",
        "МУП",
        "АНО",
        "НКО",
        "НПО",
        "НПП",
        "НПЦ",
        "ОКБ",
        "ЦКБ",
        "КБ",
        "НИИ",
        "ЦНИИ",
        "ГК",
        "ИП",
        "ИНН",
        "КПП",
        "ОГРН",
        "БИК",
        "МИД",
        "МВД",
        "ФСБ",
        "РФ",
        "КНР",
        "США",
        "СССР",
        "ТОВ",
        "ПАТ",
        "ПРАТ",
        "ВАТ",
        "ЗАТ",
        "АТ",
        "ДП",
        "КП",
        "ФОП",
        "ЄДРПОУ",
        "МФО",
        "СБУ",
        "ЗСУ",
        "LLC",
        "LTD",
        "INC",
        "JSC",
        "OJSC",
        "PJSC",
        "GMBH",
        "PLC",
        "USA",
        "PRC",
        "UAE",
        "INN",
        "VAT",
        "HS",
    ]
)
_PAIR = re.compile(r"(?<![\w-])(?=(?P<p>[А-ЯЁІЇЄҐ]{1,7}[ \t][А-ЯЁІЇЄҐ]{2,12}(?:[ \t][А-ЯЁІЇЄҐ]{2,6})?)(?![\w-]))")


def _pairs(text: str, is_pair: Callable[[str], bool]) -> str:
    """The text with the names of several words in capitals written as names."""
    mended, free = list(text), 0
    for match in _PAIR.finditer(text):
        start = match.start()
        if start < free:
            continue
        words = match["p"].split()
        for size in range(len(words), 1, -1):
            end = start + len(" ".join(words[:size]))
            name = text[start:end].title()
            if is_pair(name) and len(name) == end - start:
                mended[start:end] = name
                free = end
                break
    return "".join(mended)


def _line(
    line: str, is_common: Callable[[str], bool], is_name: Callable[[str], bool], is_given: Callable[[str], bool]
) -> str:
    words = list(_WORD.finditer(line))
    capitals = [m for m in words if len(m[0]) > 2 and m[0].isupper()]
    if not capitals:
        return line
    small = sum(1 for m in words if len(m[0]) > 2 and not m[0].isupper() and not m[0].istitle())
    whole = small == 0 and (len(capitals) > 1 or len(words) == 1)
    mended = list(line)
    for match in words if whole else capitals:
        word = match[0]
        if not word.isupper() or len(word) < 2:
            continue
        quoted = line[match.start() - 1 : match.start()] in set('«“„"')
        new = _whole_line(word, is_common, quoted) if whole else _alone(word, is_name, is_given, line, match)
        if len(new) == len(word):
            mended[match.start() : match.end()] = new
    return "".join(mended)


def _whole_line(word: str, is_common: Callable[[str], bool], quoted: bool) -> str:
    if word in KEPT:
        return word
    if is_common(word):
        return word[0] + word[1:].lower() if quoted else word.lower()
    if not _VOWEL.search(word) or len(word) < 2:
        return word
    return word[0] + word[1:].lower()


def _alone(
    word: str, is_name: Callable[[str], bool], is_given: Callable[[str], bool], line: str, match: re.Match[str]
) -> str:
    """A word in capitals among others: only a surname beside a given name or initials is written so."""
    if not _VOWEL.search(word):
        return word
    after = re.match(r",?\s+(?:[A-ZА-ЯЁІЇЄҐ][a-zа-яёіїєґ'’]+|[A-ZА-ЯЁІЇЄҐ]\.)", line[match.end() :])
    before = re.search(r"(?:[A-ZА-ЯЁІЇЄҐ][a-zа-яёіїєґ'’]+|[A-ZА-ЯЁІЇЄҐ]\.)\s+$", line[: match.start()])
    if is_name(word) or (len(word) > 3 and (after or before) and _beside_name(after or before, is_given)):
        return word[0] + word[1:].lower()
    return word


def _beside_name(neighbour: re.Match[str] | None, is_given: Callable[[str], bool]) -> bool:
    word = neighbour[0].strip(" ,") if neighbour else ""
    return word.endswith(".") or is_given(word)
