"""Check digits of the numbers that identify companies and ships. Published rules; facts, no lists."""

from __future__ import annotations

_USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_INN_TAIL = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)


def _weighted(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))


def is_inn(text: str) -> bool:
    """A Russian taxpayer number: ten digits for a company, twelve for a person."""
    if not text.isascii() or not text.isdigit() or text.startswith("00"):
        return False
    if len(text) == 10:
        return _weighted(text, (2, 4, 10, 3, 5, 9, 4, 6, 8)) % 11 % 10 == int(text[9])
    if len(text) == 12:
        eleventh = _weighted(text, (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)) % 11 % 10
        return eleventh == int(text[10]) and _weighted(text, _INN_TAIL) % 11 % 10 == int(text[11])
    return False


def is_ogrn(text: str) -> bool:
    """A Russian state registration number: thirteen digits for a company, fifteen for an entrepreneur."""
    if not text.isascii() or not text.isdigit() or len(text) not in (13, 15):
        return False
    return int(text[:-1]) % (11 if len(text) == 13 else 13) % 10 == int(text[-1])


def is_edrpou(text: str) -> bool:
    """A Ukrainian enterprise number of eight digits."""
    if not text.isascii() or not text.isdigit() or len(text) != 8:
        return False
    is_middle = 30_000_000 <= int(text) <= 60_000_000
    weights = (7, 1, 2, 3, 4, 5, 6) if is_middle else (1, 2, 3, 4, 5, 6, 7)
    remainder = _weighted(text, weights) % 11
    if remainder == 10:
        remainder = _weighted(text, tuple(weight + 2 for weight in weights)) % 11 % 10
    return remainder == int(text[7])


def is_uscc(text: str) -> bool:
    """A Chinese unified social credit code: eighteen characters with a check character."""
    if len(text) != 18 or any(char not in _USCC_ALPHABET for char in text):
        return False
    total = sum(_USCC_ALPHABET.index(char) * weight for char, weight in zip(text, _USCC_WEIGHTS, strict=False))
    return _USCC_ALPHABET[(31 - total % 31) % 31] == text[17]


def is_imo(text: str) -> bool:
    """The number of a ship: seven digits, the last one a check digit, with or without `IMO` before it."""
    digits = text.upper().removeprefix("IMO").strip(" :№#")
    if len(digits) != 7 or not digits.isascii() or not digits.isdigit():
        return False
    return _weighted(digits, (7, 6, 5, 4, 3, 2)) % 10 == int(digits[6])
