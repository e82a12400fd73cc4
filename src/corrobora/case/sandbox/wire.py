"""What goes over the socket between this process, the zygote and its children: length-prefixed MessagePack."""

from __future__ import annotations

import socket
import struct

import msgspec

_LENGTH = struct.Struct("<Q")


class Call(msgspec.Struct):
    """One call of a task. `options` is the task's own options, encoded."""

    task: str
    options: bytes
    cpu_seconds: int
    wall_seconds: float
    memory_mb: int
    reply_bytes: int


class Verdict(msgspec.Struct):
    """How a call ended: "done", "refused" (the reader said why) or "died" (crashed, hung, was killed)."""

    status: str
    level: str = "limits"
    code: str = ""
    what: str = ""
    where: str = ""
    remedy: str = ""


def send(channel: socket.socket, content: bytes) -> None:
    """Sends one message."""
    channel.sendall(_LENGTH.pack(len(content)))
    channel.sendall(content)


def receive(channel: socket.socket) -> bytes:
    """Receives one message.

    Raises:
        EOFError: where the other side is gone.
    """
    (length,) = _LENGTH.unpack(_exactly(channel, _LENGTH.size))
    return _exactly(channel, length)


def _exactly(channel: socket.socket, length: int) -> bytes:
    content = bytearray(length)
    view = memoryview(content)
    while view:
        count = channel.recv_into(view)
        if count == 0:
            raise EOFError
        view = view[count:]
    return bytes(content)


def decode_call(content: bytes) -> Call:
    """The call a message holds."""
    return msgspec.msgpack.decode(content, type=Call)


def join_answer(verdict: Verdict, body: bytes) -> bytes:
    """A child's whole answer: the verdict, then the body."""
    head = msgspec.msgpack.encode(verdict)
    return _LENGTH.pack(len(head)) + head + body


def split_answer(answer: bytes) -> tuple[Verdict | None, bytes]:
    """Verdict and body of a child's answer; None where it broke off or is no answer."""
    if len(answer) < _LENGTH.size:
        return None, b""
    (length,) = _LENGTH.unpack_from(answer)
    end = _LENGTH.size + length
    if end > len(answer):
        return None, b""
    try:
        return msgspec.msgpack.decode(answer[_LENGTH.size : end], type=Verdict), answer[end:]
    except msgspec.MsgspecError:
        return None, b""
