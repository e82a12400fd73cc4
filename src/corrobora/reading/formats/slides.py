"""Presentations (PPTX): a page for each slide with its tables, notes and comments."""

from __future__ import annotations

import posixpath
import re
import zipfile

from lxml import etree

from corrobora.errors import DamagedError, UnreadableError
from corrobora.model import magic
from corrobora.model.document import Page, Reading
from corrobora.reading import package
from corrobora.reading.format import Format, ReadOptions
from corrobora.reading.language import detect
from corrobora.reading.writer import PageWriter

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT = ((b"http://purl.oclc.org/ooxml/drawingml/main", _A), (b"http://purl.oclc.org/ooxml/presentationml/main", _P))
_RELATION = re.compile(rb"<Relationship\b[^>]*?>")
_ATTRIBUTE = re.compile(rb'(\w+)="([^"]*)"')
_MAX_SLIDES = 3000


def read(untrusted_bytes: bytes, options: ReadOptions) -> Reading:
    """Reads every slide in the order of the show."""
    source = package.open_package(untrusted_bytes)
    names = _slides(source)
    if not names:
        raise DamagedError("the presentation has no slides that can be found", remedy="ask for another copy")
    pages = [_page(source, number, name) for number, name in enumerate(names[:_MAX_SLIDES], start=1)]
    if not any(page.text.strip() for page in pages):
        raise UnreadableError(
            "the presentation holds no text", remedy="it may hold pictures only: look at the original"
        )
    return Reading(pages=tuple(pages), metadata=package.core_metadata(untrusted_bytes), reader="slides")


def _slides(source: zipfile.ZipFile) -> list[str]:
    """Names of the slides' parts, in the order that the presentation gives, else by number."""
    content = package.part(source, "ppt/presentation.xml")
    targets = _relations(source, "ppt/_rels/presentation.xml.rels")
    ordered: list[str] = []
    if content is not None:
        for slide in _xml(content).iter(_P + "sldId"):
            target = targets.get(slide.get(_R + "id", ""), "")
            name = posixpath.normpath(posixpath.join("ppt", target)).lstrip("/")
            if target and name in source.NameToInfo:
                ordered.append(name)
    every = [name for name in source.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    return ordered or sorted(every, key=lambda name: int(re.sub(r"\D", "", name) or 0))


def _relations(source: zipfile.ZipFile, name: str) -> dict[str, str]:
    found = {}
    for match in _RELATION.finditer(package.part(source, name) or b""):
        attributes = {
            key.decode(): value.decode("utf-8", "replace") for key, value in _ATTRIBUTE.findall(match.group())
        }
        found[attributes.get("Id", "")] = attributes.get("Target", "")
    return found


def _xml(content: bytes) -> etree._Element:
    for strict, usual in _STRICT:
        content = content.replace(strict, usual[1:-1].encode())
    return package.xml(content)


def _page(source: zipfile.ZipFile, number: int, name: str) -> Page:
    writer = PageWriter()
    content = package.part(source, name)
    if content is not None:
        _write(_xml(content), writer)
    folder, _, file = name.rpartition("/")
    for target in _relations(source, f"{folder}/_rels/{file}.rels").values():
        if "notesSlide" in target or "/comments/" in target or target.startswith("../comments"):
            part = package.part(source, posixpath.normpath(posixpath.join(folder, target)))
            if part is not None:
                _write(_xml(part), writer)
    page = writer.page(number)
    return writer.page(number, detect(page.text))


def _write(root: etree._Element, writer: PageWriter) -> None:
    done: set[etree._Element] = set()
    for element in root.iter(_A + "tbl", _A + "p", _P + "text"):
        if element.tag == _A + "tbl":
            writer.table([[_cell(cell) for cell in row.iter(_A + "tc")] for row in element.iter(_A + "tr")])
            done.update(element.iter(_A + "p"))
        elif element.tag == _P + "text":
            writer.line(f"[comment] {element.text or ''}")
        elif element not in done:
            text = _text(element)
            if text.strip():
                writer.line(text)


def _cell(cell: etree._Element) -> str:
    return "\n".join(filter(None, (_text(p).strip() for p in cell.iter(_A + "p"))))


def _text(paragraph: etree._Element) -> str:
    return "".join(
        "\n" if piece.tag == _A + "br" else piece.text or "" for piece in paragraph.iter(_A + "t", _A + "br")
    )


FORMAT = Format(
    name="slides",
    title="Presentations (PPTX, PPSX, PPTM)",
    media_types=(magic.PPTX,),
    read=read,
)
