"""Outlook mail stores (PST, OST): each message becomes a mail of its own, by folder."""

from __future__ import annotations

import base64
import contextlib
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
from corrobora.model import outlookitems
from corrobora.model.document import Member

_MAX_DEPTH, _MAX_NESTED = 64, 8
_CLASS, _SENDER, _SENDER_MAIL, _SENDER_SMTP, _ID, _REPLY_TO = 0x001A, 0x0C1A, 0x0C1F, 0x5D01, 0x1035, 0x1042
_SHOWN_TO, _SHOWN_CC, _SHOWN_BCC, _KIND = 0x0E04, 0x0E03, 0x0E02, 0x0C15
_NAME, _MAIL, _SMTP, _LONG_NAME, _SHORT_NAME = 0x3001, 0x3003, 0x39FE, 0x3707, 0x3704
_RECIPIENT_KINDS = {1: "To", 2: "Cc", 3: "Bcc"}
_INTEGER, _TIME = 0x03, 0x40
_EPOCH_YEAR = 1970
_ERRORS = (OSError, ValueError, RuntimeError, MemoryError, TypeError, OverflowError, UnicodeError, AttributeError)


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


def _mail(item: Any, depth: int = 0) -> Message:
    values = _Values(item)
    message = email.parser.HeaderParser(policy=email.policy.compat32).parsestr(_told(item, "transport_headers"))
    mail = Message()
    for name, value in message.items():
        if not name.lower().startswith(("content-", "mime-version")):
            mail[name] = value
    sender = values.text(_SENDER_SMTP) or values.text(_SENDER_MAIL)
    stated = {
        "Subject": _told(item, "subject"),
        "From": _address(_told(item, "sender_name") or values.text(_SENDER), sender),
        **_recipients(item, values),
        "Date": _date(_moment(item)),
        "Message-ID": values.text(_ID),
        "In-Reply-To": values.text(_REPLY_TO),
        **outlookitems.headers(values.text(_CLASS), values.shown),
    }
    for name, value in stated.items():
        if value and not mail.get(name):
            mail[name] = " ".join(value.split())
    mail["MIME-Version"] = "1.0"
    parts = [*_bodies(item), *_attachments(item, depth)]
    mail["Content-Type"] = "multipart/mixed"
    for part in parts:
        mail.attach(part)
    return mail


class _Values:
    """The properties of a message, attachment or recipient by number; empty where they cannot be read."""

    def __init__(self, item: Any, record_set: Any = None) -> None:
        self._entries: dict[int, Any] = {}
        with contextlib.suppress(*_ERRORS):
            chosen = item.get_record_set(0) if record_set is None else record_set
            for number in range(chosen.number_of_entries):
                with contextlib.suppress(*_ERRORS):
                    entry = chosen.get_entry(number)
                    self._entries.setdefault(entry.entry_type, entry)

    def text(self, number: int) -> str:
        entry = self._entries.get(number)
        with contextlib.suppress(*_ERRORS):
            if entry is not None and entry.value_type in (0x1E, 0x1F):
                return str(entry.data_as_string or "").strip("\0")
        return ""

    def number(self, number: int) -> int:
        entry = self._entries.get(number)
        with contextlib.suppress(*_ERRORS):
            if entry is not None and entry.value_type == _INTEGER:
                return int(entry.data_as_integer)
        return 0

    def shown(self, number: int) -> str:
        entry = self._entries.get(number)
        with contextlib.suppress(*_ERRORS):
            if entry is not None and entry.value_type == _TIME:
                return f"{entry.data_as_datetime:%Y-%m-%d %H:%M} UTC"
        return self.text(number)


def _told(item: Any, name: str) -> str:
    try:
        return str(getattr(item, name) or "")
    except _ERRORS:
        return ""


def _moment(item: Any) -> dt.datetime | None:
    for name in ("client_submit_time", "delivery_time", "creation_time"):
        with contextlib.suppress(*_ERRORS):
            moment = getattr(item, name)
            if isinstance(moment, dt.datetime) and moment.year > _EPOCH_YEAR:
                return moment
    return None


def _address(name: str, mail: str) -> str:
    shown = mail if "@" in mail else ""
    return f"{name} <{shown}>" if name and shown and name != shown else name or shown


def _recipients(item: Any, values: _Values) -> dict[str, str]:
    """To, Cc and Bcc: from the list of recipients, else as Outlook shows them. What was sent has no headers."""
    found: dict[str, list[str]] = {}
    with contextlib.suppress(*_ERRORS):
        listed = item.recipients
        for number in range(listed.number_of_recipients if listed is not None else 0):
            one = _Values(None, listed.get_recipient(number))
            kind = _RECIPIENT_KINDS.get(one.number(_KIND) & 0xF, "To")
            found.setdefault(kind, []).append(_address(one.text(_NAME), one.text(_SMTP) or one.text(_MAIL)))
    told = {"To": values.text(_SHOWN_TO), "Cc": values.text(_SHOWN_CC), "Bcc": values.text(_SHOWN_BCC)}
    return {kind: ", ".join(filter(None, found.get(kind, []))) or told[kind] for kind in told}


def _date(moment: dt.datetime | None) -> str:
    return email.utils.format_datetime(moment.replace(tzinfo=dt.UTC)) if moment else ""


def _bodies(item: Any) -> list[Message]:
    found: list[Message] = []
    for name, kind in (("plain_text_body", "plain"), ("html_body", "html"), ("rtf_body", "rtf")):
        content = None
        with contextlib.suppress(*_ERRORS):
            content = getattr(item, name)
        if content and (kind == "plain" or not found):
            found.append(_body(content if isinstance(content, bytes) else content.encode(), kind))
    return found


def _body(content: bytes, kind: str) -> Message:
    part = Message()
    part["Content-Type"] = f"text/{kind}"
    part["Content-Transfer-Encoding"] = "8bit"
    part.set_payload(content.decode("ascii", "surrogateescape"))
    return part


def _attachments(item: Any, depth: int) -> list[Message]:
    found: list[Message] = []
    for number in range(item.number_of_attachments):
        label, content = f"attachment {number + 1}", b""
        try:
            attachment = item.get_attachment(number)
            label = _label(attachment) or label
            inner = _inner(attachment) if depth < _MAX_NESTED else None
            content = b"" if inner is not None else attachment.read_buffer(attachment.get_size())
        except _ERRORS:
            inner = None
        part = Message()
        if inner is not None:
            part["Content-Type"] = "message/rfc822"
            part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", f"{label}.eml"))
            part.set_payload([_mail(inner, depth + 1)])
        else:
            # one that cannot be read stays, empty: the mail's unpacker says so
            part["Content-Type"] = "application/octet-stream"
            part["Content-Transfer-Encoding"] = "base64"
            part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", label))
            part.set_payload(base64.encodebytes(content).decode("ascii"))
        found.append(part)
    return found


def _label(attachment: Any) -> str:
    values = _Values(attachment)
    names = (_told(attachment, "long_filename"), values.text(_LONG_NAME), values.text(_SHORT_NAME), values.text(_NAME))
    return next((" ".join(name.split()) for name in names if name.strip()), "")


def _inner(attachment: Any) -> Any:
    """The message that is attached, None where a file is."""
    with contextlib.suppress(*_ERRORS):
        if attachment.get_number_of_sub_items():
            return attachment.get_sub_item(0)
    return None


CONTAINER = Container(
    name="pst",
    title="Outlook mail stores (PST, OST)",
    media_types=("application/vnd.ms-outlook-pst",),
    is_archive=True,
    unpack=unpack,
)
