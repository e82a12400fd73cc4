"""Calendars and address cards say what they hold in plain letters."""

from __future__ import annotations

import base64
import quopri

import pytest

from corrobora.model import magic
from corrobora.reading import dispatch
from corrobora.reading.format import ReadOptions

PERSON = "Пётр Иванович Лыков, генеральный директор завода приборов"


def text(content: bytes) -> str:
    return dispatch.read(content, ReadOptions(magic.media_type(content))).pages[0].text


def card(line: bytes) -> bytes:
    return b"BEGIN:VCARD\r\nVERSION:2.1\r\n" + line + b"\r\nEND:VCARD\r\n"


@pytest.mark.parametrize(
    "line",
    [
        b"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + quopri.encodestring(PERSON.encode()).replace(b"\n", b"\r\n"),
        b"FN;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:" + quopri.encodestring(PERSON.encode("cp1251")),
        b"FN;ENCODING=b:" + base64.b64encode(PERSON.encode()),
        b"item1.FN:" + PERSON.encode(),
        b"FN:" + PERSON[:20].encode() + b"\r\n " + PERSON[20:].encode(),
        b"FN:" + PERSON.replace(",", "\\,").encode(),
    ],
)
def test_a_name_is_read_however_it_is_written(line: bytes) -> None:
    assert text(card(line)) == f"Name: {PERSON}"


def test_pictures_are_left_out() -> None:
    picture = b"PHOTO;ENCODING=BASE64;JPEG:" + base64.b64encode(bytes(100)) + b"\r\n\r\n"
    assert text(card(picture + b"FN:Wang Wei")) == "Name: Wang Wei"


def test_a_meeting_has_day_place_and_people() -> None:
    meeting = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:Moscow\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\n"
        "DTSTART;TZID=Europe/Moscow:20240312T100000\r\nDTEND:20240312T083000Z\r\nLOCATION:Казань\\, завод\r\n"
        'ATTENDEE;CN="Чэнь Сяомин";PARTSTAT=ACCEPTED:mailto:chen@east.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
    )
    assert text(meeting.encode()) == (
        "Start: 2024-03-12 10:00 (Europe/Moscow)\nEnd: 2024-03-12 08:30 UTC\nLocation: Казань, завод\n"
        "Attendee: Чэнь Сяомин <chen@east.example>"
    )
