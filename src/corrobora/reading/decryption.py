"""Office documents with a password: opened with those that are known. Pure."""

from __future__ import annotations

import importlib
import io
import pkgutil
import struct
import zipfile
from types import SimpleNamespace
from xml.parsers.expat import ExpatError

import msoffcrypto
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

from corrobora.errors import DamagedError, EncryptedError
from corrobora.model import magic

_OLD = (magic.DOC, magic.XLS, magic.PPT)
_STORAGE = b"\xd0\xcf\x11\xe0"
# Excel writes this one itself when a workbook is protected against changes only
_DEFAULT = "VelvetSweatshop"
_ERRORS = (
    FileFormatError,
    ParseError,
    ExpatError,
    zipfile.BadZipFile,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
)


def preload() -> None:
    """Imports every part of the library: it loads them as it meets a format, and in the cage no file can be opened."""
    for module in pkgutil.walk_packages(msoffcrypto.__path__, "msoffcrypto."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    importlib.import_module("xml.dom.expatbuilder")
    importlib.import_module("cryptography.hazmat.backends").default_backend()


def _keep_in_memory() -> None:
    """Keeps the library from writing what it decrypts to the disk, where in the cage there is none."""
    for name in ("doc97", "xls97", "ppt97"):
        module = importlib.import_module(f"msoffcrypto.format.{name}")
        module.tempfile = SimpleNamespace(TemporaryFile=io.BytesIO)  # type: ignore[attr-defined]


def is_encrypted(untrusted_bytes: bytes, media_type: str) -> bool:
    """Whether this is a Word, Excel or PowerPoint file from before 2007 that needs a password."""
    if media_type not in _OLD or not untrusted_bytes.startswith(_STORAGE):
        return False
    try:
        return bool(msoffcrypto.OfficeFile(io.BytesIO(untrusted_bytes)).is_encrypted())
    except _ERRORS:
        return False


def decrypt(untrusted_bytes: bytes, passwords: tuple[str, ...]) -> bytes:
    """The document inside.

    Raises:
        EncryptedError: where no known password opens it.
        DamagedError: where the wrapping is torn.
    """
    _keep_in_memory()
    for password in (*passwords, _DEFAULT):
        target = io.BytesIO()
        try:
            source = msoffcrypto.OfficeFile(io.BytesIO(untrusted_bytes))
            source.load_key(password=password)
            source.decrypt(target)
        except (InvalidKeyError, DecryptionError):
            continue
        except _ERRORS as exc:
            raise DamagedError("the encrypted document is torn", remedy="ask for another copy") from exc
        if target.getvalue()[:2] in (b"PK", _STORAGE[:2]):
            return target.getvalue()
    raise EncryptedError("the document is encrypted")
