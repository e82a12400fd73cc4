"""What is painted on a PDF page, in the order of painting: handles of pdfium, without a wrapper around each."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

TEXT, PATH, IMAGE = pdfium_c.FPDF_PAGEOBJ_TEXT, pdfium_c.FPDF_PAGEOBJ_PATH, pdfium_c.FPDF_PAGEOBJ_IMAGE
_FORM = pdfium_c.FPDF_PAGEOBJ_FORM
_MAX_DEPTH = 3
_MAX_OBJECTS = 200_000

Rect = tuple[float, float, float, float]
Painted = tuple[int, Any]
"""Kind of an object and its handle."""


def painted(page: pdfium.PdfPage) -> list[Painted]:
    """Texts, paths and images of a page, those inside forms in the place of the form."""
    found: list[Painted] = []
    for one in _inside(page.raw, pdfium_c.FPDFPage_CountObjects, pdfium_c.FPDFPage_GetObject, 1):
        found.append(one)
        if len(found) >= _MAX_OBJECTS:
            break
    return found


def _inside(parent: Any, count: Callable[[Any], int], get: Callable[[Any, int], Any], depth: int) -> Iterator[Painted]:
    kind_of = pdfium_c.FPDFPageObj_GetType
    for index in range(count(parent)):
        handle = get(parent, index)
        if not handle:
            return
        kind = kind_of(handle)
        if kind in (TEXT, PATH, IMAGE):
            yield kind, handle
        elif kind == _FORM and depth < _MAX_DEPTH:
            yield from _inside(handle, pdfium_c.FPDFFormObj_CountObjects, pdfium_c.FPDFFormObj_GetObject, depth + 1)


def bounds(handle: Any) -> Rect | None:
    """Left, bottom, right and top of an object, in points; None where it has no place."""
    sides = (ctypes.c_float * 4)()
    start = ctypes.addressof(sides)
    if not _BOUNDS(handle, start, start + 4, start + 8, start + 12):
        return None
    left, bottom, right, top = sides
    return left, bottom, right, top


def by_address(function: Any, *arguments: Any) -> Callable[..., int]:
    """A function of pdfium that takes plain addresses: a pointer object for each of a page's letters costs more."""
    made: Callable[..., int] = ctypes.CFUNCTYPE(ctypes.c_int, *arguments)(
        ctypes.cast(function, ctypes.c_void_p).value or 0
    )
    return made


_BOUNDS = by_address(pdfium_c.FPDFPageObj_GetBounds, ctypes.c_void_p, *[ctypes.c_void_p] * 4)
