"""Closed vocabularies of cells: direction of travel or trade, sex, yes and no, currencies."""

from __future__ import annotations

import re

_IN = (
    "въезд вьезд въехал въезжает прибытие прибыл ввоз импорт им в'їзд вїзд в’їзд прибуття ввезення імпорт ім arrival arrive arrived arrivals arr "
    "in inbound entry enter entered import imports 入境 进境 入 到达 抵达 进口 入國 einreise ankunft einfuhr"
)
_OUT = (
    "выезд выехал выезжает убытие убыл вывоз экспорт эк виїзд вибуття вибув вивезення експорт ек departure depart departed departures dep "
    "out outbound exit exited leave left export exports 出境 离境 出 离开 出发 出口 ausreise abreise ausfuhr"
)
_DIRECTIONS = {**dict.fromkeys(_IN.split(), "in"), **dict.fromkeys(_OUT.split(), "out")}
_DIRECTIONS |= {"i": "in", "e": "out", "a": "in", "d": "out"}

_SEXES = {
    **dict.fromkeys("м муж мужской мужчина ч чол чоловіча чоловік m male man männlich 男 男性".split(), "m"),
    **dict.fromkeys("ж жен женский женщина жін жіноча жінка f female woman w weiblich 女 女性".split(), "f"),
}

_CURRENCIES = {
    "usd": "USD", "$": "USD", "us$": "USD", "долл": "USD", "доллар сша": "USD", "доллар": "USD", "долар": "USD", "дол": "USD",
    "美元": "USD", "840": "USD", "eur": "EUR", "€": "EUR", "евро": "EUR", "євро": "EUR", "欧元": "EUR", "978": "EUR",
    "rub": "RUB", "rur": "RUB", "₽": "RUB", "руб": "RUB", "рубль": "RUB", "р": "RUB", "卢布": "RUB", "643": "RUB", "810": "RUB",
    "cny": "CNY", "rmb": "CNY", "¥": "CNY", "юань": "CNY", "人民币": "CNY", "元": "CNY", "156": "CNY",
    "uah": "UAH", "₴": "UAH", "грн": "UAH", "гривна": "UAH", "гривня": "UAH", "格里夫纳": "UAH", "980": "UAH",
    "gbp": "GBP", "£": "GBP", "826": "GBP", "jpy": "JPY", "392": "JPY", "hkd": "HKD", "港元": "HKD", "chf": "CHF", "kzt": "KZT",
    "тенге": "KZT", "byn": "BYN", "aed": "AED", "дирхам": "AED", "try": "TRY", "inr": "INR", "krw": "KRW", "sgd": "SGD",
    "cad": "CAD", "aud": "AUD", "pln": "PLN", "twd": "TWD", "新台币": "TWD",
}  # fmt: skip


def direction(untrusted_text: str) -> str | None:
    """`in` or `out`, whichever language says so.

    Example:
        >>> direction("Въезд"), direction("виїзд"), direction("出境"), direction("ЭК 10")
        ('in', 'out', 'out', 'out')
    """
    text = untrusted_text.strip().lower()
    if text in _DIRECTIONS:
        return _DIRECTIONS[text]
    for word in re.split(r"[\s\d,.()/\-]+", text):
        if len(word) > 1 and word in _DIRECTIONS:
            return _DIRECTIONS[word]
    return None


def sex(untrusted_text: str) -> str | None:
    """`m` or `f`."""
    return _SEXES.get(untrusted_text.strip().lower().rstrip("."))


def currency(untrusted_text: str) -> str | None:
    """The ISO 4217 code of a currency as a cell or a header names it."""
    return _CURRENCIES.get(untrusted_text.strip().lower().rstrip("."))


def currency_in(header: str) -> str | None:
    """The currency that a header names beside the amount (`Сумма, руб.`, `Стоимость_USD`)."""
    for word in re.split(r"[\s,()_/\[\]]+", header.lower()):
        code = _CURRENCIES.get(word.rstrip("."))
        if code and not word.isdigit() and word not in ("р", "дол"):
            return code
    return None
