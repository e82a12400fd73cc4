"""XML: what its elements and attributes say, a line for each; entities are refused, nothing is fetched."""

from __future__ import annotations

import re

from lxml import etree

from corrobora.errors import OverBudgetError, UnreadableError
from corrobora.model.document import Reading
from corrobora.reading import package
from corrobora.reading.format import Format, ReadOptions
from corrobora.reading.language import detect
from corrobora.reading.writer import PageWriter

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_MAX_LINES = 500_000


def read(untrusted_bytes: bytes, options: ReadOptions) -> Reading:
    """Reads an XML file as one page: registers, bank messages and the like are stored so."""
    wide = untrusted_bytes.startswith((b"\xff\xfe", b"\xfe\xff"))
    if _ENTITY.search(untrusted_bytes.replace(b"\0", b"") if wide else untrusted_bytes):
        raise OverBudgetError("it defines entities of its own, which may unfold without end or reach outside")
    writer = PageWriter()
    for number, element in enumerate(package.xml(untrusted_bytes).iter(etree.Element)):
        if number > _MAX_LINES:
            break
        line = _line(element)
        if line:
            writer.line(line)
    if writer.is_empty:
        raise UnreadableError("it holds no text")
    page = writer.page()
    return Reading(pages=(writer.page(language=detect(page.text)),), reader="xml")


def _line(element: etree._Element) -> str:
    """`name: text; attribute: value` of one element, "" where it says nothing itself."""
    said = [" ".join((element.text or "").split())]
    said += [" ".join((child.tail or "").split()) for child in element]
    text = " ".join(filter(None, said))
    attributes = [f"{_name(key)}: {value.strip()}" for key, value in element.items() if value.strip()]
    pieces = [f"{_name(element.tag)}: {text}"] if text else []
    return "; ".join([*pieces, *attributes])


def _name(tag: str) -> str:
    return tag.rpartition("}")[2]


FORMAT = Format(
    name="xml",
    title="XML and SVG",
    media_types=("text/xml", "image/svg+xml"),
    read=read,
)
