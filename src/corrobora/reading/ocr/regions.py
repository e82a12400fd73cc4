"""Every line of text to its recogniser: Chinese to PP-OCR, Cyrillic and Latin to tesseract, mixed lines to both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from corrobora.reading.layout.pieces import IDEOGRAM, is_wide
from corrobora.reading.ocr import engines
from corrobora.reading.ocr.engines import Glyph, Image, LineWord, Quad
from corrobora.reading.ocr.straighten import Sheet, cut, size

_TEXT_HEIGHT = 46
"""Pixels of line height that tesseract is given: its models were trained on lines of about this size."""
_MARGIN = 0.22
_SURE = 0.9
_CODE = re.compile(r"[A-Z0-9][A-Z0-9/.\-]*")
_ONLY_DIGITS = re.compile(r"[\d.,:/()+\-–—%№]+")
_UKRAINIAN, _RUSSIAN = re.compile("[іїєґІЇЄҐ]"), re.compile("[ыэъёЫЭЪЁ]")
_TO_LATIN = str.maketrans("АВЕКМНОРСТУХІавеморсухкіn", "ABEKMHOPCTYXIabeMopcyxkin")
_LOOKS_LATIN = re.compile("[АВЕКМНОРСТУХІ]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word found on a line: its place along the line as fractions."""

    text: str
    x0: float
    x1: float
    confidence: float


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line of text as read.

    Attributes:
        glyphs_text: what PP-OCR read on the whole line, spaces out; passports' zones are taken from it.
    """

    quad: Quad
    tokens: tuple[Token, ...]
    glyphs_text: str


def read_lines(sheet: Sheet, languages: Sequence[str]) -> list[ReadLine]:
    """Reads every line of a sheet."""
    glyph_lines = engines.read_glyphs([cut(sheet.image, quad) for quad in sheet.quads])
    foreign = [_has_foreign(glyphs, quad) for glyphs, quad in zip(glyph_lines, sheet.quads, strict=True)]
    tongue = _tongue(sheet, glyph_lines, foreign, languages)
    return [
        ReadLine(quad, tuple(_tokens(sheet.image, quad, glyphs, tongue)), "".join(g.text for g in glyphs).replace(" ", ""))
        for quad, glyphs in zip(sheet.quads, glyph_lines, strict=True)
    ]


def _tokens(image: Image, quad: Quad, glyphs: list[Glyph], tongue: str) -> list[Token]:
    if looks_like_zone("".join(glyph.text for glyph in glyphs)):
        return _glyph_words(glyphs, quad)
    if not any(IDEOGRAM.match(glyph.text) for glyph in glyphs):
        return _checked(_tesseract_words(image, quad, tongue), _glyph_words(glyphs, quad), tongue)
    tokens: list[Token] = []
    for low, high, is_han in _spans(glyphs, quad):
        if is_han:
            tokens += _glyph_words([g for g in glyphs if low <= g.x <= high], quad)
        else:
            tokens += _tesseract_words(image, quad, tongue, (low, high))
    return sorted(tokens, key=lambda token: token.x0)


def looks_like_zone(text: str) -> bool:
    """Whether a line may belong to a machine-readable zone."""
    plain = text.replace(" ", "")
    return len(plain) >= 26 and plain.count("<") >= 2 and sum(c.isascii() for c in plain) >= 0.9 * len(plain)


def _has_foreign(glyphs: Sequence[Glyph], quad: Quad) -> bool:
    """Whether the line holds letters that PP-OCR does not know: they leave wide blanks."""
    wide, high = size(quad)
    width = sum(2 if is_wide(g.text) else 1 for g in glyphs if not g.text.isspace())
    if not width:
        return True
    sure = sum(g.confidence for g in glyphs) / len(glyphs)
    each = (wide - 0.5 * high) / max(high, 1.0) / width
    return each > (0.75 if sure > _SURE else 0.6)


def _tongue(sheet: Sheet, lines: list[list[Glyph]], foreign: list[bool], languages: Sequence[str]) -> str:
    """The languages that tesseract is to know on this sheet."""
    widths = [size(quad)[0] for quad in sheet.quads]
    plain = [not any(IDEOGRAM.match(g.text) for g in glyphs) for glyphs in lines]
    total = sum(w for w, p in zip(widths, plain, strict=True) if p)
    cyrillic = sum(w for w, p, f in zip(widths, plain, foreign, strict=True) if p and f)
    if not any(code in languages for code in ("ru", "uk")) and languages:
        return "eng"
    if cyrillic < 0.12 * total:
        return "eng"
    if languages and "uk" not in languages:
        return "rus+eng"
    if languages and "ru" not in languages:
        return "ukr+eng"
    samples = sorted((i for i, f in enumerate(foreign) if f and plain[i]), key=lambda i: -widths[i])[:4]
    seen = {"rus": "", "ukr": ""}
    for name in seen:
        for index in samples:
            words = _tesseract_words(sheet.image, sheet.quads[index], name)
            seen[name] += " ".join(word.text for word in words if word.confidence > 0.6) + " "
    ukrainian, russian = len(_UKRAINIAN.findall(seen["ukr"])), len(_RUSSIAN.findall(seen["rus"]))
    return "ukr+eng" if ukrainian > russian else "rus+eng"


def _spans(glyphs: list[Glyph], quad: Quad) -> list[tuple[float, float, bool]]:
    """Parts of a line with Chinese in it: (from, to, whether PP-OCR reads it)."""
    wide, high = size(quad)
    advance = high / max(wide, 1.0)
    groups: list[list[Glyph]] = []
    for glyph in (g for g in glyphs if not g.text.isspace()):
        if groups and glyph.x - groups[-1][-1].x < 1.9 * advance:
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
    known = [_han_run(group, advance) for group in groups]
    kept = [run for run in known if run is not None]
    spans: list[tuple[float, float, bool]] = []
    reached = 0.0
    for low, high_end in kept:
        if low - reached > 1.2 * advance:
            spans.append((reached, low, False))
        spans.append((low, high_end, True))
        reached = high_end
    if 1.0 - reached > 1.2 * advance:
        spans.append((reached, 1.0, False))
    return spans


def _han_run(group: list[Glyph], advance: float) -> tuple[float, float] | None:
    """Where a dense group of characters that holds Chinese begins and ends; None for scraps of unknown letters."""
    if not any(IDEOGRAM.match(g.text) for g in group):
        sure = sum(g.confidence for g in group) / len(group)
        if len(group) < 4 or sure < 0.95:
            return None
    first, last = group[0], group[-1]
    before = 0.55 if is_wide(first.text) else 0.3
    after = 0.55 if is_wide(last.text) else 0.3
    return max(first.x - before * advance, 0.0), min(last.x + after * advance, 1.0)


def _glyph_words(glyphs: Sequence[Glyph], quad: Quad) -> list[Token]:
    """Characters to words, cut at spaces and at gaps that are wider than a character."""
    wide, high = size(quad)
    advance = 0.8 * high / max(wide, 1.0)
    words: list[list[Glyph]] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.text.isspace():
            last = None
            continue
        if last is None or glyph.x - last.x > _reach(last, glyph) * advance:
            words.append([])
        words[-1].append(glyph)
        last = glyph
    return [
        Token(
            "".join(g.text for g in word),
            max(word[0].x - advance * (0.5 if is_wide(word[0].text) else 0.25), 0.0),
            min(word[-1].x + advance * (0.5 if is_wide(word[-1].text) else 0.25), 1.0),
            sum(g.confidence for g in word) / len(word),
        )
        for word in words
    ]


def _reach(left: Glyph, right: Glyph) -> float:
    """The largest distance of two characters of one word, in widths of a Chinese one."""
    return 0.55 + 0.5 * is_wide(left.text) + 0.5 * is_wide(right.text) + 0.25


def _tesseract_words(image: Image, quad: Quad, tongue: str, part: tuple[float, float] = (0.0, 1.0)) -> list[Token]:
    wide, high = size(quad)
    low, high_end = part
    if part != (0.0, 1.0):
        along = quad[1] - quad[0], quad[2] - quad[3]
        quad = np.array(
            [quad[0] + along[0] * low, quad[0] + along[0] * high_end, quad[3] + along[1] * high_end, quad[3] + along[1] * low],
            np.float32,
        )
    line = cut(image, quad, _MARGIN * (1.0 if part == (0.0, 1.0) else 0.3))
    prepared = prepare_line(line)
    width = prepared.shape[1]
    words = engines.read_words(prepared, tongue)
    return [_token(word, width, low, high_end) for word in words]


def _token(word: LineWord, width: int, low: float, high: float) -> Token:
    x0, _, x1, _ = word.box
    span = high - low
    return Token(word.text, low + span * x0 / width, low + span * x1 / width, word.confidence)


def prepare_line(line: Image) -> Image:
    """A line in shades of grey, at the height tesseract likes, coarse or specked ones smoothed."""
    gray = cv2.cvtColor(line, cv2.COLOR_BGR2GRAY)
    scale = _TEXT_HEIGHT * (1 + 2 * _MARGIN) / max(gray.shape[0], 1)
    if scale > 1.15:
        gray = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
        gray = cv2.GaussianBlur(gray, (0, 0), 0.5 * scale)
    elif scale < 0.9:
        gray = cv2.resize(gray, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(gray, np.uint8)


def _checked(words: list[Token], seen: list[Token], tongue: str) -> list[Token]:
    """Tesseract's words, put right where PP-OCR saw digits and Latin letters better."""
    sure = seen and min(token.confidence for token in seen) > 0.8
    if not words:
        return seen if sure else []
    mean = sum(word.confidence for word in words) / len(words)
    ours, theirs = _joined(words), _joined(seen)
    if sure and ours != theirs and len(theirs) >= 0.8 * len(ours):
        digits = sum(c.isdigit() for c in theirs)
        if digits * 2 >= len(theirs) and (_CODE.fullmatch(theirs) or _ONLY_DIGITS.fullmatch(theirs)):
            return seen
        if tongue == "eng" and mean < 0.85:
            return seen
    return [_mended(word, tongue) for word in words if word.confidence > 0.25 or len(words) > 1]


def _joined(words: Sequence[Token]) -> str:
    return "".join(word.text for word in words).replace(" ", "")


def _mended(word: Token, tongue: str) -> Token:
    """A code of Latin letters and digits that was read half in Cyrillic put back into Latin."""
    text = word.text.translate(_TO_LATIN)
    if tongue != "eng" and re.fullmatch(r"[A-Z]{1,2}\d{7,8}", text.replace("З", "3")) and text != word.text:
        return Token(text.replace("З", "3"), word.x0, word.x1, word.confidence)
    return word
