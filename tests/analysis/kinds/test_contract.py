from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from analysis.invented import place, view
from corrobora.analysis.kinds import contract
from corrobora.analysis.terms import number_key
from corrobora.model.facts import ContractFact, ContractItem, ContractPayment, DeliveryTerm, RateFact
from corrobora.model.findings import Grade
from corrobora.model.money import Money

PAPERS = {
    "archive/v1.txt": "Draft 1 of contract K-7/24, total 900",
    "archive/v2.txt": "Draft 2 of contract K-7/24, total 1000",
    "archive/note.txt": "Contract K-7/24 was signed on 5 June 2024 for 1000",
    "mailbox/other.txt": "contract ZZ-1 of 2023 is mentioned here, code name Heron",
}


def usd(amount):
    return Money(Decimal(amount), "USD")


def draft(version, quantity, total):
    at = place(PAPERS, f"archive/v{version}.txt", "K-7/24")
    return ContractFact(
        (at,), number="K-7/24", parties=("North Works", "East Bureau"), status="draft", total=usd(total),
        items=(ContractItem("boat", str(quantity), usd(100), usd(quantity * 100), at),),
        payments=(ContractPayment("40", None, "2024-08", at), ContractPayment("60", usd(total * 60 // 100),
        "2025-03-31", at)), deliveries=(
            DeliveryTerm(at, "boat", "first_payment", latest_months=6),
            DeliveryTerm(at, None, "first_payment", earliest_months=6, complete=True),
        ),
        version=version, version_date=f"2024-0{version}-01",
    )  # fmt: skip


def note(**more):
    return ContractFact((place(PAPERS, "archive/note.txt", "K-7/24"),), number="К-7/24", status="reported", **more)


def found(*facts):
    return {f.body["status"]: f for f in contract.analyse(view(PAPERS, facts=facts))}


def test_the_latest_draft_gives_terms_and_dates():
    body = found(draft(1, 9, 900), draft(2, 10, 1000))["draft"].body
    assert body["total"] == {"amount": "1000", "currency": "USD"}
    (boat,) = body["items"]
    assert (boat["description"], boat["quantity"]) == ("boat", 10)
    assert boat["unit_price"] == {"amount": "100", "currency": "USD"}
    assert "unit_price_is" not in boat
    assert body["payments"][0] == {"share": 40, "amount": {"amount": "400", "currency": "USD"}, "due": "2024-08-31"}
    assert body["deliveries"] == [{"item": "boat", "earliest": None, "latest": "2025-02-28"}]
    assert body["complete_not_before"] == "2025-02-28"
    assert all(check["ok"] for check in body["arithmetic"]) and len(body["arithmetic"]) == 4


def test_a_note_signs_the_draft_it_fits():
    by_status = found(draft(1, 9, 900), draft(2, 10, 1000), note(signed="2024-06-05", total=usd(900)))
    assert set(by_status) == {"signed", "draft"}
    assert by_status["signed"].body["signed"] == "2024-06-05"
    assert by_status["signed"].body["items"][0]["quantity"] == 9
    assert by_status["draft"].body["signed"] is None and by_status["draft"].body["items"][0]["quantity"] == 10


def test_a_contract_known_from_a_note_alone_is_reported():
    only = found(note(signed="2024-06-05"))["reported"]
    assert only.grade is Grade.UNVERIFIED and only.body["items"] == []
    assert "is reported as signed on 5 June 2024" in only.statement


def test_a_code_name_joins_and_a_shared_one_does_not():
    coded = ContractFact((place(PAPERS, "mailbox/other.txt", "Heron"),), codename="Heron", status="reported")
    one = replace(draft(1, 9, 900), codename="HERON")
    assert len(found(one, coded)) == 1
    other = replace(draft(2, 10, 1000), number="K-8/24", codename="Heron")
    views = list(contract.analyse(view(PAPERS, facts=(one, other, coded))))
    assert len(views) == 3


def test_a_wrong_sum_is_shown_with_both_figures():
    bad = replace(draft(1, 9, 900), status="signed", total=usd(950))
    checks = {c["check"]: c for c in found(bad)["signed"].body["arithmetic"]}
    assert checks["total"] == {"check": "total", "stated": "950", "computed": "900", "ok": False}


@pytest.mark.parametrize("text", ["№ 15-К/24", "15 - K / 24", "no. 15-k/24"])
def test_numbers_written_apart_are_one(text):
    assert number_key(text) == "15k24"


def test_a_number_read_without_its_beginning_is_the_same_contract():
    cut = replace(note(signed="2024-06-05"), number="7/24X")
    whole = replace(note(signed="2024-06-05"), number="K-7/24X")
    assert len(list(contract.analyse(view(PAPERS, facts=(cut, whole))))) == 1
    other = replace(whole, signed="2023-01-01")
    assert len(list(contract.analyse(view(PAPERS, facts=(cut, other))))) == 2


def test_a_price_by_the_piece_in_two_currencies_with_the_rate_its_day_and_source():
    plain = draft(2, 10, 1000)
    bare = replace(plain, items=tuple(replace(item, unit_price=None) for item in plain.items))
    (boat,) = found(bare)["draft"].body["items"]
    assert (boat["unit_price"], boat["unit_price_is"]) == ({"amount": "100", "currency": "USD"}, "total / quantity")
    second = boat["unit_price_in"]
    # the draft of 1 February 2024: the ECB gave 1.0814 dollars for a euro
    assert (second["currency"], second["amount"], second["rate_day"]) == ("EUR", "92.47", "2024-02-01")
    assert second["rate_source"].startswith("ECB")


def test_a_rate_that_a_paper_states_is_cited():
    papers = PAPERS | {"archive/v2.txt": "Draft 2 of contract K-7/24, total 1000; 1 USD = 90 RUB"}
    rate = RateFact("USD", "RUB", "90", place(papers, "archive/v2.txt", "1 USD = 90 RUB"))
    at = place(papers, "archive/v2.txt", "K-7/24")
    own = replace(draft(2, 10, 1000), spans=(at,))
    (finding,) = [f for f in contract.analyse(view(papers, facts=(own, rate))) if f.body["status"] == "draft"]
    assert finding.body["items"][0]["unit_price_in"]["amount"] == "9000"
    assert "1 USD = 90 RUB" in [ref.quote for ref in finding.pages]
