"""Documents, pages, words and tables: what a reading of a file gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 as fractions of the page from its top left corner."""


class State(StrEnum):
    """How far a document was read."""

    NEW = "new"
    READ = "read"
    PARTIAL = "partial"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be read or used, with the way out.

    Attributes:
        subject: document or dataset path; for a member of a container its full path.
        stage: "intake", "reading", "records", ...
        code: the error's code (errors.py): "encrypted", "damaged", ...
        message: what happened, one line.
        remedy: what would help, or "".
        place: page or row it concerns ("page 3", "row 17"), or "".
    """

    subject: str
    stage: str
    code: str
    message: str
    remedy: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    r"""One file of the leak, or one member of a container.

    Attributes:
        path: relative to LEAK, `!/` before what lies inside a container. Bytes that are not UTF-8 are shown as \\xNN.
        sha256: of its bytes; the original lies in the case under this name.
        source: path of its Source.
        parent: path of the container, or None.
        media_type: by magic bytes, not by the ending.
        type: letter, minutes, contract, passport, ... ("" until recognised).
        sandbox: the level of confinement it was read under ("strict", "limits", "none").
    """

    path: str
    sha256: str
    size: int
    source: str = ""
    parent: str | None = None
    media_type: str = ""
    type: str = ""
    state: State = State.NEW
    reader: str = ""
    sandbox: str = ""
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word on the page.

    Attributes:
        start: offset of its first character in the page's text (code points).
        end: offset after its last character.
        box: where it stands, or None where the format has no layout.
        confidence: 0 to 1 for OCR, None for a text layer.
    """

    start: int
    end: int
    box: Box | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `text` stands at start:end of the page's text.

    Attributes:
        row: from 0 in this table.
        column: from 0 in this table.
        ref: spreadsheet coordinates ("B7") where there are any.
    """

    row: int
    column: int
    text: str
    start: int
    end: int
    box: Box | None = None
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a page: cells in reading order; empty cells may be left out."""

    cells: tuple[Cell, ...]

    def grid(self) -> list[list[Cell | None]]:
        """Rows of cells, None where a cell is empty."""
        height = 1 + max((cell.row for cell in self.cells), default=-1)
        width = 1 + max((cell.column for cell in self.cells), default=-1)
        rows: list[list[Cell | None]] = [[None] * width for _ in range(height)]
        for cell in self.cells:
            rows[cell.row][cell.column] = cell
        return rows


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was read.

    Attributes:
        page: from 1: page of a PDF or multi-page picture, sheet of a workbook, slide; 1 for mail, text, HTML, DOCX.
        text: NFC, reading order; columns one after the other or row by row, never torn through the middle of a line.
        language: "ru", "uk", "zh", "en", ... of most of the text; "" where it cannot be told.
        ocr_confidence: mean confidence 0 to 1 where the page was recognised from its picture, else None.
        words: in order of `start`.
        width: of the page, in points or pixels; None where the format has no layout.
        document: path of the document; "" until the step that stores the page fills it.
    """

    page: int
    text: str
    language: str = ""
    ocr_confidence: float | None = None
    words: tuple[Word, ...] = ()
    tables: tuple[Table, ...] = ()
    width: float | None = None
    height: float | None = None
    document: str = ""

    def box_of(self, start: int, end: int) -> Box | None:
        """The box around the words that touch start:end, or None where the page has no layout."""
        boxes = [w.box for w in self.words if w.box and w.start < end and w.end > start]
        if not boxes:
            return None
        return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a container (archive, mail, ...), not yet looked at."""

    name: str
    untrusted_bytes: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """What a format's reader makes of a file's bytes.

    Attributes:
        metadata: title, author, created, modified, producer, subject, from, to, date, message_id, in_reply_to, ...:
            plain strings, dates ISO where they could be parsed.
        members: files contained in this one (attachments, archive members, embedded files).
        problems: (place, code, message, remedy) for every page or member that could not be read.
    """

    pages: tuple[Page, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
    members: tuple[Member, ...] = ()
    problems: tuple[tuple[str, str, str, str], ...] = ()
    reader: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself besides its pages.

    Attributes:
        document: path of the document.
        values: as in `Reading.metadata`: title, author, created, modified, producer, revisions, subject, message_id,
        ...
    """

    document: str
    values: dict[str, str]
