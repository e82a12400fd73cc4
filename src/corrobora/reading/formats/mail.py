"""Mail: headers on top of the page, the body below; attachments are documents of their own."""

from __future__ import annotations

import email.utils
import re
from email.message import Message

from corrobora.errors import UnreadableError
from corrobora.model import magic, mail, outlookitems
from corrobora.model.document import Reading
from corrobora.reading.format import Format, ReadOptions
from corrobora.reading.formats.html import write_html
from corrobora.reading.formats.rtf import write_rtf
from corrobora.reading.language import detect
from corrobora.reading.writer import PageWriter

_SHOWN = ("From", "To", "Cc", "Bcc", "Reply-To", "Subject", "Date", "Message-ID", "In-Reply-To", "References")
_KEYS = {
    "from": "From", "to": "To", "cc": "Cc", "bcc": "Bcc", "reply_to": "Reply-To", "subject": "Subject", "date": "Date",
    "message_id": "Message-ID", "in_reply_to": "In-Reply-To", "references": "References", "producer": "X-Mailer",
    "user_agent": "User-Agent", "originating_ip": "X-Originating-IP", "organization": "Organization",
}  # fmt: skip


def read(untrusted_bytes: bytes, options: ReadOptions) -> Reading:
    """Reads a message as one page: who, to whom, when, what."""
    message = mail.open_message(untrusted_bytes, options.media_type)
    headers = mail.headers(message)
    writer = PageWriter()
    for name in (*_SHOWN, *outlookitems.HEADERS):
        if headers.get(name.lower()):
            writer.line(f"{name}: {headers[name.lower()]}")
    writer.line("")
    for text, kind in bodies(message):
        if kind == "text/html":
            write_html(text, writer)
        elif kind == "text/rtf":
            write_rtf(text.encode("latin-1", "replace"), writer)
        else:
            writer.line(text)
    attached = [name for name, _ in mail.attachments(message)]
    if attached:
        writer.line("Attachments: " + ", ".join(attached))
    if writer.is_empty:
        raise UnreadableError("the message is empty")
    page = writer.page()
    body = page.text.split("\n\n", 1)[-1]
    metadata = {key: headers[name.lower()] for key, name in _KEYS.items() if headers.get(name.lower())}
    metadata.update(_times(message, headers))
    return Reading(pages=(writer.page(language=detect(body) or detect(page.text)),), metadata=metadata, reader="mail")


def bodies(message: Message) -> list[tuple[str, str]]:
    """(text, media type) of the parts a reader would see."""
    found: list[tuple[str, str]] = []
    for part in mail.parts(message):
        if part.is_multipart() or mail.is_attachment(part):
            continue
        kind = part.get_content_type()
        if kind in ("text/plain", "text/html", "text/rtf", "text/enriched"):
            found.append((mail.part_text(part), kind))
    plain = [piece for piece in found if piece[1] != "text/html" and piece[0].strip()]
    return (
        plain
        if plain and _says_as_much(plain, found)
        else [piece for piece in found if piece[1] == "text/html"] or plain
    )


def _says_as_much(plain: list[tuple[str, str]], found: list[tuple[str, str]]) -> bool:
    """Whether the plain version is no mere remark that the mail should be read as HTML."""
    markup = sum(len(re.sub(r"<[^>]*>|\s+", "", text)) for text, kind in found if kind == "text/html")
    return sum(len(text) for text, _ in plain) * 3 > min(markup, 3000) or not markup


def _times(message: Message, headers: dict[str, str]) -> dict[str, str]:
    """The date as ISO, and when the first server took it, from the header it wrote."""
    found = {}
    for key, value in (
        ("sent_at", headers.get("date", "")),
        ("received_at", str(message.get("Received", "")).rpartition(";")[2]),
    ):
        try:
            found[key] = email.utils.parsedate_to_datetime(value.strip()).isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return found


FORMAT = Format(
    name="mail",
    title="Mail (EML, EMLX, MSG, winmail.dat)",
    media_types=(magic.EML, magic.MSG, magic.TNEF),
    read=read,
)
