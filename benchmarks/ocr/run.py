"""Character errors of recognition on pages drawn here. Run: benchmarks/ocr/run.py [clean scan fax photo turned]."""

from __future__ import annotations

import resource
import sys
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz.distance import Levenshtein

sys.path[:0] = [str(Path(__file__).parents[2] / "src"), str(Path(__file__).parent)]

from pages import EN, RU, UK, ZH, Sample, faxed, letter, minutes, photographed, scanned  # noqa: E402

from corrobora.reading import ocr  # noqa: E402

TARGETS = {
    ("scan", "ru"): 0.5,
    ("scan", "uk"): 1.2,
    ("scan", "zh"): 0.2,
    ("fax", "ru"): 2.5,
    ("fax", "zh"): 2.5,
    ("scan", "ru+zh"): 1.0,
}


def samples() -> list[Sample]:
    return [letter("ru", RU), letter("uk", UK), letter("zh", ZH), letter("en", EN), minutes()]


def seen(way: str, seed: int) -> Iterator[tuple[Sample, object]]:
    for sample in samples():
        if way == "clean":
            yield sample, sample.image
        elif way == "scan":
            yield sample, scanned(sample.image, seed)
        elif way == "fax":
            yield sample, faxed(sample.image, seed)
        elif way == "photo":
            yield sample, photographed(sample.image, seed)
        else:
            yield sample, scanned(sample.image, seed).rotate((90, 180, 270)[seed % 3], expand=True)


def plain(text: str) -> str:
    """Spaces do not count next to Chinese characters, runs of them count once."""
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    kept = []
    for at, letter_ in enumerate(text):
        beside = text[max(at - 1, 0) : at + 2]
        if letter_ == " " and any(ord(c) > 0x2E80 for c in beside):
            continue
        kept.append(letter_)
    return "".join(kept).replace("，", ",").replace("：", ":").replace("；", ";").replace("–", "—")


def main() -> None:
    ways = [arg for arg in sys.argv[1:] if not arg.startswith("-")] or ["clean", "scan", "fax", "photo", "turned"]
    ocr.prepare()
    print(f"{'way':8}{'page':8}{'errors %':>9}{'target':>8}{'s/page':>8}")
    for way in ways:
        totals: dict[str, list[float]] = {}
        for seed in (1, 2):
            for sample, image in seen(way, seed):
                start = time.process_time()
                page = ocr.recognise(image)
                spent = time.process_time() - start
                due, got = plain(sample.text), plain(page.text)
                row = totals.setdefault(sample.name, [0, 0, 0, 0])
                for at, value in enumerate((Levenshtein.distance(due, got), len(due), spent, 1)):
                    row[at] += value
                if "-v" in sys.argv:
                    show(due, got)
        for name, (errors, letters, spent, count) in totals.items():
            target = TARGETS.get((way, name))
            print(f"{way:8}{name:8}{100 * errors / letters:9.2f}{target or '':>8}{spent / count:8.2f}", flush=True)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def show(due: str, got: str) -> None:
    for op in Levenshtein.opcodes(due, got):
        if op.tag != "equal":
            a, b = due[op.src_start : op.src_end], got[op.dest_start : op.dest_end]
            print(f"    {due[max(op.src_start - 12, 0) : op.src_start]!r} {a!r} -> {b!r}")


if __name__ == "__main__":
    main()
