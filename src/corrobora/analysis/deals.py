"""Deals out of trade papers: who sold what to whom, paid and delivered how, and who resold it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from corrobora.analysis.arithmetic import line_total, number
from corrobora.analysis.parties import Parties, Party
from corrobora.analysis.terms import number_key
from corrobora.model.dates import days_between
from corrobora.model.facts import Span, TradeFact, TradeLine
from corrobora.model.money import Money
from corrobora.model.records import RecordRef

RANK = {"invoice": 3, "order": 2, "delivery": 1, "payment": 0}
LONGEST = 400
"""Days within which goods bought are taken to be the goods resold."""


@dataclass(frozen=True, slots=True)
class Deal:
    """Goods that one party sold to another.

    Attributes:
        facts: the papers of the deal, the one that describes it best first.
        end_user: for whom the goods are, where a paper says so.
        rows: customs and bank rows that agree.
    """

    facts: tuple[TradeFact, ...]
    supplier: Party
    buyer: Party
    end_user: Party | None = None
    rows: tuple[RecordRef, ...] = ()

    @property
    def lines(self) -> tuple[TradeLine, ...]:
        """The goods, as the first paper that lists any does."""
        return next((fact.lines for fact in self.facts if fact.lines), ())

    @property
    def total(self) -> Money | None:
        """The price, as stated, else the sum of the lines."""
        stated = next((fact.total for fact in self.facts if fact.total is not None), None)
        if stated is not None:
            return stated
        currencies = {line.total.currency for line in self.lines if line.total is not None}
        sums = [line_total(line) for line in self.lines]
        if len(currencies) != 1 or any(value is None for value in sums):
            return None
        return Money(sum((value for value in sums if value is not None), Decimal(0)), currencies.pop())

    @property
    def date(self) -> str | None:
        """The date of the paper that describes the deal, or of the first paper with a date."""
        return next((fact.date for fact in self.facts if fact.date), None)

    @property
    def quantity(self) -> Decimal | None:
        """How many pieces all lines hold, or None where a line does not say."""
        counts = [number(line.quantity) for line in self.lines]
        if not counts or any(value is None for value in counts):
            return None
        return sum((value for value in counts if value is not None), Decimal(0))

    @property
    def goods(self) -> frozenset[str]:
        """Models and words that tell the goods of this deal from others."""
        return frozenset(key for line in self.lines for key in goods_keys(line.description))

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the papers tell it."""
        lines = tuple(line.span for line in self.lines[:4])
        return tuple(span for fact in self.facts for span in fact.spans[:3]) + lines


def goods_keys(description: str) -> frozenset[str]:
    """Model designations of a line of goods, or all its longer words where it names no model.

    Example:
        >>> sorted(goods_keys("Unmanned aircraft model QX-140, civil"))
        ['qx140']
    """
    text = unicodedata.normalize("NFKC", description).casefold()
    models = re.findall(r"[^\W\d_]+[\s\-–—]?\d+[^\W_]*|\d+[\-–—]?[^\W\d_]+[^\W_]*", text)
    keys = {number_key(model) for model in models if any(c.isdigit() for c in model)}
    named = {number_key(name) for name in re.findall(r"[«\"“]([^»\"”]{3,40})[»\"”]", text)}
    if keys or named:
        return frozenset(key for key in keys | named if len(key) >= 3)
    return frozenset(word for word in re.findall(r"[^\W\d_]{5,}|[\u4e00-\u9fff]{2,}", text))


def deals_of(facts: Iterable[TradeFact], parties: Parties) -> list[Deal]:
    """Deals with goods; payments and deliveries that name an invoice belong to its deal."""
    known = list(facts)
    deals: dict[tuple[str, str, str], Deal] = {}
    for fact in sorted(known, key=lambda f: (-RANK.get(f.kind, 0), f.date or "")):
        ends = _ends(fact, parties)
        if ends is None or not _has_goods(fact):
            continue
        supplier, buyer, user = ends
        deal = Deal((fact,), supplier, buyer, user)
        place = next((key for key, other in deals.items() if _is_same_deal(other, deal)), None)
        if place is None:
            deals[supplier.key, buyer.key, f"{fact.kind} {fact.number} {fact.date} {len(deals)}"] = deal
        else:
            other = deals[place]
            deals[place] = replace(other, facts=(*other.facts, fact), end_user=other.end_user or user)
    for fact in known:
        if fact.reference and fact.kind in ("payment", "delivery"):
            for key, deal in deals.items():
                if (
                    fact not in deal.facts
                    and number_key(deal.facts[0].number)
                    and number_key(deal.facts[0].number) == number_key(fact.reference)
                ):
                    deals[key] = replace(deal, facts=(*deal.facts, fact))
    return list(deals.values())


def with_numbers(facts: Iterable[TradeFact], text_of: Callable[[str], str]) -> list[TradeFact]:
    """Invoices and orders whose number was not read take the number by which another paper names them.

    Args:
        facts: all trade papers.
        text_of: document -> its text, in which the number must stand.
    """
    known = list(facts)
    references = sorted({fact.reference for fact in known if fact.reference and len(number_key(fact.reference)) >= 5})
    numbered = []
    for fact in known:
        text = text_of(fact.spans[0].document) if fact.spans and not fact.number and fact.lines else ""
        borne = next((reference for reference in references if reference in text), None)
        own = borne is not None and fact.reference != borne and fact.kind in ("invoice", "order")
        numbered.append(replace(fact, number=borne) if own else fact)
    return numbered


def chains_of(deals: Sequence[Deal]) -> list[tuple[Deal, ...]]:
    """Deals in a row: what one bought it sold on. Deals that no other continues stand alone; no deal stands in two."""
    following = {n: _next(deal, deals) for n, deal in enumerate(deals)}
    continued = {m for m in following.values() if m is not None}
    chains = []
    for start in range(len(deals)):
        if start in continued:
            continue
        chain, place, seen = [deals[start]], following[start], {start}
        while place is not None and place not in seen:
            chain.append(deals[place])
            seen.add(place)
            place = following[place]
        chains.append(tuple(chain))
    return chains


def _has_goods(fact: TradeFact) -> bool:
    """Whether a paper tells goods; a payment's purpose is one only where it counts pieces or names a model."""
    if fact.kind != "payment":
        return bool(fact.lines)
    return any(
        line.quantity or any(c.isdigit() for key in goods_keys(line.description) for c in key) for line in fact.lines
    )


def _ends(fact: TradeFact, parties: Parties) -> tuple[Party, Party, Party | None] | None:
    numbers = dict(fact.numbers)
    supplier = parties.find(fact.supplier, numbers.get(fact.supplier or ""))
    buyer = parties.find(fact.buyer, numbers.get(fact.buyer or ""))
    if supplier is None or buyer is None or supplier.key == buyer.key:
        return None
    return supplier, buyer, parties.find(fact.end_user, numbers.get(fact.end_user or ""))


def _is_same_deal(known: Deal, deal: Deal) -> bool:
    if (known.supplier.key, known.buyer.key) != (deal.supplier.key, deal.buyer.key):
        return False
    one, other = known.facts[0], deal.facts[0]
    if other.reference and number_key(other.reference) == number_key(one.number):
        return True
    if one.number and number_key(one.number) == number_key(other.number):
        return True
    shared = known.goods & deal.goods
    return bool(shared) and known.total is not None and known.total == deal.total


def _next(deal: Deal, deals: Sequence[Deal]) -> int | None:
    """The deal in which the buyer sold the same goods on, the nearest in time."""
    found = []
    for place, other in enumerate(deals):
        if other is deal or other.supplier.key != deal.buyer.key or other.buyer.key == deal.supplier.key:
            continue
        between = days_between(deal.date or "", other.date or "")
        if not deal.goods & other.goods or (between is not None and not -60 <= between <= LONGEST):
            continue
        found.append((deal.quantity != other.quantity, abs(between or 0), place))
    return min(found)[2] if found else None
