"""Reads a picture again after it was painted over, where something might still show. In the cage.

Mostly only the lines around what was painted are read: a box that slipped, or is too small, leaves its secret there.
Letters that a recogniser takes for digits count as those digits; better one picture withheld too many.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from PIL import Image

from corrobora.model.document import Box

_FOLDERS = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tesseract-ocr/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
)
_ENLARGED = 2
_ALIKE = str.maketrans("OQDILZSBGА", "0001125864")
SHORTEST = 6
"""Fewer letters and digits stand on a page by chance."""


@dataclass(frozen=True, slots=True)
class Again:
    """What is looked for: letters and digits only; `whole`: on all of the page, not only around what was painted."""

    secrets: tuple[str, ...] = ()
    whole: bool = False


NOTHING = Again()


def preload() -> None:
    """Loads the recogniser before the cage shuts; without its data nothing is read again."""
    _engine()


def shows(picture: Image.Image, hidden: Iterable[Box], again: Again) -> bool:
    """Whether anything of this can still be read.

    Args:
        picture: painted over already.
        hidden: what was painted over.
        again: what is looked for.
    """
    wanted = {secret.upper().translate(_ALIKE) for secret in again.secrets if len(secret) >= SHORTEST}
    engine = _engine()
    if not wanted or engine is None:
        return False
    bands = [(0, picture.height)] if again.whole else _bands(hidden, picture.height)
    for top, bottom in bands:
        strip = picture.convert("L").crop((0, top, picture.width, bottom))
        engine.SetImage(strip.resize((strip.width * _ENLARGED, strip.height * _ENLARGED)))
        read = "".join(c for c in engine.GetUTF8Text().upper() if c.isalnum()).translate(_ALIKE)
        if any(secret in read for secret in wanted):
            return True
    return False


def _bands(hidden: Iterable[Box], height: int) -> list[tuple[int, int]]:
    """Stretches from top to bottom with two lines' height above and below each box; those that touch are one."""
    edges = []
    for _, y0, _, y1 in hidden:
        line = max(y1 - y0, 0.01)
        edges.append((max(0, int((y0 - 2 * line) * height)), min(height, int((y1 + 2 * line) * height) + 1)))
    joined: list[tuple[int, int]] = []
    for top, bottom in sorted(edges):
        if joined and top <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(bottom, joined[-1][1]))
        else:
            joined.append((top, bottom))
    return [(top, bottom) for top, bottom in joined if bottom - top > 4]


@lru_cache(maxsize=1)
def _engine() -> Any:
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    import tesserocr  # the thread limit must stand before the engine is loaded

    folder = next((f for f in _FOLDERS if Path(f, "eng.traineddata").is_file()), None)
    if folder is None:
        return None
    try:
        return tesserocr.PyTessBaseAPI(path=f"{folder}/", lang="eng", psm=tesserocr.PSM.SINGLE_BLOCK)
    except RuntimeError:
        return None
