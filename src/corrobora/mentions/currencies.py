"""How currencies are written in four languages, and the words for thousand, million, billion."""

from __future__ import annotations

import re
from decimal import Decimal

_LETTER = "a-zа-яёіїєґ"

_WORDS: tuple[tuple[str, str], ...] = (
    ("HKD", r"гонконгск\w+\s+доллар\w*|hong\s?kong\s+dollars?|hk\$|hkd|港元|港币"),
    ("SGD", r"сингапурск\w+\s+доллар\w*|sgd|新加坡元"),
    ("TWD", r"тайваньск\w+\s+доллар\w*|twd|nt\$|新台币"),
    ("CAD", r"канадск\w+\s+доллар\w*|cad|加元"),
    ("AUD", r"австралийск\w+\s+доллар\w*|aud|澳元"),
    (
        "USD",
        r"долл?(?:ар\w{0,3}|\.)?\s?(?:сша|usa)(?:\s?\(usd\))?|долар\w{0,3}\s+сша|дол\.?\s?сша|доллар\w{0,3}|"
        r"долар\w{0,3}|долл\.?|дол\.|"
        r"u\.?s\.?\s?dollars?|american\s+dollars?|dollars?|usd|us\$|美元|美金",
    ),
    ("EUR", r"евро|євро|euros?|eur|欧元"),
    ("BYN", r"бел(?:орусск\w+|\.)\s+руб\w*\.?|byn|白俄罗斯卢布"),
    (
        "RUB",
        r"российск\w+\s+рубл\w*|рос\.\s?руб\.?|рубл\w{1,3}|руб\.?|rub|rur|russian\s+ro?ubles?|ro?ubles?|₽|"
        r"(?:俄罗斯)?卢布",
    ),
    ("UAH", r"грн\.?|гривн\w{1,3}|гривен\w{0,2}|гривень|uah|hryvn\w{1,3}|₴|格里夫纳"),
    (
        "CNY",
        r"китайск\w+\s+юан\w{0,3}|юан\w{0,3}|chinese\s+yuan|yuan|renminbi|rmb|cny|元人民币|人民币元|人民币|圆|元(?![素件器])",
    ),
    ("GBP", r"фунт\w{0,3}\s+стерлинг\w{0,3}|pounds?\s+sterling|gbp|英镑"),
    ("JPY", r"(?:японск\w+\s+)?(?:иен|йен|єн)\w{0,2}|yen|jpy|日元"),
    ("CHF", r"швейцарск\w+\s+франк\w{0,3}|swiss\s+francs?|chf|瑞士法郎"),
    ("AED", r"дирхам\w{0,3}|dirhams?|aed|迪拉姆"),
    ("TRY", r"турецк\w+\s+лир\w{0,2}|turkish\s+lira|try|土耳其里拉"),
    ("INR", r"(?:индийск\w+\s+)?рупи\w{0,3}|rupees?|inr|卢比"),
    ("KZT", r"тенге|tenge|kzt|坚戈"),
    ("KRW", r"южнокорейск\w+\s+вон\w{0,2}|korean\s+won|krw|韩元"),
)
_SYMBOLS = {"$": "USD", "€": "EUR", "₽": "RUB", "₴": "UAH", "¥": "CNY", "￥": "CNY", "£": "GBP", "₸": "KZT", "₹": "INR"}

_SCALES: tuple[tuple[int, str], ...] = (
    (12, r"трлн\.?|триллион\w{0,3}|трильйон\w{0,3}|trillion|tn|万亿"),
    (9, r"млрд\.?|миллиард\w{0,3}|мільярд\w{0,3}|billion|bn|bln|十亿"),
    (8, r"亿|億"),
    (7, r"千万"),
    (6, r"млн\.?|миллион\w{0,3}|мільйон\w{0,3}|million|mln|mn|mio|百万"),
    (4, r"万|萬"),
    (3, r"тыс\.?|тысяч\w{0,2}|тис\.?|тисяч\w{0,2}|thousand|千"),
)

_ASCII_GUARD = rf"(?![{_LETTER}])"


def _alternatives(pairs: tuple[tuple[str, str], ...]) -> str:
    return "|".join(f"(?P<{name}>{words})" for name, words in pairs)


CURRENCY_AFTER = rf"(?:(?:{'|'.join(words for _, words in _WORDS)})(?:(?<![{_LETTER}])|{_ASCII_GUARD})|[$€₽₴¥￥£₸₹])"
"""A currency written after the amount."""

CURRENCY_BEFORE = (
    rf"(?:(?:us|u\.s\.|hk)\s?\$|[$€₽₴¥￥£₸₹]|(?<![{_LETTER}])(?:usd|eur|rub|rur|uah|cny|rmb|gbp|jpy|chf|aed|byn|hkd|"
    rf"kzt|inr)(?:\s?[¥￥$])?|人民币|美元|欧元|卢布)"
)
"""A currency written before the amount."""

SCALE = rf"(?:{'|'.join(words for _, words in _SCALES)}){_ASCII_GUARD}|(?<=\d)\s?(?:bn|m|k)(?![{_LETTER}])"
"""A word for thousand, million and so on."""

_CURRENCY_OF = [(code, re.compile(words, re.IGNORECASE)) for code, words in _WORDS]
_SCALE_OF = [(power, re.compile(words, re.IGNORECASE)) for power, words in _SCALES]


def currency_code(written: str) -> str | None:
    """ISO 4217 code of a currency as written, or None.

    Example:
        >>> currency_code("долл. США"), currency_code("元")
        ('USD', 'CNY')
    """
    words = re.sub(r"\s+", " ", written).strip(" ,;:()").casefold()
    if words in _SYMBOLS:
        return _SYMBOLS[words]
    if re.fullmatch(r"(?:us|u\.s\.)\s?\$", words):
        return "USD"
    for code, pattern in _CURRENCY_OF:
        if pattern.fullmatch(words):
            return code
    stripped = words.rstrip("$¥￥ ")
    return currency_code(stripped) if stripped != words and stripped else None


def scale_factor(written: str) -> Decimal:
    """What a word such as "млрд", "million" or "万" multiplies by; 1 for the empty string."""
    words = written.strip().casefold()
    if not words:
        return Decimal(1)
    short = {"bn": 9, "m": 6, "k": 3}.get(words)
    power = short if short else next((p for p, pattern in _SCALE_OF if pattern.fullmatch(words)), 0)
    return Decimal(10) ** power


def currency_in(header: str) -> str | None:
    """The currency that a column header names ("Сумма, долл. США", "Amount (USD)", "金额（元）"), or None."""
    pattern = re.compile(rf"(?<![{_LETTER}])(?:{CURRENCY_AFTER})|[元圆]", re.IGNORECASE)
    for match in pattern.finditer(header):
        code = currency_code(match[0])
        if code:
            return code
    return None


def scale_in(header: str) -> Decimal:
    """The scale that a column header names ("тыс. руб.", "USD million", "万元"), else 1."""
    match = re.search(rf"(?<![{_LETTER}])(?:{SCALE})", header, re.IGNORECASE)
    return scale_factor(match[0]) if match else Decimal(1)
