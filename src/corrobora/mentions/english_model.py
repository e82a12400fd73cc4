"""Named entities of English text by the recogniser of spaCy's en_core_web_md (MIT, see NOTICE), which ships along."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np

from corrobora.errors import MissingToolError
from corrobora.mentions.slavic_words import Span

_TYPES = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
_BATCH = 64


@lru_cache(maxsize=1)
def _pipeline() -> Any:
    from thinc.api import Config, NumpyOps  # noqa: PLC0415  (a second, needed for English only)

    packed = files("corrobora.mentions").joinpath("data/english.bin").read_bytes()
    with np.load(io.BytesIO(packed)) as stored:
        parts = {name: stored[name] for name in stored.files}
    try:
        nlp = _built(Config().from_bytes(parts["config"].tobytes()), parts)
    except (OSError, ValueError, KeyError) as exc:
        raise MissingToolError(
            f"the model for English names cannot be read: {exc}", remedy="install the program again"
        ) from exc
    # Numpy multiplies matrices twice as fast here as the library's own routine.
    plain = NumpyOps(use_blis=False)
    for node in nlp.get_pipe("ner").model.walk():
        node.ops = plain
    return nlp


def _built(config: Any, parts: dict[str, Any]) -> Any:
    from spacy.util import load_model_from_config  # noqa: PLC0415
    from spacy.vectors import Vectors  # noqa: PLC0415

    nlp: Any = load_model_from_config(config, auto_fill=True)
    nlp.vocab.lookups.from_bytes(parts["lookups"].tobytes())
    nlp.vocab.vectors = Vectors(data=parts["codes"] * parts["scale"], strings=nlp.vocab.strings, name="en_vectors")
    for key, row in zip(parts["keys"].tolist(), parts["rows"].tolist(), strict=True):
        nlp.vocab.vectors.key2row[key] = row
    nlp.tokenizer.from_bytes(parts["tokenizer"].tobytes(), exclude=["vocab"])
    nlp.get_pipe("ner").from_bytes(parts["recogniser"].tobytes(), exclude=["vocab"])
    return nlp


def tagged(texts: Sequence[str]) -> list[list[Span]]:
    """People, organisations and places of each text."""
    return [
        [Span(e.start_char, e.end_char, _TYPES[e.label_]) for e in paper.ents if e.label_ in _TYPES]
        for paper in _pipeline().pipe(texts, batch_size=_BATCH)
    ]
