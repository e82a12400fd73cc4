"""People, organisations and places in English papers."""

from __future__ import annotations

import pytest

from corrobora.mentions.english_rules import people_by_structure, places_by_structure
from corrobora.mentions.kinds.english import find_names
from corrobora.mentions.slavic_words import Span


def named(text: str, kind: str) -> list[str]:
    return [m.text for m in find_names(text) if m.type == kind]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("4. Halvard Solbrekke (Norway) 20.41", "Halvard Solbrekke"),
        ("The caretaker Sletvold, 45, was sentenced last month.", "Sletvold"),
        ("Bernardini, who became head of the plant, declined.", "Bernardini"),
        ("They were met by Inspector Harold Finchley at the gate.", "Harold Finchley"),
    ],
)
def test_a_person_is_told_by_what_stands_around(text: str, person: str) -> None:
    assert person in named(text, "PER")


def test_an_enumeration_is_of_one_kind() -> None:
    text = "1 - Anna Keller, 2 - Dirk Vanmeer, 3 - Pavlo Grob, 4 - Qasim Tevet"
    told = [Span(4, 15, "PER"), Span(21, 33, "PER")]
    assert [text[s.start : s.end] for s in people_by_structure(text, told)] == [
        "Anna Keller", "Dirk Vanmeer", "Pavlo Grob", "Qasim Tevet",
    ]  # fmt: skip
    assert people_by_structure(text, [Span(4, 15, "ORG"), Span(21, 33, "ORG")]) == []


def test_an_enumeration_of_goods_names_nobody() -> None:
    assert named("1. Hydraulic Pump, 2. Landing Gear, 3. Fuel Filter", "PER") == []


def test_a_place_is_told_by_the_preposition() -> None:
    text = "The works in Tolvanen were closed."
    (place,) = places_by_structure(text, [Span(13, 21, "PER")])
    assert text[place.start : place.end] == "Tolvanen"


def test_a_long_line_of_capitals_is_read_in_time() -> None:
    assert isinstance(find_names("AaAa'Aa-Aa" * 3000), list)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Dear Daniyar,\n\nWe regret to inform you that the visit is off.", ["Daniyar"]),
        ("Signed by the receiving party.\nDaniyar Omarov\nManaging Director", ["Daniyar Omarov"]),
        ("Petrosyan Karen Gagikovich holds 80% of the shares.", ["Petrosyan Karen Gagikovich"]),
        ("18 Keji Road, Xi'an, P.R. China", []),
    ],
)
def test_a_person_is_told_whole_and_without_what_stands_beside(text: str, people: list[str]) -> None:
    assert named(text, "PER") == people
