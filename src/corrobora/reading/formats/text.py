"""Plain text, CSV and whatever else is made of lines."""

from __future__ import annotations

from dataclasses import replace

from corrobora.errors import UnreadableError
from corrobora.model.document import Reading
from corrobora.model.encoding import decode
from corrobora.reading import delimited
from corrobora.reading.delimited import cell_name
from corrobora.reading.format import Format, ReadOptions
from corrobora.reading.language import detect
from corrobora.reading.writer import PageWriter, clean

_MAY_BE_TABLES = ("text/plain", "text/csv", "text/tab-separated-values")


def read(untrusted_bytes: bytes, options: ReadOptions) -> Reading:
    """Reads text in any Cyrillic, Chinese or Western encoding as one page; a delimited table with its cells."""
    text, encoding = decode(untrusted_bytes)
    writer = PageWriter()
    text = clean(text)
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


FORMAT = Format(
    name="text",
    title="Plain text and CSV in any Cyrillic, Chinese or Western encoding",
    media_types=(
        "text/plain",
        "text/csv",
        "text/tab-separated-values",
        "text/calendar",
        "text/vcard",
        "application/json",
    ),
    read=read,
)
