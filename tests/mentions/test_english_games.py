"""Clubs, firms and bodies of English papers by what stands around them; the sentences are invented."""

from __future__ import annotations

import pytest

from corrobora.mentions import find


def of(text: str, kind: str) -> list[str]:
    return [m.text for m in find(text, "en") if m.type.value == kind]


@pytest.mark.parametrize(
    ("text", "clubs"),
    [
        ("Sheffield 12 7 3 2 21 9 24", ["Sheffield"]),  # 12 = 7 + 3 + 2
        ("DENVER 40 20 .667 -", ["DENVER"]),  # 40 / 60
        ("Leeds 3 Swansea 1 ( halftime 2-0 )", ["Leeds", "Swansea"]),
        ("Postponed : Reading v Derby", ["Reading", "Derby"]),
    ],
)
def test_a_town_in_a_table_of_results_is_a_club(text: str, clubs: list[str]) -> None:
    assert of(text, "ORG") == clubs


@pytest.mark.parametrize(
    "text",
    [
        "Sheffield 12 7 4 2 21 9 24",  # does not add up: towns in a table of another kind
        "France 3 Germany 1 ( halftime 2-0 )",
        "The consignment was sent to Leeds and to Derby.",
        "Sheffield 120 crates, Leeds 80 crates",
    ],
)
def test_towns_and_countries_stay_places(text: str) -> None:
    assert of(text, "ORG") == []


def test_a_noun_for_a_firm_decides_and_a_spokesman_does_not() -> None:
    assert "Ruddock" in of("The publisher Ruddock said it would sell its printing plant.", "ORG")
    assert "Petrenko" not in of("Petrenko spokesman Ivan Bondar said the president would not travel.", "ORG")


def test_a_body_is_named_by_its_first_word() -> None:
    found = of("The Party of National Unity refused to take part.", "ORG")
    assert any("Party of National Unity" in name for name in found)


def test_who_speaks_after_a_quotation_is_a_person() -> None:
    assert of('" We shall not pay , " Harrowby said on Monday .', "ORG") == []
