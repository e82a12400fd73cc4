"""Prices in a second currency: at the rate a paper states, else at the reference rate of the day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corrobora.model.dates import is_day
from corrobora.model.facts import ContractFact, LetterFact, RateFact, Span
from corrobora.model.money import Money
from corrobora.model.rates import Rate, reference_rate

WORLD_MONEY = ("USD", "EUR")
"""What readers everywhere can compare a price in, where the papers name no second currency."""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """An amount in another currency, and the rate it was computed at; `span` is where a paper states the rate."""

    money: Money
    rate: Rate
    span: Span | None = None

    def contract(self) -> dict[str, object]:
        """The amount with rate, day and source, as a finding carries it."""
        rate = self.rate
        value = format(rate.value.quantize(Decimal("0.000001")).normalize(), "f")
        return {
            **self.money.contract(), "rate": value, "rate_of": f"{rate.base}/{rate.quote}",
            "rate_day": rate.day, "rate_source": rate.source,
        }  # fmt: skip


class Exchange:
    """What an amount of one day was worth in other currencies, by the papers of the case or the reference rates.

    Args:
        rates: the rates that papers state.
        letters: letterheads by document: a rate without a day is of the day of its paper.
        used: currencies of the case's contracts, each as often as it is used.
        chosen: the currency the user asked for, or None.
    """

    def __init__(
        self, rates: Iterable[RateFact], letters: Mapping[str, LetterFact], used: Iterable[str], chosen: str | None
    ) -> None:
        self._stated: dict[str, list[RateFact]] = {}
        for fact in rates:
            self._stated.setdefault(fact.span.document, []).append(fact)
        self._letters = letters
        self._used = [currency for currency, _ in Counter(used).most_common()]
        self._chosen = chosen

    def second(self, money: Money, day: str | None, documents: Sequence[str]) -> Exchanged | None:
        """An amount in one other currency, or None where no rate of that day is known.

        Args:
            money: the amount, in its own currency.
            day: the day whose rate counts, ISO.
            documents: the papers the amount stands in; a rate they state comes first.
        """
        own = [fact for document in documents for fact in self._stated.get(document, ())]
        named = [currency for fact in own for currency in (fact.base, fact.quote)]
        asked = self._chosen is not None and self._chosen != money.currency
        wished = [self._chosen] if asked else [*named, *self._used, *WORLD_MONEY]
        for currency in dict.fromkeys(wished):
            if currency is None or currency == money.currency:
                continue
            stated = self._stated_rate(own, money.currency, currency, day)
            if stated is not None:
                rate, span = stated
                return Exchanged(rate.convert(money), rate, span)
            reference = reference_rate(money.currency, currency, day) if day is not None else None
            if reference is not None:
                return Exchanged(reference.convert(money), reference)
        return None

    def _stated_rate(self, own: Sequence[RateFact], base: str, quote: str, day: str | None) -> tuple[Rate, Span] | None:
        """The rate of the amount's own papers, else one any paper states for just that day."""
        for fact in own:
            if {fact.base, fact.quote} == {base, quote}:
                return self._rate(fact, base), fact.span
        for fact in (fact for facts in self._stated.values() for fact in facts):
            if {fact.base, fact.quote} == {base, quote} and day is not None and self._day(fact) == day:
                return self._rate(fact, base), fact.span
        return None

    def _rate(self, fact: RateFact, base: str) -> Rate:
        source = f"{fact.authority}, as stated in {fact.span.document}" if fact.authority else fact.span.document
        rate = Rate(fact.base, fact.quote, Decimal(fact.value), self._day(fact) or "", source)
        return rate if fact.base == base else rate.turned()

    def _day(self, fact: RateFact) -> str | None:
        letter = self._letters.get(fact.span.document)
        written = letter.written if letter is not None else None
        return fact.day or (written if written is not None and is_day(written) else None)


def currencies_of(contracts: Iterable[ContractFact]) -> list[str]:
    """The currencies of all sums in contracts, as often as they are used."""
    moneys: list[Money | None] = []
    for fact in contracts:
        moneys += [fact.total, *(item.unit_price for item in fact.items), *(part.amount for part in fact.payments)]
    return [money.currency for money in moneys if money is not None]
