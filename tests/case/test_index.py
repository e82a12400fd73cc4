from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrobora.case import silent
from corrobora.case.index import search, update
from corrobora.case.index.query import parse
from corrobora.case.index.tokens import normal, tokens
from corrobora.errors import InputError
from corrobora.model.document import Page
from corrobora.model.tables import PAGES

TEXTS = {
    ("a", 1): "Полковник Ван Минлян прибыл. Контракта № ЛС-156/20-К ещё нет",
    ("b", 1): "王明亮 — 上校,海川船舶科技集团 контракт",
    ("b", 2): "Лейтенант Минлян. Ван и сын Минлян",
    ("c", 1): "The contracts were signed by Wang Mingliang in Harbin",
    ("d", 1): "Її Україна; ґанок, їжак",
}


@pytest.fixture
def filled(case):
    case.write_part(
        PAGES, "p", [Page(n, text, document=d) for (d, n), text in TEXTS.items()], sorted({d for d, _ in TEXTS})
    )
    update(case, silent)
    return case


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("контракт", {("a", 1), ("b", 1)}),
        ('"контракт"', {("b", 1)}),
        ("contract", {("c", 1)}),
        ('"Ван Минлян"', {("a", 1)}),
        ('"Ван Минлян"~2', {("a", 1), ("b", 2)}),
        ("明亮", {("b", 1)}),
        ("亮明", set()),
        ("船舶科技", {("b", 1)}),
        ("Минлен~", {("a", 1), ("b", 2)}),
        ("ЕЩЕ", {("a", 1)}),
        ("контракт -上校", {("a", 1)}),
        ("(Harbin OR 上校) AND NOT контракт", {("c", 1)}),
        ('"ЛС-156/20-К"', {("a", 1)}),
        ("їжак", {("d", 1)}),
        ("іжак", set()),
    ],
)
def test_what_is_found(filled, query, found):
    assert {(hit.document, hit.page) for hit in search(filled, query)} == found


def test_marks_stand_on_the_words_found(filled):
    (hit,) = search(filled, '"Ван Минлян"')
    assert [TEXTS["a", 1][s:e] for s, e in hit.marks] == ["Ван Минлян"]
    (hit,) = search(filled, "Harbin")
    assert [TEXTS["c", 1][s:e] for s, e in hit.marks] == ["Harbin"]


def test_other_spellings_are_found_too(filled):
    hits = search(filled, "王明亮", spellings=lambda q: ["Wang Mingliang", "Ван Минлян"])
    assert {hit.document for hit in hits} == {"a", "b", "c"}


def test_the_index_follows_the_pages(filled):
    assert update(filled, silent) == 0
    filled.write_part(PAGES, "p2", [Page(1, "instead", document="a")], ["a"])
    filled.forget(PAGES, ["c"])
    assert update(filled, silent) == 2
    assert search(filled, "Harbin") == [] and search(filled, "полковник") == []
    assert [hit.document for hit in search(filled, "instead")] == ["a"]


@pytest.mark.parametrize("query", ["", "   ", '"open', "(a", "a)", "AND", "!!!"])
def test_a_query_that_cannot_be_read_says_so(query):
    with pytest.raises(InputError):
        parse(query)


@given(st.text(max_size=80))
def test_any_query_is_read_or_refused(text):
    with contextlib.suppress(InputError):
        parse(text)


@given(st.text(max_size=60))
def test_tokens_lie_in_the_text_and_normal_is_idempotent(text):
    last = 0
    for token in tokens(text):
        assert last <= token.start < token.end <= len(text)
        last = token.end
        assert normal(token.text) == token.text
