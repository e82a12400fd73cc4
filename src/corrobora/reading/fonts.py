"""Fonts of the system for PDFs that bring none of their own, held in memory where no file can be opened.

Without them the Chinese text of such a PDF is lost in the cage, and its picture shows empty boxes: PDFium takes a
character for real only where a font has it.
"""

from __future__ import annotations

import ctypes
import mmap
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

# Windows' numbers of character sets: Western, Russian, Central European, Greek, Turkish, simplified and traditional
# Chinese, Japanese, Korean
_CHARACTER_SETS = (0, 204, 238, 161, 162, 134, 136, 128, 129)
_WEIGHTS, _PITCHES = (400, 440, 700), (0, 1, 16, 17)
_FACES = (b"", b"Arial", b"Times New Roman", b"Courier New", b"SimSun", b"SimHei", b"MingLiU", b"Batang")
_MOST_BYTES = 192 << 20
_FOLDERS = tuple(map(Path, ("/usr/share/fonts", "/usr/share/X11/fonts", "/usr/local/share/fonts")))
_COLLECTION = 0x74746366
_CALLS = ("EnumFonts", "MapFont", "GetFont", "GetFaceName", "GetFontCharset", "DeleteFont")

_WANTS_A_FONT = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 41>>stream
BT /F 18 Tf 20 40 Td <B5DA D2BB> Tj ET   endstream endobj
5 0 obj<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[6 0 R]>>endobj
6 0 obj<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/FontDescriptor 7 0 R/DW 1000
/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>endobj
7 0 obj<</Type/FontDescriptor/FontName/SimSun/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900
/Descent -200/CapHeight 900/StemV 80>>endobj
trailer<</Root 1 0 R/Size 8>>
%%EOF"""

_held: list[Any] = []
_fonts: dict[int, np.ndarray[Any, Any]] = {}


def preload() -> None:
    """Makes PDFium ask here for fonts, and takes those into memory that it may ask for."""
    if _held:
        return
    default = pdfium_c.FPDF_GetDefaultSystemFontInfo()
    if not default:
        return
    told = default.contents
    types = dict(told._fields_)
    own = pdfium_c.FPDF_SYSFONTINFO()
    own.version = told.version
    for name in _CALLS:
        function = getattr(told, name)
        if function:
            setattr(own, name, types[name](_passed_on(function, default)))
    own.GetFontData = types["GetFontData"](_serve(told.GetFontData, default))
    _held.extend((default, own))
    pdfium_c.FPDF_SetSystemFontInfo(ctypes.byref(own))
    _look_around()
    _take(told, default)


def _look_around() -> None:
    """Has PDFium look through the system's fonts, which it puts off until a page wants one."""
    document = pdfium.PdfDocument(_WANTS_A_FONT)
    try:
        document[0].get_textpage().get_text_range()
    finally:
        document.close()


def _passed_on(function: Any, default: Any) -> Any:
    return lambda _, *arguments: function(default, *arguments)


def _serve(function: Any, default: Any) -> Any:
    """`GetFontData` out of memory: a whole font, or one of its tables."""

    def data(_: Any, font: int, table: int, target: Any, size: int) -> int:
        whole = _fonts.get(font)
        if whole is None or table not in (0, _COLLECTION):
            return int(function(default, font, table, target, size))
        is_collection = whole[:4].tobytes() == b"ttcf"
        if is_collection != (table == _COLLECTION):
            return 0
        if target and size >= len(whole):
            ctypes.memmove(target, whole.ctypes.data, len(whole))
        return len(whole)

    return data


def _take(told: Any, default: Any) -> None:
    """Loads what the system would give for each character set."""
    left = _MOST_BYTES
    exact = ctypes.c_int()
    for face in _FACES:
        for character_set in _CHARACTER_SETS:
            for weight in _WEIGHTS:
                for pitch in _PITCHES:
                    font = told.MapFont(default, weight, 0, character_set, pitch, face, ctypes.byref(exact))
                    if font and font not in _fonts:
                        left -= _load(told, default, font, left)


def _load(told: Any, default: Any, font: int, left: int) -> int:
    for table in (_COLLECTION, 0):
        size = told.GetFontData(default, font, table, None, 0)
        if 0 < size <= left:
            same_size = _files().get(size, [])
            if len(same_size) == 1:
                _fonts[font] = _mapped(same_size[0])
                return int(size)
            content = (ctypes.c_ubyte * size)()
            if told.GetFontData(default, font, table, content, size) == size:
                _fonts[font] = np.frombuffer(bytes(content), dtype=np.uint8)
                return int(size)
    return 0


@lru_cache(maxsize=1)
def _files() -> dict[int, list[Path]]:
    """The system's font files by size: PDFium does not tell which it means, but how large it is."""
    found: dict[int, list[Path]] = {}
    for folder in _FOLDERS:
        for path in folder.rglob("*") if folder.is_dir() else ():
            if path.is_file():
                found.setdefault(path.stat().st_size, []).append(path)
    return found


def _mapped(path: Path) -> np.ndarray[Any, Any]:
    """The file in memory that all share and none can change."""
    with path.open("rb") as handle:
        return np.frombuffer(mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ), dtype=np.uint8)
