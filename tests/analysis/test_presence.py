from __future__ import annotations

from dataclasses import replace

from analysis.invented import match, person, place, view
from corrobora.analysis.presence import Day, table
from corrobora.analysis.view import CaseView
from corrobora.model.entities import Visit
from corrobora.model.facts import Modality

PAPERS = {"archive/list.txt": "Li Wen, Gao Yu"}


def crossing(row: int, date: str, leg: str, **more: object):
    ends = ("PEK", "SVO") if leg == "in" else ("SVO", "PEK")
    return match("li", "v", row, leg=leg, departure=ends[0], arrival=ends[1], date=date, **more)


def case(*matches: object, start: str = "2023-05-05", end: str = "2023-05-08") -> CaseView:
    people = tuple(
        person(key, label, spans=(place(PAPERS, "archive/list.txt", label),))
        for key, label in (("li", "Li Wen"), ("gao", "Gao Yu"))
    )
    visit = Visit("v", None, ("Москва",), start, end, ("li", "gao"), status=Modality.HAPPENED)
    return view(PAPERS, persons=people, visits=(visit,), matches=matches)


def of(days: list[Day], who: str) -> dict[str, str]:
    return {one.day[8:]: one.crossing for one in days if one.person == who}


def test_days_between_arrival_and_departure_are_days_of_presence() -> None:
    days = table(case(crossing(1, "2023-05-04", "in"), crossing(2, "2023-05-07", "out")))
    assert of(days, "li") == {"04": "arrives", "05": "present", "06": "present", "07": "leaves", "08": ""}
    assert not any(one.is_conflict for one in days), "nothing is concluded from silence after the last crossing"


def test_rows_alone_say_nothing_of_people_without_rows() -> None:
    days = table(case())
    assert set(of(days, "gao").values()) == {""}
    assert all(one.paper == "v" for one in days)


def test_a_paper_against_the_rows_is_a_conflict_of_presence() -> None:
    moves = (
        crossing(1, "2023-05-02", "in"), crossing(2, "2023-05-05", "out"), crossing(3, "2023-05-09", "in"),
    )  # fmt: skip
    days = {one.day[8:]: one for one in table(case(*moves)) if one.person == "li"}
    assert [day for day, one in days.items() if one.is_conflict] == ["06", "07", "08"]
    planned = replace(days["06"], status="planned")
    assert not planned.is_conflict, "a plan is not against anything"
