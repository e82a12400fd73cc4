"""Calls tasks on untrusted bytes in the cage."""

from __future__ import annotations

import contextlib
import os
import pickle
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import msgspec

from corrobora import errors
from corrobora.case.sandbox import wire
from corrobora.errors import MissingToolError, UnreadableError, WorkerError

Options = TypeVar("Options")
Answer = TypeVar("Answer")

_ERRORS = {
    kind.code: kind
    for kind in (
        errors.UnreadableError, errors.EncryptedError, errors.UnsupportedError, errors.DamagedError,
        errors.OverBudgetError, errors.WorkerError, errors.MissingToolError,
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call may use.

    Attributes:
        cpu_seconds: of processor time; the wall clock gets six times as much, since machines are shared.
        memory_mb: beyond what the zygote already holds.
        reply_mb: of the answer.
    """

    cpu_seconds: int = 60
    memory_mb: int = 896
    reply_mb: int = 256


@dataclass(frozen=True, slots=True)
class Task(Generic[Options, Answer]):
    """A function that may be called in the cage: at module level, of bytes and options (both sides know the types).

    Attributes:
        name: it is called by.
        function: what reads the bytes.
        options: type of its options.
        answer: type of its answer; what comes out of the cage is checked against it.
        prepare: called in the child before it is locked up and before it sees the bytes: starts runtimes that cannot be
            started inside and do not survive a fork.
    """

    name: str
    function: Callable[[bytes, Options], Answer]
    options: type[Options]
    answer: type[Answer]
    prepare: Callable[[], None] | None = None

    def __call__(self, untrusted_bytes: bytes, encoded: bytes) -> Answer:
        """Calls the function with options as they come over the wire."""
        return self.function(untrusted_bytes, msgspec.msgpack.decode(encoded, type=self.options))


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Answer]):
    """An answer and the level of confinement it was made under."""

    answer: Answer
    level: str


class Sandbox:
    """One zygote, started when first needed; one call at a time (use several for several processors).

    Args:
        tasks: what may be called.
        preload: imports what the tasks need, before the doors shut.
        environment: variables the zygote gets on top of the present ones.

    Attributes:
        level: of confinement of the calls so far; "" before the first one.

    Example:
        with Sandbox((READ,), preload=import_parsers) as cage:
            outcome = cage.run(READ, untrusted_bytes, ReadOptions())
    """

    def __init__(
        self,
        tasks: tuple[Task[Any, Any], ...],
        preload: Callable[[], None],
        environment: dict[str, str] | None = None,
    ) -> None:
        self._tasks = {task.name: task for task in tasks}
        self._preload, self._environment = preload, environment or {}
        self._process: subprocess.Popen[bytes] | None = None
        self._channel: socket.socket | None = None
        self._lock = threading.Lock()
        self.level = ""

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def run(
        self, task: Task[Options, Answer], untrusted_bytes: bytes, options: Options, limits: Limits | None = None
    ) -> Outcome[Answer]:
        """Calls the task on these bytes.

        Raises:
            UnreadableError: what the task raised, or WorkerError where it crashed, hung or was killed.
        """
        bounds = limits or Limits()
        call = wire.Call(
            task=task.name,
            options=msgspec.msgpack.encode(options),
            cpu_seconds=bounds.cpu_seconds,
            wall_seconds=bounds.cpu_seconds * 6,
            memory_mb=bounds.memory_mb,
            reply_bytes=bounds.reply_mb << 20,
        )
        with self._lock:
            verdict, body = self._exchange(call, untrusted_bytes)
        if verdict.status != "died":
            self.level = verdict.level
        if verdict.status != "done":
            raise _error(verdict)
        try:
            return Outcome(msgspec.msgpack.decode(body, type=task.answer), verdict.level)
        except (msgspec.MsgspecError, ValueError) as exc:
            raise WorkerError("the reader gave an answer that makes no sense") from exc

    def close(self) -> None:
        """Ends the zygote."""
        if self._channel is not None:
            self._channel.close()
        if self._process is not None:
            try:
                self._process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._channel = self._process = None

    def _exchange(self, call: wire.Call, untrusted_bytes: bytes) -> tuple[wire.Verdict, bytes]:
        channel = self._channel or self._start()
        try:
            wire.send(channel, msgspec.msgpack.encode(call))
            wire.send(channel, untrusted_bytes)
            verdict = msgspec.msgpack.decode(wire.receive(channel), type=wire.Verdict)
            return verdict, wire.receive(channel)
        except (EOFError, OSError):
            self.close()
            return wire.Verdict(status="died", what="the reading process was killed"), b""
        except BaseException:
            # an interrupt in mid-answer: what is left in the pipe belongs to a call nobody waits for
            self._abandon()
            raise

    def _abandon(self) -> None:
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()
        self.close()

    def _start(self) -> socket.socket:
        ours, theirs = socket.socketpair()
        paths = [path for path in sys.path if path]
        # large tables in large pages: a fork copies what lists the pages, child by child
        tuned = {"GLIBC_TUNABLES": os.environ.get("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1")}
        environment = {
            **os.environ,
            **tuned,
            "PYTHONPATH": os.pathsep.join(paths),
            "PYTHONSAFEPATH": "1",
            **self._environment,
        }
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-W", "ignore", "-m", "corrobora.case.sandbox.zygote", str(theirs.fileno())],
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=None if os.environ.get("CORROBORA_CAGE_TRACE") else subprocess.DEVNULL,
                env=environment,
            )
        try:
            wire.send(ours, pickle.dumps((self._preload, self._tasks)))
            wire.receive(ours)
        except (EOFError, OSError) as exc:
            ours.close()
            self._process.wait()
            raise MissingToolError("the reading process did not start", remedy="see corrobora doctor") from exc
        self._channel = ours
        return ours


def _look(untrusted_bytes: bytes, options: bool) -> bool:
    return options


def _nothing() -> None:
    return None


def level() -> str:
    """The level of confinement that this machine gives: "strict", "limits", or "none" where no child starts."""
    task = Task("look", _look, bool, bool)
    try:
        with Sandbox((task,), _nothing) as cage:
            return cage.run(task, b"", True).level
    except UnreadableError:
        return "none"


def _error(verdict: wire.Verdict) -> UnreadableError:
    if verdict.status == "died":
        return WorkerError(verdict.what)
    return _ERRORS.get(verdict.code, UnreadableError)(verdict.what, verdict.where, verdict.remedy)
