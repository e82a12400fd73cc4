"""Pages seen at an angle are made level: the map is known here, and what it gives is compared with the truth."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corrobora.reading.ocr import perspective, straighten
from corrobora.reading.ocr.straighten import Sheet

WIDTH, HEIGHT = 800, 1100
FLAT = np.array([[0, 0], [WIDTH, 0], [WIDTH, HEIGHT], [0, HEIGHT]], np.float32)
TILTS = st.floats(0.04, 0.14)


def seen_at(tilt: float) -> np.ndarray:
    """Where the corners of the sheet are on the picture."""
    t = tilt * WIDTH
    place = np.array([[100 + t, 100 + 0.5 * t], [900 - t, 100], [900 + 0.4 * t, 1200 - 0.3 * t], [100 - 0.6 * t, 1200]])
    return place.astype(np.float32)


def photograph(tilt: float, ground: int = 80) -> tuple[np.ndarray, list[np.ndarray], np.ndarray]:
    """A sheet with bars for lines, as it is seen; the quadrilaterals of its lines; the map from sheet to picture."""
    sheet = np.full((HEIGHT, WIDTH), 235, np.uint8)
    boxes = [(80, 100 + 60 * row, 720, 124 + 60 * row) for row in range(14)]
    for x0, y0, x1, y1 in boxes:
        cv2.rectangle(sheet, (x0, y0), (x1, y1), 40, -1)
    view = cv2.getPerspectiveTransform(FLAT, seen_at(tilt))
    picture = np.full((1300, 1000), ground, np.uint8)
    cv2.warpPerspective(sheet, view, (1000, 1300), dst=picture, borderMode=cv2.BORDER_TRANSPARENT)
    corners = [np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], np.float64) for x0, y0, x1, y1 in boxes]
    return picture, [perspective.mapped(view, corner).astype(np.float32) for corner in corners], view


@settings(max_examples=12, deadline=None)
@given(TILTS)
def test_corners_of_a_sheet_are_found(tilt: float) -> None:
    picture, _, _ = photograph(tilt)
    corners = perspective.page_corners(picture)
    assert corners is not None
    assert np.abs(corners - seen_at(tilt)).max() < 15


@settings(max_examples=12, deadline=None)
@given(TILTS)
def test_lines_of_a_photographed_page_become_level_and_flush(tilt: float) -> None:
    picture, quads, _ = photograph(tilt)
    view = perspective.level_view(picture, quads)
    assert view is not None
    level = np.array([perspective.mapped(view, quad) for quad in quads])
    assert np.abs(level[:, 0, 1] - level[:, 1, 1]).max() < 8
    assert np.ptp(level[:, 0, 0]) < 12
    assert np.ptp(level[:, 1, 0]) < 12


def test_lines_that_converge_are_enough_where_no_edge_is_seen() -> None:
    lines = [np.array([[0, y, 1], [900, y + (y - 500) * 0.16, 1]]) for y in range(100, 1000, 60)]
    quads = [np.array([[*a[:2]], [*b[:2]], [b[0], b[1] + 20], [a[0], a[1] + 20]], np.float32) for a, b in lines]
    view = perspective.level_view(np.full((1100, 1000), 240, np.uint8), quads)
    assert view is not None
    level = np.array([perspective.mapped(view, quad) for quad in quads])
    assert np.abs(level[:, 0, 1] - level[:, 1, 1]).max() < 6


@pytest.mark.parametrize("angle", [0.0, 1.0, -3.0])
def test_a_flat_scan_is_left_alone(angle: float) -> None:
    turn = cv2.getRotationMatrix2D((400, 550), angle, 1.0)
    quads = [
        np.array(
            [
                turn @ np.array([x, y, 1.0])
                for x, y in ((80, 90 * r), (720, 90 * r), (720, 90 * r + 24), (80, 90 * r + 24))
            ]
        )
        for r in range(1, 11)
    ]
    page = np.full((1100, 800), 240, np.uint8)
    assert perspective.level_view(page, [quad.astype(np.float32) for quad in quads]) is None
    assert perspective.level_view(page, []) is None


@settings(max_examples=12, deadline=None)
@given(TILTS)
def test_boxes_go_back_to_where_the_words_were_seen(tilt: float) -> None:
    picture, quads, _ = photograph(tilt)
    sheet = Sheet(picture, tuple(quads), 0.0, 0, perspective.level_view(picture, quads))
    height, width = picture.shape
    for quad in quads[::4]:
        level = sheet.level(quad)
        low, high = level.min(axis=0), level.max(axis=0)
        box = (low[0] / width, low[1] / height, high[0] / width, high[1] / height)
        x0, y0, x1, y1 = straighten.back_to_picture(tuple(map(float, box)), sheet)
        centre = quad.mean(axis=0)
        assert abs((x0 + x1) / 2 * width - centre[0]) < 12
        assert abs((y0 + y1) / 2 * height - centre[1]) < 12
