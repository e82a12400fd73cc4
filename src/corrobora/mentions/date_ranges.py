"""Ranges of dates: two dates and what stands between them, and the forms that share a month or a year."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corrobora.mentions.calendar_words import (
    MONTH_ANY,
    ORDINAL,
    Parts,
    chinese_int,
    full_year,
    is_valid,
    month_number,
    ordinal_number,
)

_LETTER = "a-zа-яёіїєґ"
_DASH = r"(?:-|–|—|~|～|\.\.\.?|…)"
_YEAR4 = r"(?:1[89]\d\d|20\d\d|21[0-4]\d)"
_YEAR_WORD = rf"(?:\s?(?:год(?:а|у|ы|ов|ах|ам|ами)?|гг?\.?|роки|років|роках|року|рр?\.?)(?![{_LETTER}]))"
_FLAGS = re.IGNORECASE

_SURE = re.compile(rf"\s*(?:г\.|р\.)?\s*(?:{_DASH}|по|起?\s?至|到|through|thru)\s*", _FLAGS)
_WITH_OPENER = re.compile(r",?\s*(?:до|to|until|till|and|и|та|і|й|включно до)\s+", _FLAGS)
_OPENER = re.compile(
    r"(?:^|[^a-zа-яёіїєґ])(?:с|со|з|із|зі|от|від|from|between|между|між|период|період|period|dates|自|从|於|"
    r"于)[\s:]*(?:the\s)?$",
    _FLAGS,
)
_DAY_BEFORE = re.compile(
    rf"(?<![\d.,/№-])(?P<d>0?[1-9]|[12]\d|3[01])(?:-?го|st|nd|rd|th)?\s?(?P<c>{_DASH}|\sпо\s|\sдо\s|\sto\s|\sand\s|"
    rf"\suntil\s|\sthrough\s|\sи\s|\sта\s|\sі\s)\s?$",
    _FLAGS,
)
_DAY_MONTH_BEFORE = re.compile(
    rf"(?<![\d.,/№-])(?P<d>0?[1-9]|[12]\d|3[01])[./](?P<m>0[1-9]|1[0-2])\.?\s?(?P<c>{_DASH}|\sпо\s|\sдо\s|\sto\s)\s"
    rf"?$",
    _FLAGS,
)
_DAY_AFTER = re.compile(
    r"\s?起?\s?(?:至|到|-|–|—|~|～)\s?(?P<d>3[01]|[12]\d|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])\s?[日号號]"
)

_CN_YEAR = r"(?:(?P<y>[12]\d{3}|[一二][〇零○一二三四五六七八九]{3})\s?年\s?)"
_CN_NUMBER = r"(?:[0-3]?\d|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"


@dataclass(frozen=True, slots=True)
class Range:
    """Two dates that bound a period."""

    first: Parts
    last: Parts

    @property
    def start(self) -> int:
        """Where the range starts in the text."""
        return self.first.start

    @property
    def end(self) -> int:
        """Where the range ends in the text."""
        return self.last.end


_SHARED = tuple(
    (re.compile(pattern, _FLAGS), kind)
    for pattern, kind in (
        (
            rf"(?<![\d.,/№-])(?P<a>0?[1-9]|[12]\d|3[01])\s?{_DASH}\s?(?P<b>0?[1-9]|[12]\d|3[01])[./](?P<m>0[1-9]|1["
            rf"0-2])[./](?P<y>{_YEAR4})(?!\d)",
            "day",
        ),
        (
            rf"(?<![{_LETTER}])(?P<m>{MONTH_ANY})\s+(?P<a>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\s?(?:{_DASH}|to|thr"
            rf"ough|and)\s?(?P<b>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d)(?:\s?,?\s?(?P<y>{_YEAR4})(?!\d))?",
            "day",
        ),
        (
            rf"{_CN_YEAR}?(?P<m>{_CN_NUMBER})\s?月\s?(?P<a>{_CN_NUMBER})\s?(?:至|到|-|–|—|~|～)\s?(?P<b>{_CN_NUMBER})\s"
            rf"?[日号號]",
            "day",
        ),
        (
            rf"(?<![{_LETTER}])(?P<a>{MONTH_ANY})\s?(?:{_DASH}|по|до|to)\s?(?P<b>{MONTH_ANY})\s{{1,2}}(?P<y>"
            rf"{_YEAR4})(?!\d){_YEAR_WORD}?",
            "month",
        ),
        (rf"{_CN_YEAR}(?P<a>{_CN_NUMBER})\s?月?\s?(?:至|到|-|–|—|~|～)\s?(?P<b>{_CN_NUMBER})\s?月(?!\s?\d)", "month"),
        (
            rf"(?<![\d{_LETTER}])(?P<a>{ORDINAL})\s?(?:{_DASH}|и|та|і|and)\s?(?P<b>{ORDINAL})\s(?:кв\.|квартал(?:ы|"
            rf"и|ах|а|ів|ов)?|quarters)(?:\s(?:of\s)?(?P<y>{_YEAR4})(?!\d){_YEAR_WORD}?)?",
            "quarter",
        ),
        (
            rf"(?<![\d.,/№{_LETTER}-])(?P<a>{_YEAR4})\s?{_DASH}\s?(?P<b>{_YEAR4})(?![\d.,/-]?\d)(?:{_YEAR_WORD}|\s?"
            rf"年)?",
            "year",
        ),
        (
            rf"(?<![{_LETTER}\d])(?:fy|(?:fiscal|financial)\syear)\s?(?P<a>{_YEAR4})\s?(?:/|{_DASH})\s?"
            rf"(?P<b>{_YEAR4}|\d\d)(?!\d)",
            "year",
        ),
        (
            rf"(?<![\d.,/№{_LETTER}-])(?P<a>{_YEAR4})\s?(?:/|{_DASH})\s?(?P<b>{_YEAR4}|\d\d)\s(?:финансов|фінансов|"
            rf"бюджетн|учебн|навчальн)\w{{2,3}}\s(?:год\w{{0,2}}|р(?:ік|оку|оці))(?![{_LETTER}])",
            "year",
        ),
        (rf"(?<![\d.,/№{_LETTER}-])(?P<a>{_YEAR4})\s?年?\s?(?:至|到)\s?(?P<b>{_YEAR4})\s?年(?!\s?\d)", "year"),
    )
)


def shared_ranges(text: str) -> list[Range]:
    """Ranges whose ends share a month or year in writing ("10-14 March 2023", "2023年3月10日至14日")."""
    found = []
    for pattern, unit in _SHARED:
        for match in pattern.finditer(text):
            pair = _shared(match, unit)
            if pair is not None:
                found.append(pair)
    return found


def _shared(match: re.Match[str], unit: str) -> Range | None:
    groups = match.groupdict()
    year = chinese_int(groups["y"]) if groups.get("y") else None
    ends = [_end_of(match, groups[key] or "", unit, year) for key in ("a", "b")]
    one, two = ends
    return Range(one, two) if one and two and _order(one) < _order(two) else None


def _end_of(match: re.Match[str], written: str, unit: str, year: int | None) -> Parts | None:
    start, end = match.span()
    if unit == "year":
        return Parts(start, end, unit, full_year(written))
    if unit == "quarter":
        number = ordinal_number(written)
        return Parts(start, end, unit, year, number=number) if number else None
    number = (
        chinese_int(written) if written[0].isdigit() or written[0] in "一二三四五六七八九十" else month_number(written)
    )
    if unit == "month":
        return Parts(start, end, unit, year, number) if number and is_valid(year, number, None) else None
    word = match["m"]
    month = chinese_int(word) if word[0].isdigit() or word[0] in "一二三四五六七八九十" else month_number(word)
    return Parts(start, end, "day", year, month, number) if month and is_valid(year, month, number) else None


def _order(parts: Parts) -> tuple[int, int, int, int]:
    return (parts.year or 0, parts.number or 0, parts.month or 0, parts.day or 0)


def join(text: str, dates: list[Parts]) -> list[Parts | Range]:
    """Makes ranges of the dates that belong together and leaves the others as they are."""
    joined: list[Parts | Range] = []
    for parts in dates:
        previous = joined[-1] if joined else None
        pair = _pair(text, previous, parts) if isinstance(previous, Parts) else None
        if pair is not None:
            joined[-1] = pair
        else:
            joined.append(_with_day_before(text, parts) or _with_day_after(text, parts) or parts)
    return joined


def _pair(text: str, one: Parts, two: Parts) -> Range | None:
    between = text[one.end : two.start]
    if len(between) > 12 or one.unit != two.unit:
        return None
    opened = _WITH_OPENER.fullmatch(between) and _OPENER.search(text[max(0, one.start - 12) : one.start])
    if not opened and not _SURE.fullmatch(between):
        return None
    if one.year is None and two.year is not None:
        later = (one.month or 0, one.day or 0) > (two.month or 0, two.day or 0)
        one = replace(one, year=two.year - 1 if later else two.year)
    elif two.year is None and one.year is not None:
        earlier = (two.month or 0, two.day or 0) < (one.month or 0, one.day or 0)
        two = replace(two, year=one.year + 1 if earlier else one.year)
    return Range(one, two) if _order(one) <= _order(two) or one.year is None else None


def _with_day_before(text: str, last: Parts) -> Range | None:
    if last.unit != "day":
        return None
    window = text[max(0, last.start - 16) : last.start]
    offset = last.start - len(window)
    match = _DAY_MONTH_BEFORE.search(window) or _DAY_BEFORE.search(window)
    if match is None:
        return None
    word = match["c"].strip().casefold()
    if word in ("до", "to", "and", "и", "та", "і", "until") and not _OPENER.search(
        text[max(0, offset + match.start() - 12) : offset + match.start()]
    ):
        return None
    month = int(match["m"]) if "m" in match.groupdict() else last.month
    day = int(match["d"])
    first = Parts(offset + match.start("d"), last.end, "day", last.year, month, day)
    return Range(first, last) if is_valid(last.year, month, day) and _order(first) < _order(last) else None


def _with_day_after(text: str, first: Parts) -> Range | None:
    if first.unit != "day" or text[first.end - 1 : first.end] not in "日号號":
        return None
    match = _DAY_AFTER.match(text, first.end)
    day = chinese_int(match["d"]) if match else None
    if match is None or day is None or not is_valid(first.year, first.month, day):
        return None
    last = Parts(first.start, match.end(), "day", first.year, first.month, day)
    return Range(first, last) if _order(first) < _order(last) else None
