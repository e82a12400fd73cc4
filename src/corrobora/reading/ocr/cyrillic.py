"""Tesseract: Cyrillic and Latin text. The engine is in the wheel, the languages come from Debian's packages."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from corrobora.errors import MissingToolError
from corrobora.reading.layout import PlacedWord

_LANGUAGES = ("rus", "ukr", "eng")
_FOLDERS = ("/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract-ocr/4.00/tessdata", "/usr/share/tessdata")
_LOOKALIKE = str.maketrans("АВЕКМНОРСТУХавекмнорстух", "ABEKMHOPCTYXabekmhopctyx")
_FIGURES = str.maketrans("ЗОO", "300")
_LATIN_LIKE = "АВЕКМНОРСТУХ"
_BACK = str.maketrans("ABEKMHOPCTYXaeopcyxk", "АВЕКМНОРСТУХаеорсухк")


def tessdata() -> Path:
    """The folder with the languages.

    Raises:
        MissingToolError: where there is none.
    """
    named = os.environ.get("TESSDATA_PREFIX")
    for folder in ([named] if named else []) + list(_FOLDERS):
        if (Path(folder) / "eng.traineddata").is_file():
            return Path(folder)
    remedy = "sudo apt-get install " + " ".join(f"tesseract-ocr-{language}" for language in _LANGUAGES)
    raise MissingToolError("the languages of the recognition are not installed", remedy=remedy)


@lru_cache(maxsize=2)
def engine() -> Any:
    """The engine with every language that is installed."""
    import tesserocr

    folder = tessdata()
    there = [language for language in _LANGUAGES if (folder / f"{language}.traineddata").is_file()]
    return tesserocr.PyTessBaseAPI(path=f"{folder}/", lang="+".join(there), psm=tesserocr.PSM.AUTO, oem=tesserocr.OEM.LSTM_ONLY)


def read(grey: Any, sparse: bool = False) -> list[PlacedWord]:
    """All words of a picture (a grey array)."""
    import tesserocr

    height, width = grey.shape[:2]
    api = engine()
    api.SetPageSegMode(tesserocr.PSM.SPARSE_TEXT if sparse else tesserocr.PSM.AUTO)
    api.SetImage(Image.fromarray(np.ascontiguousarray(grey)))
    api.SetSourceResolution(300)
    api.Recognize()
    words = []
    iterator = api.GetIterator()
    if iterator is None:
        return []
    level = tesserocr.RIL.WORD
    for item in tesserocr.iterate_level(iterator, level):
        try:
            text = item.GetUTF8Text(level)
        except RuntimeError:
            continue
        box = item.BoundingBox(level)
        confidence = item.Confidence(level) / 100
        if not text or not text.strip() or box is None:
            continue
        x0, y0, x1, y1 = box
        place = (x0 / width, y0 / height, x1 / width, y1 / height)
        if _is_real(text.strip(), confidence, place):
            words.append(PlacedWord(one_alphabet(text.strip()), place, confidence))
    api.Clear()
    return words


def _is_real(text: str, confidence: float, box: tuple[float, float, float, float]) -> bool:
    """Not a speck, a rule or a piece of a stamp taken for letters."""
    if confidence < 0.25 or (box[3] - box[1] > 0.12 and len(text) < 20):
        return False
    return bool(re.search(r"\w", text)) or confidence > 0.6


def one_alphabet(word: str) -> str:
    """The word in one alphabet: numbers of documents in Latin, words that are mostly Cyrillic in Cyrillic."""
    number = re.fullmatch(rf"([{_LATIN_LIKE}]{{1,2}}|[A-Z]{{1,2}})([\dЗОO]{{6,9}})([.,;:]?)", word)
    if number:
        return number[1].translate(_LOOKALIKE) + number[2].translate(_FIGURES) + number[3]
    latin, cyrillic = len(re.findall("[A-Za-z]", word)), len(re.findall("[А-яЁёІіЇїЄєҐґ]", word))
    if not latin or not cyrillic or "-" in word and _parts_differ(word):
        return word
    if latin >= cyrillic:
        changed = word.translate(_LOOKALIKE)
        return changed if not re.search("[А-яЁё]", changed) else word
    changed = word.translate(_BACK)
    return changed if not re.search("[A-Za-z]", changed) else word


def _parts_differ(word: str) -> bool:
    """Whether the alphabets change at a hyphen, as in a model's name."""
    return all(not (re.search("[A-Za-z]", part) and re.search("[А-яЁё]", part)) for part in word.split("-"))
