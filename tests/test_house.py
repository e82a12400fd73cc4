"""The house rules that a machine can keep."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src" / "corrobora").rglob("*.py"))


def test_imports_go_down_only():
    linter = Path(sys.executable).with_name("lint-imports")
    ran = subprocess.run(
        [linter], cwd=ROOT, env={"PYTHONPATH": "src", "PATH": ""}, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_is_no_longer_than_500_lines_and_says_what_it_is(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 500
    assert text.startswith('"""') or not text.strip()


def test_nothing_is_called_utils():
    assert not [p for p in SOURCES if p.stem in ("utils", "helpers", "common", "misc")]


def test_every_plug_in_is_documented():
    from corrobora import analysis, intake, mentions, publication, reading, records

    for room in (analysis, intake, mentions, publication, reading, records):
        registry = getattr(room, "REGISTRY", None)
        for entry in registry or ():
            assert entry.title and len(entry.title) > 5


def test_every_command_stands_in_the_readme():
    import typer

    from corrobora.cli.app import app

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    group = typer.main.get_command(app)
    for name in group.commands:
        assert re.search(rf"\bcorrobora {name}\b", readme), name


def test_no_machine_of_ours_is_named():
    bad = re.compile(r"(/root/|/home/|/work/|\.\./shared)")
    held = [
        p
        for p in [*SOURCES, ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
        if bad.search(p.read_text(encoding="utf-8"))
    ]
    assert held == []


def test_the_lock_pins_everything_with_hashes_and_names_no_host():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = re.findall(r"^([a-z0-9._-]+)==", lock, re.M)
    assert len(pins) > 50 and lock.count("--hash=sha256:") >= len(pins)
    assert "://" not in lock and not (ROOT / "uv.lock").exists()


def test_the_glossary_speaks_of_classes_that_exist():
    import importlib
    import pkgutil

    from corrobora import model

    there = set()
    for module in pkgutil.iter_modules(model.__path__):
        there |= set(vars(importlib.import_module(f"corrobora.model.{module.name}")))
    words = (ROOT / "docs" / "words.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\*\*(\w+)\*\*", words))
    assert len(named) > 20 and named <= there


def test_the_command_that_the_set_up_writes_starts_once():
    """Processes that share the work import the command's file; without a guard each would start the command anew."""
    written = (ROOT / "run").read_text(encoding="utf-8")
    assert 'if __name__ == "__main__":\\n    main()' in written
