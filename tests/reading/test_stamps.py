"""Small pictures on pages: hashes that survive scaling and tell two stamps apart."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from corrobora.reading.format import ReadOptions
from corrobora.reading.formats import pdf
from corrobora.reading.stamps import picture_hash


def stamp(seed: int) -> Image.Image:
    picture = Image.new("L", (160, 160), 255)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((4, 4, 156, 156), outline=0, width=5)
    for n in range(9):
        x, y = (seed * (n + 3) * 37) % 110 + 20, (seed * (n + 5) * 53) % 110 + 20
        draw.rectangle((x, y, x + 18, y + 9), fill=0)
    return picture


def sheet(picture: Image.Image, side: float, words: str) -> bytes:
    buffer = io.BytesIO()
    page = canvas.Canvas(buffer, pagesize=(595, 842))
    for n in range(12):
        page.drawString(60, 780 - 20 * n, f"{words}, line {n} of a letter that is long enough to be read as text")
    page.drawImage(ImageReader(picture), 60, 90, side, side)
    page.save()
    return buffer.getvalue()


def pictures(untrusted_bytes: bytes) -> list[list[str]]:
    read = pdf.read(untrusted_bytes, ReadOptions("application/pdf"))
    return [line.split() for line in read.metadata.get("pictures", "").splitlines()]


def test_one_stamp_on_two_papers_and_another_on_a_third():
    (first,) = pictures(sheet(stamp(3), 90, "One"))
    (second,) = pictures(sheet(stamp(3).resize((120, 120)), 110, "Two"))
    (third,) = pictures(sheet(stamp(7), 90, "Three"))
    bits = [(int(first[5], 16) ^ int(other[5], 16)).bit_count() for other in (second, third)]
    assert bits[0] <= 4 and bits[1] > 40
    assert first[0] == "1" and 0.7 < float(first[2]) < float(first[4]) < 0.95


def test_a_blank_picture_and_a_scan_of_the_whole_page_are_no_stamps():
    assert picture_hash(Image.new("L", (80, 80), 250)) is None
    assert pictures(sheet(stamp(3), 560, "Four")) == []
