"""One file for each document format; registered in `REGISTRY`."""

from corrobora.reading.formats import docx, html, mail, odt, pdf, rtf, spreadsheet, text
from corrobora.registry import Registry

REGISTRY = Registry(
    "format",
    pdf.FORMAT,
    docx.FORMAT,
    spreadsheet.FORMAT,
    mail.FORMAT,
    html.FORMAT,
    rtf.FORMAT,
    odt.FORMAT,
    text.FORMAT,
)
