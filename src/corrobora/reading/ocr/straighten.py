"""Making a picture fit to be read: shades of grey, size, which side is up, how far it is turned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from corrobora.model.document import Box
from corrobora.reading.ocr import engines
from corrobora.reading.ocr.engines import Image, Quad
from corrobora.reading.ocr.perspective import level_view, mapped

_DETECTION_SIDE = 1152
"""Long side in pixels at which lines are looked for: half the time of 1600, and as many lines found on A4."""
_SMALL_SIDE = 1.6
_PROFILE_SIDE = 1000
_MAX_PIXELS = 26_000_000
_MAX_SKEW = 12.0
_LEGIBLE = 0.8
"""Tesseract is never this sure of lines that stand on their head."""
_DOUBT = 0.35
"""Share of lines judged upside down from which they are read both ways."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A picture, right side up, with its lines.

    Attributes:
        image: turned by whole quarters only.
        quads: the lines of text, in pixels of `image`.
        skew: degrees by which the lines fall to the right.
        quarters: quarter turns counterclockwise that brought the picture upright.
        view: the map to the level page where it was seen at an angle.
    """

    image: Image
    quads: tuple[Quad, ...]
    skew: float
    quarters: int
    view: NDArray[np.float64] | None = None

    @property
    def to_level(self) -> NDArray[np.float64]:
        """The map from pixels of `image` to those of the level page."""
        if self.view is not None:
            return self.view
        height, width = self.image.shape[:2]
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), self.skew, 1.0)
        return np.asarray(np.vstack([turn, [0, 0, 1]]), np.float64)

    def level(self, points: NDArray[np.float32] | NDArray[np.float64]) -> NDArray[np.float64]:
        """Points of `image` on the level page."""
        return mapped(self.to_level, points)


def upright(image: Image) -> Sheet:
    """Finds the lines of a picture and turns it so that they can be read."""
    quads = find_lines(image)
    quarters = 0
    if _stands_on_its_side(quads):
        image, quarters = _turned(image, 1), 1
        quads = find_lines(image)
    if _is_upside_down(_samples(image, quads)):
        image, quarters = _turned(image, 2), quarters + 2
        quads = find_lines(image)
    view = level_view(image, quads)
    skew = _refined(image, _skew(quads)) if quads and view is None else 0.0
    return Sheet(image, tuple(quads), skew, quarters % 4, view)


def find_lines(image: Image) -> list[Quad]:
    """The lines of text on a picture, in its pixels."""
    height, width = image.shape[:2]
    scale = min(_DETECTION_SIDE / max(height, width), _SMALL_SIDE)
    kind = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    sized = cv2.resize(image, None, fx=scale, fy=scale, interpolation=kind) if abs(scale - 1) > 0.05 else image
    scale = sized.shape[1] / width
    return [(quad / scale).astype(np.float32) for quad in engines.detect(np.asarray(sized, np.uint8))]


def cut(image: Image, quad: Quad, margin: float = 0.0) -> Image:
    """The line inside a quadrilateral, levelled; `margin` in heights of the line."""
    wide = np.linalg.norm(quad[1] - quad[0])
    high = np.linalg.norm(quad[3] - quad[0])
    if margin:
        quad = _grown(quad, float(margin * high), float(margin * high))
        wide, high = wide + 2 * margin * high, high * (1 + 2 * margin)
    width, height = max(int(round(float(wide))), 1), max(int(round(float(high))), 1)
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(quad.astype(np.float32), corners)
    found = cv2.warpPerspective(image, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(found, np.uint8)


def _grown(quad: Quad, along: float, across: float) -> Quad:
    right = quad[1] - quad[0]
    right = right / max(float(np.linalg.norm(right)), 1e-6)
    down = quad[3] - quad[0]
    down = down / max(float(np.linalg.norm(down)), 1e-6)
    signs = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], np.float32)
    return np.asarray(quad + signs[:, :1] * right * along + signs[:, 1:] * down * across, np.float32)


def size(quad: Quad) -> tuple[float, float]:
    """Width and height of a quadrilateral."""
    return float(np.linalg.norm(quad[1] - quad[0])), float(np.linalg.norm(quad[3] - quad[0]))


def in_grey(image: Any) -> Image:
    """A PIL image, or an array of grey or RGB, in shades of grey; scaled down where it is enormous."""
    if isinstance(image, np.ndarray):
        pixels = image if image.ndim == 2 else cv2.cvtColor(np.ascontiguousarray(image[:, :, :3]), cv2.COLOR_RGB2GRAY)
    else:
        pixels = np.asarray(image.convert("L"))
    height, width = pixels.shape
    if height * width > _MAX_PIXELS:
        scale = (_MAX_PIXELS / (height * width)) ** 0.5
        pixels = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(pixels, np.uint8)


def back_to_picture(box: Box, sheet: Sheet) -> Box:
    """A box of the level page (fractions) to the picture as it was given (fractions)."""
    height, width = sheet.image.shape[:2]
    x0, y0, x1, y1 = box[0] * width, box[1] * height, box[2] * width, box[3] * height
    # lines are long and low: turning the corners would blow the box up, the middles of its sides keep its size
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    sides = mapped(
        np.asarray(np.linalg.inv(sheet.to_level), np.float64), np.array([[x0, y], [x1, y], [x, y0], [x, y1]])
    )
    (x, y), wide = sides.mean(axis=0), float(np.linalg.norm(sides[1] - sides[0]))
    high = float(np.linalg.norm(sides[3] - sides[2]))
    u0, v0 = (x - wide / 2) / width, (y - high / 2) / height
    u1, v1 = (x + wide / 2) / width, (y + high / 2) / height
    for _ in range(sheet.quarters):
        u0, v0, u1, v1 = 1 - v1, u0, 1 - v0, u1
    return (_share(u0), _share(v0), _share(u1), _share(v1))


def _share(value: float) -> float:
    return round(min(max(float(value), 0.0), 1.0), 5)


def _turned(image: Image, quarters: int) -> Image:
    """Turned counterclockwise by quarters."""
    return np.ascontiguousarray(np.rot90(image, quarters))


def _stands_on_its_side(quads: Sequence[Quad]) -> bool:
    sizes = [size(quad) for quad in quads]
    standing = sum(high for wide, high in sizes if high > 1.5 * wide)
    lying = sum(wide for wide, high in sizes if wide >= 1.5 * high)
    return standing > 2 * lying and sum(high > 2 * wide for wide, high in sizes) >= 2


def _samples(image: Image, quads: Sequence[Quad]) -> list[Image]:
    longest = sorted(quads, key=lambda quad: -size(quad)[0])[:8]
    return [cut(image, quad) for quad in longest if size(quad)[0] > 2 * size(quad)[1]]


def _is_upside_down(lines: Sequence[Image]) -> bool:
    """Whether lines stand on their head: asked of a quick judge that knows little Cyrillic, then of the readers."""
    if engines.share_upside_down(lines) < _DOUBT:
        return False
    shown = lines[:3]
    if _cyrillic(shown)[0] > _LEGIBLE:
        return False
    turned = [np.ascontiguousarray(line[::-1, ::-1]) for line in shown]
    return _legibility(turned) > _legibility(shown) + 0.03


def _legibility(lines: Sequence[Image]) -> float:
    """How sure the surer of the two readers is of some lines."""
    glyphs = [glyph.confidence for line in engines.read_glyphs(lines) for glyph in line]
    sure, letters = _cyrillic(lines)
    chinese = sum(glyphs) / len(glyphs) * min(len(glyphs) / max(letters, 1), 1.0) if glyphs else 0.0
    return max(chinese, sure)


def _cyrillic(lines: Sequence[Image]) -> tuple[float, int]:
    """How sure tesseract is of some lines, and how many letters it saw."""
    words = [word.confidence for line in lines for word in engines.read_words(line, "rus+eng") for _ in word.text]
    return (sum(words) / len(words) if words else 0.0), len(words)


def _skew(quads: Sequence[Quad]) -> float:
    """The usual slope of the long lines, in degrees; positive where they fall to the right."""
    slopes: list[tuple[float, float]] = []
    for quad in quads:
        wide, high = size(quad)
        if wide > 4 * high:
            rise = (quad[1] - quad[0]) + (quad[2] - quad[3])
            slopes.append((float(np.degrees(np.arctan2(rise[1], rise[0]))), wide))
    if not slopes:
        return 0.0
    slopes.sort()
    half, passed = sum(weight for _, weight in slopes) / 2, 0.0
    for angle, weight in slopes:
        passed += weight
        if passed >= half:
            return angle if abs(angle) <= _MAX_SKEW else 0.0
    return 0.0


def _refined(image: Image, skew: float) -> float:
    """The slope near an estimate at which the rows of ink stand out most: boxes of lines are too coarse for it."""
    height, width = image.shape[:2]
    scale = _PROFILE_SIDE / max(height, width)
    gray = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = cv2.adaptiveThreshold(gray, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 15)
    rows, columns = np.nonzero(ink)
    if len(rows) < 200:
        return skew
    best, best_mark = skew, -1.0
    for step in range(-8, 9):
        angle = skew + step * 0.1
        heights = rows - columns * np.tan(np.radians(angle))
        counts = np.bincount((heights - heights.min()).astype(np.int64))
        mark = float(np.square(counts.astype(np.float64)).sum()) * (1.0 - 0.002 * abs(step))
        if mark > best_mark:
            best, best_mark = angle, mark
    return best
