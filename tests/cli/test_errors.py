from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from corrobora.cli.show import clean, marked
from corrobora.publication.exporters.spreadsheet import defused

CORROBORA = [sys.executable, "-m", "corrobora"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["run", "nowhere", "--case", "c"], "no such folder"),
        (["run", ".", "--records", "nowhere", "--case", "c"], "no such folder"),
        (["findings", "--case", "nowhere"], "no case here"),
        (["check", "nowhere.md", "--case", "c"], "no such file"),
        (["screen", "nowhere.csv", "--case", "c"], "no case here"),
        (["nonsense"], "No such command"),
        (["run"], "Missing argument"),
        (["names", "compare", "one"], "two names"),
        (["names", "compare", "--pairs", "nowhere.csv", "-o", "x.csv"], "no such file"),
        (["mentions", "nowhere.jsonl", "-o", "x"], "no such file"),
        (["read", "nowhere"], "no such file"),
        (["records", "map", "nowhere.csv"], "no such file"),
        (["judge", "x", "maybe", "--case", "c"], "no verdict"),
        (["export", "nonsense", "-o", "x", "--case", "c"], "nonsense"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_2(words, says, tmp_path):
    ran = subprocess.run([*CORROBORA, *words], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert ran.returncode == 2
    assert says in ran.stderr and len(ran.stderr.strip().splitlines()) == 1


def test_ctrl_c_stops_with_one_line(tmp_path):
    leak = tmp_path / "leak"
    leak.mkdir()
    for number in range(2500):
        (leak / f"{number}.txt").write_text(f"Письмо № {number} от 05.05.2022", encoding="utf-8")
    command = [*CORROBORA, "run", str(leak), "--case", str(tmp_path / "case")]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while running.poll() is None and not (tmp_path / "case" / "case.sqlite").exists():
        time.sleep(0.05)
    time.sleep(0.5)
    os.kill(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=240)
    assert running.returncode in (130, 0)
    assert "Traceback" not in said
    if running.returncode == 130:
        assert said.strip().splitlines()[-1].startswith("corrobora: stopped")


def test_a_terminal_is_not_obeyed():
    assert clean("a\x1b[31mb\u202ec") == "a\\u001b[31mb\\u202ec"
    text = marked("x\x1by word z", [(4, 8)])
    assert "\x1b" not in text.plain


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_no_cell_is_a_formula(cell):
    assert not defused(cell).startswith(("=", "+", "-", "@", "\t"))
