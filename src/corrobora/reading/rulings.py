"""Lines drawn on a PDF page, as thin boxes: the borders of its tables."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterable, Sequence
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from corrobora.model.document import Box
from corrobora.reading.drawing import PATH, Painted, Rect, bounds

_MAX_OBJECTS, _MAX_RULINGS = 4000, 2000
_THIN, _SHORT = 3.0, 6.0
_SLANT = 1.0
_STEPS = 100_000
"""Boxes are kept to this part of the page: a thousandth of a millimetre on A4 would be noise."""

Point = tuple[float, float]


def read_rulings(drawn: Sequence[Painted], to_box: BoxMaker) -> list[Box]:
    """Boxes of the horizontal and vertical lines of a page, strokes and thin filled bars alike."""
    found: list[Rect] = []
    for handle in itertools.islice((handle for kind, handle in drawn if kind == PATH), _MAX_OBJECTS):
        found += _lines(handle)
        if len(found) > _MAX_RULINGS:
            return []
    return to_box.all(found)


class BoxMaker:
    """Turns rectangles in points into boxes as fractions of the page as it is shown."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        left, bottom, right, top = page.get_bbox()
        self._left, self._bottom = left, bottom
        self._width, self._height = max(right - left, 1e-3), max(top - bottom, 1e-3)
        self._turn = page.get_rotation()

    def __call__(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """From points, origin at the bottom left, to fractions from the top left of the page as it is turned."""
        u0, u1 = (x0 - self._left) / self._width, (x1 - self._left) / self._width
        v0, v1 = 1 - (y1 - self._bottom) / self._height, 1 - (y0 - self._bottom) / self._height
        if self._turn == 90:
            u0, v0, u1, v1 = 1 - v1, u0, 1 - v0, u1
        elif self._turn == 180:
            u0, v0, u1, v1 = 1 - u1, 1 - v1, 1 - u0, 1 - v0
        elif self._turn == 270:
            u0, v0, u1, v1 = v0, 1 - u1, v1, 1 - u0
        return _share(u0), _share(v0), _share(u1), _share(v1)

    def all(self, rects: Iterable[Rect]) -> list[Box]:
        """The same for many."""
        if self._turn:
            return [self(*rect) for rect in rects]
        left, width, bottom, height = self._left, self._width, self._bottom, self._height
        return [
            (
                _share((x0 - left) / width), _share(1 - (y1 - bottom) / height),
                _share((x1 - left) / width), _share(1 - (y0 - bottom) / height),
            )
            for x0, y0, x1, y1 in rects
        ]  # fmt: skip


def _share(value: float) -> float:
    # asked this way round, so that what is no number at all becomes 0
    return int(value * _STEPS + 0.5) / _STEPS if 0.0 < value < 1.0 else 1.0 if value >= 1.0 else 0.0


def _lines(path: Any) -> list[Rect]:
    box = bounds(path)
    if box is None:
        return []
    width, height = box[2] - box[0], box[3] - box[1]
    if max(width, height) < _SHORT:
        return []
    if min(width, height) <= _THIN:
        return [box]
    return _strokes(path) if _is_stroked(path) else []


def _is_stroked(path: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(stroke.value)


def _strokes(path: Any) -> list[Rect]:
    """The straight, upright strokes of a drawn path."""
    matrix = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(path, ctypes.byref(matrix)):
        return []
    a, b, c, d, e, f = matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
    x, y = ctypes.c_float(), ctypes.c_float()
    to_x, to_y = ctypes.byref(x), ctypes.byref(y)
    found: list[Rect] = []
    first: Point | None = None
    last: Point | None = None
    for index in range(min(pdfium_c.FPDFPath_CountSegments(path), 500)):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, index)
        pdfium_c.FPDFPathSegment_GetPoint(segment, to_x, to_y)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == pdfium_c.FPDF_SEGMENT_LINETO and last is not None:
            found += _upright(last, point)
        if first is not None and pdfium_c.FPDFPathSegment_GetClose(segment):
            found += _upright(point, first)
        last = point
    return found


def _upright(one: Point, other: Point) -> list[Rect]:
    width, height = abs(one[0] - other[0]), abs(one[1] - other[1])
    if min(width, height) > _SLANT or max(width, height) < _SHORT:
        return []
    return [(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))]
