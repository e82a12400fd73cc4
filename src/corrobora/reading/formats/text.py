"""Plain text, CSV and whatever else is made of lines."""

from __future__ import annotations

from dataclasses import replace

from corrobora.errors import UnreadableError
from corrobora.model.document import Reading
from corrobora.model.encoding import decode
from corrobora.reading import chats, delimited
from corrobora.reading.chats import Chat
from corrobora.reading.delimited import cell_name
from corrobora.reading.format import Format, ReadOptions
from corrobora.reading.language import detect
from corrobora.reading.writer import PageWriter, clean

_MAY_BE_CHATS = ("text/plain", "application/json")
_MAY_BE_TABLES = ("text/plain", "text/csv", "text/tab-separated-values")


def read(untrusted_bytes: bytes, options: ReadOptions) -> Reading:
    """Reads text in any Cyrillic, Chinese or Western encoding as one page; a delimited table with its cells."""
    text, encoding = decode(untrusted_bytes)
    writer = PageWriter()
    text = clean(text)
    found = _chats(text, options.media_type)
    if found:
        return chats.reading_of(found, encoding)
    rows = delimited.rows(text) if options.media_type in _MAY_BE_TABLES else []
    table = delimited.in_place(text, rows) if rows else None
    if rows and table is None:
        writer.table(rows, [[cell_name(row, column) for column in range(len(rows[row]))] for row in range(len(rows))])
    else:
        writer.line(text)
    if writer.is_empty:
        raise UnreadableError("the file holds no text")
    page = writer.page(language=detect(text))
    if table is not None:
        page = replace(page, tables=(table,))
    problems = (("", "damaged", "some bytes fit no encoding", ""),) if "\ufffd" in page.text else ()
    return Reading(pages=(page,), metadata={"encoding": encoding}, problems=problems, reader="text")


def _chats(text: str, media_type: str) -> list[Chat]:
    if media_type not in _MAY_BE_CHATS:
        return []
    if text.lstrip()[:1] == "{":
        return chats.in_json(text)
    chat = chats.in_text(text)
    return [chat] if chat is not None else []


FORMAT = Format(
    name="text",
    title="Plain text and CSV in any Cyrillic, Chinese or Western encoding",
    media_types=(
        "text/plain",
        "text/csv",
        "text/tab-separated-values",
        "application/json",
    ),
    read=read,
)
