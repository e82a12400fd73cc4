"""Measures mentions on the labelled sets of CORROBORA_SHARED: F1 by overlap, values, speed, load time, memory.

    CORROBORA_SHARED=... python benchmarks/mentions/measure.py [--every N]

The sets are for measuring only; nothing in the program is learned from them.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SETS = ("ru_factrueval", "ru_nerel", "zh_msra", "zh_cluener", "uk_neruk2", "en_conll03", "en_re3d")
TARGETS = {
    ("ru_factrueval", "PER"): 0.955, ("ru_factrueval", "LOC"): 0.94, ("ru_factrueval", "ORG"): 0.89,
    ("ru_nerel", "ORG"): 0.77, ("ru_nerel", "DATE"): 0.90, ("ru_nerel", "MONEY"): 0.90,
    ("zh_msra", "PER"): 0.85, ("zh_msra", "LOC"): 0.75, ("zh_msra", "ORG"): 0.78,
    ("uk_neruk2", "PER"): 0.75, ("uk_neruk2", "LOC"): 0.60, ("uk_neruk2", "ORG"): 0.62,
    ("uk_neruk2", "DATE"): 0.88, ("uk_neruk2", "MONEY"): 0.95,
    ("en_conll03", "PER"): 0.85, ("en_conll03", "ORG"): 0.65, ("en_re3d", "DATE"): 0.80,
}  # fmt: skip


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def overlap(gold: list[tuple[int, int]], said: list[tuple[int, int]]) -> int:
    used: set[int] = set()
    for start, end in said:
        hit = next((n for n, (a, b) in enumerate(gold) if n not in used and start < b and a < end), None)
        if hit is not None:
            used.add(hit)
    return len(used)


def score(rows: list[dict], answers: list[dict], kind: str) -> tuple[float, float, float]:
    hits = golds = saids = 0
    for row, answer in zip(rows, answers, strict=True):
        gold = sorted((a, b) for a, b, type_, _ in row["entities"] if type_ == kind)
        said = sorted((m["start"], m["end"]) for m in answer["mentions"] if m["type"] == kind)
        hits, golds, saids = hits + overlap(gold, said), golds + len(gold), saids + len(said)
    precision, recall = hits / max(saids, 1), hits / max(golds, 1)
    return precision, recall, 2 * hits / max(golds + saids, 1)


def register(folder: Path, every: int) -> None:
    """What a register lifts: the organisations of every second line are its names, the other lines are read with it."""
    from corrobora.mentions import find
    from corrobora.mentions.book import Book
    from corrobora.model.mention import MentionType

    print("with an artificial register (names from every second line, measured on the others)")
    for name in ("ru_factrueval", "en_conll03", "en_re3d"):
        rows = lines(folder / f"{name}.jsonl")
        book = Book((e[3], MentionType.ORG) for row in rows[1::2] for e in row["entities"] if e[2] == "ORG")
        rows = rows[:: 2 * every]
        for label, used in (("without", False), ("with", True)):
            answers = []
            for row in rows:
                known = book.entries_for([row["text"]]) if used else None
                found = find(row["text"], name[:2], known)
                answers.append({"mentions": [{"start": m.start, "end": m.end, "type": m.type.value} for m in found]})
            figures = "  ".join(f"{figure:5.3f}" for figure in score(rows, answers, "ORG"))
            print(f"{name:14} ORG    {figures}  {label}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--every", type=int, default=1, help="only every Nth line of a set")
    every = parser.parse_args().every
    folder = Path(os.environ["CORROBORA_SHARED"]) / "eval" / "mentions"
    started = time.process_time()
    from corrobora.mentions import annotate, find

    find("Иванов приехал. Іваненко приїхав. John came. 李建国出席。")
    print(f"load: {time.process_time() - started:.1f} CPU-s for all four languages")
    print(f"{'set':14} {'type':6} {'P':>5}  {'R':>5}  {'F1':>5}  target")
    for name in SETS:
        rows = lines(folder / f"{name}.jsonl")[::every]
        started = time.process_time()
        answers = list(annotate(rows))
        speed = sum(len(row["text"]) for row in rows) / (time.process_time() - started)
        for kind in ("PER", "ORG", "LOC", "DATE", "MONEY"):
            if any(entity[2] == kind for row in rows for entity in row["entities"]):
                figures = "  ".join(f"{figure:5.3f}" for figure in score(rows, answers, kind))
                print(f"{name:14} {kind:6} {figures}  {TARGETS.get((name, kind), '')}")
        print(f"{name:14} {speed:,.0f} characters a CPU-second")
    register(folder, every)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as said:
        said.writelines(json.dumps(answer) + "\n" for answer in annotate(lines(folder / "forms.jsonl")))
        said.flush()
        subprocess.run([sys.executable, folder / "values.py", folder / "forms.jsonl", said.name], check=False)
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
