"""The forms a single date takes in Russian, Ukrainian, English and Chinese, each with the parts it states."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from corrobora.mentions.calendar_words import (
    MONTH_ANY,
    MONTH_FULL,
    ORDINAL,
    Parts,
    chinese_int,
    full_year,
    is_valid,
    month_number,
    ordinal_number,
)
from corrobora.mentions.number_words import ordinal_value

_FLAGS = re.IGNORECASE
_LETTER = "a-zа-яёіїєґ"
_YEAR4 = r"(?:1[89]\d\d|20\d\d|21[0-4]\d)"
# "г." and "р." end a year; "р" alone could be anything.
_YEAR_WORD = (
    rf"(?:\s?(?:год(?:а|у|ом|е|ы|ов|ами|ах)?(?![{_LETTER}])|гг?\s?\.(?![{_LETTER}])|гг?(?![{_LETTER}.])|ро(?:ку|ком"
    rf"|ці|ки|ків|ках)(?![{_LETTER}])|рік(?![{_LETTER}])|[гр]\.\s?[врн]\.|рр?\s?\.(?![{_LETTER}])))"
)
_DAY = r"(?<![\d.,/])(?:[«\"“„'’]\s?)?(?P<d>0?[1-9]|[12]\d|3[01])(?:\s?[»\"”“’'])?"
_DAY_END = r"(?:\s?-?\s?(?:го|е|ого|st|nd|rd|th)(?![a-zа-яёіїєґ]))?"
_STOP = r"(?!\d)"
# Before a date in figures: no figure, and no dash unless another date ends there.
_FREE = r"(?:(?<![\d.,/№-])|(?<=[./]\d{4}-)|(?<=[./]\d\d-))"

_VAGUE = (
    ("early", r"(?:в |на )?нача(?:ле|ло|ла)|(?:на )?почат(?:ку|ок)|(?:the )?(?:beginning|start) of|early(?: in)?"),
    ("middle", r"(?:в )?середин(?:е|а|ы|і|у)|(?:the )?middle of|mid"),
    ("late", r"(?:в |до |к )?кон(?:це|ца|цу|ец)|(?:в |на |до )?кін(?:ці|ця|ець)|(?:the )?end of|late(?: in)?"),
    ("about", r"около|примерно|ориентировочно|орієнтовно|близько|about|around|approximately|circa"),
)
_VAGUE_BEFORE = [(name, re.compile(rf"(?<![{_LETTER}])(?:{words})[\s-]{{1,2}}$", _FLAGS)) for name, words in _VAGUE]
_VAGUE_CHINESE = {
    "初": "early",
    "上旬": "early",
    "年初": "early",
    "中旬": "middle",
    "年中": "middle",
    "底": "late",
    "末": "late",
    "下旬": "late",
    "年底": "late",
    "年末": "late",
}

Builder = Callable[[re.Match[str], bool], Parts | None]


def _parts(match: re.Match[str], year: int | None, month: int | None, day: int | None) -> Parts | None:
    if not is_valid(year, month, day):
        return None
    unit = "day" if day is not None else "month" if month is not None else "year"
    return Parts(match.start(), match.end(), unit, year, month, day)


def _numeric(match: re.Match[str], month_first: bool) -> Parts | None:
    year, one, two = full_year(match["y"]), int(match["a"]), int(match["b"])
    day, month = (two, one) if (month_first and one <= 12) or (two > 12 and one <= 12) else (one, two)
    return _parts(match, year, month, day)


def _year_first(match: re.Match[str], _: bool) -> Parts | None:
    return _parts(match, int(match["y"]), int(match["b"]), int(match["a"]))


def _worded(match: re.Match[str], _: bool) -> Parts | None:
    year = match.groupdict().get("y")
    return _parts(match, full_year(year) if year else None, month_number(match["m"]), int(match["d"]))


def _in_words(match: re.Match[str], _: bool) -> Parts | None:
    day, years = ordinal_value(match["d"]), ordinal_value(match["y"])
    if day is None or years is None or years > 99:
        return None
    return _parts(match, 2000 + years, month_number(match["m"]), day)


def _roman(match: re.Match[str], _: bool) -> Parts | None:
    numerals = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
    return _parts(match, full_year(match["y"]), numerals.index(match["m"].casefold()) + 1, int(match["d"]))


def _month(match: re.Match[str], _: bool) -> Parts | None:
    word = match["m"]
    month = int(word) if word.isdigit() else month_number(word)
    return _parts(match, full_year(match["y"]), month, None)


def _period(match: re.Match[str], _: bool) -> Parts | None:
    number = ordinal_number(match["n"])
    year = match.groupdict().get("y")
    unit = "half" if match.groupdict().get("half") else "quarter"
    if number is None or (unit == "half" and number > 2):
        return None
    return Parts(match.start(), match.end(), unit, full_year(year) if year else None, number=number)


def _year(match: re.Match[str], _: bool) -> Parts | None:
    return _parts(match, int(match["y"]), None, None)


def _fiscal(match: re.Match[str], _: bool) -> Parts | None:
    return _parts(match, full_year(match["y"]), None, None)


def _chinese(match: re.Match[str], _: bool) -> Parts | None:
    groups = match.groupdict()
    year, month, day = (chinese_int(groups[key]) if groups.get(key) else None for key in ("y", "m", "d"))
    if year is not None and year < 100:
        year = full_year(f"{year:02d}")
    found = _parts(match, year, month, day)
    vague = _VAGUE_CHINESE.get(groups.get("v") or "", "")
    return found and Parts(found.start, found.end, found.unit, year, month, day, vague=vague)


def _chinese_period(match: re.Match[str], _: bool) -> Parts | None:
    year = chinese_int(match["y"])
    if match["half"]:
        return Parts(match.start(), match.end(), "half", year, number=1 if match["half"] == "上" else 2)
    return Parts(match.start(), match.end(), "quarter", year, number=chinese_int(match["n"]))


_CN = "0-9〇零○一二三四五六七八九"
_CN_YEAR = rf"(?<![{_CN}])(?P<y>(?:[12]\d{{3}}|[一二][{_CN[3:]}]{{3}}))\s?年"
_CN_MONTH = r"(?P<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s?月"
_CN_DAY = (
    r"(?P<d>3[01]|[12]\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|"
    r"[一二三四五六七八九])\s?[日号號]"
)

_IN = (
    r"(?:in|since|by|of|during|until|till|through|before|after|from|to|for|and|or|early|late|mid|year|fy|fiscal "
    r"year|between)"
)

FORMS: tuple[tuple[re.Pattern[str], Builder], ...] = tuple(
    (re.compile(pattern, _FLAGS), builder)
    for pattern, builder in (
        (
            rf"(?<![\d.,])(?P<y>{_YEAR4})(?P<s>[-./])\s?(?P<b>0?[1-9]|1[0-2])(?P=s)\s?(?P<a>0?[1-9]|[12]\d|3[01])"
            rf"{_STOP}",
            _year_first,
        ),
        (r"(?<![\d.,])(?P<y>20[0-4]\d)(?P<b>0[1-9]|1[0-2])(?P<a>0[1-9]|[12]\d|3[01])(?=T\d\d)", _year_first),
        (
            rf"{_FREE}(?P<a>0?[1-9]|[12]\d|3[01])(?P<s>[-./])\s?(?P<b>0?[1-9]|[12]\d|3[01])(?P=s)\s?(?P<y>{_YEAR4})"
            rf"{_STOP}{_YEAR_WORD}?",
            _numeric,
        ),
        (
            rf"{_FREE}(?P<a>0[1-9]|[12]\d|3[01])(?P<s>[./])(?P<b>0[1-9]|[12]\d|3[01])(?P=s)(?P<y>\d\d)(?![\d"
            rf"{_LETTER}])(?![./]\d){_YEAR_WORD}?",
            _numeric,
        ),
        (
            rf"(?<![\d.,/-])(?P<d>0?[1-9]|[12]\d|3[01])[./]\s?(?P<m>i{{1,3}}|iv|vi{{0,3}}|ix|xi{{0,2}})[./]\s?(?P<y"
            rf">{_YEAR4}){_STOP}",
            _roman,
        ),
        (
            rf"{_DAY}{_DAY_END}(?:\s{{0,2}}|\s?[-/.,]\s?|\s+(?:day\s+)?of\s+)(?P<m>{MONTH_ANY})(?:\s?/\s?[{_LETTER}]{{3,8}}\.?"
            rf")?(?:\s{{1,2}}|\s?[-/.,]\s?|\s+of\s+)(?P<y>{_YEAR4}){_STOP}{_YEAR_WORD}?",
            _worded,
        ),
        (
            rf"(?<![{_LETTER}])(?P<d>(?:[{_LETTER}'’]{{5,12}}\s)?[{_LETTER}'’]{{5,14}}(?:го|е|ье))\s(?P<m>{MONTH_FULL})\s"
            rf"(?:две\s+тысячи|дві\s+тисячі)\s(?P<y>[{_LETTER}'’]{{3,14}}(?:\s[{_LETTER}'’]{{3,14}})?)\s(?:года|року)",
            _in_words,
        ),
        (rf"{_DAY}\s?(?P<m>{MONTH_ANY})\s{{0,2}}(?P<y>\d\d)(?:\s?(?:г|р)(?:\.|\b)|\s?ро(?:ку|ці)|\s?года?)", _worded),
        (
            r"(?<![\d.,/-])(?P<d>0[1-9]|[12]\d|3[01])[\s/-]?(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|"
            r"dec)(?:\s?/\s?[a-zа-я]{3,5}\.?)?[\s/-]?(?P<y>\d\d)(?![\da-z%])(?![.,:]\d)",
            _worded,
        ),
        (
            rf"(?<![{_LETTER}])(?P<m>{MONTH_ANY})\s{{1,2}}(?P<d>0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th)?\s?,?\s"
            rf"{{0,2}}(?P<y>{_YEAR4}){_STOP}(?:{_YEAR_WORD})?",
            _worded,
        ),
        (rf"{_DAY}{_DAY_END}(?:\s{{0,2}}|\s+of\s+)(?P<m>{MONTH_ANY})(?![{_LETTER}])", _worded),
        (
            rf"(?<![{_LETTER}])(?P<m>{MONTH_ANY})\s{{1,2}}(?P<d>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d"
            rf"{_LETTER}])(?!\s?%)(?![.,:]\d)",
            _worded,
        ),
        (
            rf"(?<![{_LETTER}])(?P<m>{MONTH_ANY})(?:\s{{1,2}}|,\s?|\s+of\s+|['’])(?P<y>{_YEAR4}){_STOP}{_YEAR_WORD}"
            rf"?",
            _month,
        ),
        (r"(?<![\d.,/№-])(?<!№\s)(?<!No\.\s)(?P<m>0[1-9]|1[0-2])[./](?P<y>(?:19|20)\d\d)(?![\d./]|,\d)", _month),
        (r"(?<![\d.,/-])(?P<y>20[0-4]\d)-(?P<m>0[1-9]|1[0-2])(?![\d/-])", _month),
        (
            rf"(?<![\d{_LETTER}])(?P<n>{ORDINAL})(?:\s{{1,2}}(?:кв\.(?!\s?[мk])|квартал(?:а|у|ом|е|і)?|quarter))(?:"
            rf"\s{{0,2}}(?:,|of)?\s{{0,2}}(?P<y>{_YEAR4}){_STOP}{_YEAR_WORD}?)?",
            _period,
        ),
        (rf"(?<![\d{_LETTER}])(?:q\s?(?P<n>[1-4]))[\s,/-]{{0,2}}(?:of\s)?(?P<y>{_YEAR4}|\d\d){_STOP}", _period),
        (rf"(?<![\d{_LETTER}])(?P<n>[1-4])\s?q[\s,/-]{{0,2}}(?P<y>{_YEAR4}|\d\d){_STOP}", _period),
        (rf"(?<![\d{_LETTER}])(?P<y>{_YEAR4})[\s,/-]{{0,2}}q\s?(?P<n>[1-4])(?![\d{_LETTER}])", _period),
        (
            rf"(?<![\d{_LETTER}])(?P<n>{ORDINAL})\s{{1,2}}(?P<half>полугоди(?:е|я|и|ю|ем)|половин(?:а|ы|е|у|ой|і)|пол\.|п/г|півріччя|півріччі|h"
            rf"alf)(?:\s{{0,2}}(?:,|of)?\s{{0,2}}(?P<y>{_YEAR4}){_STOP}{_YEAR_WORD}?)?",
            _period,
        ),
        (rf"(?<![\d{_LETTER}])(?P<n>[12])\s?(?P<half>h|п/г)[\s,/-]{{0,2}}(?P<y>{_YEAR4}|\d\d){_STOP}", _period),
        (rf"(?<![\d{_LETTER}])(?P<half>h)\s?(?P<n>[12])[\s,/-]{{0,2}}(?P<y>{_YEAR4}|\d\d){_STOP}", _period),
        (rf"{_CN_YEAR}\s?{_CN_MONTH}\s?{_CN_DAY}", _chinese),
        (rf"{_CN_YEAR}\s?{_CN_MONTH}(?P<v>上旬|中旬|下旬|初|底|末)?", _chinese),
        (rf"{_CN_YEAR}第?(?:(?P<half>[上下])半年|(?P<n>[1-4一二三四])\s?季度?)", _chinese_period),
        (rf"(?<![{_CN}])(?P<y>[12]\d{{3}}|[一二][{_CN[3:]}]{{3}})\s?(?:财年|财政年度|会计年度)", _chinese),
        (rf"{_CN_YEAR}度?(?P<v>初|中|底|末)?", _chinese),
        (rf"(?<![{_CN}年十])(?P<y>\d\d)年\s?{_CN_MONTH}\s?{_CN_DAY}", _chinese),
        (rf"(?<![{_CN}十])(?<!(?<![今本去明])年){_CN_MONTH}\s?{_CN_DAY}", _chinese),
        (rf"(?<![\d.,/№{_LETTER}-])(?P<y>{_YEAR4})(?:-?(?:го|му|м|й))?{_YEAR_WORD}", _year),
        (
            rf"(?<![\d.,/№{_LETTER}-])(?P<y>{_YEAR4})(?:-?(?:го|му|м|й))?\s(?:финансов|бюджетн|отчётн|отчетн|фінансов|"
            rf"бюджетн|звітн)\w{{2,3}}\s(?:год\w{{0,2}}|р(?:ік|оку|оці))(?![{_LETTER}])",
            _year,
        ),
        (rf"(?<![{_LETTER}\d])(?:fy|(?:fiscal|financial)\syear)\s?['’]?(?P<y>{_YEAR4}|\d\d)(?![\d/–-])", _fiscal),
        (
            rf"(?<![{_LETTER}])(?:{_IN})[\s-]{{1,2}}(?=(?P<y>(?:19[3-9]|20[0-6])\d)(?![\d.,/-]?\d|\s?[%{_LETTER}№])"
            rf")",
            _year,
        ),
        (
            rf"(?<![{_LETTER}])(?:в|у|с|з|к|до|по|за|на|від)\s(?=(?P<y>(?:19[3-9]|20[0-4])\d)(?:[.,;)]|\s?[-–—]|$)("
            rf"?!\d))",
            _year,
        ),
    )
)


def single_dates(text: str, *, month_first: bool) -> list[Parts]:
    """All single dates of an evened text, the longest where several start together, none overlapping."""
    found = sorted(_candidates(text, month_first), key=lambda parts: (parts.start, -parts.end))
    chosen: list[Parts] = []
    for parts in found:
        if not chosen or parts.start >= chosen[-1].end:
            chosen.append(parts)
    return chosen


def _candidates(text: str, month_first: bool) -> Iterator[Parts]:
    for pattern, builder in FORMS:
        for match in pattern.finditer(text):
            parts = builder(match, month_first)
            if parts is not None:
                yield _placed(text, match, parts)


def _placed(text: str, match: re.Match[str], parts: Parts) -> Parts:
    start, end = parts.start, parts.end
    if "y" in match.groupdict() and match["y"] and match.start("y") >= match.end():
        start, end = match.span("y")
    vague = parts.vague
    if not vague and parts.unit in ("year", "month"):
        before = text[max(0, start - 24) : start]
        vague = next((name for name, pattern in _VAGUE_BEFORE if pattern.search(before)), "")
    return Parts(start, end, parts.unit, parts.year, parts.month, parts.day, parts.number, vague)


def is_plain_word(text: str, parts: Parts) -> bool:
    """Whether the span could be an everyday word ("may 5", "мар 3") rather than a month."""
    written = text[parts.start : parts.end]
    return (
        parts.year is None
        and re.search(rf"(?<![{_LETTER}])(?:may|march|mar|бер|лип|тра|сер|вер|гру|лис|чер|кві)(?![{_LETTER}])", written)
        is not None
    )


__all__ = ["FORMS", "MONTH_FULL", "is_plain_word", "single_dates"]
