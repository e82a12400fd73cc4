"""7z archives with a password, which libarchive cannot open. Pure."""

from __future__ import annotations

import importlib
import io
import lzma
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import py7zr
from py7zr.exceptions import ArchiveError, PasswordRequired
from py7zr.io import Py7zIO, WriterFactory

from corrobora.errors import DamagedError, EncryptedError
from corrobora.intake.container import Allowance, Problem, Unpacked, UnpackOptions, safe_name, unique
from corrobora.model.document import Member

MAGIC = b"7z\xbc\xaf\x27\x1c"
_ERRORS = (
    ArchiveError,
    lzma.LZMAError,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RuntimeError,
)


def preload() -> None:
    """Opens a small archive with a password, so that nothing is left to load inside the cage."""
    made = io.BytesIO()
    with py7zr.SevenZipFile(made, "w", password="a", header_encryption=True) as archive:
        archive.writestr(b"a", "a")
    for name in ("bz2", "pyppmd", "inflate64", "bcj", "brotli", "backports.zstd", "Cryptodome.Cipher.AES"):
        try:
            importlib.import_module(name)
        except ImportError:
            continue
    unpack(made.getvalue(), UnpackOptions(passwords=("a",)))


def _name_only(fname: str, path: Path | None) -> Path:
    return Path(fname)


# the library looks for links in the folder it would write to; here nothing is written, and in the cage there is none
py7zr.py7zr.get_sanitized_output_path = _name_only  # type: ignore[attr-defined]


class _Buffer(Py7zIO):
    """One member as it comes out, paid for piece by piece."""

    def __init__(self, spend: Callable[[int], None]) -> None:
        self._spend = spend
        self.content = bytearray()

    def write(self, s: bytes | bytearray) -> int:
        self._spend(len(s))
        self.content += s
        return len(s)

    def read(self, size: int | None = None) -> bytes:
        return bytes(self.content)

    def seek(self, offset: int, whence: int = 0) -> int:
        return offset

    def flush(self) -> None:
        return None

    def size(self) -> int:
        return len(self.content)


class _Buffers(WriterFactory):
    def __init__(self, allowance: Allowance) -> None:
        self._allowance = allowance
        self.made: dict[str, _Buffer] = {}

    def create(self, filename: str) -> Py7zIO:
        self._allowance.member()
        self.made[filename] = _Buffer(self._allowance.spend)
        return self.made[filename]


def unpack(untrusted_bytes: bytes, options: UnpackOptions) -> Unpacked:
    """Unpacks an archive that needs a password, with those that are known.

    Raises:
        EncryptedError: where none of them opens it.
        OverBudgetError: where more comes out than may.
    """
    for password in options.passwords:
        try:
            return _unpack(untrusted_bytes, password, options)
        except (*_ERRORS, PasswordRequired):
            # a wrong password shows as noise that cannot be decompressed, in whatever way it fails
            continue
    raise EncryptedError("the archive is encrypted")


def _unpack(untrusted_bytes: bytes, password: str, options: UnpackOptions) -> Unpacked:
    allowance = Allowance(options.budget, len(untrusted_bytes))
    with py7zr.SevenZipFile(io.BytesIO(untrusted_bytes), password=password) as archive:
        listed = archive.list()
        last = _end_of_round([one.uncompressed or 0 for one in listed], options)
        buffers = _Buffers(allowance)
        wanted = [one.filename for one in listed[options.first : last] if not one.is_directory]
        if not wanted and not options.first:
            raise DamagedError("the archive is empty")
        archive.extract(targets=wanted, factory=buffers)
    members = [Member(safe_name(name), bytes(buffer.content)) for name, buffer in buffers.made.items()]
    problems: tuple[Problem, ...] = ()
    return Unpacked(unique(members), problems, resume=last if last < len(listed) else 0)


def _end_of_round(sizes: list[int], options: UnpackOptions) -> int:
    """Number of the first entry that the next round takes."""
    gathered = 0
    for number in range(options.first, len(sizes)):
        gathered += sizes[number]
        if gathered >= options.round_bytes:
            return number + 1
    return len(sizes)
