from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image

from corrobora.errors import DamagedError, OverBudgetError, UnreadableError
from corrobora.reading.format import NEEDS_OCR, ReadOptions
from corrobora.reading.formats import image
from corrobora.reading.formats.image import FORMAT, read


def saved(kind: str, size: tuple[int, int] = (40, 30), **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (120, 90, 30)).save(out, kind, **options)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP", "JPEG2000", "AVIF"])
def test_every_format_opens(kind: str):
    reading = read(saved(kind), ReadOptions())
    assert [(page.page, page.width, page.height) for page in reading.pages] == [(1, 40.0, 30.0)]
    assert [problem[1] for problem in reading.problems] == [NEEDS_OCR]
    assert reading.metadata["width"] == "40"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16", "F"])
def test_every_kind_of_pixel_opens(mode: str):
    out = io.BytesIO()
    Image.new(mode, (20, 10)).save(out, "TIFF")
    assert len(read(out.getvalue(), ReadOptions()).pages) == 1


def test_every_page_of_a_tiff_is_a_page():
    out = io.BytesIO()
    pages = [Image.new("L", (30 + n, 20), 255) for n in range(3)]
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:])
    reading = read(out.getvalue(), ReadOptions())
    assert [(page.page, page.width) for page in reading.pages] == [(1, 30.0), (2, 31.0), (3, 32.0)]
    assert [page.page for page in read(out.getvalue(), ReadOptions(pages=(2,))).pages] == [2]
    assert reading.metadata["pages"] == "3"


def test_when_where_and_with_what_a_photograph_was_taken():
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Fotomat"
    exif[ExifTags.Base.Model] = "F-100"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2023:04:05 11:20:09"
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitude], gps[ExifTags.GPS.GPSLatitudeRef] = (56.0, 51.0, 36.0), "N"
    gps[ExifTags.GPS.GPSLongitude], gps[ExifTags.GPS.GPSLongitudeRef] = (35.0, 54.0, 0.0), "W"
    metadata = read(saved("JPEG", exif=exif), ReadOptions()).metadata
    assert metadata["created"] == "2023-04-05T11:20:09"
    assert metadata["device"] == "Fotomat F-100"
    assert metadata["location"] == "56.860000,-35.900000"


def test_a_turned_photograph_is_put_upright():
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    page = read(saved("JPEG", exif=exif), ReadOptions()).pages[0]
    assert (page.width, page.height) == (30.0, 40.0)


def test_too_many_pixels_are_refused_before_they_are_unpacked(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(image, "_MAX_PIXELS", 1000)
    with pytest.raises(OverBudgetError):
        read(saved("PNG", (400, 300)), ReadOptions())


@pytest.mark.parametrize(
    "untrusted", [b"", b"\x89PNG\r\n\x1a\n", saved("PNG")[:40], saved("JPEG")[:30], b"II*\0" + b"\xff" * 50]
)
def test_broken_pictures_are_damaged(untrusted: bytes):
    with pytest.raises(DamagedError):
        read(untrusted, ReadOptions())


@settings(deadline=None)
@given(
    st.sampled_from(["JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP"]),
    st.integers(0, 400),
    st.binary(min_size=1, max_size=8),
)
def test_no_mutation_raises_anything_else(kind: str, at: int, junk: bytes):
    good = saved(kind)
    at %= len(good)
    try:
        reading = read(good[:at] + junk + good[at + len(junk) :], ReadOptions())
    except UnreadableError:
        return
    assert reading.pages


def test_registered_for_what_it_reads():
    assert "image/heic" in FORMAT.media_types
    assert FORMAT.read is read
