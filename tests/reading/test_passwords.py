"""Passwords from case.toml, and text under black boxes."""

from __future__ import annotations

import io
from pathlib import Path

from reportlab.lib import pdfencrypt
from reportlab.pdfgen import canvas

from corrobora.case import Case, silent
from corrobora.intake.step import take_in
from corrobora.model.document import State
from corrobora.model.tables import PAGES
from corrobora.reading.format import ReadOptions
from corrobora.reading.formats import pdf
from corrobora.reading.step import read_documents


def test_an_encrypted_pdf_is_read_with_the_password_of_the_case(tmp_path: Path) -> None:
    target = io.BytesIO()
    page = canvas.Canvas(target, encrypt=pdfencrypt.StandardEncryption("lastochka", canPrint=0))
    page.drawString(60, 700, "Minutes of the meeting in Zarechny")
    page.save()
    leak = tmp_path / "leak"
    leak.mkdir()
    (leak / "minutes.pdf").write_bytes(target.getvalue())
    for passwords, state in (("[]", State.UNREAD), ('["wrong", "lastochka"]', State.READ)):
        with Case.create(tmp_path / f"case-{state.value}") as case:
            (case.root / "case.toml").write_text(f"[settings]\npasswords = {passwords}\n", encoding="utf-8")
            take_in(case, leak, silent)
            read_documents(case, silent)
            assert [document.state for document in case.documents()] == [state]
            assert any("Zarechny" in one.text for one in case.read(PAGES)) == (state is State.READ)


def _sheet(*, text_first: bool) -> bytes:
    target = io.BytesIO()
    page = canvas.Canvas(target)
    page.drawString(60, 750, "Name of the source:")
    steps = [lambda: page.drawString(60, 700, "Pyotr Zavalny"), lambda: page.rect(50, 690, 200, 30, fill=1)]
    for step in steps if text_first else reversed(steps):
        step()
    page.save()
    return target.getvalue()


def test_text_under_a_black_box_is_noted_and_text_on_one_is_not() -> None:
    options = ReadOptions(media_type="application/pdf")
    assert pdf.read(_sheet(text_first=True), options).metadata["covered_words"].startswith("page 1: 2 ")
    assert "covered_words" not in pdf.read(_sheet(text_first=False), options).metadata
