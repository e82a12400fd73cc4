"""How long the whole way takes and how much memory it needs, all processes together.

    python benchmarks/run.py LEAK RECORDS [--again]

Runs `corrobora run` into a scratch case, samples the proportional set size of the whole process tree five times a
second, and prints one line: seconds of wall clock, processor seconds, and the peak in MiB. Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def tree(root: int) -> list[int]:
    """The process and everything it started."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except (OSError, ValueError, IndexError):
                continue
            children.setdefault(parent, []).append(int(entry.name))
    found, waiting = [], [root]
    while waiting:
        process = waiting.pop()
        found.append(process)
        waiting += children.get(process, [])
    return found


def memory_kib(processes: list[int]) -> int:
    """Proportional set size of these processes: shared pages count once."""
    total = 0
    for process in processes:
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total


def measure(command: list[str]) -> dict[str, float]:
    """Runs a command to its end and watches it."""
    began, peak = time.monotonic(), 0
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        peak = max(peak, memory_kib(tree(process.pid)))
        time.sleep(0.2)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"seconds": round(time.monotonic() - began, 1), "cpu_seconds": round(cpu, 1), "peak_mib": round(peak / 1024)}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("leak", type=Path)
    parser.add_argument("records", type=Path)
    parser.add_argument("--again", action="store_true", help="also run a second time on unchanged input")
    options = parser.parse_args()
    scratch = Path(tempfile.mkdtemp(prefix="corrobora-bench-"))
    corrobora = Path(sys.executable).with_name("corrobora")
    command = [str(corrobora), "run", str(options.leak), "--records", str(options.records)]
    command += ["--case", str(scratch / "case")]
    try:
        result = {"first": measure(command)}
        if options.again:
            result["again"] = measure(command)
        print(json.dumps({"load": os.getloadavg()[0], **result}))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    main()
