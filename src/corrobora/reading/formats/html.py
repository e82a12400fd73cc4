"""Web pages: text as a reader sees it, tables as tables, title and dates of publication as metadata."""

from __future__ import annotations

import re

from lxml import etree, html

from corrobora.errors import DamagedError, UnreadableError
from corrobora.model.document import Reading
from corrobora.model.encoding import decode
from corrobora.reading import chats
from corrobora.reading.format import Format, ReadOptions
from corrobora.reading.language import detect
from corrobora.reading.writer import PageWriter

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]{2,40})""", re.IGNORECASE)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "title",
        "tr",
        "ul",
    ]
)
_UNSEEN = frozenset(["script", "style", "noscript", "template", "head", "iframe", "object", "embed", "svg"])
_META = {
    "article:published_time": "published",
    "datepublished": "published",
    "date": "published",
    "dc.date": "published",
    "pubdate": "published",
    "article:modified_time": "modified",
    "datemodified": "modified",
    "last-modified": "modified",
    "author": "author",
    "article:author": "author",
    "description": "description",
    "og:title": "title",
    "og:site_name": "site",
    "og:url": "url",
    "generator": "producer",
    "twitter:creator": "account",
    "profile:username": "account",
    "geo.placename": "place",
}
_MAX_DEPTH = 400


def read(untrusted_bytes: bytes, options: ReadOptions) -> Reading:
    """Reads a web page as one page; nothing it refers to is fetched."""
    declared = _CHARSET.search(untrusted_bytes[:4096])
    text, encoding = decode(untrusted_bytes, declared.group(1).decode("ascii") if declared else "")
    if b"history" in untrusted_bytes and b"from_name" in untrusted_bytes:
        chat = chats.in_html(_parse(text))
        if chat is not None:
            return chats.reading_of([chat], encoding)
    writer = PageWriter()
    metadata = write_html(text, writer)
    if writer.is_empty:
        raise UnreadableError("the page holds no text")
    page = writer.page()
    page = writer.page(language=detect(page.text))
    return Reading(pages=(page,), metadata={"encoding": encoding, **metadata}, reader="html")


def write_html(text: str, writer: PageWriter) -> dict[str, str]:
    """Writes what a reader would see of this markup and returns its metadata.

    Raises:
        DamagedError: where it cannot be parsed at all.
    """
    root = _parse(text)
    metadata = _metadata(root)
    flow: list[str] = []
    _walk(root, writer, flow, 0)
    _flush(writer, flow)
    return metadata


def _parse(text: str) -> html.HtmlElement:
    plain = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\0", ""))
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(plain.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as exc:
        raise DamagedError("the markup cannot be parsed") from exc
    return root


def _metadata(root: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (
            element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv") or ""
        ).lower()
        content = (element.get("content") or "").strip()
        if name in _META and content:
            found.setdefault(_META[name], content[:500])
    for element in root.iter("time"):
        stamp = (element.get("datetime") or "").strip()
        if stamp:
            found.setdefault("published", stamp[:40])
    for element in root.iter("title"):
        title = " ".join("".join(element.itertext()).split())
        if title:
            found["title"] = title[:500]
        break
    return found


def _walk(element: html.HtmlElement, writer: PageWriter, flow: list[str], depth: int) -> None:
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag in _UNSEEN or not tag or depth > _MAX_DEPTH:
        return
    if tag == "table" and _is_plain_table(element):
        _flush(writer, flow)
        writer.table(_rows(element))
        return
    if tag == "br":
        flow.append("\n")
    is_block = tag in _BLOCKS
    if is_block:
        _flush(writer, flow)
    keeps_breaks = tag == "pre"
    flow.append(_spaced(element.text, keeps_breaks))
    for child in element:
        _walk(child, writer, flow, depth + 1)
        flow.append(_spaced(child.tail, keeps_breaks))
    if is_block:
        _flush(writer, flow)
    elif tag in ("td", "th"):
        flow.append(" ")


def _spaced(text: str | None, keeps_breaks: bool) -> str:
    if not text:
        return ""
    return text if keeps_breaks else re.sub(r"[ \t\r\n\f]+", " ", text)


def _flush(writer: PageWriter, flow: list[str]) -> None:
    lines = [line.strip() for line in "".join(flow).split("\n")]
    text = "\n".join(lines).strip("\n")
    if text.strip():
        writer.line(text)
    flow.clear()


def _is_plain_table(element: html.HtmlElement) -> bool:
    """Whether it is a table of data: pages of old are laid out in tables, and those are read as running text."""
    if element.find(".//table") is not None:
        return False
    rows = element.findall(".//tr")
    widths = [len(row.findall("td")) + len(row.findall("th")) for row in rows]
    return len(rows) >= 2 and max(widths, default=0) >= 2


def _rows(element: html.HtmlElement) -> list[list[str]]:
    rows = []
    for row in element.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        texts: list[str] = []
        for cell in cells:
            texts.append(" ".join(" ".join(cell.itertext()).split()))
            texts += [""] * (min(_span(cell), 50) - 1)
        if texts:
            rows.append(texts)
    return rows


def _span(cell: html.HtmlElement) -> int:
    value = cell.get("colspan") or "1"
    return int(value) if value.isdigit() else 1


FORMAT = Format(
    name="html",
    title="Web pages (HTML, XHTML)",
    media_types=("text/html", "application/xhtml+xml"),
    read=read,
)
