from __future__ import annotations

from corrobora.identity.listed import ListedRow, PeopleList, asked_for, listed_people


def row(number: int, name: str, nation: str | None = None, birth: str | None = None) -> ListedRow:
    values = {"name": name} | ({"nationality": nation} if nation else {}) | ({"birth_date": birth} if birth else {})
    return ListedRow(number, values, values)


LIST = PeopleList(
    "list.xlsx",
    "source",
    "enlistment",
    [
        row(1, "Ли Вэй", "CN", "1990-01-02"),
        row(2, "Петров Олег Ильич", "RU", "1980-01-02"),
        row(3, "Сидоров Пётр Ильич", "RU", "1981-01-02"),
        row(4, "LI WEI", "CN", "1990-01-02"),
        row(5, "Ли Вэй", "CN", "1977-01-02"),
        row(6, "Каримов Рустам", "UZ"),
        row(7, "Ильин Иван Олегович", "RU"),
        row(8, "Фомин Иван Олегович", "RU"),
    ],
)


def test_foreigners_are_everyone_but_the_lists_own() -> None:
    assert [one.row for one in asked_for(LIST, ["foreign"], None)] == [1, 4, 5, 6]
    assert [one.row for one in asked_for(LIST, ["uz"], None)] == [6]
    assert len(asked_for(LIST, ["all"], None)) == 8


def test_a_list_of_foreigners_only_is_told_by_the_cases_home() -> None:
    abroad = PeopleList("x", "s", "", [one for one in LIST.rows if one.values["nationality"] != "RU"])
    assert len(asked_for(abroad, ["foreign"], "ru")) == 4


def test_a_list_without_nationality_gives_nobody() -> None:
    assert asked_for(PeopleList("x", "s", "", [row(1, "Ли Вэй")]), ["foreign"], None) == []


def test_one_person_for_each_name_and_birth_date() -> None:
    people = listed_people([(LIST, asked_for(LIST, ["cn"], None))])
    assert sorted(tuple(ref.row for ref in one.records) for one in people) == [(1, 4), (5,)]
    assert all(one.roles == ("recruit",) and one.label == "Li Wei" for one in people)
    assert people == listed_people([(LIST, asked_for(LIST, ["cn"], None))])


def test_people_who_come_back_on_a_list_of_nobody_knows_what_are_not_the_cases() -> None:
    crossings = [row(n, "Ли Вэй", "CN", "1990-01-02") for n in (1, 2)]
    crossings.append(row(3, "Петров Олег Ильич", "RU", "1980-01-02"))
    assert asked_for(PeopleList("x", "s", "", crossings), ["foreign"], "ru") == []
    assert len(asked_for(PeopleList("x", "s", "enlistment", crossings), ["foreign"], "ru")) == 2
    assert len(asked_for(PeopleList("x", "s", "", crossings), ["all"], "ru")) == 3
