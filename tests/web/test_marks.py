from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corrobora.model.document import Page, Word
from corrobora.web.marks import Mark, placed, stretches


@st.composite
def marked(draw):
    text = draw(st.text(max_size=60))
    spans = st.tuples(st.integers(-5, 70), st.integers(-5, 70))
    marks = [Mark(a, b, kind) for (a, b), kind in draw(st.lists(st.tuples(spans, st.sampled_from("abc")), max_size=8))]
    return text, marks


@given(marked())
def test_the_pieces_are_the_text_and_every_mark_is_one_that_was_asked_for(held):
    text, marks = held
    pieces = stretches(text, marks)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text for piece in pieces)
    for piece in pieces:
        if piece.mark is not None:
            assert piece.mark in marks and piece.text == text[piece.mark.start : piece.mark.end]


@given(marked())
def test_the_first_good_mark_is_always_shown(held):
    text, marks = held
    good = [m for m in marks if 0 <= m.start < m.end <= len(text)]
    shown = [piece.mark for piece in stretches(text, marks) if piece.mark]
    assert not good or shown and good[0] in shown


def test_a_name_over_two_lines_gives_two_boxes_and_words_on_one_line_give_one():
    words = (
        Word(0, 4, (0.1, 0.1, 0.2, 0.12)),
        Word(5, 9, (0.21, 0.1, 0.3, 0.12)),
        Word(10, 14, (0.1, 0.14, 0.2, 0.16)),
    )
    page = Page(1, "Wang Ming liang", words=words)
    assert len(placed(page, [Mark(0, 9, "per")])) == 1
    two = placed(page, [Mark(5, 14, "per")])
    assert len(two) == 2 and two[0].y < two[1].y and two[0].x > two[1].x
    assert placed(Page(1, "Wang"), [Mark(0, 4, "per")]) == []
