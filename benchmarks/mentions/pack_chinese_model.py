"""Packs the lexer model of Baidu's LAC 2.1.2 (Apache-2.0) into mentions/data/chinese.bin.

    pip download --no-deps LAC==2.1.2        # a source archive; unpack it, nothing of it is installed or run
    python benchmarks/mentions/pack_chinese_model.py LAC-2.1.2/LAC/lac_model src/corrobora/mentions/data/chinese.bin

The embeddings become 8-bit with one scale a row (30 MB to 7 MB; F1 on MSRA unchanged in the third figure).
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np


def array(folder: Path, name: str, shape: tuple[int, ...]) -> np.ndarray:
    """A weight of the model: the last bytes of its file, behind a short header."""
    count = int(np.prod(shape)) * 4
    return np.frombuffer((folder / "model" / name).read_bytes()[-count:], np.float32).reshape(shape)


def table(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [pair for pair in (line.rstrip("\r").split("\t") for line in lines) if len(pair) == 2]


def packed(folder: Path) -> dict[str, np.ndarray]:
    words = {word: int(number) for number, word in table(folder / "conf" / "word.dic")}
    by_id = [""] * (max(words.values()) + 1)
    for word, number in words.items():
        by_id[number] = word
    weight = array(folder, "word_emb", (len(by_id), 128))
    scale = np.abs(weight).max(axis=1, keepdims=True) / 127 + 1e-12
    out = {"codes": np.round(weight / scale).astype(np.int8), "scale": scale.astype(np.float32)}
    for number in range(4):
        out[f"fc_w{number}"] = array(folder, f"fc_{number}.w_0", (128 if number < 2 else 256, 384))
        out[f"fc_b{number}"] = array(folder, f"fc_{number}.b_0", (384,)) + array(folder, f"gru_{number}.b_0", (384,))
        flat = array(folder, f"gru_{number}.w_0", (128 * 384,))
        out[f"gate_w{number}"] = flat[: 128 * 256].reshape(128, 256)
        out[f"state_w{number}"] = flat[128 * 256 :].reshape(128, 128)
    out["out_w"], out["out_b"] = array(folder, "fc_4.w_0", (256, 49)), array(folder, "fc_4.b_0", (49,))
    out["crf"] = array(folder, "crfw", (51, 49))
    tags = dict(table(folder / "conf" / "tag.dic"))  # later lines win: PER over nr, LOC over ns
    texts = {
        "words": "\n".join(by_id),
        "lexicon": (folder / "conf" / "small_seg.dic").read_text(encoding="utf-8"),
        "twins": "\n".join("\t".join(pair) for pair in table(folder / "conf" / "q2b.dic")),
        "tags": "\n".join(tags[str(number)] for number in range(49)),
    }
    return out | {name: np.frombuffer(text.encode(), np.uint8) for name, text in texts.items()}


if __name__ == "__main__":
    with Path(sys.argv[2]).open("wb") as target:
        np.savez_compressed(target, **packed(Path(sys.argv[1])))
