"""The zygote: imports the parsers once, then forks one confined child for each call and watches it.

Run as `python -m corrobora.case.sandbox.zygote FD`. It never looks into the bytes it passes on.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import pickle
import select
import signal
import socket
import sys
import time
import warnings
from typing import Any

import msgspec

from corrobora.case.sandbox import confinement, wire
from corrobora.case.sandbox.cage import Task
from corrobora.errors import UnreadableError

# Python loads codecs when they are first used, and in the cage no file can be opened any more.
_CODECS = (
    "ascii latin_1 utf_8 utf_8_sig utf_16 utf_16_le utf_16_be utf_32 utf_32_le utf_32_be utf_7 cp1250",
    "cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp437 cp737 cp775 cp850 cp852 cp855 cp857",
    "cp866 cp874 cp1125 koi8_r koi8_u koi8_t iso8859_1 iso8859_2 iso8859_3 iso8859_4 iso8859_5 iso8859_6",
    "iso8859_7 iso8859_8 iso8859_9 iso8859_10 iso8859_13 iso8859_15 mac_cyrillic mac_roman gb18030 gbk",
    "gb2312 hz big5 big5hkscs cp950 cp949 euc_kr johab euc_jp shift_jis cp932 iso2022_jp iso2022_kr kz1048",
    "ptcp154 tis_620 quopri_codec base64_codec uu_codec unicode_escape raw_unicode_escape idna punycode",
    "charmap hex_codec zlib_codec",
)

# And so are modules of the standard library that others of them import inside functions: heapq, _strptime.
_WITHIN = (
    "_strptime bisect bz2 calendar contextvars copy decimal difflib email.contentmanager email.generator "
    "email.headerregistry email.iterators email.policy fractions gzip heapq html.entities linecache locale "
    "lzma numbers quopri random statistics stringprep tempfile textwrap traceback unicodedata uu xml.etree.ElementTree"
)


def main(descriptor: int) -> None:
    """Serves calls on this socket until the other side closes it."""
    channel = socket.socket(fileno=descriptor)
    preload, tasks = pickle.loads(wire.receive(channel))  # noqa: S301 - written by the parent process, not by a document
    load_within()
    preload()
    gc.collect()
    gc.freeze()
    # a child lives for one document: most never need to look for cycles, and looking copies shared pages
    gc.set_threshold(100_000, 50, 100)
    confinement.prepare()
    wire.send(channel, b"ready")
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        _serve_calls(channel, tasks)


def load_within() -> None:
    """Imports what the standard library would import later, in the middle of some function."""
    names = [*(f"encodings.{name}" for name in " ".join(_CODECS).split()), *_WITHIN.split()]
    with warnings.catch_warnings(action="ignore"):
        for name in names:
            with contextlib.suppress(ImportError):
                importlib.import_module(name)


def _serve_calls(channel: socket.socket, tasks: dict[str, Task[Any, Any]]) -> None:
    while True:
        try:
            call = wire.decode_call(wire.receive(channel))
            untrusted_bytes = wire.receive(channel)
        except EOFError:
            return
        verdict, answer = _serve(channel, tasks[call.task], call, untrusted_bytes)
        del untrusted_bytes
        wire.send(channel, msgspec.msgpack.encode(verdict))
        wire.send(channel, answer)


def _serve(
    channel: socket.socket, task: Task[Any, Any], call: wire.Call, untrusted_bytes: bytes
) -> tuple[wire.Verdict, bytes]:
    reading, writing = os.pipe()
    # looked up here: between fork and lock every file opened costs the child a millisecond of copied pages
    held = confinement.held_bytes()
    child = os.fork()
    if child == 0:
        os.close(reading)
        channel.close()
        _live_in_cage(task, call, untrusted_bytes, writing, held)
    os.close(writing)
    try:
        answer, trouble = _collect(channel, reading, call)
    finally:
        os.close(reading)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    verdict, body = wire.split_answer(answer)
    if verdict is not None and not trouble:
        return verdict, body
    return wire.Verdict(status="died", what=trouble or _cause_of_death(status)), b""


def _collect(channel: socket.socket, reading: int, call: wire.Call) -> tuple[bytes, str]:
    deadline = time.monotonic() + call.wall_seconds
    chunks: list[bytes] = []
    size = 0
    poller = select.poll()
    poller.register(reading, select.POLLIN | select.POLLHUP)
    poller.register(channel.fileno(), select.POLLHUP | select.POLLRDHUP)
    while True:
        left = deadline - time.monotonic()
        if left <= 0:
            return b"", f"it took more than {call.wall_seconds:g} seconds"
        ready = dict(poller.poll(left * 1000))
        if channel.fileno() in ready:
            # the parent is gone: nobody waits for the answer any more
            raise SystemExit(1)
        if reading not in ready:
            continue
        chunk = os.read(reading, 1 << 20)
        if not chunk:
            return b"".join(chunks), ""
        chunks.append(chunk)
        size += len(chunk)
        if size > call.reply_bytes:
            return b"", f"its answer grew over {call.reply_bytes >> 20} MB"


def _cause_of_death(status: int) -> str:
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if number in (signal.SIGXCPU, signal.SIGKILL):
            return "it used up its processor time or memory"
        if number == signal.SIGABRT:
            return "the reader broke off: too little memory for it, or the file contradicts itself (SIGABRT)"
        return f"the reader crashed ({signal.Signals(number).name})"
    return "the reader stopped without an answer"


def _live_in_cage(task: Task[Any, Any], call: wire.Call, untrusted_bytes: bytes, writing: int, held: int) -> None:
    """Runs in the child and never returns."""
    try:
        confinement.die_with_parent()
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        os.closerange(3, writing)
        os.closerange(writing + 1, 256)
        if task.prepare is not None:
            task.prepare()
        confinement.set_limits(cpu_seconds=call.cpu_seconds, memory_mb=call.memory_mb, held_bytes=held)
        level = confinement.lock_down()
        verdict, body = _run(task, call, untrusted_bytes, level)
        _write_all(writing, wire.join_answer(verdict, body))
    except BaseException:  # noqa: BLE001 - whatever happens here, the child must end here
        os._exit(1)
    os._exit(0)


def _run(task: Task[Any, Any], call: wire.Call, untrusted_bytes: bytes, level: str) -> tuple[wire.Verdict, bytes]:
    try:
        body = msgspec.msgpack.encode(task(untrusted_bytes, call.options))
        return wire.Verdict(status="done", level=level), body
    except UnreadableError as exc:
        return wire.Verdict(
            status="refused", level=level, code=exc.code, what=exc.what, where=exc.where, remedy=exc.remedy
        ), b""
    except MemoryError:
        return wire.Verdict(
            status="refused", level=level, code="over-budget", what="it needs more memory than it may have"
        ), b""
    except RecursionError:
        return wire.Verdict(status="refused", level=level, code="over-budget", what="it is nested too deeply"), b""
    except Exception as exc:
        what = f"the reader failed: {type(exc).__name__}: {_line(exc)}"
        return wire.Verdict(status="refused", level=level, code="worker", what=what), b""
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as exc:  # noqa: BLE001 - readers written in Rust panic so where a file contradicts itself
        what = f"the reader gave it up: {_line(exc)}"
        return wire.Verdict(status="refused", level=level, code="damaged", what=what), b""


def _line(exc: BaseException) -> str:
    return " ".join(str(exc).split())[:200]


def _write_all(descriptor: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]


if __name__ == "__main__":
    main(int(sys.argv[1]))
