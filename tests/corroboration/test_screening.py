from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrobora import names
from corrobora.corroboration.screening import Place, Wanted, keys_of, screen

PLACES = [
    Place("WANG MINGLIANG", "row", "tickets.csv", 7, "1970-01-02", "E12345678"),
    Place("Ван Минлян", "page", "letter.pdf", 1),
    Place("Wang Minglian", "row", "tickets.csv", 9, "1980-05-05"),
    Place("ООО «Полярная Ромашка»", "row", "register.jsonl", 3),
    Place("Polyarnaya Romashka LLC", "page", "invoice.pdf", 1),
    Place("Ким Лес", "row", "tickets.csv", 11),
]


def found(*wanted: Wanted) -> list[tuple[str, str, int, str]]:
    return [(h.tier, h.place.where, h.place.number, h.verdict) for h in screen(list(wanted), PLACES)]


def test_a_name_is_found_in_every_script_and_its_neighbour_is_not():
    hits = found(Wanted(1, "王明亮"))
    assert ("exact", "tickets.csv", 7, "name alone") in hits and ("exact", "letter.pdf", 1, "name alone") in hits
    assert not [h for h in hits if h[2] == 9]


def test_what_the_list_knows_besides_the_name_is_said():
    assert found(Wanted(1, "Wang Mingliang", "1970-01-02"))[0] == ("exact", "tickets.csv", 7, "same birth date")
    verdicts = {h[1:3]: h[3] for h in found(Wanted(1, "Wang Mingliang", "1969-09-09"))}
    assert verdicts["tickets.csv", 7] == "another birth date"
    assert found(Wanted(1, "Wang Mingliang", None, "E 1234 5678"))[0][3] == "same document"


def test_firms_are_compared_with_firms():
    assert {h[1] for h in found(Wanted(1, "ООО «Полярная Ромашка»"))} == {"register.jsonl", "invoice.pdf"}
    assert found(Wanted(1, "ООО «Полярный Василёк»")) == []


def test_hits_come_in_the_order_of_the_list():
    lines = [h.wanted.line for h in screen([Wanted(5, "Ван Минлян"), Wanted(2, "ООО «Полярная Ромашка»")], PLACES)]
    assert lines == sorted(lines) and set(lines) == {2, 5}


@given(st.lists(st.text(max_size=20), max_size=5))
def test_no_list_raises(names):
    list(screen([Wanted(i, name) for i, name in enumerate(names)], PLACES))


def test_a_firm_is_found_by_what_the_case_calls_it():
    known = names.Aliases((("ООО «Полярная Ромашка»", "Polar Daisy LLC", "ПР"),))
    hits = list(screen([Wanted(1, "Polar Daisy LLC")], PLACES, known))
    assert {hit.place.where for hit in hits} == {"register.jsonl", "invoice.pdf"}
    assert all("papers" in hit.because[0] or "also" in hit.because[0] for hit in hits)
    assert list(screen([Wanted(1, "Polar Daisy LLC")], PLACES)) == []


def test_how_common_a_name_is_stands_beside_the_hit():
    (hit, *_) = screen([Wanted(1, "Wang Tao")], [Place("VAN TAO", "row", "tickets.csv", 1)])
    assert hit.hidden == 2 and 1e-6 < hit.share < 1e-3


@pytest.mark.parametrize(
    ("listed", "there"),
    [
        ("Ефанов Виталий", "Віталій ЯФАНАЎ"),
        ("弗拉基米尔·库兹涅佐夫", "Кузнецов Владимир Иванович"),
        ("陳志強", "Chan Chi Keung"),
        ("Игорь Евгеньевич Какидзянов", "Хакимзянов Игорь Евгеньевич"),
    ],
)
def test_a_name_that_only_sounds_alike_is_found(listed, there):
    assert not keys_of(listed) & keys_of(there)
    hits = list(screen([Wanted(1, listed)], [Place(there, "row", "flights.csv", 7)]))
    assert [hit.place.name for hit in hits] == [there]


def test_bearers_of_one_word_are_not_compared():
    assert not keys_of("Wang Mingliang") & keys_of("WANG ZHIQIANG")


def test_a_hit_says_how_many_names_would_agree_by_chance() -> None:
    wang = Place("WANG MINGLIANG", "row", "t.csv", 1, "1971-06-18", "Е 73921769")
    places = [wang, Place("LI WEI", "row", "t.csv", 2)]
    wanted = [Wanted(1, "王明亮", "1971-06-18"), Wanted(2, "Wang Mingliang"), Wanted(3, "Li Wei", None, "E73921769")]
    dated, bare, *_ = screen(wanted, places)
    assert dated.verdict == "same birth date" and bare.verdict == "name alone"
    assert dated.expected is not None and bare.expected is not None and 0 < dated.expected < bare.expected / 1000
    (same,) = screen([Wanted(1, "Wang Mingliang", None, "E73921769")], places[:1])
    assert (same.verdict, same.expected) == ("same document", 0.0), "the Cyrillic letter looks Latin"
