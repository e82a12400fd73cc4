"""A list of names against everything in the case: people, firms, papers, rows. Hits are leads, never findings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from corrobora import names
from corrobora.corroboration.outcomes import document_key

PERSON_PROPERTIES = (
    "name",
    "owner",
    "director",
    "plaintiff",
    "defendant",
    "sender",
    "receiver",
    "asset",
    "payer",
    "payee",
    "counterparty",
)
"""Properties of prepared rows that hold names of people or firms."""

_LEAST, _LEAST_OF_FIRMS = 0.5, 0.8
# Names that only sound alike are many: one that is brought up so has to be the likelier.
_LEAST_BY_SOUND = 0.9
_BIRTH_DAYS = 365.25 * 40


_FIRM = re.compile(
    r"[«»\"“”]|\b(?:ООО|АО|ПАО|ЗАО|ОАО|НПО|НПП|НИИ|ИП|ТОВ|ПрАТ|ДП|ТОО|LLC|LLP|JSC|PJSC|Ltd|Inc|Co|Corp|GmbH|PLC|Limited|Company|Group)\b"
    r"|公司|集团|厂|研究|局|所$|大学|завод|институт|компания|корпорация|фонд|банк",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One entry of the list: its place there, the name, and what else the list knows."""

    line: int
    name: str
    birth_date: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands in the case: a page (document, page) or a row (dataset, row), with what stands beside it."""

    name: str
    kind: str
    where: str
    number: int
    birth_date: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the list and a place that may be the same person or firm.

    Attributes:
        tier: exact, slip, initial or likely for people; firm for organisations.
        score: 0 to 1 that the two forms are of one name.
        verdict: "same document", "same birth date", "another birth date", "another document" or "name alone".
        bearers: how many places of the case bear this name.
        because: why the two are held to be one, in words.
        share: share of people whose name can be written so, in general; None for firms.
        hidden: number of names that cannot be told apart in this form; 1 for firms.
        expected: how many other names of the case would agree as well by chance (`chance_of`); None for firms.
    """

    wanted: Wanted
    place: Place
    tier: str
    score: float
    verdict: str
    bearers: int
    because: tuple[str, ...] = ()
    share: float | None = None
    hidden: int = 1
    expected: float | None = None


def chance_of(share: float, population: int, verdict: str) -> float:
    """How many names of the case would agree as well as this one if their bearers were people at large.

    A rough figure, for a list: it takes the share of the name in general, not in the record set, and a birth date for
    one of forty years of days. What the case asserts of a person is measured in the set itself (docs/method.md).

    Args:
        share: of people whose name can be written so.
        population: distinct names in the case.
        verdict: what else agrees.

    Example:
        >>> chance_of(1e-4, 20_000, "name alone"), round(chance_of(1e-4, 20_000, "same birth date"), 6)
        (2.0, 0.000137)
    """
    other = {"same document": 0.0, "same birth date": 1 / _BIRTH_DAYS}
    return share * population * other.get(verdict, 1.0)


def keys_of(text: str) -> frozenset[str]:
    """Keys of a name that may be a person's or a firm's.

    A word alone is a firm's key, never a person's: everybody called Wang would meet.
    """
    keys, firm = names.exact_keys(text), names.organization_keys(text)
    if not _FIRM.search(text) and any(key.startswith(("zh:", "sl:")) and key[-1] != "|" for key in keys):
        firm = frozenset(key for key in firm if not key.startswith(("b:", "n:")))
    return keys | firm


def _sounds(text: str, make: Callable[[str], frozenset[str]]) -> frozenset[str]:
    """Keys by sound of a name that may be a person's."""
    return frozenset() if _FIRM.search(text) else make(text)


def screen(wanted: Sequence[Wanted], places: Iterable[Place], aliases: names.Aliases | None = None) -> Iterator[Hit]:
    """Every hit of a list, in the order of the list, the strongest of each name first.

    Args:
        wanted: the list; 100,000 names are no trouble.
        places: every place of the case, in any order, many of one name.
        aliases: what the case knows that organisations are also called.
    """
    known = aliases or names.Aliases()
    by_key: dict[str, list[Wanted]] = defaultdict(list)
    by_sound: dict[str, list[Wanted]] = defaultdict(list)
    for entry in wanted:
        for key in _all_keys(entry.name, known):
            by_key[key].append(entry)
        for key in _sounds(entry.name, names.sound_keys):
            by_sound[key].append(entry)
    grouped: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        grouped[place.name].append(place)
    found: dict[int, list[Hit]] = defaultdict(list)
    for name, there in grouped.items():
        entries = {id(e): e for key in keys_of(name) for e in by_key.get(key, ())}
        for entry in entries.values():
            found[entry.line] += _hits((entry, name, there), known, len(grouped))
        alike = {id(e): e for key in _sounds(name, names.stored_sound_keys) for e in by_sound.get(key, ())}
        for entry in (alike[one] for one in alike.keys() - entries.keys()):
            found[entry.line] += _hits((entry, name, there), known, len(grouped), _LEAST_BY_SOUND)
    for line in sorted(found):
        yield from sorted(
            found[line], key=lambda hit: (-_RANK[hit.verdict], -hit.score, hit.place.where, hit.place.number)
        )


def _all_keys(name: str, aliases: names.Aliases) -> frozenset[str]:
    """Keys of a name and of what else its bearer is called."""
    forms = names.other_forms(name, "Organization", aliases)
    return keys_of(name).union(*(names.organization_keys(form) for form in forms))


def _hits(
    pair: tuple[Wanted, str, Sequence[Place]], aliases: names.Aliases, population: int, least: float = _LEAST
) -> list[Hit]:
    """The places of a name, where it may be the entry's."""
    entry, name, there = pair
    if _is_firm(entry.name, name, aliases):
        one = names.compare(entry.name, name, "Organization", aliases)
        tier, common = "firm", None
    else:
        one = names.compare(entry.name, name)
        if one.score < least:
            return []
        tier, common = names.tier(entry.name, name) or "likely", names.commonness(name)
    if one.score < (max(least, _LEAST_OF_FIRMS) if tier == "firm" else least):
        return []
    share, hidden = (common.share, common.hidden) if common is not None else (None, 1)
    hits = []
    for place in there:
        verdict = _verdict(entry, place)
        expected = chance_of(share, population, verdict) if share is not None else None
        hits.append(Hit(entry, place, tier, one.score, verdict, len(there), one.reasons, share, hidden, expected))
    return hits


def _is_firm(one: str, other: str, aliases: names.Aliases) -> bool:
    return all(_FIRM.search(name) or aliases.of(name, "Organization") for name in (one, other))


_RANK = {"same document": 4, "same birth date": 3, "name alone": 2, "another birth date": 1, "another document": 0}


def _verdict(wanted: Wanted, place: Place) -> str:
    if wanted.document and place.document:
        same = document_key(wanted.document) == document_key(place.document)
        return "same document" if same else "another document"
    if wanted.birth_date and place.birth_date:
        size = min(len(wanted.birth_date), len(place.birth_date))
        return "same birth date" if wanted.birth_date[:size] == place.birth_date[:size] else "another birth date"
    return "name alone"
