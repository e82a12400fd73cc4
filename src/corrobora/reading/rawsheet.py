"""Workbooks that the fast reader refuses (macro sheets, torn packages): cells straight from the XML. Pure."""

from __future__ import annotations

import re
import zipfile

from lxml import etree

from corrobora.model.document import Page
from corrobora.reading import package
from corrobora.reading.language import detect
from corrobora.reading.writer import PageWriter

_SHEET = re.compile(r"^xl/(?:worksheets|macrosheets|chartsheets)/[^/]+\.xml$", re.IGNORECASE)
_REF = re.compile(r"^([A-Z]{1,3})(\d{1,7})$")
_MAX_CELLS, _MAX_COLUMNS = 500_000, 2000


def pages(source: zipfile.ZipFile) -> list[Page]:
    """A page for each sheet part, in order of name."""
    shared = _shared(source)
    names = sorted(name for name in source.namelist() if _SHEET.match(name))
    return [_page(source, number, name, shared) for number, name in enumerate(names, start=1)]


def _local(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _shared(source: zipfile.ZipFile) -> list[str]:
    content = package.part(source, "xl/sharedStrings.xml")
    if content is None:
        return []
    return [_texts(item) for item in package.xml(content) if _local(item) == "si"]


def _texts(parent: etree._Element) -> str:
    return "".join(piece.text or "" for piece in parent.iter() if _local(piece) == "t")


def _page(source: zipfile.ZipFile, number: int, name: str, shared: list[str]) -> Page:
    writer = PageWriter()
    writer.line(name.rpartition("/")[2].removesuffix(".xml"))
    content = package.part(source, name)
    rows: list[list[str]] = []
    refs: list[list[str]] = []
    cells = 0
    for row in package.xml(content).iter() if content else ():
        if _local(row) != "row":
            continue
        texts: list[str] = []
        for cell in row:
            column = _column(cell.get("r", ""), len(texts))
            texts += [""] * (min(column, _MAX_COLUMNS) - len(texts))
            texts.append(_value(cell, shared))
        cells += len(texts)
        if any(texts):
            rows.append(texts)
            refs.append([f"{_letters(column)}{row.get('r', '')}" for column in range(len(texts))])
        if cells > _MAX_CELLS:
            break
    writer.table(rows, refs)
    page = writer.page(number)
    return writer.page(number, detect(page.text))


def _value(cell: etree._Element, shared: list[str]) -> str:
    value = next((child.text or "" for child in cell if _local(child) == "v"), "")
    kind = cell.get("t", "")
    if kind == "s":
        return shared[int(value)] if value.isdigit() and int(value) < len(shared) else ""
    if kind == "inlineStr":
        return _texts(cell)
    if kind == "b":
        return "TRUE" if value == "1" else "FALSE"
    formula = next((child.text or "" for child in cell if _local(child) == "f"), "")
    return value or formula


def _column(ref: str, following: int) -> int:
    match = _REF.match(ref)
    if not match:
        return following
    number = 0
    for letter in match.group(1):
        number = number * 26 + ord(letter) - 64
    return max(number - 1, following)


def _letters(column: int) -> str:
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text
