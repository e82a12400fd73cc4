"""Numbers of companies and taxpayers: INN, OGRN, KPP (Russia), USCC (China), EDRPOU (Ukraine), with check digits."""

from __future__ import annotations

import re

from corrobora.mentions.calendar_words import even
from corrobora.mentions.kind import Kind, mention, without_overlaps
from corrobora.model.mention import Mention, MentionType

_GAP = r"[\s:№#.)\-–—]{0,6}(?:(?:code|код|номер|no\.?)[\s:№]{0,3})?"
_INN = re.compile(rf"(?:ИНН|INN|TIN)(?:\s?/\s?КПП|\s?/\s?KPP)?{_GAP}(?P<n>\d{{12}}|\d{{10}})(?!\d)", re.IGNORECASE)
_KPP = re.compile(
    rf"(?:ИНН\s?/\s?КПП{_GAP}\d{{10}}\s?/\s?|КПП{_GAP}|KPP{_GAP})(?P<n>\d{{4}}[0-9A-Z]{{2}}\d{{3}})(?!\d)",
    re.IGNORECASE,
)
_OGRN = re.compile(rf"(?:ОГРН(?:ИП)?|OGRN(?:IP)?|PSRN){_GAP}(?P<n>\d{{15}}|\d{{13}})(?!\d)", re.IGNORECASE)
_BARE_OGRN = re.compile(r"(?<![\dA-Za-zА-Яа-я./-])(?P<n>[15]\d{12})(?![\dA-Za-zА-Яа-я/]|[.,-]\d)")
_EDRPOU = re.compile(rf"(?:ЄДРПОУ|ЕДРПОУ|ЕГРПОУ|EDRPOU|ЄДР){_GAP}(?P<n>\d{{8}})(?!\d)", re.IGNORECASE)
_USCC = re.compile(r"(?<![0-9A-Za-z])(?P<n>[0-9A-HJ-NP-RT-UW-Y]{2}\d{6}[0-9A-HJ-NP-RT-UW-Y]{10})(?![0-9A-Za-z])")
_USCC_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def _digit(number: str, weights: tuple[int, ...]) -> int:
    return sum(int(sign) * weight for sign, weight in zip(number, weights, strict=False)) % 11 % 10


def is_inn(number: str) -> bool:
    """Whether the check digits of a Russian taxpayer number hold (tax service order ММВ-7-6/435: weights mod 11).

    Example:
        >>> is_inn("7707083893")
        True
    """
    if not number.isascii() or not number.isdigit() or len(number) not in (10, 12) or not int(number):
        return False
    first = (2, 4, 10, 3, 5, 9, 4, 6, 8)
    if len(number) == 10:
        return _digit(number, first) == int(number[9])
    return _digit(number, (7, *first)) == int(number[10]) and _digit(number, (3, 7, *first)) == int(number[11])


def is_ogrn(number: str) -> bool:
    """Whether the check digit of a Russian registration number holds (decree 438 of 2002: mod 11, OGRNIP 13)."""
    if not number.isascii() or not number.isdigit() or len(number) not in (13, 15) or number[0] == "0":
        return False
    modulus = 11 if len(number) == 13 else 13
    return int(number[:-1]) % modulus % 10 == int(number[-1])


def is_uscc(number: str) -> bool:
    """Whether the check sign of a Chinese unified social credit code holds (GB 32100-2015: weights 3^i mod 31)."""
    if len(number) != 18 or any(sign not in _USCC_SIGNS for sign in number):
        return False
    total = sum(_USCC_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(number[:17]))
    return _USCC_SIGNS[(31 - total % 31) % 31] == number[17]


def is_edrpou(number: str) -> bool:
    """Whether the check digit of a Ukrainian company code holds (weights 1-7; 7 and 1-6 from 30 to 60 million)."""
    if not number.isascii() or not number.isdigit() or len(number) != 8:
        return False
    weights = (7, 1, 2, 3, 4, 5, 6) if 30_000_000 < int(number) < 60_000_000 else (1, 2, 3, 4, 5, 6, 7)
    digits = [int(sign) for sign in number]
    check = sum(d * w for d, w in zip(digits, weights, strict=False)) % 11
    if check == 10:
        check = sum(d * (w + 2) for d, w in zip(digits, weights, strict=False)) % 11 % 10
    return check == digits[7]


def find_taxpayers(text: str) -> list[Mention]:
    """INN, OGRN, USCC and EDRPOU numbers of a text; one whose check digit fails has confidence 0.4.

    INN and EDRPOU count only beside their label: too many other numbers have ten or eight figures.
    """
    plain, found = even(text), []
    labelled = (
        (_INN, MentionType.INN, is_inn),
        (_OGRN, MentionType.OGRN, is_ogrn),
        (_EDRPOU, MentionType.EDRPOU, is_edrpou),
    )
    for pattern, type_, is_right in labelled:
        for match in pattern.finditer(plain):
            sure = 1.0 if is_right(match["n"]) else 0.4
            found.append(mention(text, match.span("n"), type_, match["n"], "taxpayers", sure))
    for match in _USCC.finditer(plain):
        if is_uscc(match["n"]):
            found.append(mention(text, match.span("n"), MentionType.USCC, match["n"], "taxpayers"))
    for match in _BARE_OGRN.finditer(plain):
        if is_ogrn(match["n"]):
            found.append(mention(text, match.span("n"), MentionType.OGRN, match["n"], "taxpayers", 0.8))
    return without_overlaps(found)


def find_kpp(text: str) -> list[tuple[int, int, str]]:
    """(start, end, number) of every KPP (reason code of a Russian registration) beside its label."""
    return [(*match.span("n"), match["n"]) for match in _KPP.finditer(even(text))]


KIND = Kind(
    "taxpayers",
    "Numbers of companies and taxpayers, with check digits",
    (MentionType.INN, MentionType.OGRN, MentionType.USCC, MentionType.EDRPOU),
    find_taxpayers,
)
