"""The size of a leak: documents, pages, kinds, languages, states and the dates it covers, for each source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from corrobora.model.document import Document, Page
from corrobora.model.facts import LetterFact
from corrobora.model.source import Source


@dataclass(slots=True)
class SourceCensus:
    """What one source holds.

    Attributes:
        first, last: earliest and latest date written on its papers, ISO, or None.
        undated: documents in which no date of their own was found.
    """

    source: str
    origin: str
    documents: int = 0
    pages: int = 0
    bytes: int = 0
    types: Counter[str] = field(default_factory=Counter)
    formats: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    first: str | None = None
    last: str | None = None
    undated: int = 0


def count(
    documents: Iterable[Document], pages: Iterable[Page], letters: Iterable[LetterFact], sources: Iterable[Source]
) -> list[SourceCensus]:
    """Counts a leak by source.

    Args:
        documents: all documents, contained ones too.
        pages: all pages that were read.
        letters: one for each document whose letterhead was understood.
        sources: what is known of the sources.
    """
    known = {source.path: source for source in sources if source.side == "leak"}
    found: dict[str, SourceCensus] = {}
    where: dict[str, SourceCensus] = {}
    heads = {letter.spans[0].document: letter for letter in letters if letter.spans}
    for document in documents:
        census = found.get(document.source)
        if census is None:
            source = known.get(document.source)
            name, origin = (source.name, source.origin) if source else (document.source, "leak")
            census = found[document.source] = SourceCensus(name, origin)
        where[document.path] = census
        _add(census, document, heads.get(document.path))
    for page in pages:
        census = where.get(page.document)
        if census is not None:
            census.pages += 1
            census.languages[page.language or "unknown"] += 1
    return list(found.values())


def _add(census: SourceCensus, document: Document, letter: LetterFact | None) -> None:
    census.documents += 1
    census.bytes += document.size
    census.formats[document.media_type or "unknown"] += 1
    census.states[document.state.value] += 1
    census.types[letter.type if letter else "other"] += 1
    written = letter.written if letter else None
    if written is None:
        census.undated += 1
        return
    census.first = min(filter(None, (census.first, written)))
    census.last = max(filter(None, (census.last, written)))
