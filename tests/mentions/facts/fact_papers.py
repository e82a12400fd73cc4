"""Builds pages and reads facts out of them, for the tests of the fact readers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from corrobora.mentions.facts import read_facts
from corrobora.model.document import Cell, Page, Table
from corrobora.model.facts import Appearance, Fact, LetterFact
from corrobora.model.mention import Mention, MentionType

F = TypeVar("F")
DOCUMENT = "archive/paper.pdf"


def page_of(text: str, *, document: str = DOCUMENT, page: int = 1, tables: Sequence[Table] = ()) -> Page:
    """A page of a document without layout."""
    return Page(page, text, document=document, tables=tuple(tables))


def grid_page(rows: Sequence[Sequence[str]], *, above: str = "", document: str = DOCUMENT, page: int = 1) -> Page:
    """A page that holds a table, its cells standing in the text row by row."""
    text, cells = above + ("\n" if above else ""), []
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            if value:
                cells.append(Cell(row, column, value, len(text), len(text) + len(value)))
            text += value + (" | " if column + 1 < len(values) else "\n")
    return Page(page, text, document=document, tables=(Table(tuple(cells)),))


def place_mention(page: Page, written: str, value: str, kind: MentionType = MentionType.LOC) -> Mention:
    """A mention where these words stand first on the page."""
    start = page.text.index(written)
    return Mention(start, start + len(written), kind, written, value, document=page.document, page=page.page)


def facts_on(*pages: Page, mentions: Sequence[Mention] = (), metadata: Mapping[str, str] | None = None) -> list[Fact]:
    """The facts of a document."""
    return read_facts(pages, mentions, metadata or {})


def facts_in(text: str, *, document: str = DOCUMENT, metadata: Mapping[str, str] | None = None) -> list[Fact]:
    """The facts of a document of one page of plain text."""
    return read_facts([page_of(text, document=document)], (), metadata or {})


def only(kind: type[F], facts: Sequence[object]) -> list[F]:
    """The facts of one kind."""
    return [fact for fact in facts if isinstance(fact, kind)]


def letter(text: str, *, document: str = DOCUMENT, metadata: Mapping[str, str] | None = None) -> LetterFact:
    """The letterhead of a paper."""
    return only(LetterFact, facts_in(text, document=document, metadata=metadata))[0]


def person(facts: Sequence[object], name: str) -> Appearance:
    """The first appearance of a person by one of the names."""
    return next(a for a in only(Appearance, facts) if any(form.text == name for form in a.names))


def names(facts: Sequence[object]) -> list[tuple[str, ...]]:
    """The names of all appearances, in order."""
    return [tuple(form.text for form in a.names) for a in only(Appearance, facts)]
