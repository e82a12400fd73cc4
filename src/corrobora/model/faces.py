"""Faces on pages and photographs: boxes, and numbers in which a face can be held against another."""

from __future__ import annotations

from dataclasses import dataclass
from math import dist

from corrobora.model.document import Box


@dataclass(frozen=True, slots=True)
class Face:
    """One face that a detector found.

    Attributes:
        page: from 1; `box`: around the face on it.
        score: of the detector; 0 is its usual bound.
        descriptor: 128 numbers; the nearer those of two faces, the more alike they are. () where it was not made.
    """

    page: int
    box: Box
    score: float
    descriptor: tuple[float, ...] = ()

    @property
    def size(self) -> float:
        """Share of the page that the box covers."""
        return (self.box[2] - self.box[0]) * (self.box[3] - self.box[1])

    def distance(self, other: Face) -> float:
        """How far apart two faces are (Euclidean)."""
        return dist(self.descriptor, other.descriptor)


@dataclass(frozen=True, slots=True)
class FacesOf:
    """The faces of one document; made only where the user asked for a comparison."""

    document: str
    sha256: str
    faces: tuple[Face, ...] = ()
