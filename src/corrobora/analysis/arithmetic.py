"""Sums of papers, recomputed: lines, totals, shares, instalments, with the rounding that papers of this kind use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from corrobora.model.facts import ContractItem, ContractPayment, TradeLine
from corrobora.model.money import Money

CENT = Decimal("0.01")
VAT_RATES = (20, 18, 10, 22, 12, 7, 13, 17, 6, 16, 9)
"""Rates of value added tax in Russia, Ukraine and China now and in recent years, in per cent."""


@dataclass(frozen=True, slots=True)
class Check:
    """One sum: what the paper states, what it comes to, and whether they agree."""

    check: str
    stated: str
    computed: str
    ok: bool
    note: str = ""

    def contract(self) -> dict[str, object]:
        """The contract's form."""
        body: dict[str, object] = {
            "check": self.check, "stated": self.stated, "computed": self.computed, "ok": self.ok,
        }  # fmt: skip
        return {**body, "note": self.note} if self.note else body


def number(text: str | None) -> Decimal | None:
    """A number written with spaces, a comma or a point, or None.

    Example:
        >>> number("1 250,5")
        Decimal('1250.5')
    """
    if text is None:
        return None
    digits = "".join(text.split()).replace("\u00a0", "").rstrip("%").replace("'", "")
    if digits.count(",") == 1 and "." not in digits and len(digits.rpartition(",")[2]) != 3:
        digits = digits.replace(",", ".")
    try:
        value = Decimal(digits.replace(",", ""))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def plain(value: Decimal) -> str:
    """A decimal without exponent or trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def line_total(line: ContractItem | TradeLine) -> Decimal | None:
    """What a line comes to: as stated, else quantity times unit price."""
    if line.total is not None:
        return line.total.amount
    quantity = number(line.quantity)
    return quantity * line.unit_price.amount if quantity is not None and line.unit_price is not None else None


def check_lines(lines: Sequence[ContractItem | TradeLine]) -> list[Check]:
    """Quantity times unit price against the total of each line that states all three."""
    checks = []
    for line in lines:
        quantity = number(line.quantity)
        if quantity is None or line.unit_price is None or line.total is None:
            continue
        if line.unit_price.currency != line.total.currency:
            continue
        computed = quantity * line.unit_price.amount
        # a unit price is rounded to a cent, and that error is multiplied by the quantity
        ok = abs(computed - line.total.amount) <= CENT * max(quantity, Decimal(1))
        checks.append(Check(f"line: {line.description[:60]}", plain(line.total.amount), plain(computed), ok))
    return checks


def check_total(lines: Sequence[ContractItem | TradeLine], total: Money | None) -> list[Check]:
    """The sum of the lines against the total; a total that is larger by a rate of value added tax agrees."""
    sums = [line_total(line) for line in lines]
    if total is None or not sums or any(value is None for value in sums) or _currencies(lines) - {total.currency}:
        return []
    computed = sum((value for value in sums if value is not None), Decimal(0))
    tolerance = CENT * len(sums)
    if abs(computed - total.amount) <= tolerance:
        return [Check("total", plain(total.amount), plain(computed), True)]
    for rate in VAT_RATES:
        if abs(computed * (100 + rate) / 100 - total.amount) <= tolerance:
            return [Check("total", plain(total.amount), plain(computed), True, f"with {rate} % value added tax")]
    return [Check("total", plain(total.amount), plain(computed), False)]


def check_shares(payments: Sequence[ContractPayment]) -> list[Check]:
    """Whether the shares of the instalments add up to 100 per cent."""
    shares = [number(payment.share) for payment in payments]
    if len(shares) < 2 or any(share is None for share in shares):
        return []
    computed = sum((share for share in shares if share is not None), Decimal(0))
    return [Check("shares", "100", plain(computed), abs(computed - 100) <= Decimal("0.1"))]


def check_payments(payments: Sequence[ContractPayment], total: Money | None) -> list[Check]:
    """Share times total against the amount that each instalment states, within the rounding of both."""
    checks = []
    for payment in payments:
        share = number(payment.share)
        if share is None or payment.amount is None or total is None or payment.amount.currency != total.currency:
            continue
        computed = share_of(total, share).amount
        slack = _rounding(payment.amount.amount) + _half_step(share) * total.amount / 100
        ok = abs(computed - payment.amount.amount) <= slack
        checks.append(Check(f"payment of {plain(share)} %", plain(payment.amount.amount), plain(computed), ok))
    return checks


def share_of(total: Money, share: Decimal) -> Money:
    """So many per cent of an amount, to the cent."""
    return Money((total.amount * share / 100).quantize(CENT), total.currency)


def _currencies(lines: Sequence[ContractItem | TradeLine]) -> set[str]:
    return {money.currency for line in lines for money in (line.total, line.unit_price) if money is not None}


def _rounding(amount: Decimal) -> Decimal:
    """Half of the last place that an amount seems to be rounded to, at most half a thousand."""
    digits = plain(amount)
    zeros = 0 if "." in digits else len(digits) - len(digits.rstrip("0"))
    return CENT if zeros == 0 else min(Decimal(10) ** zeros, Decimal(1000)) / 2


def _half_step(share: Decimal) -> Decimal:
    """Half of the last decimal of a share; whole per cents are meant exactly."""
    exponent = share.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return Decimal(10) ** -places / 2 if places else Decimal(0)
