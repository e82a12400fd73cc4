"""Programs and fonts younger than the file says it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.invented import view
from corrobora.analysis.kinds import authenticity
from corrobora.analysis.releases import FONTS, PROGRAMS, younger_font, younger_program
from corrobora.analysis.revisions import fonts_of
from corrobora.model.dates import is_day

PAPER = {"archive/letter.pdf": "Исх. № 12 от 1 марта 2014 г."}


def told(producer="", fonts=(), created="2014-03-01", modified=""):
    values = {"producer": producer, "created": created, "modified": modified}
    case = view(PAPER, metadata={"archive/letter.pdf": values})
    pdf = {path: replace(paper, media_type="application/pdf") for path, paper in case.documents.items()}
    case = replace(case, documents=pdf, fonts={"archive/letter.pdf": fonts})
    return [finding.body["detail"] for finding in authenticity.analyse(case)]


@pytest.mark.parametrize(
    ("producer", "fonts"),
    [
        ("Microsoft® Word 2019", ()), ("Microsoft® Word для Microsoft 365", ()), ("LibreOffice 7.4", ()),
        ("", ("ArialMT", "Aptos")), ("macOS Version 13.1 (Build 22C65) Quartz PDFContext", ()),
    ],
)  # fmt: skip
def test_a_file_older_than_its_program_or_font_needs_a_look(producer, fonts):
    (detail,) = told(producer, fonts)
    assert "2014-03-01" in detail


@pytest.mark.parametrize(
    ("producer", "fonts", "created", "modified"),
    [
        ("Microsoft® Word 2010", ("Calibri", "TimesNewRomanPSMT"), "2014-03-01", "2014-03-01"),
        ("Microsoft® Word 2019", (), "2014-03-01", "2020-01-01"),
        ("Microsoft® Word 2019", (), "", ""),
        ("Microsoft® Word 2019", ("Aptos",), "2024-03-01", ""),
        ("iText 2.1.7", ("CalibriLight",), "2014-03-01", ""),
    ],
)  # fmt: skip
def test_what_fits_is_not_told(producer, fonts, created, modified):
    assert told(producer, fonts, created, modified) == []


def test_the_tables_hold_days_and_names_are_found_within_subsets():
    assert all(is_day(day) for _, day in (*PROGRAMS, *FONTS))
    assert younger_program("PDFium", "1999-01-01") is None
    assert younger_font(fonts_of(b"/BaseFont /ABCDEF+Aptos-Bold"), "2020-01-01") == ("Aptos", "2023-02-01")
