"""Venues, plans, capacities, convergence, missing values, testimony, omissions, paths of payments."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from analysis.invented import mentions, person, place, view
from analysis.kinds.test_sequences import letter
from corrobora.analysis.kinds import (
    capacity,
    contract,
    convergence,
    not_stated,
    omission,
    payment_path,
    plan,
    testimony,
    venue,
)
from corrobora.model.entities import Organization, Visit
from corrobora.model.facts import ContractFact, Modality, Span, TradeFact, TradeLine
from corrobora.model.findings import Finding, Grade
from corrobora.model.mention import Mention, MentionType
from corrobora.model.money import Money
from corrobora.model.records import RecordKind

PLANT = Organization("o1", "АО «Северный мотор»", ("АО «Северный мотор»", "Severny Motor JSC", "北方发动机公司"))


def case(papers, *facts, **more):
    rest = tuple(letter(papers, path) for path in papers if path not in {f.spans[0].document for f in facts})
    more.setdefault("mentions", mentions(papers))
    return view(papers, facts=(*facts, *rest), organizations=(PLANT,), **more)


def named(papers, kind, *words):
    return tuple(
        Mention(text.index(word), text.index(word) + len(word), kind, word, word, document=document)
        for document, text in papers.items() for word in words if word in text
    )  # fmt: skip


# ---- venues


def test_venues_of_a_programme_with_those_its_lines_name():
    text = (
        "Programme of the visit from 03.05.2023 to 06.05.2023\n03.05.2023 | arrival | Airport\n"
        "04.05.2023 10:00 | talks | Severny Motor JSC | Li Wen\n09.05.2023 | holiday | Severny Motor JSC"
    )
    papers = {"archive/p.txt": text}
    li = person("p1", "Li Wen", spans=(place(papers, "archive/p.txt", "Li Wen"),))
    stay = Visit("v", None, ("Tula",), "2023-05-03", "2023-05-06", ("p1",), documents=("archive/p.txt",))
    known = mentions(papers, ("Airport",)) + named(papers, MentionType.ORG, "Severny Motor JSC")
    known += named(papers, MentionType.PER, "Li Wen")
    fact = letter(papers, "archive/p.txt", type="programme")
    (found,) = venue.analyse(case(papers, fact, persons=(li,), visits=(stay,), mentions=known))
    assert found.body["stops"] == [
        {"date": "2023-05-03", "place": "Airport", "named": []},
        {"date": "2023-05-04", "place": "АО «Северный мотор»", "named": ["p1"]},
    ]
    assert "was" not in found.statement.split("venues")[0] or found.grade is Grade.UNVERIFIED


# ---- capacity


def sold(papers, on, pieces):
    at = Span("mailbox/i.txt", 1, 0, 7, papers["mailbox/i.txt"][:7])
    lines = (TradeLine("motor СМ-500", at, pieces),)
    return TradeFact("invoice", (at,), f"i{on}", on, "Severny Motor JSC", "ООО «Покупатель»", lines=lines)


@pytest.mark.parametrize(
    ("claim", "bucket", "stated"),
    [
        ("Мощность АО «Северный мотор» — 10 000 шт. в месяц.", "month", "10000"),
        ("Severny Motor JSC has a capacity of 10,000 pieces a month.", "month", "10000"),
        ("北方发动机公司产能为每月10000台。", "month", "10000"),
        ("Потужність АО «Северный мотор» — 10 000 шт. на місяць.", "month", "10000"),
        ("Мощность АО «Северный мотор» — 10 000 шт. в год.", None, None),
        ("Мощность ООО «Южный мотор» — 10 000 шт. в месяц.", None, None),
        ("АО «Северный мотор» отгрузил 10 000 шт. в месяц.", None, None),
    ],
)
def test_a_claimed_capacity_stands_beside_the_sales(claim, bucket, stated):
    papers = {"archive/a.txt": claim, "mailbox/i.txt": "Invoice"}
    sales = (sold(papers, "2023-05-03", "200"), sold(papers, "2023-06-03", "300"))
    found = list(capacity.analyse(case(papers, *sales)))
    if bucket is None:
        assert found == []
    else:
        (one,) = found
        assert (one.body["bucket"], one.body["stated"], one.body["ok"]) == (bucket, stated, None)
        assert one.body["computed"]["minimum"] == "200" and one.body["computed"]["maximum"] == "300"


# ---- plans


@pytest.mark.parametrize(
    ("text", "ok"),
    [
        ("По цене 80 000 руб. за штуку, 1 200 шт. в год — на 96 000 000 руб.", True),
        ("At USD 80,000 per unit, 1,200 pieces a year come to USD 96,000,000.", True),
        ("At USD 80,000 per unit, 1,200 pieces a year come to USD 69,000,000.", False),
        ("单价80000元,每年1200台,共9600万元。", True),
        ("At USD 80,000 per unit we sell 1,200 pieces a year.", None),
        ("Last year USD 80,000 and USD 96,000,000 were paid, 1,200 pieces a year.", None),
    ],
)
def test_price_times_pieces_of_a_year(text, ok):
    found = list(plan.analyse(case({"archive/a.txt": text})))
    assert [f.body["ok"] for f in found] == ([] if ok is None else [ok])


@pytest.mark.parametrize(
    ("text", "end", "ok"),
    [
        ("Письмо от 03.03.2023\n\nПлан рассчитан на 28 месяцев.", "2025-07-03", None),
        ("Letter of 3 March 2023\n\nThe plan covers 28 months, until July 2025.", "2025-07-03", True),
        ("Letter of 3 March 2023\n\nThe plan covers 28 months, until December 2025.", "2025-07-03", False),
        ("2023年3月3日\n\n计划为期28个月。", "2025-07-03", None),
    ],
)
def test_a_plan_of_so_many_months_runs_from_its_paper(text, end, ok):
    (found,) = plan.analyse(case({"archive/a.txt": text}))
    assert (found.body["computed"], found.body["ok"]) == (end, ok) and "28 months" in found.body["derivation"]


# ---- convergence


def test_papers_of_three_kinds_and_a_customs_row_converge():
    papers = {
        "archive/minutes.txt": "Minutes: the СМ-500 was shown.", "archive/letter.txt": "We ask for the СМ-500.",
        "mailbox/c.txt": "Contract for the СМ-500 and the ТК-20.", "mailbox/x.txt": "СМ-500М",
    }  # fmt: skip
    types = {"archive/minutes.txt": "minutes", "archive/letter.txt": "request", "mailbox/c.txt": "contract"}
    facts = tuple(letter(papers, path, type=kind) for path, kind in types.items())
    (found,) = convergence.analyse(case(papers, *facts))
    assert found.body["subject"] == "СМ-500" and found.body["sorts"] == ["contract", "letter", "minutes"]
    assert found.grade is Grade.UNVERIFIED and len(found.pages) == 3
    row = {
        "dataset": "customs.csv",
        "row": 3,
        "sender": "Severny Motor JSC",
        "description": "engine СМ-500",
        "receiver": "X",
    }
    two = tuple(fact for fact in facts if fact.type != "request")
    assert list(convergence.analyse(case(papers, *two))) == []
    (wider,) = convergence.analyse(case(papers, *two, tables={RecordKind.SHIPMENT: [row]}))
    assert wider.body["records"] == 1 and wider.rows[0].row == 3


# ---- what is not given


def test_missing_number_and_date_are_said():
    papers = {"archive/note.txt": "The contract code-named Opal, for USD 5,000,000, goes on."}
    at = place(papers, "archive/note.txt", "Opal")
    fact = ContractFact((at,), codename="Opal", total=Money(Decimal(5_000_000), "USD"), parties=("A", "B"))
    known = case(papers, fact)
    known = known.having(tuple(contract.analyse(known)))
    (found,) = not_stated.analyse(known)
    assert (
        found.body["missing"] == ["number", "date"]
        and "the number and date of contract Opal are not given" in found.statement
    )
    whole = replace(fact, number="7/К", signed="2023-01-01")
    known = case(papers, whole)
    assert list(not_stated.analyse(known.having(tuple(contract.analyse(known))))) == []


# ---- testimony


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("ПРОТОКОЛ ОПРОСА\n3 мая 2023 г.\nОпрошенный: Гордеев Пётр Семёнович\nПоясняю: было так.", "Gordeev"),
        ("INTERVIEW WITH Peter Gordeev\n3 May 2023\nQ: Was it so?", "Gordeev"),
        ("证人证言\n2023年5月3日\n证人: 李文\n情况属实。", "Li Wen"),
        ("ПРОТОКОЛ ДОПИТУ\n3 травня 2023 р.\nСвідок: Гордієнко Петро\nБуло так.", "iienko"),
        ("Affidavit\nIt was so.", None),
        ("Протокол встречи\nОпрошены участники: Гордеев Пётр Семёнович", ""),
        ("A letter about an interview with Peter Gordeev.", ""),
    ],
)
def test_testimony_is_marked_with_its_speaker(text, speaker):
    papers = {"archive/t.txt": text}
    names = ("Гордеев Пётр Семёнович", "Peter Gordeev", "李文", "Гордієнко Петро")
    found = list(testimony.analyse(case(papers, mentions=mentions(papers) + named(papers, MentionType.PER, *names))))
    if speaker == "":
        assert found == []
    else:
        (one,) = found
        assert (speaker or "does not name") in one.statement and "that person's word" in one.statement


# ---- omissions

BODY = [
    "Настоящим сообщаем о ходе работ за прошедший квартал.",
    "Сборка первого образца завершена в установленный срок.",
    "Испытания второго образца остановлены из-за отказа двигателя.",
    "Поставка комплектующих идёт по графику без отклонений.",
    "Просим учесть изложенное при подготовке сводного отчёта.",
    "О дальнейшем ходе работ сообщим дополнительно в марте.",
]


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ([0, 1, 3, 4, 5], True),
        ([0, 1, 2, 3, 4, 5], False),
        ([0, 1], False),
        ([0, 1, 2, 3, 4], False),
    ],
)
def test_a_sentence_left_out_between_kept_neighbours(other, told):
    papers = {"archive/a.txt": "\n".join(BODY), "archive/b.txt": "\n".join(BODY[n] for n in other)}
    found = list(omission.analyse(case(papers)))
    assert [f.body["document"] for f in found] == (["archive/b.txt"] if told else [])
    assert all(f.body["left_out"] == [BODY[2]] and len(f.pages) == 3 for f in found)


def test_a_sentence_replaced_by_another_is_no_omission():
    other = [*BODY[:2], "Испытания второго образца пройдут летом на новом стенде.", *BODY[3:]]
    papers = {"archive/a.txt": "\n".join(BODY), "archive/b.txt": "\n".join(other)}
    assert list(omission.analyse(case(papers))) == []


# ---- payments


def paid(papers, payer, payee, on):
    at = place(papers, "mailbox/p.txt", "Payments")
    return TradeFact("payment", (at,), f"{payer}{on}", on, payee, payer, total=Money(Decimal(500), "USD"))


@pytest.mark.parametrize(
    ("first", "second", "steps"),
    [("2023-01-10", "2023-02-10", 2), ("2023-03-10", "2023-02-10", 1), ("2021-01-10", "2023-02-10", 1)],
)
def test_a_path_of_payments_to_a_listed_maker(first, second, steps):
    papers = {"mailbox/p.txt": "Payments of the year"}
    facts = (paid(papers, "Importer LLC", "Middle LLC", first), paid(papers, "Middle LLC", "Maker LLC", second))
    listed = Finding("s1", "sanction", "Listed.", Grade.PROBABLE, (), (), {
        "target": "Maker LLC", "authority": "the Treasury", "since": "2023-06-01"})  # fmt: skip
    (found,) = payment_path.analyse(replace(case(papers, *facts), findings=(listed,)))
    assert len(found.body["links"]) == steps and found.body["before_listing"] is True
    assert found.body["links"][-1]["to"] == "Maker LLC" and "before the Treasury listed it" in found.statement
    assert list(payment_path.analyse(case(papers, *facts))) == []


def test_a_cancelled_visit_is_no_plan_of_a_venue():
    stay = Visit("v", None, ("Tula",), "2023-05-03", "2023-05-06", (), status=Modality.CANCELLED)
    assert list(venue.analyse(view(visits=(stay,)))) == []
