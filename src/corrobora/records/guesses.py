"""A guess at columns that nothing names: better than nothing for a reader who corrects the mapping, never confident."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corrobora.model.records import ColumnMapping
from corrobora.records.parsers import dates, numbers
from corrobora.records.profile import Profile

_MONEY = re.compile(
    r"руб|грн|сум|средств|стоимост|варт|цен|доход|расход|поступлени|платеж|платіж|amount|usd|eur|\$|€|price|cost|paid|金额|费|元|betrag",
    re.IGNORECASE,
)
_BY_SHAPE: tuple[tuple[str, float, str, str], ...] = (
    # shape, least share, property, parser; the first that fits
    ("email", 0.6, "email", "text"),
    ("url", 0.6, "url", "text"),
    ("country_codes", 0.9, "country", "country"),
    ("country", 0.7, "country", "country"),
    ("case", 0.6, "case", "text"),
    ("inn", 0.8, "inn", "digits"),
    ("ogrn", 0.8, "ogrn", "digits"),
    ("uscc", 0.8, "uscc", "code"),
    ("imo", 0.8, "imo", "digits"),
    ("patronymic", 0.5, "person_name", "name"),
    ("title", 0.4, "position", "text"),
    ("organization", 0.3, "organization_name", "name"),
    ("given", 0.2, "person_name", "name"),
    ("family", 0.4, "family_name", "name"),
    ("place_han", 0.6, "place", "text"),
    ("address", 0.5, "address", "text"),
    ("year", 0.9, "date", dates.YEAR),
    ("uuid", 0.8, "identifier", "text"),
)
_MOST = 0.5


def with_guesses(columns: tuple[ColumnMapping, ...], profiles: Sequence[Profile]) -> tuple[ColumnMapping, ...]:
    """Fills the columns that were not told."""
    is_money = any(_MONEY.search(seen.header) for seen in profiles)
    guessed = [
        column if column.property or seen.count == 0 else _guess(column, seen, is_money=is_money)
        for column, seen in zip(columns, profiles, strict=True)
    ]
    for place in range(1, len(guessed)):
        if guessed[place].property == "latitude" == guessed[place - 1].property and guessed[place].confidence <= _MOST:
            guessed[place] = replace(guessed[place], property="longitude")
    return tuple(_beside_country(place, column, guessed, profiles) for place, column in enumerate(guessed))


def _guess(column: ColumnMapping, seen: Profile, *, is_money: bool) -> ColumnMapping:
    if seen.share("date") >= 0.6:
        return _as(column, "date", dates.column_form(seen.samples)[0] or dates.DAY_FIRST)
    for shape, least, name, parser in _BY_SHAPE:
        if seen.share(shape) >= least:
            return _as(column, name, parser)
    if seen.share("number") >= 0.8:
        return _number(column, seen, is_money=is_money)
    return _text(column, seen)


def _number(column: ColumnMapping, seen: Profile, *, is_money: bool) -> ColumnMapping:
    parser = numbers.column_form(seen.samples)
    if seen.share("coordinate") >= 0.6:
        return _as(column, "latitude", parser)
    if seen.share("digits") >= 0.95 and not is_money:
        if seen.distinct < 0.05 and seen.count >= 30:
            return _as(column, "category", "text")
        if (seen.share("fixed_length") or (seen.share("rising") and not column.header)) and seen.distinct > 0.3:
            return _as(column, "identifier", "text")
    return _as(column, "amount" if is_money else "quantity", parser)


def _text(column: ColumnMapping, seen: Profile) -> ColumnMapping:
    if seen.share("long_text") >= 0.3 or seen.mean_length > 40:
        return _as(column, "description", "text")
    if seen.share("upper_code") >= 0.8 or seen.share("code") >= 0.7:
        return _as(column, "identifier" if seen.distinct > 0.3 else "category", "text")
    if seen.distinct < 0.4 and seen.count >= 8:
        return _as(column, "category", "text", 0.3)
    if seen.share("text") >= 0.8 and seen.count >= 3:
        return _as(column, "name", "name", 0.3)
    return column


def _beside_country(
    place: int, column: ColumnMapping, columns: Sequence[ColumnMapping], profiles: Sequence[Profile]
) -> ColumnMapping:
    """Capitalised words next to a country are places in it."""
    if (
        column.confidence > 0.3
        or column.property not in ("name", "category")
        or profiles[place].share("capitalised") < 0.6
    ):
        return column
    near = [columns[beside].property for beside in (place - 1, place + 1) if 0 <= beside < len(columns)]
    return _as(column, "place", "text", 0.3) if {"country", "address"} & set(near) else column


def _as(column: ColumnMapping, name: str, parser: str, confidence: float = _MOST) -> ColumnMapping:
    return replace(column, property=name, parser=parser, confidence=confidence)
