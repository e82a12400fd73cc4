"""Every format twice, by two processes, from two copies of the case in two places: the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from corrobora.case import Case
from corrobora.model.claims import Claim, Quotation, Reply
from corrobora.publication import REGISTRY

from .invented import fill

_EXPORT = """
import sys
from pathlib import Path
from corrobora import pipeline
from corrobora.case import Case
from corrobora.case.progress import silent
from corrobora.publication import REGISTRY
with Case.open(Path(sys.argv[1])) as case:
    for name in REGISTRY.names():
        REGISTRY[name].export(case, Path(sys.argv[2]) / name, silent)
"""


def _contents(place):
    return {p.relative_to(place).as_posix(): p.read_bytes() for p in sorted(place.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def twice(tmp_path_factory):
    place = tmp_path_factory.mktemp("twice")
    first, second = place / "a" / "case", place / "somewhere" / "else" / "case"
    with Case.create(first) as case:
        fill(case)
        quotation = Quotation("list.png", 1, "List of guests", "Список гостей", "by hand, O. K.")
        case.put_claims([Claim("c", "It was sold.", ("contract-1",), accused=("Second Ltd",), quotations=(quotation,))])
        case.put_replies([Reply("Second Ltd", "2026-11-01", "letter", deadline="2026-11-20")])
    second.parent.mkdir(parents=True)
    shutil.copytree(first, second)
    told = []
    for number, case in enumerate((first, second)):
        out = place / f"out{number}"
        out.mkdir()
        surroundings = {**os.environ, "PYTHONHASHSEED": str(number + 1), "TZ": ("UTC", "Asia/Shanghai")[number], "LC_ALL": "C"}
        command = [sys.executable, "-c", _EXPORT, str(case), str(out)]
        subprocess.run(command, check=True, cwd=case.parent, env=surroundings, umask=(0o022, 0o077)[number])
        told.append(_contents(out))
    return told


@pytest.mark.parametrize("name", REGISTRY.names())
def test_two_processes_write_the_same_bytes(twice, name):
    first, second = ({k: v for k, v in told.items() if k.split("/")[0] == name} for told in twice)
    assert first and first.keys() == second.keys()
    assert [k for k in first if first[k] != second[k]] == []
