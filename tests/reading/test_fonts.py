"""A PDF that brings no font of its own keeps its Chinese text in the cage."""

from __future__ import annotations

import subprocess
import sys

import pytest

from corrobora.case.sandbox import Sandbox
from corrobora.reading import dispatch, fonts
from corrobora.reading.format import ReadOptions

WITHOUT_FONT = fonts._WANTS_A_FONT.replace(b"<B5DA D2BB>", b"<BACFCDACB5DAD2BBBAC5>").replace(
    b"/Length 41", b"/Length 53"
)
TEXT = "合同第一号"


def outside() -> str:
    """What PDFium makes of it with the system's fonts, in a process of its own."""
    code = (
        "import sys, pypdfium2 as p; d = p.PdfDocument(sys.stdin.buffer.read());"
        "sys.stdout.buffer.write(d[0].get_textpage().get_text_range().encode())"
    )
    done = subprocess.run([sys.executable, "-c", code], input=WITHOUT_FONT, capture_output=True, check=True)
    return done.stdout.decode()


def test_text_without_a_font_of_its_own_is_not_lost() -> None:
    if TEXT not in outside():
        pytest.skip("this system has no Chinese font")
    with Sandbox((dispatch.READ,), dispatch.preload) as cage:
        outcome = cage.run(dispatch.READ, WITHOUT_FONT, ReadOptions("application/pdf"))
    assert outcome.level in ("strict", "limits")
    assert outcome.answer.pages[0].text == TEXT
