"""Distances in time, rates of the day, numbers told twice, views and plans told as facts, spellings."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrobora.claims.checks import REGISTRY
from corrobora.claims.citations import Citation, cited, shelf
from corrobora.claims.context import CaseKnowledge, CitedPage, CitedRow, Held
from corrobora.claims.draft import sentences
from corrobora.claims.figures import value
from corrobora.mentions import find
from corrobora.model.entities import Person
from corrobora.model.facts import NameForm

PAGE = (
    "On 3 May 2023 the bureau agreed to pay 90,000,000 euros. "
    "In the expert's opinion the repair costs 7,250,000 euros. "
    "The works has a capacity of 800 engines a year. Delivery of 45 engines is planned for 12 June 2024. "
    "The director said: the engines were never meant for anybody but the customer named above."
)
PEOPLE = (Person("person-1", "Wang Jianguo", (NameForm("WANG JIANGUO", "Latn", "passport"),), ()),)


def problems(draft, *, page=PAGE, rows=()):
    cut = tuple(sentences(draft))
    case = CaseKnowledge(PEOPLE, (), (), ("Wang Jianguo",))
    pages = (CitedPage("a.pdf", 1, page, tuple(find(page)), (), "leak-a"),) if page else ()
    sentence = cut[-1]
    cited_sentence = dataclasses.replace(sentence, citations=(Citation("a.pdf", 1),))
    held = Held(cited_sentence, tuple(find(sentence.prose)), pages, rows, case, before=cut[:-1])
    return {(p.kind) for entry in REGISTRY for p in entry.check(held)}


def _row(name, day):
    return CitedRow("t.csv", 1, {"name": (name, name), "date": (day, day)}, "t")


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        ("It was agreed on 3 May 2023; delivery followed on 12 June 2024, about thirteen months later.", False),
        ("It was agreed on 3 May 2023; delivery followed on 12 June 2024, about seven months later.", True),
        ("Між 3 травня 2023 року і 12 червня 2024 року минуло, через тринадцять місяців потому.", False),
        ("Договорились 3 мая 2023 года, а 12 июня 2024 года, через семь месяцев после этого, привезли.", True),
        ("2023年5月3日商定，2024年6月12日即七个月后交货。", True),
        ("2023年5月3日商定，2024年6月12日即约13个月后交货。", False),
        ("It was agreed on 3 May 2023 for a term of two years.", False),
        ("From 3 May 2023 to 12 June 2024, more than a year after, nothing happened.", False),
    ],
)
def test_distances_in_time(draft, wrong):
    assert ("date" in problems(draft)) is wrong


@pytest.mark.parametrize(("days", "wrong"), [("1 day", False), ("one day", False), ("five days", True)])
def test_distances_between_rows(days, wrong):
    rows = (_row("WANG JIANGUO", "2023-03-09"), _row("WANG JIANGUO", "2023-03-10"))
    assert ("date" in problems(f"Wang Jianguo enlisted {days} after arriving.", page="", rows=rows)) is wrong


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        ("On 3 May 2023 the bureau agreed to pay €90 million (about $99 million).", False),
        ("On 3 May 2023 the bureau agreed to pay €90 million (about $120 million).", True),
        ("3 мая 2023 года бюро обещало 90 млн евро, то есть около 120 млн долларов.", True),
        ("2023年5月3日该局同意支付9000万欧元，约合9900万美元。", False),
        ("In 2023 the bureau agreed to pay €90 million.", False),
    ],
)
def test_conversions_at_the_rate_of_the_day(draft, wrong):
    assert ("conversion" in problems(draft)) is wrong


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        ("Four dozen recruits came. The 40 recruits left.", True),
        ("Four dozen recruits came. The 48 recruits left.", False),
        ("About 40 recruits came. The 42 recruits left.", False),
        ("60 recruits came. The 9 recruits of the last day left.", False),
        ("Приїхали сорок новобранців. Усі 48 новобранців поїхали.", True),
        ("Most of them, 3 of 10, left.", True),
        ("Most of them, 7 of 10, left.", False),
        ("12 of 10 left.", True),
    ],
)
def test_numbers_told_twice(draft, wrong):
    assert ("count" in problems(draft)) is wrong


@pytest.mark.parametrize(
    ("draft", "kind"),
    [
        ("The repair cost €7,250,000.", "overclaim"),
        ("An expert put the repair at €7,250,000.", None),
        ("45 engines were delivered on 12 June 2024.", "overclaim"),
        ("Delivery was planned for 12 June 2024.", None),
        ("The works sold 800 engines.", "overclaim"),
        ("The works has a capacity of 800 engines.", None),
        ("“The engines were never meant for anybody but the customer”, the director says.", None),
        ("“The engines were meant for anybody who paid the price”, the director says.", "attribution"),
        ("The “Quiet Visits” file holds a letter.", None),
    ],
)
def test_how_the_page_puts_it(draft, kind):
    assert problems(draft) == ({kind} if kind else set())


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        ("The works can make 800 engines a year.", False),
        ("The works can make 900 engines a year.", True),
        ("Завод может делать 900 двигателей в год.", True),
        ("The works can make more than 700 engines a year.", False),
        ("They waited 19 days.", False),
        ("It happened on 12 June 2024.", False),
    ],
)
def test_numbers_of_things(draft, wrong):
    assert ("number" in problems(draft)) is wrong


def test_a_name_keeps_its_spelling():
    assert "name" in problems("Wang Jianguo paid. Then Wang Jiangou left.", page="")
    assert "name" not in problems("Wang Jianguo paid. Then Wang Jianmin left.", page="")
    assert "name" not in problems("Wang Jianguo paid. Then Jianguo Wang left.", page="")


@given(st.integers(1, 9999))
def test_chinese_figures_are_read_back(number):
    digits, units = "零一二三四五六七八九", ["", "十", "百", "千"]
    text = "".join(digits[int(d)] + units[len(str(number)) - 1 - at] for at, d in enumerate(str(number)) if d != "0")
    assert value(text) == number


def test_citations_in_other_forms():
    held = shelf(["letters/a b.pdf", "x/one.txt", "y/one.txt"], ["t/flights.csv"])
    assert cited("See a b.pdf, p. 3.", held) == [Citation("letters/a b.pdf", 3)]
    assert cited("flights.csv, строка 12", held) == [Citation(dataset="t/flights.csv", row=12)]
    assert cited("[x](http://h/documents/letters%2Fa%20b.pdf?page=2)", held) == [Citation("letters/a b.pdf", 2)]
    assert cited("[x](/records?dataset=t/flights.csv&row=7)", held) == [Citation(dataset="t/flights.csv", row=7)]
    # one name, two papers: neither is meant for certain
    assert cited("one.txt, p. 1", held) == []
    assert cited("[x](https://example.org/about?page=1)", held) == []
