"""How common a name is: in general, within one set of records, and in each script that could hold it.

A name in Hanzi is rarer than what a passport makes of it: VAN MIN is borne by every Wang Min and every Wan Min. The
shares shipped with the library are the prior; what a set counts outweighs them as the set grows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from corrobora.names.chinese import chinese_form, prior
from corrobora.names.keys import exact_keys
from corrobora.names.labels import variants
from corrobora.names.persons import token_share

_PRIOR_ROWS = 1000.0
_WORTH_SAYING = 0.01
_SYSTEMS = ("pinyin", "palladius", "icao")


@dataclass(frozen=True, slots=True)
class NameCounts:
    """The hidden names of a set and how many of its forms stand for each.

    Attributes:
        total: number of forms counted.
        counts: exact key -> expected number of forms; a form with several readings is divided among them.
    """

    total: int = 0
    counts: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Commonness:
    """How common a written form is.

    Attributes:
        share: share of people whose name can be written so.
        expected: how many of the counted set that is.
        seen: how many forms of the set can be this name.
        hidden: number of names, none much rarer than the other, that cannot be told apart in this form.
        by_system: the share of the name's usual form in each system: "as written", and for Chinese "pinyin",
            "palladius" and "icao", what a passport makes of it.
    """

    share: float
    expected: float
    seen: float
    hidden: int
    by_system: dict[str, float]


def count_names(forms: Iterable[str] | Mapping[str, int]) -> NameCounts:
    """Counts the names of a set.

    Args:
        forms: one form a person or row; or each distinct form with how many bear it.

    Example:
        >>> count_names(["Ван Минлян", "Wang Mingliang", "Li Wei"]).counts["zh:wang|ming-liang"]
        2.0
    """
    counts: dict[str, float] = {}
    total = 0
    for form, number in forms.items() if isinstance(forms, Mapping) else ((form, 1) for form in forms):
        shares = _key_shares(form)
        whole = sum(shares.values()) or 1.0
        for key, share in shares.items():
            counts[key] = counts.get(key, 0.0) + number * share / whole
        total += number
    return NameCounts(total, counts)


def commonness(form: str, counts: NameCounts | None = None) -> Commonness:
    """How common a name is in a set, and in each script.

    Args:
        form: any written form of the name.
        counts: the names of the set; without it only the general shares speak.

    Example:
        >>> common = commonness("王敏").by_system
        >>> common["icao"] > common["palladius"]
        True
    """
    known = counts or NameCounts()
    seen = sum(known.counts.get(key, 0.0) for key in _key_shares(form))
    share = _share(form, known)
    by_system = {"as written": share}
    if chinese_form(form) is not None and any(key.startswith("zh:") for key in exact_keys(form)):
        for variant in variants(form):
            if variant.system in _SYSTEMS:
                by_system.setdefault(variant.system, _share(variant.text, known))
    return Commonness(share, share * known.total, seen, _hidden(form), by_system)


def written_so(form: str) -> tuple[float, int]:
    """What `commonness` says of a form itself: its general share, and how many names cannot be told apart in it."""
    return _share(form, NameCounts()), _hidden(form)


def _hidden(form: str) -> int:
    """How many names a form may well stand for; one that hardly anybody bears hides nothing, nor does the order."""
    shares = _key_shares(form)
    least = _WORTH_SAYING * max(shares.values(), default=0.0)
    likely = (key.partition(":")[2] for key, share in shares.items() if share >= least)
    return max(1, len({frozenset(key.replace("-", "").split("|")) for key in likely}))


def _share(form: str, known: NameCounts) -> float:
    found = _key_shares(form)
    whole = known.total + _PRIOR_ROWS
    return min(1.0, sum((known.counts.get(key, 0.0) + _PRIOR_ROWS * share) / whole for key, share in found.items()))


@lru_cache(maxsize=65536)
def _key_shares(form: str) -> dict[str, float]:
    """The hidden names of a form, each with its share among people of that language."""
    out: dict[str, float] = {}
    for key in sorted(exact_keys(form)):
        kind, _, rest = key.partition(":")
        family, _, given = rest.partition("|")
        if kind == "zh":
            out[key] = prior((family, given))
        else:
            out[key] = token_share(family) * (token_share(given) if given else 1.0)
    return out
