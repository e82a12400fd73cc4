"""Numbers with a comma or a point for the decimals, grouped or not, as decimal text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

COMMA, POINT = "number_comma", "number_point"

_AFFIX = re.compile(r"^[^\d(+\-]*|[^\d)]*$")
_SHAPE = re.compile(r"^[+\-]?\d[\d\s.,'’]*$")
_LETTERS = re.compile(r"[^\W\d_]{5,}")


def column_form(values: Iterable[str]) -> str:
    """Whether a column writes its decimals after a comma or a point."""
    comma = point = 0
    for value in values:
        text = _bare(value)
        last_comma, last_point = text.rfind(","), text.rfind(".")
        if last_comma > last_point:
            comma += not _is_grouped(text, ",") or last_point >= 0
            point += _is_grouped(text, ",") and last_point < 0
        elif last_point > last_comma:
            point += not _is_grouped(text, ".") or last_comma >= 0
            comma += text.count(".") > 1 and _is_grouped(text, ".")
    return COMMA if comma > point else POINT


def parse(untrusted_text: str, form: str = POINT) -> str | None:
    """Reads one cell; decimal text without exponent, or None.

    Example:
        >>> parse("1 234 567,50 руб.", "number_comma"), parse("(12.5)")
        ('1234567.50', '-12.5')
    """
    if _LETTERS.search(untrusted_text):
        return None
    negative = untrusted_text.strip().startswith("(") and untrusted_text.strip().endswith(")")
    text = _bare(untrusted_text)
    if not _SHAPE.match(text):
        return _scientific(untrusted_text)
    grouping, decimal = (".", ",") if form == COMMA else (",", ".")
    text = re.sub(r"[\s'’]", "", text).replace(grouping, "")
    if text.count(decimal) > 1:
        text = text.replace(decimal, "")
    text = text.replace(decimal, ".").rstrip(".")
    return _plain(f"-{text}" if negative else text)


def _bare(text: str) -> str:
    return _AFFIX.sub("", text.strip().replace("−", "-").replace("(", "").replace(")", ""))


def _is_grouped(text: str, mark: str) -> bool:
    head, *groups = text.lstrip("+-").split(mark)
    return bool(groups) and 1 <= len(head) <= 3 and head != "0" and all(len(group) == 3 for group in groups)


def _scientific(text: str) -> str | None:
    return _plain(text.strip()) if re.fullmatch(r"[+\-]?\d+(\.\d+)?[eE][+\-]?\d{1,3}", text.strip()) else None


def _plain(text: str) -> str | None:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return format(value, "f") if value.is_finite() and abs(value.adjusted()) < 40 else None
