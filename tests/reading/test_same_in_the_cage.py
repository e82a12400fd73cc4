"""What is read inside the cage is what is read outside it, word for word."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from corrobora.case.sandbox import Limits, Sandbox
from corrobora.errors import UnreadableError
from corrobora.model import magic
from corrobora.model.document import Reading
from corrobora.reading import dispatch
from corrobora.reading.format import ReadOptions

sys.path.insert(0, str(Path(__file__).parent))
from samples import RUSSIAN, SAMPLES

TEXTS = {
    encoding: (f"{text}\n" * 5).encode(encoding, "ignore")
    for encoding, text in (
        ("cp1251", RUSSIAN), ("koi8-r", RUSSIAN), ("cp866", RUSSIAN), ("utf-16", RUSSIAN),
        ("gb18030", "代表团于三月十二日抵达，合同第十七号。"), ("big5", "代表團於三月十二日抵達，合同第十七號。"),
    )
}  # fmt: skip
TEXTS["table"] = "ФИО;Паспорт\nВан Вэй;E12345678\nЛи На;E87654321\n".encode("cp1251")
FILES = {**{name: make() for name, make in SAMPLES.items()}, **TEXTS}


def made(function: object) -> tuple[Reading | None, tuple[str, str, str] | None]:
    try:
        return function(), None  # type: ignore[operator]
    except UnreadableError as exc:
        return None, (exc.code, exc.what, exc.remedy)


@pytest.fixture(scope="module")
def cages() -> Iterator[dict[str, Sandbox]]:
    with (
        Sandbox((dispatch.READ,), dispatch.preload) as light,
        Sandbox((dispatch.READ, dispatch.READ_AGAIN), dispatch.preload_second) as second,
        Sandbox((dispatch.READ,), dispatch.preload_with_ocr, {"OMP_THREAD_LIMIT": "1"}) as heavy,
    ):
        yield {"light": light, "second": second, "heavy": heavy}


@pytest.mark.parametrize("name", FILES)
def test_clean_files_read_the_same(cages: dict[str, Sandbox], name: str) -> None:
    options = ReadOptions(magic.media_type(FILES[name]))
    outcome = cages["light"].run(dispatch.READ, FILES[name], options)
    assert outcome.answer == dispatch.read(FILES[name], options)


def test_pictures_are_recognised_the_same(cages: dict[str, Sandbox]) -> None:
    image = Image.new("L", (1100, 160), 255)
    font = ImageFont.truetype("DejaVuSans.ttf", 40) if _has_font() else ImageFont.load_default(40)
    ImageDraw.Draw(image).text((30, 50), "Contract No 17/24 of 12.03.2024", fill=0, font=font)
    target = io.BytesIO()
    image.save(target, "PNG")
    options = ReadOptions("image/png", ocr=True)
    inside = cages["heavy"].run(dispatch.READ, target.getvalue(), options, Limits(memory_mb=672)).answer
    assert "17/24" in inside.pages[0].text
    assert inside == dispatch.read(target.getvalue(), options)


def _has_font() -> bool:
    try:
        ImageFont.truetype("DejaVuSans.ttf", 40)
    except OSError:
        return False
    return True


@pytest.mark.shared
@pytest.mark.slow
def test_real_files_read_the_same(cages: dict[str, Sandbox], shared: Path) -> None:
    different = []
    files = sorted((shared / "eval" / "documents" / "files").iterdir())
    for path in files:
        content = path.read_bytes()
        kind = magic.media_type(content)
        options = ReadOptions(kind)
        cage = cages["second" if kind in (magic.DOC, magic.PPT, "application/epub+zip") else "light"]
        limits = Limits(cpu_seconds=120)
        inside = made(lambda: cage.run(dispatch.READ, content, options, limits).answer)  # noqa: B023
        if inside != made(lambda: dispatch.read(content, options)):  # noqa: B023
            different.append(path.name)
    assert len(files) > 100
    assert different == []
