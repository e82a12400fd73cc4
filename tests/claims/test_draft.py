from __future__ import annotations

import io

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrobora.claims import plain
from corrobora.claims.draft import sentences
from corrobora.errors import CorroboraError

_PIECES = st.sampled_from(
    ["The unit paid 5 rubles.", "Wang Wei flew.", " ", "\n", "\n\n", "# Title\n", "[doc: a/б в.pdf p.2]", "[^1]", "No. 5",  # noqa: E501
     "[rec: x.csv row 3]", "?", "!", "。", "г. Тула", "“Quoted.”", "Co., Ltd", "\n[^1]: doc: a.pdf p.1\n", "王伟。", "\u00a0"]  # noqa: E501
)  # fmt: skip


@given(st.lists(_PIECES, max_size=25).map("".join) | st.text(max_size=200))
def test_sentences_stand_where_they_say_and_never_overlap(draft):
    found = sentences(draft)
    at = 0
    for sentence in found:
        assert sentence.text == draft[sentence.start : sentence.end]
        assert at <= sentence.start < sentence.end
        at = sentence.end


@given(
    st.lists(
        st.sampled_from(["Alpha went home.", "He paid 5 rubles!", "Was it so?", "王伟走了。"]), min_size=1, max_size=12
    )
)
def test_nothing_of_plain_prose_is_lost(parts):
    draft = " ".join(parts)
    assert [s.text for s in sentences(draft)] == parts


def test_a_citation_belongs_to_the_sentence_it_follows_and_a_footnote_counts():
    draft = "Alpha paid 5 rubles. [doc: a b.pdf p.2] Beta did not.[^x]\n\n[^x]: See [rec: t.csv row 7].\n"
    first, second = sentences(draft)
    assert (first.citations[0].document, first.citations[0].page) == ("a b.pdf", 2)
    assert (second.citations[0].dataset, second.citations[0].row) == ("t.csv", 7)
    assert first.prose == "Alpha paid 5 rubles."


def test_an_abbreviation_does_not_end_a_sentence():
    (one,) = sentences("Alpha Co. of No. 5 Street paid Mr. Ivan B. Petrov 5 rubles.")
    assert one.prose.endswith("5 rubles.")


def test_a_word_file_is_read_with_its_headings_and_tables():
    paper = docx.Document()
    paper.add_heading("Quiet visits", 1)
    paper.add_paragraph("Alpha paid 5 rubles [doc: a.pdf p.2].")
    table = paper.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "In a cell.", "In another."
    kept = io.BytesIO()
    paper.save(kept)
    text = plain(kept.getvalue(), "draft.docx")
    assert [s.text for s in sentences(text)] == ["Alpha paid 5 rubles [doc: a.pdf p.2].", "In a cell.", "In another."]


def test_a_web_page_is_read_without_its_scripts():
    page = "<html><head><title>x</title></head><body><h1>Head</h1><p>Alpha <b>paid</b> 5&nbsp;rubles.<br>Beta did not.</p><script>bad()</script></body></html>"  # noqa: E501
    assert [s.text for s in sentences(plain(page.encode(), "d.html"))] == ["Alpha paid 5 rubles.", "Beta did not."]


@pytest.mark.parametrize(
    ("content", "name"), [(b"PK\x03\x04broken", "a.docx"), (b"\xff\xfe\x00", "a.md"), (b"", "a.html")]
)
def test_what_cannot_be_read_says_what_to_do(content, name):
    with pytest.raises(CorroboraError) as caught:
        plain(content, name)
    assert caught.value.remedy
