"""Exports of messengers as messages with author and time: WhatsApp, WeChat, QQ (text), Telegram (JSON, HTML). Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import html

from corrobora.model.document import Reading
from corrobora.reading.language import detect
from corrobora.reading.writer import PageWriter

_MARKS = re.compile("[\u200e\u200f\u202a-\u202e]")
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[\s\u202f\u00a0]?[APap]\.?[Mm]\.?)?"
_WHATSAPP = re.compile(
    rf"^(?:\[(?P<a>{_DAY},?[\s\u202f]{_TIME})\]\s?|(?P<b>{_DAY},?[\s\u202f]{_TIME})\s[-–]\s)(?P<rest>.*)$"
)
_AUTHOR = re.compile(r"(?P<author>[^:\n]{1,80}):\s(?P<text>.*)")
_WECHAT = re.compile(r"^(?P<at>\d{4}[-/]\d{1,2}[-/]\d{1,2} \d{1,2}:\d{2}(?::\d{2})?)\s+(?P<author>\S.{0,79})$")
_FEWEST = 3
_FEWEST_OF_LINES = 0.1
_FILES = ("file", "photo", "sticker_emoji", "contact_information", "location_information", "poll", "media_type")


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a chat.

    Attributes:
        at: when, as the export has it (a day like 3/4/24 is not turned: who knows which is the month).
        author: as the export names them; "" for what the messenger itself says.
    """

    at: str
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat: its name, "" where the export has none, and its messages in order."""

    name: str
    messages: tuple[Message, ...]


def in_text(text: str) -> Chat | None:
    r"""The chat that a text file is an export of, None where it is none.

    Example:
        >>> chat = in_text("12.03.2024, 10:15 - Lykov: we land at noon\\n12.03.2024, 10:16 - Chen: good\\n" * 2)
        >>> chat.messages[1].author
        'Chen'
    """
    lines = _MARKS.sub("", text).splitlines()
    for messages in (list(_whatsapp(lines)), _said(list(_wechat(lines)))):
        spoken = sum(1 for message in messages if message.author)
        if spoken >= _FEWEST and spoken >= _FEWEST_OF_LINES * len(lines):
            return Chat("", tuple(messages))
    return None


def _whatsapp(lines: list[str]) -> Iterator[Message]:
    at, author, said = "", "", list[str]()
    for line in lines:
        found = _WHATSAPP.match(line)
        if found is None:
            if not at:
                return
            said.append(line)
            continue
        if at:
            yield Message(at, author, "\n".join(said).strip())
        at = " ".join((found["a"] or found["b"]).replace(",", " ").split())
        spoken = _AUTHOR.match(found["rest"])
        author = spoken["author"].strip() if spoken else ""
        said = [spoken["text"] if spoken else found["rest"]]
    if at:
        yield Message(at, author, "\n".join(said).strip())


def _wechat(lines: list[str]) -> Iterator[Message]:
    at, author, said = "", "", list[str]()
    for line in lines:
        found = _WECHAT.match(line.strip())
        if found is None:
            if at:
                said.append(line)
            continue
        if at:
            yield Message(at, author, "\n".join(said).strip())
        at, author, said = found["at"], found["author"].strip(), []
    if at:
        yield Message(at, author, "\n".join(said).strip())


def _said(messages: list[Message]) -> list[Message]:
    """The messages, none where most are empty: a log of a program has time and words on one line."""
    filled = sum(1 for message in messages if message.text)
    return messages if filled * 10 >= len(messages) * 7 else []


def in_json(text: str) -> list[Chat]:
    """The chats of a Telegram export (result.json), [] where the text is none."""
    if '"messages"' not in text or '"date"' not in text:
        return []
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return []
    if not isinstance(told, dict):
        return []
    listed = told.get("chats", {}).get("list", []) if isinstance(told.get("chats"), dict) else [told]
    if isinstance(told.get("left_chats"), dict):
        listed = [*listed, *told["left_chats"].get("list", [])]
    found = [chat for one in listed if isinstance(one, dict) and (chat := _telegram(one)) is not None]
    beside = {name: value for name, value in told.items() if name not in ("chats", "left_chats", "messages")}
    if found and any(isinstance(value, dict | list) for value in beside.values()):
        # the owner's own data, contacts and sessions of a whole account
        lines = tuple(Message("", "", line) for line in _lines(beside))
        found.append(Chat("", lines))
    return found


def _lines(told: Any, above: str = "") -> Iterator[str]:
    """What a part of the export says, a line for each value and for each entry of a list."""
    if isinstance(told, dict) and any(isinstance(value, dict | list) for value in told.values()):
        for name, value in told.items():
            yield from _lines(value, f"{above} {name}".strip())
    elif isinstance(told, list) and any(isinstance(value, dict | list) for value in told):
        for value in told:
            yield from _lines(value, above)
    elif _plain(told).strip():
        yield f"{above}: {_plain(told)}" if above else _plain(told)


def _telegram(told: dict[str, Any]) -> Chat | None:
    entries = told.get("messages")
    if not isinstance(entries, list):
        return None
    messages = []
    for entry in entries:
        if not isinstance(entry, dict) or not isinstance(entry.get("date"), str):
            return None
        author = str(entry.get("from") or entry.get("actor") or "")
        parts = [_plain(entry.get("text"))]
        if entry.get("forwarded_from"):
            parts.insert(0, f"[forwarded from {entry['forwarded_from']}]")
        if entry.get("reply_to_message_id"):
            parts.insert(0, f"[reply to {entry['reply_to_message_id']}]")
        if entry.get("type") == "service":
            parts.append(f"[{' '.join(str(entry.get('action', '')).split('_'))}]")
        parts += [f"[{name}: {_plain(entry[name])}]" for name in _FILES if entry.get(name)]
        at = entry["date"].replace("T", " ")
        edited = entry.get("edited")
        if isinstance(edited, str) and edited > entry["date"]:
            parts.append(f"[edited {edited.replace('T', ' ')}]")
        messages.append(Message(at, author, " ".join(part for part in parts if part)))
    return Chat(str(told.get("name") or ""), tuple(messages)) if messages else None


def in_html(root: html.HtmlElement) -> Chat | None:
    """The chat of a page of a Telegram export (messages.html), None where it is another page."""
    if not root.find_class("history"):
        return None
    name = " ".join(" ".join(_text(one) for head in root.find_class("page_header")[:1] for one in head).split())
    messages: list[Message] = []
    author = ""
    for one in root.find_class("message"):
        if "service" in one.get("class", "").split():
            messages.append(Message("", "", _text(one)))
            continue
        dates = [date.get("title") or _text(date) for date in one.find_class("date")]
        names = [_text(who) for who in one.find_class("from_name") if not _is_within(who, "forwarded")]
        author = names[0] if names else author
        pieces = [_text(kind) for kind in one.find_class("reply_to")]
        forwarded = [_text(who) for who in one.find_class("from_name") if _is_within(who, "forwarded")]
        pieces += [f"[forwarded from {who}]" for who in forwarded]
        pieces += [_text(text) for text in one.find_class("text") if not _is_within(text, "media_wrap")]
        for media in one.find_class("media_wrap"):
            links = [link.get("href", "") for link in media.iter("a")]
            pieces.append(f"[{' '.join(filter(None, [_text(media), *links]))}]")
        messages.append(Message(dates[0] if dates else "", author, " ".join(filter(None, pieces))))
    return Chat(name, tuple(messages)) if any(message.at for message in messages) else None


def _text(element: html.HtmlElement) -> str:
    return " ".join(" ".join(str(piece) for piece in element.itertext()).split())


def _is_within(element: html.HtmlElement, name: str) -> bool:
    return any(name in (above.get("class") or "").split() for above in element.iterancestors())


def reading_of(found: list[Chat], encoding: str) -> Reading:
    """A page for each chat, a row for each message with time, author and text."""
    pages = []
    for number, chat in enumerate(found, start=1):
        writer = PageWriter()
        if chat.name:
            writer.line(chat.name)
        if any(message.at for message in chat.messages):
            writer.table([[message.at, message.author, message.text] for message in chat.messages])
        else:
            writer.line("\n".join(message.text for message in chat.messages))
        said = "\n".join(message.text for message in chat.messages[:2000])
        pages.append(writer.page(number, detect(said)))
    spoken = [message for chat in found for message in chat.messages if message.at]
    authors = dict.fromkeys(message.author for message in spoken if message.author)
    metadata = {
        "encoding": encoding,
        "chat": "; ".join(chat.name for chat in found if chat.name)[:500] or "without a name",
        "messages": str(len(spoken)),
        "first_message": spoken[0].at,
        "last_message": spoken[-1].at,
        "authors": ", ".join(authors)[:500],
    }
    return Reading(tuple(pages), metadata, (), (), "chat")


def _plain(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "".join(_plain(one) for one in value)
    if isinstance(value, dict):
        if "text" in value:
            return _plain(value["text"])
        return ", ".join(f"{name} {_plain(one)}" for name, one in value.items())
    return "" if value is None else str(value)
