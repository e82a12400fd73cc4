import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corrobora.analysis.wording import LOUD, count, day, listing, money, statement
from corrobora.model.findings import Grade


@pytest.mark.parametrize("grade", [g for g in Grade if g is not Grade.CONFIRMED])
@pytest.mark.parametrize("loud", ["a confirmed order", "a base Established in 1999", "PROVEN stock", "it proved so"])
def test_only_the_highest_grade_uses_the_loud_words(grade, loud):
    assert not LOUD.search(statement(grade, f"Li Wen saw {loud}", ["the archive"]))


@settings(deadline=None)
@given(st.sampled_from(list(Grade)), st.text(min_size=1, max_size=40))
def test_a_statement_is_one_sentence(grade, clause):
    text = statement(grade, f"x{clause}y", ["s"])
    assert text.endswith(".") and "\n" not in text and text[0].isupper()


def test_each_grade_has_its_own_wording():
    said = {grade: statement(grade, "Li Wen came", ["the archive"], "the visa register") for grade in Grade}
    assert said[Grade.CONFIRMED] == "Li Wen came, confirmed by the archive."
    assert said[Grade.PROBABLE] == "Very likely Li Wen came."
    assert re.search(r"\bmay\b", said[Grade.POSSIBLE])
    assert said[Grade.UNVERIFIED].startswith("According to the archive")
    assert said[Grade.CONTRADICTED] == "That Li Wen came is contradicted by the visa register."


def test_words_for_values():
    assert [day(d) for d in ("2024-10-05", "2024-10", "2024", None)] == [
        "5 October 2024", "October 2024", "2024", "an unknown date",
    ]  # fmt: skip
    assert money({"amount": "1234567.5", "currency": "USD"}) == "USD 1,234,567.5"
    assert (count(1, "visit"), count(2, "entry", "entries")) == ("1 visit", "2 entries")
    assert listing(["a", "", "b", "c"]) == "a, b and c"
