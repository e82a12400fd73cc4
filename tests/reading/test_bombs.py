"""A bomb costs the look at its directory: no process is started for it."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from corrobora.case.sandbox import Budget, Sandbox
from corrobora.intake import unpacking
from corrobora.model import magic
from corrobora.reading.reader import CagedReader

BUDGET = Budget(total_bytes=1 << 20, free_bytes=1 << 10, ratio=2)
SMALL = {"[Content_Types].xml": b"<a/>"}


def bomb(name: str, others: dict[str, bytes], megabytes: int = 40) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for other, content in others.items():
            archive.writestr(other, content)
        archive.writestr(name, bytes(megabytes << 20))
    return packed.getvalue()


@pytest.mark.parametrize("content", [bomb("a.txt", {}), gzip.compress(bytes(40 << 20))])
def test_an_archive_that_says_it_is_a_bomb_starts_no_process(content: bytes) -> None:
    kept: dict[str, bytes] = {}

    def keep(untrusted_bytes: bytes) -> str:
        return kept.setdefault(str(len(kept)), untrusted_bytes) and str(len(kept) - 1)

    def no_preload() -> None:
        raise AssertionError

    with Sandbox((), no_preload) as cage:
        taken = unpacking.Unpacker(cage, keep, kept.__getitem__, BUDGET).take("bomb", content, "")
        assert cage.level == ""
    assert [failure.code for failure in taken.failures] == ["over-budget"]
    assert taken.documents[0].failure


@pytest.mark.parametrize("part", ["word/document.xml", "xl/workbook.xml", "ppt/presentation.xml"])
def test_an_office_file_that_is_a_bomb_starts_no_process(part: str) -> None:
    content = bomb(part, SMALL)
    reader = CagedReader()
    result = reader.read(content, magic.media_type(content))
    assert result.error is not None
    assert "decompression bomb" in result.error.what
    assert result.level == ""
    reader.close()


def test_what_stands_before_the_bomb_is_kept() -> None:
    content = bomb("b.txt", {"a.txt": "Письмо".encode()})
    kept: dict[str, bytes] = {}

    def keep(untrusted_bytes: bytes) -> str:
        kept[str(hash(untrusted_bytes))] = untrusted_bytes
        return str(hash(untrusted_bytes))

    with Sandbox((unpacking.UNPACK,), unpacking.preload) as cage:
        taken = unpacking.Unpacker(cage, keep, kept.__getitem__, BUDGET).take("bomb", content, "")
    assert [document.path for document in taken.documents] == ["bomb", "bomb!/a.txt"]
    assert [failure.code for failure in taken.failures] == ["over-budget"]
