"""Mends messages that mail programs and exports have broken: raw headers, lost boundaries, files inside the text. Pure.

Without it a message whose boundary is not the one it states has neither text nor attachments, and nothing says so.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable
from email.message import Message

from corrobora.model.encoding import decode

_BOUNDARY = re.compile(r"^--(?P<mark>[^\s-][^\r\n]{0,69}?)[ \t]*\r?\n(?=[Cc]ontent-)", re.MULTILINE)
_UUENCODED = re.compile(
    rb"^begin[ ]+[0-7]{3,4}[ ]+(?P<name>[^\r\n]{1,200})\r?\n(?P<lines>(?:[ -`][ -`]*\r?\n)+?)(?:`?\r?\n)?end[ ]*\r?$",
    re.MULTILINE,
)
_PLAIN_ENCODINGS = ("", "7bit", "8bit", "binary")
_MOST_PARTS = 500


def with_readable_headers(message: Message) -> None:
    """Turns headers that hold raw bytes of some encoding into text, in all parts."""
    for part in message.walk():
        for name, value in list(part.raw_items())[:2000]:
            text = str(value)
            raw = text.encode("utf-8", "surrogateescape") if not text.isascii() else b""
            if raw:
                part.replace_header(name, decode(raw)[0])


def with_parts(message: Message, parse_parts: Callable[[bytes], Message]) -> None:
    """Takes a multipart message apart whose boundary is missing or another than it states.

    Args:
        message: changed in place.
        parse_parts: called with a whole message as bytes, gives it parsed.
    """
    for part in list(message.walk())[:_MOST_PARTS]:
        content = part.get_payload()
        if part.get_content_maintype() != "multipart" or not isinstance(content, str):
            continue
        found = _BOUNDARY.search(content)
        if found is None:
            kind = "text/html" if re.match(r"\s*<", content) else "text/plain"
            del part["Content-Type"]
            part["Content-Type"] = kind
            continue
        mark = found["mark"].replace('"', "").encode("ascii", "surrogateescape")
        head = b'Content-Type: multipart/mixed; boundary="' + mark + b'"\n\n'
        inner = parse_parts(head + content.encode("ascii", "surrogateescape")).get_payload()
        if isinstance(inner, list) and inner:
            part.set_payload(inner)


def with_files_in_the_text(message: Message) -> None:
    """Makes attachments of files that old programs wrote into the text, between "begin 644 name" and "end"."""
    for part in list(message.walk())[:_MOST_PARTS]:
        transfer = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
        content = part.get_payload()
        if part.get_content_maintype() != "text" or not isinstance(content, str) or transfer not in _PLAIN_ENCODINGS:
            continue
        raw = content.encode("utf-8", "surrogateescape")
        files = [(found, _decoded(found["lines"])) for found in _UUENCODED.finditer(raw)]
        files = [(found, inside) for found, inside in files if inside]
        if files:
            _as_mixed(part, _UUENCODED.sub(b"", raw), files)


def _decoded(lines: bytes) -> bytes:
    inside = bytearray()
    for line in lines.splitlines():
        try:
            inside += binascii.a2b_uu(line)
        except binascii.Error:
            # some programs leave blanks off the line's end, others add some
            length = (line[0] - 32) & 63
            wanted = 1 + (length * 4 + 2) // 3
            try:
                inside += binascii.a2b_uu(line[:wanted].ljust(wanted))
            except binascii.Error:
                return b""
    return bytes(inside)


def _as_mixed(part: Message, text: bytes, files: list[tuple[re.Match[bytes], bytes]]) -> None:
    body = Message()
    body["Content-Type"] = str(part.get("Content-Type", "text/plain"))
    body["Content-Transfer-Encoding"] = "8bit"
    body.set_payload(text.decode("ascii", "surrogateescape"))
    attached = []
    for found, inside in files:
        one = Message()
        one["Content-Type"] = "application/octet-stream"
        one.add_header("Content-Disposition", "attachment", filename=decode(found["name"])[0].strip())
        one["Content-Transfer-Encoding"] = "base64"
        one.set_payload(binascii.b2a_base64(inside).decode("ascii"))
        attached.append(one)
    del part["Content-Transfer-Encoding"]
    del part["Content-Type"]
    part["Content-Type"] = "multipart/mixed"
    part.set_payload([body, *attached])
