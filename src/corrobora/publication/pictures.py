"""Pictures of the pages that findings cite, drawn in the cage."""

from __future__ import annotations

import io
from dataclasses import dataclass

from corrobora.model.document import Box
from corrobora.publication import rereading

MAX_PIXELS = 1400
"""Longest side of a page picture."""

_MARGIN = 0.0025
"""Of the page, added around what is painted over: a glyph may lean out of its box."""

PICTURED = ("application/pdf", "image/")
"""Media types whose pages can be drawn."""


@dataclass(frozen=True, slots=True)
class DrawOptions:
    """Which page: `media_type` of the original (see PICTURED), `page` from 1.

    Attributes:
        hidden: is painted black.
        again: what must not be readable afterwards.
    """

    media_type: str
    page: int
    hidden: tuple[Box, ...] = ()
    again: rereading.Again = rereading.NOTHING


def preload() -> None:
    """Imports what drawing needs before the cage shuts."""
    import PIL.BmpImagePlugin
    import PIL.Image
    import PIL.WebPImagePlugin
    import pypdfium2

    PIL.Image.init()
    pypdfium2.PdfDocument.new().close()
    rereading.preload()


def draw(untrusted_bytes: bytes, options: DrawOptions) -> bytes:
    """One page as WebP, without any metadata of the original; empty where a secret can still be read on it."""
    from PIL import Image, ImageOps

    if options.media_type == "application/pdf":
        import pypdfium2

        sheet = pypdfium2.PdfDocument(untrusted_bytes)[options.page - 1]
        scale = MAX_PIXELS / max(sheet.get_size())
        picture = sheet.render(scale=min(scale, 3.0), may_draw_forms=False).to_pil()
    else:
        picture = Image.open(io.BytesIO(untrusted_bytes))
        picture.seek(options.page - 1)
        # boxes are fractions of the upright picture, as it was read
        picture = ImageOps.exif_transpose(picture) or picture
    picture = picture.convert("RGB")
    picture.thumbnail((MAX_PIXELS, MAX_PIXELS))
    clean = Image.new("RGB", picture.size)
    clean.paste(picture)
    for x0, y0, x1, y1 in options.hidden:
        clean.paste((0, 0, 0), _pixels((x0 - _MARGIN, y0 - _MARGIN, x1 + _MARGIN, y1 + _MARGIN), clean.size))
    if rereading.shows(clean, options.hidden, options.again):
        return b""
    buffer = io.BytesIO()
    clean.save(buffer, "WEBP", quality=62, method=4)
    return buffer.getvalue()


def _pixels(box: Box, size: tuple[int, int]) -> tuple[int, int, int, int]:
    width, height = size
    x0, y0, x1, y1 = box
    left, top = max(0, int(x0 * width)), max(0, int(y0 * height))
    return left, top, min(width, int(x1 * width) + 1), min(height, int(y1 * height) + 1)
