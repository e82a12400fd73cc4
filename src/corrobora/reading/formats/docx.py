"""Word documents: paragraphs and tables in order, headers, footers, notes, comments and what was deleted."""

from __future__ import annotations

import zipfile

from lxml import etree

from corrobora.errors import DamagedError, UnreadableError
from corrobora.model import magic
from corrobora.model.document import Reading
from corrobora.reading import package
from corrobora.reading.format import Format, ReadOptions
from corrobora.reading.language import detect
from corrobora.reading.writer import PageWriter

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _TBL, _TR, _TC, _T, _DEL_TEXT = _W + "p", _W + "tbl", _W + "tr", _W + "tc", _W + "t", _W + "delText"
_TAB, _BR, _CR, _INS, _DEL = _W + "tab", _W + "br", _W + "cr", _W + "ins", _W + "del"
_HOLDERS = frozenset(
    _W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "body", "txbxContent")
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT_BOX = _W + "txbxContent"
_NOTES = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))


def read(untrusted_bytes: bytes, options: ReadOptions) -> Reading:
    """Reads a Word document as one page."""
    source = package.open_package(untrusted_bytes)
    content = package.part(source, _main_part(source))
    if content is None:
        raise DamagedError("the main part is missing", remedy="ask for another copy")
    body = _xml(content)
    writer = PageWriter()
    names = sorted(source.namelist())
    _write_side_parts(source, names, "word/header", writer)
    _write_blocks(body, writer)
    _write_notes(source, writer)
    _write_side_parts(source, names, "word/footer", writer)
    _write_comments(source, writer)
    _write_deleted(body, writer)
    if writer.is_empty:
        raise UnreadableError("the document holds no text", remedy="it may hold pictures only: look at the original")
    page = writer.page()
    metadata = {**package.core_metadata(untrusted_bytes), **_traces(body)}
    return Reading(pages=(writer.page(language=detect(page.text)),), metadata=metadata, reader="docx")


def _main_part(source: zipfile.ZipFile) -> str:
    names = source.namelist()
    if "word/document.xml" in names:
        return "word/document.xml"
    return next(
        (name for name in names if name.replace("\\", "/").startswith("word/document") and name.endswith(".xml")),
        "word/document.xml",
    )


def _xml(content: bytes) -> etree._Element:
    return package.xml(content.replace(_STRICT, _W[1:-1].encode()))


def _write_blocks(parent: etree._Element, writer: PageWriter) -> None:
    for element in parent:
        if element.tag == _P:
            _write_paragraph(element, writer)
        elif element.tag == _TBL:
            _write_table(element, writer)
        elif element.tag in _HOLDERS:
            _write_blocks(element, writer)


def _write_paragraph(paragraph: etree._Element, writer: PageWriter) -> None:
    text = _text(paragraph)
    if text.strip():
        writer.line(text)
    for box in _boxes(paragraph):
        _write_blocks(box, writer)


def _boxes(paragraph: etree._Element) -> list[etree._Element]:
    """Text boxes anchored here; the copy kept for older programs is left out."""
    return [
        box for box in paragraph.iter(_TEXT_BOX) if not any(up.tag == _FALLBACK for up in box.iterancestors(_FALLBACK))
    ]


def _text(element: etree._Element) -> str:
    """What the element says, without text boxes and without deleted runs."""
    pieces: list[str] = []
    for child in element:
        if child.tag == _T:
            pieces.append(child.text or "")
        elif child.tag == _TAB:
            pieces.append("\t")
        elif child.tag in (_BR, _CR):
            pieces.append("\n")
        elif child.tag == _W + "noBreakHyphen":
            pieces.append("-")
        elif child.tag == _W + "sym":
            pieces.append(_symbol(child))
        elif child.tag in (_TEXT_BOX, _FALLBACK, _DEL, _W + "moveFrom", _W + "pPr", _W + "rPr"):
            continue
        else:
            pieces.append(_text(child))
    return "".join(pieces)


def _symbol(element: etree._Element) -> str:
    code = element.get(_W + "char", "")
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return "" if 0xF000 <= number <= 0xF0FF or number > 0x10FFFF or 0xD800 <= number < 0xE000 else chr(number)


def _write_table(table: etree._Element, writer: PageWriter) -> None:
    """A table with tables in its cells is written from the inside out: the inner ones after the outer."""
    rows, inner = [], []
    for row in table.iter(_TR):
        if next(row.iterancestors(_TBL)) is not table:
            continue
        texts: list[str] = []
        for cell in _cells(row):
            paragraphs = [_text(p) for p in cell.iter(_P) if next(p.iterancestors(_TC)) is cell]
            texts.append("\n".join(text for text in paragraphs if text.strip()))
            texts += [""] * (_span(cell) - 1)
            inner += [one for one in cell.iter(_TBL) if next(one.iterancestors(_TBL)) is table]
        rows.append(texts)
    writer.table(rows)
    for one in inner:
        _write_table(one, writer)


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row.iter(_TC) if next(cell.iterancestors(_TR)) is row]


def _span(cell: etree._Element) -> int:
    mark = cell.find(f"{_W}tcPr/{_W}gridSpan")
    value = mark.get(_W + "val", "1") if mark is not None else "1"
    return min(int(value), 60) if value.isdigit() and int(value) > 0 else 1


def _write_side_parts(source: zipfile.ZipFile, names: list[str], prefix: str, writer: PageWriter) -> None:
    """Headers or footers, each different one once."""
    seen: set[str] = set()
    for name in names:
        if not (name.startswith(prefix) and name.endswith(".xml")):
            continue
        content = package.part(source, name)
        if content is None:
            continue
        root = _xml(content)
        key = " ".join("".join(root.itertext()).split())
        if key and key not in seen:
            seen.add(key)
            _write_blocks(root, writer)


def _write_notes(source: zipfile.ZipFile, writer: PageWriter) -> None:
    for name, _ in _NOTES:
        content = package.part(source, name)
        if content is None:
            continue
        for note in _xml(content):
            if note.get(_W + "type") in ("separator", "continuationSeparator", "continuationNotice"):
                continue
            text = " ".join(filter(None, (_text(p).strip() for p in note.iter(_P))))
            if text:
                writer.line(f"[{note.get(_W + 'id', '')}] {text}")


def _write_comments(source: zipfile.ZipFile, writer: PageWriter) -> None:
    content = package.part(source, "word/comments.xml")
    if content is None:
        return
    for comment in _xml(content):
        text = " ".join(filter(None, (_text(p).strip() for p in comment.iter(_P))))
        if text:
            author, date = comment.get(_W + "author", ""), comment.get(_W + "date", "")[:10]
            writer.line(f"[comment: {author} {date}] {text}")


def _write_deleted(body: etree._Element, writer: PageWriter) -> None:
    for deletion in body.iter(_DEL):
        text = "".join(piece.text or "" for piece in deletion.iter(_DEL_TEXT))
        if text.strip():
            author, date = deletion.get(_W + "author", ""), deletion.get(_W + "date", "")[:10]
            writer.line(f"[deleted: {author} {date}] {text}")


def _traces(body: etree._Element) -> dict[str, str]:
    """Who changed the text with tracking on."""
    authors = sorted({mark.get(_W + "author", "") for mark in body.iter(_INS, _DEL)} - {""})
    return {"tracked_changes_by": "\n".join(authors)} if authors else {}


FORMAT = Format(
    name="docx",
    title="Word documents (DOCX, DOCM)",
    media_types=(magic.DOCX,),
    read=read,
)
