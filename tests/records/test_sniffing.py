from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corrobora.model.encoding import encoding_of
from corrobora.records import layout
from records.zoo import make, tables

TEXTS = {
    "ru": "Дата;Рейс;Пассажир\n05.01.2023;СУ123;Абрикосов Лев Ильич\n06.01.2023;СУ124;Бочкарёва Нина "
    "Павловна\n07.01.2023;СУ125;ГРУШИНА АЛЛА\n",
    "uk": "Дата;Прізвище;Місто\n05.01.2023;Барвінок Остап;Київ\n06.01.2023;Вишняк Ганна Петрівна;"
    "Чернівці\n07.01.2023;Журба Юлія;Їжакове\n",
    "zh": "姓名,国籍,出生日期\n王建平,中国,1970年1月5日\n李小红,中国,1980年3月2日\n张伟民,俄罗斯,1990年7月9日\n",
    "ru_zh": "目的地;证件号码;姓名;起飞日期\nVVO;7827647667;ЕРЁМИН ЛЕОНИД ЮРЬЕВИЧ;2023/01/01\nHRB;;Ли Цюаньсян;"
    "2023/01/02\nVVO;3773724517;СОКОЛОВА ЕЛЕНА ВИКТОРОВНА;2023/01/03\n",
    "tw": "姓名,國籍,出生日期\n陳建平,臺灣,1970年1月5日\n劉曉東,臺灣,1980年3月2日\n黃國強,臺灣,1990年7月9日\n",
    "de": "Name,Straße,Ort\nJürgen Köhler,Große Allee,München\nBärbel Süß,Grüner Weg,Fürth\n",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("ru", "cp1251"),
        ("ru", "koi8-r"),
        ("ru", "cp866"),
        ("ru", "utf-8"),
        ("ru", "utf-16"),
        ("ru", "utf-8-sig"),
        ("ru", "utf-16-le"),
        ("ru", "utf-16-be"),
        ("ru", "mac-cyrillic"),
        ("uk", "cp1251"),
        ("uk", "koi8-u"),
        ("zh", "gb18030"),
        ("ru_zh", "gb18030"),
        ("tw", "big5"),
        ("de", "cp1252"),
        ("de", "mac-roman"),
        ("zh", "utf-8"),
    ],
)
def test_the_text_reads_back_in_the_encoding_found(language: str, encoding: str) -> None:
    raw = TEXTS[language].encode(encoding)
    assert raw.decode(encoding_of(raw)).lstrip("\ufeff") == TEXTS[language]


def test_one_broken_byte_does_not_make_utf8_something_else() -> None:
    raw = (TEXTS["ru"] * 5).encode() + b"\xff\n"
    assert encoding_of(raw) == "utf-8"


def test_plain_ascii_is_utf8() -> None:
    assert encoding_of(b"a,b\n1,2\n") == "utf-8"


@given(st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_bytes_get_an_encoding(raw: bytes) -> None:
    raw.decode(encoding_of(raw), errors="replace")


@pytest.mark.parametrize("name", sorted(tables()))
@pytest.mark.parametrize("delimiter", [";", "|"])
def test_delimiter_and_header_of_every_invented_table(name: str, delimiter: str) -> None:
    columns = tables()[name][2]
    for header in (True, False):
        text = make(columns, delimiter, header=header).decode()
        assert layout.delimiter_of(text) == delimiter
        assert layout.header_rows_of(layout.split_rows(text, delimiter)) == int(header)


def test_titles_above_the_table_are_no_data() -> None:
    rows = [["Список пассажиров", "", ""], ["", "", ""], ["ФИО", "Дата рождения", "Рейс"], ["1", "2", "3"]]
    rows += [[f"Иванов Пётр {i}", f"0{i}.01.1970", "СУ10"] for i in range(1, 8)]
    assert layout.header_rows_of(rows) == 4


def test_decimal_commas_do_not_beat_the_semicolon() -> None:
    text = "a;b;c;d\n" + "".join(f"x{i};1,5;2,5;3,5\n" for i in range(20))
    assert layout.delimiter_of(text) == ";"


def test_one_column_has_no_delimiter() -> None:
    assert layout.delimiter_of("имя\nиванов\nпетров\nсидоров\n") == ""


def test_empty_input_has_no_layout() -> None:
    assert layout.delimiter_of("") == ""
    assert layout.header_rows_of([]) == 0
