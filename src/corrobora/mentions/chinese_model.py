"""Words and named entities of Chinese text: Baidu's LAC model (Apache-2.0, see NOTICE), run with numpy alone.

The text is cut into words by a small dictionary, two bidirectional GRU layers read the words, a CRF chooses the tags.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import log
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import expit

Array = npt.NDArray[np.float32]
_HIDDEN = 128
_BATCH = 32


@dataclass(frozen=True, slots=True)
class Tagged:
    """A word with its tag: PER, LOC, ORG, TIME, or a part of speech (n, nz, v, m, w ...)."""

    start: int
    end: int
    tag: str


@dataclass(frozen=True, slots=True)
class _Model:
    weights: dict[str, Any]
    words: dict[str, int]
    lexicon: dict[str, int]
    log_total: float
    twins: dict[str, str]
    tags: tuple[str, ...]


@lru_cache(maxsize=1)
def _model() -> _Model:
    packed = files("corrobora.mentions").joinpath("data/chinese.bin").read_bytes()
    with np.load(io.BytesIO(packed)) as stored:
        weights = {name: stored[name] for name in stored.files}
    for number in (0, 2):
        for kind in ("gate", "state"):
            pair = [weights.pop(f"{kind}_w{n}") for n in (number, number + 1)]
            weights[f"{kind}s{number}"] = np.stack(pair)
    words, lexicon, twins, tags = (bytes(weights.pop(name)).decode() for name in ("words", "lexicon", "twins", "tags"))
    counts: dict[str, int] = {}
    for line in lexicon.split("\n"):
        word, _, count = line.strip().partition(" ")
        if count:
            counts[word] = int(count)
            for cut in range(1, len(word)):
                counts.setdefault(word[:cut], 0)
    return _Model(
        weights=weights,
        words={word: number for number, word in enumerate(words.split("\n"))},
        lexicon=counts,
        log_total=log(sum(counts.values())),
        twins=dict(pair for pair in (line.split("\t") for line in twins.split("\n")) if len(pair) == 2),
        tags=tuple(tags.split("\n")),
    )


def tag(sentences: list[str]) -> list[list[Tagged]]:
    """The tagged words of each sentence."""
    tagged: list[list[Tagged]] = [[] for _ in sentences]
    order = sorted((n for n, sentence in enumerate(sentences) if sentence), key=lambda n: len(sentences[n]))
    for first in range(0, len(order), _BATCH):
        numbers = order[first : first + _BATCH]
        pieces = [_pieces(sentences[n]) for n in numbers]
        for n, (_, lengths), path in zip(numbers, pieces, _decode([ids for ids, _ in pieces]), strict=True):
            tagged[n] = _joined(lengths, path)
    return tagged


def is_word(written: str) -> bool:
    """Whether the dictionary lists these signs as one word."""
    model = _model()
    return bool(model.lexicon.get(written)) or written in model.words


def _cut(text: str) -> list[str]:
    """The likeliest words by the dictionary; Latin letters and figures stay together."""
    lexicon, total, size = _model().lexicon, _model().log_total, len(text)
    best: list[tuple[float, int]] = [(0.0, size)] * (size + 1)
    for at in range(size - 1, -1, -1):
        choice = (log(lexicon.get(text[at]) or 1) - total + best[at + 1][0], at + 1)
        end = at + 2
        while end <= size and text[at : end - 1] in lexicon:
            count = lexicon.get(text[at:end])
            if count:
                choice = max(choice, (log(count) - total + best[end][0], end))
            end += 1
        best[at] = choice
    words, at = [], 0
    while at < size:
        end = best[at][1]
        while end < size and end == at + 1 and _is_latin(text[at]) and _is_latin(text[end]):
            words.append(text[at])
            at, end = end, best[end][1]
        words.append(text[at:end])
        at = end
    return words


def _is_latin(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


def _pieces(text: str) -> tuple[list[int], list[int]]:
    model = _model()
    unknown = model.words["OOV"]
    numbers: list[int] = []
    lengths: list[int] = []
    for word in _cut(text):
        for piece in (word,) if word in model.words else word:
            numbers.append(model.words.get(model.twins.get(piece, piece), unknown))
            lengths.append(len(piece))
    return numbers, lengths


def _decode(rows: list[list[int]]) -> list[list[int]]:
    weights = _model().weights
    longest = max(len(row) for row in rows)
    mask = np.zeros((longest, len(rows)), np.float32)
    index = np.zeros((longest, len(rows)), np.int64)
    for n, row in enumerate(rows):
        index[: len(row), n] = row
        mask[: len(row), n] = 1
    layer: Array = weights["codes"][index] * weights["scale"][index, 0][..., None]
    for number in (0, 2):
        layer = _both_ways(layer, number, mask)
    scores = layer @ weights["out_w"] + weights["out_b"]
    return [_viterbi(scores[: len(row), n], weights["crf"]) for n, row in enumerate(rows)]


def _both_ways(layer: Array, number: int, mask: Array) -> Array:
    """One GRU layer forwards and one backwards, side by side in one loop."""
    weights = _model().weights
    pair = (number, number + 1)
    gate, change = weights[f"gates{number}"], weights[f"states{number}"]
    flat = layer.reshape(-1, layer.shape[-1])
    shape = (*layer.shape[:2], 3 * _HIDDEN)
    ahead, back = ((flat @ weights[f"fc_w{n}"] + weights[f"fc_b{n}"]).reshape(shape) for n in pair)
    inputs: Array = np.stack([ahead, back[::-1]], axis=1)
    masks: Array = np.stack([mask, mask[::-1]], axis=1)[..., None]
    state = np.zeros((2, layer.shape[1], _HIDDEN), np.float32)
    states = np.empty((len(layer), *state.shape), np.float32)
    for step, given in enumerate(inputs):
        gates = expit(given[..., : 2 * _HIDDEN] + state @ gate)
        update = gates[..., :_HIDDEN]
        fresh = np.tanh(given[..., 2 * _HIDDEN :] + (gates[..., _HIDDEN:] * state) @ change)
        state = (state + update * (fresh - state)) * masks[step]
        states[step] = state
    return np.concatenate([states[:, 0], states[::-1, 1]], axis=-1)


def _viterbi(scores: Array, crf: Array) -> list[int]:
    start, end, moves = crf[0], crf[1], crf[2:]
    score, steps = scores[0] + start, []
    for row in scores[1:]:
        paths = score[:, None] + moves
        steps.append(paths.argmax(axis=0))
        score = paths.max(axis=0) + row
    best = int((score + end).argmax())
    path = [best]
    for step in reversed(steps):
        best = int(step[best])
        path.append(best)
    return path[::-1]


def _joined(lengths: list[int], path: list[int]) -> list[Tagged]:
    names, joined, at = _model().tags, [], 0
    kind, first = "", 0
    for length, number in zip(lengths, path, strict=True):
        name, _, place = names[number].rpartition("-")
        if place != "I" or name != kind:
            if at > first:
                joined.append(Tagged(first, at, kind))
            kind, first = name or "O", at
        at += length
    if at > first:
        joined.append(Tagged(first, at, kind))
    return joined
