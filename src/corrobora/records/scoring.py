"""How well a column fits a property: header words and value shapes, weighed in nats and added."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from corrobora.records.headers import says_something
from corrobora.records.kinds.field import SHAPE_WORTH, Field, header_match
from corrobora.records.profile import Profile

NOTHING_WORTH = 3.0
"""What must be outweighed before a column is taken for anything."""

_AGAINST, _LEAST_OF_TEXT = 6.0, -2.0
_HEADER_EXACT, _HEADER_PART, _HEADER_WEAK = 6.0, 3.6, 0.5
_SERIALS = 1.5
"""What five digits are worth under a header that says date: days as spreadsheets count them."""
_TYPED_ELSEWHERE = ("date", "number", "email", "url", "inn", "ogrn", "direction", "sex", "phone", "flight")


@dataclass(frozen=True, slots=True)
class Fit:
    """One column as one property.

    Attributes:
        column: index of the column.
        field: the property.
        score: nats; above `NOTHING_WORTH` it is more likely than not.
        header: how well the header says so, 0 to 1.
        values: what the values say, nats.
        is_named: whether the header says anything at all.
    """

    column: int
    field: Field
    score: float
    header: float
    values: float
    is_named: bool = True


def fit(column: int, field: Field, profile: Profile) -> Fit:
    """Weighs a column as a property."""
    header = header_match(field, profile.header)
    is_named = says_something(profile.header)
    values = _value_worth(field, profile)
    if header >= 0.45 and field.parser in ("date", "birth") and profile.share("serial_date"):
        values = _SERIALS
    if header >= 0.99 and "text" in field.shapes:
        # what may hold anything may hold numbers too
        values = max(values, _LEAST_OF_TEXT)
    score = _header_worth(header, field) + values - (_AGAINST * profile.share(field.against) if field.against else 0.0)
    if header == 0.0:
        # A header that says something else is evidence against; none, or one that nobody knows, is not.
        score -= 1.5 if is_named else 0.3
        if not field.bare:
            score = min(score, 0.0) if is_named or field.named else score - 0.4
    if profile.count == 0:
        score = min(score, NOTHING_WORTH + 1.0)
    return Fit(column, field, score, header, values, is_named)


def _header_worth(match: float, field: Field) -> float:
    if match >= 0.99:
        worth = _HEADER_EXACT
    elif match > 0:
        worth = 1.2 + _HEADER_PART * match
    else:
        return 0.0
    return worth * (_HEADER_WEAK if field.weak else 1.0)


def _value_worth(field: Field, profile: Profile) -> float:
    if profile.count == 0:
        return 0.0
    allowed = field.shapes.split()
    worths = [SHAPE_WORTH[shape] * _trust(profile.share(shape)) for shape in allowed]
    best = max(worths, default=0.0)
    share = max((profile.share(shape) for shape in allowed), default=0.0)
    if "text" not in allowed:
        return best if share >= 0.5 else -6.0 * (1 - share) if profile.count >= 3 else -1.0
    if best <= 0.0:
        elsewhere = max((profile.share(shape) for shape in _TYPED_ELSEWHERE if shape not in allowed), default=0.0)
        letters = profile.share("text")
        return -3.0 * elsewhere - (2.0 if letters < 0.3 else 0.0)
    return best


def _trust(share: float) -> float:
    """A shape that half the cells have says little; one that nearly all have says what it says."""
    return max(0.0, (share - 0.4) / 0.6) if share < 0.97 else 1.0


def assign(fits: Sequence[Fit], *, unnamed: float = NOTHING_WORTH - 0.5) -> list[Fit]:
    """Gives each column at most one property and each property at most one column, best first.

    Args:
        fits: every column as every property.
        unnamed: what a column without a header must reach; a column of a known kind holds something.
    """
    taken_columns: set[int] = set()
    taken_properties: set[str] = set()
    chosen = []
    for candidate in sorted(fits, key=lambda item: -item.score):
        if (
            candidate.score < (NOTHING_WORTH - 0.5 if candidate.is_named else unnamed)
            or candidate.column in taken_columns
        ):
            continue
        if candidate.field.property in taken_properties and not candidate.field.many:
            continue
        taken_columns.add(candidate.column)
        taken_properties.add(candidate.field.property)
        chosen.append(candidate)
    return sorted(chosen, key=lambda item: item.column)


def confidence(chosen: Fit, rivals: Sequence[Fit]) -> float:
    """The probability that a column is what it was taken for, against nothing and against its rivals."""
    others = [
        item.score for item in rivals if item.column == chosen.column and item.field.property != chosen.field.property
    ]
    weights = [
        math.exp(NOTHING_WORTH - chosen.score),
        *(math.exp(score - chosen.score) for score in others if score > 0),
    ]
    return 1.0 / (1.0 + sum(weights))
