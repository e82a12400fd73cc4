"""Named entities of Russian text by slovnet's CNN over navec's embeddings; the weights lie in natasha's wheel (MIT)."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from corrobora.errors import MissingToolError

_BATCH = 32


@lru_cache(maxsize=1)
def _network() -> Any:
    """Slovnet's tagger with navec in it; natasha itself is never imported, it only holds the files."""
    spec = importlib.util.find_spec("natasha")
    if spec is None or spec.origin is None:
        raise MissingToolError("the models for Russian names are not installed", remedy="pip install natasha")
    data = Path(spec.origin).parent / "data"
    from navec import Navec  # noqa: PLC0415  (they cost a second, and Chinese or English papers do not need them)
    from slovnet import NER  # noqa: PLC0415

    try:
        vectors = Navec.load(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")
        tagger = NER.load(data / "model" / "slovnet_ner_news_v1.tar", batch_size=_BATCH)
    except (OSError, KeyError, ValueError) as exc:
        raise MissingToolError(
            f"the models for Russian names cannot be read: {exc}", remedy="install natasha again"
        ) from exc
    return tagger.navec(vectors).infer


def is_known(word: str) -> bool:
    """Whether the embeddings know a word (small letters)."""
    return word in _network().encoder.words_vocab.item_ids


def rank(word: str) -> int | None:
    """Place of a word in the vocabulary of the embeddings, or None where they do not know it."""
    place = _network().encoder.words_vocab.item_ids.get(word)
    return None if place is None else int(place)


def tag(sentences: Sequence[list[str]]) -> list[list[str]]:
    """The tags ("O", "B-PER", "I-PER", ...) of the words of each sentence."""
    network = _network()
    order = sorted((n for n, words in enumerate(sentences) if words), key=lambda n: len(sentences[n]))
    tags: list[list[str]] = [[] for _ in sentences]
    predictions = network.process(network.encoder(sentences[n] for n in order))
    for n, names in zip(order, network.decoder(predictions), strict=True):
        tags[n] = list(names)
    return tags
