"""Pictures (JPEG, PNG, TIFF, HEIC, JPEG 2000, WebP, GIF, BMP, AVIF): text by recognition, time and place from EXIF."""

from __future__ import annotations

import io
import re
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

import pi_heif
from PIL import ExifTags, Image, ImageOps, ImageSequence, UnidentifiedImageError

from corrobora.errors import DamagedError, OverBudgetError
from corrobora.model.document import Page, Reading
from corrobora.reading.format import NEEDS_OCR, Format, ReadOptions

pi_heif.register_heif_opener()

_MAX_PIXELS = 180_000_000
_ENOUGH_PIXELS = 26_000_000
_MAX_FRAMES = 500
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    AttributeError,
    MemoryError,
    OverflowError,
    struct.error,
)
"""What Pillow raises on broken files, by format; `UnidentifiedImageError` is an OSError."""
_EXIF_DATE = re.compile(r"(\d{4}):(\d\d):(\d\d)[ T](\d\d):(\d\d):(\d\d)")
_TAGS = {
    ExifTags.Base.Software: "software", ExifTags.Base.Artist: "author", ExifTags.Base.ImageDescription: "title",
    ExifTags.Base.Copyright: "copyright",
}  # fmt: skip
_ANIMATED = ("GIF", "WEBP", "PNG")


def read(untrusted_bytes: bytes, options: ReadOptions) -> Reading:
    """Reads a picture: its text where it holds any, where and when it was taken.

    Returns:
        A page for each page of a TIFF, one for every other picture. A picture without text gives an empty page, which
        is a full reading of a photograph.

    Raises:
        DamagedError: where the picture cannot be decoded.
        OverBudgetError: where it is larger than any scanner or camera makes.
    """
    with _opened(untrusted_bytes) as image:
        metadata = _metadata(image)
        pages: list[Page] = []
        problems: list[tuple[str, str, str, str]] = []
        for number, frame in _frames(image, options):
            page, problem = _page(frame, number, options)
            pages += [page] if page else []
            problems += [problem] if problem else []
    if not pages:
        raise DamagedError("the picture cannot be decoded", remedy="ask for another copy")
    return Reading(pages=tuple(pages), metadata=metadata, problems=tuple(problems), reader="picture")


@contextmanager
def _opened(untrusted_bytes: bytes) -> Iterator[Image.Image]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            image = Image.open(io.BytesIO(untrusted_bytes))
        except Image.DecompressionBombError as exc:
            raise OverBudgetError("the picture is too large", remedy="scale it down") from exc
        except (UnidentifiedImageError, *_BROKEN) as exc:
            raise DamagedError("the picture cannot be decoded", remedy="ask for another copy") from exc
        with image:
            if image.width * image.height > _MAX_PIXELS:
                raise OverBudgetError(f"the picture has {image.width} x {image.height} pixels", remedy="scale it down")
            yield image


def _frames(image: Image.Image, options: ReadOptions) -> Iterator[tuple[int, Image.Image | None]]:
    """Pages from 1, None for one that cannot be decoded; of an animation the first picture is enough."""
    frames = iter([image]) if image.format in _ANIMATED else iter(ImageSequence.Iterator(image))
    for number in range(1, _MAX_FRAMES + 1):
        try:
            frame = next(frames, None)
            if frame is None:
                return
            wanted = not options.pages or number in options.pages
            decoded = _decoded(frame) if wanted else None
        except _BROKEN:
            yield number, None
            return
        if wanted:
            yield number, decoded


def _decoded(frame: Image.Image) -> Image.Image:
    """The frame as RGB on white, the way up that its camera noted."""
    if frame.width * frame.height > _MAX_PIXELS:
        raise ValueError("too large")
    if frame.width * frame.height > _ENOUGH_PIXELS:
        frame.draft("RGB", (frame.width // 2, frame.height // 2))
    frame.load()
    upright = ImageOps.exif_transpose(frame) or frame
    if upright.mode.startswith("I") or upright.mode == "F":
        low, high = upright.convert("F").getextrema()
        spread = max(float(high) - float(low), 1.0)  # type: ignore[arg-type]
        upright = upright.convert("F").point(lambda value: (value - low) * (255.0 / spread)).convert("L")
    if "A" in upright.getbands() or "transparency" in upright.info:
        layered = upright.convert("RGBA")
        paper = Image.new("RGBA", layered.size, (255, 255, 255, 255))
        return Image.alpha_composite(paper, layered).convert("RGB")
    return upright.convert("RGB")


def _page(
    frame: Image.Image | None, number: int, options: ReadOptions
) -> tuple[Page | None, tuple[str, str, str, str] | None]:
    place = f"page {number}"
    if frame is None:
        return None, (place, "damaged", "the picture breaks off", "ask for another copy")
    empty = Page(number, "", width=float(frame.width), height=float(frame.height))
    if not options.ocr:
        return empty, (place, NEEDS_OCR, "the picture must be recognised", "")
    from corrobora.reading.ocr import recognise  # noqa: PLC0415 - the models are only loaded where pictures need them

    return replace(recognise(frame, options.languages), page=number), None


def _metadata(image: Image.Image) -> dict[str, str]:
    """When, where and with what the picture was taken."""
    found = {"width": str(image.width), "height": str(image.height), "format": str(image.format or "").lower()}
    with suppress(*_BROKEN):
        # counting the pages of a torn TIFF may fail like reading them
        frames = getattr(image, "n_frames", 1)
        if frames > 1:
            found["pages"] = str(frames)
    with suppress(*_BROKEN):
        exif = image.getexif()
        found |= {name: text for tag, name in _TAGS.items() if (text := _plain(exif.get(tag)))}
        found |= _camera(exif)
        found |= _taken(exif)
        found |= _place(exif)
    return found


def _camera(exif: Image.Exif) -> dict[str, str]:
    make, model = _plain(exif.get(ExifTags.Base.Make)), _plain(exif.get(ExifTags.Base.Model))
    name = model if model.lower().startswith(make.lower()) else f"{make} {model}".strip()
    serial = _plain(exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.BodySerialNumber))
    return {key: value for key, value in (("device", name), ("device_serial", serial)) if value}


def _taken(exif: Image.Exif) -> dict[str, str]:
    detail = exif.get_ifd(ExifTags.IFD.Exif)
    taken = detail.get(ExifTags.Base.DateTimeOriginal) or detail.get(ExifTags.Base.DateTimeDigitized)
    found = {
        "created": _date(taken, detail.get(ExifTags.Base.OffsetTimeOriginal)),
        "modified": _date(exif.get(ExifTags.Base.DateTime)),
    }
    return {key: value for key, value in found.items() if value}


def _date(value: object, offset: object = None) -> str:
    match = _EXIF_DATE.match(_plain(value))
    if not match or match.group(1) == "0000":
        return ""
    year, month, day, hour, minute, second = match.groups()
    zone = _plain(offset)
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}" + (zone if re.fullmatch(r"[+-]\d\d:\d\d", zone) else "")


def _place(exif: Image.Exif) -> dict[str, str]:
    """Latitude and longitude in degrees, north and east positive."""
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    latitude = _degrees(gps.get(ExifTags.GPS.GPSLatitude), gps.get(ExifTags.GPS.GPSLatitudeRef), "S", 90)
    longitude = _degrees(gps.get(ExifTags.GPS.GPSLongitude), gps.get(ExifTags.GPS.GPSLongitudeRef), "W", 180)
    return {"location": f"{latitude:.6f},{longitude:.6f}"} if latitude is not None and longitude is not None else {}


def _degrees(value: object, side: object, negative: str, limit: int) -> float | None:
    if not isinstance(value, tuple) or len(value) != 3:
        return None
    try:
        degrees, minutes, seconds = (float(part) for part in value)
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    total = degrees + minutes / 60 + seconds / 3600
    if not 0 <= total <= limit:
        return None
    return -total if _plain(side).upper() == negative else total


def _plain(value: object) -> str:
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    text = "".join(c for c in str(value) if c.isprintable()) if value is not None else ""
    return text.strip()[:200]


FORMAT = Format(
    name="image",
    title="Pictures: photographs, scans, passports",
    media_types=(
        "image/jpeg", "image/png", "image/tiff", "image/heic", "image/heif", "image/avif", "image/jp2", "image/webp",
        "image/gif", "image/bmp",
    ),
    read=read,
)  # fmt: skip
