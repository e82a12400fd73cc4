"""Kills an ingest at random moments and goes on until it finishes: nothing may be lost or doubled.

usage: python benchmarks/reading/kill.py LEAK [KILLS] [SEED]
"""

from __future__ import annotations

import hashlib
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corrobora.case import Case, silent
from corrobora.intake.step import take_in
from corrobora.model.tables import METADATA, PAGES
from corrobora.reading.step import read_documents


def ingest(leak: Path, root: Path) -> None:
    with Case.create(root) as case:
        take_in(case, leak, silent)
        read_documents(case, silent)


def picture(root: Path) -> str:
    """Everything that must come out the same: documents with states, pages, metadata, failures, originals."""
    with Case.open(root) as case:
        rows = [
            sorted(repr(document) for document in case.documents()),
            sorted(repr(page) for page in case.read(PAGES)),
            sorted(repr(metadata) for metadata in case.read(METADATA)),
            sorted(repr(failure) for failure in case.failures()),
            sorted(path.name for path in case.originals.rglob("*") if path.is_file() and not path.name.startswith(".")),
        ]
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()


def kill_and_resume(leak: Path, kills: int, seed: int) -> tuple[int, int, int]:
    """(kills, finished cases, cases that differ from a clean run); moments lie anywhere in the time of a clean run."""
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        clean = Path(folder) / "clean"
        started = time.monotonic()
        ingest(leak, clean)
        longest = 1.2 * (time.monotonic() - started)
        expected = picture(clean)
        done = finished = different = 0
        while done < kills:
            root = Path(folder) / f"case{finished}"
            code = None
            while code != 0:
                command = [sys.executable, __file__, "--once", str(leak), str(root)]
                process = subprocess.Popen(command, stderr=subprocess.PIPE)
                try:
                    code = process.wait(timeout=rng.uniform(0.05, longest) if done < kills else None)
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                    process.wait()
                    code, done = None, done + 1
                if code:
                    raise SystemExit((process.stderr or sys.stderr).read())
            finished += 1
            print(f"{done} kills, {finished} cases finished", flush=True)
            different += picture(root) != expected
    return done, finished, different


def main() -> None:
    if sys.argv[1] == "--once":
        ingest(Path(sys.argv[2]), Path(sys.argv[3]))
        return
    started = time.monotonic()
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 7
    done, finished, different = kill_and_resume(Path(sys.argv[1]), kills, seed)
    seconds = time.monotonic() - started
    print(f"{done} kills, {finished} cases finished, {different} differ from a clean run; {seconds:.0f} s")


if __name__ == "__main__":
    main()
