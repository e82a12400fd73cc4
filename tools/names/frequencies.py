"""Writes how common each syllable is within given names, from the personal names in jieba's word list.

Needs the source archive of the development package `jieba` (MIT), unpacked::

    python tools/names/frequencies.py jieba-0.42.1/jieba/dict.txt src/corrobora/names/data

The word list marks personal names (`nr`), but also idioms that its makers took for names; so only words of two or three
characters that open with a common surname are counted, each word once: the list's own counts are those of newspapers,
where a few statesmen weigh more than everybody else.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

SMALL = 0.5
COMMON = 80
# Surnames whose character also opens idioms or spells foreign names.
TRANSCRIBERS = "马高金白石万方史于文安莫孔向常夏江毛雷龙武钱"


def read_table(path: Path) -> list[list[str]]:
    """The rows of a tab-separated table without comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def personal_names(words: Path, surnames: set[str]) -> list[tuple[str, str]]:
    """(surname, given name) of every listed personal name that looks like one."""
    out = []
    for line in words.read_text(encoding="utf-8").splitlines():
        word, _, kind = line.split(" ")
        if kind != "nr":
            continue
        size = 2 if len(word) == 4 and word[:2] in surnames else 1
        if word[:size] in surnames and 1 <= len(word) - size <= 2:
            out.append((word[:size], word[size:]))
    return out


def main(words: str, folder: str) -> None:
    """Writes `frequencies.tsv` into the folder that holds `hanzi.tsv` and `surnames.tsv`."""
    data = Path(folder)
    reading = {row[0]: row[1].split(" ")[0] for row in read_table(data / "hanzi.tsv")}
    ranked = [row[0] for row in read_table(data / "surnames.tsv")][:COMMON]
    names = personal_names(Path(words), set(ranked) - set(TRANSCRIBERS))
    counts = Counter(reading[sign] for _, given in names for sign in given if sign in reading)
    total = sum(counts.values()) + SMALL * len(counts)
    rows = ["# syllables of given names in pinyin with their share; from the personal names of jieba 0.42.1 (MIT)"]
    rows += [f"{syllable}\t{(count + SMALL) / total:.3g}" for syllable, count in counts.most_common()]
    (data / "frequencies.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
