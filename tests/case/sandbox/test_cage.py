"""The cage holds: nothing gets out, and whatever happens inside happens to one call only."""

from __future__ import annotations

import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from corrobora.case.sandbox import Limits, Sandbox, Task
from corrobora.errors import OverBudgetError, WorkerError

sys.path.insert(0, str(Path(__file__).parent))
import probes

PROBE = Task("probe", probes.probe, probes.ProbeOptions, str)
ECHO = Task("echo", probes.echo, probes.ProbeOptions, str)
MISBEHAVE = Task("misbehave", probes.misbehave, probes.ProbeOptions, str)

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the strict level exists on Linux only")


@pytest.fixture(scope="module")
def cage() -> Iterator[Sandbox]:
    with Sandbox((PROBE, ECHO, MISBEHAVE), probes.preload) as sandbox:
        yield sandbox


@linux
@pytest.mark.parametrize("name", sorted(probes.PROBES))
def test_nothing_gets_out(cage: Sandbox, name: str, tmp_path: Path) -> None:
    target = str(tmp_path / "target")
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        if name == "tcp":
            target = str(listener.getsockname()[1])
        outcome = cage.run(PROBE, b"", probes.ProbeOptions(name, target), Limits(memory_mb=256))
    assert outcome.level == "strict"
    assert outcome.answer == "blocked"
    assert list(tmp_path.iterdir()) == []


@linux
def test_the_probes_themselves_work_outside(tmp_path: Path) -> None:
    got_away = ("read_file", "list_folder", "stat_file", "write_file", "executable_memory", "memfd", "udp")
    for name in got_away:
        answer = probes.probe(b"", probes.ProbeOptions(name, str(tmp_path / "target")))
        assert answer != "blocked", name


def test_answers_come_back(cage: Sandbox) -> None:
    text = "Протокол 纪要 " * 100_000
    assert cage.run(ECHO, text.encode(), probes.ProbeOptions("")).answer == text


@pytest.mark.parametrize(
    ("name", "limits", "error", "words"),
    [
        ("hang", Limits(cpu_seconds=1), WorkerError, "processor time|it took more than"),
        ("crash", Limits(), WorkerError, "crashed"),
        ("exit", Limits(), WorkerError, "without an answer"),
        ("raise", Limits(), WorkerError, "KeyError"),
        ("flood", Limits(reply_mb=1), WorkerError, "grew over"),
        ("liar", Limits(), WorkerError, "makes no sense"),
        ("recursion", Limits(), OverBudgetError, "nested too deeply"),
    ],
)
def test_what_happens_inside_happens_to_one_call(
    cage: Sandbox, name: str, limits: Limits, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        cage.run(MISBEHAVE, b"", probes.ProbeOptions(name), limits)
    assert cage.run(MISBEHAVE, b"", probes.ProbeOptions("well")).answer == "fine"


def test_a_killed_zygote_is_replaced(cage: Sandbox) -> None:
    cage.run(ECHO, b"one", probes.ProbeOptions(""))
    assert cage._process is not None
    cage._process.kill()
    with pytest.raises(WorkerError, match="killed"):
        cage.run(ECHO, b"two", probes.ProbeOptions(""))
    assert cage.run(ECHO, b"three", probes.ProbeOptions("")).answer == "three"


def test_nothing_is_left_behind_when_the_parent_goes() -> None:
    sandbox = Sandbox((MISBEHAVE,), probes.preload)
    assert sandbox.run(MISBEHAVE, b"", probes.ProbeOptions("well")).answer == "fine"
    process = sandbox._process
    assert process is not None
    sandbox.close()
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline and Path(f"/proc/{process.pid}").exists() and process.poll() is None:
        time.sleep(0.01)
    assert process.poll() is not None
