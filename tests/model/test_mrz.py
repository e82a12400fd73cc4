from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrobora.model.mrz import check_digit, parse

SPECIMEN = ("P<UTOERIKSSON<<ANNA<MARIA" + "<" * 19, "L898902C36UTO7408122F1204159ZE184226B<<<<<10")


def td3(surname: str, given_names: str, number: str, birth: str = "850417", expiry: str = "290311") -> tuple[str, str]:
    first = f"POCHN{surname}<<{given_names}".ljust(44, "<")[:44]
    number = number.ljust(9, "<")
    head = number + check_digit(number)
    dates = birth + check_digit(birth) + "M" + expiry + check_digit(expiry)
    optional = "<" * 14 + "0"
    composite = check_digit(head + birth + check_digit(birth) + expiry + check_digit(expiry) + optional)
    return first, f"{head}CHN{dates}{optional}{composite}"


def test_the_specimen_of_the_standard_is_read():
    zone = parse(SPECIMEN)
    assert zone is not None
    assert (zone.kind, zone.type, zone.country, zone.nationality) == ("TD3", "P", "UTO", "UTO")
    assert (zone.surname, zone.given, zone.number) == ("ERIKSSON", "ANNA MARIA", "L898902C3")
    assert (zone.birth_date, zone.sex, zone.expiry, zone.optional) == ("1974-08-12", "F", "2012-04-15", "ZE184226B")
    assert zone.is_valid
    assert len(zone.checks) == 5


def test_cards_and_visas_are_read():
    card = parse(["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"])
    assert card is not None
    assert (card.kind, card.number, card.given, card.is_valid) == ("TD1", "D23145890", "ANNA MARIA", True)
    small = parse(["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"])
    assert small is not None
    assert (small.kind, small.surname, small.is_valid) == ("TD2", "ERIKSSON", True)
    visa = parse(["V<UTOERIKSSON<<ANNA<MARIA" + "<" * 19, "L8988901C4XXX4009078F96121096ZE184226B<<<<<<"])
    assert visa is not None
    assert (visa.kind, visa.number) == ("MRV-A", "L8988901C")


@pytest.mark.parametrize(
    ("line", "at", "wrong"),
    [
        (1, 0, "8"), (1, 2, "O"), (1, 10, "0"), (1, 12, "M"), (1, 13, "B"), (1, 20, "H"), (1, 9, "O"), (0, 2, "C"),
        (1, 22, "O"), (1, 43, "B"),
    ],
)  # fmt: skip
def test_one_misread_character_is_put_right_or_shown(line: int, at: int, wrong: str):
    good = td3("LIN", "WEIDONG", "E80174525", "880805", "300811")
    lines = [list(text) for text in good]
    lines[line][at] = wrong
    zone = parse(["".join(text) for text in lines])
    assert zone is not None
    assert zone.lines == good or not zone.is_valid


@pytest.mark.parametrize("wrong", ["E8O174525", "EB0174525", "E80I74525", "E801745Z5", "E801745S5"])
def test_lookalikes_in_the_number_are_put_right(wrong: str):
    good = td3("LIN", "WEIDONG", "E80174525")
    read = (good[0], wrong + good[1][9:])
    zone = parse(read)
    assert zone is not None
    if wrong != "E801745S5":
        assert zone.number == "E80174525"
    assert zone.number == "E80174525" or not zone.is_valid


def test_lost_and_doubled_fillers_are_put_right():
    first, second = td3("LIN", "WEIDONG", "E80174525")
    for lines in (
        (first[:-3], second),
        (first + "<<", second),
        (first, second.replace("<<<<", "<<", 1)),
        (first, second.replace("<<<<", "<<<<<", 1)),
        (first.replace("LIN<<", "LIN<"), second),
        (first.replace("LIN<<", "LIN<<<"), second),
        (first[:-4] + "KKCL", second),
    ):
        zone = parse(lines)
        assert zone is not None
        assert zone.lines == (first, second)


def test_what_is_no_zone_is_none():
    assert parse([]) is None
    assert parse(["LETTER OF INTENT"]) is None
    assert parse(["A" * 44, "B" * 44]) is None
    assert parse(["<" * 44, "<" * 44]) is None


def test_a_wrong_digit_is_told_not_hidden():
    first, second = td3("LIN", "WEIDONG", "E80174525")
    zone = parse((first, second[:15] + ("3" if second[15] != "3" else "4") + second[16:]))
    assert zone is not None
    assert not zone.is_valid
    assert [check.field for check in zone.checks if not check.is_right] == ["birth_date", "composite"]


def test_births_of_two_centuries_and_open_dates():
    old = parse(td3("LI", "NA", "E80174525", birth="310203"))
    assert old is not None
    assert old.birth_date == "1931-02-03"
    open_day = parse(td3("LI", "NA", "E80174525", birth="7104<<"))
    assert open_day is not None
    assert open_day.birth_date == "1971-04"


names = st.text(alphabet=string.ascii_uppercase, min_size=2, max_size=12)


@given(names, names, st.from_regex(r"E[A-Z]?[0-9]{7,8}", fullmatch=True).map(lambda text: text[:9]))
def test_every_true_zone_comes_back_as_it_was(surname: str, given_names: str, number: str):
    lines = td3(surname, given_names, number)
    zone = parse(lines)
    assert zone is not None
    assert zone.lines == lines
    assert zone.is_valid
    assert zone.number == number


@given(st.lists(st.text(max_size=60), max_size=4))
def test_anything_may_be_thrown_at_it(lines: list[str]):
    zone = parse(lines)
    assert zone is None or all(len(line) in (30, 36, 44) for line in zone.lines)


def test_short_given_names_are_no_fillers():
    for given_name in ("LE", "KE", "E", "KELE"):
        zone = parse(td3("WANG", given_name, "E12345678"))
        assert zone is not None and zone.given == given_name
