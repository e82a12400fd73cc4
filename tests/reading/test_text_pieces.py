# ruff: noqa: E501 - files are spelled out in one piece
"""Languages, hyphens, and the writer's offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrobora.model.document import Word
from corrobora.reading import hyphens
from corrobora.reading.language import UNDECIDED, detect, settle
from corrobora.reading.layout import Composition
from corrobora.reading.writer import PageWriter, clean


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Протокол засідання від 12 травня", "uk"), ("Протокол совещания", "ru"), ("Договор № 5", "ru"), ("会议纪要 Москва", "zh"),
        ("Dear Mr Ivanov, please find the list attached", "en"), ("12.03.2024 № 5", ""), ("Накладна на товар № 7", "ru"),
        ("Наказ про відрядження інженерів до Києва", "uk"),
    ],
)  # fmt: skip
def test_languages(text: str, language: str) -> None:
    assert settle(detect(text), text) == language


def test_statistics_are_asked_only_where_letters_and_words_do_not_tell() -> None:
    assert detect("The parties of this contract agreed that the goods shall be sent from the plant") == "en"
    assert detect("Der Vertrag wurde gestern im Werk unterschrieben") == UNDECIDED
    assert settle("uk", "anything") == "uk"


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("АО «Парус\ufffeСтропа»", "АО «Парус-Стропа»"),
        ("воздушно\ufffe\nдесантных войск", "воздушно-десантных войск"),
        ("самолё\ufffeта и самолёта", "самолёта и самолёта"),
        ("МиГ\ufffe29", "МиГ-29"),
        ("plain", "plain"),
    ],
)
def test_hyphens_at_line_ends(text: str, mended: str) -> None:
    assert hyphens.mend(text) == mended


def test_a_page_that_hyphenates_is_joined() -> None:
    lines = "опла\ufffeта про\ufffeизводится в тече\ufffeние десяти дней"
    assert hyphens.mend(lines) == "оплата производится в течение десяти дней"


def test_offsets_move_with_the_hyphens() -> None:
    text = f"АО Парус{hyphens.STAND_IN}\nСтропа и Вега{hyphens.STAND_IN} далее"
    words, place = [], 0
    for word in text.split():
        start = text.index(word, place)
        place = start + len(word)
        words.append(Word(start, place))
    page = hyphens.mended(Composition(text, tuple(words), ()))
    assert page.text == "АО Парус-Стропа и Вега-далее"
    assert [page.text[word.start : word.end] for word in page.words] == [
        "АО",
        "Парус-",
        "Стропа",
        "и",
        "Вега-",
        "далее",
    ]


@given(st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=4), max_size=5), st.text(max_size=20))
def test_cells_stand_where_they_say(rows: list[list[str]], line: str) -> None:
    writer = PageWriter()
    writer.line(line)
    writer.table(rows)
    page = writer.page()
    for table in page.tables:
        for cell in table.cells:
            assert page.text[cell.start : cell.end] == cell.text
            assert cell.text


@given(st.text())
def test_cleaning_is_done_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_towers_of_marks_are_cut() -> None:
    assert len(clean("a" + "\u0301" * 100_000)) < 10
