"""Tables of databases come out with names, cells and their own letters."""

from __future__ import annotations

import sqlite3
import struct

import pytest

from corrobora.case.sandbox import Sandbox
from corrobora.errors import UnreadableError
from corrobora.model import magic
from corrobora.reading import dispatch
from corrobora.reading.format import ReadOptions
from corrobora.reading.formats import database

ROWS = [("Ван Вэй", "E12345678"), ("Ли На", "E87654321")]


def sqlite() -> bytes:
    base = sqlite3.connect(":memory:")
    base.execute("create table люди (имя text, паспорт text, фото blob, рост real)")
    base.executemany("insert into люди values (?, ?, x'0102', 1.8)", ROWS)
    base.execute("create view ловушка as select load_extension('x') from люди")
    base.execute("create table пусто (a)")
    base.commit()
    return base.serialize()


def dbase(code_page: int, encoding: str) -> bytes:
    fields = b"".join(
        name.ljust(11, b"\0") + b"C" + bytes(4) + bytes([size, 0]) + bytes(14)
        for name, size in ((b"NAME", 20), (b"PASS", 9))
    )
    rows = b"".join(b" " + name.encode(encoding).ljust(20) + number.encode() for name, number in ROWS)
    head = struct.pack("<BBBBIHH17xBxx", 3, 124, 3, 1, len(ROWS), 32 + len(fields) + 1, 30, code_page)
    return head + fields + b"\r" + rows + b"\x1a"


def test_every_table_of_a_sqlite_file_is_a_page_also_in_the_cage() -> None:
    content = sqlite()
    with Sandbox((dispatch.READ,), dispatch.preload) as cage:
        reading = cage.run(dispatch.READ, content, ReadOptions(magic.media_type(content))).answer
    assert [page.text.splitlines()[0] for page in reading.pages] == ["люди", "пусто"]
    page = reading.pages[0]
    assert page.text.splitlines()[1:] == [
        "имя | паспорт | фото | рост",
        "Ван Вэй | E12345678 | (2 bytes) | 1.8",
        "Ли На | E87654321 | (2 bytes) | 1.8",
    ]
    assert all(page.text[cell.start : cell.end] == cell.text for cell in page.tables[0].cells)


@pytest.mark.parametrize(("code_page", "encoding"), [(0x65, "cp866"), (0xC9, "cp1251"), (0, "cp866"), (0, "cp1251")])
def test_dbase_in_old_encodings(code_page: int, encoding: str) -> None:
    content = dbase(code_page, encoding)
    page = database.read(content, ReadOptions(magic.media_type(content))).pages[0]
    assert page.text.splitlines() == ["NAME | PASS", "Ван Вэй | E12345678", "Ли На | E87654321"]


@pytest.mark.parametrize("content", [sqlite(), dbase(0x65, "cp866")])
def test_torn_databases_fail_in_one_way(content: bytes) -> None:
    kind = magic.media_type(content)
    for end in range(1, len(content), max(1, len(content) // 60)):
        for piece in (content[:end], content[:end] + bytes(len(content) - end)):
            try:
                assert database.read(piece, ReadOptions(kind)).pages
            except UnreadableError:
                continue
