"""Which faces of a case are alike, and how often strangers of the same case are as alike. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from corrobora.model.faces import Face

USUAL = 0.6
"""Distance below which dlib's author takes two faces for one person: 99.38 % right on Labeled Faces in the Wild."""
PUBLISHED_ERROR = 0.0062
PUBLISHED = (
    "0.62 % of pairs judged wrongly at 0.6 on Labeled Faces in the Wild (dlib); "
    "NISTIR 8280 (2019): false matches 10 to 100 times as frequent among some populations"
)
ENOUGH = 20
"""Pairs of strangers, none as alike, from which on the rate speaks alone; below it only each other's nearest count."""
MOST_ALIKE = 0.5
"""Share of strangers as alike from which on a distance says nothing."""

Place = tuple[str, int]
"""A document and the place of a face among those of it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two faces of different documents that are alike.

    Attributes:
        one, other: document and face.
        strangers: pairs of portraits of different passports in the case; `as_alike`: those at most as far apart.
    """

    one: tuple[str, Face]
    other: tuple[str, Face]
    distance: float
    strangers: int
    as_alike: int

    @property
    def rate(self) -> float:
        """How often strangers are as alike, with the pair itself counted as one of them: never 0, and 1 if unknown."""
        return (self.as_alike + 1) / (self.strangers + 1)


def alike(faces: Mapping[str, tuple[Face, ...]], passports: Mapping[str, str], copies: Mapping[str, str]) -> list[Pair]:
    """The pairs of faces that are alike, the nearest first.

    Faces of one document are not compared, nor are two passports of different numbers: these are the strangers whose
    distances tell what a distance is worth here. A pair is each other's nearest, or nearer than every one of at least
    20 pairs of strangers; a pair to which half the strangers come as near is left out.

    Args:
        faces: document -> its faces.
        passports: document -> the number of the passport that it shows.
        copies: document -> hash of its bytes; copies of one picture are not compared.
    """
    apart = strangers(faces, passports)
    places = [(document, n) for document in sorted(faces) for n in range(len(faces[document]))]
    near: dict[tuple[Place, Place], float] = {}
    nearest: dict[Place, tuple[float, Place]] = {}
    for one, other in combinations(places, 2):
        if _comparable(one[0], other[0], passports, copies):
            far = faces[one[0]][one[1]].distance(faces[other[0]][other[1]])
            near[one, other] = far
            nearest[one] = min(nearest.get(one, (9.0, other)), (far, other))
            nearest[other] = min(nearest.get(other, (9.0, one)), (far, one))
    found = []
    for (one, other), far in near.items():
        as_alike = sum(stranger <= far for stranger in apart)
        mutual = nearest[one][1] == other and nearest[other][1] == one
        rare = as_alike == 0 and len(apart) >= ENOUGH
        if far <= USUAL and (mutual or rare) and (not apart or as_alike / len(apart) < MOST_ALIKE):
            ends = [(place[0], faces[place[0]][place[1]]) for place in (one, other)]
            found.append(Pair(ends[0], ends[1], far, len(apart), as_alike))
    return sorted(found, key=lambda pair: (pair.distance, pair.one[0], pair.other[0]))


def strangers(faces: Mapping[str, tuple[Face, ...]], passports: Mapping[str, str]) -> list[float]:
    """Distances between the portraits of passports with different numbers, ascending.

    The portrait is the largest face of a passport; smaller ones are its ghost picture. Who holds two passports makes
    one of these distances small, so that the rate comes out too high rather than too low.
    """
    portraits = [
        (number, max(faces[document], key=lambda face: face.size))
        for document, number in sorted(passports.items())
        if faces.get(document)
    ]
    # copies of one passport are one portrait
    single = {number: face for number, face in reversed(portraits)}
    return sorted(one.distance(other) for one, other in combinations(single.values(), 2))


def _comparable(one: str, other: str, passports: Mapping[str, str], copies: Mapping[str, str]) -> bool:
    both = one in passports and other in passports
    return one != other and not both and (copies.get(one) is None or copies.get(one) != copies.get(other))
