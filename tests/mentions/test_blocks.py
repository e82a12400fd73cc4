from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corrobora.mentions.blocks import blocks
from corrobora.mentions.recase import recase


def test_lines_of_four_languages() -> None:
    text = (
        "Направляем список участников.\nПросимо прийняти делегацію.\nThe delegation arrives on Monday.\n会谈纪要如下\n"
    )
    assert [b.language for b in blocks("Направляем объём работ\n\nThe delegation arrives\n会谈纪要如下\n")] == [
        "ru",
        "en",
        "zh",
    ]
    assert {b.language for b in blocks(text)} == {"uk", "en", "zh"}  # one Cyrillic block, its letters say Ukrainian


def test_the_hint_decides_where_letters_do_not() -> None:
    assert blocks("Договор", "uk")[0].language == "uk"
    assert blocks("Договор")[0].language == "ru"


@given(st.text(alphabet="аяыі zQ中\n.", max_size=60))
def test_blocks_are_literal_parts(text: str) -> None:
    for block in blocks(text):
        assert text[block.start : block.start + len(block.text)] == block.text


@given(st.text(max_size=60))
def test_recasing_keeps_every_offset(text: str) -> None:
    shown = recase(text, lambda word: len(word) > 4, lambda word: False, lambda name: True)
    assert len(shown) == len(text)
    assert shown.casefold() == text.casefold() or len(shown.casefold()) != len(text.casefold())
