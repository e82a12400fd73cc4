"""Quantities with their unit, and shares in per cent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from corrobora.mentions.calendar_words import even
from corrobora.mentions.currencies import SCALE, scale_factor
from corrobora.mentions.kind import Kind, mention
from corrobora.mentions.kinds.money import NUMBER, parse_number
from corrobora.mentions.number_words import NUMBER_WORDS, words_value
from corrobora.model.mention import Mention, MentionType

_L = "a-zа-яёіїєґ"
_UNITS: tuple[tuple[str, str], ...] = (
    (
        "pcs",
        r"шт(?:ук\w{0,2}|\.)?|од(?:иниц\w{0,2}|\.)|ед(?:иниц\w{0,2}|\.)|pieces?|pcs\.?|units?|экземпляр\w{0,3}|"
        r"экз\.|прим(?:ірник\w{0,2}|\.)|изделий|изделия|виробів|个(?!\s?(?:日历|自然|工作|月|星期|周|季度|小时|年))|台|架|件|枚|只|辆|艘|块|颗",
    ),
    ("set", r"комплект\w{0,3}|компл\.|к-т\w{0,2}|набор\w{0,3}|sets?|kits?|套"),
    ("pair", r"пар[аыуи]?|pairs?|对|双"),
    ("t", r"тонн\w{0,2}|тн?\.?|tonn?e?s?|metric\s+tons|吨"),
    ("kg", r"килограмм\w{0,2}|кілограм\w{0,2}|кг\.?|kg|kilograms?|公斤|千克"),
    ("g", r"грамм\w{0,2}|грам\w{0,2}|grams?|克"),
    ("km", r"километр\w{0,3}|кілометр\w{0,3}|км\.?|km|kilomet(?:er|re)s?|公里|千米"),
    ("m2", r"кв\.?\s?м\.?|м2|м²|sq\.?\s?m|square\s+met(?:er|re)s|平方米"),
    ("m3", r"куб\.?\s?м\.?|м3|м³|立方米"),
    ("m", r"метр\w{0,3}|м\.?|met(?:er|re)s?|米"),
    ("sheet", r"листах|листов|листа|листі|л\.|арк\.|аркуш\w{0,3}|стр\.|pages?|页"),
    ("l", r"литр\w{0,3}|літр\w{0,2}|л|lit(?:er|re)s?|升"),
    ("h", r"нормо-?час\w{0,2}|час\w{0,2}|годин\w{0,2}|hours?|hrs?\.?|小时"),
    ("people", r"человек\w{0,1}|чел\.|люд(?:ей|и)|осіб|осоb|ос\.|people|persons?|人|名"),
    ("kW", r"квт|kw|千瓦"),
)
_UNIT = "|".join(f"(?P<{name}>{words})" for name, words in _UNITS)
_QUANTITY = re.compile(
    rf"(?<![\d{_L}№])(?<!\d[.,/-])(?:(?P<n>{NUMBER})|(?P<w>{NUMBER_WORDS}))(?:\s?[(（][^()（）\d]{{3,60}}[)）])?(?:\s{{"
    rf"0,2}}(?P<scale>{SCALE}))?\s{{0,2}}(?:{_UNIT})(?![{_L}0-9])",
    re.IGNORECASE,
)
# Goods counted without a unit ("800 engines"): told as mentions only, since tables of items name their goods apart.
_GOODS = re.compile(
    rf"(?<![\d{_L}№])(?<!\d[.,/-])(?P<n>{NUMBER})[ \u00a0](?:(?:new|used|spare|additional|aircraft|новых|запасных|"
    rf"нових)\s)?(?:engines|helicopters|aircraft|planes|missiles|shells|vehicles|tanks|rifles|drones|parachutes|tyres|tires|batteries|"
    rf"turbines|propellers|gearboxes|machines|trucks|cars|radars|modules|blades|pumps|containers|crates|boxes|pallets|"
    rf"copies|barrels|rounds|bearings|sensors|motors|servers|laptops|receivers|valves|"
    rf"двигател(?:ей|я)|вертол[её]т(?:ов|а)|самол[её]т(?:ов|а)|ракет[ыа]?|снаряд(?:ов|а)|автомобил(?:ей|я)|машин[ы]?|"
    rf"парашют(?:ов|а)|турбин[ы]?|редуктор(?:ов|а)|лопаст(?:ей|и)|насос(?:ов|а)|контейнер(?:ов|а)|ящик(?:ов|а)|"
    rf"подшипник(?:ов|а)|датчик(?:ов|а)|аккумулятор(?:ов|а)|"
    rf"двигун(?:ів|а)|гелікоптер(?:ів|а)|вертольот(?:ів|а)|літак(?:ів|а)|снаряд(?:ів)|насос(?:ів)|ящик(?:ів)|"
    rf"підшипник(?:ів)|датчик(?:ів))(?![{_L}0-9-])",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    rf"(?<![\d{_L}№])(?<!\d[.,/-])(?:(?P<n>\d{{1,3}}(?:[.,]\d{{1,6}})?)|(?P<w>{NUMBER_WORDS}))(?:\s?[(（][^()（）\d]{{"
    rf"3,60}}[)）])?\s{{0,2}}(?:%|％|процент\w{{0,3}}|відсотк\w{{1,2}}|відсоток|per\s?cent)|百分之(?P<c>\d{{1,3}})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A number with its unit.

    Attributes:
        amount: exact.
        unit: "pcs", "set", "kg", "%", ... as listed in this file.
    """

    start: int
    end: int
    amount: Decimal
    unit: str
    text: str


def find_quantities(text: str) -> list[QuantityMention]:
    """All quantities of a text in order.

    Example:
        >>> [(str(q.amount), q.unit) for q in find_quantities("12 шт., 3 комплекта, 5台")]
        [('12', 'pcs'), ('3', 'set'), ('5', 'pcs')]
    """
    plain, found = even(text), []
    for match in _QUANTITY.finditer(plain):
        unit = next(name for name, _ in _UNITS if match[name])
        number = parse_number(match["n"]) if match["n"] else words_value(match["w"])
        if number:
            amount = Decimal(number) * scale_factor(match["scale"] or "")
            found.append(QuantityMention(match.start(), match.end(), amount, unit, text[match.start() : match.end()]))
    return found


def find_percents(text: str) -> list[QuantityMention]:
    """All shares in per cent of a text in order, `amount` from 0 to 100 and more as stated."""
    plain, found = even(text), []
    for match in _PERCENT.finditer(plain):
        number = (
            parse_number(match["n"] or match["c"], decimal_comma=True)
            if match["n"] or match["c"]
            else words_value(match["w"])
        )
        if number is not None:
            found.append(
                QuantityMention(match.start(), match.end(), Decimal(number), "%", text[match.start() : match.end()])
            )
    return found


def _goods(text: str) -> list[QuantityMention]:
    """Goods counted by their own name."""
    plain, found = even(text), []
    for match in _GOODS.finditer(plain):
        number = parse_number(match["n"])
        if number:
            found.append(
                QuantityMention(match.start(), match.end(), Decimal(number), "pcs", text[match.start() : match.end()])
            )
    return found


def _plain(amount: Decimal) -> str:
    written = format(amount, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def find_mentions(text: str) -> list[Mention]:
    """Quantities and percentages of a text as mentions, value "12 pcs" or "30 %"."""
    found = [
        mention(text, (q.start, q.end), MentionType.QUANT, f"{_plain(q.amount)} {q.unit}", "quantities")
        for q in (*find_quantities(text), *find_percents(text), *_goods(text))
    ]
    return sorted(found, key=lambda m: m.start)


KIND = Kind("quantities", "Quantities and shares", (MentionType.QUANT,), find_mentions)
