"""The text layer fetched in bulk is that of single characters, and boxes stand where the words do."""

from __future__ import annotations

import ctypes
import io
import unicodedata

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

from corrobora.reading import hyphens, textlayer
from corrobora.reading.drawing import IMAGE, PATH, TEXT, painted
from corrobora.reading.rulings import BoxMaker, read_rulings
from corrobora.reading.textlayer import LayerWord, cut_plain, is_believable, read_layer

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
LINES = ["The delegation arrives on 12 May.", "Rate 5,50 per unit; total 1 200", "代表团 will sign 合同 in 2024"]


def _page(lines: list[str], *, turn: int = 0) -> pdfium.PdfPage:
    target = io.BytesIO()
    sheet = canvas.Canvas(target, pagesize=A4)
    sheet.setFont("STSong-Light", 12)
    for number, line in enumerate(lines):
        sheet.drawString(72, 700 - 20 * number, line)
    sheet.rect(72, 300, 200, 40)
    sheet.showPage()
    sheet.save()
    page = pdfium.PdfDocument(target.getvalue())[0]
    page.set_rotation(turn)
    return page


def _one_by_one(page: pdfium.PdfPage) -> list[tuple[str, str, tuple[float, ...]]]:
    """Words, gaps and boxes by the plainest means: one call for each character."""
    textpage = page.get_textpage()
    to_box, rect = BoxMaker(page), pdfium_c.FS_RECTF()
    codes = [pdfium_c.FPDFText_GetUnicode(textpage.raw, index) for index in range(textpage.count_chars())]
    found = []
    for text, gap, first, last in textlayer._cut(codes):
        places = []
        for index in (first, last):
            pdfium_c.FPDFText_GetLooseCharBox(textpage.raw, index, ctypes.byref(rect))
            places.append((rect.left, rect.bottom, rect.right, rect.top))
        (l0, b0, r0, t0), (l1, b1, r1, t1) = places
        box = to_box(min(l0, l1), min(b0, b1), max(r0, r1), max(t0, t1))
        found.append((unicodedata.normalize("NFC", text), gap, box))
    return found


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_bulk_equals_one_by_one(turn: int) -> None:
    page = _page(LINES, turn=turn)
    layer = read_layer(page)
    assert [(word.text, word.gap, word.box) for word in layer.words] == _one_by_one(page)
    assert {"The", "delegation", "arrives"} <= set(layer.text().split())
    assert "合同" in layer.text()


def test_boxes_are_where_the_words_were_drawn() -> None:
    words = {word.text: word.box for word in read_layer(_page(LINES)).words}
    left, top, right, bottom = words["The"]
    assert abs(left - 72 / A4[0]) < 0.003
    assert top < 1 - 700 / A4[1] < bottom < top + 0.03
    assert left < right < words["delegation"][0]


@given(st.text(alphabet="aБ中й5.- \n\r\t\u3000\u2003\ufffe", max_size=60))
def test_plain_cut_equals_the_careful_one(text: str) -> None:
    assert list(cut_plain(text)) == list(textlayer._cut([ord(letter) for letter in text]))


@given(st.text(alphabet="ab 中\x07\xad\ufeff\x00\ufffe\n", max_size=40))
def test_letters_that_do_not_count_are_left_out(text: str) -> None:
    words = [word for word, _, _, _ in textlayer._cut([ord(letter) for letter in text])]
    assert "".join(words) == "".join(letter for letter in text if letter in f"ab中{hyphens.MARK}")


def test_what_is_painted_comes_in_order() -> None:
    page = _page(["one"])
    kinds = [kind for kind, _ in painted(page)]
    assert kinds == [TEXT, PATH]
    assert IMAGE not in kinds
    assert len(read_rulings(painted(page), BoxMaker(page))) == 4


def _layer(text: str) -> textlayer.Layer:
    words = tuple(LayerWord(word, " ", (0.1, 0.1, 0.2, 0.12)) for word in text.split())
    return textlayer.Layer(words, 0, len(text))


def test_a_layer_of_guesses_is_not_believed() -> None:
    guesses = "CyMM8 Hanora PaJ1Qen noK838menu OKTMO B8HcoBoro nn8Te}f{8 yMeHbWeHI-110 CTp6M H8nor8 koAa nPaBo " * 3
    assert not is_believable(_layer(guesses))
    plain = "The parties met in the plant on 12 May and agreed that JSC Volna shall send two Mi17V5 engines. "
    assert is_believable(_layer(plain * 4))


def test_a_layer_of_private_or_western_letters_is_not_believed() -> None:
    assert not is_believable(_layer("\ue001\ue002\ue003 word"))
    assert not is_believable(_layer("Ïðîòîêîë ñîâåùàíèÿ îò äâåíàäöàòîãî ìàÿ"))
    assert is_believable(_layer("Протокол совещания от двенадцатого мая"))
    assert not is_believable(_layer(""))
