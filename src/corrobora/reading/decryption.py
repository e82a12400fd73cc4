"""Office documents with a password: opened with those that are known. Pure."""

from __future__ import annotations

import importlib
import io
import pkgutil

import msoffcrypto
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

from corrobora.errors import DamagedError, EncryptedError

# Excel writes this one itself when a workbook is protected against changes only
_DEFAULT = "VelvetSweatshop"
_ERRORS = (
    FileFormatError,
    ParseError,
    OSError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    OverflowError,
)


def preload() -> None:
    """Imports every part of the library: it loads them as it meets a format, and in the cage no file can be opened."""
    for module in pkgutil.walk_packages(msoffcrypto.__path__, "msoffcrypto."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    importlib.import_module("xml.dom.expatbuilder")
    importlib.import_module("cryptography.hazmat.backends").default_backend()


def decrypt(untrusted_bytes: bytes, passwords: tuple[str, ...]) -> bytes:
    """The document inside.

    Raises:
        EncryptedError: where no known password opens it.
        DamagedError: where the wrapping is torn.
    """
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
        if target.getvalue()[:2] in (b"PK", b"\xd0\xcf"):
            return target.getvalue()
    raise EncryptedError("the document is encrypted", remedy="give its password")
