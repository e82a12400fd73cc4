from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from corrobora.errors import MissingToolError
from corrobora.model.document import Page
from corrobora.model.mrz import check_digit
from corrobora.reading import ocr
from corrobora.reading.ocr import engines

FONTS = {
    False: Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
    True: Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
}


def has_data() -> bool:
    try:
        engines.data_folder()
    except MissingToolError:
        return False
    return all(path.exists() for path in FONTS.values())


pytestmark = pytest.mark.skipif(not has_data(), reason="needs tesseract-ocr-rus, -ukr, fonts-dejavu, fonts-noto-cjk")


def drawn(*lines: tuple[str, int, int], size: tuple[int, int] = (1200, 420)) -> Image.Image:
    """Lines of text at their places; a line with Chinese in it is set in a Chinese font."""
    page = Image.new("L", size, 250)
    for text, x, y in lines:
        han = any(ord(c) > 0x2E80 for c in text)
        face = ImageFont.truetype(str(FONTS[han]), 30, index=2 if han else 0)
        ImageDraw.Draw(page).text((x, y), text, fill=20, font=face)
    noise = np.random.default_rng(5).normal(0, 6, (size[1], size[0]))
    return Image.fromarray(np.clip(np.asarray(page, np.float32) + noise, 0, 255).astype(np.uint8))


LETTER = [
    ("Просим подтвердить приём делегации", 80, 60), ("численностью 6 человек в г. Тверь", 80, 110),
    ("№ ТВ-118/22 от 14.02.2023", 80, 160), ("少将林卫东率领的代表团", 80, 230),
]  # fmt: skip


def test_both_scripts_of_a_page_are_read():
    page = ocr.recognise(drawn(*LETTER))
    assert "Просим подтвердить приём делегации" in page.text
    assert "14.02.2023" in page.text
    assert "少将林卫东率领的代表团" in page.text
    assert page.ocr_confidence is not None
    assert page.ocr_confidence > 0.85


def test_words_stand_where_they_are_drawn():
    page = ocr.recognise(drawn(*LETTER))
    start = page.text.index("делегации")
    box = page.box_of(start, start + len("делегации"))
    assert box is not None
    assert 0.42 < box[0] < box[2] < 0.66
    assert 0.12 < box[1] < box[3] < 0.26


@pytest.mark.parametrize("angle", [90, 180, 270, 2.5, -3])
def test_turned_pages_are_read(angle: float):
    image = drawn(*LETTER).rotate(angle, expand=True, fillcolor=250)
    page = ocr.recognise(image)
    assert "Просим подтвердить" in page.text
    assert "林卫东" in page.text
    assert (page.width, page.height) == image.size
    start = page.text.index("Просим")
    box = page.box_of(start, start + 6)
    assert box is not None
    middle = ((box[0] + box[2]) / 2 * image.width, (box[1] + box[3]) / 2 * image.height)
    assert np.hypot(*(np.array(middle) - _moved(130, 80, angle, image.size))) < 40


def _moved(x: float, y: float, angle: float, size: tuple[int, int]) -> np.ndarray:
    """Where a point of the drawing lies after turning it counterclockwise about its middle."""
    turn = np.radians(angle)
    dx, dy = x - 600, y - 210
    return np.array(
        [dx * np.cos(turn) + dy * np.sin(turn) + size[0] / 2, -dx * np.sin(turn) + dy * np.cos(turn) + size[1] / 2]
    )


def test_ukrainian_is_told_from_russian():
    page = ocr.recognise(
        drawn(("Усі їхні представники мають право бути", 60, 60), ("присутніми під час випробувань", 60, 120))
    )
    assert "Усі їхні представники мають право" in page.text
    assert page.language == "uk"


def test_a_ruled_table_comes_out_as_a_table():
    xs, ys = (60, 130, 520, 800, 1140), (50, 130, 240, 320)
    image = drawn(
        ("№", 75, 70), ("Фамилия, имя", 150, 70), ("Паспорт", 540, 70), ("Звание", 820, 70),
        ("1", 80, 150), ("Линь Вэйдун", 150, 150), ("PE8017452", 540, 150), ("старший", 820, 145),
        ("полковник", 820, 190),
        ("2", 80, 260), ("Хуан Дэцзюнь", 150, 260), ("E80174525", 540, 260), ("инженер", 820, 260),
    )  # fmt: skip
    pen = ImageDraw.Draw(image)
    for x in xs:
        pen.line((x, ys[0], x, ys[-1]), fill=60, width=2)
    for y in ys:
        pen.line((xs[0], y, xs[-1], y), fill=60, width=2)
    page = ocr.recognise(image)
    assert len(page.tables) == 1
    grid = [[cell.text if cell else None for cell in row] for row in page.tables[0].grid()]
    assert [row[1:] for row in grid] == [
        ["Фамилия, имя", "Паспорт", "Звание"],
        ["Линь Вэйдун", "PE8017452", "старший полковник"],
        ["Хуан Дэцзюнь", "E80174525", "инженер"],
    ]
    assert all(page.text[cell.start : cell.end] == cell.text for cell in page.tables[0].cells)


def test_the_zone_of_a_passport_is_in_the_text():
    first = "POCHNLIN<<WEIDONG".ljust(44, "<")
    number, birth, expiry = (part + check_digit(part) for part in ("E80174525", "850417", "290311"))
    second = f"{number}CHN{birth}M{expiry}" + "<" * 14 + "0"
    second += check_digit(second[:10] + second[13:20] + second[21:])
    page = Image.new("L", (1100, 520), 240)
    mono = ImageFont.truetype(str(FONTS[False].with_name("DejaVuSansMono.ttf")), 36)
    pen = ImageDraw.Draw(page)
    for text, y in ((first, 380), (second, 440)):
        pen.text((60, y), text, fill=20, font=mono)
    han = ImageFont.truetype(str(FONTS[True]), 34, index=2)
    for text, y in (("护照 PASSPORT", 60), ("林卫东", 150), ("LIN, WEIDONG", 210)):
        pen.text((360, y), text, fill=20, font=han)
    found = ocr.recognise(page)
    assert first in found.text
    assert second in found.text
    assert "林卫东" in found.text
    assert "LIN, WEIDONG" in found.text


@pytest.mark.parametrize("size", [(1, 1), (400, 2), (2, 400), (700, 500)])
def test_pictures_without_text_give_an_empty_page(size: tuple[int, int]):
    noise = np.random.default_rng(1).integers(0, 256, (size[1], size[0], 3)).astype(np.uint8)
    for image in (Image.new("RGB", size, "white"), Image.fromarray(noise)):
        page = ocr.recognise(image)
        assert page == Page(1, "", "", 0.0, width=float(size[0]), height=float(size[1]))
