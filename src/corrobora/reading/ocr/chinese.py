"""RapidOCR: Chinese text and the zones of passports. Models come with the wheel; nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from corrobora.errors import MissingToolError
from corrobora.model.document import Box
from corrobora.reading.layout import PlacedWord

HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")


@dataclass(frozen=True, slots=True)
class Found:
    """A line as RapidOCR read it: its text, box (fractions), score, and the box of each character or word."""

    text: str
    box: Box
    score: float
    pieces: tuple[PlacedWord, ...]


@lru_cache(maxsize=1)
def engine() -> Any:
    """The engine, single-threaded so that it survives a fork.

    Raises:
        MissingToolError: where its models are not in the wheel.
    """
    import rapidocr

    models = Path(rapidocr.__file__).parent / "models"
    detector, reader = _one(models, "*det*.onnx"), _one(models, "*rec*.onnx")
    return rapidocr.RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "Global.max_side_len": 1280,
            "Global.text_score": 0.3,
            "Global.return_word_box": True,
            "Global.return_single_char_box": False,
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            "Det.model_path": str(detector),
            "Rec.model_path": str(reader),
        }
    )


def _one(models: Path, pattern: str) -> Path:
    found = sorted(models.glob(pattern))
    if not found:
        raise MissingToolError("the models of the Chinese recognition are missing", str(models), "./run setup")
    return found[0]


def read(grey: Any) -> list[Found]:
    """All lines of a picture (a grey array), from top to bottom."""
    height, width = grey.shape[:2]
    result = engine()(np.repeat(grey[:, :, None], 3, axis=2))
    if result.txts is None:
        return []
    lines = []
    for text, score, box, pieces in zip(result.txts, result.scores, result.boxes, result.word_results, strict=True):
        placed = [PlacedWord(p[0], _box(p[2], width, height), float(p[1])) for p in pieces if p[2] is not None]
        lines.append(Found(text, _box(box, width, height), float(score), tuple(_joined(text, placed))))
    return sorted(lines, key=lambda line: (round(line.box[1], 2), line.box[0]))


def _joined(text: str, pieces: Sequence[PlacedWord]) -> Iterator[PlacedWord]:
    """The engine's pieces as words: letters that the line's text does not part belong together."""
    run: list[PlacedWord] = []
    at = 0
    for piece in pieces:
        letters = piece.text.strip()
        if not letters:
            continue
        found = text.find(letters, at)
        parted = found < 0 or text[at:found].strip() != text[at:found] or found > at
        at = found + len(letters) if found >= 0 else at
        if run and (parted or _WIDE.match(letters) or _WIDE.match(run[-1].text[-1:])):
            yield _one_word(run)
            run = []
        run.append(PlacedWord(letters, piece.box, piece.confidence))
    if run:
        yield _one_word(run)


def _one_word(run: Sequence[PlacedWord]) -> PlacedWord:
    boxes = [w.box for w in run]
    around = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    return PlacedWord("".join(w.text for w in run), around, min(w.confidence or 0.0 for w in run))


def _box(corners: Any, width: int, height: int) -> Box:
    points = np.asarray(corners, dtype=float)
    x0, y0 = points.min(axis=0)
    x1, y1 = points.max(axis=0)
    return (float(x0) / width, float(y0) / height, float(x1) / width, float(y1) / height)


def chinese_words(line: Found) -> list[PlacedWord]:
    """The Chinese part of a line: runs of characters with the digits and signs that stand among them."""
    if not HAN.search(line.text) or line.score < 0.5:
        return []
    if len(HAN.findall(line.text)) * 2 >= len(line.text.replace(" ", "")):
        return list(line.pieces)
    kept, run = [], []
    for piece in line.pieces:
        if _WIDE.search(piece.text):
            run.append(piece)
            continue
        kept += run if any(HAN.search(p.text) for p in run) else []
        run = []
    return kept + (run if any(HAN.search(p.text) for p in run) else [])
