"""Looks at the machine: what is there, what is missing, and the command that mends it."""

from __future__ import annotations

import importlib.metadata
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_LIBRARIES = (
    "duckdb",
    "tantivy",
    "pypdfium2",
    "python-calamine",
    "kreuzberg",
    "iscc-tika",
    "tesserocr",
    "rapidocr",
    "onnxruntime",
)
_OCR_LANGUAGES = {"eng": "tesseract-ocr-eng", "rus": "tesseract-ocr-rus", "ukr": "tesseract-ocr-ukr"}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at. `needed`: without it the main job does not run."""

    name: str
    ok: bool
    found: str
    remedy: str = ""
    needed: bool = False


def examine() -> list[Check]:
    """Every check, in the order in which a reader wants them."""
    return [*_python(), *_libraries(), *_ocr(), *_archives(), *_cage(), *_faces(), *_disk()]


def _python() -> Iterator[Check]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield Check(
        "python",
        sys.version_info >= (3, 11),
        version,
        "" if sys.version_info >= (3, 11) else "Python 3.11 or newer",
        True,
    )


def _libraries() -> Iterator[Check]:
    for name in _LIBRARIES:
        try:
            yield Check(name, True, importlib.metadata.version(name))
        except importlib.metadata.PackageNotFoundError:
            yield Check(name, False, "not installed", "./run setup", True)


def _ocr() -> Iterator[Check]:
    folders = [*Path("/usr/share/tesseract-ocr").glob("*/tessdata"), Path("/usr/share/tessdata")]
    for language, package in _OCR_LANGUAGES.items():
        there = next((f for f in folders if (f / f"{language}.traineddata").is_file()), None)
        remedy = "" if there else f"sudo apt-get install {package}"
        yield Check(f"OCR language {language}", there is not None, str(there or "not installed"), remedy)
    yield Check("OCR language zh", True, "inside rapidocr")


def _archives() -> Iterator[Check]:
    from ctypes.util import find_library

    found = find_library("archive")
    yield Check(
        "libarchive (7z, rar, tar)",
        found is not None,
        found or "not installed",
        "" if found else "sudo apt-get install libarchive13",
    )


def _cage() -> Iterator[Check]:
    from corrobora.case.sandbox import level

    reached = level()
    remedy = "" if reached == "strict" else "Linux 5.13 or newer with seccomp and Landlock gives the strict level"
    yield Check("cage for leaked files", reached != "none", reached, remedy)


def _faces() -> Iterator[Check]:
    from corrobora.analysis.facing import missing

    lacking = missing()
    found = "dlib and its models" if not lacking else f"{lacking} not installed; used only with run --faces"
    yield Check("faces (an extra)", not lacking, found, "./run faces" if lacking else "")


def _disk() -> Iterator[Check]:
    free = shutil.disk_usage(Path.cwd()).free
    yield Check("free disk here", free > 2e9, f"{free / 1e9:.0f} GB", "" if free > 2e9 else "free some space")
