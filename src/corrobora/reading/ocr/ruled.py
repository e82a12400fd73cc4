"""Lines ruled on a page: the borders of tables, found by their shape."""

from __future__ import annotations

import cv2
import numpy as np

from corrobora.model.document import Box
from corrobora.reading.ocr.engines import Image

_WIDTH = 1400
"""Width in pixels at which rulings are looked for."""


def find_rulings(level_page: Image) -> list[Box]:
    """Long thin level and upright lines, as fractions of the page.

    Args:
        level_page: in shades of grey, levelled.
    """
    height, width = level_page.shape[:2]
    scale = min(_WIDTH / max(height, width), 1.0)
    gray = cv2.resize(level_page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    dark = _dark(gray)
    found = [*_runs(dark, level=True), *_runs(dark, level=False)]
    rows, columns = dark.shape
    return [(x0 / columns, y0 / rows, x1 / columns, y1 / rows) for x0, y0, x1, y1 in found]


def _dark(gray: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
    """Ink: what is darker than its surroundings, faint rulings included."""
    smooth = cv2.GaussianBlur(gray, (3, 3), 0)
    return cv2.adaptiveThreshold(smooth, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 9)


def _runs(dark: np.ndarray, *, level: bool) -> list[tuple[int, int, int, int]]:  # type: ignore[type-arg]
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
        if along >= 1.2 * length and area / along <= 9 and thick <= max(12, along * 0.04):
            runs.append((int(x), int(y), int(x + w), int(y + h)))
    return runs
