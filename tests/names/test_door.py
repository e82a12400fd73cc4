from __future__ import annotations

import pytest

from corrobora import names

ONE_NAME = (
    "王明亮",
    "Wang Mingliang",
    "WANG MING LIANG",
    "Ван Минлян",
    "с полковником Ваном Минляном",
    "Минлян Ван",
    "Minlyan Wang",
    "Vang Minlian",
)


@pytest.mark.parametrize("form", ONE_NAME)
def test_every_spelling_of_one_name_is_exact_and_scores_high(form):
    assert names.tier("王明亮", form) == "exact"
    assert names.compare("王明亮", form).score > 0.8
    assert names.exact_keys("王明亮") & names.exact_keys(form)


@pytest.mark.parametrize("other", ["Wang Minglian", "Wan Mingliang", "Ван Минлянь", "王敏亮"])
def test_a_near_name_is_another(other):
    assert names.tier("王明亮", other) in ("slip", None)
    assert names.compare("王明亮", other).score < 0.5


def test_initials_are_their_own_tier():
    assert names.tier("王明亮", "Ван М.") == "initial"
    assert names.tier("Овсянников И.В.", "Igor Ovsyannikov") == "initial"
    assert names.tier("Овсянников И.В.", "Овсянников Петр Ильич") is None


def test_labels_and_lemmas():
    assert names.label("с полковником Ваном Минляном") == "Wang Mingliang"
    assert names.label("Овсянников Игорь Валерьевич") == "Ovsiannikov Igor Valerevich"
    assert names.lemma("Ван Цзюнем") == "Ван Цзюнь"
    assert names.lemma("Овсянниковым Игорем Валерьевичем") == "Овсянников Игорь Валерьевич"


def test_numbers_are_identity():
    assert names.compare("360 АРЗ", "260 АРЗ", "Organization").score < 0.1
    assert names.organization_key("ООО «Вектор-7»") == names.organization_key("Vektor 7, LLC")


def test_what_a_form_says_of_itself_is_the_general_commonness() -> None:
    for form in ("王敏", "VAN MIN", "Иванов Пётр Сергеевич", "Kovalenko H."):
        whole = names.commonness(form)
        assert names.written_so(form) == (whole.share, whole.hidden)
