"""A picture of a page -> its text, words with boxes, tables. Offline, on one thread.

`prepare()` loads the engines (before the cage shuts), `recognise()` reads one picture. Lines are found once, then each
goes to the recogniser of its script; the layout puts what they read into reading order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import cv2
import numpy as np

from corrobora.errors import DamagedError
from corrobora.model.document import Cell, Page, Table
from corrobora.reading import language
from corrobora.reading.layout import Composition, PlacedWord, compose
from corrobora.reading.ocr import engines, straighten
from corrobora.reading.ocr.agreement import agreed
from corrobora.reading.ocr.regions import ReadLine, read_lines
from corrobora.reading.ocr.ruled import find_rulings
from corrobora.reading.ocr.straighten import Sheet
from corrobora.reading.ocr.zone import with_zone

__all__ = ["prepare", "preload", "recognise"]

_ASLANT = 3.5
"""Degrees off the page's own slope from which a line is a stamp."""
_LINE_MARGIN = 0.15
_FEW_LETTERS = 12
_SURE_OF_FEW = 0.7


def prepare() -> None:
    """Loads the engines and their models; afterwards no file is opened any more.

    Raises:
        MissingToolError: where tesseract's languages are not installed.
    """
    engines.load()


preload = prepare


def recognise(image: Any, languages: Sequence[str] = ()) -> Page:
    """Reads the picture of a page.

    Args:
        image: a PIL image (or an array, grey or RGB), any size, any side up.
        languages: to expect ("ru", "uk", "en", "zh"); empty means all of them.

    Returns:
        A page with number 1: text, words (boxes as fractions of the picture as given), tables, language, mean
        confidence. A picture without text gives an empty text and a confidence of 0.

    Raises:
        MissingToolError: where an engine's data is not installed.
        DamagedError: where an engine failed on the picture.
    """
    try:
        return _recognised(straighten.in_grey(image), languages)
    except cv2.error as exc:
        raise DamagedError("the picture could not be worked on", remedy="ask for another copy") from exc


def _recognised(grey: engines.Image, languages: Sequence[str]) -> Page:
    sheet = straighten.upright(grey)
    lines = with_zone(read_lines(sheet, languages))
    if _is_noise(lines):
        lines = []
    level = [number for number, line in enumerate(lines) if not _is_aslant(line, sheet)]
    words = [word for number in level for word in _placed(lines[number], sheet, number)]
    composition = compose(words, _rulings(sheet, words) if words else ())
    return _page(agreed(_with_stamps(composition, lines, sheet)), sheet)


def _is_noise(lines: Sequence[ReadLine]) -> bool:
    """Whether the little that was read is texture of a photograph."""
    tokens = [token for line in lines for token in line.tokens]
    letters = sum(len(token.text) for token in tokens)
    sure = sum(token.confidence * len(token.text) for token in tokens)
    return letters < _FEW_LETTERS and sure < _SURE_OF_FEW * letters


def _is_aslant(line: ReadLine, sheet: Sheet) -> bool:
    """Whether the line runs in another direction than the page: stamps do, and read into the text they tear it."""
    wide, high = straighten.size(line.quad)
    start, end = sheet.level(line.quad[:2])
    angle = float(np.degrees(np.arctan2(end[1] - start[1], end[0] - start[0])))
    return wide > 2.2 * high and abs(angle) > _ASLANT


def _with_stamps(composition: Composition, lines: Sequence[ReadLine], sheet: Sheet) -> Composition:
    """The page's text, then what stands aslant on it."""
    words = [
        word for number, line in enumerate(lines) if _is_aslant(line, sheet) for word in _placed(line, sheet, number)
    ]
    if not words:
        return composition
    stamps = compose(words)
    text = f"{composition.text}\n\n" if composition.text else ""
    shifted = tuple(replace(word, start=word.start + len(text), end=word.end + len(text)) for word in stamps.words)
    return Composition(text + stamps.text, composition.words + shifted, composition.tables)


def _placed(line: ReadLine, sheet: Sheet, number: int) -> list[PlacedWord]:
    """Words of a line with their boxes on the level page; lines are found with a margin, which is taken off."""
    height, width = sheet.image.shape[:2]
    placed = []
    for token in line.tokens:
        ends = [
            corner + (other - corner) * share
            for share in (token.x0, token.x1)
            for corner, other in ((line.quad[0], line.quad[1]), (line.quad[3], line.quad[2]))
        ]
        points = sheet.level(np.array(ends))
        # corners of a line that is not quite level would reach into its neighbours: sides are taken at their middles
        top, bottom = points[[0, 2], 1].mean(), points[[1, 3], 1].mean()
        left, right = points[:2, 0].mean(), points[2:, 0].mean()
        margin = _LINE_MARGIN * (bottom - top)
        box = (
            float(left) / width,
            float(top + margin) / height,
            float(right) / width,
            float(bottom - margin) / height,
        )
        placed.append(PlacedWord(token.text, box, round(token.confidence, 4), number))
    return placed


def _rulings(sheet: Sheet, words: Sequence[PlacedWord]) -> list[tuple[float, float, float, float]]:
    height, width = sheet.image.shape
    level = cv2.warpPerspective(
        sheet.image, sheet.to_level, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return find_rulings(np.asarray(level, np.uint8), [word.box for word in words])


def _page(composition: Composition, sheet: Sheet) -> Page:
    height, width = sheet.image.shape[:2]
    if sheet.quarters % 2:
        width, height = height, width
    letters = sum(word.end - word.start for word in composition.words)
    sure = sum((word.confidence or 0.0) * (word.end - word.start) for word in composition.words)
    words = tuple(
        replace(word, box=straighten.back_to_picture(word.box, sheet)) if word.box else word
        for word in composition.words
    )
    return Page(
        page=1,
        text=composition.text,
        language=language.detect(composition.text),
        ocr_confidence=round(sure / letters, 4) if letters else 0.0,
        words=words,
        tables=tuple(Table(tuple(_cell(cell, sheet) for cell in table.cells)) for table in composition.tables),
        width=float(width),
        height=float(height),
    )


def _cell(cell: Cell, sheet: Sheet) -> Cell:
    return replace(cell, box=straighten.back_to_picture(cell.box, sheet)) if cell.box else cell
