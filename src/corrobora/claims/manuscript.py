"""Drafts as writers keep them: Word and web pages to the plain text that is checked. Pure.

Footnotes of a Word file become `[^n]` with their definitions at the end, so that citations may stand in them.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from corrobora.errors import DamagedError, UnsupportedError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BLOCKS = frozenset(
    {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "blockquote", "div", "dd", "dt", "figcaption"}
)
_LEADS = re.compile(r"^(?:doc|rec):|[?#&](?:page|p|row)=\d", re.I)
"""Links that may lead into the case; others are no citations."""
_UNREAD = frozenset({"script", "style", "head", "template", "noscript"})


def plain(draft_bytes: bytes, name: str) -> str:
    """The text of a draft: DOCX, HTML, else Markdown or plain text in UTF-8.

    Args:
        draft_bytes: the file.
        name: of the file, for its ending and for messages.

    Raises:
        DamagedError: where it is not what its ending says.
        UnsupportedError: where it is no text in UTF-8.
    """
    ending = name.lower().rpartition(".")[2]
    if ending == "docx" or draft_bytes[:4] == b"PK\x03\x04":
        return _word(draft_bytes, name)
    try:
        text = draft_bytes.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        raise UnsupportedError(
            "this draft is no UTF-8 text", name, "save it as .docx, .html, .md or .txt (UTF-8)"
        ) from exc
    return _web(text, name) if ending in ("html", "htm", "xhtml") else text


def _word(draft_bytes: bytes, name: str) -> str:
    import docx
    from docx.opc.exceptions import OpcError

    try:
        paper = docx.Document(io.BytesIO(draft_bytes))
        links = {key: r.target_ref for key, r in paper.part.rels.items() if r.is_external}
        blocks = [_paragraph(p._p, p.style.name if p.style else "", links) for p in _paragraphs(paper)]
        notes = list(_notes(paper))
    except (OpcError, KeyError, ValueError, zipfile.BadZipFile, SyntaxError) as exc:
        raise DamagedError("this Word file cannot be opened", name, "save it again as .docx") from exc
    return "\n\n".join(block for block in (*blocks, *notes) if block.strip())


def _paragraphs(paper: Any) -> Iterator[Any]:
    """Paragraphs of the text and of its tables, in order."""
    for block in paper.iter_inner_content():
        if hasattr(block, "rows"):
            seen: set[Any] = set()
            for cell in (cell for row in block.rows for cell in row.cells):
                if cell._tc not in seen:  # a merged cell comes once for each of its columns
                    seen.add(cell._tc)
                    yield from cell.paragraphs
        else:
            yield block


def _paragraph(element: Any, style: str = "", links: Mapping[str, str] | None = None) -> str:
    parts: list[str] = []
    _runs(element, links or {}, parts)
    text = "".join(parts)
    return f"# {text}" if style.startswith(("Heading", "Title")) and text else text


def _runs(element: Any, links: Mapping[str, str], parts: list[str]) -> None:
    for node in element:
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            parts.append(" ")
        elif node.tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
            parts.append(f"[^{_kind(node.tag)}{node.get(f'{_W}id')}]")
        elif node.tag == f"{_W}hyperlink" and _LEADS.search(link := links.get(node.get(_RELATION) or "", "")):
            parts.append("[")
            _runs(node, links, parts)
            parts.append(f"]({_address(link)})")
        elif node.tag not in (f"{_W}del", f"{_W}moveFrom"):
            _runs(node, links, parts)


def _notes(paper: Any) -> Iterator[str]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for relation in paper.part.rels.values():
        sort = relation.reltype.rpartition("/")[2]
        if sort not in ("footnotes", "endnotes"):
            continue
        for note in etree.fromstring(relation.target_part.blob, parser):
            if note.get(f"{_W}type") is None:
                text = " ".join(_paragraph(p) for p in note.iter(f"{_W}p")).strip()
                yield f"[^{sort[0]}{note.get(f'{_W}id')}]: {text}"


def _kind(tag: str) -> str:
    return "f" if "footnote" in tag else "e"


def _web(text: str, name: str) -> str:
    from lxml import etree, html

    try:
        root = html.fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8", no_network=True))
    except (etree.ParserError, ValueError) as exc:
        raise DamagedError("this page holds no text", name, "save it again as .html") from exc
    lines: list[str] = [""]
    targets = {link[1:] for link in root.xpath("//a/@href") if link.startswith("#")}
    notes = {id_ for id_ in targets if any(e.tag in _BLOCKS for e in root.xpath("//*[@id=$id]", id=id_))}
    _walk(root, lines, notes)
    return "\n\n".join(line for line in (" ".join(line.split()) for line in lines) if line.strip("# "))


def _walk(element: Any, lines: list[str], notes: set[str]) -> None:
    if not isinstance(element.tag, str) or element.tag in _UNREAD:
        lines[-1] += element.tail or ""
        return
    block = element.tag in _BLOCKS
    if block:
        lines.append("# " if element.tag[0] == "h" and element.tag[1:].isdigit() else "")
        if element.get("id") in notes:
            lines[-1] = f"[^{element.get('id')}]: "
    link = (element.get("href") or "").strip() if element.tag == "a" else ""
    if link[1:] in notes and link.startswith("#"):
        lines[-1] += f"[^{link[1:]}]"
    else:
        lines[-1] += "[" if _LEADS.search(link) else ""
        lines[-1] += element.text or (" " if element.tag == "br" else "")
        for child in element:
            _walk(child, lines, notes)
        lines[-1] += f"]({_address(link)})" if _LEADS.search(link) else ""
    if block:
        lines.append("")
    lines[-1] += element.tail or ""


def _address(link: str) -> str:
    """An address without what would end it early in brackets."""
    return link.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
