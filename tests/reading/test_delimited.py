"""Tables written as text keep their cells; sentences stay sentences."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from corrobora.case import Case, silent
from corrobora.intake.step import take_in
from corrobora.model.tables import PAGES
from corrobora.reading import delimited
from corrobora.reading.format import ReadOptions
from corrobora.reading.formats import text
from corrobora.reading.step import read_documents

TABLES = {
    "semicolons, cp1251": (
        'ФИО;Паспорт;Компания\nВан Вэй;E12345678;"ООО ""Волна"""\nЛи На;E87654321;АО «Заря»\n'
    ).encode("cp1251"),
    "tabs, utf-16": "\ufeffФИО\tПаспорт\tКомпания\r\nВан Вэй\tE12345678\tООО \"Волна\"\r\n".encode("utf-16-le"),
    "commas, gbk": "姓名,护照,公司\n王伟,E12345678,\"北京公司, 分部\"\n李娜,E87654321,上海公司\n".encode("gb18030"),
    "bars": b"name|passport|company\nWang Wei|E12345678|Volna\nLi Na|E87654321|Zarya\n",
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_cells_with_their_place(name: str) -> None:
    page = text.read(TABLES[name], ReadOptions(media_type="text/plain")).pages[0]
    cells = {cell.ref: cell for cell in page.tables[0].cells}
    assert cells["B2"].text == "E12345678"
    assert all(page.text[cell.start : cell.end] == cell.text for cell in cells.values())
    assert {"semicolons, cp1251": 'ООО "Волна"', "commas, gbk": "北京公司, 分部"}.get(name) in (None, cells["C2"].text)


@pytest.mark.parametrize(
    "content",
    [
        "Мы, нижеподписавшиеся, составили акт.\nПрисутствовали: Иванов, Петров, Сидоров.\nПодписи.\n",
        "Dear Mr Wang,\nthank you, your letter came, we agree, and so on.\nRegards\n",
        '{"a": 1, "b": 2, "c": 3}\n{"a": 4, "b": 5, "c": 6}\n',
        "[1, 2, 3]\n[4, 5, 6]\n",
        "2024-03-01 10:00:00,123 started\n2024-03-01 10:00:01,456 stopped\n",
        "one line; no table",
        "",
    ],
)
def test_what_is_no_table_stays_text(content: str) -> None:
    assert delimited.rows(content) == []


def test_a_table_attached_to_a_mail_has_cells(case: Case, tmp_path: Path) -> None:
    leak = tmp_path / "leak"
    leak.mkdir()
    attached = base64.encodebytes(TABLES["semicolons, cp1251"])
    (leak / "1.eml").write_bytes(
        b"From: a@example.org\nTo: b@example.org\nSubject: list\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/mixed; boundary="q"\n\n--q\nContent-Type: text/plain\n\nSee the list.\n'
        b'--q\nContent-Type: text/csv; name="list.csv"\nContent-Transfer-Encoding: base64\n'
        b"Content-Disposition: attachment\n\n" + attached + b"--q--\n"
    )
    take_in(case, leak, silent)
    read_documents(case, silent)
    pages = {page.document: page for page in case.read(PAGES)}
    assert [cell.text for cell in pages["1.eml!/list.csv"].tables[0].cells][3:5] == ["Ван Вэй", "E12345678"]
