# ruff: noqa: PTH102, PTH116, PTH123, PTH208, PLC0415
"""What a hostile reader would try once it runs: each probe returns "blocked" or says what it got away with."""

from __future__ import annotations

import ctypes
import mmap
import os
import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass

_LIBC = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True)
class ProbeOptions:
    name: str
    target: str = ""


def _read_file(target: str) -> str:
    with open("/etc/passwd", "rb") as handle:
        return f"read {len(handle.read())} bytes"


def _write_file(target: str) -> str:
    with open(target, "wb") as handle:
        handle.write(b"x")
    return "wrote a file"


def _list_folder(target: str) -> str:
    return f"listed {len(os.listdir('/'))} names"


def _make_folder(target: str) -> str:
    os.mkdir(target + ".d")
    return "made a folder"


def _stat_file(target: str) -> str:
    return f"saw {os.stat('/etc/passwd').st_size} bytes"


def _tcp(target: str) -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as one:
        one.settimeout(1)
        one.connect(("127.0.0.1", int(target)))
    return "connected"


def _udp(target: str) -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.sendto(b"x", ("127.0.0.1", 9))
    return "sent a datagram"


def _unix_socket(target: str) -> str:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as one:
        one.connect(target)
    return "connected"


def _unix_datagram_pair(target: str) -> str:
    left, right = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    left.sendto(b"x", target)
    return "sent over a pair"


def _kill_parent(target: str) -> str:
    os.kill(os.getppid(), 0)
    return "could signal the parent"


def _kill_all(target: str) -> str:
    _check(_LIBC.kill(-1, 0))
    return "could signal everybody"


def _exec(target: str) -> str:
    os.execv("/bin/true", ["/bin/true"])
    return "ran a program"


def _fork(target: str) -> str:
    if os.fork() == 0:
        os._exit(0)
    return "forked"


def _vfork_syscall(target: str) -> str:
    _check(_LIBC.syscall(58, 0))
    return "forked"


def _clone3(target: str) -> str:
    _check(_LIBC.syscall(435, ctypes.create_string_buffer(88), 88))
    return "cloned"


def _io_uring(target: str) -> str:
    _check(_LIBC.syscall(425, 8, ctypes.create_string_buffer(120)))
    return "made a ring"


def _keyctl(target: str) -> str:
    _check(_LIBC.syscall(250, 0, 0xFFFFFFFD, 1, 0, 0))
    return "reached the keyring"


def _ptrace(target: str) -> str:
    _check(_LIBC.ptrace(16, os.getppid(), 0, 0))
    return "attached to the parent"


def _bpf(target: str) -> str:
    _check(_LIBC.syscall(321, 0, ctypes.create_string_buffer(128), 128))
    return "reached bpf"


def _executable_memory(target: str) -> str:
    mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    return "got executable memory"


def _raise_limits(target: str) -> str:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
    return "raised a limit"


def _unshare(target: str) -> str:
    _check(_LIBC.unshare(0x10000000))
    return "made a namespace"


def _memfd(target: str) -> str:
    _check(_LIBC.memfd_create(b"x", 0))
    return "made a file in memory"


def _check(result: int) -> None:
    if result < 0:
        raise OSError(ctypes.get_errno(), "refused")


def _memory(target: str) -> str:
    blocks = [bytearray(64 << 20) for _ in range(64)]
    return f"took {len(blocks)} blocks"


PROBES: dict[str, Callable[[str], str]] = {
    name.lstrip("_"): function
    for name, function in list(globals().items())
    if callable(function) and name.startswith("_") and name not in ("_check", "_LIBC") and not name.startswith("__")
}


def probe(untrusted_bytes: bytes, options: ProbeOptions) -> str:
    try:
        return PROBES[options.name](options.target)
    except (OSError, MemoryError, ValueError):
        return "blocked"


def echo(untrusted_bytes: bytes, options: ProbeOptions) -> str:
    return untrusted_bytes.decode()


def misbehave(untrusted_bytes: bytes, options: ProbeOptions) -> str:
    if options.name == "hang":
        while True:
            pass
    if options.name == "sleep":
        import time

        time.sleep(60)
    if options.name == "crash":
        ctypes.string_at(0)
    if options.name == "exit":
        os._exit(3)
    if options.name == "raise":
        raise KeyError("unexpected")
    if options.name == "flood":
        return "x" * (3 << 20)
    if options.name == "liar":
        return 7  # type: ignore[return-value]
    if options.name == "recursion":
        return misbehave(untrusted_bytes, options)
    return "fine"


def preload() -> None:
    import resource
    import time

    _ = resource, time, signal
