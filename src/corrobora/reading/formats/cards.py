"""Calendars and address cards (ICS, VCS, VCF): lines unfolded, values in plain letters, pictures left out."""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass

from corrobora.errors import UnreadableError
from corrobora.model.document import Reading
from corrobora.model.encoding import decode
from corrobora.reading.format import Format, ReadOptions
from corrobora.reading.language import detect
from corrobora.reading.writer import PageWriter

_NAME = re.compile(rb"(?P<name>(?:[\w-]+\.)?[\w-]+)(?P<with>(?:;(?:\"[^\"]*\"|[^:\"])*)?):(?P<value>.*)", re.DOTALL)
_ESCAPED = re.compile(r"\\([nN\\,;:])")
_WHEN = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(?:\d\d)?(Z)?)?")
_SILENT = frozenset((b"BEGIN", b"END", b"VERSION", b"PRODID", b"CALSCALE", b"METHOD", b"SEQUENCE", b"TRANSP", b"REV"))
_PICTURES = frozenset((b"PHOTO", b"LOGO", b"SOUND", b"KEY"))
_WORDS = {
    "SUMMARY": "Summary", "LOCATION": "Location", "DTSTART": "Start", "DTEND": "End", "DUE": "Due",
    "DESCRIPTION": "Description", "ORGANIZER": "Organizer", "ATTENDEE": "Attendee", "RRULE": "Repeats",
    "CREATED": "Created", "LAST-MODIFIED": "Modified", "STATUS": "Status", "FN": "Name", "N": "Name in parts",
    "ORG": "Company", "TITLE": "Post", "ROLE": "Role", "TEL": "Telephone", "EMAIL": "E-mail", "ADR": "Address",
    "NOTE": "Note", "BDAY": "Birthday", "NICKNAME": "Nickname", "URL": "URL", "ATTACH": "Attachment",
    "COMMENT": "Comment", "CATEGORIES": "Categories",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Line:
    """A property: its name, its parameters in one text, its value."""

    name: str
    told: str
    value: str


def read(untrusted_bytes: bytes, options: ReadOptions) -> Reading:
    """Reads every entry with a line for each of its properties, an empty line between entries."""
    writer = PageWriter()
    zones = 0
    for line in _lines(untrusted_bytes):
        zones += {"BEGIN": 1, "END": -1}.get(line.name, 0) * (line.value.strip().upper() == "VTIMEZONE")
        if line.name == "END" and line.value.strip().upper() in ("VEVENT", "VTODO", "VCARD", "VJOURNAL"):
            writer.line("")
        elif line.name and not zones and line.value.strip() and line.name.encode() not in _SILENT:
            writer.line(_shown(line))
    if writer.is_empty:
        raise UnreadableError("it holds no entry", remedy="look at the original")
    page = writer.page()
    return Reading((writer.page(language=detect(page.text)),), {}, (), (), "cards")


def _lines(untrusted_bytes: bytes) -> Iterator[_Line]:
    for raw in _unfolded(untrusted_bytes):
        found = _NAME.match(raw)
        if found is None:
            continue
        name = found["name"].upper().rpartition(b".")[2]
        told = found["with"].decode("utf-8", "replace")
        if name in _PICTURES:
            continue
        value, upper = found["value"], told.upper()
        if "QUOTED-PRINTABLE" in upper:
            value = quopri.decodestring(value)
        elif re.search(r"ENCODING=(?:B|BASE64)\b|;BASE64\b", upper):
            try:
                value = base64.b64decode(re.sub(rb"\s", b"", value))
            except (binascii.Error, ValueError):
                continue
        charset = re.search(r"CHARSET=\"?([\w-]+)", told, re.IGNORECASE)
        yield _Line(name.decode("ascii", "replace"), told, decode(value, charset[1] if charset else "")[0])


def _unfolded(untrusted_bytes: bytes) -> Iterator[bytes]:
    """Lines with those that go on joined: by a blank in front, or by the "=" at the end of quoted-printable."""
    if untrusted_bytes[:2] in (b"\xff\xfe", b"\xfe\xff"):
        untrusted_bytes = decode(untrusted_bytes)[0].encode()
    whole = b""
    for raw in untrusted_bytes.removeprefix(b"\xef\xbb\xbf").splitlines():
        goes_on = whole.endswith(b"=") and b"QUOTED-PRINTABLE" in whole.partition(b":")[0].upper()
        if goes_on:
            whole = whole + b"\r\n" + raw
        elif raw[:1] in (b" ", b"\t") and whole:
            whole += raw[1:]
        else:
            if whole:
                yield whole
            whole = raw
    if whole:
        yield whole


def _shown(line: _Line) -> str:
    value = _WHEN.sub(_moment, line.value) if line.name.startswith(("DT", "DUE", "CREATED", "LAST-", "BDAY")) else ""
    value = value or _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], line.value)
    zone = re.search(r"TZID=\"?([^;:\"]+)", line.told)
    if zone and value[:1].isdigit():
        value = f"{value} ({zone[1]})"
    person = re.search(r"CN=(?:\"([^\"]+)\"|([^;:]+))", line.told)
    if line.name in ("ORGANIZER", "ATTENDEE"):
        value = re.sub(r"(?i)^mailto:", "", value)
        value = f"{person[1] or person[2]} <{value}>" if person else value
    if line.name in ("N", "ADR", "ORG"):
        value = ", ".join(part.strip() for part in value.split(";") if part.strip())
    return f"{_WORDS.get(line.name, line.name)}: {value}"


def _moment(found: re.Match[str]) -> str:
    year, month, day, hour, minute, zulu = found.groups()
    return f"{year}-{month}-{day}" + (f" {hour}:{minute}" if hour else "") + (" UTC" if zulu else "")


FORMAT = Format(
    name="cards",
    title="Calendars and address cards (ICS, VCS, VCF)",
    media_types=("text/calendar", "text/vcard"),
    read=read,
)
