"""Telephone numbers and mail addresses; no mention types of the contract, but facts use them."""

from __future__ import annotations

import re

from corrobora.mentions.calendar_words import even

_MAIL = re.compile(
    r"(?<![\w.+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?\.[A-Za-z]{2,24}"
    r"(?![A-Za-z0-9])"
)
_PHONE = re.compile(
    r"(?<![\d.,№/-])(?:\+\d{1,3}|8)[\s(-]{1,2}\d{2,5}[\s)-]{0,2}(?:\d[\s-]?){4,8}\d(?![\d.,]\d)|"
    r"(?<![\d+])\+\d{10,13}(?!\d)"
)
_LABELLED = re.compile(
    r"(?:тел(?:ефон|\.)?|факс|tel\.?|phone|fax|电话|手机|传真)[\s:：.№/]{0,4}(?P<n>\+?[\d(][\d\s()-]{5,20}\d)",
    re.IGNORECASE,
)


def find_mails(text: str) -> list[tuple[int, int, str]]:
    """(start, end, address in small letters) of every mail address."""
    return [(*match.span(), match[0].lower()) for match in _MAIL.finditer(even(text))]


def find_phones(text: str) -> list[tuple[int, int, str]]:
    """(start, end, number as + and figures) of every telephone number; a Russian 8 in front becomes +7."""
    plain = even(text)
    spans = {match.span() for match in _PHONE.finditer(plain)} | {
        match.span("n") for match in _LABELLED.finditer(plain)
    }
    found: list[tuple[int, int, str]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end, _normal(plain[start:end])))
    return found


def _normal(written: str) -> str:
    digits = re.sub(r"\D", "", written)
    if "+" not in written and len(digits) == 11 and digits[0] == "8":
        return "+7" + digits[1:]
    return ("+" if "+" in written else "") + digits
