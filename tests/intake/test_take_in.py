# ruff: noqa: E501 - files are spelled out in one piece
"""A folder nobody has cleaned comes in whole, once, and says what could not be opened."""

from __future__ import annotations

import io
import os
import tarfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from corrobora.case import Case, silent
from corrobora.errors import InputError
from corrobora.intake.step import take_in
from corrobora.model.document import Document, State


def zipped(members: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def eml(name: str, content: bytes) -> bytes:
    import base64

    return (
        b"From: a@example.org\r\nTo: b@example.org\r\nSubject: list\r\nDate: Mon, 4 Mar 2024 10:00:00 +0300\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="q"\r\n\r\n'
        b"--q\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nSee the list.\r\n"
        b'--q\r\nContent-Type: application/octet-stream; name="' + name.encode() + b'"\r\n'
        b"Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n\r\n"
        + base64.encodebytes(content)
        + b"--q--\r\n"
    )


@pytest.fixture
def leak(tmp_path: Path) -> Path:
    folder = tmp_path / "leak"
    (folder / "mail").mkdir(parents=True)
    (folder / "mail" / "7.eml").write_bytes(eml("list.zip", zipped({"list.txt": "Иванов".encode(), "sub/a.txt": b"x"})))
    (folder / "note.txt").write_bytes("Записка".encode("cp1251"))
    return folder


def paths(case: Case) -> dict[str, Document]:
    return {document.path: document for document in case.documents()}


def test_members_of_containers_are_documents(case: Case, leak: Path) -> None:
    done = take_in(case, leak, silent)
    found = paths(case)
    assert set(found) == {
        "mail/7.eml", "mail/7.eml!/list.zip", "mail/7.eml!/list.zip!/list.txt", "mail/7.eml!/list.zip!/sub/a.txt", "note.txt",
    }  # fmt: skip
    assert (done.new, done.documents, done.failures) == (2, 5, 0)
    inner = found["mail/7.eml!/list.zip!/list.txt"]
    assert inner.parent == "mail/7.eml!/list.zip"
    assert case.original(inner.sha256).decode() == "Иванов"
    assert found["mail/7.eml"].media_type == "message/rfc822"
    assert {document.state for document in found.values()} == {State.NEW}


def test_a_second_run_opens_nothing(case: Case, leak: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take_in(case, leak, silent)
    case.put_documents([replace(document, state=State.READ) for document in case.documents()])
    before = case.documents()
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("a file was opened"))
    done = take_in(case, leak, silent)
    assert (done.new, done.changed, done.unchanged, done.removed) == (0, 0, 2, 0)
    assert case.documents() == before


def test_a_touched_file_keeps_its_state(case: Case, leak: Path) -> None:
    take_in(case, leak, silent)
    case.put_documents([replace(document, state=State.READ) for document in case.documents()])
    os.utime(leak / "note.txt", (1, 1))
    done = take_in(case, leak, silent)
    assert (done.new, done.changed) == (0, 0)
    assert paths(case)["note.txt"].state is State.READ


def test_changed_and_removed_files(case: Case, leak: Path) -> None:
    take_in(case, leak, silent)
    case.put_documents([replace(document, state=State.READ) for document in case.documents()])
    (leak / "note.txt").write_text("another note")
    (leak / "new.txt").write_text("new")
    (leak / "mail" / "7.eml").unlink()
    done = take_in(case, leak, silent)
    assert (done.new, done.changed, done.unchanged, done.removed) == (1, 1, 0, 1)
    found = paths(case)
    assert set(found) == {"note.txt", "new.txt"}
    assert found["note.txt"].state is State.NEW


def test_sources_are_told_or_implied(case: Case, leak: Path) -> None:
    (leak / "other").mkdir()
    (leak / "other" / "a.txt").write_text("a")
    (leak / "sources.toml").write_text(
        '[[source]]\npath = "mail"\nname = "Mail of the importer"\norigin = "leak-b"\nreliability = "c"\nobtained = 2025-02-03\n'
    )
    take_in(case, leak, silent)
    sources = {source.path: source for source in case.sources("leak")}
    assert sources["mail"].origin == "leak-b"
    assert sources["mail"].reliability == "C"
    assert sources["mail"].obtained == "2025-02-03"
    assert sources["other"].origin == "leak"
    found = paths(case)
    assert found["mail/7.eml!/list.zip"].source == "mail"
    assert found["other/a.txt"].source == "other"
    assert found["note.txt"].source == ""
    assert "sources.toml" not in found


def test_a_broken_sources_file_is_said_in_one_line(case: Case, leak: Path) -> None:
    (leak / "sources.toml").write_text("[[source\n")
    with pytest.raises(InputError, match="cannot be understood"):
        take_in(case, leak, silent)


def test_a_missing_folder_is_said(case: Case, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        take_in(case, tmp_path / "nowhere", silent)


def test_names_that_are_not_utf8_links_and_pipes(case: Case, tmp_path: Path) -> None:
    leak = tmp_path / "leak"
    leak.mkdir()
    (Path(os.fsdecode(os.fsencode(leak) + b"/\xcf\xf0\xe8.txt"))).write_text("x")
    (leak / "link").symlink_to("/etc/passwd")
    (leak / "loop").symlink_to(".")
    os.mkfifo(leak / "pipe")
    take_in(case, leak, silent)
    assert set(paths(case)) == {"\\xcf\\xf0\\xe8.txt"}
    assert {failure.subject for failure in case.failures("intake")} == {"link", "loop", "pipe"}
    (leak / "pipe").unlink()
    take_in(case, leak, silent)
    assert {failure.subject for failure in case.failures("intake")} == {"link", "loop"}


def test_member_names_in_old_encodings(case: Case, tmp_path: Path) -> None:
    leak = tmp_path / "leak"
    leak.mkdir()
    for file, names, encoding in (
        ("ru.zip", ["Протокол встречи.txt", "Список делегации.txt"], "cp866"),
        ("zh.zip", ["会议纪要.txt", "代表团名单.txt"], "gb18030"),
    ):
        content = zipped(
            {f"{number}{'x' * (len(name.encode(encoding)) - 1)}": b"1" for number, name in enumerate(names)}
        )
        for number, name in enumerate(names):
            raw = name.encode(encoding)
            content = content.replace(f"{number}{'x' * (len(raw) - 1)}".encode(), raw)
        (leak / file).write_bytes(content)
    take_in(case, leak, silent)
    assert {path for path in paths(case) if "!/" in path} == {
        "ru.zip!/Протокол встречи.txt", "ru.zip!/Список делегации.txt", "zh.zip!/会议纪要.txt", "zh.zip!/代表团名单.txt",
    }  # fmt: skip


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_nothing_is_written_where_a_member_wants(case: Case, tmp_path: Path) -> None:
    leak = tmp_path / "leak"
    leak.mkdir()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in ("../../up.txt", "/abs.txt", "..\\win.txt", "ok.txt", "ok.txt", "C:\\x.txt"):
            archive.writestr(name, name)
    (leak / "t.zip").write_bytes(target.getvalue())
    tape = io.BytesIO()
    with tarfile.open(fileobj=tape, mode="w") as archive:
        link = tarfile.TarInfo("l")
        link.type, link.linkname = tarfile.SYMTYPE, "/"
        archive.addfile(link)
        plain = tarfile.TarInfo("l/in.txt")
        plain.size = 3
        archive.addfile(plain, io.BytesIO(b"abc"))
    (leak / "t.tar").write_bytes(tape.getvalue())
    take_in(case, leak, silent)
    assert set(paths(case)) == {
        "t.zip", "t.zip!/up.txt", "t.zip!/abs.txt", "t.zip!/win.txt", "t.zip!/ok.txt", "t.zip!/ok.txt (2)", "t.zip!/C:/x.txt",
        "t.tar", "t.tar!/l/in.txt",
    }  # fmt: skip
    assert [failure.subject for failure in case.failures("intake")] == ["t.tar!/l"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case", "leak"]


def test_bombs_are_refused_and_the_rest_goes_on(case: Case, tmp_path: Path) -> None:
    leak = tmp_path / "leak"
    leak.mkdir()
    (leak / "flat.zip").write_bytes(zipped({"a.txt": bytes(80 << 20)}))
    deep = b"bottom"
    for level in range(20):
        deep = zipped({f"{level}.zip": deep})
    (leak / "deep.zip").write_bytes(deep)
    (leak / "many.zip").write_bytes(zipped({str(number): b"" for number in range(20_001)}))
    (leak / "fine.txt").write_text("fine")
    take_in(case, leak, silent)
    found = paths(case)
    assert found["flat.zip"].state is State.UNREAD
    assert found["many.zip"].state is State.UNREAD
    assert "fine.txt" in found
    failures = {failure.subject: failure for failure in case.failures("intake")}
    assert {failure.code for failure in failures.values()} == {"over-budget"}
    assert sum(path.startswith("deep.zip") for path in found) == 13


def test_one_file_can_be_taken_in(case: Case, leak: Path) -> None:
    take_in(case, leak / "note.txt", silent)
    assert set(paths(case)) == {"note.txt"}


def test_a_large_archive_comes_out_in_rounds(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from corrobora.intake import unpacking
    from corrobora.intake.container import UnpackOptions

    rounds: list[int] = []

    def small_rounds(media_type: str, name: str, budget: object, first: int = 0) -> UnpackOptions:
        rounds.append(first)
        return UnpackOptions(media_type, name, budget, first=first, round_bytes=2500)  # type: ignore[arg-type]

    monkeypatch.setattr(unpacking, "UnpackOptions", small_rounds)
    leak = tmp_path / "leak"
    leak.mkdir()
    (leak / "a.zip").write_bytes(zipped({f"{number}.txt": bytes([65 + number]) * 1000 for number in range(10)}))
    tape = io.BytesIO()
    with tarfile.open(fileobj=tape, mode="w") as archive:
        for number in range(5):
            entry = tarfile.TarInfo("same.txt")
            entry.size = 1000
            archive.addfile(entry, io.BytesIO(bytes([65 + number]) * 1000))
    (leak / "b.tar").write_bytes(tape.getvalue())
    take_in(case, leak, silent)
    found = paths(case)
    assert {f"a.zip!/{number}.txt" for number in range(10)} <= set(found)
    assert sum(path.startswith("b.tar!/same.txt") for path in found) == 5
    assert len(rounds) > 4
    assert {case.original(d.sha256)[:1] for d in found.values() if d.path.startswith("b.tar!")} == {
        b"A",
        b"B",
        b"C",
        b"D",
        b"E",
    }
