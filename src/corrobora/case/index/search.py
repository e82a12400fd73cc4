"""Asks the index and shows where the words stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import tantivy

from corrobora.case.index.query import Any_, Every, Node, Without, Words, parse
from corrobora.case.index.store import BODY, DOCUMENT, PAGE, STEMS, WORDS, open_index
from corrobora.case.index.tokens import Token, stem, tokens
from corrobora.case.store import Case

_AROUND = 90


@dataclass(frozen=True, slots=True)
class Hit:
    """A page on which the query was found.

    Attributes:
        snippet: text around the first words found.
        marks: (start, end) of the words found, in the page's text.
        snippet_start: offset of the snippet in the page's text.
    """

    document: str
    page: int
    score: float
    snippet: str
    snippet_start: int
    marks: tuple[tuple[int, int], ...]


def search(
    case: Case, query: str, *, limit: int = 20, spellings: Callable[[str], Iterable[str]] | None = None
) -> list[Hit]:
    """The best pages for a query, strongest first.

    Args:
        case: whose pages.
        query: see `corrobora.case.index.query`.
        limit: how many pages at most.
        spellings: other spellings of a name, in any script; found beside the words themselves.

    Raises:
        InputError: where the query cannot be read.
    """
    node = parse(query)
    if spellings is not None:
        node = _with_spellings(node, query, spellings)
    index = open_index(case.index)
    searcher = index.searcher()
    found = searcher.search(_compile(node, index.schema), limit)
    hits = []
    for score, address in found.hits:
        fields = searcher.doc(address).to_dict()
        hits.append(_hit(node, fields[DOCUMENT][0], fields[PAGE][0], fields[BODY][0], score))
    return hits


def _with_spellings(node: Node, query: str, spellings: Callable[[str], Iterable[str]]) -> Node:
    forms = []
    for form in spellings(query.strip('"')):
        words = tuple(token.text for token in tokens(form))
        if words:
            forms.append(Words(words, literal=True))
    return Any_((node, *dict.fromkeys(forms))) if forms else node


def _compile(node: Node, schema: Any) -> Any:
    if isinstance(node, Words):
        return _compile_words(node, schema)
    if isinstance(node, Without):
        everything = tantivy.Query.all_query()
        return tantivy.Query.boolean_query(
            [(tantivy.Occur.Must, everything), (tantivy.Occur.MustNot, _compile(node.part, schema))]
        )
    wanted = tantivy.Occur.Must if isinstance(node, Every) else tantivy.Occur.Should
    clauses = []
    for part in node.parts:
        if isinstance(part, Without) and isinstance(node, Every):
            clauses.append((tantivy.Occur.MustNot, _compile(part.part, schema)))
        else:
            clauses.append((wanted, _compile(part, schema)))
    if all(occur == tantivy.Occur.MustNot for occur, _ in clauses):
        clauses.append((tantivy.Occur.Must, tantivy.Query.all_query()))
    return tantivy.Query.boolean_query(clauses)


def _compile_words(node: Words, schema: Any) -> Any:
    if node.edits:
        parts = [tantivy.Query.fuzzy_term_query(schema, WORDS, word, node.edits, True, False) for word in node.words]
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in parts])
    exact = _phrase(schema, WORDS, list(node.words), node.slop)
    if node.literal:
        return exact
    loose = _phrase(schema, STEMS, [stem(word) for word in node.words], node.slop)
    boosted = tantivy.Query.boost_query(exact, 2.0)
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, boosted), (tantivy.Occur.Should, loose)])


def _phrase(schema: Any, field: str, words: list[str | tuple[int, str]], slop: int) -> Any:
    if len(words) == 1:
        return tantivy.Query.term_query(schema, field, words[0])
    return tantivy.Query.phrase_query(schema, field, words, slop)


def _hit(node: Node, document: str, page: int, text: str, score: float) -> Hit:
    marks = tuple(sorted(set(_marks(node, list(tokens(text))))))
    first = marks[0][0] if marks else 0
    start = max(0, first - _AROUND)
    end = min(len(text), (marks[0][1] if marks else 0) + _AROUND)
    return Hit(document, page, float(score), text[start:end], start, marks)


def _marks(node: Node, words: Sequence[Token]) -> Iterable[tuple[int, int]]:
    if isinstance(node, Without):
        return
    if isinstance(node, Words):
        yield from _marks_of(node, words)
        return
    for part in node.parts:
        yield from _marks(part, words)


def _marks_of(node: Words, words: Sequence[Token]) -> Iterable[tuple[int, int]]:
    reach = len(node.words) + node.slop
    for at, token in enumerate(words):
        if not _same(node, node.words[0], token.text):
            continue
        if node.edits or len(node.words) == 1:
            yield (token.start, token.end)
            continue
        window = words[at : at + reach]
        last = _walk(node, window)
        if last is not None:
            yield (token.start, last.end)
    if node.edits:
        for wanted in node.words[1:]:
            yield from ((t.start, t.end) for t in words if _same(node, wanted, t.text))


def _walk(node: Words, window: Sequence[Token]) -> Token | None:
    """The last word of the phrase where the window holds its words in order."""
    at, last = 0, None
    for token in window:
        if at < len(node.words) and _same(node, node.words[at], token.text):
            at, last = at + 1, token
    return last if at == len(node.words) else None


def _same(node: Words, wanted: str, word: str) -> bool:
    if wanted == word:
        return True
    if node.edits:
        return _within(wanted, word, node.edits)
    return not node.literal and stem(wanted) == stem(word)


def _within(one: str, other: str, edits: int) -> bool:
    """Whether the words differ by at most so many letters, a swap of neighbours counting once."""
    if abs(len(one) - len(other)) > edits:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        new = [i]
        for j, b in enumerate(other, 1):
            cost = min(row[j] + 1, new[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            new.append(cost)
        before, row = row, new
    return row[-1] <= edits
