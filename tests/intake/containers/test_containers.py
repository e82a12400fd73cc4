"""Every container: documented, deterministic, and no torn or hostile input makes it fail in its own way."""

from __future__ import annotations

import bz2
import contextlib
import gzip
import io
import lzma
import struct
import tarfile
import time
import zipfile
import zlib
from functools import lru_cache

import py7zr
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corrobora.case.sandbox import Budget
from corrobora.errors import OverBudgetError, UnreadableError
from corrobora.intake import unpacking
from corrobora.intake.container import UnpackOptions, safe_name, unique
from corrobora.intake.containers import REGISTRY
from corrobora.model import magic
from corrobora.model.document import Member
from corrobora.reading import package

TEXT = "Список делегации\n".encode()


def as_zip() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("a.txt", TEXT)
    return target.getvalue()


def as_tar() -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        entry = tarfile.TarInfo("a.txt")
        entry.size = len(TEXT)
        archive.addfile(entry, io.BytesIO(TEXT))
    return target.getvalue()


def as_7z() -> bytes:
    target = io.BytesIO()
    with py7zr.SevenZipFile(target, "w") as archive:
        archive.writestr(TEXT, "a.txt")
    return target.getvalue()


MAIL = (
    b"From: a@example.org\nTo: b@example.org\nSubject: s\nMIME-Version: 1.0\n"
    b'Content-Type: multipart/mixed; boundary="q"\n\n--q\nContent-Type: text/plain\n\nhello\n'
    b'--q\nContent-Type: text/plain; name="a.txt"\nContent-Disposition: attachment; filename="a.txt"\n\n'
    + TEXT
    + b"\n--q--\n"
)

SAMPLES = {
    "zip": as_zip(),
    "archive": as_tar(),
    "7z": as_7z(),
    "compressed": gzip.compress(TEXT),
    "bz2": bz2.compress(TEXT),
    "xz": lzma.compress(TEXT),
    "tgz": gzip.compress(as_tar()),
    "mail": MAIL,
    "mbox": b"From a@example.org Mon Mar  4 10:00:00 2024\n" + MAIL + b"\n\nFrom b Mon Mar  4 10:00:00 2024\n" + MAIL,
}


def opened(untrusted_bytes: bytes, name: str = "a.txt.gz") -> unpacking.Unpacked:
    return unpacking.unpack(untrusted_bytes, UnpackOptions(magic.media_type(untrusted_bytes), name))


@pytest.mark.parametrize("entry", list(REGISTRY), ids=lambda entry: entry.name)
def test_every_entry_is_documented_and_knows_its_types(entry) -> None:
    assert entry.title
    assert entry.unpack.__doc__
    assert entry.media_types


@pytest.mark.parametrize("name", [name for name in SAMPLES if name != "mbox"])
def test_members_come_out_whole(name: str) -> None:
    unpacked = opened(SAMPLES[name])
    assert [member.name for member in unpacked.members] == ["a.txt"]
    assert unpacked.members[0].untrusted_bytes.strip() == TEXT.strip()
    assert unpacked.problems == ()


def test_a_mail_folder_is_cut_into_messages() -> None:
    unpacked = opened(SAMPLES["mbox"])
    assert [member.name for member in unpacked.members] == ["1.eml", "2.eml"]
    assert all(magic.media_type(member.untrusted_bytes) == "message/rfc822" for member in unpacked.members)


@pytest.mark.parametrize("name", SAMPLES)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_torn_and_mangled_input_fails_in_one_way(name: str, data: st.DataObject) -> None:
    content = bytearray(SAMPLES[name])
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(1, len(content)))
    kind = magic.media_type(SAMPLES[name])
    with contextlib.suppress(UnreadableError):
        unpacking.unpack(bytes(content[:end]), UnpackOptions(kind, "a.gz"))


@pytest.mark.parametrize("name", ["zip", "archive", "compressed", "bz2", "xz"])
def test_budgets_hold(name: str) -> None:
    big = bytes(3 << 20)
    budget = Budget(total_bytes=1 << 20, free_bytes=1 << 20)
    packed = {
        "zip": lambda: zip_of(big),
        "archive": lambda: tar_of(big),
        "compressed": lambda: gzip.compress(big),
        "bz2": lambda: bz2.compress(big),
        "xz": lambda: lzma.compress(big),
    }[name]()
    unpacked = unpacking.unpack(packed, UnpackOptions(magic.media_type(packed), "a", budget))
    assert unpacked.members == ()
    assert unpacked.problems[0][1] == "over-budget"


@lru_cache
def zeros(megabytes: int) -> bytes:
    """A deflated stream of so many megabytes of nothing."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return b"".join(squeezer.compress(bytes(1 << 20)) for _ in range(megabytes)) + squeezer.flush()


@pytest.mark.parametrize("name", ["zip", "docx", "gz", "xz"])
def test_a_bomb_is_refused_before_it_unfolds(name: str) -> None:
    """200 kB (xz: 45 kB) that would unfold to 200 MB (300 MB)."""
    member = "word/document.xml" if name == "docx" else "a.txt"
    if name in ("zip", "docx"):
        packed = zip_around(zeros(200), 200 << 20, member)
    elif name == "gz":
        packed = b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + zeros(200) + struct.pack("<II", 0, 200 << 20)
    else:
        packed = lzma.compress(bytes(300 << 20), preset=0)
    started = time.process_time()
    if name == "docx":
        with pytest.raises(OverBudgetError):
            package.check(packed)
    else:
        kind = magic.media_type(packed)
        assert unpacking.unpack(packed, UnpackOptions(kind, "a")).problems[0][1] == "over-budget"
    assert time.process_time() - started < 0.05


def zip_around(deflated: bytes, size: int, name: str) -> bytes:
    raw = name.encode()
    head = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, 0, len(deflated), size, len(raw), 0)
    local = b"PK\x03\x04" + head + raw + deflated
    central = b"PK\x01\x02" + struct.pack("<H", 20) + head + struct.pack("<HHHII", 0, 0, 0, 0, 0) + raw
    return local + central + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)


def zip_of(content: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", content)
    return target.getvalue()


def tar_of(content: bytes) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        entry = tarfile.TarInfo("a")
        entry.size = len(content)
        archive.addfile(entry, io.BytesIO(content))
    return target.getvalue()


def test_a_torn_zip_gives_what_is_left() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("first.txt", TEXT * 50)
        archive.writestr("second.txt", TEXT * 50)
    unpacked = opened(target.getvalue()[:-160])
    assert unpacked.members[0] == Member("first.txt", TEXT * 50)
    assert unpacked.problems[0][1] == "damaged"


@given(st.text(max_size=60))
def test_names_stay_below_their_container(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert not safe.startswith("/")
    assert not {"", ".", ".."} & set(safe.split("/"))
    assert not any(ord(letter) < 32 for letter in safe)
    assert safe_name(safe) == safe


@given(st.lists(st.sampled_from(["a", "b", "a (2)", "a (3)"]), max_size=12))
def test_names_of_members_are_unique(names: list[str]) -> None:
    made = [member.name for member in unique([Member(name, b"") for name in names])]
    assert len(set(made)) == len(made) == len(names)
