"""Supply, sector mismatch, record links and court cases on one invented trade."""

from __future__ import annotations

from decimal import Decimal

from analysis.invented import place, view
from corrobora.analysis.kinds import court_case, record_link, sector_mismatch, supply
from corrobora.model.facts import ContractFact, TradeFact, TradeLine
from corrobora.model.findings import Grade
from corrobora.model.money import Money
from corrobora.model.records import RecordKind

PAPERS = {
    "mailbox/invoice.txt": "Invoice HX-5 of Harbour Aero Co., Ltd to Sea Produce LLC: QX-140 unmanned aircraft, QX-60",
    "mailbox/resale.txt": "Bill 88 of Sea Produce LLC to Lake Instrument Works: item QX-140 7, item QX-60 2",
    "mailbox/order.txt": "Payment 311 of Sky Catering to Aerial Plant for drone «Kite-10», 100 pieces, for unit 71999",
    "mailbox/bank.txt": "Fish Port LLC paid for frozen cod",
    "archive/contract.txt": "Contract 5 of North Works and Bureau of Foreign Equipment Supply",
}
COMPANIES = [
    {"name": "Sea Produce LLC", "inn": "2500000001", "activity_code": "46.38.1", "activity": "wholesale of fish"},
    {"name": "Lake Instrument Works", "inn": "1800000001", "activity_code": "26.51", "activity": "instruments"},
    {"name": "Sky Catering", "inn": "2700000001", "activity_code": "56.29", "activity": "catering"},
    {"name": "Aerial Plant", "inn": "2700000002", "activity_code": "30.30", "activity": "aircraft"},
    {"name": "North Works", "inn": "6200000001", "activity_code": "33.16"},
]
SHIPMENTS = [
    {
        "sender": "HARBOUR AERO CO LTD",
        "receiver": "Sea Produce LLC",
        "receiver_number": "2500000001",
        "description": "unmanned aircraft model QX-140",
        "quantity": "7",
        "value": "700",
        "currency": "USD",
        "date": "2024-05-01",
    },
    {
        "sender": "Toy Town Ltd",
        "receiver": "Sea Produce LLC",
        "receiver_number": "2500000001",
        "description": "electric motors",
        "quantity": "7",
        "value": "300",
        "currency": "USD",
        "date": "2024-05-01",
    },
    {
        "sender": "North Works",
        "receiver": "Бюро внешнего оснащения и поставок",
        "description": "technical papers",
        "quantity": "1",
        "value": "50",
        "currency": "USD",
        "date": "2024-04-01",
    },
]
CASES = [
    {
        "case": "A-1/2023",
        "date": "2023-01-01",
        "plaintiff": "X",
        "defendant": "Sea Produce LLC",
        "defendant_number": "2500000001",
    },
    {
        "case": "A-2/2023",
        "date": "2023-01-01",
        "plaintiff": "X",
        "defendant": "Sea Produce LLC",
        "defendant_number": "9900000001",
    },
    {"case": "A-3/2023", "date": "2023-01-01", "plaintiff": "Y", "defendant": "Z"},
]


def usd(amount):
    return Money(Decimal(amount), "USD")


def line(path, description, quantity, total=None):
    at = place(PAPERS, path, description)
    return TradeLine(description, at, str(quantity), None, usd(total) if total else None)


def facts():
    sea, lake, harbour = "Sea Produce LLC", "Lake Instrument Works", "Harbour Aero Co., Ltd"
    return (
        TradeFact(
            "invoice",
            (place(PAPERS, "mailbox/invoice.txt", "HX-5"),),
            "HX-5",
            "2024-04-10",
            harbour,
            sea,
            lines=(
                line("mailbox/invoice.txt", "QX-140 unmanned aircraft", 7, 700),
                line("mailbox/invoice.txt", "QX-60", 2, 100),
            ),
            total=usd(800),
            numbers=((sea, "2500000001"),),
        ),
        TradeFact(
            "payment",
            (place(PAPERS, "mailbox/invoice.txt", "HX-5"),),
            "418",
            "2024-04-20",
            harbour,
            sea,
            reference="HX-5",
        ),
        TradeFact(
            "invoice",
            (place(PAPERS, "mailbox/resale.txt", "88"),),
            "88",
            "2024-05-20",
            sea,
            lake,
            lines=(line("mailbox/resale.txt", "item QX-140", 7), line("mailbox/resale.txt", "item QX-60", 2)),
            total=Money(Decimal(90000), "RUB"),
        ),
        TradeFact(
            "payment",
            (place(PAPERS, "mailbox/order.txt", "311"),),
            "311",
            "2024-08-25",
            "Aerial Plant",
            "Sky Catering",
            "unit 71999",
            lines=(line("mailbox/order.txt", "drone «Kite-10»", 100),),
            total=Money(Decimal(8000), "RUB"),
        ),
        TradeFact(
            "payment", (place(PAPERS, "mailbox/bank.txt", "Fish Port LLC"),), "1", "2024-05-05", "Fish Port LLC", sea
        ),
        ContractFact(
            (place(PAPERS, "archive/contract.txt", "Contract 5"),),
            number="5",
            parties=("North Works", "Bureau of Foreign Equipment Supply"),
            status="draft",
        ),
    )


def case():
    numbered = {
        RecordKind.COMPANY: [{"dataset": "companies.csv", "row": n, **row} for n, row in enumerate(COMPANIES, 1)],
        RecordKind.SHIPMENT: [{"dataset": "customs.csv", "row": n, **row} for n, row in enumerate(SHIPMENTS, 1)],
        RecordKind.CASE: [{"dataset": "courts.csv", "row": n, **row} for n, row in enumerate(CASES, 1)],
    }
    return view(PAPERS, numbered, facts=facts())


def chains():
    return {f.body["supplier"]: f for f in supply.analyse(case())}


def test_goods_bought_and_sold_on_are_one_chain():
    found = chains()["Harbour Aero Co., Ltd"]
    body = found.body
    assert (body["intermediaries"], body["receiver"]) == (["Sea Produce LLC"], "Lake Instrument Works")
    assert (body["quantity"], body["value"], body["date"]) == (9, {"amount": "800", "currency": "USD"}, "2024-04-10")
    assert [len(deal["papers"]) for deal in body["deals"]] == [2, 1]


def test_the_customs_row_of_the_same_goods_is_joined_and_another_is_not():
    found = chains()["Harbour Aero Co., Ltd"]
    assert [row.row for row in found.rows] == [1]
    assert found.grade is Grade.CONFIRMED


def test_a_named_end_user_makes_the_buyer_an_intermediary():
    body = chains()["Aerial Plant"].body
    assert (body["intermediaries"], body["receiver"], body["quantity"]) == (["Sky Catering"], "unit 71999", 100)


def test_a_payment_without_goods_is_no_supply():
    assert "Fish Port LLC" not in chains()


def test_a_customs_row_between_contract_parties_stands_alone_even_in_another_language():
    found = chains()["North Works"]
    assert found.body["receiver"] == "Bureau of Foreign Equipment Supply" and found.rows[0].row == 3
    assert found.grade is Grade.UNVERIFIED
    assert len(chains()) == 3


def test_who_trades_what_it_is_not_registered_for():
    known = case()
    known = known.having(tuple(supply.analyse(known)))
    companies = {f.body["company"]: f for f in sector_mismatch.analyse(known)}
    assert set(companies) == {"Sea Produce LLC", "Sky Catering"}
    assert companies["Sea Produce LLC"].body["registered_activity"] == ["46.38.1", "wholesale of fish"]
    links = list(record_link.analyse(known))
    assert {link.body["finding"] for link in links} == {f.id for f in known.findings}


def test_a_further_activity_that_fits_ends_the_matter():
    tables = {
        RecordKind.COMPANY: [
            {"dataset": "c", "row": 1, **COMPANIES[0], "extra_activities": "46.69; 56.10"},
            {"dataset": "c", "row": 2, **COMPANIES[2]},
        ]
    }
    found = sector_mismatch.analyse(view(PAPERS, tables, facts=facts()))
    assert [f.body["company"] for f in found] == ["Sky Catering"]


def test_court_cases_by_number_and_not_by_a_namesakes():
    assert [f.body["case"] for f in court_case.analyse(case())] == ["A-1/2023"]
