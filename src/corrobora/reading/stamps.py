"""Small pictures on a page of a PDF (stamps, signatures, seals), each as a hash that survives scaling."""

from __future__ import annotations

import itertools
from statistics import pstdev
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

SMALLEST, LARGEST = 0.001, 0.2
"""Share of the page that a stamp or signature covers."""
SIDE = 16
MOST = 12
PIXELS = 4_000_000
EVEN = 6.0
"""Standard deviation of grey below which a picture shows nothing."""


def small_pictures(source: Any, number: int) -> list[str]:
    """`page x0 y0 x1 y1 hash` for each small picture of a page, from its top left corner in fractions of the page."""
    width, height = source.get_size()
    found: list[str] = []
    for item in source.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        if len(found) >= MOST:
            break
        try:
            left, bottom, right, top = item.get_bounds()
            share = (right - left) * (top - bottom) / max(width * height, 1.0)
            columns, rows = item.get_px_size()
            if not SMALLEST <= share <= LARGEST or columns * rows > PIXELS:
                continue
            picture = item.get_bitmap(render=False).to_pil()
        except (pdfium.PdfiumError, ValueError, OSError):
            continue
        digest = picture_hash(picture)
        if digest is not None:
            box = (left / width, 1 - top / height, right / width, 1 - bottom / height)
            found.append(f"{number} {' '.join(f'{side:.3f}' for side in box)} {digest}")
    return found


def picture_hash(picture: Any) -> str | None:
    """Which of two neighbouring fields of a picture is lighter, for 16 x 16 fields, in hexadecimal; None for a blank.

    Two prints of one picture differ in few of the 256 bits, two pictures in about half of them.
    """
    shades = picture.convert("L").resize((SIDE + 1, SIDE)).tobytes()
    if pstdev(shades) < EVEN:
        return None
    rows = [shades[start : start + SIDE + 1] for start in range(0, len(shades), SIDE + 1)]
    bits = "".join("1" if right > left else "0" for row in rows for left, right in itertools.pairwise(row))
    return f"{int(bits, 2):0{SIDE * SIDE // 4}x}"
