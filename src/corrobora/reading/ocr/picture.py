"""Makes a page picture fit to be read: turned straight, large enough, ruled lines found and taken out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from corrobora.model.document import Box

Grey = Any
"""A two-dimensional array of bytes, 255 is white."""

_LONG_SIDE = 2600
_SHORT_SIDE = 1400


@dataclass(frozen=True, slots=True)
class Straight:
    """A picture made ready.

    Attributes:
        grey: turned straight.
        clean: the same with ruled lines painted over.
        rulings: boxes of ruled lines, as fractions of `grey`.
        degrees: by which it was turned; `width`, `height` of the picture before turning.
    """

    grey: Grey
    clean: Grey
    rulings: tuple[Box, ...]
    degrees: float
    width: int
    height: int

    def original(self, box: Box) -> Box:
        """A box on `grey` (fractions) as a box on the picture as it came."""
        if self.degrees == 0:
            return box
        height, width = self.grey.shape[:2]
        angle = math.radians(self.degrees)
        cos, sin = math.cos(angle), math.sin(angle)
        xs, ys = [], []
        for x, y in ((box[0], box[1]), (box[2], box[1]), (box[0], box[3]), (box[2], box[3])):
            dx, dy = (x - 0.5) * width, (y - 0.5) * height
            xs.append((dx * cos - dy * sin) / width + 0.5)
            ys.append((dx * sin + dy * cos) / height + 0.5)
        shrink = min(abs(sin) * (box[2] - box[0]) * width / height, (max(ys) - min(ys)) * 0.4) / 2
        bounds = (min(xs), min(ys) + shrink, max(xs), max(ys) - shrink)
        return tuple(round(min(max(v, 0.0), 1.0), 5) for v in bounds)  # type: ignore[return-value]


def straighten(image: Any) -> Straight:
    """Grey, of a size that the engines like, turned straight, its ruled lines known."""
    grey = np.asarray(image.convert("L"))
    height, width = grey.shape
    scale = min(_LONG_SIDE / max(height, width), max(1.0, _SHORT_SIDE / min(height, width)))
    if abs(scale - 1) > 0.02:
        way = cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA
        grey = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=way)
    degrees = _skew(grey)
    if degrees:
        grey = _turned(grey, degrees)
    rulings, mask = _rulings(grey)
    clean = grey.copy()
    clean[mask > 0] = int(np.percentile(grey, 90))
    return Straight(grey, clean, rulings, degrees, width, height)


def _turned(grey: Grey, degrees: float) -> Grey:
    height, width = grey.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    fill = int(np.percentile(grey, 90))
    return cv2.warpAffine(grey, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=fill)


def _skew(grey: Grey) -> float:
    """Degrees to turn (counter-clockwise) so that lines of text lie level: the angle with the sharpest row profile."""
    scale = 900 / max(grey.shape)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    _, ink = cv2.threshold(small, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    if not 0.002 < float((ink > 0).mean()) < 0.35:
        return 0.0
    best, found = -1.0, 0.0
    for steps in (np.arange(-4, 4.01, 0.5), np.arange(-0.4, 0.41, 0.1)):
        base = found
        for step in steps:
            profile = _turned_ink(ink, base + float(step)).sum(axis=1).astype(np.float64)
            sharpness = float(((profile[1:] - profile[:-1]) ** 2).sum())
            if sharpness > best * 1.0001:
                best, found = sharpness, base + float(step)
    return round(found, 2) if abs(found) >= 0.15 else 0.0


def _turned_ink(ink: Grey, degrees: float) -> Grey:
    height, width = ink.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return cv2.warpAffine(ink, matrix, (width, height), flags=cv2.INTER_NEAREST)


def _rulings(grey: Grey) -> tuple[tuple[Box, ...], Grey]:
    """Drawn lines, horizontal and vertical, and a mask of their ink."""
    height, width = grey.shape
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 41, 9)
    mask = np.zeros_like(ink)
    boxes: list[Box] = []
    for size in ((max(60, width // 22), 1), (1, max(50, height // 45))):
        kernel = cv2.getStructuringElement(cv2.MORPH_RECT, size)
        joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_RECT, (3, 3)))
        lines = cv2.morphologyEx(joined, cv2.MORPH_OPEN, kernel)
        count, _, stats, _ = cv2.connectedComponentsWithStats(lines)
        for x, y, w, h, _ in stats[1:count]:
            thin = min(w, h) <= max(12, 0.006 * max(width, height))
            if thin and max(w, h) > 4 * min(w, h):
                boxes.append((x / width, y / height, (x + w) / width, (y + h) / height))
                mask[y : y + h, x : x + w] = 255
    uprights = [b for b in boxes if b[3] - b[1] > 2 * (b[2] - b[0])]
    if len(uprights) < 2:  # underlined words and signature lines are no table
        flat = tuple(b for b in boxes if b not in uprights)
        return flat, mask
    return tuple(boxes), mask
