"""Outlook mail stores (PST, OST): each message becomes a mail of its own, by folder."""

from __future__ import annotations

import base64
import datetime as dt
import email.parser
import email.policy
import email.utils
import importlib
import io
from collections.abc import Iterator
from email.message import Message
from typing import Any

from corrobora.errors import DamagedError, OverBudgetError
from corrobora.intake.container import Allowance, Container, Problem, Unpacked, UnpackOptions, safe_name, unique
from corrobora.model.document import Member

_MAX_DEPTH = 64
_ERRORS = (OSError, ValueError, RuntimeError, MemoryError, TypeError, OverflowError, UnicodeError)


def preload() -> None:
    """Loads the library before the cage shuts."""
    importlib.import_module("pypff")


def unpack(untrusted_bytes: bytes, options: UnpackOptions) -> Unpacked:
    """Takes a mail store apart, folder by folder."""
    store = importlib.import_module("pypff").file()
    try:
        store.open_file_object(io.BytesIO(untrusted_bytes))
        root = store.get_root_folder()
    except _ERRORS as exc:
        raise DamagedError("the mail store cannot be opened", remedy="repair it with scanpst and try again") from exc
    allowance = Allowance(options.budget, len(untrusted_bytes))
    members: list[Member] = []
    problems: list[Problem] = []
    for folder, number, item in _messages(root, "", 0):
        name = safe_name(f"{folder}/{number}.eml")
        try:
            allowance.member()
            content = bytes(_mail(item))
            allowance.spend(len(content))
        except OverBudgetError as exc:
            problems.append((name, exc.code, exc.what, ""))
            break
        except (*_ERRORS, LookupError) as exc:
            problems.append((name, "damaged", f"the message cannot be read: {exc}", ""))
            continue
        members.append(Member(name, content))
    return Unpacked(unique(members), tuple(problems))


def _messages(folder: Any, path: str, depth: int) -> Iterator[tuple[str, int, Any]]:
    if depth > _MAX_DEPTH:
        return
    own = f"{path}/{(folder.name or '').replace('/', '_')}".strip("/")
    for number in range(folder.number_of_sub_messages):
        yield own, number + 1, folder.get_sub_message(number)
    for number in range(folder.number_of_sub_folders):
        yield from _messages(folder.get_sub_folder(number), own, depth + 1)


def _mail(item: Any) -> Message:
    message = email.parser.HeaderParser(policy=email.policy.compat32).parsestr(item.transport_headers or "")
    kept = [
        (name, value) for name, value in message.items() if not name.lower().startswith(("content-", "mime-version"))
    ]
    mail = Message()
    for name, value in kept:
        mail[name] = value
    stated = {
        "Subject": item.subject,
        "From": item.sender_name,
        "Date": _date(item.client_submit_time or item.delivery_time),
    }
    for name, value in stated.items():
        if value and not mail.get(name):
            mail[name] = " ".join(value.split())
    mail["MIME-Version"] = "1.0"
    parts = [*_bodies(item), *_attachments(item)]
    mail["Content-Type"] = "multipart/mixed"
    for part in parts:
        mail.attach(part)
    return mail


def _date(moment: dt.datetime | None) -> str:
    return email.utils.format_datetime(moment.replace(tzinfo=dt.UTC)) if moment else ""


def _bodies(item: Any) -> list[Message]:
    found: list[Message] = []
    for content, kind in ((item.plain_text_body, "plain"), (item.html_body, "html"), (item.rtf_body, "rtf")):
        if content and (kind == "plain" or not found):
            part = Message()
            part["Content-Type"] = f"text/{kind}"
            part["Content-Transfer-Encoding"] = "8bit"
            part.set_payload(
                (content if isinstance(content, bytes) else content.encode()).decode("ascii", "surrogateescape")
            )
            found.append(part)
    return found


def _attachments(item: Any) -> list[Message]:
    found: list[Message] = []
    for number in range(item.number_of_attachments):
        try:
            attachment = item.get_attachment(number)
            content = attachment.read_buffer(attachment.get_size())
            label = getattr(attachment, "name", "") or f"attachment {number + 1}"
        except _ERRORS:
            continue
        part = Message()
        part["Content-Type"] = "application/octet-stream"
        part["Content-Transfer-Encoding"] = "base64"
        part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", label))
        part.set_payload(base64.encodebytes(content).decode("ascii"))
        found.append(part)
    return found


CONTAINER = Container(
    name="pst",
    title="Outlook mail stores (PST, OST)",
    media_types=("application/vnd.ms-outlook-pst",),
    is_archive=True,
    unpack=unpack,
)
