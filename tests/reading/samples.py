# ruff: noqa: E501 - files are spelled out in one piece
"""One small file of each format with the same letter in it, made here."""

from __future__ import annotations

import io
import zipfile

import docx
import xlsxwriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

LETTER = "The delegation of Wang Wei arrives on 12.03.2024, contract No 17/24."
RUSSIAN = "Делегация во главе с Ван Вэем прибывает 12.03.2024, договор № 17/24."
ROWS = [["No", "Name", "Passport"], ["1", "Wang Wei", "E12345678"], ["2", "Li Na", "E87654321"]]


def pdf(text: str = LETTER, second: str = "second page") -> bytes:
    target = io.BytesIO()
    page = canvas.Canvas(target, pagesize=A4)
    page.setAuthor("Chancery")
    page.drawString(72, 760, text)
    for row, cells in enumerate(ROWS):
        for column, cell in enumerate(cells):
            page.rect(72 + 120 * column, 700 - 20 * row, 120, 20)
            page.drawString(76 + 120 * column, 706 - 20 * row, cell)
    page.showPage()
    page.drawString(72, 760, second)
    page.save()
    return target.getvalue()


def word() -> bytes:
    target = io.BytesIO()
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "JSC Volna"
    document.sections[0].footer.paragraphs[0].text = "page footer"
    document.core_properties.author = "Petrov"
    document.add_paragraph(RUSSIAN)
    table = document.add_table(rows=0, cols=3)
    for row in ROWS:
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    document.add_paragraph("after the table")
    document.save(target)
    return target.getvalue()


def workbook() -> bytes:
    import datetime as dt

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet("Список")
    for row, cells in enumerate(ROWS):
        sheet.write_row(row, 1, cells)
    sheet.write_datetime(4, 1, dt.date(2024, 3, 12), book.add_format({"num_format": "dd.mm.yyyy"}))
    sheet.write_number(4, 2, 0.1 + 0.2)
    sheet.write_number(4, 3, 585000000)
    hidden = book.add_worksheet("Тайное")
    hidden.write(0, 0, RUSSIAN)
    hidden.hide()
    book.close()
    return target.getvalue()


def slides() -> bytes:
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    p = "http://schemas.openxmlformats.org/presentationml/2006/main"
    r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rows = "".join(
        f"<a:tr>{''.join(f'<a:tc><a:txBody><a:p><a:r><a:t>{c}</a:t></a:r></a:p></a:txBody></a:tc>' for c in row)}</a:tr>"
        for row in ROWS
    )
    parts = {
        "[Content_Types].xml": "<Types/>",
        "ppt/presentation.xml": f'<p:presentation xmlns:p="{p}" xmlns:r="{r}"><p:sldIdLst><p:sldId id="1" r:id="r2"/><p:sldId id="2" r:id="r1"/></p:sldIdLst></p:presentation>',
        "ppt/_rels/presentation.xml.rels": '<Relationships><Relationship Id="r1" Target="slides/slide1.xml"/><Relationship Id="r2" Target="slides/slide2.xml"/></Relationships>',
        "ppt/slides/slide1.xml": f'<p:sld xmlns:p="{p}" xmlns:a="{a}"><a:tbl>{rows}</a:tbl></p:sld>',
        "ppt/slides/slide2.xml": f'<p:sld xmlns:p="{p}" xmlns:a="{a}"><a:p><a:r><a:t>{RUSSIAN}</a:t></a:r></a:p></p:sld>',
    }  # fmt: skip
    return package(parts)


def odt() -> bytes:
    head = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in ROWS
    )
    body = (
        f"<office:document-content {head}><office:body><office:text><text:p>{RUSSIAN}<text:note><text:note-citation>1"
        "</text:note-citation><text:note-body><text:p>see annex</text:p></text:note-body></text:note></text:p>"
        f"<table:table>{rows}</table:table><text:p>after<text:s text:c='2'/>the table</text:p></office:text></office:body>"
        "</office:document-content>"
    )
    return package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": body})


def package(parts: dict[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def rtf() -> bytes:
    rows = "".join(r"\trowd\intbl " + "".join(rf"{cell}\cell " for cell in row) + r"\row " for row in ROWS)
    spelled = "".join(f"\\'{byte:02x}" if byte > 127 else chr(byte) for byte in RUSSIAN.encode("cp1251"))
    unicode_ = "".join(f"\\u{ord(letter)}?" for letter in "王伟")
    return (
        r"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 Times;}}{\info{\author Petrov}}\f0 " + spelled + r"\par " + unicode_ + r"\par "
        + rows + r"\pard after the table\par}"
    ).encode("ascii")  # fmt: skip


def web_page() -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    return (
        '<html><head><meta charset="windows-1251"><title>Новости завода</title>'
        '<meta property="article:published_time" content="2023-08-15T10:00:00+03:00"><script>alert(1)</script></head>'
        f"<body><p>{RUSSIAN}</p><table>{rows}</table><p>after<br>the table</p></body></html>"
    ).encode("cp1251")


def mail() -> bytes:
    return (
        "From: =?utf-8?B?0J/QtdGC0YDQvtCy?= <petrov@example.org>\r\nTo: wang@example.org\r\n"
        "Subject: =?koi8-r?B?5MXMxcfBw8nR?=\r\nDate: Tue, 12 Mar 2024 10:00:00 +0300\r\nMessage-ID: <2@example.org>\r\n"
        "In-Reply-To: <1@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=q\r\n\r\n"
        f"--q\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{RUSSIAN}\r\n"
        "--q\r\nContent-Type: application/pdf; name*=utf-8''%D1%81%D0%BF%D0%B8%D1%81%D0%BE%D0%BA.pdf\r\n"
        "Content-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERg==\r\n--q--\r\n"
    ).encode()


def xml() -> bytes:
    return f'<?xml version="1.0" encoding="windows-1251"?><list number="17"><name>{RUSSIAN}</name></list>'.encode(
        "cp1251"
    )


SAMPLES = {
    "pdf": pdf, "docx": word, "spreadsheet": workbook, "slides": slides, "odt": odt, "rtf": rtf, "html": web_page, "mail": mail,
    "xml": xml, "text": lambda: RUSSIAN.encode("cp866"),
}  # fmt: skip
