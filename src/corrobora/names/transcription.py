"""How well a word in letters fits a run of Hanzi that spells it: 弗拉基米尔 and Владимир."""

from __future__ import annotations

import math
from functools import lru_cache

from corrobora.names.hanzi import readings
from corrobora.names.tables import table_lines
from corrobora.names.text import ascii_letters

_LONGEST = 4
_UNSEEN = -9.5
_DROPPED = -6.0
# Natural-log share of a letter where nothing is known of the word: with it two unrelated words come out below zero.
_BACKGROUND = -2.4


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, dict[str, float]]]:
    out: dict[str, dict[str, dict[str, float]]] = {"Cyrl": {}, "Latn": {}}
    for script, syllable, letters, share in table_lines("transcription.tsv"):
        out[script].setdefault(syllable, {})[letters] = float(share)
    return out


@lru_cache(maxsize=131072)
def transcription_bits(han: str, word: str) -> float:
    """Bits for a run of Hanzi being the transcription of one word.

    Example:
        >>> transcription_bits("弗拉基米尔", "Владимир") > 8 > 0 > transcription_bits("弗拉基米尔", "Сергей")
        True
    """
    cyrillic = any("\u0400" <= sign <= "\u052f" for sign in word)
    letters = word.lower().replace("ё", "е").replace("'", "") if cyrillic else ascii_letters(word).replace("'", "")
    rows: list[dict[str, float]] = []
    table = _tables()["Cyrl" if cyrillic else "Latn"]
    for sign in han:
        found = readings(sign)
        if not found:
            return -20.0
        rows.append(table.get(found[0][0], {}))
    if not letters or not rows or len(letters) > 4 * len(rows):
        return -20.0
    return (_best(letters, rows) - _BACKGROUND * len(letters)) / math.log(2)


def _best(letters: str, rows: list[dict[str, float]]) -> float:
    size = len(letters)
    best = [-math.inf] * (size + 1)
    best[0] = 0.0
    for row in rows:
        after = [score + _DROPPED for score in best]
        for start, score in enumerate(best):
            if score == -math.inf:
                continue
            for end in range(start + 1, min(size, start + _LONGEST) + 1):
                step = score + row.get(letters[start:end], _UNSEEN)
                after[end] = max(after[end], step)
        best = after
    return best[size]


@lru_cache(maxsize=16384)
def likely_letters(sign: str) -> tuple[str, ...]:
    """What one character transcribes, in Cyrillic, likeliest first, as far as it comes near the likeliest.

    Example:
        >>> likely_letters("科")[0]
        'ко'
    """
    found = readings(sign)
    row = _tables()["Cyrl"].get(found[0][0], {}) if found else {}
    least = max(row.values(), default=0.0) - _NEAR_LIKELIEST
    return tuple(sorted((letters for letters, share in row.items() if share >= least), key=lambda one: -row[one]))


_NEAR_LIKELIEST = 2.5
