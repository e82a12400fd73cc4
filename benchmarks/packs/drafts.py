"""Checks drafts with planted faults and says how many were found, and how many clean sentences were accused.

    python benchmarks/packs/drafts.py CASE DRAFT... [--show]

A draft has one sentence a line: `+` and a tab before a clean one, the kinds of problem that count as found before a
faulty one. `demo_*` are about the case of `corrobora demo`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from corrobora import pipeline
from corrobora.case import Case

REPLIES = "asked,sent,by,answer\n"


def read(path: Path) -> tuple[str, list[tuple[str, str]]]:
    """The title, and every sentence with the kinds that are right."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return lines[0], [tuple(line.split("\t", 1)) for line in lines[1:]]


def measure(case: Case, path: Path, *, show: bool = False) -> tuple[int, int, int, int]:
    """Faults found, faults, clean sentences accused, clean sentences."""
    title, told = read(path)
    draft = f"{title}\n\n" + "\n\n".join(
        " ".join(text for _, text in told[at : at + 5]) for at in range(0, len(told), 5)
    )
    checked = pipeline.check(case, draft, REPLIES)
    if [s["text"] for s in checked] != [text for _, text in told]:
        raise SystemExit(f"{path.name}: the sentences were cut otherwise")
    found = faults = accused = clean = 0
    for (right, text), sentence in zip(told, checked, strict=True):
        kinds = {problem["kind"] for problem in sentence["problems"]}
        if right == "+":
            clean, accused = clean + 1, accused + bool(kinds)
            wrong = bool(kinds)
        else:
            hit = bool(kinds & {*right.split(",")})
            faults, found = faults + 1, found + hit
            wrong = not hit
        if wrong and show:
            print(f"  {right:12} {text}\n               {[(p['kind'], p['detail']) for p in sentence['problems']]}")
    return found, faults, accused, clean


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("case", type=Path)
    asked.add_argument("drafts", type=Path, nargs="+")
    asked.add_argument("--show", action="store_true")
    told = asked.parse_args()
    sums = [0, 0, 0, 0]
    with Case.open(told.case) as case:
        for path in told.drafts:
            figures = measure(case, path, show=told.show)
            sums = [a + b for a, b in zip(sums, figures, strict=True)]
            print(f"{path.stem:18} {figures[0]:3} of {figures[1]:3} faults, {figures[2]} of {figures[3]} clean accused")
    print(f"{'all':18} {sums[0]:3} of {sums[1]:3} faults, {sums[2]} of {sums[3]} clean accused")


if __name__ == "__main__":
    main()
