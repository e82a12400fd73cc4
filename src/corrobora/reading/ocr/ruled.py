"""Lines ruled on a page: the borders of tables, found by their shape."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from corrobora.model.document import Box
from corrobora.reading.ocr.engines import Image

_WIDTH = 1400
"""Width in pixels at which rulings are looked for."""


def find_rulings(level_page: Image, words: Sequence[Box] = ()) -> list[Box]:
    """Long thin level and upright lines, as fractions of the page.

    Args:
        level_page: in shades of grey, levelled.
        words: where the text stands: what runs through letters is their own ink.
    """
    height, width = level_page.shape[:2]
    scale = min(_WIDTH / max(height, width), 1.0)
    gray = cv2.resize(level_page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    dark = _dark(np.asarray(gray, np.uint8))
    found = [*_runs(dark, level=True), *_runs(dark, level=False)]
    rows, columns = dark.shape
    boxes = [(x0 / columns, y0 / rows, x1 / columns, y1 / rows) for x0, y0, x1, y1 in found]
    return [box for box in boxes if not _is_letters(box, words)]


def _is_letters(ruling: Box, words: Sequence[Box]) -> bool:
    """Whether most of a level ruling runs through the middle of words."""
    x0, y0, x1, y1 = ruling
    if x1 - x0 < y1 - y0:
        return False
    y = (y0 + y1) / 2
    crossed = [w for w in words if w[1] + 0.15 * (w[3] - w[1]) < y < w[3] - 0.15 * (w[3] - w[1])]
    return sum(max(0.0, min(x1, w[2]) - max(x0, w[0])) for w in crossed) > 0.5 * (x1 - x0)


def _dark(gray: Image) -> Image:
    """Ink: what is darker than its surroundings, faint rulings included."""
    smooth = cv2.GaussianBlur(gray, (3, 3), 0)
    dark = cv2.adaptiveThreshold(smooth, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 9)
    return np.asarray(dark, np.uint8)


def _runs(dark: Image, *, level: bool) -> list[tuple[int, int, int, int]]:
    length = max(dark.shape) // (32 if level else 48)
    shape, bridge = ((length, 1), (9, 3)) if level else ((1, length), (3, 9))
    # thickened across first: a line that is a little crooked leaves its row of pixels
    across = cv2.dilate(dark, np.ones((3, 1) if level else (1, 3), np.uint8))
    long = cv2.morphologyEx(across, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, shape))
    joined = cv2.morphologyEx(long, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_RECT, bridge))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    runs = []
    for x, y, w, h, area in stats[1:count]:
        along, thick = (w, h) if level else (h, w)
        if along >= 1.2 * length and area / along <= 8 and thick <= max(10, along * 0.03):
            runs.append((int(x), int(y), int(x + w), int(y + h)))
    return runs
