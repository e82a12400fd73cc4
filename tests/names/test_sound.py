from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corrobora import names
from corrobora.names.syllables import palladius

FOUND = [
    ("Wu Renbao", "Zhenbao Wu"),
    ("Song Lian", "Sun Lian"),
    ("Чжан Цян", "ZHANG QIAN"),
    ("Bai Xi", "Si Bai"),
    ("Шатило Сергей Викторович", "Siarhei Shatsila"),
    ("Ефанов Виталий", "Віталій ЯФАНАЎ"),
    ("Харченко Павел", "Pavel Kharchanka"),
    ("弗拉基米尔·库兹涅佐夫", "Кузнецов Владимир Иванович"),
    ("德米特里·索科洛夫", "Dmitry Sokolov"),
    ("陳志強", "Chan Chi-keung"),
    ("陳志強", "CHAN CHI KEUNG"),
    ("Ганна Сидоренко", "Sidorenko Anna"),
]


@pytest.mark.parametrize(("left", "right"), FOUND)
def test_spellings_of_one_name_meet(left, right):
    assert names.sound_keys(left) & names.sound_keys(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Wang Mingliang", "Li Wei"), ("Кузнецов Владимир", "Петренко Владимир"), ("陳志強", "Wong Tai-man")],
)
def test_strangers_do_not_meet(left, right):
    assert not names.sound_keys(left) & names.sound_keys(right)


@given(
    st.sampled_from(["wang", "li", "zhang", "chen", "xu", "song", "zhou"]),
    st.sampled_from(["ming", "liang", "wei", "hong", "zhen", "qing", "lin"]),
    st.sampled_from(["ming", "liang", "wei", "hong", "zhen", "qing", "lin"]),
)
@settings(max_examples=200, deadline=None)
def test_every_spelling_that_variants_lists_is_found(family, first, second):
    form = f"{palladius()[family].capitalize()} {palladius()[first].capitalize()}{palladius()[second]}"
    keys = names.sound_keys(form)
    for variant in names.variants(form):
        if variant.system != "wade-giles":
            assert keys & names.sound_keys(variant.text), variant


@given(st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_nothing_raises(text):
    names.sound_keys(text)


@pytest.mark.parametrize(("left", "right"), FOUND)
def test_what_is_stored_for_a_row_meets_what_is_asked(left, right):
    assert names.sound_keys(left) & names.stored_sound_keys(right) or names.sound_keys(right) & (
        names.stored_sound_keys(left)
    )


def test_a_garbled_part_is_forgiven_where_the_father_agrees():
    asked = names.sound_keys("Хакимзянов Игорь Евгеньевич")
    assert asked & names.stored_sound_keys("Игорь Евгеньевич Какидзянов")
    assert names.sound_keys("Катаев Аюб Вахаевич") & names.stored_sound_keys("Катаев Аюбхан Вахаевич")
