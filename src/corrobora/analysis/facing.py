"""Faces of pictures, found and described in the cage: pictures are hostile, and so are those inside PDFs.

The models are an extra (`corrobora[faces]`): dlib's frontal detector, its five-point predictor and its ResNet, which
their author publishes under CC0. The predictor of 68 points in the same package was trained on data that forbids
commercial use; it is not opened.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from corrobora.case.sandbox import Limits, Task
from corrobora.errors import MissingToolError, UnreadableError
from corrobora.model.faces import Face

PDF = "application/pdf"
POINTS, NET = "shape_predictor_5_face_landmarks.dat", "dlib_face_recognition_resnet_model_v1.dat"
LONGEST_SIDE = 1600
"""Pixels to which larger pictures are brought down before faces are looked for."""
SMALLEST = 48
"""Pixels of a face's side below which it says too little to be held against another."""
DOTS = 150
MOST_PAGES, MOST_FACES = 10, 40
LIMITS = Limits(cpu_seconds=240)
REMEDY = "install them with ./run faces (or pip install 'corrobora[faces]'), or leave --faces and [faces] compare out"


@dataclass(frozen=True, slots=True)
class FaceOptions:
    """What kind of file it is."""

    media_type: str


@dataclass(frozen=True, slots=True)
class Found:
    """The faces of one file."""

    faces: tuple[Face, ...] = ()


@dataclass(slots=True)
class _Models:
    find: Any
    points: Any
    net: Any


_LOADED: list[_Models] = []


def missing() -> str:
    """What of the extra is not installed, in words; "" where all of it is."""
    lacking = [] if find_spec("dlib") is not None else ["dlib"]
    folder = _folder()
    if folder is None or not all((folder / name).is_file() for name in (POINTS, NET)):
        lacking.append("its models")
    return " and ".join(lacking)


def require() -> None:
    """Raises where the extra is not installed.

    Raises:
        MissingToolError: with the command that installs it.
    """
    if lacking := missing():
        raise MissingToolError(f"faces cannot be compared: {lacking} not installed", remedy=REMEDY)


def preload() -> None:
    """Loads the models before the cage shuts."""
    import dlib
    import numpy  # noqa: ICN001 - loaded for dlib, which hands arrays over
    import pi_heif
    import pypdfium2
    from PIL import Image, ImageOps

    pi_heif.register_heif_opener()
    Image.init()
    _ = ImageOps, numpy, pypdfium2
    folder = _folder()
    if folder is not None:
        points, net = (str(folder / name) for name in (POINTS, NET))
        models = _Models(
            dlib.get_frontal_face_detector(), dlib.shape_predictor(points), dlib.face_recognition_model_v1(net)
        )
        _LOADED[:] = [models]


def look(untrusted_bytes: bytes, options: FaceOptions) -> Found:
    """The faces of a picture, or of the first pages of a PDF, each with its box and its description."""
    if not _LOADED:
        raise UnreadableError("the models of faces are not loaded")
    found: list[Face] = []
    for number, picture in _pictures(untrusted_bytes, options.media_type):
        found += _faces(number, picture)
    return Found(tuple(found[:MOST_FACES]))


def _pictures(untrusted_bytes: bytes, media_type: str) -> Iterator[tuple[int, Any]]:
    from PIL import Image, ImageOps

    if media_type != PDF:
        try:
            picture = ImageOps.exif_transpose(Image.open(io.BytesIO(untrusted_bytes))).convert("RGB")
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as exc:
            raise UnreadableError("this picture could not be opened to look for faces") from exc
        yield 1, picture
        return
    import pypdfium2 as pdfium

    try:
        paper = pdfium.PdfDocument(untrusted_bytes)
        for number in range(min(len(paper), MOST_PAGES)):
            page = paper[number]
            scale = min(DOTS / 72, LONGEST_SIDE / max(*page.get_size(), 1))
            yield number + 1, page.render(scale=scale).to_pil().convert("RGB")
    except pdfium.PdfiumError as exc:
        raise UnreadableError("this PDF could not be opened to look for faces") from exc


def _faces(number: int, picture: Any) -> Iterator[Face]:
    import numpy as np

    models = _LOADED[0]
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    width, height = picture.size
    pixels = np.asarray(picture)
    # pictures of half the size hide small faces from a detector made for eighty pixels
    places, scores, _ = models.find.run(pixels, 1, 0.0)
    for place, score in zip(places, scores, strict=True):
        if min(place.width(), place.height()) < SMALLEST:
            continue
        described = models.net.compute_face_descriptor(pixels, models.points(pixels, place))
        x0, y0 = max(place.left(), 0) / width, max(place.top(), 0) / height
        x1, y1 = min(place.right() + 1, width) / width, min(place.bottom() + 1, height) / height
        box = (round(x0, 4), round(y0, 4), round(x1, 4), round(y1, 4))
        yield Face(number, box, round(float(score), 3), tuple(round(float(part), 5) for part in described))


def _folder() -> Path | None:
    found = find_spec("face_recognition_models")
    places = list(found.submodule_search_locations or ()) if found is not None else []
    return Path(places[0]) / "models" if places else None


LOOK = Task("faces", look, FaceOptions, Found)
