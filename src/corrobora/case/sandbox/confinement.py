"""Takes a process's rights away: limits, Landlock (files, network), a seccomp filter that lists what stays allowed."""

from __future__ import annotations

import contextlib
import ctypes
import os
import platform
import resource
import struct
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_LANDLOCK_CREATE, _LANDLOCK_RESTRICT = 444, 446
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS, _PR_SET_DUMPABLE = 1, 38, 4
_SET_FILTER = 1
_NOT_A_STREAM = 0xE  # any type bit but SOCK_STREAM's
_ALLOW, _ERRNO, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_EPERM, _ENOSYS = 1, 38
_CLONE_THREAD, _PROT_EXEC = 0x10000, 0x4
_LOAD, _JEQ, _JSET, _JGE, _RETURN = 0x20, 0x15, 0x45, 0x35, 0x06
_ARGUMENTS = 16  # offset of the first argument in seccomp_data; each has eight bytes, low half first
_STEP = struct.Struct("=HBBI")
_PR_SET_NAME, _PR_SET_VMA = 15, 0x53564D41


@dataclass(frozen=True, slots=True)
class _Machine:
    """System call numbers of one processor family."""

    audit: int
    free: tuple[int, ...]
    mmap: int
    mprotect: int
    clone: int
    clone3: int
    tgkill: int
    prctl: int
    prlimit: int
    seccomp: int
    socketpair: int


def _numbers(listed: str) -> tuple[int, ...]:
    return tuple(int(number) for number in listed.split())


# What a parser needs once everything is imported: memory, threads of its own, clocks, the descriptors it already holds.
_MACHINES = {
    "x86_64": _Machine(
        audit=0xC000003E,
        free=_numbers(
            "0 1 3 5 7 8 11 12 13 14 15 17 19 20 24 25 28 32 35 39 60 63 72 96 97 98 99 100 102 104 107 108 131 143 "
            "145 146 147 186 202 204 218 219 228 229 230 231 232 233 270 271 273 281 290 291 293 309 318 324 334"
        ),
        mmap=9,
        mprotect=10,
        clone=56,
        clone3=435,
        tgkill=234,
        prctl=157,
        prlimit=302,
        seccomp=317,
        socketpair=53,
    ),
    "aarch64": _Machine(
        audit=0xC00000B7,
        free=_numbers(
            "63 64 57 80 62 215 214 134 135 139 67 65 66 124 216 233 23 101 172 93 160 25 169 163 165 179 153 174 175 "
            "176 177 132 120 121 125 126 178 98 123 96 128 113 114 115 94 20 21 22 19 59 72 73 99 168 278 283 293"
        ),
        mmap=222,
        mprotect=226,
        clone=220,
        clone3=435,
        tgkill=131,
        prctl=167,
        prlimit=261,
        seccomp=277,
        socketpair=199,
    ),
}


def prepare() -> None:
    """Makes ready what `lock_down` needs, so that each child inherits it instead of making it anew."""
    if sys.platform.startswith("linux"):
        _libc()
        _rules(platform.machine())


def set_limits(*, cpu_seconds: int, memory_mb: int, held_bytes: int) -> None:
    """Bounds this process: processor time, memory beyond what it held already, no files written, no core dumps."""
    _limit(resource.RLIMIT_CPU, cpu_seconds, cpu_seconds + 1)
    _limit(resource.RLIMIT_FSIZE, 0, 0)
    _limit(resource.RLIMIT_CORE, 0, 0)
    # RLIMIT_DATA counts what can be written; RLIMIT_AS would also count the reserves that runtimes never touch.
    ceiling = held_bytes + memory_mb * 1024 * 1024
    _limit(resource.RLIMIT_DATA, ceiling, ceiling)


def _limit(kind: int, soft: int, hard: int) -> None:
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (soft, hard))


def held_bytes() -> int:
    """Bytes of memory that this process may write to, which its children are born with."""
    try:
        with Path("/proc/self/statm").open(encoding="ascii") as handle:
            return int(handle.read().split()[5]) * resource.getpagesize()
    except (OSError, ValueError, IndexError):
        return 0


def lock_down() -> str:
    """Gives up files, network, signals to others and new processes for good; returns the level reached."""
    if not sys.platform.startswith("linux"):
        return "limits"
    libc = _libc()
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    _shut_files(libc)
    return "strict" if _filter_calls(libc) else "limits"


def die_with_parent() -> None:
    """Asks the kernel to kill this process when the one that forked it dies."""
    if sys.platform.startswith("linux"):
        _libc().prctl(_PR_SET_PDEATHSIG, 9, 0, 0, 0)


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _shut_files(libc: ctypes.CDLL) -> bool:
    """Landlock without a single rule: every right that this kernel knows how to deny is denied."""
    abi = libc.syscall(_LANDLOCK_CREATE, None, 0, 1)
    if abi < 1:
        return False
    files = (1 << 13) - 1 | (1 << 13 if abi >= 2 else 0) | (1 << 14 if abi >= 3 else 0) | (1 << 15 if abi >= 5 else 0)
    net, scope = (3 if abi >= 4 else 0), (3 if abi >= 6 else 0)
    size = 24 if abi >= 6 else 16 if abi >= 4 else 8
    ruleset = ctypes.create_string_buffer(struct.pack("=QQQ", files, net, scope)[:size], size)
    handle = libc.syscall(_LANDLOCK_CREATE, ruleset, size, 0)
    if handle < 0:
        return False
    done: bool = libc.syscall(_LANDLOCK_RESTRICT, handle, 0) == 0
    os.close(handle)
    return done


def _filter_calls(libc: ctypes.CDLL) -> bool:
    name = platform.machine()
    if name not in _MACHINES or sys.byteorder != "little":
        return False
    before, after = _rules(name)
    code = before + b"".join(_when(_MACHINES[name].tgkill, 0, _JEQ, os.getpid(), allowed_on_hit=True)) + after
    buffer = ctypes.create_string_buffer(code, len(code))
    head = struct.pack("@HxxxxxxP", len(code) // _STEP.size, ctypes.addressof(buffer))
    # flag 1: the filter holds for all threads of this process, also those a runtime has already started
    seccomp = _MACHINES[name].seccomp
    answer: int = libc.syscall(seccomp, _SET_FILTER, 1, ctypes.create_string_buffer(head, len(head)))
    return answer == 0


@cache
def _rules(name: str) -> tuple[bytes, bytes]:
    """The filter: foreign architectures are killed, free calls pass, some by their arguments, the rest is refused.

    In two pieces: between them stands the only rule that differs from child to child.
    """
    machine = _MACHINES[name]
    program = [_step(_LOAD, 4), _step(_JEQ, machine.audit, 1, 0), _step(_RETURN, _KILL), _step(_LOAD, 0)]
    if machine.audit == _MACHINES["x86_64"].audit:
        program += [_step(_JGE, 0x40000000, 0, 1), _step(_RETURN, _KILL)]
    for number in machine.free:
        program += [_step(_JEQ, number, 0, 1), _step(_RETURN, _ALLOW)]
    program += _when(machine.mmap, 2, _JSET, _PROT_EXEC, allowed_on_hit=False)
    program += _when(machine.mprotect, 2, _JSET, _PROT_EXEC, allowed_on_hit=False)
    program += _when(machine.clone, 0, _JSET, _CLONE_THREAD, allowed_on_hit=True)
    before, program = b"".join(program), []
    program += _when(machine.prctl, 0, _JEQ, _PR_SET_NAME, allowed_on_hit=True)
    program += _when(machine.prlimit, 2, _JEQ, 0, allowed_on_hit=True)
    # two ends inside this process, as runtimes use them; without connect and sendto they lead nowhere
    program += _when(machine.socketpair, 1, _JSET, _NOT_A_STREAM, allowed_on_hit=False)
    # glibc falls back to clone, whose flags can be looked at, when clone3 does not exist
    program += [_step(_JEQ, machine.clone3, 0, 1), _step(_RETURN, _ERRNO | _ENOSYS), _step(_RETURN, _ERRNO | _EPERM)]
    return before, b"".join(program)


def _when(number: int, argument: int, test: int, value: int, *, allowed_on_hit: bool) -> list[bytes]:
    hit, miss = (_ALLOW, _ERRNO | _EPERM) if allowed_on_hit else (_ERRNO | _EPERM, _ALLOW)
    return [
        _step(_JEQ, number, 0, 4),
        _step(_LOAD, _ARGUMENTS + 8 * argument),
        _step(test, value, 0, 1),
        _step(_RETURN, hit),
        _step(_RETURN, miss),
    ]


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return _STEP.pack(code, if_true, if_false, value)
