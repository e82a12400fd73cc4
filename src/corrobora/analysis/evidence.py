"""References that open the page at the words or the row at its number; nothing is cited that does not hold."""

from __future__ import annotations

from collections.abc import Iterable

from corrobora.analysis.view import CaseView
from corrobora.model.facts import Span
from corrobora.model.findings import DocumentRef
from corrobora.model.records import RecordRef

SHORTEST_QUOTE = 3
LONGEST_QUOTE = 300


def page_ref(view: CaseView, span: Span) -> DocumentRef | None:
    """The reference for a span, or None where its words do not stand on that page.

    A quote of fewer than three letters says nothing to a reader, so it is widened to its line; a very long one is cut.
    """
    page = view.pages.get((span.document, span.page))
    if page is None:
        return None
    start, end = span.start, span.end
    if not span.quote or page.text[start:end] != span.quote:
        start = page.text.find(span.quote) if span.quote else -1
        if start < 0:
            return None
        end = start + len(span.quote)
    if len("".join(page.text[start:end].split())) < SHORTEST_QUOTE:
        start, end = _line(page.text, start, end)
    end = min(end, start + LONGEST_QUOTE)
    document = view.documents.get(span.document)
    return DocumentRef(
        source=view.source_of_document(span.document).name,
        document=span.document,
        sha256=document.sha256 if document is not None else "",
        page=span.page,
        quote=page.text[start:end],
        box=page.box_of(start, end),
    )


def page_refs(view: CaseView, spans: Iterable[Span], limit: int = 12) -> tuple[DocumentRef, ...]:
    """References for spans, each place once, at most so many."""
    refs: dict[tuple[str, int, str], DocumentRef] = {}
    for span in spans:
        ref = page_ref(view, span)
        if ref is not None:
            refs.setdefault((ref.document, ref.page, ref.quote), ref)
        if len(refs) >= limit:
            break
    return tuple(refs.values())


def words_on(view: CaseView, document: str, words: str) -> Span | None:
    """The first place in a document where these words stand, or None."""
    for number in view.page_numbers.get(document, ()) if words else ():
        start = view.pages[document, number].text.find(words)
        if start >= 0:
            return Span(document, number, start, start + len(words), words)
    return None


def first_line(view: CaseView, document: str) -> Span | None:
    """The first line of a document that says anything, for findings about a paper as a whole."""
    lines = (first_line_of(view, document, number) for number in view.page_numbers.get(document, ()))
    return next((line for line in lines if line is not None), None)


def first_line_of(view: CaseView, document: str, number: int) -> Span | None:
    """The first line of one page that says anything, or None."""
    start = 0
    page = view.pages.get((document, number))
    for line in page.text.splitlines(keepends=True) if page is not None else ():
        words = line.strip()
        if len("".join(words.split())) >= SHORTEST_QUOTE:
            begin = start + line.index(words)
            return Span(document, number, begin, begin + len(words), words)
        start += len(line)
    return None


def unique_rows(rows: Iterable[RecordRef], limit: int = 500) -> tuple[RecordRef, ...]:
    """Each row once, in order, at most so many."""
    seen: dict[tuple[str, int], RecordRef] = {}
    for row in rows:
        seen.setdefault((row.dataset, row.row), row)
    return tuple(seen.values())[:limit]


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    return begin, len(text) if stop < 0 else stop
