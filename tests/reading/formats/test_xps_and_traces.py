"""XPS pages in their order with places; shortcuts say where they point, lock files who had the document open."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrobora.errors import UnreadableError
from corrobora.model import magic
from corrobora.model.document import Reading
from corrobora.reading import dispatch
from corrobora.reading.format import ReadOptions

SPACE = 'xmlns="http://schemas.microsoft.com/xps/2005/06"'


def read(content: bytes) -> Reading:
    return dispatch.read(content, ReadOptions(magic.media_type(content)))


def xps(first: str, second: str, order: tuple[int, ...] = (2, 1)) -> bytes:
    packed = io.BytesIO()
    pages = "".join(f'<PageContent Source="Pages/{number}.fpage"/>' for number in order)
    parts = {
        "FixedDocSeq.fdseq": f"<FixedDocumentSequence {SPACE}/>",
        "Documents/1/FixedDoc.fdoc": f"<FixedDocument {SPACE}>{pages}</FixedDocument>",
        "Documents/1/Pages/1.fpage": f'<FixedPage {SPACE} Width="816" Height="1056">{first}</FixedPage>',
        "Documents/1/Pages/2.fpage": f'<FixedPage {SPACE} Width="816" Height="1056">{second}</FixedPage>',
    }
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return packed.getvalue()


def glyphs(text: str, x: int, y: int) -> str:
    return f'<Glyphs OriginX="{x}" OriginY="{y}" FontRenderingEmSize="14" UnicodeString="{text}"/>'


def test_pages_come_in_the_order_of_the_document() -> None:
    reading = read(xps(glyphs("второй лист", 96, 100), glyphs("Протокол № 17", 96, 100)))
    assert [page.text for page in reading.pages] == ["Протокол № 17", "второй лист"]


def test_what_is_moved_stands_where_it_is_moved_to() -> None:
    moved = f'<Canvas RenderTransform="1,0,0,1,0,500">{glyphs("ниже", 96, 100)}</Canvas>'
    page = read(xps(moved + glyphs("выше", 96, 300), glyphs("x", 1, 1))).pages[1]
    assert page.text.split() == ["выше", "ниже"]
    box = page.box_of(page.text.index("ниже"), page.text.index("ниже") + 4)
    assert box is not None
    assert box[1] == pytest.approx((600 - 0.8 * 14) / 1056)


def test_glyphs_without_letters_are_told_of() -> None:
    silent = '<Glyphs OriginX="9" OriginY="9" FontRenderingEmSize="9" Indices="12;13;14"/>'
    reading = read(xps(silent, glyphs("text", 9, 9)))
    assert [place for place, *_ in reading.problems] == ["page 2"]


def shortcut(path: str) -> bytes:
    narrow, wide = b"C:\\x\0", path.encode("utf-16-le") + b"\0\0"
    info = struct.pack("<9I", 0, 36, 1, 0, 36, 0, 0, 36 + len(narrow), 0) + narrow + wide
    info = struct.pack("<I", len(info)) + info[4:]
    head = struct.pack("<I", 76) + bytes.fromhex("0114020000000000c000000000000046") + struct.pack("<II", 0x02, 0x20)
    times = struct.pack("<QQQ", 0, 0, 133_547_040_000_000_000)
    tracker = struct.pack("<IIII", 0x60, 0xA0000003, 0x58, 0) + b"buro-pc".ljust(16, b"\0") + bytes(64)
    return head + times + struct.pack("<III", 1, 0, 1) + bytes(12) + info + tracker + bytes(4)


def test_a_shortcut_says_where_it_points() -> None:
    told = read(shortcut("D:\\Договоры\\Контракт.docx")).pages[0].text.splitlines()
    assert told == ["Points to: D:\\Договоры\\Контракт.docx", "File changed: 2024-03-12 08:00 UTC", "Computer: buro-pc"]


@given(st.integers(20, len(shortcut("D:\\a"))), st.integers(20, 250), st.integers(0, 255))
def test_torn_and_changed_shortcuts_fail_in_one_way(end: int, at: int, byte: int) -> None:
    whole = bytearray(shortcut("D:\\a"))
    whole[min(at, len(whole) - 1)] = byte
    try:
        read(bytes(whole[:end]))
    except UnreadableError as exc:
        assert exc.what


@pytest.mark.parametrize("name", ["Лыков П.", "Petr"])
def test_a_lock_file_says_who_had_the_document_open(name: str) -> None:
    raw = name.encode("cp1251")
    lock = bytes([len(raw)]) + raw.ljust(53) + struct.pack("<H", len(name)) + name.encode("utf-16-le").ljust(106, b" ")
    assert magic.media_type(lock) == magic.LOCK
    assert read(lock).pages[0].text == f"Opened by: {name}"


def test_what_the_system_left_behind_says_so() -> None:
    with pytest.raises(UnreadableError) as told:
        read(b"\0\0\0\x01Bud1" + bytes(600))
    assert "the system made it" in told.value.remedy
