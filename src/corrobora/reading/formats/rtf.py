"""RTF: text in its code pages and in Unicode, tables as tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corrobora.errors import UnreadableError
from corrobora.model.document import Reading
from corrobora.reading.format import Format, ReadOptions
from corrobora.reading.language import detect
from corrobora.reading.writer import PageWriter

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
# Groups whose text is not the document's
_HIDDEN = frozenset(
    [
        "fonttbl",
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "object",
        "objdata",
        "themedata",
        "colorschememapping",
        "datastore",
        "latentstyles",
        "listtable",
        "listoverridetable",
        "rsidtbl",
        "generator",
        "xmlnstbl",
        "mmathpr",
        "filetbl",
        "revtbl",
        "pnseclvl",
        "fldinst",
        "bkmkstart",
        "bkmkend",
    ]
)
_CHARSETS = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "big5hkscs",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
}
_SIGNS = {
    "par": "\n",
    "line": "\n",
    "sect": "\n",
    "page": "\n",
    "tab": "\t",
    "emdash": "\u2014",
    "endash": "\u2013",
    "bullet": "\u2022",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
}
_INFO = {
    "title": "title",
    "author": "author",
    "operator": "last_modified_by",
    "company": "company",
    "subject": "subject",
}
_MAX_DEPTH = 2000


@dataclass(slots=True)
class _Group:
    hidden: bool = False
    font: int = -1
    skip: int = 1
    info: str = ""


@dataclass(slots=True)
class _Reader:
    writer: PageWriter
    codepage: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    stack: list[_Group] = field(default_factory=lambda: [_Group()])
    bytes_: bytearray = field(default_factory=bytearray)
    text: list[str] = field(default_factory=list)
    row: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    in_table: bool = False
    in_fonts: int = 0
    font: int = 0
    to_skip: int = 0
    metadata: dict[str, str] = field(default_factory=dict)
    high: int = 0

    def encoding(self) -> str:
        return self.fonts.get(self.stack[-1].font) or self.codepage

    def flush_bytes(self) -> None:
        if self.bytes_:
            self.put(self.bytes_.decode(self.encoding(), "replace"))
            self.bytes_.clear()

    def put(self, text: str) -> None:
        group = self.stack[-1]
        if group.info:
            self.metadata[group.info] = self.metadata.get(group.info, "") + text
        elif not group.hidden:
            self.text.append(text)

    def end_paragraph(self) -> None:
        if self.in_table or self.stack[-1].hidden:
            self.put("\n")
            return
        self.end_table()
        line = "".join(self.text)
        self.text.clear()
        if line.strip():
            self.writer.line(line)

    def end_cell(self) -> None:
        self.row.append("".join(self.text).strip())
        self.text.clear()

    def end_row(self) -> None:
        if self.row:
            self.rows.append(self.row)
        self.row = []

    def end_table(self) -> None:
        if self.rows:
            self.writer.table(self.rows)
            self.rows = []


def read(untrusted_bytes: bytes, options: ReadOptions) -> Reading:
    """Reads an RTF document as one page."""
    writer = PageWriter()
    metadata = write_rtf(untrusted_bytes, writer)
    if writer.is_empty:
        raise UnreadableError("the document holds no text", remedy="it may hold pictures only: look at the original")
    page = writer.page()
    return Reading(pages=(writer.page(language=detect(page.text)),), metadata=metadata, reader="rtf")


def write_rtf(untrusted_bytes: bytes, writer: PageWriter) -> dict[str, str]:
    """Writes what a reader would see of this RTF and returns its metadata."""
    reader = _Reader(writer)
    for match in _TOKEN.finditer(untrusted_bytes):
        word, number, code, sign, brace, plain = match.groups()
        if code is not None:
            if reader.to_skip:
                reader.to_skip -= 1
            else:
                reader.bytes_.append(int(code, 16))
        elif plain is not None:
            rest = plain[reader.to_skip :]
            reader.to_skip = max(0, reader.to_skip - len(plain))
            reader.bytes_ += rest
        else:
            reader.flush_bytes()
            if brace is not None:
                _brace(reader, brace)
            elif word is not None:
                _word(reader, word.decode("ascii"), int(number) if number else None)
            elif sign is not None:
                _sign(reader, sign)
    reader.flush_bytes()
    reader.in_table = False
    if reader.text or reader.row:
        reader.end_paragraph()
    reader.end_table()
    return {key: value.strip() for key, value in reader.metadata.items() if value.strip()}


def _brace(reader: _Reader, brace: bytes) -> None:
    reader.to_skip = 0
    if brace == b"{":
        top = reader.stack[-1]
        if len(reader.stack) < _MAX_DEPTH:
            reader.stack.append(_Group(top.hidden, top.font, top.skip, top.info))
    elif len(reader.stack) > 1:
        reader.stack.pop()
        if len(reader.stack) < reader.in_fonts:
            reader.in_fonts = 0


def _sign(reader: _Reader, sign: bytes) -> None:
    if sign == b"*":
        # a group that older readers may ignore: footnotes and field results are not marked so
        reader.stack[-1].hidden = True
    elif sign == b"~":
        reader.put("\u00a0")
    elif sign == b"_":
        reader.put("-")
    elif sign in b"\\{}":
        reader.put(sign.decode("ascii"))
    elif sign in b"\r\n":
        reader.end_paragraph()


def _word(reader: _Reader, word: str, number: int | None) -> None:
    group = reader.stack[-1]
    if word == "u" and number is not None:
        _unicode(reader, number)
    elif word in ("par", "sect", "page"):
        reader.end_paragraph()
    elif word in _SIGNS:
        reader.put(_SIGNS[word])
    elif word in ("cell", "nestcell"):
        reader.end_cell()
    elif word in ("row", "nestrow"):
        reader.end_row()
    elif word == "intbl":
        reader.in_table = True
    elif word == "pard":
        reader.in_table = False
    elif word in _INFO and group.hidden and not reader.in_fonts:
        group.info = _INFO[word]
    elif word in _HIDDEN:
        group.hidden = True
        if word == "fonttbl":
            reader.in_fonts = len(reader.stack)
    else:
        _state(reader, group, word, number)


def _state(reader: _Reader, group: _Group, word: str, number: int | None) -> None:
    if number is None:
        if word == "mac":
            reader.codepage = "mac_roman"
        return
    if word == "ansicpg":
        reader.codepage = _codepage(number)
    elif word == "uc":
        group.skip = max(0, min(number, 8))
    elif word == "f":
        group.font = number
        reader.font = number
    elif word == "fcharset" and number in _CHARSETS and number != 0:
        reader.fonts[reader.font] = _CHARSETS[number]


def _unicode(reader: _Reader, number: int) -> None:
    code = number + 65536 if number < 0 else number
    if 0xD800 <= code < 0xDC00:
        reader.high = code
    elif 0xDC00 <= code < 0xE000 and reader.high:
        reader.put(chr(0x10000 + ((reader.high - 0xD800) << 10) + (code - 0xDC00)))
        reader.high = 0
    elif 0 < code < 0x110000 and not 0xD800 <= code < 0xE000:
        reader.put(chr(code))
    reader.to_skip = reader.stack[-1].skip


def _codepage(number: int) -> str:
    name = {936: "gb18030", 950: "big5hkscs", 10007: "mac_cyrillic", 10000: "mac_roman", 65001: "utf-8"}.get(
        number, f"cp{number}"
    )
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name


FORMAT = Format(
    name="rtf",
    title="Rich text (RTF)",
    media_types=("application/rtf",),
    read=read,
)
