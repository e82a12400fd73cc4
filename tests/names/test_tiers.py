from __future__ import annotations

import pytest

from corrobora import names


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Лопухов Степан", "Лопухов Степан Ильич"),
        ("Степан Лопухов", "Лопухов Степан Ильич"),
        ("Лопухова Степана", "Лопуховым Степаном Ильичом"),
        ("Stepan Lopukhov", "Лопухов Степан Ильич"),
        ("LOPUKHOV STEPAN", "Лопухов Степан Ильич"),
        ("Степан Лопухов", "Лопухов Степан Ілліч"),
        ("Ганна Клименко", "Клименко Анна Іванівна"),
    ],
)
def test_a_missing_patronymic_contradicts_nothing(short, full):
    assert names.tier(short, full) == "exact"
    assert names.tier(full, short) == "exact"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Лопухов Степан Ильич", "Лопухов Степан Петрович"),
        ("Лопухов Степан Ильич", "Lopukhov Stepan Petrovich"),
        ("Клименко Анна Ивановна", "Клименко Анна Петровна"),
    ],
)
def test_another_patronymic_is_another_person(left, right):
    assert names.tier(left, right) is None


@pytest.mark.parametrize("form", ["Лина Ван", "Яна Сун"])
def test_a_name_beside_an_undeclined_one_stands_as_it_is(form):
    assert names.lemma(form) == form


def test_a_declined_given_name_after_its_family_name_is_put_right():
    assert names.lemma("Ван Минляна") == "Ван Минлян"
    assert names.lemma("Вана Минляна") == "Ван Минлян"
    assert names.lemma("Минляна Вана") == "Минлян Ван"


@pytest.mark.parametrize("short", ["Shcherbakov Yu.P.", "Iu. P. Shcherbakov", "Щербаков Ю.П.", "Shcherbakov Yu."])
def test_an_initial_in_latin_letters_may_be_two(short):
    assert names.tier(short, "Щербаков Юрий Петрович") == "initial"
    assert names.compare(short, "Щербаков Юрий Петрович").score > 0.5
    assert names.tier(short, "Щербаков Игорь Петрович") is None


def test_a_given_name_that_reads_like_or_is_no_second_name():
    """Юй Или is Yu Yili; a small "или" stands between two names."""
    assert names.label("Юй Или") == "Yu Yili" == names.label("ЮЙ ИЛИ")
    assert names.label("Иван Петров или Пётр Иванов") == "Ivan Petrov"
    assert names.tier("Юй Или", "YU YILI") is not None
    assert names.tier("Юй Или", "Юй") is None
