"""Each check on invented sentences: those that are wrong, and clean ones that must stay clean."""

from __future__ import annotations

import pytest

from corrobora.claims.checks import REGISTRY
from corrobora.claims.context import CaseKnowledge, CitedPage, CitedRow, Held
from corrobora.claims.draft import sentences
from corrobora.mentions import find
from corrobora.model.entities import Organization, Person
from corrobora.model.facts import NameForm
from corrobora.model.findings import Finding, Grade
from corrobora.model.records import RecordRef

PAPER = (
    "Contract 7-K of 14 May 2023 between Orlan Trade LLC and Lotus Aviation Co., Ltd. "
    "The price is 585,000,000 US dollars. "
    "An advance of 40% is 234,000,000 US dollars. Delivery by 30 June 2024. Wang Jianguo signed."
)
ROW = {"name": ("WANG JIANGUO", "WANG JIANGUO"), "date": ("2023-03-09", "09.03.2023"), "number": ("CA909", "CA909")}


def _case(asked=("Orlan Trade LLC", "Lotus Aviation Co., Ltd", "Wang Jianguo")):
    wang = Person("person-1", "Wang Jianguo", (NameForm("WANG JIANGUO", "Latn", "passport"),), ())
    zhao = Person("person-2", "Zhao Tiezhu", (NameForm("ZHAO TIEZHU", "Latn", "passport"),), ())
    firm = Organization("organization-1", "Orlan Trade LLC", ("Orlan Trade LLC",), ("7701234567",))
    row = RecordRef("T", "flights.csv", 5, (("name", "WANG JIANGUO"),))
    refused = Finding(
        "match-1", "match", "No.", Grade.CONTRADICTED, (), (row,), {"person": "person-1", "disagrees": ["birth_date"]}
    )
    counted = Finding("series-1", "series", "60.", Grade.UNVERIFIED, (), (RecordRef("R", "recruits.csv", 1, ()),),
                      {"total": 60, "counts": {"2023-07": 9}, "minimum": 19, "maximum": 49, "median": 30})  # fmt: skip
    return CaseKnowledge((wang, zhao), (firm,), (refused, counted), asked)


def problems(text, *, page=True, row=None, asked=None):
    (sentence,) = sentences(text + " [doc: a.pdf p.1]" if page or row else text)
    pages = (CitedPage("a.pdf", 1, PAPER, tuple(find(PAPER)), (), "leak-a"),) if page else ()
    case = _case() if asked is None else _case(asked)
    held = Held(sentence, tuple(find(sentence.prose)), pages, (row,) if row else (), case)
    return {p.kind for entry in REGISTRY for p in entry.check(held)}


WRONG = [
    ("The contract of 15 May 2023 is on file.", "date"),
    ("On 15 May 2023 the two sides put their names to it.", "date"),
    ("The price is $595,000,000.", "number"),
    ("It costs 595 million dollars.", "number"),
    ("An advance of 40% of $585,000,000 comes to $243,000,000.", "arithmetic"),
    ("The firm got 800,000 rubles, about $20,000 at a rate of 80 rubles to the dollar.", "conversion"),
    ("Zhao Tiezhu signed the contract.", "name"),
    ("It has been confirmed beyond doubt that Wang Jianguo signed.", "overclaim"),
    ("The paper proves that Wang Jianguo signed.", "overclaim"),
    ("According to the contract, Northern Star LLC gave its consent.", "attribution"),
]

CLEAN = [
    "The contract of 14 May 2023 is on file.",
    "The price is $585,000,000.",
    "It costs 585 million dollars.",
    "An advance of 40% of $585,000,000 comes to $234,000,000.",
    "It costs nearly $590 million.",
    "Delivery was due by 30 June 2024.",
    "Wang Jianguo signed the contract.",
    "According to the contract, Orlan Trade LLC is a party.",
    "It could not be confirmed that Wang Jianguo signed.",
    "Nothing here has been independently confirmed.",
]


@pytest.mark.parametrize(("text", "kind"), WRONG)
def test_what_is_wrong_is_found(text, kind):
    assert kind in problems(text)


@pytest.mark.parametrize("text", CLEAN)
def test_a_clean_sentence_stays_clean(text):
    assert problems(text) == set()


def test_a_row_of_a_namesake_is_found():
    row = CitedRow("flights.csv", 5, ROW, "tickets")
    assert "identity" in problems("Wang Jianguo flew on CA909.", page=False, row=row)
    clean = CitedRow("flights.csv", 6, ROW, "tickets")
    assert problems("Wang Jianguo flew on CA909 on 9 March 2023.", page=False, row=clean) == set()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("60 people came, 9 of them in July 2023.", False),
        ("Sixty people came; the youngest was 19 and the oldest 49.", False),
        ("70 people came.", True),
        ("60 people came, 8 of them in July 2023.", True),
        ("The oldest was 51.", True),
        ("More than 50 people came.", False),
    ],
)
def test_people_are_counted_again(text, wrong):
    row = CitedRow("recruits.csv", 1, {"name": ("LI", "LI")}, "recruits")
    assert ("count" in problems(text, page=False, row=row)) is wrong


def test_whoever_is_accused_must_have_been_asked():
    assert "no_reply_sought" in problems("Orlan Trade LLC secretly paid for it.", asked=())
    assert "no_reply_sought" not in problems("Orlan Trade LLC secretly paid for it.")
    assert "no_reply_sought" not in problems("Orlan Trade LLC is a party to the contract.", asked=())


def test_a_claim_without_a_citation_is_found_and_a_remark_is_not():
    assert problems("Orlan Trade LLC got $585,000,000 in 2023.", page=False) == {"uncited"}
    assert problems("The story begins with a letter.", page=False) == set()
