"""Reads damaged and hostile files in the cage, each as it is and mutated, and counts what became of the readers.

usage: python benchmarks/reading/hostile.py FOLDER JOURNAL [--seconds S] [--recognise] [--only KEY] [--again]

Goes on where JOURNAL (JSON lines, one for each reading) stops, so that it can run in slices; prints the figures of
everything in the journal. `--only corpus/x.pdf:3` does one reading again and `--again` all that went wrong: a mutation
depends on its name and number only. `--recognise` takes pictures and PDFs and recognises their pages as well.

A reading is "refused" where a reader said why, "worker" where the cage ended the child or it crashed. Single calls of
the cage that ended so are listed too, also where another reader went on. What the parent itself opens for writing or
connects to while it reads is counted: it must be nothing.
"""

from __future__ import annotations

import argparse
import collections
import json
import os
import random
import resource
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

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
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
trespasses: list[str] = []
troubles: list[dict[str, Any]] = []


def watch(event: str, details: tuple[Any, ...]) -> None:
    """An audit hook: what this process does to files and networks."""
    if event == "open" and isinstance(details[2], int) and details[2] & WRITES and details[0] != os.devnull:
        trespasses.append(f"open {details[0]}")
    elif event in ("socket.connect", "socket.sendto", "os.remove", "os.rename", "os.mkdir", "os.symlink"):
        trespasses.append(f"{event} {details[1:] if event.startswith('socket') else details}")


def watched(run: Any) -> Any:
    """`Sandbox.run` that notes every call which ended in a crash or was ended."""

    def noting(self: Sandbox, task: Any, content: bytes, options: Any, limits: Any = None) -> Any:
        started = time.monotonic()
        try:
            return run(self, task, content, options, limits)
        except UnreadableError as exc:
            if exc.code == "worker" or time.monotonic() - started > SLOW:
                seconds = round(time.monotonic() - started, 1)
                troubles.append({"task": task.name, "code": exc.code, "what": exc.what[:200], "seconds": seconds})
            raise

    return noting


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


def content_of(folder: Path, key: str) -> bytes:
    name, _, number = key.rpartition(":")
    content = (folder / name).read_bytes()
    return content if number == "0" else mutated(random.Random(key), content)


def read_one(reader: CagedReader, unpackers: Sandbox, name: str, content: bytes) -> dict[str, Any]:
    """One line of the journal."""
    troubles.clear()
    trespasses.clear()
    media_type = magic.media_type(content)
    started = time.monotonic()
    result = reader.read(content, media_type)
    unpacked = ""
    if media_type in CONTAINED:
        try:
            unpackers.run(UNPACK, content, UnpackOptions(media_type, name))
            unpacked = "opened"
        except UnreadableError as exc:
            unpacked = exc.code
    return {
        "type": media_type,
        "code": result.error.code if result.error else "read",
        "what": result.error.what[:160] if result.error else "",
        "level": result.level or unpackers.level,
        "unpacked": unpacked,
        "seconds": round(time.monotonic() - started, 2),
        "troubles": list(troubles),
        "trespasses": list(trespasses),
    }


def work(folder: Path, mutations: int, recognise: bool) -> Iterator[str]:
    """Names of all readings in an order that mixes the formats."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.stat().st_size < 8 << 20]
    if recognise:
        kinds = {path: magic.media_type(path.read_bytes()) for path in files}
        files = [path for path in files if kinds[path].startswith("image/") or kinds[path] == "application/pdf"]
    keys = [f"{path.relative_to(folder)}:{number}" for path in files for number in range(mutations + 1)]
    random.Random(11).shuffle(keys)
    yield from keys


def lines(journal: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in journal.read_text().splitlines()] if journal.exists() else []


def went_wrong(line: dict[str, Any]) -> bool:
    return line.get("code") == "worker" or bool(line.get("troubles") or line.get("trespasses"))


def wanted(arguments: argparse.Namespace, done: list[dict[str, Any]]) -> Iterable[str]:
    if arguments.only:
        return arguments.only
    if arguments.again:
        return [line["key"] for line in done if went_wrong(line)]
    known = {line.get("key") for line in done}
    return (key for key in work(arguments.folder, arguments.mutations, arguments.recognise) if key not in known)


def report(done: list[dict[str, Any]]) -> None:
    """Prints the figures."""
    readings = [line for line in done if "key" in line]
    wrong = [line for line in readings if went_wrong(line)]
    codes = collections.Counter(line["code"] for line in readings)
    levels = collections.Counter(line["level"] for line in readings if line["level"])
    unpacked = collections.Counter(line["unpacked"] for line in readings if line["unpacked"])
    causes = collections.Counter(f"{one['task']}: {one['what'][:90]}" for line in wrong for one in line["troubles"])
    slow = sorted(((line["seconds"], line["key"]) for line in readings if line["seconds"] > SLOW), reverse=True)
    print(f"{len(readings)} readings, {sum(line['seconds'] for line in readings):.0f} s: {dict(codes)}")
    print(f"levels {dict(levels)}; unpackers {dict(unpacked)}")
    print(f"written or connected by the parent: {sum(len(line['trespasses']) for line in readings)}")
    print(f"peak memory of a process: {max((line['peak_mb'] for line in done if 'peak_mb' in line), default=0)} MB")
    print(f"over {SLOW:.0f} s: {len(slow)} {slow[:12]}")
    for cause, count in causes.most_common():
        print(f"  {count:4} {cause}")


def main() -> None:
    parser = argparse.ArgumentParser(usage=(__doc__ or "").split("usage: ")[1].splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("journal", type=Path)
    parser.add_argument("--mutations", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=1e9)
    parser.add_argument("--recognise", action="store_true")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--only", nargs="*")
    arguments = parser.parse_args()
    Sandbox.run = watched(Sandbox.run)  # type: ignore[method-assign]
    started = time.monotonic()
    done, fresh = lines(arguments.journal), []
    keys = list(wanted(arguments, done))
    with arguments.journal.open("a", encoding="utf-8") as journal, Sandbox((UNPACK,), preload_unpackers) as unpackers:
        reader = CagedReader(recognises=arguments.recognise)
        for cage in (unpackers,):
            cage.run(UNPACK, b"PK\5\6" + b"\0" * 18, UnpackOptions(magic.ZIP))
        reader.read(b"a text", "text/plain")
        sys.addaudithook(watch)
        for key in keys if seconds_left(started, arguments.seconds) else []:
            fresh.append({"key": key, **read_one(reader, unpackers, key, content_of(arguments.folder, key))})
            if not (arguments.only or arguments.again):
                journal.write(json.dumps(fresh[-1], ensure_ascii=False) + "\n")
                journal.flush()
            if not seconds_left(started, arguments.seconds):
                break
        reader.close()
        unpackers.close()
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
        journal.write(json.dumps({"peak_mb": peak}) + "\n")
    if arguments.only or arguments.again:
        for line in fresh:
            print(json.dumps(line, ensure_ascii=False))
        print(f"{sum(map(went_wrong, fresh))} of {len(fresh)} went wrong; peak {peak} MB")
        return
    report([*done, *fresh, {"peak_mb": peak}])


def seconds_left(started: float, budget: float) -> bool:
    return time.monotonic() - started < budget


if __name__ == "__main__":
    main()
