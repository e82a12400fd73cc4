"""The machine-readable zone of a passport or card: found among the lines, corrected by its check digits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corrobora.model import mrz
from corrobora.reading.ocr.regions import ReadLine, Token, looks_like_zone


def with_zone(lines: Sequence[ReadLine]) -> list[ReadLine]:
    """The lines, those of a machine-readable zone replaced by what its check digits make of them."""
    candidates = sorted(
        (line for line in lines if looks_like_zone(line.glyphs_text)), key=lambda line: float(line.quad[0][1])
    )
    for count in (3, 2):
        for first in range(len(candidates) - count + 1):
            chosen = candidates[first : first + count]
            zone = mrz.parse([line.glyphs_text for line in chosen])
            if zone is not None:
                return _replaced(lines, chosen, zone.lines)
    return list(lines)


def _replaced(lines: Sequence[ReadLine], chosen: Sequence[ReadLine], corrected: Sequence[str]) -> list[ReadLine]:
    """Each zone line as one word."""
    texts = {id(line): text for line, text in zip(chosen, corrected, strict=True)}
    return [replace(line, tokens=_one_word(line, texts[id(line)])) if id(line) in texts else line for line in lines]


def _one_word(line: ReadLine, text: str) -> tuple[Token, ...]:
    sure = sum(token.confidence for token in line.tokens) / max(len(line.tokens), 1)
    return (Token(text, 0.0, 1.0, sure),)
