"""OpenDocument texts and presentations: paragraphs, tables, notes, comments, headers and footers, deleted text."""

from __future__ import annotations

from lxml import etree

from corrobora.errors import DamagedError, EncryptedError, UnreadableError
from corrobora.model.document import Page, Reading
from corrobora.reading import package
from corrobora.reading.format import Format, ReadOptions
from corrobora.reading.language import detect
from corrobora.reading.writer import PageWriter

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PARAGRAPHS = frozenset((_TEXT + "p", _TEXT + "h"))
_REPEAT = _TABLE + "number-columns-repeated"
_PRESENTATION = "opendocument.presentation"


def read(untrusted_bytes: bytes, options: ReadOptions) -> Reading:
    """Reads an OpenDocument text as one page, a presentation slide by slide."""
    source = package.open_package(untrusted_bytes)
    content = package.part(source, "content.xml")
    if content is None:
        raise DamagedError("the main part is missing", remedy="ask for another copy")
    manifest = package.part(source, "META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise EncryptedError("the document is encrypted")
    root = package.xml(content)
    slides = (
        list(root.iter(_DRAW + "page"))
        if _PRESENTATION in options.media_type or root.find(f".//{_OFFICE}presentation") is not None
        else []
    )
    sides = _side_texts(package.part(source, "styles.xml"))
    parts = slides or [_body(root)]
    pages = [_page(number, part, sides if number == 1 else ()) for number, part in enumerate(parts, start=1)]
    if not any(page.text.strip() for page in pages):
        raise UnreadableError("the document holds no text", remedy="it may hold pictures only: look at the original")
    return Reading(pages=tuple(pages), metadata=package.core_metadata(untrusted_bytes), reader="odt")


def _body(root: etree._Element) -> etree._Element:
    body = root.find(f"{_OFFICE}body")
    return body if body is not None else root


def _side_texts(styles: bytes | None) -> tuple[str, ...]:
    """Headers and footers, each different one once."""
    if styles is None:
        return ()
    found: dict[str, None] = {}
    for side in package.xml(styles).iter(_STYLE + "header", _STYLE + "footer", _STYLE + "master-page"):
        for paragraph in side.iter(*_PARAGRAPHS):
            text = _inline(paragraph).strip()
            if text:
                found.setdefault(text)
    return tuple(found)


def _page(number: int, parent: etree._Element, sides: tuple[str, ...]) -> Page:
    writer = PageWriter()
    for text in sides:
        writer.line(text)
    after: list[str] = []
    _write(parent, writer, after, 0)
    for text in after:
        writer.line(text)
    page = writer.page(number)
    return writer.page(number, detect(page.text))


def _write(parent: etree._Element, writer: PageWriter, after: list[str], depth: int) -> None:
    if depth > 200:
        return
    for element in parent:
        if element.tag in _PARAGRAPHS:
            text = _inline(element)
            if text.strip():
                writer.line(text)
            after += _asides(element)
            for frame in element.iter(_DRAW + "text-box", _TABLE + "table"):
                _write(frame, writer, after, depth + 1) if frame.tag != _TABLE + "table" else writer.table(_rows(frame))
        elif element.tag == _TABLE + "table":
            writer.table(_rows(element))
            for paragraph in element.iter(*_PARAGRAPHS):
                after += _asides(paragraph)
        elif element.tag == _TEXT + "tracked-changes":
            after += [f"[deleted: {_signed(change)}] {text}" for change in element for text in _deletions(change)]
        elif element.tag == _OFFICE + "annotation":
            after.append(f"[comment: {_signed(element)}] {_paragraphs(element)}")
        elif isinstance(element.tag, str):
            _write(element, writer, after, depth + 1)


def _inline(element: etree._Element) -> str:
    """Text of a paragraph without its notes, comments and frames."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag == _TEXT + "s":
            count = child.get(_TEXT + "c", "1")
            pieces.append(" " * (min(int(count), 200) if count.isdigit() else 1))
        elif child.tag == _TEXT + "tab":
            pieces.append("\t")
        elif child.tag == _TEXT + "line-break":
            pieces.append("\n")
        elif child.tag not in (
            _TEXT + "note",
            _OFFICE + "annotation",
            _DRAW + "frame",
            _DRAW + "text-box",
        ) and isinstance(child.tag, str):
            pieces.append(_inline(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _asides(paragraph: etree._Element) -> list[str]:
    found = []
    for note in paragraph.iter(_TEXT + "note"):
        mark = note.findtext(_TEXT + "note-citation") or ""
        body = note.find(_TEXT + "note-body")
        found.append(f"[{mark}] {_paragraphs(body) if body is not None else ''}")
    found += [
        f"[comment: {_signed(remark)}] {_paragraphs(remark)}" for remark in paragraph.iter(_OFFICE + "annotation")
    ]
    return found


def _paragraphs(parent: etree._Element) -> str:
    return " ".join(filter(None, (_inline(p).strip() for p in parent.iter(*_PARAGRAPHS))))


def _signed(element: etree._Element) -> str:
    author = next((e.text or "" for e in element.iter(_DC + "creator")), "")
    date = next((e.text or "" for e in element.iter(_DC + "date")), "")
    return f"{author} {date[:10]}".strip()


def _deletions(change: etree._Element) -> list[str]:
    return [text for text in (_paragraphs(deletion) for deletion in change.iter(_TEXT + "deletion")) if text]


def _rows(table: etree._Element) -> list[list[str]]:
    rows = []
    for row in table.iter(_TABLE + "table-row"):
        texts: list[str] = []
        for cell in row:
            if cell.tag not in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
                continue
            repeat = cell.get(_REPEAT, "1")
            count = min(int(repeat), 60) if repeat.isdigit() else 1
            texts += ["\n".join(filter(None, (_inline(p).strip() for p in cell.iter(*_PARAGRAPHS))))] * count
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            rows.append(texts)
    return rows


FORMAT = Format(
    name="odt",
    title="OpenDocument texts and presentations (ODT, OTT, ODP)",
    media_types=(
        "application/vnd.oasis.opendocument.text",
        "application/vnd.oasis.opendocument.text-template",
        "application/vnd.oasis.opendocument.text-master",
        "application/vnd.oasis.opendocument.presentation",
        "application/vnd.oasis.opendocument.presentation-template",
        "application/vnd.oasis.opendocument.graphics",
    ),
    read=read,
)
