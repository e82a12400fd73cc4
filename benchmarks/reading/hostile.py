"""Reads damaged and hostile files in the cage, each as it is and mutated, and counts what became of the readers.

usage: python benchmarks/reading/hostile.py FOLDER [MUTATIONS] [SECONDS]

A file counts as "refused" where a reader said why, as "killed" where the cage ended the child or it crashed
by itself. The parent must survive all of them. Recognition is left out: it reads pixels that were checked before.
"""

from __future__ import annotations

import collections
import random
import resource
import sys
import time
from pathlib import Path

from corrobora.case.sandbox import Sandbox
from corrobora.errors import UnreadableError
from corrobora.intake.container import UnpackOptions
from corrobora.intake.containers import REGISTRY
from corrobora.intake.unpacking import UNPACK
from corrobora.intake.unpacking import preload as preload_unpackers
from corrobora.model import magic
from corrobora.reading.reader import CagedReader

SLOW = 5.0
CONTAINED = {kind for entry in REGISTRY for kind in entry.media_types}


def mutated(rng: random.Random, content: bytes) -> bytes:
    """A few bytes changed, a piece cut out or doubled."""
    changed = bytearray(content)
    for _ in range(rng.randint(1, 20)):
        if changed:
            changed[rng.randrange(len(changed))] = rng.randrange(256)
    if rng.random() < 0.4 and len(changed) > 8:
        start = rng.randrange(len(changed))
        piece = changed[start : start + rng.randint(1, 4096)]
        changed[start:start] = piece if rng.random() < 0.5 else b""
        del changed[start : start + rng.randint(0, len(piece))]
    return bytes(changed)


def main() -> None:
    folder = Path(sys.argv[1])
    mutations = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    budget = float(sys.argv[3]) if len(sys.argv) > 3 else 1e9
    rng = random.Random(11)
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.stat().st_size < 8 << 20]
    work = [(path, number) for path in files for number in range(mutations + 1)]
    rng.shuffle(work)
    counts: collections.Counter[str] = collections.Counter()
    causes: collections.Counter[str] = collections.Counter()
    slowest: list[tuple[float, str]] = []
    started = time.monotonic()
    reader = CagedReader(recognises=False)
    with Sandbox((UNPACK,), preload_unpackers) as unpackers:
        for path, number in work:
            if time.monotonic() - started > budget:
                break
            content = path.read_bytes()
            content = mutated(rng, content) if number else content
            media_type = magic.media_type(content)
            before = time.monotonic()
            result = reader.read(content, media_type)
            code = result.error.code if result.error else "read"
            counts["killed" if code == "worker" else "read" if code == "read" else "refused"] += 1
            counts[f"level {result.level}"] += bool(result.level)
            if result.error and code == "worker":
                causes[result.error.what[:80]] += 1
            if media_type in CONTAINED:
                try:
                    unpackers.run(UNPACK, content, UnpackOptions(media_type, path.name))
                except UnreadableError as exc:
                    counts["unpackers killed"] += exc.code == "worker"
            slowest.append((time.monotonic() - before, f"{path.name}:{number}"))
    reader.close()
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    readings = sum(counts[k] for k in ("read", "refused", "killed"))
    print(f"{readings} readings in {time.monotonic() - started:.0f} s: {dict(counts)}")
    print(f"killed: {dict(causes)}")
    print(f"over {SLOW:.0f} s: {[f'{name} {seconds:.1f} s' for seconds, name in slowest if seconds > SLOW]}")
    print(f"peak memory of a process: {peak} MB")


if __name__ == "__main__":
    main()
