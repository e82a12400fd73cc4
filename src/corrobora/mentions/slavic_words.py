"""Words and sentences of Cyrillic text, and the tags a Russian model gives them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from razdel import sentenize, tokenize

from corrobora.mentions.slavic_model import tag

_LONGEST = 1200


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text with the type a model gave it ("PER", "ORG", "LOC")."""

    start: int
    end: int
    type: str


def tagged_spans(text: str, translate: Callable[[str], str] | None = None) -> list[Span]:
    """People, organisations and places of a Cyrillic text by the Russian model.

    Args:
        text: with capitals already re-cased.
        translate: word for word, what the model is shown instead of the text's words.
    """
    sentences = [words for part in _paragraphs(text) for words in _words(text, part)]
    shown = [[translate(text[a:b]) if translate else text[a:b] for a, b in words] for words in sentences]
    spans: list[Span] = []
    for words, tags in zip(sentences, tag(shown), strict=True):
        spans.extend(_spans(words, tags))
    return spans


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Stretches between blank lines, so that a heading does not run into the sentence after it."""
    edges = [0, *(m.end() for m in re.finditer(r"\n\s*\n", text)), len(text)]
    return [(a, b) for a, b in zip(edges, edges[1:], strict=False) if b > a]


def _words(text: str, part: tuple[int, int]) -> list[list[tuple[int, int]]]:
    start, end = part
    sentences: list[list[tuple[int, int]]] = []
    for sentence in sentenize(text[start:end]):
        base = start + sentence.start
        words = [(base + word.start, base + word.stop) for word in tokenize(sentence.text)]
        sentences.extend(words[at : at + _LONGEST] for at in range(0, len(words), _LONGEST))
    return sentences


def _spans(words: list[tuple[int, int]], tags: list[str]) -> list[Span]:
    spans: list[Span] = []
    open_ = False
    for (start, end), name in zip(words, tags, strict=True):
        place, _, kind = name.partition("-")
        if open_ and place == "I" and kind == spans[-1].type:
            spans[-1] = Span(spans[-1].start, end, kind)
        elif kind:
            spans.append(Span(start, end, kind))
        open_ = bool(kind)
    return spans
