"""Words under a dark box: a redaction that only covers, so that the text is still in the file."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as pdfium_c

from corrobora.model.document import Box
from corrobora.reading.drawing import PATH, TEXT, Painted, bounds
from corrobora.reading.rulings import BoxMaker
from corrobora.reading.textlayer import LayerWord

_DARK = 60
_OPAQUE = 240
_LEAST_HEIGHT = 5.0
_MAX_OBJECTS = 4000


def covered_words(drawn: Sequence[Painted], words: tuple[LayerWord, ...], to_box: BoxMaker) -> int:
    """How many words of the page lie under dark boxes that were painted after them."""
    boxes = _lids(drawn, to_box)
    return sum(any(_lies_in(word.box, box) for box in boxes) for word in words) if boxes else 0


def _lids(drawn: Sequence[Painted], to_box: BoxMaker) -> list[Box]:
    """Dark boxes with text painted before and none after them: white letters on a dark bar are no redaction."""
    painted = [(kind, handle) for kind, handle in drawn if kind in (PATH, TEXT)][: _MAX_OBJECTS + 1]
    dark = {number for number, (kind, handle) in enumerate(painted) if kind == PATH and _is_dark(handle)}
    below: list[Box] = []
    lids: list[Box] = []
    for number, (kind, handle) in enumerate(painted if dark else ()):
        if kind == PATH and number not in dark:
            continue
        place = bounds(handle)
        if place is None:
            continue
        box = to_box(*place)
        if kind == TEXT:
            below.append(box)
            lids = [lid for lid in lids if not _touch(lid, box)]
        elif place[3] - place[1] >= _LEAST_HEIGHT and any(_touch(box, text) for text in below):
            lids.append(box)
    return lids


def _is_dark(path: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    if not fill.value:
        return False
    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium_c.FPDFPageObj_GetFillColor(path, *(ctypes.byref(part) for part in parts)):
        return False
    return all(part.value <= _DARK for part in parts[:3]) and parts[3].value >= _OPAQUE


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _lies_in(inner: Box, outer: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]
