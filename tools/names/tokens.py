"""Writes how common the commonest name tokens are, and what letters of a transliteration are mixed up.

Reads `train.csv` (name tokens of Wikidata, after Merhav and Ash 2018, CC0)::

    python tools/names/tokens.py train.csv src/corrobora/names/data

`tokens.tsv`: skeleton of a token and its share. `letters.tsv`: for pairs of a Latin and a Cyrillic form, how often one
sign of a skeleton stands for another (minus log2 of the probability), from the alignments of pairs that differ in at
most two signs.
"""

from __future__ import annotations

import csv
import math
import sys
from collections import Counter
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from corrobora.names.slavic import skeleton

LEAST = 12
FEWEST_PAIRS = 40


def shares(rows: list[dict[str, str]]) -> list[str]:
    """Rows of `tokens.tsv`."""
    counts: Counter[str] = Counter()
    for row in rows:
        counts[skeleton(row["latin"])] += int(row["count"])
    total = sum(counts.values())
    return [
        f"{token}\t{count / total:.3g}" for token, count in counts.most_common() if count >= LEAST and len(token) > 1
    ]


def confusions(rows: list[dict[str, str]]) -> list[str]:
    """Rows of `letters.tsv`: sign, other sign ("" for none), cost in bits."""
    seen: Counter[str] = Counter()
    swapped: Counter[tuple[str, str]] = Counter()
    for row in rows:
        if row["script"] != "Cyrl":
            continue
        one, two = skeleton(row["latin"]), skeleton(row["other"])
        seen.update(one)
        seen.update(two)
        if len(one) < 4 or Levenshtein.distance(one, two, score_cutoff=2) > 2:
            continue
        for step in Levenshtein.editops(one, two):
            left = one[step.src_pos] if step.tag != "insert" else ""
            right = two[step.dest_pos] if step.tag != "delete" else ""
            swapped[min(left, right), max(left, right)] += 1
    out = []
    for (left, right), count in sorted(swapped.items()):
        if count >= FEWEST_PAIRS:
            out.append(f"{left}\t{right}\t{-math.log2(count / (seen[left] + seen[right])):.2f}")
    return out


def main(source: str, folder: str) -> None:
    """Writes both tables."""
    with Path(source).open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    head = "from Wikidata name tokens (Merhav and Ash 2018, CC0)"
    for name, title, found in (
        ("tokens.tsv", "# skeleton of a name token, share;", shares(rows)),
        ("letters.tsv", "# sign of a skeleton, other sign, bits;", confusions(rows)),
    ):
        Path(folder, name).write_text("\n".join([f"{title} {head}", *found]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
