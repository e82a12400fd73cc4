"""Money: a decimal amount in full units and its currency."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in full units of a currency.

    Attributes:
        amount: exact, in full units (585000000, not 585 million).
        currency: ISO 4217 code.
    """

    amount: Decimal
    currency: str

    def contract(self) -> dict[str, str]:
        """The form of the contract: a plain decimal string without exponent or trailing zeros."""
        text = format(self.amount, "f")
        return {"amount": text.rstrip("0").rstrip(".") if "." in text else text, "currency": self.currency}
