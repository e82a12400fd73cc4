"""Plain text, CSV and whatever else is made of lines."""

from __future__ import annotations

from corrobora.errors import UnreadableError
from corrobora.model.document import Reading
from corrobora.model.encoding import decode
from corrobora.reading.format import Format, ReadOptions
from corrobora.reading.language import detect
from corrobora.reading.writer import PageWriter


def read(untrusted_bytes: bytes, options: ReadOptions) -> Reading:
    """Reads text in any Cyrillic, Chinese or Western encoding as one page."""
    text, encoding = decode(untrusted_bytes)
    writer = PageWriter()
    writer.line(text)
    if writer.is_empty:
        raise UnreadableError("the file holds no text")
    page = writer.page(language=detect(text))
    problems = (("", "damaged", "some bytes fit no encoding", ""),) if "\ufffd" in page.text else ()
    return Reading(pages=(page,), metadata={"encoding": encoding}, problems=problems, reader="text")


FORMAT = Format(
    name="text",
    title="Plain text and CSV in any Cyrillic, Chinese or Western encoding",
    media_types=("text/plain", "text/csv", "text/calendar", "text/vcard", "application/json"),
    read=read,
)
