# ruff: noqa: E501 - files are spelled out in one piece
"""What each format keeps besides the running text."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from corrobora.errors import OverBudgetError, UnreadableError
from corrobora.model import magic
from corrobora.model.document import Page, Reading
from corrobora.reading import dispatch
from corrobora.reading.format import NEEDS_OCR, ReadOptions
from corrobora.reading.formats.spreadsheet import shown
from corrobora.reading.language import settle

sys.path.insert(0, str(Path(__file__).parent.parent))
import samples


def read(untrusted_bytes: bytes) -> Reading:
    return dispatch.read(untrusted_bytes, ReadOptions(magic.media_type(untrusted_bytes)))


def one(untrusted_bytes: bytes) -> Page:
    (page,) = read(untrusted_bytes).pages
    return page


def test_pdf_pages_boxes_and_metadata() -> None:
    reading = read(samples.pdf())
    assert [page.page for page in reading.pages] == [1, 2]
    assert reading.metadata["author"] == "Chancery"
    assert reading.metadata["revisions"] == "1"
    first = reading.pages[0]
    start = first.text.index("Wang Wei")
    box = first.box_of(start, start + len("Wang Wei"))
    assert box is not None
    # 72 points from the left of a page of 595, 760 points from the bottom of one of 842
    assert box[1] == pytest.approx(1 - 760 / 842, abs=0.03)
    assert first.width == pytest.approx(595.3, abs=0.1)


def test_a_pdf_page_without_text_asks_for_recognition() -> None:
    reading = read(samples.pdf(second=""))
    assert [(place, code) for place, code, _, _ in reading.problems] == [("page 2", NEEDS_OCR)]


def test_what_an_incremental_save_replaced() -> None:
    first = samples.pdf("Amount: 1000 RUB")
    later = saved_again(first, "Amount: 9000 RUB")
    reading = read(later)
    assert "9000" in reading.pages[0].text
    assert reading.metadata["revisions"] == "2"
    assert reading.metadata["replaced_text"].splitlines()[0] == "Amount: 1000 RUB"


def saved_again(first: bytes, text: str) -> bytes:
    """A second save: new content for page 1 appended, with its own cross-reference table."""
    import re

    start = int(re.findall(rb"startxref\s+(\d+)", first)[-1])
    contents = int(re.search(rb"/Contents (\d+) 0 R", first)[1])  # type: ignore[index]
    font = re.search(rb"/Font (\d+) 0 R", first)
    assert font is not None
    stream = f"BT /F1 12 Tf 72 760 Td ({text}) Tj ET".encode()
    place = len(first)
    added = b"%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (contents, len(stream), stream)
    root = re.findall(rb"/Root (\d+) 0 R", first)[-1]
    size = re.findall(rb"/Size (\d+)", first)[-1]
    table = b"xref\n%d 1\n%010d 00000 n \n" % (contents, place)
    trailer = b"trailer\n<< /Size %s /Root %s 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        root,
        start,
        place + len(added),
    )
    return first + added + table + trailer


def test_word_keeps_headers_footers_and_author() -> None:
    reading = read(samples.word())
    lines = reading.pages[0].text.splitlines()
    assert lines[0] == "JSC Volna"
    assert lines[-1] == "page footer"
    assert reading.metadata["author"] == "Petrov"
    assert settle(reading.pages[0].language, reading.pages[0].text) == "ru"


def test_word_keeps_tracked_changes_notes_and_comments() -> None:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = (
        f'<w:document xmlns:w="{w}"><w:body><w:p><w:r><w:t>Price </w:t></w:r>'
        '<w:del w:author="Li" w:date="2024-03-01T00:00:00Z"><w:r><w:delText>1 000</w:delText></w:r></w:del>'
        '<w:ins w:author="Li"><w:r><w:t>9 000</w:t></w:r></w:ins></w:p></w:body></w:document>'
    )
    notes = f'<w:footnotes xmlns:w="{w}"><w:footnote w:id="2"><w:p><w:r><w:t>net of tax</w:t></w:r></w:p></w:footnote></w:footnotes>'
    comments = f'<w:comments xmlns:w="{w}"><w:comment w:author="Ma" w:date="2024-03-02T00:00:00Z"><w:p><w:r><w:t>too much</w:t></w:r></w:p></w:comment></w:comments>'
    parts = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": body,
        "word/footnotes.xml": notes,
        "word/comments.xml": comments,
    }
    reading = read(samples.package(parts))
    assert reading.pages[0].text.splitlines() == [
        "Price 9 000", "[2] net of tax", "[comment: Ma 2024-03-02] too much", "[deleted: Li 2024-03-01] 1 000",
    ]  # fmt: skip
    assert reading.metadata["tracked_changes_by"] == "Li"


def test_sheets_keep_coordinates_dates_and_hidden_sheets() -> None:
    reading = read(samples.workbook())
    first, hidden = reading.pages
    refs = {cell.ref: cell.text for cell in first.tables[0].cells}
    assert refs["C2"] == "Wang Wei"
    assert refs["B5"] == "2024-03-12"
    assert refs["C5"] == "0.3"
    assert refs["D5"] == "585000000"
    assert hidden.page == 2
    assert reading.metadata["hidden_sheets"] == "Тайное"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (45.0, "45"),
        (0.1 + 0.2, "0.3"),
        (1e-7, "0.0000001"),
        (True, "TRUE"),
        ("  a ", "a"),
        (1234567.891, "1234567.891"),
    ],
)
def test_cells_are_shown_without_noise(value: object, text: str) -> None:
    assert shown(value) == text


def test_slides_come_in_the_order_of_the_show() -> None:
    pages = read(samples.slides()).pages
    assert pages[0].text == samples.RUSSIAN
    assert len(pages[1].tables[0].cells) == 9


def test_open_document_keeps_notes_and_spaces() -> None:
    text = one(samples.odt()).text
    assert "after  the table" in text
    assert text.splitlines()[-1] == "[1] see annex"


def test_rtf_in_code_pages_and_unicode() -> None:
    reading = read(samples.rtf())
    assert "王伟" in reading.pages[0].text
    assert reading.metadata["author"] == "Petrov"
    assert reading.pages[0].text.splitlines()[-1] == "after the table"


def test_web_pages_keep_title_and_date_and_drop_scripts() -> None:
    reading = read(samples.web_page())
    assert reading.metadata["title"] == "Новости завода"
    assert reading.metadata["published"].startswith("2023-08-15")
    assert "alert" not in reading.pages[0].text
    assert reading.pages[0].text.endswith("after\nthe table")


def test_mail_headers_stand_on_top() -> None:
    reading = read(samples.mail())
    lines = reading.pages[0].text.splitlines()
    assert lines[0] == "From: Петров <petrov@example.org>"
    assert "Subject: Делегация" in lines
    assert "Attachments: список.pdf" in lines
    assert reading.metadata["in_reply_to"] == "<1@example.org>"
    assert reading.metadata["sent_at"] == "2024-03-12T10:00:00+03:00"


def test_xml_says_its_elements_and_attributes() -> None:
    assert one(samples.xml()).text.splitlines() == ["number: 17", f"name: {samples.RUSSIAN}"]


def test_xml_entities_are_refused() -> None:
    with pytest.raises(OverBudgetError):
        read(b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><r>&x;</r>')


def test_entities_in_word_files_stay_shut() -> None:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = (
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        f'<w:document xmlns:w="{w}"><w:body><w:p><w:r><w:t>A&x;B</w:t></w:r></w:p></w:body></w:document>'
    )
    text = one(samples.package({"[Content_Types].xml": "<Types/>", "word/document.xml": body})).text
    assert "root" not in text


def test_a_package_that_unpacks_to_too_much_is_refused() -> None:
    import io
    import zipfile

    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", bytes(64 << 20))
    with pytest.raises(OverBudgetError, match="bomb"):
        read(target.getvalue())


def test_a_document_of_pictures_only_is_unread_not_empty() -> None:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f'<w:document xmlns:w="{w}"><w:body><w:p/></w:body></w:document>'
    with pytest.raises(UnreadableError, match="no text"):
        read(samples.package({"[Content_Types].xml": "<Types/>", "word/document.xml": body}))
