"""Sums in the sentence: recomputed where it computes, converted where it converts, else looked up in what it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from corrobora.claims.check import Check, Problem
from corrobora.claims.context import Held
from corrobora.claims.vocabulary import ABOUT, LESS, MORE
from corrobora.model.mention import Mention, MentionType
from corrobora.model.rates import reference_rate

_SHARE = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*(?:%|per\s?cent\b|percent\b|процент\w*|відсотк\w+)(?:\s*(?:of|от|від|из|з)\b|(?=\s*[，,]?\s*(?:为|即|是|合|计|约)))",
    re.I,
)
_RATE = re.compile(
    r"(?:\brate|\bat|\bкурс\w*|汇率\w{0,2}?)\s*(?:of|в|у|为|是|:)?\s*(\d+(?:[.,]\d+)?)\s*[^\W\d]+\s*"
    r"(?:to|per|for|за|к|до|兑)\s*(?:the\s+|a\s+|one\s+|один\s+|1\s*)?[^\W\d]+|"
    r"1\s*[^\W\d]{1,4}\s*(?:兑|合|=|等于)\s*(\d+(?:\.\d+)?)\s*[^\W\d]{1,4}",
    re.I,
)
_NUMBER = re.compile(
    r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)*"
)
"""Two cells of a table stand side by side: "122 265 000,00 61 141 000,00" is two numbers."""
_SAME = re.compile(
    r"^[\s,;(–—-]*(?:(?:that is|which is|i\.e\.|or|about|around|roughly|nearly|some|worth|equivalent to|equal to|then|"
    r"approximately|at the time|то есть|или|около|примерно|что составля\w+|в эквиваленте|в пересч[её]те|по курсу|"
    r"эквивалент\w*|або|тобто|близько|приблизно|що становить|еквівалент\w*|у перерахунку|"
    r"约合|折合|相当于|约|合|或|即|=|≈)[\s,(]*)+$|^\s*\(\s*$",
    re.I,
)
_CLOSE, _ROUGH = Decimal("0.03"), Decimal("0.08")
_Sum = tuple[Mention, Decimal, str]


def check(held: Held) -> Iterator[Problem]:
    """Arithmetic, conversion, and amounts that no cited page or row holds."""
    prose = held.prose
    share, rate = _SHARE.search(prose), _RATE.search(prose)
    amounts = [(m, *_amount(m)) for m in held.mentions if m.type is MentionType.MONEY]
    stated = [
        (m, value, unit)
        for m, value, unit in amounts
        if value is not None and not (rate and rate.start() <= m.start < rate.end())
    ]
    if share and len(stated) >= 2:
        base, result = _computed(share, stated)
        yield from _arithmetic(Decimal(share[1].replace(",", ".")), base, result, prose)
        stated = [one for one in stated if one is not result]
    elif rate and len(stated) >= 2:
        yield from _conversion(Decimal((rate[1] or rate[2]).replace(",", ".")), stated)
        stated = stated[:1]
    else:
        converted = [pair for pair in zip(stated, stated[1:], strict=False) if _is_conversion(prose, *pair)]
        for one, other in converted:
            yield from _at_the_day(held, one, other)
        stated = [one for one in stated if not any(one is other for _, other in converted)]
    yield from _not_held(held, stated)


def _computed(share: re.Match[str], stated: list[_Sum]) -> tuple[_Sum, _Sum | None]:
    """The sum of which a share is taken, and the one that is said to be the share."""
    behind = [one for one in stated if one[0].start >= share.end()]
    ahead = [one for one in stated if one[0].end <= share.start()]
    if "\u4e00" <= share.string[share.end() : share.end() + 1] <= "\u9fff" and ahead and behind:
        return ahead[-1], behind[0]
    if len(behind) >= 2:
        return behind[0], behind[1]
    if behind and ahead and share.start() - ahead[-1][0].end <= 12:
        return behind[0], ahead[-1]
    return (behind or ahead)[0], None


def _arithmetic(share: Decimal, base: _Sum, result: _Sum | None, prose: str) -> Iterator[Problem]:
    if result is None or result[2] != base[2]:
        return
    right, (mention, stated, unit) = base[1] * share / 100, result
    loose = ABOUT.search(mention.text) or ABOUT.search(prose[max(0, mention.start - 16) : mention.start])
    if abs(right - stated) > max(Decimal(1), abs(right) * _CLOSE if loose else _rounding(stated)):
        yield Problem("arithmetic", mention.text, f"{right:,.0f} {unit}", f"{share}% of {base[1]:,.0f} is {right:,.0f}")


def _rounding(stated: Decimal) -> Decimal:
    """Half of the last digit that a rounded number gives, where it gives three digits at most ("$234 million")."""
    return Decimal(10) ** _zeros(stated) / 2 if len(str(int(stated))) - _zeros(stated) <= 3 else Decimal(1)


def _conversion(rate: Decimal, stated: list[_Sum]) -> Iterator[Problem]:
    (_, base, base_unit), (mention, result, unit) = stated[0], stated[1]
    if base_unit == unit or rate == 0:
        return
    ways = (base / rate, base * rate)
    nearest = min(ways, key=lambda way: abs(way - result))
    if abs(nearest - result) > nearest * Decimal("0.05"):
        right = ways[0] if base > result or base_unit in ("RUB", "UAH", "CNY") else ways[1]
        yield Problem("conversion", mention.text, f"{right:,.0f} {unit}", f"at {rate} it is {right:,.0f} {unit}")


def _is_conversion(prose: str, one: _Sum, other: _Sum) -> bool:
    return one[2] != other[2] and bool(_SAME.search(prose[one[0].end : other[0].start]))


def _at_the_day(held: Held, one: _Sum, other: _Sum) -> Iterator[Problem]:
    """Two currencies side by side without a rate: the reference rate of the day, where one was published."""
    if any(other[1] == value for value, _ in map(_split, held.values(MentionType.MONEY))):
        return
    rates = [r for day in _days_meant(held) if (r := reference_rate(one[2], other[2], day)) is not None]
    loose = ABOUT.search(held.prose[one[0].end : other[0].start]) or _rounding(other[1]) > 1
    allowed = _ROUGH if loose else _CLOSE
    right = [(one[1] * rate.value, rate) for rate in rates]
    if right and not any(abs(sum_ - other[1]) <= max(sum_ * allowed, _rounding(other[1])) for sum_, _ in right):
        sum_, rate = right[0]
        told = f"at the rate of {rate.day} ({rate.value:f}, {rate.source}) it is {sum_:,.0f} {other[2]}"
        yield Problem("conversion", other[0].text, f"{sum_:,.0f} {other[2]}", told)


def _days_meant(held: Held) -> list[str]:
    """The day in the sentence, else every day the papers cited give."""
    stated = [m.value for m in held.mentions if m.type is MentionType.DATE and len(m.value) == 10]
    rows = [value for row in held.rows for key, (value, _) in row.values.items() if key == "date"]
    return stated or [*sorted(v for v in held.values(MentionType.DATE) if len(v) == 10), *rows]


def _not_held(held: Held, stated: list[tuple[Mention, Decimal, str]]) -> Iterator[Problem]:
    known = _known(held)
    for mention, value, _ in stated:
        if not known or value in known:
            continue
        close = min(known, key=lambda other: abs(other - value))
        rounded = value != 0 and abs(close - value) / abs(value) <= (
            Decimal("0.05") if _is_loose(held.prose) else Decimal("0.005")
        )
        if rounded and len(value.as_tuple().digits) - _zeros(value) <= 3:
            continue
        yield Problem("number", f"{value:f}", f"{close:f}", f"the evidence holds {close:,f}, not {mention.text}")


def _is_loose(prose: str) -> bool:
    return any(pattern.search(prose) for pattern in (ABOUT, MORE, LESS))


def _zeros(value: Decimal) -> int:
    digits = str(int(value))
    return len(digits) - len(digits.rstrip("0"))


def _known(held: Held) -> set[Decimal]:
    known = {value for value, _ in (_split(v) for v in held.values(MentionType.MONEY)) if value is not None}
    if known or held.pages:
        for page in held.pages:
            known |= {n for n in map(_plain, _NUMBER.findall(page.text)) if n is not None and n >= 1000}
    for row in held.rows:
        known |= {n for n in (_plain(value) for value, _ in row.values.values()) if n is not None}
    return known


def _amount(mention: Mention) -> tuple[Decimal | None, str]:
    return _split(mention.value)


def _split(value: str) -> tuple[Decimal | None, str]:
    number, _, unit = value.partition(" ")
    try:
        return Decimal(number).normalize() + 0, unit
    except InvalidOperation:
        return None, unit


def _plain(text: str) -> Decimal | None:
    """A number as papers write it: spaces between thousands, a comma or point before two decimals at most."""
    bare = re.sub(r"[\s\u00a0\u202f]", "", text).strip(".,")
    decimals = re.search(r"[.,](\d{1,2})$", bare)
    whole = bare[: decimals.start()] if decimals else bare
    try:
        return Decimal(re.sub(r"[.,]", "", whole) + (f".{decimals[1]}" if decimals else "")).normalize() + 0
    except InvalidOperation:
        return None


CHECK = Check("money", "Sums: recomputed, converted, or looked up", check)
