from __future__ import annotations

from collections.abc import Iterator

import pytest

from corrobora.case import Case
from corrobora.corroboration import corroborate
from corrobora.model.entities import Person, Visit
from corrobora.model.facts import Modality, NameForm, Span
from corrobora.model.identifiers import hash_id
from corrobora.model.match import Match
from corrobora.model.records import RecordKind, RecordRef
from corrobora.model.tables import MATCHES, PERSONS, SEARCHES, VISITS
from corroboration.tickets import Row, crowd, put, ticket

IN, OUT = ("PEK", "SVO"), ("SVO", "PEK")
SPAN = (Span("leak/list.xlsx", 1, 0, 1, "x"),)

PEOPLE = [
    Person("p1", "Bian Liangyu", (NameForm("边良宇"), NameForm("BIAN LIANGYU")), SPAN, "1971-06-18", "cn"),
    Person("p2", "Geng Haoran", (NameForm("耿浩然"), NameForm("Гэн Хаожань")), SPAN, None, "cn", ("E73921769",)),
    Person("p3", "Wang Wei", (NameForm("王伟"), NameForm("WANG WEI")), SPAN, None, "cn"),
    Person("p4", "Duan Peiyao", (NameForm("段培瑶"), NameForm("DUAN PEIYAO")), SPAN, "1980-02-03", "cn"),
]
VISIT = Visit(
    "v1",
    "ZH-7",
    ("Тула",),
    "2023-06-10",
    "2023-06-14",
    ("p1", "p2", "p3", "p4"),
    status=Modality.HAPPENED,
    documents=("leak/list.xlsx",),
)
OWN: list[Row] = [
    ticket("BIAN LIANG-YU", "2023-06-09", IN, birth_date="1971-06-18", booking="TOGETHER"),
    ticket("GEN KHAOZHAN", "2023-06-09", IN, document="E73921769", booking="TOGETHER"),
    ticket("WANG WEI", "2023-06-09", IN, booking="TOGETHER"),
    ticket("DUAN PEIYAO", "2023-06-09", IN, birth_date="1999-09-09"),
    ticket("БЯНЬ ЛЯНЪЮЙ", "2023-06-15", OUT),
    ticket("ZHOU MINGHUA", "2023-02-01", IN, document="E73921769"),
]


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return OWN + crowd(1500)


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory, rows: list[Row]) -> Iterator[Case]:
    with Case.create(tmp_path_factory.mktemp("searched") / "case") as case:
        put(case, rows)
        case.replace(PERSONS, PEOPLE)
        case.replace(VISITS, [VISIT])
        corroborate(case)
        yield case


@pytest.fixture
def ready(case: Case, rows: list[Row]) -> Case:
    put(case, rows)
    case.replace(PERSONS, PEOPLE)
    case.replace(VISITS, [VISIT])
    return case


def by_row(matches: list[Match]) -> dict[tuple[str, int], Match]:
    return {(match.person, match.record.row): match for match in matches}


def test_what_agrees_is_found_weighed_and_graded(searched: Case) -> None:
    found = by_row(searched.read(MATCHES))
    born, passport, booked, other, home = (
        found[key] for key in (("p1", 1), ("p2", 2), ("p3", 3), ("p4", 4), ("p1", 5))
    )
    assert (born.grade, born.evidence_class, born.visit, born.leg) == ("confirmed", 2, "v1", "in")
    assert (passport.grade, passport.evidence_class) == ("confirmed", 1)
    # A name that dozens bear is told apart by the booking it shares with others of the delegation.
    assert booked.grade in {"confirmed", "probable"}
    assert "booking" in booked.agrees
    assert (other.grade, other.q, other.disagrees) == ("contradicted", None, ("birth_date",))
    assert home.grade in {"confirmed", "probable"}
    for match in found.values():
        assert match.tried == 4
        assert match.expected_by_chance >= 0
        assert match.weight == pytest.approx(sum(term.bits for term in match.terms), abs=0.05)
    assert born.expected_by_chance < passport.expected_by_chance + 1e-3 < 1e-2
    assert dict(born.record.fields)["name"] == "BIAN LIANG-YU"


def test_a_document_under_another_name_is_shown_as_a_conflict(searched: Case) -> None:
    stolen = by_row(searched.read(MATCHES))["p2", 6]
    assert (stolen.grade, stolen.evidence_class) == ("contradicted", 0)
    assert "name" in stolen.disagrees


def test_nobody_else_is_asserted(searched: Case) -> None:
    asserted = {
        key for key, match in by_row(searched.read(MATCHES)).items() if match.grade in {"confirmed", "probable"}
    }
    assert asserted == {("p1", 1), ("p2", 2), ("p3", 3), ("p1", 5)}


def test_searches_say_what_was_looked_at(searched: Case) -> None:
    searches = {one.person: one for one in searched.read(SEARCHES)}
    assert searches.keys() == {"p1", "p2", "p3", "p4"}
    assert searches["p4"].asserted == 0
    assert (searches["p1"].asserted, searches["p1"].rows, searches["p1"].dataset) == (2, 3006, "tickets.csv")


def test_the_same_input_gives_the_same_matches(searched: Case) -> None:
    before = searched.read(MATCHES)
    assert corroborate(searched) == before == searched.read(MATCHES)


def test_a_judgement_takes_a_match_out(ready: Case) -> None:
    ready.judge(hash_id("match", "p1", "v1", "tickets.csv", 1), "no")
    found = by_row(corroborate(ready))
    assert found["p1", 1].grade == "contradicted"


def test_a_cancelled_visit_has_no_days(ready: Case) -> None:
    off = Visit("v1", "ZH-7", ("Тула",), "2023-06-10", "2023-06-14", VISIT.persons, status=Modality.CANCELLED)
    ready.replace(VISITS, [off])
    found = by_row(corroborate(ready))
    assert ("p3", 3) not in found
    assert found["p1", 1].visit is None


def test_the_row_that_made_a_person_is_no_match_of_theirs(case: Case, rows: list[Row]) -> None:
    listed: list[Row] = [
        {"name": "BIAN LIANGYU", "birth_date": "1971-06-18", "nationality": "CN", "date": "2023-06-20"},
        *(
            {"name": row["name"], "birth_date": row.get("birth_date"), "nationality": "CN", "date": row["date"]}
            for row in rows[6:200]
        ),
    ]
    put(case, rows)
    put(case, listed, "recruits.xlsx", RecordKind.ENROLMENT)
    recruit = Person(
        "r1",
        "Bian Liangyu",
        (NameForm("BIAN LIANGYU"),),
        (),
        "1971-06-18",
        "cn",
        records=(RecordRef("l", "recruits.xlsx", 1, ()),),
    )
    case.replace(PERSONS, [recruit])
    case.replace(VISITS, [])
    found = {(match.record.dataset, match.record.row): match for match in corroborate(case)}
    assert found["tickets.csv", 1].grade == "confirmed"
    assert found["tickets.csv", 1].visit is None
    assert ("recruits.xlsx", 1) not in found


def test_nothing_to_search_is_no_error(case: Case) -> None:
    assert corroborate(case) == []


@pytest.mark.parametrize(
    "few",
    [
        [{"name": None, "date": None}],
        [{"name": "BIAN LIANGYU", "date": None}],
        [{"name": "???", "date": "2023"}, {"name": "BIAN LIANGYU", "date": "2023-06-09", "birth_date": "1971"}],
        [{"name": "BIAN LIANGYU", "date": "2023-06-09", "direction": "in", "point": "Хоргос", "document": "—"}],
    ],
)
def test_poor_sets_are_searched_too(case: Case, few: list[Row]) -> None:
    put(case, few)
    case.replace(PERSONS, PEOPLE)
    case.replace(VISITS, [VISIT, Visit("v2", None, (), "2023", "2023-07", ("p1",))])
    for match in corroborate(case):
        assert match.person == "p1"
        assert 0 <= match.posterior <= 1
    assert len(case.read(SEARCHES)) == 4


def test_a_row_judged_ones_is_nobody_elses_and_nobody_has_two_seats(ready: Case, rows: list[Row]) -> None:
    put(ready, [*rows, ticket("WANG WEI", "2023-06-10", IN)])
    rival = len(rows) + 1
    before = by_row(corroborate(ready))
    assert before["p3", 3].grade == "probable"
    ready.judge(hash_id("match", "p3", "v1", "tickets.csv", rival), "yes")
    after = by_row(corroborate(ready))
    assert after["p3", rival].grade in ("probable", "confirmed")
    assert after["p3", 3].grade == "contradicted"
    ready.judge(hash_id("match", "p3", "v1", "tickets.csv", rival), "none")
    assert by_row(corroborate(ready))["p3", 3] == before["p3", 3]


def test_a_no_leaves_its_share_to_the_rivals(ready: Case, rows: list[Row]) -> None:
    put(ready, [*rows, ticket("WANG WEI", "2023-06-10", IN)])
    before = by_row(corroborate(ready))
    ready.judge(hash_id("match", "p3", "v1", "tickets.csv", 3), "no")
    after = by_row(corroborate(ready))
    assert after["p3", 3].posterior == 0
    assert after["p3", len(rows) + 1].posterior > before["p3", len(rows) + 1].posterior
