"""What is told of many at once: groups, spreads of lags, terms, backgrounds of guests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.invented import match, person, place, view
from corrobora.analysis.kinds import background, co_travel_group, fate, lag_spread, term_end
from corrobora.analysis.kinds.term_end import term_months
from corrobora.model.contract import record_json
from corrobora.model.entities import Position, Visit
from corrobora.model.facts import Modality
from corrobora.model.findings import Finding, Grade
from corrobora.model.records import RecordKind, RecordRef

# ---- groups


def travellers(*flights, grade="probable"):
    """A case in which these people (letters) were on these flights."""
    found, row = [], 0
    for flight, on, aboard in flights:
        for who in aboard:
            row += 1
            found.append(match(who, None, row, grade=grade, number=flight, date=on, departure="PEK", arrival="SVO"))
    people = tuple(person(who, who.upper()) for who in sorted({m.person for m in found}))
    sold = [(name, on) for flight, on, _ in flights for name in (flight, *["SU9"] * 40)]
    seats = [{"dataset": "tickets.csv", "row": n, "from": "PEK", "to": "SVO", "date": on, "number": name}
             for n, (name, on) in enumerate(sold, 1)]  # fmt: skip
    return view(tables={RecordKind.JOURNEY: seats}, matches=tuple(found), persons=people)


@pytest.mark.parametrize(
    ("flights", "groups"),
    [
        ([("SU1", "2023-03-01", "abcd"), ("SU2", "2023-04-01", "abcd")], ["abcd"]),
        ([("SU1", "2023-03-01", "abcd"), ("SU2", "2023-04-01", "abc"), ("SU3", "2023-05-01", "abcx")], ["abc"]),
        ([("SU1", "2023-03-01", "abc"), ("SU2", "2023-04-01", "abx")], []),
        ([("SU1", "2023-03-01", "abc")], []),
        ([("SU1", "2023-03-01", "abcd"), ("SU2", "2023-04-01", "abcd"), ("SU3", "2023-05-01", "bcd")], ["abcd", "bcd"]),
    ],
)
def test_groups_are_as_large_as_can_be(flights, groups):
    found = list(co_travel_group.analyse(travellers(*flights)))
    assert sorted("".join(f.body["persons"]) for f in found) == groups
    for finding in found:
        assert finding.grade is Grade.PROBABLE and finding.body["expected_by_chance"] < 1
        assert len(finding.rows) >= len(finding.body["persons"]) * len(finding.body["journeys"])


def test_a_group_on_possible_matches_is_possible():
    flights = [("SU1", "2023-03-01", "abc"), ("SU2", "2023-04-01", "abc")]
    (found,) = co_travel_group.analyse(travellers(*flights, grade="possible"))
    assert found.grade is Grade.POSSIBLE


# ---- lags together


def lag(who, days, grade=Grade.PROBABLE, row=1):
    ref = RecordRef("list", "recruits.csv", row, (("name", who),))
    second = {"what": "enlistment", "date": "2023-05-05", "record": record_json(ref)}
    body = {"person": who, "first": {"what": "arrival"}, "second": second, "days": days}
    return Finding(f"{who}{days}", "lag", "It was so.", grade, (), (ref,), body)


def test_the_spread_of_lags_counts_each_person_once_with_the_shortest():
    lags = [lag("a", 0), lag("b", 1, row=2), lag("b", 400, row=2), lag("c", 5, row=3), lag("d", 90, row=4)]
    lags += [lag("e", 2, Grade.POSSIBLE, row=5)]
    (found,) = lag_spread.analyse(replace(view(), findings=tuple(lags)))
    body = found.body
    assert (body["total"], body["same_day"], body["next_day"], body["most_within"]) == (4, 1, 1, 5)
    assert (body["minimum"], body["median"], body["maximum"]) == (0, 3.0, 90) and sum(body["counts"].values()) == 4
    assert list(lag_spread.analyse(replace(view(), findings=tuple(lags[:2])))) == []


# ---- terms


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("контракт на 1 год", 12), ("сроком на 6 месяцев", 6), ("контракт терміном на один рік", 12),
        ("contract for two years", 24), ("为期6个月", 6), ("合同期一年", 12), ("на полгода", 6),
        ("служил 3 года", None), ("born in year 1990", None),
    ],
)  # fmt: skip
def test_terms_in_words(text, months):
    assert term_months(text) == months


def recruits(**more):
    row = {"dataset": "recruits.csv", "row": 1, "name": "LI WEN", "date": "2023-08-31", **more}
    dead = {"dataset": "dead.csv", "row": 7, "name": "LI WEN", "date": "2023-11-29", "status": "погиб"}
    ref = RecordRef("the set recruits.csv", "recruits.csv", 1, (("name", "LI WEN"),))
    killed = match("p1", None, 7, grade="probable", dataset="dead.csv", date="2023-11-29")
    case = view(tables={RecordKind.ENROLMENT: [row, dead]}, persons=(person("p1", "Li Wen", records=(ref,)),),
                matches=(killed,))  # fmt: skip
    return case.having(tuple(fate.analyse(case)))


def test_the_latest_end_of_a_term_counted_and_stated():
    (counted,) = term_end.analyse(recruits(note="контракт на 6 месяцев"))
    body = counted.body
    assert (body["latest"], body["stated"], body["days_to_fate"]) == ("2024-02-29", False, 90)
    assert counted.grade is Grade.UNVERIFIED and "at the latest" in counted.statement
    (stated,) = term_end.analyse(recruits(end_date="2024-08-30"))
    assert (stated.body["latest"], stated.body["stated"]) == ("2024-08-30", True)
    assert list(term_end.analyse(recruits(note="служил раньше"))) == []


# ---- military or industry


@pytest.mark.parametrize(
    ("title", "office", "side"),
    [
        ("генерал-майор", None, "military"), ("генеральный директор", "ООО «Юг»", "industry"),
        ("General Director", "Yunlan Trade Co., Ltd", "industry"), ("Major General", None, "military"),
        ("大校", "空降兵第九基地", "military"), ("总经理", "云岚贸易有限公司", "industry"),
        ("старший полковник", "Корпорация «Юньлань»", "both"), ("полковник", "Войсковая часть 12345", "military"),
        ("полковник", "Збройні Сили", "military"), ("інженер", None, "industry"), ("переводчик", None, "unknown"),
        ("Sales manager", None, "industry"), ("professor", "Tula State University", "unknown"),
        ("генеральный конструктор", None, "industry"), ("генеральний директор", "ТОВ «Південь»", "industry"),
    ],
)  # fmt: skip
def test_a_guest_is_what_rank_and_employer_say(title, office, side):
    assert background.side_of(person("p", "X Y", positions=(Position(title, office),)))[0] == side


def test_the_guests_of_a_visit_are_counted():
    papers = {"archive/list.txt": "Li Wen, colonel\nTan Bo, engineer\nWu Fei, interpreter"}
    people = tuple(
        person(name, name, spans=(place(papers, "archive/list.txt", name),), positions=(Position(title, None),))
        for name, title in (("Li Wen", "colonel"), ("Tan Bo", "engineer"), ("Wu Fei", "interpreter"))
    )
    stay = Visit(
        "v", None, ("Tula",), "2023-01-01", "2023-01-02", tuple(p.id for p in people), status=Modality.HAPPENED
    )
    (found,) = background.analyse(view(papers, persons=people, visits=(stay,)))
    assert (found.body["military"], found.body["industry"], found.body["unknown"]) == (
        ["Li Wen"],
        ["Tan Bo"],
        ["Wu Fei"],
    )
    assert "1 of the armed forces, 1 of industry and 1 of neither" in found.statement and len(found.pages) == 3
