"""Reads files end to end, caged, beside bare readers: files and pages for each second of processor time.

usage: python benchmarks/reading/speed.py [SCALE]

The files are made here (letters with a table, 30 pages to a PDF). CPU time of the whole run counts: taking in, keeping
originals, the cage's processes and their start, storing pages. `bare` lines are readers alone, in this process, warm.
"""

from __future__ import annotations

import io
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docx
import kreuzberg
import pypdfium2 as pdfium
import python_calamine
import xlsxwriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from corrobora.case import Case, silent
from corrobora.case.sandbox import Sandbox
from corrobora.intake.step import take_in
from corrobora.model import magic
from corrobora.model.tables import PAGES
from corrobora.reading.dispatch import READ, preload, read
from corrobora.reading.format import ReadOptions
from corrobora.reading.step import read_documents

WORDS = [
    "delegation",
    "contract",
    "delivery",
    "aircraft",
    "payment",
    "schedule",
    "annex",
    "invoice",
    "letter",
    "plant",
    "repair",
    "engine",
    "visit",
    "party",
]


def sentence(rng: random.Random, length: int) -> str:
    return " ".join(rng.choice(WORDS) for _ in range(length)) + f" {rng.randint(1, 999)}."


def make_pdf(rng: random.Random) -> bytes:
    target = io.BytesIO()
    page = canvas.Canvas(target, pagesize=A4)
    for _ in range(30):
        for line in range(38):
            page.drawString(60, 790 - 15 * line, sentence(rng, 11))
        for row in range(6):
            for column in range(4):
                page.rect(60 + 110 * column, 190 - 18 * row, 110, 18)
                page.drawString(64 + 110 * column, 195 - 18 * row, f"{rng.choice(WORDS)} {rng.randint(1, 99)}")
        page.showPage()
    page.save()
    return target.getvalue()


def make_docx(rng: random.Random) -> bytes:
    target = io.BytesIO()
    document = docx.Document()
    for _ in range(30):
        document.add_paragraph(sentence(rng, 25))
    table = document.add_table(rows=10, cols=4)
    for row in table.rows:
        for cell in row.cells:
            cell.text = f"{rng.choice(WORDS)} {rng.randint(1, 99)}"
    document.save(target)
    return target.getvalue()


def make_xlsx(rng: random.Random) -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet("List")
    for row in range(60):
        sheet.write_row(row, 0, [rng.choice(WORDS), rng.randint(1, 9999), sentence(rng, 3), rng.random()])
    book.close()
    return target.getvalue()


def cpu_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def whole_way(files: dict[str, bytes]) -> tuple[float, int]:
    """CPU seconds of taking in and reading these files, and the pages that came out."""
    with tempfile.TemporaryDirectory() as folder:
        leak = Path(folder) / "leak"
        leak.mkdir()
        for name, content in files.items():
            (leak / name).write_bytes(content)
        with Case.create(Path(folder) / "case") as case:
            before = cpu_seconds()
            take_in(case, leak, silent)
            read_documents(case, silent)
            return cpu_seconds() - before, len(case.read(PAGES))


def bare(read: Callable[[bytes], object], files: dict[str, bytes]) -> float:
    before = time.process_time()
    for content in files.values():
        read(content)
    return time.process_time() - before


def bare_pdfium(content: bytes) -> None:
    document = pdfium.PdfDocument(content)
    for page in document:
        page.get_textpage().get_text_range()


def bare_calamine(content: bytes) -> None:
    book = python_calamine.load_workbook(io.BytesIO(content))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def cost_of_cage(calls: int = 100) -> float:
    """Milliseconds of wall time that a call in the cage adds."""
    options = ReadOptions(media_type="text/plain")
    with Sandbox((READ,), preload) as cage:
        cage.run(READ, b"a", options)
        started = time.monotonic()
        for _ in range(calls):
            cage.run(READ, b"a" * 50, options)
        caged = time.monotonic() - started
    started = time.monotonic()
    for _ in range(calls):
        read(b"a" * 50, options)
    return (caged - (time.monotonic() - started)) / calls * 1000


def main() -> None:
    scale = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    rng = random.Random(5)
    sets = {
        "pdf": {f"{n}.pdf": make_pdf(rng) for n in range(30 * scale)},
        "docx": {f"{n}.docx": make_docx(rng) for n in range(300 * scale)},
        "xlsx": {f"{n}.xlsx": make_xlsx(rng) for n in range(300 * scale)},
    }
    start, _ = whole_way({"one.txt": b"one"})
    print(f"cage: {cost_of_cage():.1f} ms a call; starting everything: {start:.1f} CPU-s, taken off below")
    peers: dict[str, dict[str, Callable[[bytes], object]]] = {
        "pdf": {"pdfium": bare_pdfium, "kreuzberg": lambda b: kreuzberg.extract_bytes_sync(b, "application/pdf")},
        "docx": {"kreuzberg": lambda b: kreuzberg.extract_bytes_sync(b, magic.DOCX)},
        "xlsx": {"calamine": bare_calamine, "kreuzberg": lambda b: kreuzberg.extract_bytes_sync(b, magic.XLSX)},
    }
    for kind, files in sets.items():
        units = len(files) * (30 if kind == "pdf" else 1)
        unit = "pages" if kind == "pdf" else "files"
        seconds, pages = whole_way(files)
        rows = [("corrobora, whole way", units / max(seconds - start, 0.01))]
        rows += [(f"{name}, bare", units / max(bare(read, files), 0.01)) for name, read in peers[kind].items()]
        print(f"{kind}: " + "; ".join(f"{name} {rate:.0f} {unit}/CPU-s" for name, rate in rows) + f" ({pages} pages)")


if __name__ == "__main__":
    main()
