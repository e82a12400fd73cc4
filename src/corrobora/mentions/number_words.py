"""Numbers in words: Russian, Ukrainian and English up to the thousands, Chinese with 万 and 亿."""

from __future__ import annotations

import re
from decimal import Decimal

_STEMS: tuple[tuple[str, int], ...] = (
    ("одиннадцат", 11),
    ("одинадцят", 11),
    ("двенадцат", 12),
    ("дванадцят", 12),
    ("тринадцат", 13),
    ("тринадцят", 13),
    ("четырнадцат", 14),
    ("чотирнадцят", 14),
    ("пятнадцат", 15),
    ("п'ятнадцят", 15),
    ("шестнадцат", 16),
    ("шістнадцят", 16),
    ("семнадцат", 17),
    ("сімнадцят", 17),
    ("восемнадцат", 18),
    ("вісімнадцят", 18),
    ("девятнадцат", 19),
    ("дев'ятнадцят", 19),
    ("двадцат", 20),
    ("двадцят", 20),
    ("тридцат", 30),
    ("тридцят", 30),
    ("сорок", 40),
    ("пятьдесят", 50),
    ("пятидесят", 50),
    ("п'ятдесят", 50),
    ("шестьдесят", 60),
    ("шестидесят", 60),
    ("шістдесят", 60),
    ("семьдесят", 70),
    ("семидесят", 70),
    ("сімдесят", 70),
    ("восемьдесят", 80),
    ("восьмидесят", 80),
    ("вісімдесят", 80),
    ("девяност", 90),
    ("дев'яност", 90),
    ("двести", 200),
    ("двухсот", 200),
    ("двісті", 200),
    ("двохсот", 200),
    ("триста", 300),
    ("трехсот", 300),
    ("трьохсот", 300),
    ("четыреста", 400),
    ("чотириста", 400),
    ("пятьсот", 500),
    ("пятисот", 500),
    ("п'ятсот", 500),
    ("шестьсот", 600),
    ("шестисот", 600),
    ("шістсот", 600),
    ("семьсот", 700),
    ("сімсот", 700),
    ("восемьсот", 800),
    ("вісімсот", 800),
    ("девятьсот", 900),
    ("дев'ятсот", 900),
    ("десят", 10),
    ("сто", 100),
    ("ста", 100),
    ("один", 1),
    ("одна", 1),
    ("одно", 1),
    ("одну", 1),
    ("два", 2),
    ("две", 2),
    ("двух", 2),
    ("дві", 2),
    ("двох", 2),
    ("двум", 2),
    ("три", 3),
    ("трех", 3),
    ("трьох", 3),
    ("четыре", 4),
    ("четырех", 4),
    ("чотири", 4),
    ("чотирьох", 4),
    ("пят", 5),
    ("п'ят", 5),
    ("шест", 6),
    ("шіст", 6),
    ("шести", 6),
    ("семи", 7),
    ("семь", 7),
    ("сім", 7),
    ("восемь", 8),
    ("восьми", 8),
    ("вісім", 8),
    ("девят", 9),
    ("дев'ят", 9),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("eleven", 11),
    ("twelve", 12),
    ("hundred", 100),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
)
_ENDINGS = r"(?:ь|и|ю|ма|ой|ого|ому|ом|е|а|о|ти|тью|й|ть|тих|тидесят|на|надцять)?"
_TABLE = dict(_STEMS)
_WORD = "(?:" + "|".join(re.escape(stem) for stem, _ in sorted(_STEMS, key=lambda pair: -len(pair[0]))) + f"){_ENDINGS}"

NUMBER_WORDS = rf"(?:{_WORD}(?:[\s-]{{1,2}}{_WORD}){{0,4}})(?![a-zа-яёіїєґ])"
"""A number in words, Russian, Ukrainian or English; use with IGNORECASE."""

_CN_SIGNS = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "壹": 1,
    "二": 2,
    "贰": 2,
    "貳": 2,
    "两": 2,
    "三": 3,
    "叁": 3,
    "參": 3,
    "四": 4,
    "肆": 4,
    "五": 5,
    "伍": 5,
    "六": 6,
    "陆": 6,
    "陸": 6,
    "七": 7,
    "柒": 7,
    "八": 8,
    "捌": 8,
    "九": 9,
    "玖": 9,
}
_CN_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_CN_BIG = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}

CHINESE_NUMBER = "[" + "".join(_CN_SIGNS) + "".join(_CN_TENS) + "".join(_CN_BIG) + "]+"
"""A number in Chinese signs, plain or of accountancy."""


def words_value(text: str) -> int | None:
    """The number for words such as "восемнадцати" or "twenty-four", or None.

    Example:
        >>> words_value("двадцать четыре")
        24
    """
    total = 0
    words = re.split(r"[\s-]+", text.casefold().replace("ё", "е").replace("’", "'").replace("ʼ", "'").strip())
    for word in words:
        stem = next((stem for stem in sorted(_TABLE, key=len, reverse=True) if word.startswith(stem)), None)
        if stem is None:
            return None
        value = _TABLE[stem]
        total = max(total, 1) * 100 if stem == "hundred" else total + value
    return total or None


_ORDINALS = (
    ("перв", 1), ("втор", 2), ("трет", 3), ("четверт", 4), ("седьм", 7), ("восьм", 8),
    ("перш", 1), ("друг", 2), ("сьом", 7), ("шост", 6),
)  # fmt: skip


def ordinal_value(text: str) -> int | None:
    """The number for Russian or Ukrainian ordinals in words ("двадцать четвёртого"), or None.

    Example:
        >>> ordinal_value("двадцать четвёртого")
        24
    """
    words = text.casefold().replace("ё", "е").split()
    last = next((value for stem, value in _ORDINALS if words and words[-1].startswith(stem)), None)
    if last is None or words_value(words[-1]) not in (None, last):
        return words_value(text)
    tens = words_value(words[0]) if len(words) == 2 else 0
    return None if tens is None or tens % 10 else tens + last


def chinese_value(text: str) -> Decimal | None:
    """The number for Chinese signs ("三千六百万", "伍佰萬", "一亿五千万"), or None.

    Example:
        >>> chinese_value("一亿五千万")
        Decimal('150000000')
    """
    total = section = digit = 0
    if not text:
        return None
    for sign in text:
        if sign in _CN_SIGNS:
            digit = digit * 10 + _CN_SIGNS[sign] if digit else _CN_SIGNS[sign]
        elif sign in _CN_TENS:
            section += (digit or 1) * _CN_TENS[sign]
            digit = 0
        elif sign in _CN_BIG:
            base = section + digit or (0 if total else 1)
            total = (total + base) * _CN_BIG[sign] if _CN_BIG[sign] > total > 0 else total + base * _CN_BIG[sign]
            section = digit = 0
        else:
            return None
    return Decimal(total + section + digit)
