"""Reads files end to end, caged, beside bare readers: files and pages for each second of processor time.

usage: python benchmarks/reading/speed.py [SCALE]

The files are made here (letters with a table, 30 pages to a PDF). CPU time of the whole run counts: taking in, keeping
originals, the cage's processes, storing pages, indexing them. `bare` figures are readers alone, in this process, warm;
peers that are not installed (pypdf, pdfplumber: `pip install` them to see them) are left out. With CORROBORA_SHARED
set, the same on the pages of real PDFs that have a text layer.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import io
import logging
import os
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
from corrobora.case.index import update
from corrobora.case.sandbox import Sandbox
from corrobora.errors import UnreadableError
from corrobora.intake.step import take_in
from corrobora.model import magic
from corrobora.model.tables import PAGES
from corrobora.reading.dispatch import READ, preload, read
from corrobora.reading.format import ReadOptions
from corrobora.reading.step import read_documents

PDF = "application/pdf"
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
    """CPU seconds of taking in, reading and indexing these files, and the pages that came out."""
    with tempfile.TemporaryDirectory() as folder:
        leak = Path(folder) / "leak"
        leak.mkdir()
        for name, content in files.items():
            (leak / name).write_bytes(content)
        with Case.create(Path(folder) / "case") as case:
            before = cpu_seconds()
            take_in(case, leak, silent)
            read_documents(case, silent)
            update(case, silent)
            return cpu_seconds() - before, len(case.read(PAGES))


def bare(reader: Callable[[bytes], object], files: dict[str, bytes]) -> float:
    before = time.process_time()
    for content in files.values():
        with contextlib.suppress(Exception):
            reader(content)
    return time.process_time() - before


def bare_pdfium(content: bytes) -> None:
    document = pdfium.PdfDocument(content)
    for page in document:
        page.get_textpage().get_text_range()


def bare_calamine(content: bytes) -> None:
    book = python_calamine.load_workbook(io.BytesIO(content))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def bare_ours(media_type: str) -> Callable[[bytes], object]:
    return lambda content: read(content, ReadOptions(media_type=media_type))


def bare_kreuzberg(media_type: str) -> Callable[[bytes], object]:
    return lambda content: kreuzberg.extract_bytes_sync(content, media_type)


def other_pdf_readers() -> dict[str, Callable[[bytes], object]]:
    found: dict[str, Callable[[bytes], object]] = {}
    if importlib.util.find_spec("pypdf"):
        pypdf = importlib.import_module("pypdf")
        found["pypdf"] = lambda content: [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]
    if importlib.util.find_spec("pdfplumber"):
        plumber = importlib.import_module("pdfplumber")
        found["pdfplumber"] = lambda content: [page.extract_words() for page in plumber.open(io.BytesIO(content)).pages]
    return found


def real_pdfs(folder: Path) -> tuple[dict[str, bytes], int]:
    """PDFs of a folder of which every page has a text layer, and how many pages that is."""
    files, pages = {}, 0
    for path in sorted(folder.rglob("*")):
        content = path.read_bytes() if path.is_file() and path.stat().st_size < 20 << 20 else b""
        if magic.media_type(content) != PDF:
            continue
        with contextlib.suppress(UnreadableError):
            reading = read(content, ReadOptions(media_type=PDF))
            if not reading.problems:
                files[path.name] = content
                pages += len(reading.pages)
    return files, pages


def show(title: str, rates: list[tuple[str, float]], unit: str) -> None:
    print(f"{title}: " + "; ".join(f"{name} {rate:.0f}" for name, rate in rates) + f" {unit} a CPU-second")


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
    logging.disable(logging.CRITICAL)
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
        "pdf": {"ours": bare_ours(PDF), "pdfium": bare_pdfium, "kreuzberg": bare_kreuzberg(PDF)} | other_pdf_readers(),
        "docx": {"ours": bare_ours(magic.DOCX), "kreuzberg": bare_kreuzberg(magic.DOCX)},
        "xlsx": {"ours": bare_ours(magic.XLSX), "calamine": bare_calamine, "kreuzberg": bare_kreuzberg(magic.XLSX)},
    }
    for kind, files in sets.items():
        units = len(files) * (30 if kind == "pdf" else 1)
        seconds, pages = whole_way(files)
        rates = [("whole way", units / max(seconds - start, 0.01))]
        few = dict(list(files.items())[: max(len(files) // 6, 5)])
        rates += [
            (f"{name} bare", units * len(few) / len(files) / bare(peer, few)) for name, peer in peers[kind].items()
        ]
        show(f"{kind}, made here, {pages} pages", rates, "pages" if kind == "pdf" else "files")
    if shared := os.environ.get("CORROBORA_SHARED"):
        files, pages = real_pdfs(Path(shared) / "eval" / "documents")
        rates = [(f"{name} bare", pages / bare(peer, files)) for name, peer in peers["pdf"].items()]
        show(f"pdf, real, {pages} pages of {len(files)} files", rates, "pages")
    print(f"largest process of the cages: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10} MB")


if __name__ == "__main__":
    main()
