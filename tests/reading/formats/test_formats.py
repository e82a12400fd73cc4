"""Every format: documented, deterministic, offsets true; torn and mangled input fails in one way only."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corrobora.errors import UnreadableError
from corrobora.model import magic
from corrobora.model.document import Reading
from corrobora.reading import dispatch
from corrobora.reading.format import ReadOptions
from corrobora.reading.formats import REGISTRY

sys.path.insert(0, str(Path(__file__).parent.parent))
from samples import LETTER, ROWS, RUSSIAN, SAMPLES

MADE = {name: make() for name, make in SAMPLES.items()}


def read(untrusted_bytes: bytes) -> Reading:
    return dispatch.read(untrusted_bytes, ReadOptions(magic.media_type(untrusted_bytes)))


@pytest.mark.parametrize("entry", list(REGISTRY), ids=lambda entry: entry.name)
def test_every_entry_is_documented(entry) -> None:
    assert entry.title
    assert entry.read.__doc__


@pytest.mark.parametrize("name", MADE)
def test_the_letter_is_read_the_same_each_time(name: str) -> None:
    reading = read(MADE[name])
    text = "\n".join(page.text for page in reading.pages)
    assert (LETTER if name == "pdf" else RUSSIAN) in text
    assert read(MADE[name]) == reading
    assert reading.problems == ()


@pytest.mark.parametrize("name", MADE)
def test_offsets_are_true(name: str) -> None:
    for page in read(MADE[name]).pages:
        for word in page.words:
            assert page.text[word.start : word.end].strip()
            assert word.box is None or all(0 <= value <= 1 for value in word.box)
        for table in page.tables:
            for cell in table.cells:
                assert page.text[cell.start : cell.end] == cell.text


@pytest.mark.parametrize("name", [name for name in MADE if name not in ("mail", "xml", "text")])
def test_tables_stay_tables(name: str) -> None:
    tables = [table for page in read(MADE[name]).pages for table in page.tables]
    grid = [[cell.text if cell else "" for cell in row] for row in tables[0].grid()]
    assert [[text for text in row if text] for row in grid][:3] == ROWS


@pytest.mark.parametrize("name", MADE)
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_mangled_input_fails_in_one_way(name: str, data: st.DataObject) -> None:
    content = bytearray(MADE[name])
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(1, len(content)))
    with contextlib.suppress(UnreadableError):
        dispatch.read(bytes(content[:end]), ReadOptions(magic.media_type(MADE[name])))


@pytest.mark.parametrize("media_type", sorted({kind for entry in REGISTRY for kind in entry.media_types}))
@pytest.mark.parametrize(
    "content", [b"\x00", b"PK\x03\x04", b"%PDF-1.4\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)]
)
def test_the_wrong_bytes_are_refused(media_type: str, content: bytes) -> None:
    try:
        reading = dispatch.read(content, ReadOptions(media_type))
    except UnreadableError as exc:
        assert exc.what
    else:
        assert reading.problems or any(page.text.strip() for page in reading.pages)


def test_an_empty_file_says_so() -> None:
    with pytest.raises(UnreadableError, match="empty"):
        read(b"")


def test_what_nobody_reads_is_said() -> None:
    with pytest.raises(UnreadableError, match="nothing here reads"):
        read(b"\x7fELF" + bytes(50))
