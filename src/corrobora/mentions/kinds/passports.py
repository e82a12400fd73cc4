"""Passport numbers: by their form (Chinese) or beside their label (all others)."""

from __future__ import annotations

import re

from corrobora.mentions.calendar_words import even
from corrobora.mentions.kind import Kind, mention, without_overlaps
from corrobora.model.mention import Mention, MentionType

_CHINESE = re.compile(r"(?<![0-9A-Za-z])(?P<n>(?:E[A-HJ-NP-Z]\d{7}|[EGDSP]\s?\d{8}|[DSP]E\d{7}))(?![0-9A-Za-z])")
_LABEL = (
    r"(?:(?:загран\w*\s*)?(?:паспорт\w{0,3}|пасп\.)(?:\s+гражданина\s+[А-ЯЁІЇЄҐ]\S+(?:\s[А-ЯЁІЇЄҐ]\S+)?)?|passport|"
    r"护照(?:号码|编号|号)?|documento?|document\s+no\.?)"
)
_LABELLED = re.compile(
    rf"{_LABEL}(?:\s*\([^()]{{1,20}}\))?[\s:：,.]{{0,4}}(?:(?:сери[яїи]|серія|series|номер|number|no\.?|nr\.?|№|#|РФ"
    rf"|КНР|PRC|України)[\s:№.]{{0,4}}){{0,3}}"
    r"(?P<n>[A-ZА-ЯЁІЇЄ]{2}\s?№?\s?\d{6,7}|[A-Z]{1,2}\s?\d{7,8}|\d{2}\s?\d{2}\s?(?:№|номер|N)?\s?\d{6}|"
    r"\d{2}\s?(?:№|N)?\s?\d{7}|\d{9})(?![0-9A-Za-zА-Яа-я])",
    re.IGNORECASE,
)
_TWINS = str.maketrans("АВЕКМНОРСТХІ", "ABEKMHOPCTXI")


def normal_passport(written: str) -> str:
    """A passport number without spaces and signs, capitals; Cyrillic twins of Latin letters stay Cyrillic unless mixed.

    Example:
        >>> normal_passport("75 № 1234567")
        '751234567'
    """
    compact = re.sub(r"[\s№#-]|номер", "", even(written), flags=re.IGNORECASE).upper()
    letters = re.match(r"[^\d]*", compact)[0]  # type: ignore[index]
    if len(letters) == 1 and letters in "ЕС":
        compact = compact.translate(_TWINS)
    return compact


def find_passports(text: str) -> list[Mention]:
    """Passport numbers of a text, value without spaces ("E12345678", "751234567")."""
    plain = even(text)
    found = [
        mention(text, m.span("n"), MentionType.PASSPORT, normal_passport(m["n"]), "passports", 0.9)
        for m in _CHINESE.finditer(plain)
    ]
    for match in _LABELLED.finditer(plain):
        found.append(mention(text, match.span("n"), MentionType.PASSPORT, normal_passport(match["n"]), "passports"))
    return without_overlaps(found)


KIND = Kind("passports", "Passport numbers", (MentionType.PASSPORT,), find_passports)
