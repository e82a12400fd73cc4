"""Exports of messengers become messages with author and time; logs and tables do not."""

from __future__ import annotations

import json

import pytest

from corrobora.model import magic
from corrobora.model.document import Reading
from corrobora.reading import chats, dispatch
from corrobora.reading.format import ReadOptions

SAID = [("Пётр Лыков", "Прилетаем в 14:00"), ("Chen Xiaoming", "好的"), ("Пётр Лыков", "Счёт: оплатите")]
WAYS = {
    "iPhone": "\u200e[12.03.2024, 10:15:0{n}] {who}: {what}\n",
    "Android": "12.03.2024, 10:1{n} - {who}: {what}\n",
    "American": "3/12/24, 10:1{n}\u202fAM - {who}: {what}\n",
    "WeChat": "2024-03-12 10:15:0{n} {who}\n{what}\n\n",
}


def read(content: bytes) -> Reading:
    return dispatch.read(content, ReadOptions(magic.media_type(content)))


def rows(reading: Reading) -> list[list[str]]:
    return [[cell.text if cell else "" for cell in row] for row in reading.pages[0].tables[0].grid()]


@pytest.mark.parametrize("way", WAYS)
def test_exported_text_is_messages(way: str) -> None:
    text = "".join(WAYS[way].format(n=n, who=who, what=what) for n, (who, what) in enumerate(SAID))
    reading = read(text.encode())
    assert reading.reader == "chat"
    assert [tuple(row[1:]) for row in rows(reading)] == SAID
    assert reading.metadata["messages"] == "3"


def test_a_message_of_several_lines_stays_one() -> None:
    text = "".join(WAYS["Android"].format(n=n, who="Chen", what=f"one\ntwo {n}") for n in range(4))
    chat = chats.in_text(text)
    assert chat is not None
    assert [message.text for message in chat.messages] == [f"one\ntwo {n}" for n in range(4)]


@pytest.mark.parametrize(
    "line",
    [
        "2024-03-12 10:15:0{n} INFO started worker {n}\n",
        "12.03.2024;10:15;Лыков;оплата {n}\n",
        "12.03.2024 встреча с Лыковым: обсудили {n}\n",
    ],
)
def test_logs_and_tables_are_no_chats(line: str) -> None:
    assert chats.in_text("".join(line.format(n=n) for n in range(9))) is None


def telegram(*, whole_account: bool) -> bytes:
    messages = [
        {"id": n, "type": "message", "date": f"2024-03-12T10:15:0{n}", "from": who, "text": ["", {"text": what}]}
        for n, (who, what) in enumerate(SAID)
    ]
    chat = {"name": "Закупки", "type": "private_group", "id": 7, "messages": messages}
    if not whole_account:
        return json.dumps(chat, ensure_ascii=False).encode()
    contacts = {"list": [{"first_name": "Ван", "phone_number": "+86139"}]}
    return json.dumps({"contacts": contacts, "chats": {"list": [chat, chat]}}, ensure_ascii=False).encode()


def test_telegram_json_is_messages() -> None:
    reading = read(telegram(whole_account=False))
    assert [tuple(row[1:]) for row in rows(reading)] == SAID
    assert reading.metadata["chat"] == "Закупки"


def test_a_whole_account_keeps_its_contacts() -> None:
    reading = read(telegram(whole_account=True))
    assert len(reading.pages) == 3
    assert "first_name Ван, phone_number +86139" in reading.pages[2].text


def test_telegram_html_is_messages() -> None:
    said = "".join(
        f'<div class="message default"><div class="body"><div class="pull_right date details" '
        f'title="12.03.2024 10:15:0{n} UTC+03:00">10:15</div><div class="from_name">{who} </div>'
        f'<div class="text">{what}</div></div></div>'
        for n, (who, what) in enumerate(SAID)
    )
    joined = (
        '<div class="message joined"><div class="date" title="12.03.2024 10:16:00">10:16</div>'
        '<div class="text">и акт</div></div>'
    )
    page = f'<html><head><meta charset="utf-8"></head><body><div class="history">{said}{joined}</div></body></html>'
    found = rows(read(page.encode()))
    assert [tuple(row[1:]) for row in found] == [*SAID, ("Пётр Лыков", "и акт")]
    assert found[0][0] == "12.03.2024 10:15:00 UTC+03:00"
