from __future__ import annotations

import pytest

from analysis.invented import person, place, view
from corrobora.analysis.kinds import ownership
from corrobora.model.entities import Organization
from corrobora.model.facts import ShareFact
from corrobora.model.findings import Grade
from corrobora.model.records import RecordKind

PAPERS = {
    "archive/memo.txt": "Zorin Pavel Ilyich met the bankers. OOO «Kestrel» was founded by OOO «Upland Holding».",
    "mailbox/chart.txt": "Zorin Pavel Ilyich | OOO «Upland Holding» | 80",
}
ORGS = (
    Organization("o1", "OOO «Kestrel»", ("OOO «Kestrel»",), ("7700000001",)),
    Organization("o2", "OOO «Upland Holding»", ("OOO «Upland Holding»",)),
)


def company(row, name, inn):
    return {"dataset": "companies.csv", "row": row, "name": name, "inn": inn}


def share(row, owner, number, asset, asset_number, part, *, since="2020-01-01"):
    return {
        "dataset": "companies.csv", "row": row, "owner": owner, "owner_number": number, "asset": asset,
        "asset_number": asset_number, "share": str(part), "since": since,
    }  # fmt: skip


COMPANIES = [
    company(1, "OOO «Kestrel»", "7700000001"),
    company(2, "OOO «Upland Holding»", "7700000002"),
    company(3, "OOO «Bay Capital»", "7700000003"),
    company(4, "OOO «Apiary»", "7700000004"),
]
SHARES = [
    share(1, "OOO «Upland Holding»", "7700000002", "OOO «Kestrel»", "7700000001", 70),
    share(1, "OOO «Bay Capital»", "7700000003", "OOO «Kestrel»", "7700000001", 30, since="2021-05-05"),
    share(2, "Zorin Pavel Ilyich", "770000000011", "OOO «Upland Holding»", "7700000002", 80),
    share(2, "Nobody Inthe Papers", "770000000012", "OOO «Upland Holding»", "7700000002", 20),
    share(3, "Zorin Pavel Ilyich", "770000000011", "OOO «Bay Capital»", "7700000003", 40),
    share(4, "Zorin Pavel Ilyich", "770000000099", "OOO «Apiary»", "7700000004", 100),
]
ZORIN = person(
    "z", "Zorin Pavel", "Zorin Pavel Ilyich", spans=(place(PAPERS, "archive/memo.txt", "Zorin Pavel Ilyich"),)
)


def found(facts=(), shares=SHARES, people=(ZORIN,)):
    tables = {RecordKind.COMPANY: COMPANIES, RecordKind.SHARE: shares}
    case = view(PAPERS, tables, organizations=ORGS, persons=people, facts=tuple(facts))
    return {(f.body["owner"], f.body["asset"], f.body["share"]): f for f in ownership.analyse(case)}


def test_all_paths_with_shares_multiplied():
    chains = found()
    assert ("z", "OOO «Kestrel»", 56) in chains and ("z", "OOO «Kestrel»", 12) in chains
    path = chains["z", "OOO «Kestrel»", 56].body["path"]
    assert [(p["owner"], p["share"]) for p in path] == [("Zorin Pavel Ilyich", 80), ("OOO «Upland Holding»", 70)]
    assert chains["z", "OOO «Kestrel»", 12].body["since"] == "2021-05-05"


def test_owners_and_companies_that_no_paper_names_are_left_out():
    chains = found()
    # a fifth is less than a quarter, and the apiary's owner bears another number
    assert not any("Nobody" in str(owner) or "Apiary" in asset for owner, asset, _ in chains)


def test_a_paper_and_a_register_make_a_link_confirmed():
    fact = ShareFact(
        "Zorin Pavel Ilyich", "OOO «Upland Holding»", place(PAPERS, "mailbox/chart.txt", "Upland Holding"), "80"
    )
    chains = found([fact])
    assert chains["z", "OOO «Upland Holding»", 80].grade is Grade.CONFIRMED
    # the other link stands in the register alone
    assert chains["z", "OOO «Kestrel»", 56].grade is Grade.UNVERIFIED
    assert len([key for key in chains if key[1] == "OOO «Kestrel»"]) == 2


def test_an_owner_known_by_initials_alone_is_a_lead():
    brief = person("z", "Zorin P.I.", spans=(place(PAPERS, "archive/memo.txt", "Zorin"),))
    assert found(people=(brief,))["z", "OOO «Upland Holding»", 80].grade is Grade.POSSIBLE


def dated(since_above, until_above, since_below):
    return [
        share(1, "OOO «Upland Holding»", "7700000002", "OOO «Kestrel»", "7700000001", 60, since=since_below),
        {**share(2, "Zorin Pavel Ilyich", "770000000011", "OOO «Upland Holding»", "7700000002", 80, since=since_above),
         "until": until_above},
    ]  # fmt: skip


def test_an_owner_who_sold_before_the_next_one_bought_owned_nothing_through_it():
    assert ("z", "OOO «Kestrel»", 48) not in found(shares=dated("2015-01-01", "2018-05-05", "2020-01-01"))
    past = found(shares=dated("2015-01-01", "2021-05-05", "2020-01-01"))["z", "OOO «Kestrel»", 48]
    assert past.body["until"] == "2021-05-05" and "until 5 May 2021" in past.statement


def test_control_is_a_majority_at_each_link():
    chains = found()
    assert chains["z", "OOO «Kestrel»", 56].body["control"] is True
    assert chains["z", "OOO «Kestrel»", 12].body["control"] is False


def test_an_owner_of_a_quarter_whom_no_paper_names_is_told_by_the_name_of_the_register():
    shares = [*SHARES, share(3, "Quiet Owner Anna", "770000000013", "OOO «Bay Capital»", "7700000003", 60)]
    quiet = found(shares=shares)["Quiet Owner Anna", "OOO «Kestrel»", 18]
    assert [step["owner"] for step in quiet.body["path"]] == ["Quiet Owner Anna", "OOO «Bay Capital»"]


@pytest.mark.parametrize("owner", ["OOO «Kestrel»", "OOO «Upland Holding»"])
def test_circles_end(owner):
    numbers = {"OOO «Kestrel»": "7700000001", "OOO «Upland Holding»": "7700000002"}
    circle = [*SHARES, share(5, owner, numbers[owner], "OOO «Upland Holding»", "7700000002", 10)]
    assert ("z", "OOO «Kestrel»", 56) in found(shares=circle)


def test_a_register_that_counts_in_parts_of_one():
    parts = [{**row, "share": str(int(row["share"]) / 100)} for row in SHARES]
    assert ("z", "OOO «Kestrel»", 56) in found(shares=parts)
