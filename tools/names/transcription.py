"""Learns how Hanzi spell foreign names, from pairs of name tokens.

Reads `train.csv` (columns latin, other, script, count: name tokens of Wikidata, after Merhav and Ash 2018, CC0) and
writes, for each syllable of Mandarin, the runs of letters that it stands for, with their probability::

    python tools/names/transcription.py train.csv src/corrobora/names/data

A name token is a run of syllables, each of which stands for nought to four letters; which for which is found by the
EM algorithm (Viterbi alignments, a few rounds), once for Cyrillic and once for Latin letters. Cyrillic and Han forms
are joined by the Latin form they share.
"""

from __future__ import annotations

import csv
import math
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

ROUNDS = 6
LONGEST = 4
LEAST = 2
CLASSES = {}
for number, letters in enumerate(("bpбп", "dtдт", "gkhгкхqcx", "fvwфвў", "mм", "nн", "lrлр", "szxcjqсзцшщжч", "yйия")):
    for letter in letters:
        CLASSES.setdefault(letter, set()).add(number)
VOWELS = set("aeiouyаеёиоуыэюя")

Table = dict[str, dict[str, float]]


def read_readings(folder: Path) -> dict[str, str]:
    """The usual reading of every character."""
    lines = (folder / "hanzi.tsv").read_text(encoding="utf-8").splitlines()
    return {line.split("\t")[0]: line.split("\t")[1].split(" ")[0] for line in lines}


def read_pairs(path: Path, readings: dict[str, str]) -> tuple[list, list]:
    """Pairs (letters, syllables) for Cyrillic and for Latin letters."""
    by_latin: dict[str, list[tuple[str, str]]] = defaultdict(list)
    with path.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            by_latin[row["latin"]].append((row["script"], row["other"]))
    cyrillic, latin = [], []
    for word, others in by_latin.items():
        hans = [tuple(readings.get(sign, "") for sign in other) for script, other in others if script == "Han"]
        hans = [syllables for syllables in hans if syllables and all(syllables) and len(syllables) <= 9]
        plain = fold(word)
        latin += [(plain, syllables) for syllables in hans if plain and len(plain) <= 16]
        for script, other in others:
            if script == "Cyrl" and len(other) <= 16 and other.isalpha():
                cyrillic += [(other.lower().replace("ё", "е"), syllables) for syllables in hans]
    return cyrillic, latin


def fold(word: str) -> str:
    """A Latin word without diacritics, or "" if other signs remain."""
    plain = "".join(sign for sign in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(sign))
    return plain if plain.isascii() and plain.isalpha() else ""


def first_guess(syllable: str, chunk: str) -> float:
    """Log-probability of a chunk before anything is learned: alike consonants at the start, a vowel after it."""
    if not chunk:
        return -6.0
    score = -1.2 * abs(len(chunk) - min(len(syllable), 2))
    same = CLASSES.get(chunk[0], set()) & CLASSES.get(syllable[0], set())
    both_vowels = chunk[0] in VOWELS and syllable[0] in VOWELS | {"w", "y"}
    return score + (2.0 if same or both_vowels else -3.0)


def align(letters: str, syllables: tuple[str, ...], table: Table, guess: bool) -> tuple[float, list[tuple[str, str]]]:
    """The best monotone cutting of the letters among the syllables."""
    size = len(letters)
    best = [(-math.inf, ())] * (size + 1)
    best[0] = (0.0, ())
    for syllable in syllables:
        row = table.get(syllable, {})
        after = [(-math.inf, ())] * (size + 1)
        for start in range(size + 1):
            score, path = best[start]
            if score == -math.inf:
                continue
            for end in range(start, min(size, start + LONGEST) + 1):
                chunk = letters[start:end]
                step = (
                    first_guess(syllable, chunk) if guess else row.get(chunk, -9.0 + 0.4 * first_guess(syllable, chunk))
                )
                if score + step > after[end][0]:
                    after[end] = (score + step, (*path, (syllable, chunk)))
        best = after
    return best[size][0], list(best[size][1])


def learn(pairs: list[tuple[str, tuple[str, ...]]]) -> Table:
    """The table after some rounds of aligning and counting."""
    table: Table = {}
    for turn in range(ROUNDS):
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for letters, syllables in pairs:
            score, path = align(letters, syllables, table, turn == 0)
            if path and (turn == 0 or score / len(syllables) > -7.0):
                for syllable, chunk in path:
                    counts[syllable][chunk] += 1
        table = {
            syllable: {
                chunk: math.log(count / (sum(held.values()) + 2)) for chunk, count in held.items() if count >= LEAST
            }
            for syllable, held in counts.items()
        }
    return table


def main(source: str, folder: str) -> None:
    """Writes `transcription.tsv`."""
    data = Path(folder)
    cyrillic, latin = read_pairs(Path(source), read_readings(data))
    rows = [
        "# script, Mandarin syllable, letters, log-probability of the letters; learned from Wikidata name tokens (CC0)"
    ]
    for script, pairs in (("Cyrl", cyrillic), ("Latn", latin)):
        for syllable, held in sorted(learn(pairs).items()):
            rows += [
                f"{script}\t{syllable}\t{chunk}\t{share:.2f}" for chunk, share in sorted(held.items()) if share > -7.5
            ]
    (data / "transcription.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
