from __future__ import annotations

import pytest

from corrobora import names

FORMS = ("Овсянников Игорь Валерьевич", "Щербаков Юрий", "Хрущёв Никита Сергеевич", "Шевченко Тарас Григорьевич")


@pytest.mark.parametrize(
    ("form", "system", "spelt"),
    [
        ("Щербаков Юрий", "german", "Schtscherbakow Jurii"),
        ("Чуйков Евгений", "bgn", "Chuykov Yevgeniy"),
        ("Хрущёв Никита", "scholarly", "Chruščëv Nikita"),
        ("Пушкин Илья", "french", "Pouchkin Ilia"),
        ("Згурський Юрій", "ukrainian passport", "Zghurskyi Yurii"),
        ("Ільїн Юрій", "ukrainian passport", "Ilin Yurii"),
    ],
)
def test_a_name_is_written_by_each_system(form, system, spelt):
    assert spelt in {variant.text for variant in names.variants(form) if variant.system == system}


@pytest.mark.parametrize("form", FORMS)
def test_what_variants_lists_is_the_same_name(form):
    for variant in names.variants(form):
        assert names.compare(form, variant.text).score > 0.5, variant


@pytest.mark.parametrize("form", FORMS)
def test_both_orders_are_listed(form):
    held = {variant.text for variant in names.variants(form) if variant.system == "bgn"}
    assert len(held) == 2
