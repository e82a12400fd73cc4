"""Durations and terms: "в течение 18 месяцев", "within 18 months", "протягом 18 місяців", "18个月内"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corrobora.mentions.calendar_words import chinese_int, even
from corrobora.mentions.number_words import NUMBER_WORDS, words_value

_LETTER = "a-zа-яёіїєґ"

_UNITS = (
    (
        "business_day",
        r"рабоч\w{2,3}\s+дн\w+|робоч\w{2,3}\s+дн\w+|банковск\w{2,3}\s+дн\w+|банківськ\w{2,3}\s+дн\w+|(?:business|"
        r"working|banking)\s+days?|个?工作日",
    ),
    (
        "day",
        r"(?:календарн\w{2,3}\s+)?(?:дн(?:я|ей|ям|ями|ів|і)|день|суток|сутки|доби|діб)|(?:calendar\s+)?days?|"
        r"(?:个?日历[天日]|天|日)",
    ),
    ("week", r"недел\w{0,3}|тиж\w{2,4}|weeks?|个?(?:星期|周)"),
    ("month", r"месяц\w{0,3}|мес\.|місяц\w{1,3}|міс\.|months?|个月"),
    ("quarter", r"квартал(?:а|ов|ів)|quarters|个季度"),
    ("year", r"(?:год(?:а|у)?|лет|рок(?:ів|и|у)|рік)|years?|年"),
)
_UNIT = "|".join(f"(?P<{name}>{words})" for name, words in _UNITS)
_NUMBER = rf"(?:\d{{1,4}}|{NUMBER_WORDS}|[一二三四五六七八九十两]{{1,3}})"
_GLOSS = r"(?:\s?[(（][^()（）]{1,40}[)）])?"

_DURATION = re.compile(
    rf"(?<![\d.,/№{_LETTER}-])(?:(?P<low>{_NUMBER}){_GLOSS}\s?(?:-ти|-х|-и)?\s?(?:-|–|—|~|～|до|to|至|到)\s?)?(?P<high"
    rf">{_NUMBER}){_GLOSS}"
    rf"(?:\s?-?\s?(?:ти|х|и|го)(?![{_LETTER}]))?[\s-]{{0,2}}(?:{_UNIT})(?![{_LETTER}])",
    re.IGNORECASE,
)

_RELATIONS = (
    (
        "not_before",
        r"не\s+ра(?:нее|ньше)(?:\s*,?\s*чем)?(?:\s+через)?|не\s+раніше(?:\s*,?\s*ніж)?(?:\s+через)?|(?:not|"
        r"no)\s+(?:earlier|sooner|before)(?:\s+than)?|不早于|最早",
    ),
    (
        "within",
        r"не\s+позднее(?:\s*,?\s*чем)?(?:\s+через)?|не\s+позже(?:\s*,?\s*чем)?(?:\s+через)?|"
        r"не\s+пізніше(?:\s*,?\s*ніж)?(?:\s+через)?|в\s+течение|у\s+течение|в\s+срок\s+до|"
        r"протягом|упродовж|впродовж|у\s+строк\s+до|within|(?:not|no)\s+later\s+than|in\s+the\s+course\s+of|до|"
        r"up\s+to|不(?:晚|迟)于|最(?:晚|迟)",
    ),
    ("after", r"по\s+истечении|спустя|через|після\s+спливу|після|after|以后"),
    ("for", r"на\s+срок|сроком\s+на|сроком|строком\s+на|на|for"),
)
_BEFORE = [
    (name, re.compile(rf"(?<![{_LETTER}])(?:{words})\s*(?:от\s+|from\s+)?$", re.IGNORECASE))
    for name, words in _RELATIONS
]
_AFTER = (("within", re.compile(r"\s?(?:之?内|以内)")), ("after", re.compile(r"\s?(?:之?后|以后|later\b|спустя)")))


@dataclass(frozen=True, slots=True)
class DurationMention:
    """A length of time in a text.

    Attributes:
        low: smallest count stated; equal to `high` where only one is.
        unit: "day", "business_day", "week", "month", "quarter" or "year".
        relation: "within" (not later than), "not_before", "after", "for", or "" where the text does not say.
        value: ISO 8601 duration of `high` ("P18M", "P3W", "P10D").
    """

    start: int
    end: int
    low: int
    high: int
    unit: str
    relation: str
    text: str

    @property
    def value(self) -> str:
        """ISO 8601 duration of the larger count."""
        letter = {"day": "D", "business_day": "D", "week": "W", "month": "M", "quarter": "M", "year": "Y"}[self.unit]
        return f"P{self.high * (3 if self.unit == 'quarter' else 1)}{letter}"

    @property
    def months(self) -> int | None:
        """The larger count in months, or None for days and weeks."""
        factor = {"month": 1, "quarter": 3, "year": 12}.get(self.unit)
        return None if factor is None else self.high * factor


def find_durations(text: str) -> list[DurationMention]:
    """All lengths of time of a text, with what the text says about them.

    Example:
        >>> [(d.high, d.unit, d.relation) for d in find_durations("не позднее 18 (восемнадцати) месяцев с даты")]
        [(18, 'month', 'within')]
    """
    found = []
    plain = even(text)
    for match in _DURATION.finditer(plain):
        high = _count(match["high"])
        low = _count(match["low"]) if match["low"] else high
        unit = next(name for name, _ in _UNITS if match[name])
        if high is None or low is None or _is_calendar(plain, match, unit, high):
            continue
        found.append(
            DurationMention(
                match.start(), match.end(), low, high, unit, _relation(plain, match), text[match.start() : match.end()]
            )
        )
    return found


_AGE_BEFORE = re.compile(
    r"(?:возраст\w{0,3}|было|исполн\w+|старше|младше|моложе|ему|ей|им|пенси\w{1,3}|жизни|[А-ЯЁ][а-яё]+|"
    r"\()(?:\s(?:лишь|только|всего|около|в|с|от|до|на|от\s\d+\sдо))*\s?$"
)


def is_age(text: str, duration: DurationMention) -> bool:
    """Whether a Russian text says somebody's age ("ему 52 года", "в возрасте 78 лет") and no length of time."""
    if duration.unit != "year" or not 3 <= duration.high <= 110:
        return False
    return _AGE_BEFORE.search(text[max(0, duration.start - 40) : duration.start]) is not None


def _count(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    return chinese_int(written) or words_value(written)


def _is_calendar(plain: str, match: re.Match[str], unit: str, high: int) -> bool:
    """Whether this is part of a date: "2023 года", "2023年", "14日" after a month."""
    if unit == "year" and high > 100:
        return True
    return unit == "day" and match[unit].endswith("日") and "工作" not in match[unit] and "历" not in match[unit]


def _relation(plain: str, match: re.Match[str]) -> str:
    for name, pattern in _AFTER:
        if pattern.match(plain, match.end()):
            return (
                "not_before"
                if name == "after" and re.search(r"(?:不早于|最早)\s?$", plain[: match.start()][-6:])
                else name
            )
    before = plain[max(0, match.start() - 40) : match.start()]
    return next((name for name, pattern in _BEFORE if pattern.search(before)), "")
