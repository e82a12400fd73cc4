"""Sets pages with Typst, offline: fixed fonts, fixed time, nothing of a leak ever read as markup.

What is set comes as JSON beside a template of ours; a string in it is shown as it is. Text is set in the typesetter's
own serif, which has Cyrillic, and for other signs in two fonts of Debian; other fonts of the machine are not looked
at, so that every machine with these gives the same bytes.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from corrobora.errors import CorroboraError, MissingToolError

_FONTS = {
    Path("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"): "fonts-droid-fallback",
    Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"): "fonts-dejavu-core",
}
_EPOCH = 315532800
"""1980-01-01, the time in files that bear none; the archive formats know no earlier one."""


def pdf(template: str, told: Mapping[str, Any], pictures: Mapping[str, str]) -> bytes:
    """A PDF/A-2u of a template of `templates/` filled with `told`.

    Args:
        template: file name.
        told: what the template reads from `told.json`.
        pictures: SVG drawings by file name.

    Raises:
        MissingToolError: where a font is missing.
        CorroboraError: where the page cannot be set.
    """
    source = files("corrobora.publication").joinpath("templates", template).read_text(encoding="utf-8")
    beside = {"told.json": json.dumps(told, ensure_ascii=False), **pictures}
    return _set(source, beside, "pdf")


def png(drawing: str, *, width: int) -> bytes:
    """An SVG drawing as PNG, so many pixels wide."""
    source = f'#set page(width: {width}pt, height: auto, margin: 0pt)\n#image("drawing.svg", width: 100%)'
    return _set(source, {"drawing.svg": drawing}, "png")


def moment() -> datetime:
    """The time that goes into files: SOURCE_DATE_EPOCH, or 1980."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(told) if told.isdigit() else _EPOCH, UTC)


def _set(source: str, beside: Mapping[str, str], form: Any) -> bytes:
    for font, package in _FONTS.items():
        if not font.is_file():
            raise MissingToolError("a font is missing", str(font), f"sudo apt-get install {package}")
    with tempfile.TemporaryDirectory(prefix="corrobora-set-") as scratch:
        root = Path(scratch)
        (root / "fonts").mkdir()
        for font in _FONTS:
            (root / "fonts" / font.name).symlink_to(font)
        for name, text in beside.items():
            (root / name).write_text(text, encoding="utf-8")
        (root / "main.typ").write_text(source, encoding="utf-8")
        try:
            compiler = typst.Compiler(root / "main.typ", root, [root / "fonts"], ignore_system_fonts=True)
            standards: Any = ["a-2u"] if form == "pdf" else []
            made = compiler.compile(format=form, pdf_standards=standards, timestamp=moment(), ppi=144.0)
        except (typst.TypstError, OSError) as exc:
            raise CorroboraError("the page cannot be set", str(exc).splitlines()[0], "please report this") from exc
    if not isinstance(made, bytes):
        raise CorroboraError("the picture came out on several pages", remedy="please report this")
    return made
