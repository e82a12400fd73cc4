"""Small pictures on a page of a PDF (stamps, signatures, seals), each as a hash that survives scaling."""

from __future__ import annotations

from typing import Any

import numpy as np
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
    grey = np.asarray(picture.convert("L").resize((SIDE + 1, SIDE)), dtype=np.int16)
    if float(grey.std()) < EVEN:
        return None
    return np.packbits((grey[:, 1:] > grey[:, :-1]).ravel()).tobytes().hex()
