"""Messages as broken programs leave them: text and attachments come out all the same."""

from __future__ import annotations

import base64
import binascii
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrobora.errors import DamagedError
from corrobora.model import magic, mail, tnef

TEXT = "Добрый день! Направляю протокол встречи. Пётр Лыков"
INSIDE = b"dogovor 17"


def message(head: str, body: bytes) -> bytes:
    return head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body


def two_parts(mark: str, *, closed: bool = True) -> bytes:
    lines = [
        f"--{mark}", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
        base64.encodebytes(TEXT.encode()).decode(), f"--{mark}",
        'Content-Disposition: attachment; filename="a.txt"', "Content-Transfer-Encoding: base64", "",
        base64.b64encode(INSIDE).decode(), *([f"--{mark}--"] if closed else []),
    ]  # fmt: skip
    return "\r\n".join(lines).encode()


def read(content: bytes) -> tuple[str, dict[str, bytes]]:
    """The text and the attachments."""
    opened = mail.open_message(content, magic.media_type(content))
    text = "".join(
        mail.part_text(part)
        for part in mail.parts(opened)
        if part.get_content_maintype() == "text" and not mail.is_attachment(part)
    )
    return text, {name: mail.payload(part) for name, part in mail.attachments(opened)}


@pytest.mark.parametrize("stated", ['; boundary="XX"', '; boundary="other"', "", '; boundary=""'])
@pytest.mark.parametrize("closed", [True, False])
def test_a_boundary_that_is_wrong_or_missing_is_found(stated: str, closed: bool) -> None:
    head = f"From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed{stated}"
    text, attached = read(message(head, two_parts("XX", closed=closed)))
    assert text.strip() == TEXT
    assert attached == {"a.txt": INSIDE}


def test_a_multipart_message_without_any_part_is_text() -> None:
    head = 'From: a@b.example\nTo: c@d.example\nContent-Type: multipart/mixed; boundary="XX"'
    assert read(message(head, TEXT.encode()))[0] == TEXT


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-8"])
def test_headers_in_raw_bytes_are_read(encoding: str) -> None:
    subject = "Протокол встречи с делегацией"
    head = b"From: a@b.example\r\nTo: c@d.example\r\nSubject: " + subject.encode(encoding)
    opened = mail.parse(head + b"\r\n\r\ntext")
    assert mail.headers(opened)["subject"] == subject


def test_raw_bytes_beside_encoded_words_are_read() -> None:
    coded = "=?utf-8?B?" + base64.b64encode("Заря".encode()).decode() + "?="
    head = "From: a@b.example\r\nTo: c@d.example\r\nSubject: Договор ".encode() + coded.encode()
    assert mail.headers(mail.parse(head + b"\r\n\r\ntext"))["subject"] == "Договор Заря"


@given(st.binary(min_size=1, max_size=300), st.booleans())
def test_files_inside_the_text_are_attachments(inside: bytes, short: bool) -> None:
    lines = [binascii.b2a_uu(inside[at : at + 45]) for at in range(0, len(inside), 45)]
    lines = [line.rstrip() + b"\n" if short else line for line in lines]
    coded = b"begin 644 letter.bin\n" + b"".join(lines) + b"`\nend\n"
    text, attached = read(b"From: a@b.example\nTo: c@d.example\nSubject: x\n\nSee file\n\n" + coded + b"after\n")
    assert attached == {"letter.bin": inside}
    assert "See file" in text
    assert "after" in text
    assert "begin" not in text


def test_a_line_that_begins_so_is_no_file() -> None:
    words = "begin 100 metres\nfrom the gate\nend\n"
    text, attached = read(b"From: a@b.example\nTo: c@d.example\nSubject: x\n\n" + words.encode())
    assert (text, attached) == (words, {})


def attribute(level: int, name: int, content: bytes) -> bytes:
    return struct.pack("<BII", level, name, len(content)) + content + struct.pack("<H", sum(content) & 0xFFFF)


def value(tag: int, kind: int, content: bytes) -> bytes:
    return struct.pack("<HHII", kind, tag, 1, len(content)) + content + bytes(-len(content) % 4)


def winmail(attachment: bytes = INSIDE, inner: bytes = b"") -> bytes:
    body = struct.pack("<I", 2) + value(0x1000, 0x1F, f"{TEXT}\0".encode("utf-16-le"))
    body += value(0x1013, 0x102, TEXT.encode("cp1251"))
    name = struct.pack("<I", 2 if inner else 1) + value(0x3707, 0x1F, "Договор.txt\0".encode("utf-16-le"))
    name += value(0x3701, 0x0D, bytes(16) + inner) if inner else b""
    parts = [
        attribute(1, 0x00069007, struct.pack("<II", 1251, 0)),
        attribute(1, 0x00018004, "Протокол\0".encode("cp1251")),
        attribute(1, 0x00069003, body),
        attribute(2, 0x00069002, bytes(14)),
        attribute(2, 0x00018010, "дог.txt\0".encode("cp1251")),
        *([] if inner else [attribute(2, 0x0006800F, attachment)]),
        attribute(2, 0x00069005, name),
    ]
    return struct.pack("<IH", 0x223E9F78, 1) + b"".join(parts)


def test_winmail_is_a_message_with_attachments() -> None:
    assert magic.media_type(winmail()) == magic.TNEF
    text, attached = read(winmail())
    assert text == TEXT
    assert attached == {"Договор.txt": INSIDE}
    assert mail.headers(tnef.to_message(winmail()))["subject"] == "Протокол"


def test_a_message_inside_winmail_is_a_message() -> None:
    _, attached = read(winmail(inner=winmail()))
    ((name, inside),) = attached.items()
    assert name == "Договор.txt.eml"
    assert read(inside)[1] == {"Договор.txt": INSIDE}


@given(st.integers(0, len(winmail())), st.integers(0, 255))
def test_torn_and_changed_winmail_never_breaks_the_reader(at: int, byte: int) -> None:
    whole = winmail()
    for content in (whole[:at], whole[:at] + bytes([byte]) + whole[at + 1 :]):
        try:
            tnef.to_message(content)
        except DamagedError:
            continue
