"""Lines drawn on a PDF page, as thin boxes: the borders of its tables."""

from __future__ import annotations

import ctypes
import itertools

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from corrobora.model.document import Box

_MAX_OBJECTS, _MAX_RULINGS = 4000, 2000
_THIN, _SHORT = 3.0, 6.0
_SLANT = 1.0

Point = tuple[float, float]
Rect = tuple[float, float, float, float]


def read_rulings(page: pdfium.PdfPage, to_box: BoxMaker) -> list[Box]:
    """Boxes of the horizontal and vertical lines of a page, strokes and thin filled bars alike."""
    found: list[Box] = []
    paths = page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH], max_depth=3)
    for path in itertools.islice(paths, _MAX_OBJECTS):
        for left, bottom, right, top in _lines(path):
            found.append(to_box(left, bottom, right, top))
        if len(found) > _MAX_RULINGS:
            return []
    return found


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
        return _unit(u0), _unit(v0), _unit(u1), _unit(v1)


def _unit(value: float) -> float:
    return round(min(max(value, 0.0), 1.0), 5)


def _lines(path: pdfium.PdfObject) -> list[Rect]:
    try:
        left, bottom, right, top = path.get_bounds()
    except pdfium.PdfiumError:
        return []
    width, height = right - left, top - bottom
    if max(width, height) < _SHORT:
        return []
    if min(width, height) <= _THIN:
        return [(left, bottom, right, top)]
    return _strokes(path) if _is_stroked(path) else []


def _is_stroked(path: pdfium.PdfObject) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(path.raw, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(stroke.value)


def _strokes(path: pdfium.PdfObject) -> list[Rect]:
    """The straight, upright strokes of a drawn path."""
    matrix = path.get_matrix()
    count = min(pdfium_c.FPDFPath_CountSegments(path.raw), 500)
    x, y = ctypes.c_float(), ctypes.c_float()
    found: list[Rect] = []
    first: Point | None = None
    last: Point | None = None
    for index in range(count):
        segment = pdfium_c.FPDFPath_GetPathSegment(path.raw, index)
        pdfium_c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = matrix.on_point(x.value, y.value)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == pdfium_c.FPDF_SEGMENT_LINETO and last is not None:
            found += _upright(last, point)
        if pdfium_c.FPDFPathSegment_GetClose(segment) and first is not None:
            found += _upright(point, first)
        last = point
    return found


def _upright(one: Point, other: Point) -> list[Rect]:
    width, height = abs(one[0] - other[0]), abs(one[1] - other[1])
    if min(width, height) > _SLANT or max(width, height) < _SHORT:
        return []
    return [(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))]
