"""Bearers of names: each appearance with the keys, numbers and surroundings that decide who is who."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from corrobora import names
from corrobora.model.facts import Appearance

BUSINESS = frozenset({"delegation", "host", "author", "addressee", "signer", "holder", "responsible", "owner"})
"""Sides on which a name is one of the case's business, not a passing mention."""

_TWINS = str.maketrans("АВЕКМНОРСТУХІ", "ABEKMHOPCTYXI")


@dataclass(frozen=True, slots=True)
class Bearer:
    """One appearance, made comparable.

    Attributes:
        keys: exact keys that all forms of the appearance share; `initials`: keys by family and initial.
        hanzi: the Hanzi form, or "".
        short: only an initial of the given name is known.
        births, documents: what the appearance states, 0 or 1 of each.
        visit: key of the visit its group belongs to, or ""; `paper`: path of the document.
        posts: title and organisation, each with its script, "" where not stated.
    """

    index: int
    forms: tuple[str, ...]
    keys: frozenset[str]
    initials: frozenset[str]
    hanzi: str
    short: bool
    births: frozenset[str]
    documents: frozenset[str]
    visit: str
    paper: str
    side: str
    title: str
    organization: str

    @property
    def is_business(self) -> bool:
        """Whether the name stands where the case's people stand."""
        return self.side in BUSINESS or bool(self.visit)


def document_key(number: str) -> str:
    """A document number without blanks and signs, Cyrillic letters that look Latin made Latin."""
    return re.sub(r"[\W_]+", "", number.upper().translate(_TWINS))


def bearer(index: int, one: Appearance, visits: Mapping[str, str]) -> Bearer:
    """The appearance with its keys.

    Args:
        index: its place.
        one: the appearance.
        visits: group (request number or path) -> key of the visit.
    """
    forms = tuple(form.text for form in one.names if form.text.strip())
    paper = one.spans[0].document if one.spans else one.group
    keys = common_keys(forms)
    return Bearer(
        index=index,
        forms=forms,
        keys=keys,
        initials=frozenset().union(*(names.initial_keys(form) for form in forms)) if forms else frozenset(),
        hanzi=next((form for form in forms if names.script(form) == "Han"), ""),
        short=not keys,
        births=frozenset({one.birth_date} if one.birth_date else ()),
        documents=frozenset({document_key(one.document_number)} if one.document_number else ()),
        visit=visits.get(one.group, "") or visits.get(paper, ""),
        paper=paper,
        side=one.side,
        title=one.title or "",
        organization=one.organization or "",
    )


def common_keys(forms: tuple[str, ...]) -> frozenset[str]:
    """The exact keys that all full forms share; where they share none, those of the first."""
    full = [keys for form in forms if (keys := full_keys(form))]
    if not full:
        return frozenset()
    common = full[0]
    for keys in full[1:]:
        common = common & keys or common
    return common


@lru_cache(maxsize=16384)
def full_keys(form: str) -> frozenset[str]:
    """The exact keys of a form that has a given name."""
    return frozenset(key for key in names.exact_keys(form) if not key.startswith("x:") and key.partition("|")[2])


@lru_cache(maxsize=16384)
def organization_key(name: str) -> str:
    """The key of an organisation's name, "" where there is none."""
    return names.organization_key(name) if name else ""
