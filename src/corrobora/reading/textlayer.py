"""The text layer of a PDF page: characters to words with boxes, and whether the layer can be believed. Pure."""

from __future__ import annotations

import ctypes
import itertools
import re
import struct
import unicodedata
from collections import Counter, deque
from collections.abc import Iterator, Sequence

import msgspec
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from corrobora.model.document import Box
from corrobora.reading import hyphens
from corrobora.reading.drawing import Rect, by_address
from corrobora.reading.rulings import BoxMaker

_HYPHEN_CODES = (0x02, 0xFFFE)
_MAX_CHARS = 400_000
_SPACES = "\\t\\n\\r \\xa0\\u2000-\\u200b\\u2028\\u2029\\u3000"
# Alone these are a word: between Chinese characters there are no spaces to cut at.
_IDEOGRAMS = "\\u2e80-\\u2fdf\\u3005-\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\U00020000-\\U0003ffff"
_IDEOGRAM = re.compile(f"[{_IDEOGRAMS}]")
_WORD = re.compile(f"[{_IDEOGRAMS}]|[^{_SPACES}{_IDEOGRAMS}{hyphens.MARK}]+{hyphens.MARK}?|{hyphens.MARK}")
_DROPPED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\ufeff\ud800-\udfff]")
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffd]")
_LATIN_WORD, _ODD_INSIDE = re.compile(r"[A-Za-z0-9]{3,}"), re.compile(r"[a-z][A-Z]|[A-Za-z][0-9][A-Za-z]")
_GUESSED_SHARE = 0.15
"""True pages stay under 1 in 100, names of programs and models included; guessed ones are over 1 in 4."""
_BOX_OF = by_address(pdfium_c.FPDFText_GetLooseCharBox, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_RECT = struct.calcsize("4f")

Cut = tuple[str, str, int, int]
"""A word, what stands before it, its first and its last character."""


class LayerWord(msgspec.Struct, frozen=True, gc=False):
    """A word of the layer: a struct, since a page has hundreds of them.

    Attributes:
        text: with `hyphens.MARK` at its end where the line breaks after a hyphen.
        gap: what stands before it: nothing (glued to the word before), a space or a line break.
    """

    text: str
    gap: str
    box: Box


class Layer(msgspec.Struct, frozen=True):
    """What the text layer of a page says."""

    words: tuple[LayerWord, ...]
    unmapped: int
    characters: int

    def text(self) -> str:
        """The words in the order of the layer."""
        return hyphens.mend("".join([word.gap + word.text for word in self.words]).lstrip())


def read_layer(page: pdfium.PdfPage, to_box: BoxMaker | None = None) -> Layer:
    """The words of a page, in the order in which the file has them."""
    textpage = page.get_textpage()
    try:
        count = min(textpage.count_chars(), _MAX_CHARS)
        text = _as_one(textpage, count)
        codes = _codes(textpage, count) if text is None else ()
        cuts = list(_cut(codes) if text is None else cut_plain(text))
        boxes = (to_box or BoxMaker(page)).all(_rects(textpage, cuts))
        unmapped = _unmapped(textpage, count) if _is_doubtful(codes if text is None else text) else 0
        characters = sum(code > 32 for code in codes) if text is None else len(text) - _blanks(text)
        return Layer(tuple(_words(cuts, boxes)), unmapped, characters)
    finally:
        textpage.close()


def _as_one(textpage: pdfium.PdfTextPage, count: int) -> str | None:
    """The characters of a page fetched at once; None where not every one of them is a letter of the text."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium_c.FPDFText_GetText(textpage.raw, 0, count, buffer) if count > 0 else 1
    if written - 1 != count:
        return None
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
    return None if len(text) != count or _DROPPED.search(text) else text


def _codes(textpage: pdfium.PdfTextPage, count: int) -> Sequence[int]:
    get = pdfium_c.FPDFText_GetUnicode
    handle = textpage.raw
    return [get(handle, index) for index in range(count)]


def _is_doubtful(text: str | Sequence[int]) -> bool:
    if isinstance(text, str):
        return hyphens.MARK in text or _PRIVATE.search(text) is not None
    return any(code == 0 or 0xE000 <= code <= 0xF8FF or code == 0xFFFD or 1 <= code <= 8 for code in text)


def _unmapped(textpage: pdfium.PdfTextPage, count: int) -> int:
    has_error, handle = pdfium_c.FPDFText_HasUnicodeMapError, textpage.raw
    return sum(has_error(handle, index) == 1 for index in range(count))


def _blanks(text: str) -> int:
    return sum(text.count(blank) for blank in (" ", "\n", "\r", "\t", hyphens.MARK))


def _rects(textpage: pdfium.PdfTextPage, cuts: Sequence[Cut]) -> Iterator[Rect]:
    """Around each word, in points: from its first character to its last."""
    buffer = ctypes.create_string_buffer(2 * _RECT * len(cuts) or 1)
    start = ctypes.addressof(buffer)
    handle = ctypes.cast(textpage.raw, ctypes.c_void_p).value
    ends = [index for _, _, first, last in cuts for index in (first, last)]
    places = range(start, start + _RECT * len(ends), _RECT)
    # the loop runs in C: two calls for each word of the page
    deque(map(_BOX_OF, itertools.repeat(handle), ends, places), maxlen=0)
    for l0, t0, r0, b0, l1, t1, r1, b1 in struct.iter_unpack("8f", memoryview(buffer)[: _RECT * len(ends)]):
        yield min(l0, l1), min(b0, t0, b1, t1), max(r0, r1), max(b0, t0, b1, t1)


def _words(cuts: Sequence[Cut], boxes: Sequence[Box]) -> Iterator[LayerWord]:
    """In NFC, and without the spaces between Chinese characters where a file sets nearly all of them apart."""
    closed = _closed_up(cuts)
    for number, ((text, gap, _, _), box) in enumerate(zip(cuts, boxes, strict=True)):
        composed = text if text.isascii() else unicodedata.normalize("NFC", text)
        yield LayerWord(composed, "" if number in closed else gap, box)


def cut_plain(text: str) -> Iterator[Cut]:
    """The words of a text of which every character counts."""
    end = 0
    for match in _WORD.finditer(text):
        start = match.start()
        between = text[end:start]
        end = match.end()
        yield match.group(), ("\n" if "\n" in between or "\r" in between else between and " "), start, end - 1


def _cut(codes: Sequence[int]) -> Iterator[Cut]:
    """The words where some characters do not count."""
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


def _closed_up(cuts: Sequence[Cut]) -> set[int]:
    """Which words lose the space before them."""
    lone = [len(text) == 1 and not text.isascii() and _IDEOGRAM.match(text) is not None for text, _, _, _ in cuts]
    pairs = [number for number in range(1, len(cuts)) if lone[number] and lone[number - 1]]
    spaced = {number for number in pairs if cuts[number][1] == " "}
    return set() if len(spaced) < 8 or len(spaced) * 2 < len(pairs) else spaced


def is_believable(layer: Layer) -> bool:
    """Whether the layer says in letters what the page shows in shapes.

    Fonts without a map to Unicode give private characters, or letters of the wrong alphabet in impossible order; so
    does a recognition that knew Latin only and was shown Cyrillic.
    """
    text = layer.text()
    counts = Counter(text)
    for letter in [letter for letter in counts if letter.isspace()]:
        del counts[letter]
    shown = counts.total()
    if not shown:
        return False
    bad = sum(counts[letter] for letter in counts if _PRIVATE.match(letter)) + layer.unmapped
    if bad * 10 > shown:
        return False
    symbols = sum(
        counts[letter] for letter in counts if unicodedata.category(letter) in ("So", "Sk", "Cn", "Co", "Lm", "Sm")
    )
    if shown > 40 and symbols * 4 > shown:
        return False
    return not _is_mojibake(counts) and not _is_guesswork(text)


def _is_mojibake(counts: Counter[str]) -> bool:
    """Cyrillic bytes read as Western ones give long runs of accented capitals and small letters."""
    letters = sum(counts[letter] for letter in counts if letter.isalpha())
    western = sum(counts[letter] for letter in counts if "\u00c0" <= letter <= "\u00ff" and letter.isalpha())
    return letters >= 30 and western * 3 > letters


def _is_guesswork(text: str) -> bool:
    """Whether capitals and digits stand inside many words: no language has that, a reader of strange letters does."""
    words = [word for word in _LATIN_WORD.findall(text) if sum(map(str.isalpha, word)) >= 2]
    odd = sum(_ODD_INSIDE.search(word) is not None for word in words)
    return len(words) >= 20 and odd >= _GUESSED_SHARE * len(words)
