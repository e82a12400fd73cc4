"""Registrations of aircraft (tail numbers), by the marks of their state in ICAO Annex 7."""

from __future__ import annotations

import re

from corrobora.mentions.calendar_words import even
from corrobora.mentions.kind import Kind, mention, without_overlaps
from corrobora.model.mention import Mention, MentionType

# State marks whose form is fixed: five figures, or letters and figures as the state issues them.
_SURE = re.compile(
    r"(?<![0-9A-Za-zА-Яа-яЁё-])(?P<n>"
    r"(?:R[AF]|РА|РФ|RА|РA)\s?[-–‑]\s?\d{5}"
    r"|(?:UR|УР)\s?[-–]\s?(?:\d{5}|[A-Z]{3,4})"
    r"|(?:СССР|CCCP)\s?[-–]\s?\d{5}"
    r"|EW\s?[-–]\s?\d{3}[A-Z]{2}|UP\s?[-–]\s?[A-Z]{1,2}\d{3,4}|(?:EX|UK|EY|ER)\s?[-–]\s?\d{5}"
    r"|B\s?[-–]\s?(?:\d{4}|\d{3}[A-Z]|\d{2}[A-Z]{2}|[HKL][A-Z]{2}|M[A-Z]{2})"
    r"|(?:EP|TC|VT|HS|HZ|JY|ST|SU|AP|PK|A6|A7|A9C|4K|4L|4X|9H|9K|9M|P4|T7|YK|YI|ET|VN|XY|XU|TJ|5A|5N|5X|5Y|7T|LZ|"
    r"YR|HA|SP|OK|OM|OE|ES|YL|LY|EI|F|I)-[A-Z]{3}"
    r"|[DGC]-[A-Z]{4}"
    r")(?![0-9A-Za-zА-Яа-яЁё]|-\d)"
)
_LABELLED = re.compile(
    r"(?:борт\w{0,3}|бортов\w+\s+номер\w{0,2}|рег(?:\.|истрационн\w+)\s?(?:номер\w{0,2}|№|знак\w{0,2})|"
    r"tail\s+(?:no\.?|number)|registration(?:\s+(?:no\.?|number|mark))?"
    r"|реєстраційн\w+\s+номер\w{0,2}|注册号|机号)[\s:№]{0,4}(?P<n>N\d{1,5}[A-Z]{0,2}|[A-Z0-9]{1,3}-[A-Z0-9]{3,5}|"
    r"\d{5})(?![0-9A-Za-zА-Яа-я-])",
    re.IGNORECASE,
)
_TWINS = str.maketrans("РАФУСТЕВНКМОХ", "PAFYCTEBHKMOX")


def normal_tail(written: str) -> str:
    """A registration in Latin capitals without spaces ("РА - 76843" -> "RA-76843").

    Example:
        >>> normal_tail("RF-78741")
        'RF-78741'
    """
    compact = re.sub(r"\s", "", even(written)).replace("–", "-").upper()
    for cyrillic, latin in (("СССР", "CCCP"), ("РФ", "RF"), ("РА", "RA"), ("RА", "RA"), ("РA", "RA"), ("УР", "UR")):
        if compact.startswith(cyrillic):
            return latin + compact[len(cyrillic) :]
    return compact.translate(_TWINS)


def find_tails(text: str) -> list[Mention]:
    """Tail numbers of a text, value in Latin capitals."""
    plain = even(text)
    found = [
        mention(text, m.span("n"), MentionType.TAIL, normal_tail(m["n"]), "aircraft") for m in _SURE.finditer(plain)
    ]
    for match in _LABELLED.finditer(plain):
        found.append(mention(text, match.span("n"), MentionType.TAIL, normal_tail(match["n"]), "aircraft", 0.7))
    return without_overlaps(found)


KIND = Kind("aircraft", "Registrations of aircraft", (MentionType.TAIL,), find_tails)
