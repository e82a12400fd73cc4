"""The two recognisers: tesseract for Cyrillic and Latin, PP-OCR (on onnxruntime, models inside the wheel) for Chinese.

Both run on one thread: documents are read side by side. Nothing here writes, and nothing is ever downloaded.
"""

from __future__ import annotations

import math
import os
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from corrobora.errors import DamagedError, MissingToolError

Image = NDArray[np.uint8]
"""Shades of grey, 255 is white."""
Quad = NDArray[np.float32]
"""Four corners from the top left, clockwise, in pixels."""

_TESSERACT_LANGUAGES = {"ru": "rus", "uk": "ukr", "en": "eng"}
_DATA_FOLDERS = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tesseract-ocr/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
)
_LINE_HEIGHT = 48
_GLYPH_STEP = 8
"""Pixels of a line image for each step of the recogniser's output."""
_BATCH_WIDTH = 2400
_MAX_LINE_WIDTH = 3200


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character read by PP-OCR: where its middle stands, as a fraction of the line, and how sure it is."""

    text: str
    x: float
    confidence: float


@dataclass(frozen=True, slots=True)
class LineWord:
    """A word read by tesseract: its box in pixels of the line image."""

    text: str
    box: tuple[int, int, int, int]
    confidence: float


def data_folder() -> Path:
    """The folder of tesseract's language data.

    Raises:
        MissingToolError: where Russian, Ukrainian or English are not installed.
    """
    stated = os.environ.get("TESSDATA_PREFIX", "")
    folders = [Path(stated), Path(stated) / "tessdata"] if stated else []
    for folder in [*folders, *map(Path, _DATA_FOLDERS)]:
        if all((folder / f"{name}.traineddata").is_file() for name in _TESSERACT_LANGUAGES.values()):
            return folder
    raise MissingToolError(
        "the language data of tesseract is not installed",
        remedy="sudo apt install tesseract-ocr-rus tesseract-ocr-ukr tesseract-ocr-eng",
    )


@lru_cache(maxsize=6)
def _tesseract(languages: str) -> Any:
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    import tesserocr  # noqa: PLC0415 - the thread limit must stand before the engine is loaded

    try:
        return tesserocr.PyTessBaseAPI(
            path=f"{data_folder()}/", lang=languages, psm=tesserocr.PSM.SINGLE_LINE, oem=tesserocr.OEM.LSTM_ONLY
        )
    except RuntimeError as exc:
        raise MissingToolError(
            f"tesseract could not load {languages}",
            remedy="reinstall tesseract-ocr-rus tesseract-ocr-ukr tesseract-ocr-eng",
        ) from exc


@lru_cache(maxsize=1)
def _paddle() -> Any:
    import rapidocr  # noqa: PLC0415 - slow to import
    from rapidocr.utils.log import logger  # noqa: PLC0415

    models = Path(rapidocr.__file__).parent / "models"
    names = {
        "Det.model_path": "PP-OCRv6_det_small.onnx",
        "Rec.model_path": "PP-OCRv6_rec_small.onnx",
        "Cls.model_path": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
    }
    paths = {key: models / name for key, name in names.items()}
    missing = [path.name for path in paths.values() if not path.is_file()]
    if missing:
        raise MissingToolError(
            f"rapidocr came without its models ({', '.join(missing)})", remedy="pip install rapidocr==3.10.0"
        )
    engine = rapidocr.RapidOCR(
        params={
            **{key: str(path) for key, path in paths.items()},
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            "Det.limit_side_len": 64,
            "Det.limit_type": "min",
            "Global.log_level": "critical",
        }
    )
    logger.setLevel("CRITICAL")
    return engine


_LOCK = threading.Lock()


def load() -> None:
    """Loads every engine and runs each once, so that nothing is opened later."""
    cv2.setNumThreads(1)
    blank = np.full((64, 320), 255, np.uint8)
    cv2.putText(blank, "A 1", (20, 44), cv2.FONT_HERSHEY_SIMPLEX, 1.2, (0,), 2)
    detect(blank)
    read_glyphs([blank])
    share_upside_down([blank])
    for languages in ("rus+eng", "ukr+eng", "eng", "rus", "ukr"):
        read_words(blank, languages)


def detect(image: Image) -> list[Quad]:
    """The lines of text on an image."""
    with _LOCK:
        found = _run(_paddle()._load_det_model(), _in_colour(image))
    return [] if found.boxes is None else [np.asarray(box, np.float32) for box in found.boxes]


def share_upside_down(lines: Sequence[Image]) -> float:
    """How many of some line images seem to stand on their head, by how sure the judgement is: 0 to 1."""
    if not lines:
        return 0.0
    with _LOCK:
        found = _run(_paddle()._load_cls_model(), [_in_colour(line) for line in lines])
    turned = sum(score for label, score in found.cls_res if label == "180")
    return float(turned / max(sum(score for _, score in found.cls_res), 1e-6))


def _run(model: Any, argument: Any) -> Any:
    try:
        return model(argument)
    except Exception as exc:  # onnxruntime and rapidocr raise bare Exceptions of their own
        raise DamagedError(f"the recogniser failed on the picture: {type(exc).__name__}") from exc


def read_glyphs(lines: Sequence[Image]) -> list[list[Glyph]]:
    """What PP-OCR reads on line images: characters with their places. It knows no Cyrillic and leaves it blank."""
    sized = [_sized(line) for line in lines]
    found: list[list[Glyph]] = [[] for _ in lines]
    order = sorted(range(len(sized)), key=lambda index: sized[index].shape[1])
    while order:
        batch = [order.pop()]
        width = max(sized[batch[0]].shape[1], 64)
        while order and (len(batch) + 1) * width <= _BATCH_WIDTH and sized[order[-1]].shape[1] * 1.35 > width:
            batch.append(order.pop())
        for index, glyphs in zip(batch, _read_batch([sized[i] for i in batch], width), strict=True):
            found[index] = glyphs
    return found


def _sized(line: Image) -> Image:
    height, width = line.shape[:2]
    wanted = min(max(math.ceil(width * _LINE_HEIGHT / max(height, 1)), 8), _MAX_LINE_WIDTH)
    kind = cv2.INTER_AREA if height > _LINE_HEIGHT else cv2.INTER_CUBIC
    return _in_colour(np.asarray(cv2.resize(line, (wanted, _LINE_HEIGHT), interpolation=kind), np.uint8))


def _in_colour(image: Image) -> Image:
    """Three equal channels, which PP-OCR wants; pages are kept in shades of grey, a third of the memory."""
    return np.ascontiguousarray(np.repeat(image[:, :, None], 3, axis=2))


def _read_batch(lines: list[Image], width: int) -> list[list[Glyph]]:
    batch = np.zeros((len(lines), 3, _LINE_HEIGHT, width), np.float32)
    for row, line in enumerate(lines):
        batch[row, :, :, : line.shape[1]] = line.transpose(2, 0, 1).astype(np.float32) / 127.5 - 1.0
    with _LOCK:
        model = _paddle()._load_rec_model()
        scores = _run(model.session, batch)
    letters = model.postprocess_op.character
    steps = scores.shape[1]
    return [
        _decoded(row.argmax(axis=1), row.max(axis=1), letters, width / steps / line.shape[1])
        for row, line in zip(scores, lines, strict=True)
    ]


def _decoded(best: NDArray[np.int64], sure: NDArray[np.float32], letters: list[str], step: float) -> list[Glyph]:
    """Runs of one character make one glyph; the blank (0) parts them."""
    glyphs: list[Glyph] = []
    start = 0
    for at in range(1, len(best) + 1):
        if at < len(best) and best[at] == best[start]:
            continue
        if best[start]:
            middle = (start + at) / 2 * step
            if middle <= 1.02:
                glyphs.append(Glyph(letters[int(best[start])], middle, float(sure[start:at].max())))
        start = at
    return glyphs


def read_words(line: Image, languages: str) -> list[LineWord]:
    """What tesseract reads on a line image.

    Args:
        line: one line, black on white, with a margin.
        languages: "rus+eng", "ukr+eng", "eng".
    """
    import tesserocr  # noqa: PLC0415 - see _tesseract

    gray = np.ascontiguousarray(line)
    height, width = gray.shape
    with _LOCK:
        engine = _tesseract(languages)
        try:
            engine.SetImageBytes(gray.tobytes(), width, height, 1, width)
            if not engine.Recognize():
                return []
            words = _words(engine.GetIterator(), tesserocr.RIL.WORD)
        except RuntimeError as exc:
            raise DamagedError("tesseract failed on the picture") from exc
        finally:
            engine.Clear()
    return words


def _words(iterator: Any, level: Any) -> list[LineWord]:
    found = []
    while iterator is not None:
        if not iterator.Empty(level):
            text = iterator.GetUTF8Text(level).strip()
            box = iterator.BoundingBox(level)
            if text and box:
                found.append(LineWord(text, box, max(0.0, iterator.Confidence(level) / 100)))
        if not iterator.Next(level):
            break
    return found
