"""How a mail message is taken apart: headers decoded, parts that are read, parts that are attached. Pure.

Shared by intake (attachments become documents) and reading (headers and body become a page).
"""

from __future__ import annotations

import email
import email.errors
import email.generator
import email.iterators
import email.parser
import email.policy
import re
from email.header import decode_header
from email.message import Message

from corrobora.errors import UnreadableError
from corrobora.model import magic, mailrepair, outlook, tnef
from corrobora.model.encoding import decode

_FOLD = re.compile(r"\r?\n[ \t]*")
_MAX_PARTS, _MAX_HEADERS = 5000, 2000


def open_message(untrusted_bytes: bytes, media_type: str) -> Message:
    """The message of a mail file of either kind, EML or MSG.

    Raises:
        UnreadableError: where it cannot be taken apart.
    """
    if media_type == magic.TNEF:
        return tnef.to_message(untrusted_bytes)
    return outlook.to_message(untrusted_bytes) if media_type == magic.MSG else parse(untrusted_bytes)


def parse(untrusted_bytes: bytes) -> Message:
    """The message; broken ones are parsed as far as they go.

    Raises:
        UnreadableError: where it is nested beyond what can be parsed.
    """
    try:
        message = _parsed(_limited(untrusted_bytes))
        mailrepair.with_parts(message, _parsed)
        mailrepair.with_readable_headers(message)
        mailrepair.with_files_in_the_text(message)
    except (RecursionError, ValueError, IndexError, AttributeError, LookupError, AssertionError, TypeError) as exc:
        raise UnreadableError("the message cannot be taken apart") from exc
    return message


def _parsed(untrusted_bytes: bytes) -> Message:
    return email.parser.BytesParser(policy=email.policy.compat32).parsebytes(untrusted_bytes)


def _limited(untrusted_bytes: bytes) -> bytes:
    """Without the headers beyond any sense: parsing 100,000 of them only costs time."""
    head, separator, body = untrusted_bytes.partition(
        b"\r\n\r\n" if b"\r\n\r\n" in untrusted_bytes[:1_000_000] else b"\n\n"
    )
    lines = head.splitlines(keepends=True)
    return b"".join(lines[:_MAX_HEADERS]) + separator + body if len(lines) > _MAX_HEADERS else untrusted_bytes


def headers(message: Message) -> dict[str, str]:
    """Every header once, decoded, by its name in small letters."""
    found: dict[str, str] = {}
    for name, value in message.items()[:_MAX_HEADERS]:
        if name.lower() not in found:
            found[name.lower()] = decoded(str(value))
    return found


def decoded(value: str) -> str:
    """A header with its encoded words and raw bytes turned to text."""
    flat = _FOLD.sub(" ", value).strip()
    pieces = []
    try:
        parts = decode_header(flat)
    except (ValueError, LookupError, AssertionError, email.errors.MessageError):
        parts = [(flat, None)]
    for piece, charset in parts:
        try:
            told = _unescaped(piece) if isinstance(piece, bytes) and charset is None else piece
            raw = told if isinstance(told, bytes) else told.encode("ascii", "surrogateescape")
        except UnicodeEncodeError:
            pieces.append(str(told))
            continue
        pieces.append(decode(raw, charset or "")[0] if not raw.isascii() or charset else raw.decode("ascii"))
    return " ".join("".join(pieces).split())


def _unescaped(piece: bytes) -> str:
    """What stands between encoded words, as the library hands it over."""
    try:
        return piece.decode("raw-unicode-escape")
    except UnicodeDecodeError:
        return piece.decode("latin-1")


def parts(message: Message) -> list[Message]:
    """All parts but those inside attached messages, which are documents of their own."""
    found: list[Message] = []
    waiting = [message]
    while waiting and len(found) < _MAX_PARTS:
        part = waiting.pop(0)
        found.append(part)
        content = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(content, list):
            waiting = [child for child in content if isinstance(child, Message)] + waiting
    return found


def is_attachment(part: Message) -> bool:
    """Whether the part is kept as a file of its own, not read as the message."""
    if part.get_content_maintype() == "multipart":
        return False
    disposition = str(part.get("Content-Disposition", "")).lower()
    if disposition.startswith("attachment") or part.get_content_maintype() not in ("text",):
        return True
    return bool(_name(part)) and not disposition.startswith("inline")


def _name(part: Message) -> str:
    try:
        raw = part.get_filename()
    except (ValueError, LookupError, TypeError, AttributeError):
        raw = None
    return decoded(raw) if isinstance(raw, str) else ""


def attachments(message: Message) -> list[tuple[str, Message]]:
    """(name, part) of everything attached, attached messages among them."""
    return [(_name(part) or _made_up_name(part), part) for part in parts(message) if is_attachment(part)]


def _made_up_name(part: Message) -> str:
    kind = part.get_content_type()
    if kind == "message/rfc822":
        content = part.get_payload()
        inner = content[0] if isinstance(content, list) and content else None
        subject = decoded(str(inner.get("Subject", ""))) if isinstance(inner, Message) else ""
        return f"{subject or 'message'}.eml".replace("/", "_")
    return "attachment." + re.sub(r"[^\w]", "", kind.split("/")[-1].split(".")[-1])[:12]


def payload(part: Message) -> bytes:
    """The bytes of an attached file or message."""
    content = part.get_payload()
    if part.get_content_maintype() == "message" and isinstance(content, list) and content:
        return _written(content[0]) if isinstance(content[0], Message) else b""
    raw = part.get_payload(decode=True)
    return raw if isinstance(raw, bytes) else b""


def _written(message: Message) -> bytes:
    """An attached message as a file of its own."""
    try:
        return message.as_bytes()
    except (UnicodeError, LookupError, ValueError, TypeError, AttributeError, email.errors.MessageError):
        return str(message).encode("utf-8", "surrogateescape")


def part_text(part: Message) -> str:
    """The text of a readable part."""
    raw = payload(part)
    try:
        charset = part.get_content_charset() or ""
    except (ValueError, LookupError, TypeError):
        charset = ""
    return decode(raw, charset)[0]
