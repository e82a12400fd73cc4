"""Writes the packaged table of Hanzi: readings without tones, simplified form, Hong Kong spellings.

Needs the development wheels `pypinyin` (MIT), `opencc-python-reimplemented` (Apache 2.0) and `cantonese-romanisation`
(MIT, Hong Kong spellings)::

    python tools/names/hanzi.py src/corrobora/names/data/hanzi.tsv
"""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path

import cantoroman
import opencc
from pypinyin.constants import PINYIN_DICT

UNIFIED = (0x4E00, 0x9FFF)


def toneless(reading: str) -> str:
    """One reading in plain letters, with `v` for ü."""
    decomposed = unicodedata.normalize("NFD", reading.replace("ü", "v"))
    letters = decomposed.replace("u\u0308", "v")
    return "".join(sign for sign in letters if sign.isascii() and sign.isalpha())


def readings(code: int) -> list[str]:
    """The distinct readings of one character, the usual one first."""
    found = [toneless(reading) for reading in PINYIN_DICT[code].split(",")]
    return [reading for reading in dict.fromkeys(found) if reading]


def simplified_forms() -> dict[str, str]:
    """Traditional characters with their simplified form."""
    source = Path(opencc.__file__).parent / "dictionary" / "TSCharacters.txt"
    pairs = (line.split("\t") for line in source.read_text(encoding="utf-8").splitlines() if "\t" in line)
    return {left: right.split(" ")[0] for left, right in pairs}


def hong_kong_spellings() -> dict[str, str]:
    """Characters with the spellings that Hong Kong's registry gives their Cantonese readings."""
    source = Path(cantoroman.__file__).parent / "data" / "charToRoman.json"
    table = json.loads(source.read_text(encoding="utf-8"))
    return {sign: " ".join(dict.fromkeys(spellings)) for sign, spellings in table.items()}


def main(target: str) -> None:
    """Writes the table."""
    simple = simplified_forms()
    cantonese = hong_kong_spellings()
    rows = []
    for code in sorted(PINYIN_DICT):
        if UNIFIED[0] <= code <= UNIFIED[1]:
            sign = chr(code)
            form = simple.get(sign, "")
            rows.append(
                f"{sign}\t{' '.join(readings(code))}\t{form if form != sign else ''}\t{cantonese.get(sign, '')}"
            )
    Path(target).write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
