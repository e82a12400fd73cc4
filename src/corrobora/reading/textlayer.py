"""The text layer of a PDF page: characters to words with boxes, and whether the layer can be believed. Pure."""

from __future__ import annotations

import ctypes
import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from corrobora.model.document import Box
from corrobora.reading import hyphens
from corrobora.reading.rulings import BoxMaker

_HYPHEN_CODES = (0x02, 0xFFFE)
_MAX_CHARS = 400_000
# Alone these are a word: between Chinese characters there are no spaces to cut at.
_IDEOGRAM = re.compile("[\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffd]")


@dataclass(frozen=True, slots=True)
class LayerWord:
    """A word of the layer.

    Attributes:
        text: with `hyphens.MARK` at its end where the line breaks after a hyphen.
        gap: what stands before it: nothing (glued to the word before), a space or a line break.
    """

    text: str
    gap: str
    box: Box


@dataclass(frozen=True, slots=True)
class Layer:
    """What the text layer of a page says."""

    words: tuple[LayerWord, ...]
    unmapped: int
    characters: int

    def text(self) -> str:
        """The words in the order of the layer."""
        return hyphens.mend("".join(word.gap + word.text for word in self.words).lstrip())


def read_layer(page: pdfium.PdfPage) -> Layer:
    """The words of a page, in the order in which the file has them."""
    textpage = page.get_textpage()
    try:
        count = min(textpage.count_chars(), _MAX_CHARS)
        codes = _codes(textpage, count)
        box_of = _Boxes(textpage, page)
        raw = [LayerWord(text, gap, box_of.around(first, last)) for text, gap, first, last in _cut(codes)]
        unmapped = (
            sum(pdfium_c.FPDFText_HasUnicodeMapError(textpage, i) == 1 for i in range(count))
            if _is_doubtful(codes)
            else 0
        )
        return Layer(tuple(_composed(_closed_up(raw))), unmapped, sum(code > 32 for code in codes))
    finally:
        textpage.close()


def _codes(textpage: pdfium.PdfTextPage, count: int) -> list[int]:
    get = pdfium_c.FPDFText_GetUnicode
    handle = textpage.raw
    return [get(handle, index) for index in range(count)]


def _is_doubtful(codes: list[int]) -> bool:
    return any(code == 0 or 0xE000 <= code <= 0xF8FF or code == 0xFFFD or 1 <= code <= 8 for code in codes)


class _Boxes:
    """Boxes of characters as fractions of the page as it is shown."""

    def __init__(self, textpage: pdfium.PdfTextPage, page: pdfium.PdfPage) -> None:
        self._handle = textpage.raw
        self._rect = pdfium_c.FS_RECTF()
        self._pointer = ctypes.byref(self._rect)
        self._to_box = BoxMaker(page)

    def around(self, first: int, last: int) -> Box:
        """The box from one character to another."""
        one = self._char(first)
        other = self._char(last) if last != first else one
        x0, y0 = min(one[0], other[0]), min(one[1], other[1])
        x1, y1 = max(one[2], other[2]), max(one[3], other[3])
        return self._to_box(x0, y0, x1, y1)

    def _char(self, index: int) -> tuple[float, float, float, float]:
        pdfium_c.FPDFText_GetLooseCharBox(self._handle, index, self._pointer)
        rect = self._rect
        return rect.left, min(rect.bottom, rect.top), rect.right, max(rect.bottom, rect.top)


def _cut(codes: list[int]) -> Iterator[tuple[str, str, int, int]]:
    """(text, gap before, first character, last character) of each word."""
    text: list[str] = []
    gap, first = "", 0
    high = 0
    for index, code in enumerate(codes):
        if code in (0x0A, 0x0D, 0x20, 0x09, 0xA0, 0x3000, 0x2028, 0x2029) or 0x2000 <= code <= 0x200B:
            if text:
                yield "".join(text), gap, first, index - 1
                text, gap = [], ""
            gap = "\n" if code in (0x0A, 0x0D) or gap == "\n" else " "
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        letter = _letter(code, high)
        high = 0
        if not letter:
            continue
        if letter == hyphens.MARK:
            text.append(letter)
            yield "".join(text), gap, first if len(text) > 1 else index, index
            text, gap = [], ""
            continue
        if _IDEOGRAM.match(letter):
            if text:
                yield "".join(text), gap, first, index - 1
                text, gap = [], ""
            yield letter, gap, index, index
            gap = ""
            continue
        if not text:
            first = index
        text.append(letter)
    if text:
        yield "".join(text), gap, first, len(codes) - 1


def _letter(code: int, high: int) -> str:
    if code in _HYPHEN_CODES:
        return hyphens.MARK
    if 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)) if high else ""
    if code < 32 or 0x7F <= code < 0xA0 or code in (0xAD, 0xFEFF) or code > 0x10FFFF:
        return ""
    return unicodedata.normalize("NFC", chr(code)) if code > 0x2E80 else chr(code)


def _closed_up(words: list[LayerWord]) -> list[LayerWord]:
    """Without the spaces between Chinese characters where a file sets nearly all of them apart."""
    pairs = [
        (one, other)
        for one, other in itertools.pairwise(words)
        if _IDEOGRAM.match(one.text) and _IDEOGRAM.match(other.text)
    ]
    spaced = sum(other.gap == " " for _, other in pairs)
    if spaced < 8 or spaced * 2 < len(pairs):
        return words
    close = {id(other) for _, other in pairs if other.gap == " "}
    return [LayerWord(word.text, "", word.box) if id(word) in close else word for word in words]


def _composed(words: list[LayerWord]) -> Iterator[LayerWord]:
    for word in words:
        text = word.text if word.text.isascii() else unicodedata.normalize("NFC", word.text)
        yield word if text == word.text else LayerWord(text, word.gap, word.box)


def is_believable(layer: Layer) -> bool:
    """Whether the layer says in letters what the page shows in shapes.

    Fonts without a map to Unicode give private characters, or letters of the wrong alphabet in impossible order.
    """
    text = layer.text()
    shown = [letter for letter in text if not letter.isspace()]
    if not shown:
        return False
    bad = len(_PRIVATE.findall(text)) + layer.unmapped
    if bad * 10 > len(shown):
        return False
    letters = [letter for letter in shown if letter.isalpha()]
    symbols = sum(unicodedata.category(letter) in ("So", "Sk", "Cn", "Co", "Lm", "Sm") for letter in shown)
    if symbols * 4 > len(shown) and len(shown) > 40:
        return False
    return not _is_mojibake(letters)


def _is_mojibake(letters: list[str]) -> bool:
    """Cyrillic bytes read as Western ones give long runs of accented capitals and small letters."""
    if len(letters) < 30:
        return False
    western = sum("\u00c0" <= letter <= "\u00ff" for letter in letters)
    return western * 3 > len(letters)
