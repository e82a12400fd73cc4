"""Pictures: photographs and scans without a PDF around them. Text by recognition, the camera's own notes as metadata."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError
from PIL.ExifTags import GPSTAGS, IFD, TAGS

from corrobora.errors import DamagedError, OverBudgetError
from corrobora.model.document import Page, Reading
from corrobora.reading.format import NEEDS_OCR, Format, ReadOptions
from corrobora.reading.language import detect

_MAX_PIXELS = 120_000_000
_MAX_FRAMES = 300
_NOTES = {
    "DateTimeOriginal": "taken",
    "DateTime": "modified",
    "Make": "camera_make",
    "Model": "camera",
    "Software": "software",
    "Artist": "author",
    "ImageDescription": "description",
    "BodySerialNumber": "camera_serial",
}


def read(untrusted_bytes: bytes, options: ReadOptions) -> Reading:
    """Reads every frame of a picture; a photograph without text is a page without text.

    Raises:
        DamagedError: where it is no picture that can be opened.
        OverBudgetError: where it would unpack to too many pixels.
    """
    Image.MAX_IMAGE_PIXELS = _MAX_PIXELS
    try:
        image = Image.open(io.BytesIO(untrusted_bytes))
        frames = min(getattr(image, "n_frames", 1), _MAX_FRAMES)
        if image.width * image.height > _MAX_PIXELS:
            raise OverBudgetError("the picture has too many pixels", remedy="make it smaller and add it again")
        numbers = [n for n in options.pages if 1 <= n <= frames] or list(range(1, frames + 1))
        pages = [_page(image, number, options) for number in numbers]
    except Image.DecompressionBombError as exc:
        raise OverBudgetError("the picture has too many pixels", remedy="make it smaller and add it again") from exc
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as exc:
        raise DamagedError(f"the picture cannot be opened: {exc}", remedy="ask for another copy") from exc
    problems = () if options.ocr else tuple((f"page {n}", NEEDS_OCR, "a picture", "") for n in numbers)
    return Reading(pages=tuple(pages), metadata=_metadata(image), problems=problems, reader="picture")


def _page(image: Any, number: int, options: ReadOptions) -> Page:
    image.seek(number - 1)
    if not options.ocr:
        return Page(number, "", width=float(image.width), height=float(image.height))
    from corrobora.reading.ocr import recognise

    upright = ImageOps.exif_transpose(image).convert("RGB")
    found = recognise(upright, options.languages)
    return Page(
        number, found.text, detect(found.text), found.ocr_confidence, found.words, found.tables, found.width, found.height
    )


def _metadata(image: Any) -> dict[str, str]:
    """What the camera and the programs wrote into the file."""
    notes: dict[str, str] = {"width": str(image.width), "height": str(image.height)}
    exif = image.getexif()
    known = {**exif, **exif.get_ifd(IFD.Exif)}
    for tag, value in known.items():
        name = _NOTES.get(TAGS.get(tag, ""))
        text = str(value).strip("\x00 ")
        if name and text:
            notes[name] = _iso(text) if name in ("taken", "modified") else text[:300]
    place = _place(exif.get_ifd(IFD.GPSInfo))
    return {**notes, "place": place} if place else notes


def _iso(text: str) -> str:
    date, _, time = text.partition(" ")
    return f"{date.replace(':', '-')}T{time}" if time else date.replace(":", "-")


def _place(gps: dict[int, Any]) -> str:
    """Latitude and longitude in degrees, or ""."""
    named = {GPSTAGS.get(tag, ""): value for tag, value in gps.items()}
    try:
        parts = []
        for axis, negative in (("Latitude", "S"), ("Longitude", "W")):
            degrees, minutes, seconds = (float(part) for part in named[f"GPS{axis}"])
            value = degrees + minutes / 60 + seconds / 3600
            parts.append(f"{-value if named.get(f'GPS{axis}Ref') == negative else value:.6f}")
        return ", ".join(parts)
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return ""


FORMAT = Format(
    name="image",
    title="Pictures: photographs, scans, passports",
    media_types=(
        "image/jpeg",
        "image/png",
        "image/tiff",
        "image/webp",
        "image/gif",
        "image/bmp",
        "image/jp2",
        "image/x-portable-anymap",
    ),
    read=read,
)
