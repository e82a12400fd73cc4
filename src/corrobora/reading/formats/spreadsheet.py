"""Workbooks: a page for each sheet, cells with their coordinates and their place in the text."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import python_calamine as calamine

from corrobora.errors import DamagedError, EncryptedError, UnreadableError
from corrobora.model import magic
from corrobora.model.document import Page, Reading
from corrobora.reading import package, rawsheet
from corrobora.reading.format import Format, ReadOptions
from corrobora.reading.language import detect
from corrobora.reading.writer import PageWriter

_MAX_CELLS = 2_000_000
_ERRORS = (
    calamine.CalamineError,
    calamine.WorksheetNotFound,
    calamine.XmlError,
    calamine.ZipError,
    OSError,
    ValueError,
)


def read(untrusted_bytes: bytes, options: ReadOptions) -> Reading:
    """Reads every sheet, hidden ones too."""
    if untrusted_bytes.startswith(b"PK"):
        package.check(untrusted_bytes)
    try:
        book = calamine.load_workbook(io.BytesIO(untrusted_bytes))
    except calamine.PasswordError as exc:
        raise EncryptedError("the workbook is encrypted") from exc
    except _ERRORS as exc:
        return _raw(untrusted_bytes, exc)
    pages, problems = [], []
    for number, sheet in enumerate(book.sheets_metadata, start=1):
        if options.pages and number not in options.pages:
            continue
        try:
            pages.append(_page(book, number, sheet.name))
        except _ERRORS as exc:
            problems.append((f"page {number}", "damaged", f"sheet {sheet.name!r} cannot be read: {exc}", ""))
    if not any(page.tables for page in pages):
        raise UnreadableError("the workbook holds no text")
    metadata = {"sheets": "\n".join(sheet.name for sheet in book.sheets_metadata), **_metadata(untrusted_bytes)}
    hidden = [sheet.name for sheet in book.sheets_metadata if sheet.visible != calamine.SheetVisibleEnum.Visible]
    if hidden:
        metadata["hidden_sheets"] = "\n".join(hidden)
    return Reading(pages=tuple(pages), metadata=metadata, problems=tuple(problems), reader="calamine")


def _raw(untrusted_bytes: bytes, exc: Exception) -> Reading:
    """What is in the sheets' XML where the fast reader finds no workbook."""
    if not untrusted_bytes.startswith(b"PK"):
        raise DamagedError(f"the workbook cannot be opened: {exc}", remedy="ask for another copy") from exc
    pages = rawsheet.pages(package.open_package(untrusted_bytes))
    if not any(page.tables for page in pages):
        raise DamagedError(f"the workbook cannot be opened: {exc}", remedy="ask for another copy") from exc
    return Reading(pages=tuple(pages), metadata=_metadata(untrusted_bytes), reader="rawsheet")


def _page(book: calamine.CalamineWorkbook, number: int, name: str) -> Page:
    sheet = book.get_sheet_by_name(name)
    writer = PageWriter()
    writer.line(name)
    rows: list[list[str]] = []
    refs: list[list[str]] = []
    top, left = sheet.start or (0, 0)
    cells = 0
    for offset, row in enumerate(sheet.to_python(skip_empty_area=True)):
        texts = [shown(value) for value in row]
        while texts and not texts[-1]:
            texts.pop()
        cells += len(texts)
        if cells > _MAX_CELLS:
            break
        if texts:
            rows.append(texts)
            refs.append([f"{_letters(left + column)}{top + offset + 1}" for column in range(len(texts))])
    writer.table(rows, refs)
    page = writer.page(number)
    return writer.page(number, detect(page.text))


def shown(value: Any) -> str:
    """A cell's value as text: dates ISO, whole numbers without a fraction, no noise of binary fractions.

    Example:
        >>> shown(0.1 + 0.2), shown(45.0)
        ('0.3', '45')
    """
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, dt.datetime):
        has_time = value.hour or value.minute or value.second
        return value.isoformat(" ", "seconds" if value.second else "minutes") if has_time else value.date().isoformat()
    if isinstance(value, dt.time):
        return value.isoformat("seconds" if value.second else "minutes")
    return str(value)


def _number(value: float) -> str:
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    text = f"{value:.15g}"
    if "e" not in text:
        return text
    return f"{value:.20f}".rstrip("0").rstrip(".") if 1e-9 < abs(value) < 1e18 else text


def _letters(column: int) -> str:
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def _metadata(untrusted_bytes: bytes) -> dict[str, str]:
    return package.core_metadata(untrusted_bytes) if untrusted_bytes.startswith(b"PK") else {}


FORMAT = Format(
    name="spreadsheet",
    title="Workbooks (XLSX, XLSM, XLSB, XLS, ODS)",
    media_types=(magic.XLSX, magic.XLSB, magic.XLS, "application/vnd.oasis.opendocument.spreadsheet"),
    read=read,
)
