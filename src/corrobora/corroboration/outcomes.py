"""What two birth dates or two document numbers say to each other: equal, one slip apart, or different."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

ABSENT, EQUAL, SLIP, DIFFERENT = 0, 1, 2, 3
"""Outcomes of comparing one field."""

Days = npt.NDArray[np.int64]

_TWINS = str.maketrans("АВЕКМНОРСТУХІ", "ABEKMHOPCTYXI")


def birth_number(iso: str | None) -> int:
    """A full birth date as the number yyyymmdd; a bare year or month with zeros (19700000); 0 where there is none."""
    if iso is None or not re.fullmatch(r"\d{4}(-\d\d){0,2}", iso):
        return 0
    return int(iso.replace("-", "").ljust(8, "0"))


def compare_births(one: Days, other: Days) -> npt.NDArray[np.int8]:
    """The outcome for each pair of birth numbers.

    A slip is one wrong digit, day and month exchanged, or two neighbouring digits exchanged.
    A bare year that fits says nothing.
    """
    result = np.full(one.shape, DIFFERENT, dtype=np.int8)
    digits = np.stack([(one // 10**k) % 10 != (other // 10**k) % 10 for k in range(8)])
    unlike = digits.sum(axis=0)
    swapped = (one // 10000 == other // 10000) & (one // 100 % 100 == other % 100) & (one % 100 == other // 100 % 100)
    result[(unlike == 1) | swapped | _neighbours(one, other, digits)] = SLIP
    result[one == other] = EQUAL
    partial = (one % 100 == 0) | (other % 100 == 0)
    fits = (one // 10000 == other // 10000) & (
        (one % 10000 == 0) | (other % 10000 == 0) | (one // 100 % 100 == other // 100 % 100)
    )
    result[partial] = np.where(fits[partial], ABSENT, DIFFERENT)
    result[(one == 0) | (other == 0)] = ABSENT
    return result


def _neighbours(one: Days, other: Days, unlike: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    result = np.zeros(one.shape, dtype=bool)
    for k in range(7):
        pair = unlike[k] & unlike[k + 1] & (unlike.sum(axis=0) == 2)
        crossed = ((one // 10**k) % 10 == (other // 10 ** (k + 1)) % 10) & (
            (one // 10 ** (k + 1)) % 10 == (other // 10**k) % 10
        )
        result |= pair & crossed
    return result


def near_births(births: Days) -> tuple[Days, Days]:
    """All dates that `compare_births` calls equal or a slip away: places in `births`, and the dates.

    Bare years and months are left out: they say nothing.
    """
    places = np.flatnonzero((births > 0) & (births % 100 > 0) & (births // 100 % 100 > 0))
    whole = births[places]
    year, month, day = whole // 10000, whole // 100 % 100, whole % 100
    digits = [whole // 10**k % 10 for k in range(8)]
    ways = [whole, year * 10000 + day * 100 + month]
    ways += [whole + (new - digits[k]) * 10**k for k in range(8) for new in range(10)]
    ways += [whole + (digits[k + 1] - digits[k]) * (10**k - 10 ** (k + 1)) for k in range(7)]
    found = np.stack(ways) if places.size else np.zeros((1, 0), dtype=np.int64)
    day_of, month_of = found % 100, found // 100 % 100
    real = (day_of >= 1) & (day_of <= 31) & (month_of >= 1) & (month_of <= 12)
    pairs = np.unique(np.broadcast_to(places, found.shape)[real] * 10**8 + found[real])
    return pairs // 10**8, pairs % 10**8


def document_key(number: str | None) -> str:
    """A document number without blanks and signs, Cyrillic letters that look Latin made Latin; "" for none."""
    if number is None:
        return ""
    return re.sub(r"[\W_]+", "", number.upper().translate(_TWINS))


def compare_documents(one: npt.NDArray[np.str_], other: npt.NDArray[np.str_]) -> npt.NDArray[np.int8]:
    """The outcome for each pair of document keys; a slip is one wrong sign or two neighbours exchanged."""
    if one.size == 0:
        return np.zeros(0, dtype=np.int8)
    result = np.full(one.shape, DIFFERENT, dtype=np.int8)
    width = max(one.dtype.itemsize, other.dtype.itemsize) // 4
    left = one.astype(f"<U{width}").view(np.uint32).reshape(one.size, width)
    right = other.astype(f"<U{width}").view(np.uint32).reshape(other.size, width)
    unlike = left != right
    count = unlike.sum(axis=1)
    same_length = np.char.str_len(one) == np.char.str_len(other)
    crossed = np.zeros(one.size, dtype=bool)
    for k in range(width - 1):
        crossed |= (count == 2) & (left[:, k] == right[:, k + 1]) & (left[:, k + 1] == right[:, k]) & unlike[:, k]
    result[same_length & ((count == 1) | crossed)] = SLIP
    result[count == 0] = EQUAL
    result[(one == "") | (other == "")] = ABSENT
    return result
