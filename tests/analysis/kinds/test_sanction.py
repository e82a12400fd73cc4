from __future__ import annotations

from decimal import Decimal

from analysis.invented import person, place, view
from corrobora.analysis.kinds import sanction
from corrobora.model.entities import Organization
from corrobora.model.facts import MeetingFact, ShareFact, TradeFact
from corrobora.model.findings import Grade
from corrobora.model.money import Money
from corrobora.model.records import RecordKind

PAPERS = {
    "archive/invoice.txt": "Invoice 5 of 1 March 2024: seller OOO «Kestrel», buyer AO «Long Name Instrument Works»",
    "archive/memo.txt": "Zorin P.I. met partners on 2 May 2023. Petrov A.A. is the director; Sun Hao born 1980-01-02",
    "mailbox/chart.txt": "Zorin Pavel Ilyich | OOO «Kestrel» | 80",
}
LISTED = {"dataset": "lists.csv", "authority": "Office A", "program": "P-1"}
LISTINGS = [
    {**LISTED, "row": 1, "name": "Kestrel LLC", "schema": "Company", "inn": "7700000001", "since": "2024-02-01"},
    {**LISTED, "row": 2, "name": "Long Name Instrument Works", "schema": "Company", "since": "2024-06-01"},
    {**LISTED, "row": 3, "name": "Petrov Anton", "schema": "Person", "birth_date": "1949-01-01", "since": "2022-01-01"},
    {**LISTED, "row": 4, "name": "Pavel Zorin", "schema": "Person", "inn": "770000000011", "since": "2023-01-01"},
    {**LISTED, "row": 5, "name": "Sun Hao", "schema": "Person", "birth_date": "1980-01-02", "since": "2021-01-01"},
    {**LISTED, "row": 6, "name": "Sun Hao", "schema": "Person", "birth_date": "1985-01-02", "since": "2020-01-01"},
    {**LISTED, "row": 7, "name": "Kestrel", "schema": "Company", "inn": "5500000001", "since": "2019-01-01"},
]
COMPANIES = [{"dataset": "companies.csv", "row": 1, "name": "OOO «Kestrel»", "inn": "7700000001"}]
SHARES = [
    {
        "dataset": "companies.csv", "row": 1, "owner": "Zorin Pavel Ilyich", "owner_number": "770000000011",
        "asset": "OOO «Kestrel»", "asset_number": "7700000001", "share": "80",
    },
    {
        "dataset": "companies.csv", "row": 2, "owner": "Zorin Pavel Ilyich", "owner_number": "770000000099",
        "asset": "OOO «Apiary»", "asset_number": "7700000004", "share": "100",
    },
]  # fmt: skip


def found():
    at = {key: place(PAPERS, path, words) for key, path, words in (
        ("kestrel", "archive/invoice.txt", "Kestrel"), ("zorin", "archive/memo.txt", "Zorin P.I."),
        ("petrov", "archive/memo.txt", "Petrov A.A."), ("sun", "archive/memo.txt", "Sun Hao"),
        ("chart", "mailbox/chart.txt", "Zorin Pavel Ilyich"),
    )}  # fmt: skip
    facts = (
        TradeFact(
            "invoice", (at["kestrel"],), "5", "2024-03-01", "OOO «Kestrel»", "AO «Long Name Instrument Works»",
            total=Money(Decimal(5), "USD"), numbers=(("OOO «Kestrel»", "7700000001"),),
        ),
        MeetingFact((at["zorin"],), "2023-05-02", "Lake Town", ("Zorin P.I.",)),
        ShareFact("Zorin Pavel Ilyich", "OOO «Kestrel»", at["chart"], "80"),
    )  # fmt: skip
    people = (
        person("z", "Zorin Pavel", "Zorin Pavel Ilyich", "Zorin P.I.", spans=(at["zorin"],)),
        person("a", "Petrov Anton", "Petrov Anton Andreevich", "Petrov A.A.", spans=(at["petrov"],)),
        person("s", "Sun Hao", spans=(at["sun"],), birth_date="1980-01-02"),
    )
    tables = {RecordKind.LISTING: LISTINGS, RecordKind.COMPANY: COMPANIES, RecordKind.SHARE: SHARES}
    orgs = (Organization("o1", "OOO «Kestrel»", ("OOO «Kestrel»",), ("7700000001",)),)
    case = view(PAPERS, tables, facts=facts, persons=people, organizations=orgs)
    return {(f.body["target"], f.body["since"]): f for f in sanction.analyse(case)}


def test_the_right_listings_and_no_others():
    assert set(found()) == {
        ("OOO «Kestrel»", "2024-02-01"),
        ("AO «Long Name Instrument Works»", "2024-06-01"),
        ("z", "2023-01-01"),
        ("s", "2021-01-01"),
    }


def test_events_stand_before_or_after_the_listing():
    listings = found()
    exposure = {key: [(e["date"], e["before_listing"]) for e in f.body["exposure"]] for key, f in listings.items()}
    assert exposure["OOO «Kestrel»", "2024-02-01"] == [("2024-03-01", False)]
    assert exposure["AO «Long Name Instrument Works»", "2024-06-01"] == [("2024-03-01", True)]
    assert exposure["z", "2023-01-01"] == [("2023-05-02", False)]


def test_a_name_alone_carries_less_than_a_number():
    listings = found()
    assert listings["OOO «Kestrel»", "2024-02-01"].grade is Grade.CONFIRMED
    assert listings["AO «Long Name Instrument Works»", "2024-06-01"].grade is not Grade.CONFIRMED
    assert listings["s", "2021-01-01"].grade is Grade.PROBABLE
