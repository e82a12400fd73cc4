"""One file for each document format; registered in `REGISTRY`."""

from corrobora.reading.formats import (
    cards,
    database,
    docx,
    html,
    image,
    legacy,
    mail,
    odt,
    pdf,
    rtf,
    slides,
    spreadsheet,
    text,
    traces,
    xml,
    xps,
)
from corrobora.registry import Registry

REGISTRY = Registry(
    "format",
    pdf.FORMAT,
    image.FORMAT,
    docx.FORMAT,
    spreadsheet.FORMAT,
    mail.FORMAT,
    cards.FORMAT,
    html.FORMAT,
    rtf.FORMAT,
    odt.FORMAT,
    slides.FORMAT,
    legacy.FORMAT,
    xml.FORMAT,
    xps.FORMAT,
    traces.FORMAT,
    database.FORMAT,
    text.FORMAT,
)
