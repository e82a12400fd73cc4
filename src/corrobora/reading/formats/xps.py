"""XPS: a page as Windows prints it. Text with its places, in reading order."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from corrobora.errors import DamagedError, UnreadableError
from corrobora.model.document import Page, Reading
from corrobora.reading import package
from corrobora.reading.format import Format, ReadOptions
from corrobora.reading.language import detect
from corrobora.reading.layout import PlacedWord, compose
from corrobora.reading.writer import clean

_MOST_PAGES = 5000
_NUMBER = r"-?\d*\.?\d+(?:[eE][+-]?\d+)?"
_MATRIX = re.compile(rf"\s*({_NUMBER}(?:\s*[, ]\s*{_NUMBER}){{5}})\s*")
_LETTER_WIDTH, _WIDE_LETTER_WIDTH = 0.52, 1.0
"""Of a letter and of a Chinese character, in sizes of the font: the file says where a run begins, not where it ends."""

_Matrix = tuple[float, float, float, float, float, float]
_UNMOVED: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read(untrusted_bytes: bytes, options: ReadOptions) -> Reading:
    """Reads every page in the order in which the document lists them."""
    opened = package.open_package(untrusted_bytes)
    names = _pages(opened)
    problems = []
    pages = []
    for number, name in enumerate(names[:_MOST_PAGES], start=1):
        content = package.part(opened, name)
        if content is None:
            problems.append((f"page {number}", "damaged", f"page {number} is missing", "ask for another copy"))
            continue
        page, silent = _page(package.xml(content), number)
        pages.append(page)
        if silent:
            told = f"page {number} has glyphs that do not say which letters they are"
            problems.append((f"page {number}", "unreadable", told, "turn it into a PDF (xpstopdf) and add that"))
    if len(names) > _MOST_PAGES:
        problems.append(("", "over-budget", f"it has more than {_MOST_PAGES} pages", "take it apart"))
    if not any(page.text.strip() for page in pages):
        raise UnreadableError("no text was found in it", remedy="turn it into a PDF (xpstopdf) and add that")
    return Reading(tuple(pages), package.core_metadata(untrusted_bytes), (), tuple(problems), "xps")


def _pages(opened: zipfile.ZipFile) -> list[str]:
    """Names of the pages' parts: as the documents list them, else as they lie in the package."""
    found = []
    for document in (name for name in opened.namelist() if name.lower().endswith(".fdoc")):
        content = package.part(opened, document)
        sources = [] if content is None else [one.get("Source", "") for one in _listed(content)]
        found += [posixpath.normpath(posixpath.join("/" + posixpath.dirname(document), one))[1:] for one in sources]
    lying = sorted(
        (name for name in opened.namelist() if name.lower().endswith(".fpage")),
        key=lambda name: [int(piece) if piece.isdigit() else 0 for piece in re.split(r"(\d+)", name)],
    )
    return [name for name in found if name] or lying


def _listed(content: bytes) -> list[etree._Element]:
    try:
        return list(package.xml(content).iter("{*}PageContent"))
    except DamagedError:
        return []


def _page(root: etree._Element, number: int) -> tuple[Page, bool]:
    width, height = (_float(root.get(name), 1.0) or 1.0 for name in ("Width", "Height"))
    words: list[PlacedWord] = []
    silent = False
    for line, (glyphs, matrix) in enumerate(_glyphs(root, _UNMOVED)):
        text = (glyphs.get("UnicodeString") or "").removeprefix("{}")
        silent = silent or (not text and bool(glyphs.get("Indices")))
        words += _words(clean(text), glyphs, matrix, (width, height, line))
    composition = compose(words)
    page = Page(
        number, composition.text, detect(composition.text), None, composition.words, composition.tables, width, height
    )
    return page, silent


def _glyphs(element: etree._Element, matrix: _Matrix, depth: int = 0) -> Iterator[tuple[etree._Element, _Matrix]]:
    for child in element:
        if not isinstance(child.tag, str) or depth > 50:
            continue
        tag = child.tag.rpartition("}")[2]
        moved = _joined(_matrix(child), matrix)
        if tag == "Glyphs":
            yield child, moved
        elif tag == "Canvas":
            yield from _glyphs(child, moved, depth + 1)


def _matrix(element: etree._Element) -> _Matrix:
    stated = element.get("RenderTransform")
    if stated is None:
        found = element.find("./{*}Canvas.RenderTransform/{*}MatrixTransform")
        found = found if found is not None else element.find("./{*}Glyphs.RenderTransform/{*}MatrixTransform")
        stated = found.get("Matrix") if found is not None else None
    match = _MATRIX.fullmatch(stated or "")
    if match is None:
        return _UNMOVED
    a, b, c, d, e, f = (float(value) for value in re.split(r"[,\s]+", match[1].strip()))
    return a, b, c, d, e, f


def _joined(one: _Matrix, two: _Matrix) -> _Matrix:
    """The matrix that moves by one, then by two."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _words(text: str, glyphs: etree._Element, matrix: _Matrix, page: tuple[float, float, int]) -> Iterator[PlacedWord]:
    width, height, line = page
    size = _float(glyphs.get("FontRenderingEmSize"), 10.0)
    x, y = _float(glyphs.get("OriginX"), 0.0), _float(glyphs.get("OriginY"), 0.0)
    widths = [size * (_WIDE_LETTER_WIDTH if ord(letter) > 0x2E80 else _LETTER_WIDTH) for letter in text]
    for found in re.finditer(r"\S+", text):
        left = x + sum(widths[: found.start()])
        right = left + sum(widths[found.start() : found.end()])
        corners = [_moved(matrix, px, py) for px in (left, right) for py in (y - 0.8 * size, y + 0.2 * size)]
        box = (
            min(cx for cx, _ in corners) / width,
            min(cy for _, cy in corners) / height,
            max(cx for cx, _ in corners) / width,
            max(cy for _, cy in corners) / height,
        )
        x0, y0, x1, y1 = (min(max(value, 0.0), 1.0) for value in box)
        yield PlacedWord(found[0], (x0, y0, x1, y1), None, None if matrix[1] else line)


def _moved(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _float(value: str | None, default: float) -> float:
    return float(value) if value and re.fullmatch(_NUMBER, value.strip()) else default


FORMAT = Format(
    name="xps",
    title="XPS and OpenXPS",
    media_types=("application/oxps", "application/vnd.ms-xpsdocument"),
    read=read,
)
