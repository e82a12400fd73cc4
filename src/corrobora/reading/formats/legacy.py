"""Office files from before 2007 and books: read by kreuzberg."""

from __future__ import annotations

from corrobora.model import magic
from corrobora.model.document import Reading
from corrobora.reading import second, word95
from corrobora.reading.format import Format, ReadOptions


def read(untrusted_bytes: bytes, options: ReadOptions) -> Reading:
    """Reads text in its order; these formats have no pages until they are rendered."""
    old = word95.stream_of(untrusted_bytes) if options.media_type == magic.DOC else b""
    if old:
        return word95.read(old)
    return second.kreuzberg(untrusted_bytes, options.media_type)


FORMAT = Format(
    name="legacy",
    title="Word and PowerPoint files from before 2007 (DOC, PPT), EPUB, FB2",
    media_types=(
        magic.DOC,
        magic.PPT,
        "application/epub+zip",
        "application/x-fictionbook+xml",
    ),
    read=read,
)
