"""One bearer with two names: what is said, on what, and what is not."""

from __future__ import annotations

from analysis.invented import place, view
from corrobora.analysis.kinds.alias import analyse
from corrobora.model.entities import Organization
from corrobora.model.facts import AliasFact
from corrobora.model.findings import Grade
from corrobora.model.records import RecordKind

PAPERS = {
    "archive/a.txt": "ООО «Янтарный мыс» (далее — «Покупатель», Amber Cape LLC)",
    "archive/b.txt": "изделие «Филин-2» (экспортное обозначение Owl-2E)",
    "archive/c.txt": "20 pieces of OWL-2E",
}
SAID = AliasFact("ООО «Янтарный мыс»", "Amber Cape LLC", (place(PAPERS, "archive/a.txt", PAPERS["archive/a.txt"]),))
ROLE = AliasFact("ООО «Янтарный мыс»", "Покупатель", SAID.spans, binds="document", role="buyer")
BODY = Organization("o", "ООО «Янтарный мыс»", ("ООО «Янтарный мыс»", "Amber Cape LLC"), ("7701234567",), SAID.spans)


def test_a_definition_is_quoted_and_a_role_is_no_name():
    (found,) = analyse(view(PAPERS, facts=(SAID, ROLE), organizations=(BODY,)))
    assert found.grade is Grade.UNVERIFIED and found.pages[0].quote == PAPERS["archive/a.txt"]
    assert found.body["names"] == ["ООО «Янтарный мыс»", "Amber Cape LLC"] and found.body["one_bearer"]


def test_a_register_that_says_the_same_is_a_second_origin():
    row = {
        "dataset": "register.csv",
        "row": 7,
        "name": "ООО «ЯНТАРНЫЙ МЫС»",
        "names": "Amber Cape LLC",
        "inn": "7701234567",
    }
    (found,) = analyse(view(PAPERS, {RecordKind.COMPANY: [row]}, facts=(SAID,), organizations=(BODY,)))
    assert found.grade is Grade.CONFIRMED and found.rows[0].row == 7


def test_a_list_adds_the_names_that_no_paper_uses():
    row = {
        "dataset": "list.csv",
        "row": 3,
        "name": "Yantar Logistics LLC",
        "names": "Amber Cape LLC",
        "inn": "7701234567",
    }
    told, listed = analyse(view(PAPERS, {RecordKind.LISTING: [row]}, facts=(SAID,), organizations=(BODY,)))
    assert told.body["how"] == "defined" and listed.body["how"] == "listed"
    assert "Yantar Logistics LLC" in listed.statement and listed.rows[0].row == 3


def test_a_short_name_of_two_firms_is_a_lead_that_decides_nothing():
    words = {"archive/a.txt": "ООО «Заря-Юг» (далее — «Заря») и ООО «Заря-Север» (далее — «Заря»)"}
    facts = tuple(
        AliasFact(name, "Заря", (place(words, "archive/a.txt", f"{name} (далее — «Заря»)"),))
        for name in ("ООО «Заря-Юг»", "ООО «Заря-Север»")
    )
    found = list(analyse(view(words, facts=facts)))
    assert {one.grade for one in found} == {Grade.POSSIBLE} and not any(one.body["one_bearer"] for one in found)


def test_one_thing_with_two_names_is_shown():
    fact = AliasFact("Филин-2", "Owl-2E", (place(PAPERS, "archive/b.txt", PAPERS["archive/b.txt"]),), schema="Product")
    (found,) = analyse(view(PAPERS, facts=(fact,)))
    assert found.body["schema"] == "Product" and "Owl-2E is another name of Филин-2" in found.statement
    assert found.body["documents"] == {"Филин-2": ["archive/b.txt"], "Owl-2E": ["archive/b.txt", "archive/c.txt"]}
