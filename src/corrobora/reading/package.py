"""ZIP packages of office programs: parts by name, within budgets; XML without entities or network; their metadata."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from lxml import etree

from corrobora.case.sandbox import Budget, zip_excess
from corrobora.errors import DamagedError, EncryptedError, OverBudgetError
from corrobora.model import salvage

BUDGET = Budget(total_bytes=512 << 20, ratio=120, free_bytes=32 << 20, members=10_000)
_PARSER_OPTIONS = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
}
_CORE = {
    "title": "title",
    "creator": "author",
    "lastModifiedBy": "last_modified_by",
    "created": "created",
    "modified": "modified",
    "subject": "subject",
    "revision": "revision",
    "initial-creator": "first_author",
    "creation-date": "created",
    "date": "modified",
    "Application": "producer",
    "generator": "producer",
    "Company": "company",
    "editing-cycles": "revision",
    "Template": "template",
}


def check(untrusted_bytes: bytes) -> None:
    """Refuses packages that unpack to too much.

    Raises:
        OverBudgetError: before anything is unpacked.
    """
    excess = zip_excess(untrusted_bytes, BUDGET)
    if excess:
        raise OverBudgetError(f"the file is a decompression bomb: {excess}")


def open_package(untrusted_bytes: bytes) -> zipfile.ZipFile:
    """The package, opened.

    Raises:
        OverBudgetError: where it is a bomb.
        DamagedError: where it is torn.
    """
    check(untrusted_bytes)
    try:
        return zipfile.ZipFile(io.BytesIO(untrusted_bytes))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as exc:
        saved = salvage.whole_zip(untrusted_bytes, BUDGET.allowance(len(untrusted_bytes)))
        if saved is not None:
            return zipfile.ZipFile(io.BytesIO(saved))
        raise DamagedError("the package is torn", remedy="ask for another copy") from exc


def is_torn(untrusted_bytes: bytes) -> bool:
    """Whether the package has lost its directory, so that parts of it may be missing."""
    return b"PK\x05\x06" not in untrusted_bytes[-66_000:]


def part(package: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of one part, or None where there is none.

    Raises:
        DamagedError: where it cannot be unpacked.
        EncryptedError: where it needs a password.
    """
    try:
        with package.open(name) as handle:
            content = handle.read(BUDGET.total_bytes)
    except KeyError:
        return None
    except (
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        ValueError,
        OSError,
        EOFError,
        NotImplementedError,
    ) as exc:
        raise DamagedError(f"part {name} cannot be unpacked") from exc
    except RuntimeError as exc:
        raise EncryptedError("the file is encrypted") from exc
    return content


def xml(content: bytes) -> etree._Element:
    """Parses XML: no entity is expanded, nothing is fetched.

    Raises:
        DamagedError: where not even a part of it can be parsed.
    """
    parser = etree.XMLParser(**_PARSER_OPTIONS, recover=True)
    try:
        root = etree.fromstring(content, parser=parser)
    except (etree.LxmlError, ValueError) as exc:
        raise DamagedError("its XML cannot be parsed") from exc
    if root is None:
        raise DamagedError("its XML cannot be parsed")
    return root


def core_metadata(untrusted_bytes: bytes) -> dict[str, str]:
    """Author, dates, program and the like of an office package; {} where it has none."""
    found: dict[str, str] = {}
    try:
        package = open_package(untrusted_bytes)
        for name in ("docProps/core.xml", "docProps/app.xml", "meta.xml"):
            content = part(package, name)
            if content is None:
                continue
            for element in xml(content).iter(etree.Element):
                key = _CORE.get(element.tag.rpartition("}")[2])
                text = (element.text or "").strip()
                if key and text:
                    found.setdefault(key, text[:500])
    except (DamagedError, EncryptedError):
        return found
    return found
