# ruff: noqa: E501 - files are spelled out in one piece
"""Russian, Ukrainian and Chinese texts in any encoding, short ones too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrobora.model.encoding import decode

CYRILLIC = [
    "Протокол встречи", "ПРИКАЗ № 15", "Ул. Ленина, д. 5", "Акт приёма-передачи оборудования от 12.03.2024",
    "Зустріч у Києві відбудеться 5 травня", "Договір поставки № 7", "Уважаемый Иван Петрович!",
]  # fmt: skip
CHINESE = [
    "会议纪要",
    "合同编号：2023-17",
    "王伟先生：您好，请查收附件中的代表团名单。",
    "兹证明以下人员将于三月十二日抵达莫斯科",
]
TRADITIONAL = ["會議紀錄", "公司將於三月與貴方簽訂合同，請查收附件。"]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_u", "cp866", "utf-8", "utf-16", "iso8859_5", "mac_cyrillic"])
@pytest.mark.parametrize("text", CYRILLIC)
def test_cyrillic(text: str, encoding: str) -> None:
    try:
        content = text.encode(encoding)
    except UnicodeEncodeError:
        pytest.skip("the encoding lacks a letter")
    assert decode(content)[0] == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", CYRILLIC)
def test_cyrillic_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize("text", CHINESE)
def test_simplified_chinese(text: str) -> None:
    assert decode(text.encode("gb18030"))[0] == text


@pytest.mark.parametrize("text", TRADITIONAL)
def test_traditional_chinese(text: str) -> None:
    assert decode(text.encode("big5"))[0] == text


def test_western_text() -> None:
    for text in ("Garçon, déjà vu à la façade", "Müller & Söhne GmbH, Straße 5", "señor Núñez"):
        assert decode(text.encode("cp1252"))[0] == text


def test_a_declared_encoding_is_believed_unless_it_does_not_fit() -> None:
    text = "Делегация прибывает"
    assert decode(text.encode("cp1251"), "windows-1251")[0] == text
    assert decode(text.encode("cp1251"), "utf-8")[0] == text
    assert decode(text.encode(), "us-ascii")[0] == text
    assert decode(text.encode("koi8_r"), "x-unknown")[0] == text


@given(st.text())
def test_utf8_always_comes_back(text: str) -> None:
    content = text.encode("utf-8", "replace")
    if b"\0" not in content and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        assert decode(content)[0] == content.decode()


@given(st.binary(max_size=300))
def test_any_bytes_decode_to_something(content: bytes) -> None:
    text, encoding = decode(content)
    assert isinstance(text, str)
    assert encoding


@pytest.mark.parametrize("declared", ["windows-1251", "koi8-r", "gb2312", "big5", "utf-8"])
@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r", "gb18030", "utf-8"])
@pytest.mark.parametrize("text", ["Направляю протокол встречи от 12 марта", "请贵方在收到本函后十日内予以书面答复"])
def test_a_charset_that_the_mail_states_wrongly_is_not_believed(text: str, encoding: str, declared: str) -> None:
    try:
        content = text.encode(encoding)
    except UnicodeEncodeError:
        return
    assert decode(content, declared)[0] == text
