"""The invented people of a set: what its names give as priors, and who the decoys are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from corrobora.corroboration import gathering
from corrobora.corroboration.days import Window
from corrobora.corroboration.dictionary import look_up
from corrobora.corroboration.gathering import Query
from corrobora.corroboration.invention import Band, NameModel, modelled
from corrobora.corroboration.outcomes import EQUAL, SLIP
from corrobora.corroboration.scoring import Hits
from corrobora.corroboration.shelf import Shelf
from corrobora.corroboration.spelling import CHINESE, OTHER_TRADITION, Spelling, parts_of, spell_parts

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

POOL, SMALL_POOL = 4000, 1000
"""Invented names per stratum, of a large and of a small set."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A person of the case as the search sees them.

    Attributes:
        person: id.
        windows: the days around the visits they take part in, or around an enlistment.
    """

    person: str
    spelling: Spelling
    birth: int
    documents: tuple[str, ...]
    windows: tuple[Window, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stratum:
    """What a set says of the names of one tradition; `free`: which invented names nobody of the case bears."""

    model: NameModel
    band: Band
    patterns: Floats
    births: Ints
    documents: npt.NDArray[np.object_]
    invented: list[Query]
    free: npt.NDArray[np.bool_]


class Crowd:
    """The name models of a set, their invented names, and the priors these give.

    Args:
        shelf: the set.
        subjects: who is looked for.
        travellers: (strata, patterns) counts of the set.
        random: draws the invented people.
    """

    def __init__(
        self, shelf: Shelf, subjects: Sequence[Subject], travellers: Floats, random: np.random.Generator
    ) -> None:
        self.random = random
        models = [name_model(shelf, stratum) for stratum in (CHINESE, OTHER_TRADITION)]
        wanted = {one.spelling.stratum for one in subjects}
        size = min(POOL, max(SMALL_POOL, _names(shelf)))
        pools = [model.draw(size, random) if n in wanted else [] for n, model in enumerate(models)]
        spellings = [one.spelling for one in subjects]
        first = [len(spellings), len(spellings) + len(pools[0])]
        spellings += [spell_parts(parts, stratum) for stratum, pool in enumerate(pools) for parts in pool]
        # Of some of the people only initials are known; their decoys are looked for in the same way.
        self.initials = len(spellings) - len(subjects) if any(one.spelling.short for one in subjects) else 0
        if self.initials:
            spellings += [replace(one, exact=(), short=True) for one in spellings[len(subjects) :]]
        self.spellings = spellings
        look_up(shelf, spellings)
        self.compatible = gathering.count_compatible(shelf, len(spellings))
        self.priors: dict[tuple[int, float], tuple[Floats, Floats]] = {}
        taken = {key for one in subjects for key in one.spelling.exact}
        births, documents = shelf.table("births"), shelf.table("papers")
        self.strata: list[_Stratum] = []
        for stratum, (model, pool) in enumerate(zip(models, pools, strict=True)):
            invented = [
                Query(0, spellings[first[stratum] + n], 0, (), model.frequency(parts), first[stratum] + n)
                for n, parts in enumerate(pool)
            ]
            counts = self.compatible[first[stratum] : first[stratum] + len(pool)]
            self.strata.append(
                _Stratum(
                    model,
                    Band(np.array([q.frequency for q in invented]), counts.sum(axis=2)),
                    _pattern_shares(travellers[stratum], counts),
                    births["birth"][births["stratum"] == stratum].astype(np.int64),
                    documents["doc"][documents["stratum"] == stratum].astype(np.object_),
                    invented,
                    np.array([taken.isdisjoint(one.spelling.exact) for one in invented], dtype=bool),
                )
            )

    def query(self, index: int, one: Subject) -> Query:
        """A person of the case as a query."""
        model = self.strata[one.spelling.stratum].model
        ways = [model.frequency(parts_of(key, one.spelling.patronymic)) for key in one.spelling.exact]
        return Query(index, one.spelling, one.birth, one.documents, max(ways, default=1e-6), index)

    def decoys(self, real: Query, sets: int) -> list[Query]:
        """Invented people of the same band, with the same windows and the same fields known."""
        stratum = self.strata[real.spelling.stratum]
        pool = stratum.invented
        band = stratum.band.members(real.frequency)
        free = band[stratum.free[band]]
        if not free.size:
            return []
        picked = self.random.choice(free, size=sets, replace=sets > free.size).tolist()
        births, documents = stratum.births, stratum.documents
        born = self.random.choice(births, sets).tolist() if real.birth and births.size else [0] * sets
        held = self.random.choice(documents, sets).tolist() if real.documents and documents.size else []
        out = []
        for at, place in enumerate(picked):
            one = pool[place]
            number = one.number + (self.initials if real.spelling.short else 0)
            papers = (held[at],) if held else ()
            out.append(Query(real.owner, self.spellings[number], born[at], papers, one.frequency, number))
        return out

    def rates(self, queries: Sequence[Query], hits: Hits) -> Floats:
        """Expected compatible travellers, other than the query's own, by tier and pattern."""
        own = (hits.birth == EQUAL) | (hits.doc == EQUAL) | (hits.doc == SLIP)
        first = np.ones(hits.size(), dtype=bool)
        first[1:] = hits.group[1:] != hits.group[:-1]
        mine = np.zeros((len(queries), 4))
        np.add.at(mine, (hits.query[own & first], hits.tier[own & first]), 1)
        number = np.array([one.number for one in queries], dtype=np.int64)
        counted = np.maximum(0.0, self.compatible[number].sum(axis=2) - mine[:, :3])
        mean, shape = np.ones_like(counted), np.ones_like(counted)
        for index, one in enumerate(queries):
            key = (one.spelling.stratum, one.frequency)
            if key not in self.priors:
                prior = self.strata[key[0]].band.prior(one.frequency)
                self.priors[key] = prior.mean, prior.shape
            mean[index], shape[index] = self.priors[key]
        expected = (counted + shape) / (1 + shape / mean)
        strata = np.array([one.spelling.stratum for one in queries], dtype=np.int64)
        patterns = np.stack([stratum.patterns for stratum in self.strata])
        rate: Floats = expected[:, :, None] * patterns[strata]
        return rate


def name_model(shelf: Shelf, stratum: int) -> NameModel:
    """The shares of the parts of the names of one tradition in a set."""
    query = f"select form, position, part, weight from model_{shelf.tag} where stratum = {stratum} order by 1, 2, 3"
    return modelled(shelf.db.execute(query).fetchall())


def _names(shelf: Shelf) -> int:
    return int(shelf.db.execute(f"select count(*) from names_{shelf.tag}").fetchall()[0][0])


def _pattern_shares(people: Floats, counts: Floats) -> Floats:
    """pi(h | t), each tier leaning on all travellers of the stratum."""
    overall = (people + 0.25) / (people.sum() + 1)
    seen = counts.sum(axis=0) if counts.size else np.zeros((3, 4))
    shares: Floats = (seen + 50 * overall) / (seen.sum(axis=1, keepdims=True) + 50)
    return shares
