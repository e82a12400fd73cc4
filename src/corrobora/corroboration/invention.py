"""Invented names: family and given parts drawn from the shares of the record set itself.

They measure chance twice: their compatible travellers are the prior of a name's frequency, and the decoys bear them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Parts = tuple[str, ...]
"""A name in parts, family name first: ("wang", "ming", "liang"), ("ларин", "григорий", "борисович")."""


@dataclass(frozen=True, slots=True)
class NameModel:
    """Shares of the parts of the names of one stratum.

    Parts are independent of each other given the name's form: the number of parts, and for names with a patronymic or a
    gendered surname the last letters, so that no invented man bears a woman's patronymic.

    Attributes:
        forms: form -> share; `parts`: (form, position) -> part -> share.
    """

    forms: dict[str, float]
    parts: dict[tuple[str, int], dict[str, float]]

    def frequency(self, parts: Parts) -> float:
        """The modelled share of a name; a part never seen counts as a tenth of the rarest."""
        form = form_of(parts)
        share = self.forms.get(form, 1e-6)
        for position, part in enumerate(parts):
            known = self.parts.get((form, position), {})
            share *= known.get(part) or (min(known.values()) / 10 if known else 1e-4)
        return share

    def draw(self, count: int, random: np.random.Generator) -> list[Parts]:
        """Invented names, drawn by their shares."""
        names = list(self.forms)
        if not names:
            return []
        weights = np.array([self.forms[form] for form in names])
        picked = Counter(random.choice(len(names), size=count, p=weights / weights.sum()).tolist())
        drawn: list[Parts] = []
        for index, many in sorted(picked.items()):
            columns = [self._column(names[index], position, many, random) for position in range(_length(names[index]))]
            drawn += list(zip(*columns, strict=True))
        order = random.permutation(len(drawn))
        return [drawn[i] for i in order]

    def _column(self, form: str, position: int, many: int, random: np.random.Generator) -> list[str]:
        known = self.parts[form, position]
        weights = np.fromiter(known.values(), dtype=float)
        keys = list(known)
        return [keys[i] for i in random.choice(len(keys), size=many, p=weights / weights.sum())]


def form_of(parts: Parts) -> str:
    """The form of a name: its number of parts and, of three, the ending of the last one (the patronymic)."""
    ending = parts[-1][-2:] if len(parts) == 3 and len(parts[-1]) > 6 else ""
    return f"{len(parts)}{ending}"


def _length(form: str) -> int:
    return int(form[0])


def learn(names: Iterable[tuple[Parts, float]]) -> NameModel:
    """Counts the shares of forms and parts; each name comes with how many travellers bear it."""
    counted: Counter[tuple[str, int, str]] = Counter()
    for name, weight in names:
        if not name or len(name) > 6:
            continue
        form = form_of(name)
        counted[form, -1, ""] += weight  # type: ignore[assignment]
        for position, part in enumerate(name):
            counted[form, position, part] += weight  # type: ignore[assignment]
    return modelled((*key, float(weight)) for key, weight in sorted(counted.items()))


def modelled(counts: Iterable[tuple[str, int, str, float]]) -> NameModel:
    """Shares from counts of (form, position, part); position -1 counts the names of the form.

    Args:
        counts: in order, so that the same set gives the same invented people.
    """
    forms: dict[str, float] = {}
    parts: dict[tuple[str, int], dict[str, float]] = {}
    for form, position, part, weight in counts:
        if position < 0:
            forms[form] = weight
        else:
            parts.setdefault((form, position), {})[part] = weight
    total = sum(forms.values())
    usual = {form: count / total for form, count in sorted(forms.items()) if count / total > 0.002}
    shares = {}
    for key, counter in parts.items():
        if key[0] in usual:
            bearers = sum(counter.values())
            shares[key] = {part: count / bearers for part, count in counter.items()}
    return NameModel(usual, shares)


@dataclass(frozen=True, slots=True)
class Prior:
    """Mean and spread of the number of compatible travellers of names as frequent as this one, per tier.

    Attributes:
        mean: m0 for each tier; `shape`: a = m0^2 / (v - m0), kept in [.3, 20].
    """

    mean: npt.NDArray[np.float64]
    shape: npt.NDArray[np.float64]

    def expected(self, counted: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """lambda: the count of compatible others, drawn towards what names of this frequency have."""
        return (counted + self.shape) / (1 + self.shape / self.mean)


class Band:
    """Invented names in order of their modelled frequency, with their counts of compatible travellers.

    Args:
        frequency: modelled frequency of each invented name.
        counts: (names, tiers) compatible travellers.
    """

    WIDTH, FACTOR, FEWEST = 250, 1.4, 30

    def __init__(self, frequency: npt.NDArray[np.float64], counts: npt.NDArray[np.float64]) -> None:
        order = np.argsort(frequency, kind="stable")
        self.order = order
        self.log = np.log(frequency[order])
        self.counts = counts[order]

    def _near(self, frequency: float) -> npt.NDArray[np.int64]:
        """Places, by rising frequency, of up to 250 names within a factor 1.4 (the nearest 30 where fewer are)."""
        middle = int(np.searchsorted(self.log, math.log(frequency)))
        first = max(0, middle - self.WIDTH)
        distance = np.abs(self.log[first : middle + self.WIDTH] - math.log(frequency))
        near = np.argsort(distance, kind="stable")[: self.WIDTH]
        inside = near[distance[near] <= math.log(self.FACTOR)]
        chosen = inside if inside.size >= self.FEWEST else near[: self.FEWEST]
        return first + chosen

    def members(self, frequency: float) -> npt.NDArray[np.int64]:
        """Indices of the invented names that are as frequent as this one."""
        return self.order[self._near(frequency)] if self.log.size else np.zeros(0, dtype=np.int64)

    def prior(self, frequency: float) -> Prior:
        """The prior for a name of this frequency."""
        tiers = self.counts.shape[1]
        if self.log.size == 0:
            return Prior(np.full(tiers, 0.5), np.full(tiers, 0.3))
        counts = self.counts[self._near(frequency)]
        # A tier in which none of 250 names has a traveller is rare, not impossible: half a traveller among them all.
        mean = np.maximum(counts.mean(axis=0), 0.5 / counts.shape[0])
        variance = counts.var(axis=0)
        shape = mean**2 / np.maximum(variance - mean, 1e-9)
        return Prior(mean, np.clip(shape, 0.3, 20))
