"""Considered against ordered, late contracts, a supplier swapped for another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.invented import place, view
from corrobora.analysis.kinds import considered, late_contract, supplier_swap
from corrobora.model.facts import ContractFact, ContractItem, DeliveryTerm
from corrobora.model.findings import Grade

SAME = (
    "The Seller shall hand over the goods at the Buyer's northern warehouse against a signed act of acceptance.",
    "The Buyer's crew shall be trained for six weeks on two machines before the first delivery of spare parts.",
    "Claims about hidden faults may be made within eleven months after the act of acceptance has been signed.",
)
OTHER = (
    "Prices are understood free carrier at the seaport of loading, packing and marking of the goods included there.",
    "Disputes that the parties cannot settle by talks go to the chamber of arbitration named in the second annex.",
    "Neither party answers for what storm, war or an embargo of its government keeps it from doing in due time.",
)


def text(number, supplier, passages):
    return f"Contract {number}\n{supplier}\n" + "\n".join(passages) + "\npump QX-140"


def contract(papers, document, number, supplier, signed="2023-02-01", goods="pump QX-140", **more):
    at = place(papers, document, number)
    items = (ContractItem(goods, "10", None, None, place(papers, document, "QX-140")),)
    given = {"status": "signed", "signed": signed, "items": items, **more}
    return ContractFact((at,), number=number, parties=(supplier, "Harbour Bureau"), **given)


def swapped(passages, second="South Works", **more):
    papers = {"archive/a.txt": text("A-11/23", "North Works", SAME), "archive/b.txt": text("B-22/24", second, passages)}
    facts = (
        contract(papers, "archive/a.txt", "A-11/23", "North Works"),
        contract(papers, "archive/b.txt", "B-22/24", second, "2024-02-01", **more),
    )
    return list(supplier_swap.analyse(view(papers, facts=facts)))


def test_a_contract_that_echoes_another_suppliers_is_a_lead_with_the_passages():
    (found,) = swapped([passage.replace("six weeks", "five weeks") for passage in SAME])
    assert found.grade is Grade.POSSIBLE and found.body["days"] == 365
    assert found.body["passages"][1]["second"] == SAME[1].replace("six weeks", "five weeks")
    assert {page.document for page in found.pages} == {"archive/a.txt", "archive/b.txt"}


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(swapped(OTHER), id="other words"),
        pytest.param(swapped(SAME, second="North Works"), id="the same supplier"),
        pytest.param(swapped(SAME, goods="boat"), id="other goods"),
        pytest.param(swapped((*SAME[:1], *OTHER)), id="one clause of a form"),
        pytest.param(swapped(SAME, status="draft"), id="a draft"),
    ],
)
def test_contracts_that_are_no_echo_say_nothing(found):
    assert found == []


PAPERS = {
    "archive/v1.txt": "Draft 1 of K-7/24: 9 pumps QX-140 and 4 cranes CR-9",
    "archive/v2.txt": "Draft 2 of K-7/24: 6 pumps QX-140 and 4 cranes CR-9",
    "archive/signed.txt": "K-7/24, signed: 6 pumps QX-140 and 2 lamps LM-3",
}


def version(document, status, *items, **more):
    goods = tuple(
        ContractItem(name, str(n), None, None, place(PAPERS, document, name.split()[-1])) for name, n in items
    )
    return ContractFact((place(PAPERS, document, "K-7/24"),), number="K-7/24", status=status, items=goods, **more)


V1 = version("archive/v1.txt", "draft", ("pumps QX-140", 9), ("cranes CR-9", 4), version=1)
V2 = version("archive/v2.txt", "draft", ("pumps QX-140", 6), ("cranes CR-9", 4), version=2)
SIGNED = version("archive/signed.txt", "signed", ("pumps QX-140", 6), ("lamps LM-3", 2), signed="2024-06-05")


def changes(*facts):
    return [f.body["changes"] for f in considered.analyse(view(PAPERS, facts=facts))]


def test_quantities_that_changed_and_goods_dropped_or_added_are_told_in_order():
    assert changes(SIGNED, V2, V1) == [
        [{"item": "pumps QX-140", "first": "9", "second": "6"}],
        [{"item": "cranes CR-9", "first": "4", "second": "0"}, {"item": "lamps LM-3", "first": "0", "second": "2"}],
    ]


def test_the_same_order_or_drafts_without_an_order_say_nothing():
    assert changes(V2, replace(V2, version=3)) == []
    assert changes(replace(V1, version=None), replace(V2, version=None)) == []
    # two papers without any line in common may be about two orders
    assert changes(V1, replace(SIGNED, items=SIGNED.items[1:])) == []


LATE = {
    "en": "Delivery under contract K-7/24 is overdue.",
    "ru": "По контракту № K-7/24 поставка просрочена.",
    "uk": "За договором № K-7/24 постачання затримано.",
    "zh": "合同 K-7/24 尚未交付。",
}
FINE = (
    "Delivery under contract K-7/24 went without delay.",
    "По контракту № K-7/24 поставка не просрочена.",
    "Contract K-7/24 is done. The report is overdue.",
    "Contract K-7/24 is done, contract Z-9/22 is overdue.",
    "合同 K-7/24 未逾期。",
)


def late(sentence, told="2024-06-01"):
    papers = {"archive/c.txt": "K-7/24 to be delivered by 2024-03-31", "mailbox/n.txt": sentence}
    end = DeliveryTerm(place(papers, "archive/c.txt", "2024-03-31"), latest="2024-03-31")
    signed = ContractFact(
        (place(papers, "archive/c.txt", "K-7/24"),), number="K-7/24", parties=("North Works",), status="signed",
        signed="2023-01-10", deliveries=(end,),
    )  # fmt: skip
    note = ContractFact((place(papers, "mailbox/n.txt", "K-7/24"),), number="K-7/24", signed=told)
    other = replace(note, number="Z-9/22", signed=None)
    return list(late_contract.analyse(view(papers, facts=(signed, note, other))))


@pytest.mark.parametrize("sentence", LATE.values(), ids=LATE)
def test_a_later_paper_that_calls_it_late_makes_it_late(sentence):
    (found,) = late(sentence)
    assert (found.body["due"], found.body["late_days"], found.body["debtor"]) == ("2024-03-31", 62, "North Works")
    assert sentence.rstrip(".。") in {page.quote for page in found.pages}


@pytest.mark.parametrize("sentence", FINE)
def test_a_paper_that_does_not_say_so_of_this_contract_says_nothing(sentence):
    assert late(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "reasons", "complaints"),
    [
        ("Delivery under contract K-7/24 is overdue due to a lack of engines.", 1, 0),
        ("По контракту № K-7/24 поставка просрочена из-за нехватки двигателей; заказчик направил претензию.", 1, 1),
        ("За договором № K-7/24 постачання затримано у зв'язку з браком двигунів.", 1, 0),
        ("合同 K-7/24 由于缺少发动机尚未交付。", 1, 0),
        ("Delivery under contract K-7/24 is overdue. The canteen closed because of snow.", 0, 0),
    ],
)
def test_reasons_and_complaints_are_quoted(sentence, reasons, complaints):
    (found,) = late(sentence)
    assert (len(found.body["reasons"]), len(found.body["complaints"])) == (reasons, complaints)


def test_a_paper_of_before_the_end_says_nothing():
    assert late(LATE["en"], told="2024-03-01") == []
