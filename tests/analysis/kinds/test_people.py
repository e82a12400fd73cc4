"""Person, visit, match and travel on one invented delegation."""

from __future__ import annotations

import pytest

from analysis.invented import match, person, place, view
from corrobora.analysis.kinds import match as matches
from corrobora.analysis.kinds import person as persons
from corrobora.analysis.kinds import series, travel, visit
from corrobora.model.entities import Position, Visit
from corrobora.model.facts import Modality
from corrobora.model.findings import Grade
from corrobora.model.source import Source

PAPERS = {
    "archive/list.txt": "Delegation list: Li Wen, 李文, born 1970-03-04, engineer of the North Works; Gao Yu",
    "archive/minutes.txt": "Minutes of the meeting in Torzhok, 5 to 8 May 2023",
}
TICKETS = {"tickets.csv": Source("records", "tickets.csv", "ticket sales", origin="tickets", reliability="B")}


def case(status=Modality.HAPPENED, matched=()):
    listed = place(PAPERS, "archive/list.txt", "Li Wen")
    li = person(
        "p1", "Li Wen", "李文", "Li Wen", spans=(listed,), birth_date="1970-03-04", nationality="cn",
        documents=("E1234567",), positions=(Position("engineer", "North Works"),),
    )  # fmt: skip
    gao = person("p2", "Gao Yu", spans=(place(PAPERS, "archive/list.txt", "Gao Yu"),))
    held = Visit(
        "v1", "R-7", ("Torzhok",), "2023-05-05", "2023-05-08", ("p1", "p2"), status=status,
        spans=(place(PAPERS, "archive/minutes.txt", "Torzhok"),), documents=("archive/minutes.txt",),
    )  # fmt: skip
    return view(PAPERS, persons=(li, gao), visits=(held,), matches=tuple(matched), dataset_sources=TICKETS)


def test_a_person_of_one_origin_is_unverified_and_quotes_the_paper():
    li, gao = persons.analyse(case())
    assert (li.grade, li.body["label"]) == (Grade.UNVERIFIED, "Li Wen")
    assert li.pages[0].quote == "Li Wen" and li.pages[0].source == "the plant's archive"
    assert li.body["documents"] == ["E1234567"] and li.body["positions"][0]["organization"] == "North Works"
    assert li.statement.startswith("According to the plant's archive, Li Wen (李文), born 4 March 1970")
    assert gao.body["birth_date"] is None


def test_person_findings_bear_the_id_of_the_person():
    assert [finding.id for finding in persons.analyse(case())] == ["p1", "p2"]


def test_a_strong_match_raises_the_person():
    found = list(persons.analyse(case(matched=[match("p1", "v1", 3)])))
    assert [f.grade for f in found] == [Grade.CONFIRMED, Grade.UNVERIFIED]
    assert found[0].rows[0].row == 3


def test_a_contradicted_match_does_not():
    found = list(persons.analyse(case(matched=[match("p1", "v1", 3, grade="contradicted")])))
    assert found[0].grade is Grade.UNVERIFIED and not found[0].rows


def test_a_visit_of_papers_alone_is_unverified():
    (found,) = visit.analyse(case())
    assert found.grade is Grade.UNVERIFIED
    assert (found.body["from"], found.body["to"], found.body["place"]) == ("2023-05-05", "2023-05-08", "Torzhok")
    assert found.body["persons"] == ["p1", "p2"]


def test_two_travellers_make_a_visit_confirmed_and_one_probable():
    one = [match("p1", "v1", 3)]
    (probable,) = visit.analyse(case(matched=one))
    (confirmed,) = visit.analyse(case(matched=[*one, match("p2", "v1", 4)]))
    assert (probable.grade, confirmed.grade) == (Grade.PROBABLE, Grade.CONFIRMED)
    assert {row.row for row in confirmed.rows} == {3, 4}


def test_a_planned_visit_is_worded_as_planned():
    (found,) = visit.analyse(case(Modality.PLANNED))
    assert "was to visit Torzhok" in found.statement


def test_visits_that_took_place_are_counted():
    at = place(PAPERS, "archive/minutes.txt", "Torzhok")
    starts = ("2023-05-05", "2023-07-01", "2023-07-09", "2024-01-01")
    states = (Modality.HAPPENED, Modality.HAPPENED, Modality.CANCELLED, Modality.PLANNED)
    visits = tuple(
        Visit(f"v{n}", None, ("Torzhok",), day, day, (), status=state, spans=(at,))
        for n, (day, state) in enumerate(zip(starts, states, strict=True))
    )
    by_month, by_year = series.analyse(view(PAPERS, visits=visits))
    assert by_month.body["counts"] == {"2023-05": 1, "2023-06": 0, "2023-07": 1} and by_year.body["counts"] == {
        "2023": 2
    }


@pytest.mark.parametrize("status", [Modality.CANCELLED, Modality.DENIED])
def test_a_cancelled_visit_is_never_held(status):
    (found,) = visit.analyse(case(status, [match("p1", "v1", 3), match("p2", "v1", 4)]))
    assert found.grade is Grade.CONTRADICTED and found.body["status"] == status.value


def test_matches_keep_their_grade_and_chance():
    rows = [match("p1", "v1", 3), match("p1", "v1", 9, grade="contradicted", disagrees=("birth_date",), q=None)]
    good, bad = matches.analyse(case(matched=rows))
    assert good.body["record"]["q"] == 0.01 and good.body["record"]["expected_by_chance"] == 0.001
    assert (good.grade, bad.grade) == (Grade.CONFIRMED, Grade.CONTRADICTED)
    assert bad.statement.endswith("is contradicted by the birth date.")


def test_a_name_alone_is_no_finding():
    assert list(matches.analyse(case(matched=[match("p1", "v1", 3, evidence_class=7, grade="possible")]))) == []


def test_a_namesake_at_another_time_is_no_news_and_one_in_the_days_is():
    refused = {"grade": "contradicted", "disagrees": ("birth_date",), "agrees": ("name",), "q": None}
    rows = [match("p1", None, 3, **refused), match("p1", "v1", 4, **refused)]
    rows.append(match("p1", None, 5, **{**refused, "agrees": ("name", "document")}))
    assert [f.body["record"]["row"] for f in matches.analyse(case(matched=rows))] == [4, 5]


def test_travel_takes_numbered_journeys_once_and_only_leads_or_better():
    flight = {"number": "zq 101", "departure": "PEK", "arrival": "SVO", "date": "2023-05-04"}
    rows = [
        match("p1", "v1", 3, **flight),
        match("p1", "v1", 4, grade="possible", **flight),
        match("p2", "v1", 5, grade="contradicted", **flight),
        match("p2", "v1", 6, date="2023-05-04"),
    ]
    (found,) = travel.analyse(case(matched=rows))
    assert (found.body["person"], found.body["flight"], found.body["record"]["row"]) == ("p1", "ZQ101", 3)
    assert (
        found.statement
        == "Li Wen travelled on ZQ101 from PEK to SVO on 4 May 2023, confirmed by the plant's archive and ticket sales."
    )
