"""Dates that another date makes whole: "с 5 по 9 июня с.г.", "次月15日", "上述日期", "the 15th of the following month".

Within a text the anchor is the last full date before, in the same paragraph; for "this year" and "this month" it is the
day on which the letter was written. Where there is no anchor the value stays empty: no guess.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace

from corrobora.mentions.calendar_words import chinese_int, even
from corrobora.model.mention import Mention, MentionType

_L = "a-zа-яёіїєґ'’"
_READER = "dates"
# The day named before: the same one.
_SAME = (
    r"(?:上述|该|前述|同)(?:日期?|一?天)(?!本)|同日|"
    rf"(?<![{_L}])(?:(?:в\s|на\s|к\s|до\s|с\s)?(?:указанн|вышеуказанн|названн|упомянут)\w{{2,3}}\s(?:дат[ауые]|д(?:ень|ня|ню))|"
    r"(?:в\s)?тот\sже\sдень|того\sже\sдня|(?:у\s|на\s|до\s|з\s)?(?:вказан|зазначен|вищезазначен|вищевказан)\w{1,3}\s"
    r"(?:дат[аиуі]|д(?:ень|ня))|того\sж(?:е)?\sдня|(?:on\s|by\s)?the\s(?:said|aforesaid|aforementioned|"
    rf"above(?:-mentioned)?|same)\s(?:date|day))(?![{_L}])"
)
_CN_DAY = r"(?P<cd>3[01]|[12]\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])"
# The month after the one named before, with or without its day.
_NEXT = (
    rf"(?:次月|下个?月)(?:\s?{_CN_DAY}\s?[日号號]|(?P<cv>[初中底末]))?|"
    rf"(?<![{_L}\d])(?:(?P<rd>3[01]|[12]\d|0?[1-9])(?:-?го|-?е)?\s(?:числа\s)?)?следующего\s(?:за\s\w+\s)?месяца|"
    rf"(?<![{_L}\d])(?:(?P<ud>3[01]|[12]\d|0?[1-9])(?:-?го|-?е)?\s(?:числа\s)?)?наступного\s(?:за\s\w+\s)?місяця|"
    rf"(?<![{_L}\d])(?:the\s)?(?:(?P<ed>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\s(?:day\s)?of\s)?the\s(?:following|next)\s"
    rf"month(?![{_L}])"
)
_THIS_MONTH = (
    rf"(?:本月|当月)(?:\s?{_CN_DAY}\s?[日号號]|(?P<cv>[初中底末]))?|"
    rf"(?<![{_L}\d])(?P<rd>3[01]|[12]\d|0?[1-9])(?:-?го|-?е)?\s(?:числа\s)?(?:сего|текущего|этого)\sмесяца|"
    rf"(?<![{_L}\d])(?P<sd>3[01]|[12]\d|0?[1-9])(?:-?го)?\s[сц]\.\s?м\.|"
    rf"(?<![{_L}\d])(?P<ud>3[01]|[12]\d|0?[1-9])(?:-?го)?\s(?:числа\s)?(?:цього|поточного)\sмісяця|"
    rf"(?<![{_L}\d])(?P<ed>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)\s(?:inst\.|instant|of\sthis\smonth)"
)
_FLAGS = re.IGNORECASE
_FORMS = tuple(
    (name, re.compile(pattern, _FLAGS)) for name, pattern in (("next", _NEXT), ("this", _THIS_MONTH), ("same", _SAME))
)
# Beside a date without a year: the year of the letter.
_THIS_YEAR = re.compile(
    r"\s?,?\s?(?:с\.\s?г\.|ц\.\s?р\.|сего\s(?:же\s)?года|(?:текущего|этого|нынешнего)\s(?:же\s)?года|цього\s(?:ж\s)?року|"
    r"поточного\sроку|(?:of\s)?this\syear|current\syear)",
    _FLAGS,
)
_THIS_YEAR_BEFORE = re.compile(r"(?:今年|本年度?)\s?$")
_INSIDE = re.compile(r"[сc]\.\s?[гг]\.|ц\.\s?р\.", _FLAGS)
_YEARLESS = re.compile(r"--\d\d(?:-\d\d)?(?:/--\d\d(?:-\d\d)?)?")
_FULL = re.compile(r"\d{4}-\d\d(?:-\d\d)?(?:/\d{4}-\d\d(?:-\d\d)?)?")
_PARAGRAPH, _FAR = re.compile(r"\n\s*\n"), 400
# "每月…次月10日前": a rule for every month names no day.
_EVERY = re.compile(
    r"每月|每个月|ежемесячно|каждого месяца|щомісяц|кожного місяця|monthly|each month|every month", _FLAGS
)


def with_relative(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions of a text, with the days that the same paragraph makes whole.

    Args:
        text: that the mentions stand in.
        mentions: in order.

    Example:
        >>> first = Mention(0, 9, MentionType.DATE, "2024年5月8日", "2024-05-08")
        >>> [m.value for m in with_relative("2024年5月8日签署，次月15日付款", [first])]
        ['2024-05-08', '2024-06-15']
    """
    kept = list(mentions)
    plain = even(text)
    for name, pattern in _FORMS:
        for match in pattern.finditer(plain):
            touching = [m for m in kept if m.start < match.end() and match.start() < m.end]
            if any(m.type is not MentionType.DATE or _FULL.fullmatch(m.value) for m in touching):
                continue
            anchor = None if name == "this" else _anchor(name, plain, kept, match.start())
            value = _value(name, match, anchor) if anchor is not None else ""
            kept = [m for m in kept if m not in touching]
            kept.append(_mention(text, match.start(), match.end(), value))
    return sorted(kept, key=lambda m: (m.start, m.end))


def with_letter(text: str, mentions: Iterable[Mention], written: str | None) -> list[Mention]:
    """The mentions of a page, with the year or month of the letter where they say "this year" or "this month".

    Args:
        text: of the page.
        mentions: on the page.
        written: day on which the letter was written, ISO, or None.
    """
    if written is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", written):
        return list(mentions)
    return [_with_letter(text, mention, written) for mention in mentions]


def _with_letter(text: str, mention: Mention, written: str) -> Mention:
    if mention.type is not MentionType.DATE:
        return mention
    this_month = _FORMS[1][1].fullmatch(even(mention.text))
    if this_month is not None:
        return replace(mention, value=_value("this", this_month, written) or mention.value)
    if not _YEARLESS.fullmatch(mention.value):
        return mention
    after = _THIS_YEAR.match(text, mention.end)
    before = _THIS_YEAR_BEFORE.search(text[max(0, mention.start - 5) : mention.start])
    if not (after or before or _INSIDE.search(mention.text) or _THIS_YEAR.search(mention.text)):
        return mention
    return replace(mention, value=mention.value.replace("--", f"{written[:4]}-"))


def _anchor(name: str, plain: str, mentions: list[Mention], at: int) -> str | None:
    """The last day or month known with its year before a place, in the same paragraph."""
    start = max(0, at - _FAR)
    breaks = list(_PARAGRAPH.finditer(plain, start, at))
    start = breaks[-1].end() if breaks else start
    dated = (m for m in mentions if m.type is MentionType.DATE and _FULL.fullmatch(m.value))
    before = [m for m in dated if start <= m.start and m.end <= at]
    if not before or _EVERY.search(plain, start, at):
        return None
    if name == "same" and len({m.value for m in before}) > 1:
        return None  # "the said date" of two dates is neither
    return max(before, key=lambda m: m.start).value.split("/")[-1]


def _value(name: str, match: re.Match[str], anchor: str) -> str:
    if name == "same":
        return anchor if len(anchor) == 10 else ""
    year, month = int(anchor[:4]), int(anchor[5:7])
    if name == "next":
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    groups = match.groupdict()
    told = next((groups[key] for key in groups if key.endswith("d") and groups[key]), None)
    day = chinese_int(told) if told else None
    if day is None:
        return f"{year:04d}-{month:02d}"
    return f"{year:04d}-{month:02d}-{day:02d}" if day <= monthrange(year, month)[1] else ""


def _mention(text: str, start: int, end: int, value: str) -> Mention:
    return Mention(start, end, MentionType.DATE, text[start:end], value, _READER, 0.7)
