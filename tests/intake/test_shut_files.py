"""What is shut opens with the passwords of the case, and only that is looked at again once they come."""

from __future__ import annotations

import base64
import hashlib
import hmac
import io
import struct
import zipfile
import zlib
from pathlib import Path

import inflate64
import py7zr
import pytest
from Cryptodome.Cipher import AES
from Cryptodome.Util import Counter
from reportlab.lib import pdfencrypt
from reportlab.pdfgen import canvas

from corrobora.case import Case, silent
from corrobora.case.sandbox import Sandbox
from corrobora.errors import EncryptedError
from corrobora.intake import rar, unpacking
from corrobora.intake.container import UnpackOptions
from corrobora.intake.step import take_in
from corrobora.model import magic
from corrobora.model.document import State
from corrobora.model.tables import PAGES
from corrobora.reading.step import read_documents

TEXT = "Список делегации: Ван Вэй, Ли На\n".encode() * 40
WORD = "ласточка"


def packed_by_hand(content: bytes, *, method: int, flags: int, extra: bytes, size: int, crc: int) -> bytes:
    """A ZIP with one member of a kind that the standard library does not write."""
    name = b"list.txt"
    head = struct.pack("<HHHHHIIIHH", 51, flags, method, 0, 33, crc, len(content), size, len(name), len(extra))
    local = b"PK\x03\x04" + head + name + extra + content
    central = b"PK\x01\x02" + struct.pack("<H", 51) + head + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name + extra
    return local + central + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)


def zip_aes(strength: int, method: int = 8) -> bytes:
    size = {1: 16, 2: 24, 3: 32}[strength]
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    plain = squeezer.compress(TEXT) + squeezer.flush() if method == 8 else TEXT
    salt = bytes(range(size // 2))
    keys = hashlib.pbkdf2_hmac("sha1", WORD.encode(), salt, 1000, 2 * size + 2)
    body = AES.new(keys[:size], AES.MODE_CTR, counter=Counter.new(128, little_endian=True)).encrypt(plain)
    seal = hmac.new(keys[size : 2 * size], body, "sha1").digest()[:10]
    extra = struct.pack("<HHHHBH", 0x9901, 7, 2, 0x4541, strength, method)
    return packed_by_hand(salt + keys[-2:] + body + seal, method=99, flags=1, extra=extra, size=len(TEXT), crc=0)


# "list.txt" holding "Ван Вэй", shut in the old way with the password "lastochka" by Info-ZIP
ZIP_OLD = base64.b64decode(
    "UEsDBAoACQAAAEaUeF1xYOjMGQAAAA0AAAAIABwAbGlzdC50eHRVVAkAA6PYBWuj2AVrdXgLAAEEAAAAAAQAAAAAcGfjyu+fy4Lf"
    "asACgdkIKSGUGQCgIWxsbVBLBwhxYOjMGQAAAA0AAABQSwECHgMKAAkAAABGlHhdcWDozBkAAAANAAAACAAYAAAAAAABAAAApIEA"
    "AAAAbGlzdC50eHRVVAUAA6PYBWt1eAsAAQQAAAAABAAAAABQSwUGAAAAAAEAAQBOAAAAawAAAAAA"
)


def seven_zip(*, names_too: bool) -> bytes:
    target = io.BytesIO()
    with py7zr.SevenZipFile(target, "w", password=WORD, header_encryption=names_too) as archive:
        archive.writestr(TEXT, "list.txt")
    return target.getvalue()


def rar_5(*, names_too: bool) -> bytes:
    """A stored member, shut with AES-256 as the format's description says."""
    salt, vector = bytes(range(16)), bytes(range(16, 32))
    key = hashlib.pbkdf2_hmac("sha256", WORD.encode(), salt, 1 << 5)
    long_check = hashlib.pbkdf2_hmac("sha256", WORD.encode(), salt, (1 << 5) + 32)
    check = bytes(long_check[n] ^ long_check[n + 8] ^ long_check[n + 16] ^ long_check[n + 24] for n in range(8))
    check += hashlib.sha256(check).digest()[:4]
    record = b"\x01\x00\x01\x05" + salt + vector + check
    record = rar.as_vint(len(record)) + record
    body = AES.new(key, AES.MODE_CBC, iv=vector).encrypt(TEXT + bytes(-len(TEXT) % 16))
    file = b"\x02\x03" + rar.as_vint(len(record)) + rar.as_vint(len(body)) + b"\x00" + rar.as_vint(len(TEXT))
    file += b"\x20\x00\x00\x08list.txt" + record
    headers = [b"\x01\x00\x00", file, b"\x05\x00\x00"]
    blocks = [with_checksum(header) for header in headers]
    if not names_too:
        return rar.SIGNATURE_5 + blocks[0] + blocks[1] + body + blocks[2]
    lock = with_checksum(b"\x04\x00\x00\x01\x05" + salt + check)
    shut = [vector + AES.new(key, AES.MODE_CBC, iv=vector).encrypt(block + bytes(-len(block) % 16)) for block in blocks]
    return rar.SIGNATURE_5 + lock + shut[0] + shut[1] + body + shut[2]


def with_checksum(header: bytes) -> bytes:
    whole = rar.as_vint(len(header)) + header
    return struct.pack("<I", zlib.crc32(whole)) + whole


def rar_4(*, names_too: bool) -> bytes:
    """The same in the older layout: AES-128 with a key out of 262,144 rounds of SHA-1."""
    salt = bytes(range(8))
    seed, state, vector = WORD.encode("utf-16-le") + salt, hashlib.sha1(), b""
    for number in range(0x40000):
        state.update(seed + struct.pack("<I", number)[:3])
        if number % 0x4000 == 0:
            vector += state.digest()[-1:]
    key = struct.pack("<4I", *struct.unpack(">4I", state.digest()[:16]))
    body = AES.new(key, AES.MODE_CBC, iv=vector).encrypt(TEXT + bytes(-len(TEXT) % 16))
    file = struct.pack("<BHHII", 0x74, 0x8404, 7 + 25 + 8 + 8, len(body), len(TEXT))
    file += struct.pack("<BIIBBHI", 2, zlib.crc32(TEXT), 0, 29, 0x30, 8, 0x20) + b"list.txt" + salt
    main = struct.pack("<BHHHI", 0x73, 0x80 if names_too else 0, 13, 0, 0)
    end = struct.pack("<BHH", 0x7B, 0x4000, 7)
    blocks = [rar.crc_4(header) + header for header in (main, file, end)]
    if not names_too:
        return rar.SIGNATURE_4 + blocks[0] + blocks[1] + body + blocks[2]
    shut = [
        salt + AES.new(key, AES.MODE_CBC, iv=vector).encrypt(block + bytes(-len(block) % 16)) for block in blocks[1:]
    ]
    return rar.SIGNATURE_4 + blocks[0] + shut[0] + body + shut[1]


LOCKED = {
    "zip aes-128": lambda: zip_aes(1),
    "zip aes-256": lambda: zip_aes(3),
    "zip aes-256 stored": lambda: zip_aes(3, method=0),
    "7z": lambda: seven_zip(names_too=False),
    "7z with names": lambda: seven_zip(names_too=True),
    "rar 5": lambda: rar_5(names_too=False),
    "rar 5 with names": lambda: rar_5(names_too=True),
    "rar 4": lambda: rar_4(names_too=False),
    "rar 4 with names": lambda: rar_4(names_too=True),
}


@pytest.fixture(scope="module")
def cage() -> Sandbox:
    with Sandbox((unpacking.UNPACK,), unpacking.preload) as sandbox:
        yield sandbox


@pytest.mark.parametrize("name", LOCKED)
def test_a_shut_archive_opens_with_its_password_in_the_cage(cage: Sandbox, name: str) -> None:
    content = LOCKED[name]()
    options = UnpackOptions(magic.media_type(content), "a", passwords=("wrong", WORD))
    unpacked = cage.run(unpacking.UNPACK, content, options).answer
    assert [(member.name, member.untrusted_bytes) for member in unpacked.members] == [("list.txt", TEXT)]
    assert unpacked.problems == ()


@pytest.mark.parametrize("name", LOCKED)
@pytest.mark.parametrize("passwords", [(), ("wrong",)])
def test_without_it_the_archive_says_what_would_help(name: str, passwords: tuple[str, ...]) -> None:
    content = LOCKED[name]()
    options = UnpackOptions(magic.media_type(content), "a", passwords=passwords)
    try:
        code = [(code, remedy) for _, code, _, remedy in unpacking.unpack(content, options).problems]
    except EncryptedError as exc:
        code = [(exc.code, exc.remedy)]
    assert code == [("encrypted", EncryptedError.way_out)]


def test_the_old_encryption_of_zip_opens_too() -> None:
    options = UnpackOptions(magic.ZIP, "a", passwords=("wrong", "lastochka"))
    assert unpacking.unpack(ZIP_OLD, options).members[0].untrusted_bytes.decode() == "Ван Вэй"


def test_members_of_large_archives_made_by_windows_open() -> None:
    squeezer = inflate64.Deflater()
    content = squeezer.deflate(TEXT) + squeezer.flush()
    packed = packed_by_hand(content, method=9, flags=0, extra=b"", size=len(TEXT), crc=zlib.crc32(TEXT))
    assert unpacking.unpack(packed, UnpackOptions(magic.ZIP)).members[0].untrusted_bytes == TEXT


def test_a_sealed_member_that_was_changed_does_not_open() -> None:
    content = bytearray(zip_aes(3))
    content[90] ^= 1
    problems = unpacking.unpack(bytes(content), UnpackOptions(magic.ZIP, passwords=(WORD,))).problems
    assert [code for _, code, _, _ in problems] == ["encrypted"]


def locked_pdf() -> bytes:
    target = io.BytesIO()
    page = canvas.Canvas(target, encrypt=pdfencrypt.StandardEncryption("lastochka", canPrint=0))
    page.drawString(60, 700, "Minutes of the meeting in Zarechny")
    page.save()
    return target.getvalue()


def test_only_what_was_shut_is_looked_at_again_when_a_password_comes(tmp_path: Path) -> None:
    leak = tmp_path / "leak"
    leak.mkdir()
    (leak / "list.zip").write_bytes(zip_aes(3))
    (leak / "minutes.pdf").write_bytes(locked_pdf())
    (leak / "note.txt").write_text("A note")
    with zipfile.ZipFile(leak / "open.zip", "w") as archive:
        archive.writestr("minutes.pdf", locked_pdf())
        archive.writestr("other.txt", "Another note")
    with Case.create(tmp_path / "case") as case:
        assert "# passwords = " in (case.root / "case.toml").read_text(encoding="utf-8")
        for passwords in ("[]", f'["lastochka", "{WORD}"]', f'["lastochka", "{WORD}"]'):
            (case.root / "case.toml").write_text(f"[settings]\npasswords = {passwords}\n", encoding="utf-8")
            taken, done = take_in(case, leak, silent), read_documents(case, silent)
            if passwords == "[]":
                shut = {one.path for one in case.documents(State.UNREAD)}
                remedies = {failure.remedy for failure in case.failures()}
                first = dict(case.db.execute("select document, part from part_documents where name='pages'"))
        second = dict(case.db.execute("select document, part from part_documents where name='pages'"))
        assert shut == {"list.zip", "minutes.pdf", "open.zip!/minutes.pdf"}
        assert remedies == {EncryptedError.way_out}
        assert {one.state for one in case.documents()} == {State.READ}
        assert {path for path in second if first.get(path) != second[path]} == {*shut, "list.zip!/list.txt"}
        assert (taken.new, taken.changed, done.pages) == (0, 0, 0)
        assert case.failures() == []
        assert sum("Zarechny" in page.text for page in case.read(PAGES)) == 2
