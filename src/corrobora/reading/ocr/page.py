"""A page picture to a page: which engine reads which region, and what is made of both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from corrobora.model import mrz
from corrobora.model.document import Box, Page, Word
from corrobora.reading.layout import PlacedWord, compose
from corrobora.reading.ocr import chinese, cyrillic
from corrobora.reading.ocr.chinese import Found
from corrobora.reading.ocr.picture import Straight, straighten


def prepare() -> None:
    """Loads both engines and lets them read a little, so that nothing has to be opened afterwards."""
    blank = np.full((320, 640), 255, dtype=np.uint8)
    blank[140:180, 100:110] = 0
    chinese.read(blank)
    cyrillic.read(blank)


def recognise(image: Any, languages: Sequence[str] = ()) -> Page:
    """Reads a picture of a page.

    Args:
        image: a PIL image.
        languages: expected, most likely first; Chinese is looked for where "zh" is among them or none is named.

    Returns:
        A page numbered 1; boxes are fractions of the picture as it came. Its language is left empty.
    """
    straight = straighten(_upright(image))
    found = chinese.read(straight.clean) if not languages or "zh" in languages else []
    zone = _zone(found)
    words = _passport(found, zone) if zone else _both(straight, found)
    composition = compose(words, straight.rulings)
    text, placed = composition.text, composition.words
    turned = tuple(replace(word, box=straight.original(word.box)) if word.box else word for word in placed)
    tables = tuple(
        replace(table, cells=tuple(replace(c, box=straight.original(c.box)) if c.box else c for c in table.cells))
        for table in composition.tables
    )
    return Page(1, text, "", _confidence(placed), turned, tables, float(image.width), float(image.height))


def _upright(image: Any) -> Any:
    """The picture as it should be held, where the camera knew."""
    from PIL import ImageOps

    return ImageOps.exif_transpose(image)


def _both(straight: Straight, found: Sequence[Found]) -> list[PlacedWord]:
    """Chinese from the one engine, everything else from the other, which does not see the Chinese."""
    han = [word for line in found for word in chinese.chinese_words(line)]
    grey = straight.clean
    if han:
        grey = grey.copy()
        height, width = grey.shape
        paper = int(np.percentile(grey, 90))
        for x0, y0, x1, y1 in _runs(han):
            margin = 0.15 * (y1 - y0)
            top, bottom = max(0, int((y0 - margin) * height)), int((y1 + margin) * height)
            grey[top:bottom, max(0, int((x0 - margin / 2) * width)) : int((x1 + margin / 2) * width) + 1] = paper
    rest = cyrillic.read(grey)
    if len(rest) < 3 and len(found) - len(han) > 5:
        rest = cyrillic.read(grey, sparse=True)
    return han + [word for word in rest if not any(_overlap(word, other) > 0.5 for other in han)]


def _runs(han: Sequence[PlacedWord]) -> list[Box]:
    """Boxes of neighbouring Chinese words taken together, without the slits between characters."""
    boxes: list[Box] = []
    for word in han:
        x0, y0, x1, y1 = word.box
        if boxes:
            a = boxes[-1]
            level = min(a[3], y1) - max(a[1], y0) > 0.5 * min(a[3] - a[1], y1 - y0)
            if level and 0 <= x0 - a[2] + 0.01 < 0.01 + 2.5 * (y1 - y0):
                boxes[-1] = (a[0], min(a[1], y0), max(a[2], x1), max(a[3], y1))
                continue
        boxes.append(word.box)
    return boxes


def _zone(found: Sequence[Found]) -> dict[int, str]:
    """Lines of a machine-readable zone, corrected: index of the line -> text."""
    at = mrz.zone_lines(line.text for line in found)
    zone = mrz.parse([found[i].text for i in at])
    if zone is None:
        return {}
    return dict(zip(at[-len(zone.lines) :], zone.lines, strict=True))


def _passport(found: Sequence[Found], zone: dict[int, str]) -> list[PlacedWord]:
    """A travel document: every line as the one engine read it, the zone corrected by its check digits."""
    words = []
    for at, line in enumerate(found):
        if at in zone:
            words.append(PlacedWord(zone[at], line.box, line.score))
        else:
            words += line.pieces or [PlacedWord(line.text, line.box, line.score)]
    return words


def _overlap(word: PlacedWord, other: PlacedWord) -> float:
    """Share of the word's box that the other covers."""
    a, b = word.box, other.box
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    area = (a[2] - a[0]) * (a[3] - a[1])
    return width * height / area if width > 0 and height > 0 and area > 0 else 0.0


def _confidence(words: Sequence[Word]) -> float | None:
    known = [w.confidence for w in words if w.confidence is not None]
    return round(sum(known) / len(known), 4) if known else None
