"""What words tell of the words beside them: rules of the recogniser that need no picture."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrobora.model.document import Cell, Table
from corrobora.reading.layout import Composition
from corrobora.reading.ocr import regions
from corrobora.reading.ocr.agreement import agreed
from corrobora.reading.ocr.regions import Token

RUSSIAN = st.text(alphabet="абвгдежзиклмнопрстуАВЕЖЗИК", min_size=3, max_size=9)
LATIN_ONLY = st.text(alphabet="DFGJLNQRSUWZdfghlqstvwz", min_size=3, max_size=9)
WORDS = st.text(alphabet="ABCaceіІiIxXVйЖ№Neo0159/.-—", min_size=1, max_size=8)
QUAD = np.array([[0, 0], [1000, 0], [1000, 40], [0, 40]], np.float32)


def line(*texts: str, confidence: float = 0.95) -> list[Token]:
    """Words side by side from end to end of a line."""
    each = 1.0 / len(texts)
    return [Token(text, n * each, (n + 1) * each - 0.01, confidence) for n, text in enumerate(texts)]


def settled(*texts: str, tongue: str = "rus+eng") -> list[str]:
    return [word.text for word in regions._settled(line(*texts), tongue)]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        (["Договор", "Ne", "15/2"], ["Договор", "№", "15/2"]),
        (["Протокол", "No", "подписан"], ["Протокол", "No", "подписан"]),
        (["Иванов", "--", "директор"], ["Иванов", "—", "директор"]),
        (["приехал", "c", "делегацией"], ["приехал", "с", "делегацией"]),
        (["Cтороны", "рассмотрели"], ["Стороны", "рассмотрели"]),
        (["за", "II", "квартал"], ["за", "II", "квартал"]),
        (["раздел", "X.", "договора"], ["раздел", "X.", "договора"]),
        (["самолёт", "SSJ", "принят"], ["самолёт", "SSJ", "принят"]),
    ],
)
def test_the_line_tells_what_a_word_is(read: list[str], meant: list[str]) -> None:
    assert settled(*read) == meant


def test_one_letter_i_is_ukrainian_only_on_ukrainian_pages() -> None:
    assert settled("сторони", "i", "гості", tongue="ukr+eng") == ["сторони", "і", "гості"]
    assert settled("квартал", "iюля", "года")[1] == "iюля"


@given(st.lists(WORDS, min_size=1, max_size=6))
def test_english_lines_stay_as_they_are(texts: list[str]) -> None:
    assert settled(*texts, tongue="eng") == texts


@given(st.lists(st.one_of(RUSSIAN, LATIN_ONLY), min_size=1, max_size=6))
def test_words_in_one_script_stay_as_they_are(texts: list[str]) -> None:
    assert settled(*texts) == texts


@given(st.lists(st.one_of(WORDS, RUSSIAN), min_size=1, max_size=6))
def test_settling_is_idempotent_and_touches_no_digit(texts: list[str]) -> None:
    once = settled(*texts)
    assert settled(*once) == once
    assert [re.sub(r"\D", "", text) for text in once] == [re.sub(r"\D", "", text) for text in texts]


@given(st.lists(RUSSIAN, min_size=2, max_size=5), st.integers(0, 8), st.integers(0, 4))
def test_twins_inside_a_cyrillic_word_become_cyrillic(texts: list[str], place: int, which: int) -> None:
    word = texts[0] + "йж"
    at = place % len(word)
    slipped = word[:at] + "aceop"[which] + word[at:]
    meant = word[:at] + "асеор"[which] + word[at:]
    assert settled(slipped, *texts[1:], "ещёодно")[0] == meant


def test_sure_cyrillic_lines_need_no_second_reader() -> None:
    assert regions._is_plain(line("Место", "проведения", "с", "14.02.2023", "по", "№", "12"), QUAD)
    assert not regions._is_plain(line("Место", "проведения", "ТВ-118/22"), QUAD)
    assert not regions._is_plain(line("Место", "проведения", "Boeing"), QUAD)
    assert not regions._is_plain(line("14.02.2023", "47", "350", "000"), QUAD)
    assert not regions._is_plain([*line("Место", "проведения"), Token("встречи", 0.98, 1.0, 0.5)], QUAD)
    assert not regions._is_plain([], QUAD)


def test_a_gap_wide_enough_for_chinese_calls_the_second_reader() -> None:
    words = line("Место", "проведения", "встречи", "согласовано")
    assert regions._is_plain(words, QUAD)
    assert not regions._is_plain([words[0], words[1], words[3]], QUAD)


def test_two_readings_of_a_number_become_one() -> None:
    text = "контракт № 3С-90/23 | ЗС. -90/23 号合同"
    cell = Cell(0, 0, text[:19], 0, 19)
    page = agreed(Composition(text, (), (Table((cell,)),)))
    assert page.text == "контракт № ЗС-90/23 | ЗС. -90/23 号合同"
    assert page.tables[0].cells[0].text == "контракт № ЗС-90/23"


@pytest.mark.parametrize(
    "text", ["№ 3С-90/23", "3С-90/23, ЗС-91/23", "1С-90/23, ІС-90/23", "3-90/23, З-90/23", "03С-9/2"]
)
def test_numbers_without_a_second_reading_stay(text: str) -> None:
    assert agreed(Composition(text, (), ())).text == text


@given(st.text(alphabet="3З0ОСТ-/ .129", max_size=50))
def test_agreement_keeps_every_offset_and_is_idempotent(text: str) -> None:
    once = agreed(Composition(text, (), ())).text
    assert len(once) == len(text)
    assert agreed(Composition(once, (), ())).text == once


def test_a_serbian_word_between_serbian_words_is_no_latin_one() -> None:
    assert settled("Време", "je", "лепо", "данас.") == ["Време", "је", "лепо", "данас."]
    assert settled("Јован", "j", "Петровић") == ["Јован", "j", "Петровић"]
