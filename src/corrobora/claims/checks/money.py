"""Sums in the sentence: recomputed where it computes, converted where it converts, else looked up in what it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from corrobora.claims.check import Check, Problem
from corrobora.claims.context import Held
from corrobora.model.mention import Mention, MentionType

_SHARE = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:%|per\s?cent|percent)\s+of\b", re.I)
_RATE = re.compile(
    r"(?:rate|at)\s+(?:of\s+)?(\d+(?:[.,]\d+)?)\s+([a-z]+)\s+(?:to|per|for)\s+(?:the\s+|a\s+|one\s+)?([a-z]+)", re.I
)
_NUMBER = re.compile(r"\d[\d\s\u00a0\u202f.,]*\d|\d")
_ABOUT = re.compile(
    r"\b(?:about|around|nearly|almost|some|roughly|approximately|over|more than|under|less than)\b", re.I
)


def check(held: Held) -> Iterator[Problem]:
    """Arithmetic, conversion, and amounts that no cited page or row holds."""
    amounts = [(m, *_amount(m)) for m in held.mentions if m.type is MentionType.MONEY]
    stated = [(m, value, unit) for m, value, unit in amounts if value is not None]
    prose = held.sentence.prose
    share, rate = _SHARE.search(prose), _RATE.search(prose)
    if share and len(stated) >= 2:
        yield from _arithmetic(Decimal(share[1].replace(",", ".")), stated)
        stated = stated[:1]
    elif rate and len(stated) >= 2:
        yield from _conversion(Decimal(rate[1].replace(",", ".")), stated)
        stated = stated[:1]
    yield from _not_held(held, stated)


def _arithmetic(share: Decimal, stated: list[tuple[Mention, Decimal, str]]) -> Iterator[Problem]:
    (_, base, _), (mention, result, unit) = stated[0], stated[1]
    right = base * share / 100
    if abs(right - result) > max(
        Decimal(1), abs(right) * Decimal("0.006") if _ABOUT.search(mention.text) else Decimal(1)
    ):
        yield Problem("arithmetic", mention.text, f"{right:,.0f} {unit}", f"{share}% of {base:,.0f} is {right:,.0f}")


def _conversion(rate: Decimal, stated: list[tuple[Mention, Decimal, str]]) -> Iterator[Problem]:
    (_, base, base_unit), (mention, result, unit) = stated[0], stated[1]
    if base_unit == unit or rate == 0:
        return
    ways = (base / rate, base * rate)
    nearest = min(ways, key=lambda way: abs(way - result))
    if abs(nearest - result) > nearest * Decimal("0.05"):
        right = ways[0] if base > result or base_unit in ("RUB", "UAH", "CNY") else ways[1]
        yield Problem("conversion", mention.text, f"{right:,.0f} {unit}", f"at {rate} it is {right:,.0f} {unit}")


def _not_held(held: Held, stated: list[tuple[Mention, Decimal, str]]) -> Iterator[Problem]:
    known = _known(held)
    for mention, value, _ in stated:
        if not known or value in known:
            continue
        close = min(known, key=lambda other: abs(other - value))
        rounded = value != 0 and abs(close - value) / abs(value) <= (
            Decimal("0.05") if _ABOUT.search(held.sentence.prose) else Decimal("0.005")
        )
        if rounded and len(value.as_tuple().digits) - _zeros(value) <= 3:
            continue
        yield Problem("number", f"{value:f}", f"{close:f}", f"the evidence holds {close:,f}, not {mention.text}")


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
