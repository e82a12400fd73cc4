"""How long three bombs of 2 MB (ZIP, DOCX, XLSX unfolding to 2 GB) take to be refused, the first call and later ones.

usage: python benchmarks/reading/bombs.py [TRIES]
"""

from __future__ import annotations

import hashlib
import io
import sys
import time
import zipfile

from corrobora.case.sandbox import Sandbox
from corrobora.intake import unpacking
from corrobora.reading.reader import CagedReader


def bomb(name: str, *others: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for other in others:
            archive.writestr(other, "<a/>")
        with archive.open(name, "w", force_zip64=True) as member:
            for _ in range(2048):
                member.write(bytes(1 << 20))
    return packed.getvalue()


def refused(content: bytes) -> tuple[float, str]:
    """Milliseconds from the bytes to the last word on them, in cages that nobody has started, and that word."""
    kept: dict[str, bytes] = {}

    def keep(untrusted_bytes: bytes) -> str:
        return hashlib.sha256(untrusted_bytes).hexdigest()

    kept[keep(content)] = content
    reader = CagedReader()
    with Sandbox((unpacking.UNPACK,), unpacking.preload) as cage:
        started = time.perf_counter()
        taken = unpacking.Unpacker(cage, keep, kept.__getitem__).take("bomb", content, "")
        error = taken.failures[0].message if taken.failures else None
        if error is None:
            result = reader.read(content, taken.documents[0].media_type)
            error = result.error.what if result.error is not None else "read"
        spent = 1000 * (time.perf_counter() - started)
    reader.close()
    return spent, error


def main() -> None:
    tries = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    types = "[Content_Types].xml"
    bombs = {
        "zip": bomb("a.txt"),
        "docx": bomb("word/document.xml", types),
        "xlsx": bomb("xl/worksheets/sheet1.xml", types, "xl/workbook.xml"),
    }
    for name, content in bombs.items():
        times, words = zip(*(refused(content) for _ in range(tries)), strict=True)
        print(f"{name}: {len(content) >> 10} kB, first {times[0]:.1f} ms, largest {max(times):.1f} ms: {words[0]}")


if __name__ == "__main__":
    main()
