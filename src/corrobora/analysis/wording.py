"""Statements: one English sentence, worded no stronger than the grade allows."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence

from corrobora.model.dates import is_day
from corrobora.model.findings import Grade

LOUD = re.compile(r"\b(confirmed|proved|proven|established)\b", re.IGNORECASE)
QUIETER = {"confirmed": "affirmed", "proved": "shown", "proven": "shown", "established": "founded"}


def statement(
    grade: Grade, clause: str, sources: Iterable[str] = (), against: str = "", lead: str = "according to"
) -> str:
    """The sentence for a clause at a grade.

    Args:
        grade: how well the finding stands.
        clause: what it says, in the past tense, without a capital or a full stop.
        sources: names of the sources that say so.
        against: what contradicts it, for contradicted findings.
        lead: what stands before the sources of an unverified clause.

    Example:
        >>> statement(Grade.UNVERIFIED, "Li Wen visited Tula", ["the archive"])
        'According to the archive, Li Wen visited Tula.'
        >>> statement(Grade.PROBABLE, "Li Wen visited Tula")
        'Very likely Li Wen visited Tula.'
    """
    # a name that holds a comma would run into the next one
    names = listing(f"\u201c{name}\u201d" if "," in name else name for name in dict.fromkeys(sources))
    body = " ".join(clause.split()).rstrip(".")
    if grade is Grade.CONFIRMED:
        text = f"{body}, confirmed by {names}" if names else f"it is confirmed that {body}"
    elif grade is Grade.PROBABLE:
        text = f"very likely {body}"
    elif grade is Grade.POSSIBLE:
        text = f"it may be that {body}"
    elif grade is Grade.CONTRADICTED:
        text = f"that {body} is contradicted by {against or 'other evidence'}"
    else:
        text = f"{lead} {names or 'one source'}, {body}"
    sentence = text[:1].upper() + text[1:] + "."
    return sentence if grade is Grade.CONFIRMED else LOUD.sub(lambda found: QUIETER[found[0].lower()], sentence)


def listing(words: Iterable[str]) -> str:
    """Words joined as in a sentence: "a", "a and b", "a, b and c"."""
    known = [word for word in words if word]
    if len(known) < 2:
        return "".join(known)
    return ", ".join(known[:-1]) + " and " + known[-1]


def day(iso: str | None) -> str:
    """A partial date in words: "5 October 2024", "October 2024", "2024"."""
    if iso is None:
        return "an unknown date"
    parts = iso.split("-")
    if len(parts) == 1 or not all(part.isdigit() for part in parts):
        return iso
    month = calendar.month_name[int(parts[1])] if 1 <= int(parts[1]) <= 12 else parts[1]
    return f"{int(parts[2])} {month} {parts[0]}" if is_day(iso) else f"{month} {parts[0]}"


def money(value: dict[str, str] | None) -> str:
    """An amount in words a reader takes in at a glance: "USD 399,670,000"."""
    if value is None:
        return "an unstated amount"
    whole, _, cents = value["amount"].partition(".")
    return f"{value['currency']} {int(whole):,}" + (f".{cents}" if cents else "")


def count(number: int, noun: str, plural: str = "") -> str:
    """A number and its noun: "1 visit", "3 visits"."""
    return f"{number} {noun}" if number == 1 else f"{number} {plural or noun + 's'}"


def short(words: Sequence[str], limit: int = 4) -> str:
    """A listing of the first few, and how many more there are."""
    if len(words) <= limit:
        return listing(words)
    return f"{', '.join(words[:limit])} and {len(words) - limit} more"
