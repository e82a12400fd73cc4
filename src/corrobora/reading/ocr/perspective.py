"""A page photographed at an angle: the map that makes it level again, by its corners or its lines. Pure geometry.

The picture itself is not changed: every line is cut out along its own slope, and only the places of words are mapped.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from corrobora.reading.ocr.engines import Image, Quad

Matrix = NDArray[np.float64]

_SIDE = 800
_LEAST_PAGE, _MOST_PAGE = 0.25, 0.97
"""Share of the picture that a page takes up: more is a scan without an edge, less is something on the page."""
_LEAST_SPREAD = 0.6
"""Degrees between the lines of a page from which it was seen at an angle; scans stay under 0.2."""
_BETTER = 0.5
_NOISE, _LEVEL = 0.15, 1.5
"""Degrees by which lines of a level page may still differ, and fall."""
_UNEVEN, _SKEWED = 0.02, 0.04
"""Of opposite sides and of corners: a sheet that lies flat under a scanner has less."""
_LEAST_LINES = 5


def level_view(image: Image, quads: Sequence[Quad]) -> Matrix | None:
    """The map from the picture to the level page, or None where the page was not seen at an angle."""
    lines = _long_lines(quads)
    if len(lines) < _LEAST_LINES:
        return None
    spread, _ = _spread(lines)
    corners = page_corners(image)
    if corners is not None and _is_aslant(corners):
        view = _from_corners(corners)
        left, slope = _spread(_seen(view, lines))
        # the lines must agree that this is the page they are on
        return view if left < spread + _NOISE and abs(slope) < _LEVEL else None
    if spread < _LEAST_SPREAD:
        return None
    view = _from_lines(lines, image.shape[:2])
    return view if _spread(_seen(view, lines))[0] < _BETTER * spread else None


def _seen(view: Matrix, lines: NDArray[np.float64]) -> NDArray[np.float64]:
    return mapped(view, lines.reshape(-1, 2)).reshape(lines.shape)


def _is_aslant(corners: Quad) -> bool:
    """Whether a sheet is so far from a rectangle that turning it would not do."""
    sides = [corners[(n + 1) % 4] - corners[n] for n in range(4)]
    lengths = [float(np.linalg.norm(side)) for side in sides]
    uneven = max(
        abs(lengths[0] - lengths[2]) / (lengths[0] + lengths[2]), abs(lengths[1] - lengths[3]) / sum(lengths[1::2])
    )
    cosines = [abs(float(np.dot(sides[n], sides[n - 1]))) / (lengths[n] * lengths[n - 1]) for n in range(4)]
    return uneven > _UNEVEN or max(cosines) > _SKEWED


def mapped(view: Matrix, points: NDArray[np.float64] | NDArray[np.float32]) -> NDArray[np.float64]:
    """Points under a map of the plane."""
    whole = np.asarray(np.column_stack([points, np.ones(len(points))]), np.float64) @ view.T
    return np.asarray(whole[:, :2] / whole[:, 2:], np.float64)


def page_corners(image: Image) -> Quad | None:
    """The four corners of a bright sheet on a darker ground, clockwise from the top left; None where there is none."""
    height, width = image.shape[:2]
    scale = _SIDE / max(height, width)
    small = cv2.GaussianBlur(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), (0, 0), 3)
    _, bright = cv2.threshold(small, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    # text and tables are dark islands in the sheet: closed, they are part of it
    bright = cv2.morphologyEx(bright, cv2.MORPH_CLOSE, np.ones((25, 25), np.uint8))
    contours, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return None
    hull = cv2.convexHull(max(contours, key=cv2.contourArea))
    share = cv2.contourArea(hull) / (bright.shape[0] * bright.shape[1])
    if not _LEAST_PAGE < share < _MOST_PAGE:
        return None
    for tolerance in (0.01, 0.02, 0.03, 0.05):
        shape = cv2.approxPolyDP(hull, tolerance * cv2.arcLength(hull, True), True)
        if len(shape) == 4:
            return _clockwise(shape.reshape(4, 2).astype(np.float32) / scale)
    return None


def _clockwise(corners: Quad) -> Quad:
    middle = corners.mean(axis=0)
    turned = corners[np.argsort(np.arctan2(corners[:, 1] - middle[1], corners[:, 0] - middle[0]))]
    first = int(np.argmin(turned.sum(axis=1)))
    return np.asarray(np.roll(turned, -first, axis=0), np.float32)


def _from_corners(corners: Quad) -> Matrix:
    """The sheet as a rectangle of about its size, in its place."""
    top, right, bottom, left = (np.linalg.norm(corners[(n + 1) % 4] - corners[n]) for n in range(4))
    half = np.array([(top + bottom) / 4, (left + right) / 4])
    middle = corners.mean(axis=0)
    signs = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]])
    return np.asarray(cv2.getPerspectiveTransform(corners, (middle + signs * half).astype(np.float32)), np.float64)


def _from_lines(lines: NDArray[np.float64], shape: tuple[int, ...]) -> Matrix:
    """The map that sends the point in which the lines of text would meet to infinity, and then turns them level."""
    height, width = shape[:2]
    middle = np.array([width / 2, height / 2])
    starts, ends = lines[:, 0] - middle, lines[:, 1] - middle
    slopes = (ends[:, 1] - starts[:, 1]) / (ends[:, 0] - starts[:, 0])
    heights = starts[:, 1] - slopes * starts[:, 0]
    growth, _ = np.polyfit(heights, slopes, 1) if np.ptp(heights) > 1 else (0.0, 0.0)
    # lines through (0, y) with slope s + g*y all meet where x = -1/g
    squeeze = np.array([[1, 0, 0], [0, 1, 0], [growth, 0, 1]], np.float64)
    to_middle = np.array([[1, 0, -middle[0]], [0, 1, -middle[1]], [0, 0, 1]], np.float64)
    view = np.asarray(np.linalg.inv(to_middle) @ squeeze @ to_middle, np.float64)
    _, slope = _spread(_seen(view, lines))
    turn = np.vstack([cv2.getRotationMatrix2D((float(middle[0]), float(middle[1])), slope, 1.0), [0, 0, 1]])
    return np.asarray(turn @ view, np.float64)


def _long_lines(quads: Sequence[Quad]) -> NDArray[np.float64]:
    """Start and end of the middle of each long line."""
    ends = [((quad[0] + quad[3]) / 2, (quad[1] + quad[2]) / 2, np.linalg.norm(quad[3] - quad[0])) for quad in quads]
    long = [(start, end) for start, end, high in ends if end[0] - start[0] > 6 * high]
    return np.array(long, np.float64).reshape(-1, 2, 2)


def _spread(lines: NDArray[np.float64]) -> tuple[float, float]:
    """How far lines are from being parallel, in degrees, and their usual slope."""
    runs = lines[:, 1] - lines[:, 0]
    slopes = np.degrees(np.arctan2(runs[:, 1], runs[:, 0]))
    usual = float(np.median(slopes))
    return float(np.mean(np.abs(slopes - usual))), usual
