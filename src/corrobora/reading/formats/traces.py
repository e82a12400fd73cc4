"""What programs leave beside documents and still tells something: shortcuts (LNK), lock files of Word and Excel."""

from __future__ import annotations

import datetime as dt
import struct

from corrobora.errors import DamagedError, UnreadableError
from corrobora.model import magic
from corrobora.model.document import Reading
from corrobora.model.encoding import decode
from corrobora.reading.format import Format, ReadOptions
from corrobora.reading.language import detect
from corrobora.reading.writer import PageWriter

_EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)
_HAS_LIST, _HAS_PLACE, _IS_WIDE = 0x01, 0x02, 0x80
_TEXTS = ((0x04, "Description"), (0x08, "Path from here"), (0x10, "Folder"), (0x20, "Arguments"), (0x40, "Icon"))
_TIMES = ((28, "File created"), (36, "File opened"), (44, "File changed"))
_TRACKER = 0xA0000003
_LAST_TICKS = 2_650_467_743_990_000_000


def read(untrusted_bytes: bytes, options: ReadOptions) -> Reading:
    """Reads what a shortcut points to, when that was made and on which computer; of a lock file, whose it was."""
    try:
        told = _owner(untrusted_bytes) if options.media_type == magic.LOCK else _shortcut(untrusted_bytes)
    except (struct.error, IndexError, ValueError) as exc:
        raise DamagedError("it is torn", remedy="ask for another copy") from exc
    writer = PageWriter()
    for name, value in told.items():
        if value.strip():
            writer.line(f"{name}: {value}")
    if writer.is_empty:
        raise UnreadableError("it points to nothing", remedy="look at the original")
    page = writer.page()
    return Reading((writer.page(language=detect(page.text)),), {}, (), (), "traces")


def _owner(content: bytes) -> dict[str, str]:
    """Who had the document open: the name stands in the lock file twice, the second time in UTF-16."""
    count = struct.unpack_from("<H", content, 54)[0] if len(content) > 56 else 0
    wide = content[56 : 56 + 2 * count] if 0 < count <= content[0] else b""
    return {"Opened by": wide.decode("utf-16-le", "replace") or decode(content[1 : 1 + content[0]].strip(b"\0 "))[0]}


def _shortcut(content: bytes) -> dict[str, str]:
    (flags,) = struct.unpack_from("<I", content, 20)
    told: dict[str, str] = {}
    place = 76
    if flags & _HAS_LIST:
        place += 2 + struct.unpack_from("<H", content, place)[0]
    if flags & _HAS_PLACE:
        size = struct.unpack_from("<I", content, place)[0]
        told["Points to"] = _place(content[place : place + size])
        place += size
    for flag, name in _TEXTS:
        if flags & flag:
            count = struct.unpack_from("<H", content, place)[0] * (2 if flags & _IS_WIDE else 1)
            raw = content[place + 2 : place + 2 + count]
            told[name] = raw.decode("utf-16-le", "replace") if flags & _IS_WIDE else decode(raw)[0]
            place += 2 + count
    for where, name in _TIMES:
        (ticks,) = struct.unpack_from("<Q", content, where)
        if 0 < ticks < _LAST_TICKS:
            told[name] = f"{_EPOCH + dt.timedelta(microseconds=ticks // 10):%Y-%m-%d %H:%M} UTC"
    while place + 8 <= len(content):
        size, kind = struct.unpack_from("<II", content, place)
        if size < 8:
            break
        if kind == _TRACKER:
            told["Computer"] = content[place + 16 : place + 32].split(b"\0")[0].decode("ascii", "replace")
        place += size
    return told


def _place(info: bytes) -> str:
    """The path: of a file on a disk, or of one on a server; in UTF-16 where it is given so."""
    _, head, _, _, base, network, suffix = struct.unpack_from("<7I", info)
    if head >= 36:
        wide_base, wide_suffix = struct.unpack_from("<2I", info, 28)
        start = _wide(info, wide_base) if wide_base else ""
        end = _wide(info, wide_suffix) if wide_suffix else ""
        if start:
            return start + end
    start = _narrow(info, base) if base else ""
    if not start and network:
        start = _narrow(info, network + struct.unpack_from("<I", info, network + 8)[0]) + "\\"
    return start + (_narrow(info, suffix) if suffix else "")


def _narrow(info: bytes, at: int) -> str:
    return decode(info[at:].split(b"\0")[0])[0]


def _wide(info: bytes, at: int) -> str:
    return info[at:].decode("utf-16-le", "replace").split("\0")[0]


FORMAT = Format(
    name="traces",
    title="Shortcuts (LNK) and lock files of Word and Excel",
    media_types=(magic.SHORTCUT, magic.LOCK),
    read=read,
)
