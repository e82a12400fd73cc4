"""Second readers: kreuzberg, then Tika, for what no reader of ours knows or could open."""

from __future__ import annotations

import importlib

from corrobora.errors import DamagedError, EncryptedError, UnreadableError
from corrobora.model.document import Page, Reading
from corrobora.reading.language import detect
from corrobora.reading.writer import PageWriter

_MAX_CHARACTERS = 20_000_000
_NAMES = {
    "title": "title",
    "created_by": "author",
    "modified_by": "last_modified_by",
    "created_at": "created",
    "modified_at": "modified",
    "subject": "subject",
    "revision": "revision",
}


def preload() -> None:
    """Imports them; Tika's runtime is started by `start_tika` in the child."""
    importlib.import_module("kreuzberg")
    importlib.import_module("iscc_tika")


def start_tika() -> None:
    """Starts Tika's runtime on a harmless text: inside the cage it could not be started."""
    importlib.import_module("iscc_tika").Extractor().extract_bytes_to_string(bytearray(b"start"))


def kreuzberg(untrusted_bytes: bytes, media_type: str) -> Reading:
    """What kreuzberg makes of it.

    Raises:
        UnreadableError: where it makes nothing of it.
    """
    library = importlib.import_module("kreuzberg")
    try:
        result = library.extract_bytes_sync(untrusted_bytes, media_type)
    except library.KreuzbergError as exc:
        raise _error(str(exc)) from exc
    except (ValueError, TypeError, OSError, RuntimeError) as exc:
        raise DamagedError(f"it cannot be read: {_line(exc)}") from exc
    return _reading(result.content, "kreuzberg", _plain(result.metadata))


def tika(untrusted_bytes: bytes) -> Reading:
    """What Tika makes of it.

    Raises:
        UnreadableError: where it makes nothing of it.
    """
    library = importlib.import_module("iscc_tika")
    extractor = library.Extractor()
    try:
        text, stated = extractor.set_extract_string_max_length(_MAX_CHARACTERS).extract_bytes_to_string(
            bytearray(untrusted_bytes)
        )
    except (TypeError, ValueError, OSError, RuntimeError) as exc:
        raise _error(str(exc)) from exc
    metadata = {
        key.rpartition(":")[2].lower(): ", ".join(values)[:500]
        for key, values in stated.items()
        if key in ("dc:title", "dc:creator", "dcterms:created", "dcterms:modified", "dc:subject")
    }
    return _reading(text, "tika", metadata)


def _reading(text: str, reader: str, metadata: dict[str, str]) -> Reading:
    writer = PageWriter()
    lines = [line.rstrip() for line in text.splitlines()]
    writer.line("\n".join(line for number, line in enumerate(lines) if line or (number and lines[number - 1])))
    if writer.is_empty:
        raise UnreadableError("no text was found in it")
    page: Page = writer.page()
    return Reading(pages=(writer.page(language=detect(page.text)),), metadata=metadata, reader=reader)


def _plain(stated: object) -> dict[str, str]:
    if not isinstance(stated, dict):
        return {}
    told = {_NAMES[key]: str(value)[:500] for key, value in stated.items() if key in _NAMES and value}
    return {key: value for key, value in told.items() if "\ufffd" not in value}


def _error(message: str) -> UnreadableError:
    if "encrypt" in message.lower() or "password" in message.lower():
        return EncryptedError("the file is encrypted")
    return DamagedError(f"it cannot be read: {_line(message)}", remedy="ask for another copy or convert it to PDF")


def _line(message: object) -> str:
    return " ".join(str(message).split())[:160]
