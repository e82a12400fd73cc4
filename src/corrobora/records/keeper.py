"""Whose border a register of crossings means by "in" and "out"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corrobora.model.places import likely_home
from corrobora.records.parsers.countries import country

_AUTHORITIES = (
    ("UA", r"дпсу|держприкордон\w*|державн\w+ прикордонн\w+"),
    ("BY", r"гпк рб|госпогранкомитет\w*"),
    ("KZ", r"кнб рк|қр ұқк|шекара қызметі"),
    ("RU", r"\bпс фсб|\bфсб\b"),
    ("CN", r"国家移民管理|中国边检|公安部出入境"),
)
_OFFICE = re.compile(
    r"погран|прикордон|шекара|миграц|міграц|служба|кордон|границ|border|guard|immigration|migration|frontier|"
    r"边检|边防|移民|出入境|管理局",
    re.IGNORECASE,
)
_CITIZENS = re.compile(
    r"граждан|громадян|иностран|іноземц|citizen|national[s\b]|foreign|公民|国民|外国|азаматтар", re.IGNORECASE
)
_LETTERS = (("KZ", "әғқңөұүһ"), ("BY", "ў"), ("UA", "їєґ"))
_UKRAINIAN = ("прибуття", "вибуття", "вибув", "прибув")
_SHORTEST, _LONGEST_CHINESE = 4, 6


def keeper(directions: Sequence[str], points: Sequence[str], told: str) -> str:
    """The ISO code of the country whose register this is, or "" where nothing says so.

    Russian is written at more borders than one: that alone says nothing.

    Args:
        directions: cells that say "in" and "out".
        points: cells that name border posts or airports.
        told: the names of the table and of its source.

    Example:
        >>> keeper(["въезд", "выезд"], ["Нур Жолы"], "Пограничная служба Казахстана")
        'KZ'
    """
    found = _of_office(told) or (likely_home(points) or "").upper()
    if found:
        return found
    text = " ".join(directions).lower()
    for code, letters in _LETTERS:
        if any(letter in text for letter in letters):
            return code
    if any(word in text for word in _UKRAINIAN):
        return "UA"
    return "CN" if "境" in text else ""


def _of_office(told: str) -> str:
    """The country of the authority that a text names; a table about some country's citizens is anybody's."""
    text = re.sub(r"[_\-./]+", " ", told)
    for code, words in _AUTHORITIES:
        if re.search(words, text, re.IGNORECASE):
            return code
    if not _OFFICE.search(text) or _CITIZENS.search(text):
        return ""
    named = {country(word) for word in re.findall(r"\w+", text) if len(word) >= _SHORTEST}
    for run in re.findall(r"[\u4e00-\u9fff]+", text):
        named |= {
            country(run[start:end])
            for start in range(len(run))
            for end in range(start + 2, min(len(run), start + _LONGEST_CHINESE) + 1)
        }
    known = {one for one in named if one}
    return known.pop() if len(known) == 1 else ""
