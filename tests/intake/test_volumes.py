"""Split archives: put together when all parts are there, else a clear state that names what is missing."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrobora.case import Case, silent
from corrobora.case.verify import verify
from corrobora.intake import rar, step, volumes
from corrobora.intake.step import take_in
from corrobora.model.document import Document, State
from corrobora.reading.step import read_documents

TEXT = "Протокол встречи в Заречном, список делегации\n".encode() * 60


def zipped(**members: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def rar_volumes(content: bytes, count: int) -> list[bytes]:
    """A stored file cut over so many volumes, as the description of the format says."""
    size = -(-len(content) // count)
    made = []
    for number in range(count):
        piece = content[number * size : (number + 1) * size]
        flags = 2 | (0x08 if number else 0) | (0x10 if number < count - 1 else 0)
        main = b"\x01\x00" + (b"\x03" + rar.as_vint(number) if number else b"\x01")
        file = b"\x02" + rar.as_vint(flags) + rar.as_vint(len(piece)) + b"\x04" + rar.as_vint(len(content)) + b"\x20"
        file += struct.pack("<I", zlib.crc32(content if number == count - 1 else piece)) + b"\x00\x00\x08list.txt"
        end = b"\x05\x00" + (b"\x01" if number < count - 1 else b"\x00")
        made.append(rar.SIGNATURE_5 + block(main) + block(file) + piece + block(end))
    return made


def block(header: bytes) -> bytes:
    whole = rar.as_vint(len(header)) + header
    return struct.pack("<I", zlib.crc32(whole)) + whole


def taken(case: Case, leak: Path) -> dict[str, Document]:
    take_in(case, leak, silent)
    read_documents(case, silent)
    return {document.path: document for document in case.documents()}


@pytest.fixture
def leak(tmp_path: Path) -> Path:
    folder = tmp_path / "leak"
    folder.mkdir()
    return folder


def test_parts_of_a_rar_are_put_together(case: Case, leak: Path) -> None:
    for number, part in enumerate(rar_volumes(TEXT, 3), start=1):
        (leak / f"список.part{number}.rar").write_bytes(part)
    found = taken(case, leak)
    inside = found["список.part1.rar!/список.rar!/list.txt"]
    assert case.original(inside.sha256) == TEXT
    assert {one.state for one in found.values()} == {State.READ}
    assert case.failures() == []


def test_missing_parts_are_named_and_taken_up_when_they_come(case: Case, leak: Path) -> None:
    parts = rar_volumes(TEXT, 4)
    for number in (1, 3):
        (leak / f"a.part{number}.rar").write_bytes(parts[number - 1])
    found = taken(case, leak)
    assert {one.path: one.state for one in found.values()} == {
        "a.part1.rar": State.UNREAD,
        "a.part3.rar": State.UNREAD,
    }
    assert found["a.part1.rar"].failure == (
        "it is a part of a split archive; missing: a.part2.rar, those after a.part3.rar"
    )
    assert {failure.remedy for failure in case.failures()} == {"put the missing parts beside it and run again"}
    for number in (2, 4):
        (leak / f"a.part{number}.rar").write_bytes(parts[number - 1])
    found = taken(case, leak)
    assert case.original(found["a.part1.rar!/a.rar!/list.txt"].sha256) == TEXT
    assert case.failures() == []
    assert {one.state for one in found.values()} == {State.READ}


def test_a_single_part_under_another_name_is_no_empty_archive(case: Case, leak: Path) -> None:
    (leak / "received.rar").write_bytes(rar_volumes(TEXT, 3)[0])
    found = taken(case, leak)
    assert found["received.rar"].state is State.UNREAD
    assert "the other parts are missing" in found["received.rar"].failure


def test_a_file_that_was_cut_is_put_together(case: Case, leak: Path) -> None:
    whole = zipped(**{"a.txt": TEXT, "b.txt": b"a note"})
    for number in range(3):
        (leak / f"papers.zip.00{number + 1}").write_bytes(
            whole[number * 1000 : (number + 1) * 1000 + 9000 * (number == 2)]
        )
    found = taken(case, leak)
    assert case.original(found["papers.zip.001!/papers.zip!/a.txt"].sha256) == TEXT
    assert {one.state for one in found.values()} == {State.READ}


def test_parts_inside_another_archive_are_put_together(case: Case, leak: Path) -> None:
    parts = rar_volumes(TEXT, 2)
    (leak / "mail.zip").write_bytes(zipped(**{"x/l.part1.rar": parts[0], "x/l.part2.rar": parts[1]}))
    found = taken(case, leak)
    assert case.original(found["mail.zip!/x/l.part1.rar!/l.rar!/list.txt"].sha256) == TEXT


def test_numbered_scans_are_no_cut_file(case: Case, leak: Path) -> None:
    for number in (1, 2, 3):
        (leak / f"page.00{number}").write_bytes(b"Page %d of the letter from Zarechny" % number)
    found = taken(case, leak)
    assert set(found) == {"page.001", "page.002", "page.003"}
    assert {one.reader for one in found.values()} == {"text"}


def test_a_split_zip_is_put_together() -> None:
    whole = zipped(**{"a.txt": TEXT, "b.txt": TEXT[:500]})
    cut = len(whole) - 900
    end = whole.rfind(b"PK\x05\x06")
    directory = struct.unpack_from("<I", whole, end + 16)[0]
    changed = bytearray(whole)
    second = whole.find(b"PK\x01\x02", directory + 4)
    for place in (directory, second):
        offset = struct.unpack_from("<I", whole, place + 42)[0]
        disk = int(offset >= cut)
        struct.pack_into("<H", changed, place + 34, disk)
        struct.pack_into("<I", changed, place + 42, offset - cut * disk)
    struct.pack_into("<HH", changed, end + 4, 1, 1)
    struct.pack_into("<I", changed, end + 16, directory - cut)
    one = volumes.sets(["a.z01", "a.zip"])["a.zip"]
    rejoined = volumes.joined(one, [bytes(changed[:cut]), bytes(changed[cut:])])
    with zipfile.ZipFile(io.BytesIO(rejoined)) as archive:
        assert archive.read("a.txt") == TEXT
        assert archive.read("b.txt") == TEXT[:500]


@pytest.mark.parametrize(
    ("names", "volumes_there", "missing"),
    [
        (["a.part01.rar", "a.part03.rar"], ("a.part01.rar", "a.part03.rar"), ("a.part02.rar",)),
        (["b.rar", "b.r00", "b.r02"], ("b.rar", "b.r00", "b.r02"), ("b.r01",)),
        (["b.r00"], ("b.r00",), ("b.rar",)),
        (["d.z01", "d.z03"], ("d.z01", "d.z03"), ("d.z02", "d.zip")),
        (["c.7z.002", "c.7z.003"], ("c.7z.002", "c.7z.003"), ("c.7z.001",)),
        (["дело/c.7z.001"], ("дело/c.7z.001",), ()),
        (["letter.2023", "b.rar"], None, None),
    ],
)
def test_sets_by_name(names: list[str], volumes_there: tuple[str, ...] | None, missing: tuple[str, ...] | None) -> None:
    one = volumes.sets(names).get(names[0])
    assert (one and one.volumes, one and one.missing) == (volumes_there, missing)


@given(st.binary(max_size=300))
def test_torn_headers_say_nothing(content: bytes) -> None:
    for signature in (rar.SIGNATURE_4, rar.SIGNATURE_5):
        rar.volume(signature + content)
        rar.breaks_off(signature + content)


def test_a_file_too_large_to_read_is_kept_and_has_a_state(
    case: Case, leak: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(step, "_MAX_FILE_BYTES", 5 << 20)
    with (leak / "mail.pst").open("wb") as handle:
        handle.write(b"!BDN")
        handle.truncate(9 << 20)
        handle.seek(6 << 20)
        handle.write(b"end")
    for _ in range(2):
        done = take_in(case, leak, silent)
        document = case.documents()[0]
        assert (document.state, document.size) == (State.UNREAD, 9 << 20)
        assert document.media_type == "application/vnd.ms-outlook-pst"
        assert case.original(document.sha256) == (leak / "mail.pst").read_bytes()
    assert done.unchanged == 1
    assert "by folder" in case.failures()[0].remedy
    assert verify(case, silent).problems == ()
