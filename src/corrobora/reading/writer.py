"""Puts a page's text together piece by piece and keeps where each cell stands in it. Pure."""

from __future__ import annotations

import re
import unicodedata

from corrobora.model.document import Cell, Page, Table

# C0 and C1 controls but tab and newline; marks that only steer display; the tag block that hides text from the eye
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\ufeff\ufffe\uffff\U000e0000-\U000e007f]")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_MARKS = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]{6})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]+"
)


def clean(text: str) -> str:
    """NFC, one kind of line break, no control characters, no towers of combining marks."""
    plain = _UNWANTED.sub("", _BREAKS.sub("\n", text))
    return unicodedata.normalize("NFC", _MARKS.sub(r"\1", plain))


class PageWriter:
    """Collects lines and tables; `page()` gives them as one page.

    Example:
        writer = PageWriter()
        writer.line("Delegation list")
        writer.table([["1", "Wang Wei"], ["2", "Li Na"]])
        page = writer.page()
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._tables: list[Table] = []

    @property
    def is_empty(self) -> bool:
        """Whether nothing but space was written."""
        return not any(piece.strip() for piece in self._pieces)

    def line(self, text: str) -> None:
        """Adds a line (or a paragraph with breaks inside)."""
        self._add(clean(text).rstrip() + "\n")

    def table(self, rows: list[list[str]], refs: list[list[str]] | None = None) -> None:
        """Adds a table, a line for each row, cells joined by " | "; empty cells keep their place but are not listed."""
        cells: list[Cell] = []
        for row_number, row in enumerate(rows):
            texts = [" ".join(clean(text).split()) for text in row]
            for column, text in enumerate(texts):
                if column:
                    self._add(" | ")
                if text:
                    ref = refs[row_number][column] if refs else ""
                    cells.append(Cell(row_number, column, text, self._length, self._length + len(text), ref=ref))
                    self._add(text)
            self._add("\n")
        if cells:
            self._tables.append(Table(tuple(cells)))

    def page(self, number: int = 1, language: str = "") -> Page:
        """The page so far."""
        return Page(page=number, text="".join(self._pieces).rstrip("\n"), language=language, tables=tuple(self._tables))

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)
