"""The query language: words, "phrases", "near words"~3, word~ (fuzzy), AND OR NOT, -, parentheses.

query   = either
either  = both { "OR" both }
both    = unary { ["AND"] unary }
unary   = ("NOT" | "-") unary | "(" either ")" | phrase | word
phrase  = '"' text '"' [ "~" distance ]
word    = text [ "~" [ edits ] ]
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corrobora.case.index.tokens import tokens
from corrobora.errors import InputError

_LEXEME = re.compile(r'\s*(?:(?P<open>\()|(?P<close>\))|"(?P<phrase>[^"]*)"(?:~(?P<slop>\d+))?|(?P<word>[^\s()"]+))')


@dataclass(frozen=True, slots=True)
class Words:
    """Neighbouring words: one word, or a phrase with at most `slop` words between.

    Attributes:
        edits: letters by which each word may differ (fuzzy).
        literal: only as written, not by stem.
    """

    words: tuple[str, ...]
    slop: int = 0
    edits: int = 0
    literal: bool = False


@dataclass(frozen=True, slots=True)
class Every:
    """All of these."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any_:
    """At least one of these."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """Not this."""

    part: Node


Node = Words | Every | Any_ | Without


def parse(text: str) -> Node:
    """Reads a query.

    Raises:
        InputError: where it is empty or its parentheses or quotes do not close.
    """
    if text.count('"') % 2:
        raise InputError("the quotation marks of the query do not close", text, 'write "exact words"')
    lexemes = [m for m in _LEXEME.finditer(text) if m.group().strip()]
    parser = _Parser(lexemes, text)
    node = parser.either()
    if node is None or parser.left():
        raise InputError(
            "the query cannot be read", text, 'try: word, "exact words", "near words"~3, word~, AND OR NOT ( )'
        )
    return node


class _Parser:
    def __init__(self, lexemes: list[re.Match[str]], text: str) -> None:
        self.lexemes, self.text, self.at = lexemes, text, 0

    def left(self) -> bool:
        return self.at < len(self.lexemes)

    def _peek(self, *words: str) -> bool:
        return self.left() and self.lexemes[self.at]["word"] in words

    def either(self) -> Node | None:
        parts = [self.both()]
        while self._peek("OR", "|"):
            self.at += 1
            parts.append(self.both())
        return _joined(Any_, parts)

    def both(self) -> Node | None:
        parts: list[Node | None] = []
        while self.left() and not self._peek("OR", "|") and not self.lexemes[self.at]["close"]:
            if self._peek("AND", "&", "+"):
                self.at += 1
                continue
            parts.append(self.unary())
        return _joined(Every, parts)

    def unary(self) -> Node | None:
        lexeme = self.lexemes[self.at]
        self.at += 1
        word = lexeme["word"]
        if lexeme["open"]:
            inner = self.either()
            if not self.left() or not self.lexemes[self.at]["close"]:
                raise InputError("a parenthesis of the query does not close", self.text)
            self.at += 1
            return inner
        if lexeme["phrase"] is not None:
            return _words(lexeme["phrase"], slop=int(lexeme["slop"] or 0), literal=True)
        if word == "NOT":
            inner = self.unary() if self.left() else None
            return Without(inner) if inner else None
        if word and word.startswith("-") and len(word) > 1:
            inner = _word(word[1:])
            return Without(inner) if inner else None
        return _word(word or "")


def _word(text: str) -> Node | None:
    fuzzy = re.fullmatch(r"(.+?)~([12]?)", text)
    if fuzzy:
        return _words(fuzzy[1], edits=int(fuzzy[2] or 1))
    return _words(text)


def _words(text: str, slop: int = 0, edits: int = 0, literal: bool = False) -> Node | None:
    found = tuple(token.text for token in tokens(text))
    return Words(found, slop, edits, literal) if found else None


def _joined(kind: type[Every] | type[Any_], parts: list[Node | None]) -> Node | None:
    kept = tuple(part for part in parts if part is not None)
    if not kept:
        return None
    return kept[0] if len(kept) == 1 else kind(kept)
