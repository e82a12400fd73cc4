"""Mentions corrected by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrobora.errors import InputError
from corrobora.mentions.corrections import concerning, corrected, corrections, is_on_a_page, verdict_of
from corrobora.model.document import Page
from corrobora.model.mention import Mention, MentionType

TEXT = "Посада: директор. Завод Маяк и завод Маяк."
FOUND = [
    Mention(0, 6, MentionType.LOC, "Посада", "Посада"),
    Mention(24, 28, MentionType.PER, "Маяк", "Маяк"),
]


def judged(subject: str, verdict: str) -> list[tuple[str, str, str]]:
    told = corrections({subject: verdict})
    return [(m.text, m.type.value, m.value) for m in corrected(TEXT, FOUND, concerning(told, "a/b.txt", 1))]


def test_not_a_name() -> None:
    assert judged("mention:Посада", "no") == [("Маяк", "PER", "Маяк")]
    assert judged("mention:a/b.txt#1:Посада", "no") == [("Маяк", "PER", "Маяк")]


def test_other_pages_and_documents_keep_theirs() -> None:
    assert len(judged("mention:a/b.txt#2:Посада", "no")) == len(judged("mention:a/c.txt#1:Посада", "no")) == 2


def test_kind_span_and_lemma() -> None:
    assert ("Завод Маяк", "ORG", "завод «Маяк»") in judged("mention:Завод Маяк", "yes:ORG:завод «Маяк»")
    assert [name for name, _, _ in judged("mention:Завод Маяк", "yes:ORG")] == ["Посада", "Завод Маяк"]


def test_the_nth_place_on_a_page() -> None:
    told = corrections({"mention:a/b.txt#1.2:Маяк": "yes:ORG"})
    found = corrected(TEXT, FOUND, told)
    assert [(m.start, m.type.value) for m in found if m.text == "Маяк"] == [(24, "PER"), (37, "ORG")]
    assert found[-1].reader == "hand"


def test_a_page_may_differ_from_the_rest() -> None:
    told = corrections({"mention:a/b.txt#1:Маяк": "yes:ORG", "mention:Маяк": "no"})
    assert {m.type.value for m in corrected(TEXT, FOUND, concerning(told, "a/b.txt", 1)) if m.text == "Маяк"} == {"ORG"}
    assert not [m for m in corrected(TEXT, FOUND, concerning(told, "x", 1)) if m.text == "Маяк"]


def test_verdicts_on_findings_and_undone_ones_are_none() -> None:
    assert corrections({"f-12": "yes", "mention:Маяк": "unsure"}) == []


def test_what_does_not_fit_together_is_refused() -> None:
    for verdict, told in (("no", "ORG"), ("yes", "FIRM")):
        with pytest.raises(InputError):
            verdict_of(verdict, told)


def test_words_must_stand_on_the_page() -> None:
    page = Page(1, TEXT, "ru", document="a/b.txt")
    assert is_on_a_page("mention:a/b.txt#1:Маяк", page) and is_on_a_page("mention:Завод Маяк", page)
    assert not is_on_a_page("mention:a/b.txt#1:Заря", page) and not is_on_a_page("mention:Мая", page)


@given(st.text(max_size=40), st.text(min_size=1, max_size=12), st.sampled_from(["no", "yes", "yes:ORG", "yes:PER:x"]))
def test_corrected_mentions_stand_literally(text: str, quote: str, verdict: str) -> None:
    once = corrected(text, [], corrections({f"mention:{quote}": verdict}))
    assert all(text[m.start : m.end] == m.text for m in once)
    assert corrected(text, once, corrections({f"mention:{quote}": verdict})) == once
