"""Outlook messages (MSG) as ordinary mail messages: one way to read both. Pure."""

from __future__ import annotations

import datetime as dt
import email.parser
import email.policy
import email.utils
import io
import struct
from dataclasses import dataclass
from email.message import Message

import olefile

from corrobora.errors import DamagedError
from corrobora.model import outlookitems
from corrobora.model.encoding import decode

_SUBJECT, _BODY, _HTML, _RTF, _HEADERS, _ID, _REPLY_TO = 0x0037, 0x1000, 0x1013, 0x1009, 0x007D, 0x1035, 0x1042
_SENDER, _SENDER_MAIL, _SENDER_SMTP, _FROM, _FROM_MAIL = 0x0C1A, 0x0C1F, 0x5D01, 0x0042, 0x0065
_SUBMITTED, _DELIVERED, _CODEPAGE, _LOCALE_CODEPAGE = 0x0039, 0x0E06, 0x3FDE, 0x3FFD
_NAME, _MAIL, _SMTP, _KIND = 0x3001, 0x3003, 0x39FE, 0x0C15
_DATA, _SHORT_NAME, _LONG_NAME, _MIME = 0x3701, 0x3704, 0x3707, 0x370E
_CLASS, _NAMED = 0x001A, 0x8000
_RECIPIENT_KINDS = {1: "To", 2: "Cc", 3: "Bcc"}
_ERRORS = (OSError, ValueError, IndexError, struct.error, AttributeError, TypeError, KeyError)
_MAX_DEPTH, _MAX_PARTS = 8, 500
_EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class _Storage:
    """A message, recipient or attachment inside the file."""

    file: olefile.OleFileIO
    path: tuple[str, ...]
    fixed: dict[int, bytes]
    codepage: str

    def binary(self, tag: int) -> bytes | None:
        return self._stream(f"__substg1.0_{tag:04X}0102")

    def text(self, tag: int) -> str:
        wide = self._stream(f"__substg1.0_{tag:04X}001F")
        if wide is not None:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        narrow = self._stream(f"__substg1.0_{tag:04X}001E")
        return decode(narrow.rstrip(b"\0"), self.codepage)[0] if narrow else ""

    def number(self, tag: int) -> int:
        value = self.fixed.get(tag)
        return int(struct.unpack_from("<i", value)[0]) if value else 0

    def moment(self, tag: int) -> str:
        value = self.fixed.get(tag)
        ticks = struct.unpack("<Q", value)[0] if value else 0
        if not 0 < ticks < 2_650_467_743_990_000_000:
            return ""
        return email.utils.format_datetime(_EPOCH + dt.timedelta(microseconds=ticks // 10))

    def shown(self, number: int) -> str:
        """A value in words; numbers over 0x8000 are those that properties are named by."""
        tag = _named(self.file).get(number, 0) if number >= _NAMED else number
        return self.text(tag) or self.moment(tag)

    def _stream(self, name: str) -> bytes | None:
        path = [*self.path, name]
        if not self.file.exists(path) or self.file.get_type(path) != olefile.STGTY_STREAM:
            return None
        with self.file.openstream(path) as handle:
            content: bytes = handle.read()
        return content


def to_message(untrusted_bytes: bytes) -> Message:
    """The message in an MSG file, with its attachments.

    Raises:
        DamagedError: where it cannot be opened.
    """
    try:
        with olefile.OleFileIO(io.BytesIO(untrusted_bytes)) as file:
            return _message(file, (), 0)
    except _ERRORS as exc:
        raise DamagedError("the message cannot be opened", remedy="ask for another copy") from exc


def _message(file: olefile.OleFileIO, path: tuple[str, ...], depth: int) -> Message:
    storage = _storage(file, path, 24 if path else 32)
    message = Message(policy=email.policy.compat32)
    told = email.parser.HeaderParser(policy=email.policy.compat32).parsestr(storage.text(_HEADERS))
    for name, value in told.items():
        if not name.lower().startswith("content-") and name.lower() != "mime-version":
            message[name] = value
    for name, value in _headers(storage).items():
        if value and not message.get(name):
            message[name] = value
    _put_body(message, storage)
    if depth < _MAX_DEPTH:
        _put_attachments(message, file, path, depth)
    return message


def _storage(file: olefile.OleFileIO, path: tuple[str, ...], head: int, codepage: str = "") -> _Storage:
    fixed: dict[int, bytes] = {}
    name = [*path, "__properties_version1.0"]
    if file.exists(name):
        with file.openstream(name) as handle:
            content = handle.read()
        for place in range(head, len(content) - 15, 16):
            fixed[struct.unpack_from("<H", content, place + 2)[0]] = content[place + 8 : place + 16]
    storage = _Storage(file, path, fixed, codepage)
    number = storage.number(_LOCALE_CODEPAGE) or storage.number(_CODEPAGE)
    return (
        storage
        if codepage or not number
        else _Storage(file, path, fixed, f"cp{number}" if number != 65001 else "utf-8")
    )


def _named(file: olefile.OleFileIO) -> dict[int, int]:
    """Numbers of properties in this file by the numbers that name them ([MS-OXMSG] 2.2.3)."""
    name = ["__nameid_version1.0", "__substg1.0_00030102"]
    if not file.exists(name):
        return {}
    with file.openstream(name) as handle:
        content = handle.read()
    found: dict[int, int] = {}
    for place in range(0, len(content) - 7, 8):
        number, kind, index = struct.unpack_from("<IHH", content, place)
        if not kind & 1:
            found.setdefault(number, _NAMED + index)
    return found


def _headers(storage: _Storage) -> dict[str, str]:
    sender = storage.text(_SENDER_SMTP) or storage.text(_SENDER_MAIL) or storage.text(_FROM_MAIL)
    found = {
        "Subject": storage.text(_SUBJECT),
        "From": _address(storage.text(_SENDER) or storage.text(_FROM), sender),
        "Date": storage.moment(_SUBMITTED) or storage.moment(_DELIVERED),
        "Message-ID": storage.text(_ID),
        "In-Reply-To": storage.text(_REPLY_TO),
        **outlookitems.headers(storage.text(_CLASS), storage.shown),
    }
    for entry in _children(storage.file, storage.path, "__recip_version1.0_"):
        one = _storage(storage.file, entry, 8, storage.codepage)
        kind = _RECIPIENT_KINDS.get(one.number(_KIND) & 0xF, "To")
        address = _address(one.text(_NAME), one.text(_SMTP) or one.text(_MAIL))
        found[kind] = ", ".join(filter(None, (found.get(kind, ""), address)))
    return {name: " ".join(value.split()) for name, value in found.items()}


def _address(name: str, mail: str) -> str:
    """Name and address; the internal addresses of Exchange tell nothing and are left out."""
    shown = mail if "@" in mail else ""
    name = name.strip().strip("'")
    return f"{name} <{shown}>" if name and shown and name != shown else name or shown


def _put_body(message: Message, storage: _Storage) -> None:
    raw = storage.binary(_HTML)
    markup = decode(raw, storage.codepage)[0] if raw else storage.text(_HTML)
    put_body(message, storage.text(_BODY), markup, storage.binary(_RTF) or b"")


def put_body(message: Message, plain: str, markup: str, packed: bytes) -> None:
    """Gives a message the best of its bodies: plain text, else HTML, else packed RTF."""
    if plain.strip() or not (markup or packed):
        message.set_payload(plain.encode("utf-8"), "utf-8")
        message.set_type("text/plain")
    elif not markup and packed:
        message.set_payload(unpack_rtf(packed).decode("latin-1"))
        message["Content-Transfer-Encoding"] = "8bit"
        message.set_type("text/rtf")
    else:
        message.set_payload(markup.encode("utf-8"), "utf-8")
        message.set_type("text/html")


def _put_attachments(message: Message, file: olefile.OleFileIO, path: tuple[str, ...], depth: int) -> None:
    for entry in _children(file, path, "__attach_version1.0_"):
        one = _storage(file, entry, 8)
        name = one.text(_LONG_NAME) or one.text(_SHORT_NAME) or one.text(_NAME)
        inner = (*entry, f"__substg1.0_{_DATA:04X}000D")
        part = Message()
        if file.exists(list(inner)):
            part["Content-Type"] = "message/rfc822"
            part.set_payload([_message(file, inner, depth + 1)])
            name = name and f"{name}.eml"
        else:
            content = one.binary(_DATA)
            if content is None:
                continue
            part["Content-Type"] = one.text(_MIME) or "application/octet-stream"
            part.set_payload(content.decode("latin-1"))
            part["Content-Transfer-Encoding"] = "8bit"
        if name:
            part.add_header("Content-Disposition", "attachment", filename=" ".join(name.split()))
        attach(message, part)


def attach(message: Message, part: Message) -> None:
    """Adds a part to a message, whose text becomes its first part."""
    if not message.is_multipart():
        _make_mixed(message)
    message.attach(part)


def _make_mixed(message: Message) -> None:
    body = Message()
    body["Content-Type"] = message.get("Content-Type", "text/plain")
    body["Content-Transfer-Encoding"] = message.get("Content-Transfer-Encoding", "8bit")
    body.set_payload(message.get_payload())
    for name in ("Content-Type", "Content-Transfer-Encoding"):
        del message[name]
    message["Content-Type"] = "multipart/mixed"
    message.set_payload([body])


def _children(file: olefile.OleFileIO, path: tuple[str, ...], prefix: str) -> list[tuple[str, ...]]:
    depth = len(path)
    found = {
        tuple(entry[: depth + 1])
        for entry in file.listdir(streams=True, storages=True)
        if len(entry) > depth and tuple(entry[:depth]) == path and entry[depth].startswith(prefix)
    }
    return sorted(found)[:_MAX_PARTS]


_PRELOADED = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss "
    b"\\fmodern \\fscript \\fdecor MS Sans SerifSymbolArial"
    b"Times New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
"""The dictionary that the format prescribes ([MS-OXRTFCP] 2.1.2.1)."""


def unpack_rtf(packed: bytes) -> bytes:
    """RTF as Outlook compresses it ([MS-OXRTFCP]), unpacked; b"" where it is torn."""
    if len(packed) < 16:
        return b""
    _, size, magic = struct.unpack_from("<III", packed)
    if magic == 0x414C454D:
        return packed[16 : 16 + size]
    window = bytearray(_PRELOADED.ljust(4096, b"\0"))
    write, out, place = len(_PRELOADED), bytearray(), 16
    while place < len(packed) and len(out) < min(size, 64 << 20):
        flags = packed[place]
        place += 1
        for bit in range(8):
            if flags >> bit & 1:
                if place + 2 > len(packed):
                    return bytes(out)
                token = packed[place] << 8 | packed[place + 1]
                place += 2
                offset, length = token >> 4, (token & 15) + 2
                if offset == write % 4096:
                    return bytes(out)
                for step in range(length):
                    byte = window[(offset + step) % 4096]
                    out.append(byte)
                    window[write % 4096] = byte
                    write += 1
            else:
                if place >= len(packed):
                    return bytes(out)
                out.append(packed[place])
                window[write % 4096] = packed[place]
                write += 1
                place += 1
    return bytes(out)
