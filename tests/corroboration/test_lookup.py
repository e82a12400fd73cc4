from __future__ import annotations

from corrobora.case import Case
from corrobora.corroboration.lookup import find_name
from corroboration.tickets import crowd, put, ticket

WAY = ("PEK", "SVO")
OWN = [
    ticket("WANG MINGLIANG", "2023-06-09", WAY, document="E73921769"),
    ticket("Ван Минлян", "2023-06-12", WAY),
    ticket("WANG MINGLIAN", "2023-06-13", WAY),
    ticket("ZHAO MINGLIANG", "2023-06-13", WAY),
]


def test_a_name_is_found_in_every_script_and_on_demand_a_slip_away(case: Case) -> None:
    put(case, OWN + crowd(300))
    found = {row.row: row for row in find_name(case, "王明亮")}
    assert {1, 2} <= set(found)
    assert not {3, 4} & set(found)
    assert found[1].tier == "exact"
    assert dict(found[1].values)["document"] == "E73921769"
    near = {row.row: row.tier for row in find_name(case, "王明亮", near=True)}
    assert near[3] == "slip"
    assert 4 not in near
    assert len(find_name(case, "王明亮", limit=1)) == 1


def test_what_nobody_bears_is_not_found(case: Case) -> None:
    put(case, OWN)
    assert find_name(case, "Ouyang Feifei") == []


def test_names_that_only_sound_alike_are_found_on_demand(case: Case) -> None:
    rows = [
        ticket("Віталій ЯФАНАЎ", "2023-06-09", WAY),
        ticket("Кузнецов Владимир Иванович", "2023-06-12", WAY),
        ticket("Кузьмин Владимир Иванович", "2023-06-12", WAY),
    ]
    put(case, rows + crowd(300))
    assert find_name(case, "Ефанов Виталий") == []
    assert [(row.row, row.tier) for row in find_name(case, "Ефанов Виталий", near=True)] == [(1, "likely")]
    assert [row.row for row in find_name(case, "弗拉基米尔·库兹涅佐夫", near=True)] == [2]
