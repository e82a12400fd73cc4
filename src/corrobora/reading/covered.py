"""Words under a dark box: a redaction that only covers, so that the text is still in the file."""

from __future__ import annotations

import ctypes

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from corrobora.model.document import Box
from corrobora.reading.rulings import BoxMaker
from corrobora.reading.textlayer import LayerWord

_DARK = 60
_OPAQUE = 240
_LEAST_HEIGHT = 5.0
_MAX_OBJECTS = 4000


def covered_words(page: pdfium.PdfPage, words: tuple[LayerWord, ...]) -> int:
    """How many words of the page lie under dark boxes that were painted after them."""
    boxes = _lids(page)
    return sum(any(_lies_in(word.box, box) for box in boxes) for word in words) if boxes else 0


def _lids(page: pdfium.PdfPage) -> list[Box]:
    """Dark boxes with text painted before and none after them: white letters on a dark bar are no redaction."""
    to_box = BoxMaker(page)
    below: list[Box] = []
    lids: list[Box] = []
    kinds = [pdfium_c.FPDF_PAGEOBJ_PATH, pdfium_c.FPDF_PAGEOBJ_TEXT]
    for count, item in enumerate(page.get_objects(filter=kinds, max_depth=3)):
        if count > _MAX_OBJECTS:
            break
        is_text = item.type == pdfium_c.FPDF_PAGEOBJ_TEXT
        if not is_text and not _is_dark(item):
            continue
        try:
            left, bottom, right, top = item.get_bounds()
        except pdfium.PdfiumError:
            continue
        box = to_box(left, bottom, right, top)
        if is_text:
            below.append(box)
            lids = [lid for lid in lids if not _touch(lid, box)]
        elif top - bottom >= _LEAST_HEIGHT and any(_touch(box, text) for text in below):
            lids.append(box)
    return lids


def _is_dark(path: pdfium.PdfObject) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(path.raw, ctypes.byref(fill), ctypes.byref(stroke))
    if not fill.value:
        return False
    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium_c.FPDFPageObj_GetFillColor(path.raw, *(ctypes.byref(part) for part in parts)):
        return False
    return all(part.value <= _DARK for part in parts[:3]) and parts[3].value >= _OPAQUE


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _lies_in(inner: Box, outer: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]
