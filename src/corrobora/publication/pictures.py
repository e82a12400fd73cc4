"""Pictures of the pages that findings cite, drawn in the cage."""

from __future__ import annotations

import io
from dataclasses import dataclass

MAX_PIXELS = 1400
"""Longest side of a page picture."""

PICTURED = ("application/pdf", "image/")
"""Media types whose pages can be drawn."""


@dataclass(frozen=True, slots=True)
class DrawOptions:
    """Which page: `media_type` of the original (see PICTURED), `page` from 1."""

    media_type: str
    page: int


def preload() -> None:
    """Imports what drawing needs before the cage shuts."""
    import PIL.BmpImagePlugin
    import PIL.Image
    import PIL.WebPImagePlugin
    import pypdfium2

    PIL.Image.init()
    pypdfium2.PdfDocument.new().close()


def draw(untrusted_bytes: bytes, options: DrawOptions) -> bytes:
    """One page as WebP, without any metadata of the original."""
    from PIL import Image

    if options.media_type == "application/pdf":
        import pypdfium2

        sheet = pypdfium2.PdfDocument(untrusted_bytes)[options.page - 1]
        scale = MAX_PIXELS / max(sheet.get_size())
        picture = sheet.render(scale=min(scale, 3.0), may_draw_forms=False).to_pil()
    else:
        picture = Image.open(io.BytesIO(untrusted_bytes))
        picture.seek(options.page - 1)
    picture = picture.convert("RGB")
    picture.thumbnail((MAX_PIXELS, MAX_PIXELS))
    clean = Image.new("RGB", picture.size)
    clean.paste(picture)
    buffer = io.BytesIO()
    clean.save(buffer, "WEBP", quality=62, method=4)
    return buffer.getvalue()
