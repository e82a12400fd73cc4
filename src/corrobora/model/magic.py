"""What kind of file these bytes are: by what they hold, never by the file's ending. Pure."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

OOXML = "application/vnd.openxmlformats-officedocument."
DOCX, XLSX, PPTX = (
    OOXML + "wordprocessingml.document",
    OOXML + "spreadsheetml.sheet",
    OOXML + "presentationml.presentation",
)
XLSB = "application/vnd.ms-excel.sheet.binary.macroenabled.12"
DOC, XLS, PPT, MSG = (
    "application/msword",
    "application/vnd.ms-excel",
    "application/vnd.ms-powerpoint",
    "application/vnd.ms-outlook",
)
OLE, ENCRYPTED_OFFICE = "application/x-ole-storage", "application/x-ole-encrypted"
ZIP, BINARY, TEXT = "application/zip", "application/octet-stream", "text/plain"
EML, MBOX, EMPTY = "message/rfc822", "application/mbox", "application/x-empty"
TNEF = "application/vnd.ms-tnef"
SHORTCUT, LOCK = "application/x-ms-shortcut", "application/x-office-lock"
THUMBNAILS, FOLDER_STORE = "application/x-thumbs-db", "application/x-apple-ds-store"

_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"{\\rtf", "application/rtf"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (0, b"II*\0", "image/tiff"),
    (0, b"MM\0*", "image/tiff"),
    (0, b"\0\0\0\x0cjP  \r\n", "image/jp2"),
    (0, b"\xff\x4f\xff\x51", "image/jp2"),
    (0, b"AT&TFORM", "image/vnd.djvu"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"Rar!\x1a\x07", "application/vnd.rar"),
    (0, b"\x1f\x8b", "application/gzip"),
    (0, b"BZh", "application/x-bzip2"),
    (0, b"\xfd7zXZ\0", "application/x-xz"),
    (0, b"\x28\xb5\x2f\xfd", "application/zstd"),
    (0, b"\x04\x22\x4d\x18", "application/x-lz4"),
    (0, b"MSCF", "application/vnd.ms-cab-compressed"),
    (0, b"!BDN", "application/vnd.ms-outlook-pst"),
    (0, b"SQLite format 3\0", "application/vnd.sqlite3"),
    (0, b"\x78\x9f\x3e\x22", TNEF),
    (0, b"\x4c\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0\x46", SHORTCUT),
    (4, b"Bud1", FOLDER_STORE),
    (4, b"Standard Jet DB", "application/x-msaccess"),
    (4, b"Standard ACE DB", "application/x-msaccess"),
    (0, b"HWP Document File", "application/x-hwp"),
    (257, b"ustar", "application/x-tar"),
    (0, b"\x00\x00\x01\x00", "image/vnd.microsoft.icon"),
    (0, b"PAR1", "application/vnd.apache.parquet"),
    (0, b"\x7fELF", "application/x-elf"),
    (0, b"\x00\x05\x16\x07", "application/applefile"),
    (0, b"OggS", "application/ogg"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"fLaC", "audio/flac"),
    (0, b"\x1aE\xdf\xa3", "video/x-matroska"),
    (0, b"%!PS", "application/postscript"),
    (0, b"wOFF", "font/woff"),
    (0, b"wOF2", "font/woff2"),
)

_ZIP_MARKS: tuple[tuple[str, str], ...] = (
    ("word/document", DOCX),
    ("xl/workbook.bin", XLSB),
    ("xl/", XLSX),
    ("ppt/", PPTX),
    ("word/", DOCX),
    ("Index/Document.iwa", "application/vnd.apple.iwork"),
    ("index.apxl", "application/vnd.apple.iwork"),
    ("Index.zip", "application/vnd.apple.iwork"),
    ("index.xml", "application/vnd.apple.iwork"),
    ("FixedDocSeq.fdseq", "application/oxps"),
    ("FixedDocumentSequence.fdseq", "application/oxps"),
    ("META-INF/container.xml", "application/epub+zip"),
)

_OLE_MARKS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", ENCRYPTED_OFFICE),
    ("__properties_version1.0", MSG),
    ("PowerPoint Document", PPT),
    ("WordDocument", DOC),
    ("Workbook", XLS),
    ("Book", XLS),
    ("FileHeader", "application/x-hwp"),
    ("MatOST", "application/vnd.ms-works"),
    ("CONTENTS", "application/vnd.ms-works"),
    ("SPELLING", "application/vnd.ms-works"),
    ("VisioDocument", "application/vnd.visio"),
    ("Catalog", THUMBNAILS),
)

_LONGEST_OWNER = 52

_HEADER = re.compile(
    rb"^(?:from|to|cc|bcc|subject|date|received|return-path|message-id|mime-version|reply-to|delivered-to|x-[\w-]+|"
    rb"content-type|content-transfer-encoding|dkim-signature|sender|in-reply-to|references|envelope-to|"
    rb"thread-topic|thread-index|list-id|authentication-results|arc-seal|user-agent|importance|status):",
    re.IGNORECASE,
)
_MAIL_SURE = re.compile(
    rb"^(?:received|return-path|message-id|mime-version|delivered-to|content-type|from|dkim-signature|subject|date):",
    re.IGNORECASE,
)
_TAG = re.compile(
    rb"<(?:head|body|meta|title|script|style|link|base|p|div|span|table|center|font|h[1-6]|ul|ol|br|img|form)[\s>/]"
)
_ANY_HEADER = re.compile(rb"^[!-9;-~]{1,76}:")


@dataclass(frozen=True, slots=True)
class ZipEntry:
    """One line of a ZIP's directory, as it claims to be."""

    name: str
    size: int
    packed: int


def media_type(untrusted_bytes: bytes) -> str:
    """The media type of a file, by its bytes alone.

    Example:
        >>> media_type(b"%PDF-1.7 ...")
        'application/pdf'
    """
    if not untrusted_bytes:
        return EMPTY
    head = untrusted_bytes[:4096]
    if head.startswith(b"%PDF-"):
        return "application/pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip_type(untrusted_bytes)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _ole_type(untrusted_bytes)
    for offset, signature, kind in _SIGNATURES:
        if head.startswith(signature, offset):
            return kind
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    return (
        _riff_or_iso(head) or _office_without_storage(head) or _dbf_type(untrusted_bytes) or _text_type(untrusted_bytes)
    )


def _riff_or_iso(head: bytes) -> str:
    if head[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}.get(head[8:12], BINARY)
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        if brand in (b"heic", b"heix", b"mif1", b"msf1", b"hevc", b"heim", b"heis"):
            return "image/heic"
        return "image/avif" if brand in (b"avif", b"avis") else "video/mp4"
    if (
        head[:2] == b"BM"
        and len(head) > 26
        and head[14:18] in (b"\x28\0\0\0", b"\x0c\0\0\0", b"\x6c\0\0\0", b"\x7c\0\0\0")
    ):
        return "image/bmp"
    return ""


def _office_without_storage(head: bytes) -> str:
    """Excel 2 to 4 wrote bare records; Word 2 and Write have their own magic."""
    if head[:4] in (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00"):
        return XLS
    if len(head) in (162, 165) and 0 < head[0] <= _LONGEST_OWNER and not head[1 + head[0] : 54].strip(b" \0"):
        # what Word and Excel put beside a document while it is open: its user, narrow and wide
        return LOCK
    return DOC if head[:2] in (b"\xdb\xa5", b"\x31\xbe") else ""


def _dbf_type(untrusted_bytes: bytes) -> str:
    if len(untrusted_bytes) < 65 or untrusted_bytes[0] not in (0x03, 0x30, 0x31, 0x83, 0x8B, 0xF5):
        return ""
    header, record = struct.unpack_from("<HH", untrusted_bytes, 8)
    plausible = (
        1 <= untrusted_bytes[2] <= 12
        and 1 <= untrusted_bytes[3] <= 31
        and 65 <= header <= len(untrusted_bytes)
        and record
    )
    return "application/x-dbf" if plausible and 0x0D in untrusted_bytes[32 : header + 1] else ""


# ---- ZIP


def zip_directory(untrusted_bytes: bytes, limit: int = 5000) -> list[ZipEntry]:
    """The directory of a ZIP file, at most so many entries; of a torn one, what its local headers say."""
    end = untrusted_bytes.rfind(b"PK\x05\x06", max(0, len(untrusted_bytes) - 66_000))
    entries: list[ZipEntry] = []
    if end >= 0 and end + 22 <= len(untrusted_bytes):
        size, offset = struct.unpack_from("<II", untrusted_bytes, end + 12)
        # Some ZIPs stand behind other bytes: then the offsets are wrong by the length of what stands before.
        place = end - size if untrusted_bytes[end - size : end - size + 4] == b"PK\x01\x02" else offset
        entries = _central_entries(untrusted_bytes, place, limit)
    return entries or _local_entries(untrusted_bytes, limit)


def hidden_zip(untrusted_bytes: bytes) -> list[ZipEntry]:
    """The directory of a ZIP that hangs on to a file of another kind, which so has two faces; [] where none does."""
    if untrusted_bytes.startswith(b"PK") or b"PK\x05\x06" not in untrusted_bytes[-66_000:]:
        return []
    end = untrusted_bytes.rfind(b"PK\x05\x06")
    if end + 22 > len(untrusted_bytes):
        return []
    size, offset = struct.unpack_from("<II", untrusted_bytes, end + 12)
    starts = (end - size, offset)
    found = (_central_entries(untrusted_bytes, start, 1000) for start in starts)
    return next((entries for entries in found if entries), [])


def _central_entries(untrusted_bytes: bytes, place: int, limit: int) -> list[ZipEntry]:
    entries: list[ZipEntry] = []
    while len(entries) < limit and place >= 0 and untrusted_bytes[place : place + 4] == b"PK\x01\x02":
        if place + 46 > len(untrusted_bytes):
            break
        packed, size, name_size, extra_size, comment_size = struct.unpack_from("<IIHHH", untrusted_bytes, place + 20)
        name = untrusted_bytes[place + 46 : place + 46 + name_size]
        extra = untrusted_bytes[place + 46 + name_size : place + 46 + name_size + extra_size]
        if size == 0xFFFFFFFF:
            size = _zip64_size(extra)
        entries.append(ZipEntry(name.decode("utf-8", "backslashreplace"), size, packed))
        place += 46 + name_size + extra_size + comment_size
    return entries


def _zip64_size(extra: bytes) -> int:
    if len(extra) >= 12 and extra[:2] == b"\x01\x00":
        return int(struct.unpack_from("<Q", extra, 4)[0])
    return 0xFFFFFFFF


def _local_entries(untrusted_bytes: bytes, limit: int) -> list[ZipEntry]:
    entries: list[ZipEntry] = []
    place = untrusted_bytes.find(b"PK\x03\x04")
    while place >= 0 and len(entries) < min(limit, 500) and place + 30 <= len(untrusted_bytes):
        packed, size, name_size = struct.unpack_from("<IIH", untrusted_bytes, place + 18)
        name = untrusted_bytes[place + 30 : place + 30 + name_size]
        entries.append(ZipEntry(name.decode("utf-8", "backslashreplace"), size, packed))
        place = untrusted_bytes.find(b"PK\x03\x04", place + 30 + name_size)
    return entries


def _zip_type(untrusted_bytes: bytes) -> str:
    if untrusted_bytes[30:38] == b"mimetype":
        start = 38 + struct.unpack_from("<H", untrusted_bytes, 28)[0]
        declared = re.match(rb"application/[\w.+-]{3,80}", untrusted_bytes[start : start + 100])
        if declared:
            return re.sub(r"PK$", "", declared.group().decode())
    names = [entry.name.replace("\\", "/") for entry in zip_directory(untrusted_bytes, limit=2000)]
    if "[Content_Types].xml" in names or "docProps/app.xml" in names or "word/document.xml" in names:
        for mark, kind in _ZIP_MARKS[:5]:
            if any(name.startswith(mark) for name in names):
                return kind
    for mark, kind in _ZIP_MARKS[5:]:
        if mark in names or any(name.endswith("/" + mark) for name in names[:20] if "Index" in mark):
            return kind
    return ZIP


# ---- OLE storage


def ole_names(untrusted_bytes: bytes) -> list[str]:
    """Names of the streams and storages directly under the root of an OLE file ([] where it is torn)."""
    entries = _ole_entries(untrusted_bytes)
    names: list[str] = []
    waiting = [entries[0][3]] if entries else []
    seen: set[int] = set()
    while waiting:
        index = waiting.pop()
        if index in seen or not 0 <= index < len(entries):
            continue
        seen.add(index)
        name, left, right, _ = entries[index]
        names.append(name)
        waiting += [left, right]
    return names


def _ole_entries(untrusted_bytes: bytes) -> list[tuple[str, int, int, int]]:
    """(name, left, right, child) of the directory's entries."""
    if len(untrusted_bytes) < 512:
        return []
    shift = struct.unpack_from("<H", untrusted_bytes, 30)[0]
    if shift not in (9, 12):
        return []
    size = 1 << shift
    fat_sectors = [s for s in struct.unpack_from("<109I", untrusted_bytes, 76) if s < 0xFFFFFFFA]
    sector = struct.unpack_from("<I", untrusted_bytes, 48)[0]
    entries: list[tuple[str, int, int, int]] = []
    seen: set[int] = set()
    while sector < 0xFFFFFFFA and sector not in seen and len(seen) < 2000:
        seen.add(sector)
        block = untrusted_bytes[(sector + 1) << shift : (sector + 2) << shift]
        for place in range(0, len(block) - 127, 128):
            length = struct.unpack_from("<H", block, place + 64)[0]
            name = block[place : place + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            entries.append((name, *struct.unpack_from("<iii", block, place + 68)))
        table, slot = divmod(sector, size // 4)
        if table >= len(fat_sectors):
            break
        where = ((fat_sectors[table] + 1) << shift) + 4 * slot
        if where + 4 > len(untrusted_bytes):
            break
        sector = struct.unpack_from("<I", untrusted_bytes, where)[0]
    return entries


def _ole_type(untrusted_bytes: bytes) -> str:
    names = ole_names(untrusted_bytes)
    for mark, kind in _OLE_MARKS:
        if mark in names:
            return kind
    for mark, kind in _OLE_MARKS:
        if mark.encode("utf-16-le") in untrusted_bytes:
            return kind
    return OLE


# ---- text


def _text_type(untrusted_bytes: bytes) -> str:
    head = untrusted_bytes[:8192]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_utf16(head):
        return TEXT
    control = sum(head.count(code) for code in (*range(1, 9), 0x0B, *range(0x0E, 0x1B), 0x7F))
    if head.count(0) > len(head) * 0.005 or control > len(head) * (0.3 if _is_utf8(head) else 0.02):
        return BINARY
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"From ") and _mail_headers(start.split(b"\n", 1)[-1]):
        return MBOX
    if _mail_headers(start):
        return EML
    return _markup_type(start[:2048].lower())


def _is_utf8(head: bytes) -> bool:
    try:
        head[:-4].decode("utf-8")
    except UnicodeDecodeError as exc:
        return exc.start >= len(head) - 8
    return True


def _looks_utf16(head: bytes) -> bool:
    if len(head) < 8:
        return False
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return max(even, odd) > len(head) * 0.2 and min(even, odd) < len(head) * 0.02


def _mail_headers(start: bytes) -> bool:
    known = sure = 0
    for line in start[:4096].splitlines()[:40]:
        if not line.strip():
            break
        if line[:1] in b" \t":
            continue
        if not _ANY_HEADER.match(line):
            return False
        known += bool(_HEADER.match(line))
        sure += bool(_MAIL_SURE.match(line))
    return known >= 2 and sure >= 2


def _markup_type(start: bytes) -> str:
    if start.startswith(b"begin:vcalendar"):
        return "text/calendar"
    if start.startswith(b"begin:vcard"):
        return "text/vcard"
    if b"<html" in start or b"<!doctype html" in start or _TAG.match(start):
        return "text/html"
    if b"<fictionbook" in start:
        return "application/x-fictionbook+xml"
    if b"<svg" in start and start.startswith((b"<?xml", b"<svg", b"<!doctype svg")):
        return "image/svg+xml"
    if start.startswith((b"<?xml", b"<!doctype")):
        return "text/xml"
    if start.startswith(b"-----begin pkcs7") or start.startswith(b"-----begin cms"):
        return "application/pkcs7-mime"
    return TEXT
