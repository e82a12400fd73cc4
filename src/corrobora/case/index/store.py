"""The Tantivy index of a case: its schema and how it is opened."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tantivy

from corrobora.errors import CaseError

WORDS, STEMS, BODY, DOCUMENT, PAGE = "words", "stems", "body", "document", "page"


def schema() -> Any:
    """Words as written (names keep their endings), stems for recall, the text for snippets."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(DOCUMENT, stored=True, tokenizer_name="raw")
    builder.add_unsigned_field(PAGE, stored=True)
    builder.add_text_field(BODY, stored=True, tokenizer_name="raw", index_option="basic")
    for name in (WORDS, STEMS):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    return builder.build()


def open_index(folder: Path) -> Any:
    """Opens the index, making it first where there is none.

    Raises:
        CaseError: where it is damaged; it can be rebuilt.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        return tantivy.Index(schema(), path=str(folder))
    except (ValueError, OSError) as exc:
        raise CaseError("the index cannot be opened", str(folder), "delete this folder and run again") from exc
