"""Numbers as writers put them, in words and figures, in English, Russian, Ukrainian and Chinese. Pure."""

from __future__ import annotations

import re

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_ENGLISH = _UNITS.split()
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_DOZENS = {
    "half a dozen": 6, "a half-dozen": 6, "half-dozen": 6, "a dozen": 12, "one dozen": 12, "two dozen": 24,
    "three dozen": 36, "four dozen": 48, "five dozen": 60, "six dozen": 72, "a score": 20, "a hundred": 100,
    "one hundred": 100, "two hundred": 200, "полдюжины": 6, "полудюжины": 6, "півдюжини": 6, "дюжина": 12,
    "дюжины": 12, "дюжину": 12, "дюжини": 12, "две дюжины": 24, "двух дюжин": 24, "три дюжины": 36,
    "трёх дюжин": 36, "четыре дюжины": 48, "четырёх дюжин": 48, "дві дюжини": 24, "двох дюжин": 24,
    "три дюжини": 36, "трьох дюжин": 36, "чотири дюжини": 48, "чотирьох дюжин": 48, "сотня": 100, "сотни": 100,
    "半打": 6, "一打": 12, "两打": 24, "三打": 36, "四打": 48,
}  # fmt: skip
_SLAVIC = {
    1: "один одного одна одну одной однієї одним одному", 2: "два две двух двое двоих двумя двом дві двох двоє",
    3: "три трёх трех трое троих тремя трём троє трьох трьома", 4: "четыре четырёх четырех четверо четверых"
    " чотири чотирьох четверо", 5: "пять пяти пятеро пятерых п'ять п’ять п'яти п’яти п'ятеро п’ятеро",
    6: "шесть шести шестеро шестерых шість шести шістьох шестеро", 7: "семь семи семеро семерых сім семи сімох семеро",
    8: "восемь восьми восьмеро восьмерых вісім восьми вісьмох восьмеро", 9: "девять девяти дев'ять дев’ять дев'яти"
    " дев’яти дев'ятьох дев’ятьох", 10: "десять десяти десятеро десятьох",
    11: "одиннадцать одиннадцати одинадцять одинадцяти одинадцятьох",
    12: "двенадцать двенадцати дванадцять дванадцяти дванадцятьох",
    13: "тринадцать тринадцати тринадцять тринадцяти тринадцятьох",
    14: "четырнадцать четырнадцати чотирнадцять чотирнадцяти",
    15: "пятнадцать пятнадцати п'ятнадцять п’ятнадцять п'ятнадцятьох п’ятнадцятьох",
    16: "шестнадцать шестнадцати шістнадцять шістнадцяти", 17: "семнадцать семнадцати сімнадцять сімнадцяти",
    18: "восемнадцать восемнадцати вісімнадцять вісімнадцяти", 19: "девятнадцать девятнадцати дев'ятнадцять"
    " дев’ятнадцять", 20: "двадцать двадцати двадцять двадцяти двадцятьох",
    30: "тридцать тридцати тридцять тридцяти тридцятьох",
    40: "сорок сорока", 50: "пятьдесят пятидесяти п'ятдесят п’ятдесят", 60: "шестьдесят шестидесяти шістдесят",
    70: "семьдесят семидесяти сімдесят", 80: "восемьдесят восьмидесяти вісімдесят", 90: "девяносто дев'яносто"
    " дев’яносто", 100: "сто ста", 200: "двести двухсот двісті двохсот",
}  # fmt: skip
_HAN = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10000}

WORDS: dict[str, int] = {
    **{word: n for n, word in enumerate(_ENGLISH)},
    **{word: 20 + 10 * n for n, word in enumerate(_TENS)},
    **{
        f"{ten}{dash}{_ENGLISH[one]}": 20 + 10 * n + one
        for n, ten in enumerate(_TENS) for one in range(1, 10) for dash in "- "
    },
    **{form: n for n, forms in _SLAVIC.items() for form in forms.split()},
    **{
        f"{ten} {one}": n + unit
        for n, tens in _SLAVIC.items() if 20 <= n < 100 for ten in tens.split()
        for unit in range(1, 10) for one in _SLAVIC[unit].split()[:2]
    },
    **_DOZENS,
}  # fmt: skip

NUMBER = (
    r"(?P<number>(?<![A-Za-zА-яЁёІіЇїЄєҐґ\d.,/-])\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)|(?<![A-Za-zА-яЁёІіЇїЄєҐґ\d.,/-])\d+(?![\d.,/]*\d)"
    r"|(?<![^\W\d_\u4e00-\u9fff])(?:"
    + "|".join(sorted((re.escape(w) for w in WORDS if not "\u4e00" <= w[0] <= "\u9fff"), key=len, reverse=True))
    + r")(?![^\W\d_\u4e00-\u9fff])|半打|[一两二三四]打|[〇零一二两三四五六七八九十百千万]+)"
)
"""A whole number, as a group named `number`."""


def value(text: str) -> int | None:
    """The number that a match of NUMBER says.

    Example:
        >>> [value(t) for t in ("four dozen", "1,250", "двадцать семь", "四十八", "half a dozen")]
        [48, 1250, 27, 48, 6]
    """
    low = " ".join(text.lower().split())
    if low in WORDS:
        return WORDS[low]
    bare = re.sub(r"[,\s\u00a0\u202f]", "", low)
    if bare.isdecimal():
        return int(bare)
    return _han(bare)


def _han(text: str) -> int | None:
    if not text or any(c not in _HAN and c not in _HAN_UNITS for c in text):
        return None
    if not any(c in _HAN_UNITS for c in text):
        return int("".join(str(_HAN[c]) for c in text))
    whole, part, digit = 0, 0, 0
    for c in text:
        if c in _HAN:
            digit = _HAN[c]
        elif c == "万":
            whole, part, digit = (whole + part + digit) * 10000, 0, 0
        else:
            part, digit = part + (digit or 1) * _HAN_UNITS[c], 0
    return whole + part + digit
