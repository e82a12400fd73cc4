"""Recognition beside the two raw engines it is made of, two pages at a time. Run: benchmarks/ocr/speed.py [SEEDS].

A raw engine reads the whole page by itself: tesseract the Russian, Ukrainian and English ones, PP-OCR the Chinese ones,
both of them the bilingual minutes. Ours finds lines, routes them, settles what the two read, keeps boxes and tables.
"""

from __future__ import annotations

import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = os.environ["OMP_THREAD_LIMIT"] = "1"
sys.path[:0] = [str(Path(__file__).parents[2] / "src"), str(Path(__file__).parent)]

import numpy as np  # noqa: E402
import tesserocr  # noqa: E402
from pages import EN, RU, UK, ZH, letter, minutes, scanned  # noqa: E402
from PIL import Image  # noqa: E402

from corrobora.reading import ocr  # noqa: E402
from corrobora.reading.ocr import engines  # noqa: E402

LANGUAGES = {"ru": "rus+eng", "uk": "ukr+eng", "en": "eng", "ru+zh": "rus+eng"}
_pages: dict[str, object] = {}


def start() -> None:
    ocr.prepare()


def pages(seeds: int) -> dict[str, np.ndarray]:
    samples = [letter("ru", RU), letter("uk", UK), letter("zh", ZH), letter("en", EN), minutes()]
    seen = {f"{one.name} {seed}": scanned(one.image, seed) for one in samples for seed in range(seeds)}
    return {name: np.asarray(image.convert("L")) for name, image in seen.items()}


def ours(job: tuple[str, np.ndarray]) -> tuple[str, float]:
    name, pixels = job
    before = time.process_time()
    ocr.recognise(pixels, ("ru", "uk", "en", "zh"))
    return name, time.process_time() - before


def raw(job: tuple[str, np.ndarray]) -> tuple[str, float]:
    name, pixels = job
    kind = name.split()[0]
    before = time.process_time()
    if kind in LANGUAGES:
        folder = f"{engines.data_folder()}/"
        with tesserocr.PyTessBaseAPI(path=folder, lang=LANGUAGES[kind], psm=tesserocr.PSM.AUTO) as engine:
            engine.SetImage(Image.fromarray(pixels))
            engine.GetUTF8Text()
    if "zh" in kind:
        engines._paddle()(np.repeat(pixels[:, :, None], 3, axis=2))
    return name, time.process_time() - before


def main() -> None:
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    jobs = list(pages(seeds).items())
    walls, spent = {}, {}
    with ProcessPoolExecutor(2, mp_context=get_context("spawn"), initializer=start) as pool:
        list(pool.map(ours, jobs[:2]))
        list(pool.map(raw, jobs[:2]))
        for way in (raw, ours):
            before = time.monotonic()
            spent[way] = dict(pool.map(way, jobs))
            walls[way] = time.monotonic() - before
    print(f"{'page':8}{'raw, cpu s':>12}{'ours, cpu s':>13}")
    for kind in dict.fromkeys(name.split()[0] for name, _ in jobs):
        rows = [sum(s for name, s in spent[way].items() if name.split()[0] == kind) / seeds for way in (raw, ours)]
        print(f"{kind:8}{rows[0]:12.2f}{rows[1]:13.2f}")
    cpu = [sum(spent[way].values()) for way in (raw, ours)]
    print(f"all {len(jobs)} pages, processor: raw {cpu[0]:.1f} s, ours {cpu[1]:.1f} s: {cpu[1] / cpu[0]:.2f} times")
    times = walls[ours] / walls[raw]
    print(f"two at a time, wall: raw {walls[raw]:.1f} s, ours {walls[ours]:.1f} s: {times:.2f} times")


if __name__ == "__main__":
    main()
