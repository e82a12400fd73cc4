from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corrobora.case import Case
from corrobora.case.progress import silent
from corrobora.cli.app import app
from corrobora.errors import InputError
from corrobora.publication import REGISTRY, check_pack

from .invented import fill


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    place = tmp_path_factory.mktemp("pack")
    with Case.create(place / "case") as case:
        REGISTRY["html"].export(fill(case), place / "pack", silent)
    return place / "pack"


@pytest.fixture
def pack(made, tmp_path):
    return Path(shutil.copytree(made, tmp_path / "pack"))


def test_a_whole_pack_has_no_problem(pack):
    verdict = check_pack(pack)
    assert verdict.problems == () and verdict.files > 10 and len(verdict.head) == 64
    ran = CliRunner().invoke(app, ["verify", str(pack), "--json"])
    assert ran.exit_code == 0 and json.loads(ran.stdout)["head"] == verdict.head


def test_one_changed_byte_anywhere_is_found_and_named(pack):
    dice = random.Random(8)
    files = sorted(p for p in pack.rglob("*") if p.is_file())
    sizes = [p.stat().st_size for p in files]
    for _ in range(200):
        (path,) = dice.choices(files, sizes)
        whole = path.read_bytes()
        at = dice.randrange(len(whole))
        path.write_bytes(whole[:at] + bytes([whole[at] ^ dice.randrange(1, 256)]) + whole[at + 1 :])
        problems = check_pack(pack).problems
        path.write_bytes(whole)
        name = path.relative_to(pack).as_posix()
        assert [p for p in problems if p.startswith(f"{name}: changed")], (name, at, problems)
    assert check_pack(pack).problems == ()


def test_missing_and_added_files_are_named(pack):
    (pack / "pack.css").unlink()
    (pack / "findings" / "more.html").write_text("x")
    problems = check_pack(pack).problems
    assert set(problems) == {"pack.css: missing", "findings/more.html: not in the manifest"}
    assert CliRunner().invoke(app, ["verify", str(pack)]).exit_code == 1


def test_a_folder_without_a_manifest_is_no_pack(tmp_path):
    with pytest.raises(InputError):
        check_pack(tmp_path)
