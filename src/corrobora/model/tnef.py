"""What Outlook packs into "winmail.dat" ([MS-OXTNEF]) as an ordinary mail message: text and attachments. Pure."""

from __future__ import annotations

import email.policy
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message

from corrobora.errors import DamagedError
from corrobora.model.encoding import decode
from corrobora.model.outlook import attach, put_body

_SUBJECT, _BODY, _PROPERTIES, _CODEPAGE = 0x00018004, 0x0002800C, 0x00069003, 0x00069007
_NEW_ATTACHMENT, _TITLE, _DATA, _ATTACHED_PROPERTIES = 0x00069002, 0x00018010, 0x0006800F, 0x00069005
_MAPI_SUBJECT, _MAPI_SENDER, _MAPI_SENDER_MAIL, _MAPI_TO, _MAPI_CC = 0x0037, 0x0C1A, 0x0C1F, 0x0E04, 0x0E03
_MAPI_BODY, _MAPI_HTML, _MAPI_RTF = 0x1000, 0x1013, 0x1009
_MAPI_DATA, _MAPI_LONG_NAME, _MAPI_SHORT_NAME, _MAPI_NAME, _MAPI_MIME = 0x3701, 0x3707, 0x3704, 0x3001, 0x370E
_FIXED_BYTES = {
    **dict.fromkeys((0x01, 0x02, 0x03, 0x04, 0x0A, 0x0B), 4),
    **dict.fromkeys((0x05, 0x06, 0x07, 0x14, 0x40), 8),
    0x48: 16,
}
_NARROW, _WIDE, _OBJECT, _BINARY = 0x1E, 0x1F, 0x0D, 0x102
_MANY = 0x1000
_MOST_PROPERTIES, _MOST_VALUES, _MOST_ATTACHMENTS, _DEEPEST = 2000, 2000, 500, 8
_SIGNATURE = b"\x78\x9f\x3e\x22"


@dataclass(slots=True)
class _Attachment:
    title: str = ""
    content: bytes = b""
    properties: dict[int, tuple[int, bytes]] = field(default_factory=dict)


def to_message(untrusted_bytes: bytes, depth: int = 0) -> Message:
    """The message in a TNEF file, with its attachments.

    Raises:
        DamagedError: where it is none, or torn before anything could be read.
    """
    if not untrusted_bytes.startswith(_SIGNATURE):
        raise DamagedError("it is no Outlook attachment")
    subject, body, codepage = b"", b"", "cp1252"
    properties: dict[int, tuple[int, bytes]] = {}
    attachments: list[_Attachment] = []
    for name, content in _attributes(untrusted_bytes):
        if name == _CODEPAGE and len(content) >= 4:
            codepage = f"cp{struct.unpack_from('<I', content)[0]}"
        elif name == _SUBJECT:
            subject = content
        elif name == _BODY:
            body = content
        elif name == _PROPERTIES:
            properties = _properties(content)
        elif name == _NEW_ATTACHMENT and len(attachments) < _MOST_ATTACHMENTS:
            attachments.append(_Attachment())
        elif attachments and name == _TITLE:
            attachments[-1].title = _plain(content, codepage)
        elif attachments and name == _DATA:
            attachments[-1].content = content
        elif attachments and name == _ATTACHED_PROPERTIES:
            attachments[-1].properties = _properties(content)
    message = Message(policy=email.policy.compat32)
    _put_headers(message, properties, _plain(subject, codepage), codepage)
    markup = properties.get(_MAPI_HTML, (0, b""))
    told = decode(markup[1], codepage)[0] if markup[0] == _BINARY else _text(properties, _MAPI_HTML, codepage)
    packed = properties.get(_MAPI_RTF, (0, b""))[1]
    put_body(message, _text(properties, _MAPI_BODY, codepage) or _plain(body, codepage), told, packed)
    for one in attachments:
        part = _part(one, codepage, depth)
        if part is not None:
            attach(message, part)
    return message


def _put_headers(message: Message, properties: dict[int, tuple[int, bytes]], subject: str, codepage: str) -> None:
    sender = _text(properties, _MAPI_SENDER, codepage)
    address = _text(properties, _MAPI_SENDER_MAIL, codepage)
    if "@" in address and address != sender:
        sender = f"{sender} <{address}>".strip()
    told = {
        "Subject": _text(properties, _MAPI_SUBJECT, codepage) or subject,
        "From": sender,
        "To": _text(properties, _MAPI_TO, codepage),
        "Cc": _text(properties, _MAPI_CC, codepage),
    }
    for name, value in told.items():
        if value.strip():
            message[name] = " ".join(value.split())


def _part(one: _Attachment, codepage: str, depth: int) -> Message | None:
    names = (_MAPI_LONG_NAME, _MAPI_SHORT_NAME)
    name = next((text for tag in names if (text := _text(one.properties, tag, codepage))), "") or one.title
    name = name or _text(one.properties, _MAPI_NAME, codepage)
    kind, inside = one.properties.get(_MAPI_DATA, (0, b""))
    part = Message(policy=email.policy.compat32)
    if kind == _OBJECT and inside[16:20] == _SIGNATURE and depth < _DEEPEST:
        part["Content-Type"] = "message/rfc822"
        part.set_payload([to_message(inside[16:], depth + 1)])
        name = f"{name or 'message'}.eml"
    else:
        content = one.content or (inside[16:] if kind == _OBJECT else inside)
        if not content:
            return None
        part["Content-Type"] = _text(one.properties, _MAPI_MIME, codepage) or "application/octet-stream"
        part["Content-Transfer-Encoding"] = "8bit"
        part.set_payload(content.decode("latin-1"))
    part.add_header("Content-Disposition", "attachment", filename=" ".join(name.split()) or "attachment")
    return part


def _attributes(untrusted_bytes: bytes) -> Iterator[tuple[int, bytes]]:
    place = 6
    while place + 9 <= len(untrusted_bytes):
        _, name, size = struct.unpack_from("<BII", untrusted_bytes, place)
        yield name, untrusted_bytes[place + 9 : place + 9 + size]
        place += 9 + size + 2


def _properties(content: bytes) -> dict[int, tuple[int, bytes]]:
    """Type and first value of each property by its number; what is torn off is left out."""
    found: dict[int, tuple[int, bytes]] = {}
    try:
        (count,) = struct.unpack_from("<I", content)
        place = 4
        for _ in range(min(count, _MOST_PROPERTIES)):
            kind, name = struct.unpack_from("<HH", content, place)
            place += 4
            if name >= 0x8000:
                place = _behind_name(content, place)
            value, place = _value(content, place, kind)
            found.setdefault(name, (kind & ~_MANY, value))
    except (struct.error, ValueError):
        return found
    return found


def _behind_name(content: bytes, place: int) -> int:
    """The place behind the name of a property that has one: a set, then a number or a text."""
    (kind,) = struct.unpack_from("<I", content, place + 16)
    if kind == 0:
        return place + 24
    (size,) = struct.unpack_from("<I", content, place + 20)
    return int(place + 24 + size + -size % 4)


def _value(content: bytes, place: int, kind: int) -> tuple[bytes, int]:
    plain = kind & ~_MANY
    count = 1
    if kind & _MANY or plain in (_NARROW, _WIDE, _OBJECT, _BINARY):
        (count,) = struct.unpack_from("<I", content, place)
        place += 4
    if count > _MOST_VALUES:
        raise ValueError
    first = b""
    for number in range(count):
        if plain in (_NARROW, _WIDE, _OBJECT, _BINARY):
            (size,) = struct.unpack_from("<I", content, place)
            place += 4
        elif plain in _FIXED_BYTES:
            size = _FIXED_BYTES[plain]
        else:
            raise ValueError
        if place + size > len(content):
            raise ValueError
        first = content[place : place + size] if number == 0 else first
        place += size + -size % 4
    return first, place


def _text(properties: dict[int, tuple[int, bytes]], name: int, codepage: str) -> str:
    kind, value = properties.get(name, (0, b""))
    if kind == _WIDE:
        return value.decode("utf-16-le", "replace").rstrip("\0")
    return _plain(value, codepage) if kind == _NARROW else ""


def _plain(value: bytes, codepage: str) -> str:
    return decode(value.rstrip(b"\0"), codepage)[0] if value else ""
