"""Co-travel, stays, lags, fates and empty searches."""

from __future__ import annotations

import pytest

from analysis.invented import match, person, place, view
from corrobora.analysis.kinds import co_travel, fate, lag, nothing_found, stay
from corrobora.model.entities import Visit
from corrobora.model.findings import Grade
from corrobora.model.match import Search
from corrobora.model.records import RecordKind, RecordRef

PAPERS = {"archive/list.txt": "Li Wen, Gao Yu, Sun Hao"}
PEOPLE = tuple(
    person(key, label, spans=(place(PAPERS, "archive/list.txt", label),))
    for key, label in (("li", "Li Wen"), ("gao", "Gao Yu"), ("sun", "Sun Hao"))
)


def flight(key, row, date="2023-05-04", number="ZQ101", **more):
    return match(key, "v", row, number=number, departure="PEK", arrival="SVO", date=date, **more)


def seats(count, date="2023-05-04", number="ZQ101", start=100):
    return [
        {"dataset": "tickets.csv", "row": start + n, "number": number, "from": "PEK", "to": "SVO", "date": date}
        for n in range(count)
    ]


def test_pairs_on_one_flight_with_their_chance():
    rows = seats(10) + seats(30, "2023-05-05", "ZQ103", 300)
    matches = (flight("li", 1), flight("gao", 2), flight("sun", 3, "2023-05-06"))
    (found,) = co_travel.analyse(view(PAPERS, {RecordKind.JOURNEY: rows}, persons=PEOPLE, matches=matches))
    assert set(found.body["persons"]) == {"li", "gao"}
    assert found.body["journeys"] == [{"flight": "ZQ101", "date": "2023-05-04"}]
    # two others tried, a quarter of the route's seats of those days on this flight
    assert found.body["expected_by_chance"] == pytest.approx(0.5)


def test_a_pair_is_as_strong_as_its_weaker_match():
    matches = (flight("li", 1), flight("gao", 2, grade="possible"))
    (found,) = co_travel.analyse(view(PAPERS, persons=PEOPLE, matches=matches))
    assert found.grade is Grade.POSSIBLE
    assert (
        list(
            co_travel.analyse(
                view(PAPERS, persons=PEOPLE, matches=(flight("li", 1), flight("gao", 2, grade="contradicted")))
            )
        )
        == []
    )


def test_a_stay_runs_from_arrival_to_the_next_departure():
    matches = (
        flight("li", 1, leg="in"),
        match("li", "v", 2, leg="in", date="2023-05-05", dataset="border.csv"),
        flight("li", 3, "2023-05-14", leg="out"),
    )
    (found,) = stay.analyse(view(PAPERS, persons=PEOPLE, matches=matches))
    assert (found.body["from"], found.body["to"], found.body["days"]) == ("2023-05-04", "2023-05-14", 10)


def listed(row, name, date, dataset="recruits.csv", event="enlistment", **more):
    return {"dataset": dataset, "row": row, "name": name, "date": date, "event": event, "nationality": "NP", **more}


ENTRIES = [
    listed(5, "LI WEN", "2023-06-01"),
    listed(9, "LI WEN", "2023-09-01", "patients.csv", "admission", note="shrapnel wound of the hip"),
    listed(10, "GAO YU", "2023-09-02", "patients.csv", "admission", note="pneumonia"),
]
RECRUIT = person("li", "Li Wen", records=(RecordRef("the set recruits.csv", "recruits.csv", 5, (("name", "LI WEN"),)),))


def test_a_lag_counts_from_the_last_arrival_and_prefers_the_flight():
    matches = (
        flight("li", 1, "2023-02-01", leg="in"),
        flight("li", 2, "2023-05-20", leg="in"),
        match("li", None, 3, leg="in", date="2023-05-21", dataset="border.csv"),
        flight("li", 4, "2023-06-20", leg="in"),
        match("li", None, 9, dataset="patients.csv", date="2023-09-01", leg=""),
    )
    case = view(PAPERS, {RecordKind.ENROLMENT: ENTRIES}, persons=(RECRUIT,), matches=matches)
    arrival, hospital = lag.analyse(case)
    assert (arrival.body["first"]["date"], arrival.body["days"]) == ("2023-05-20", 12)
    assert arrival.body["second"]["what"] == "enlistment"
    assert (hospital.body["first"]["what"], hospital.body["days"]) == ("enlistment", 92)


def test_without_an_arrival_before_there_is_no_lag():
    case = view(
        PAPERS, {RecordKind.ENROLMENT: ENTRIES}, persons=(RECRUIT,), matches=(flight("li", 4, "2023-06-20", leg="in"),)
    )
    assert list(lag.analyse(case)) == []


def test_a_fate_is_told_by_the_note_and_no_stronger_than_its_match():
    matches = (
        match("li", None, 9, dataset="patients.csv", grade="probable"),
        match("gao", None, 10, dataset="patients.csv"),
    )
    (found,) = fate.analyse(view(PAPERS, {RecordKind.ENROLMENT: ENTRIES}, persons=PEOPLE, matches=matches))
    assert (found.body["state"], found.body["date"], found.grade) == ("wounded", "2023-09-01", Grade.PROBABLE)


VISIT = Visit("v", None, ("Torzhok",), "2023-05-05", "2023-05-08", ("li", "gao", "sun"))


def searched(*searches, matches=()):
    case = view(PAPERS, persons=PEOPLE, visits=(VISIT,), searches=searches, matches=matches)
    return {f.body["person"]: [s["dataset"] for s in f.body["searched"]] for f in nothing_found.analyse(case)}


def test_an_empty_search_is_a_result():
    year = ("2023-01-01", "2023-12-31")
    found = searched(
        Search("li", "tickets.csv", 500, *year, 0, 0),
        Search("li", "border.csv", 700, *year, 3, 0),
        Search("gao", "tickets.csv", 500, *year, 1, 1),
        Search("sun", "old.csv", 500, "2019-01-01", "2019-12-31", 0, 0),
    )
    assert found == {"li": ["border.csv", "tickets.csv"]}


def test_a_lead_is_not_nothing_and_a_contradicted_row_is():
    year = ("2023-01-01", "2023-12-31")
    searches = (Search("li", "tickets.csv", 500, *year, 1, 0), Search("gao", "tickets.csv", 500, *year, 1, 0))
    matches = (flight("li", 1, grade="possible"), flight("gao", 2, grade="contradicted"))
    assert searched(*searches, matches=matches) == {"gao": ["tickets.csv"]}
