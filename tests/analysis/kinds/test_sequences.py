"""One thing after another: relations, rules, notices, events, deals, tests, requests."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from analysis.invented import mentions, person, place, view
from corrobora.analysis.kinds import asked, broken_off, deal_after_visit, dropped, notice, public_event, tested
from corrobora.model.entities import Organization, Position, Visit
from corrobora.model.facts import ContractFact, ContractItem, LetterFact, Modality, Span, TradeFact, TradeLine
from corrobora.model.findings import Grade
from corrobora.model.source import Source

PLANT = Organization("o1", "АО «Северный мотор»", ("АО «Северный мотор»", "Severny Motor JSC", "北方发动机公司"))
GUEST = Organization("o2", "Yunlan Trade Co., Ltd", ("Yunlan Trade Co., Ltd", "云岚贸易有限公司", "ТОВ «Юньлань»"))
SITE = Source("leak", "site", "the plant's site", origin="web", reliability="C", public=True)


def case(papers, *facts, places=(), **more):
    letters = {fact.spans[0].document for fact in facts if isinstance(fact, LetterFact)}
    rest = tuple(letter(papers, path) for path in papers if path not in letters)
    known = view(papers, facts=(*facts, *rest), mentions=mentions(papers, places), organizations=(PLANT, GUEST), **more)
    sources = {path: SITE for path in papers if path.startswith("site/")}
    return replace(known, document_sources={**known.document_sources, **sources})


def letter(papers, document, **more):
    head = papers[document].split("\n")[0]
    on = next((m.value for m in mentions({document: head}) if len(m.value) == 10), None)
    return LetterFact((Span(document, 1, 0, len(head), head),), written=on, **more)


# ---- relations


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("3 марта 2021 г. завод приостановил сотрудничество с АО «Северный мотор».",
         "Сообщаем, что 9 сентября 2021 г. поставки от АО «Северный мотор» возобновлены."),
        ("On 3 March 2021 talks with Yunlan Trade Co., Ltd were broken off.",
         "On 9 September 2021 deliveries from Yunlan Trade Co., Ltd were resumed."),
        ("2021年3月3日,双方中止与云岚贸易有限公司的合作。", "2021年9月9日,与云岚贸易有限公司的供货恢复。"),
        ("3 березня 2021 р. співпрацю з АО «Северный мотор» припинено.",
         "9 вересня 2021 р. постачання від АО «Северный мотор» відновлено."),
    ],
)  # fmt: skip
def test_relations_broken_off_and_taken_up(first, second):
    papers = {"archive/1.txt": first, "archive/2.txt": second}
    (found,) = broken_off.analyse(case(papers))
    assert (found.body["first_date"], found.body["second_date"], found.body["days"]) == (
        "2021-03-03",
        "2021-09-09",
        190,
    )
    assert found.grade is Grade.UNVERIFIED and {page.document for page in found.pages} == set(papers)


@pytest.mark.parametrize(
    "second",
    [
        "9 сентября 2021 г. поставки от АО «Северный мотор» не возобновлены.",
        "Просим 9 сентября 2021 г. сообщить, возобновлены ли поставки АО «Северный мотор».",
        "9 сентября 2021 г. поставки от ООО «Южный мотор» возобновлены.",
        "9 января 2021 г. поставки от АО «Северный мотор» возобновлены.",
    ],
)
def test_what_is_denied_asked_earlier_or_of_others_takes_nothing_up(second):
    first = "3 марта 2021 г. завод приостановил сотрудничество с АО «Северный мотор»."
    assert list(broken_off.analyse(case({"archive/1.txt": first, "archive/2.txt": second}))) == []


# ---- a rule and the contracts dropped after it

CONTRACTS = (
    "Указ № 61 об ограничениях экспорта вступил в силу 5 февраля 2022 г.\n\n"
    "Контракт № СМ-14/21 расторгнут 1 апреля 2022 г. Аванс 2 000 000 руб. не возвращён.",
    "The export control regulation entered into force on 5 February 2022.\n\n"
    "Contract No. СМ-14/21 was terminated on 1 April 2022. The advance of RUB 2,000,000 was forfeited.",
    "出口管制条例于2022年2月5日生效。合同 СМ-14/21 已于2022年4月1日解除。预付款2000000卢布不退。",
)  # fmt: skip


def contract(papers, document, **more):
    at = place(papers, document, "СМ-14/21")
    return ContractFact((at,), number="СМ-14/21", **more)


@pytest.mark.parametrize("text", CONTRACTS)
def test_a_contract_dropped_after_a_rule_with_its_prepayment(text):
    papers = {"archive/note.txt": text}
    (found,) = dropped.analyse(case(papers, contract(papers, "archive/note.txt")))
    assert (found.body["days"], found.body["contract"]) == (55, "СМ-14/21") and found.body["prepayment_lost"]
    assert "because" not in found.statement


@pytest.mark.parametrize(
    "text",
    [
        "Указ № 61 об ограничениях вступил в силу 5 мая 2022 г.\n\nКонтракт № СМ-14/21 не расторгнут 1 июня 2022 г.",
        "Контракт № СМ-14/21 расторгнут 1 апреля 2022 г.",
        "Указ № 61 об ограничениях вступил в силу 5 мая 2022 г.\n\nКонтракт № СМ-14/21 расторгнут 1 апреля 2022 г.",
        "The law took effect on 5 February 2022.\n\nContract No. СМ-14/21 may be terminated after 1 April 2022.",
    ],
)
def test_no_rule_no_drop_or_the_wrong_order(text):
    papers = {"archive/note.txt": text}
    assert list(dropped.analyse(case(papers, contract(papers, "archive/note.txt")))) == []


# ---- a visit and what was public on its days


def visit(papers, document, **more):
    at = Span(document, 1, 0, 5, papers[document][:5])
    given = {"organizations": ("o1",), "spans": (at,), "documents": (document,), "status": Modality.HAPPENED, **more}
    return Visit("v1", "YL-7", ("Рязань", "梁赞"), "2023-05-10", "2023-05-14", ("p1",), **given)


def test_a_notice_on_a_day_of_a_visit_that_names_what_was_negotiated():
    papers = {
        "archive/minutes.txt": "10 мая 2023 г. Стороны обсудили двигатель СМ-500 и насос ТК-20.",
        "site/tender.html": "12.05.2023 Закупка: двигатель СМ-500, 4 шт.",
        "site/later.html": "22.05.2023 Закупка: двигатель СМ-500, 4 шт.",
        "site/other.html": "11.05.2023 Закупка: кресло КР-15.",
    }
    (found,) = notice.analyse(case(papers, visits=(visit(papers, "archive/minutes.txt"),)))
    assert (found.body["document"], found.body["days"], found.body["named"]) == ("site/tender.html", 2, ["СМ-500"])
    planned = visit(papers, "archive/minutes.txt", status=Modality.PLANNED)
    assert list(notice.analyse(case(papers, visits=(planned,)))) == []


@pytest.mark.parametrize(
    ("page", "tie"),
    [
        ("Выставка «Мотор» прошла в Рязани с 12 по 16 мая 2023 г.", "Рязани"),
        ("The exhibition ran on 13 May 2023; Severny Motor JSC had a stand.", "АО «Северный мотор»"),
        ("2023年5月13日,航展在梁赞举行。", "梁赞"),
        ("Выставка «Мотор» прошла в Туле 12 мая 2023 г.", None),
        ("Выставка «Мотор» прошла в Рязани 22 мая 2023 г.", None),
    ],
)
def test_a_visit_that_overlapped_a_public_event(page, tie):
    papers = {"archive/minutes.txt": "10 мая 2023 г. Протокол", "site/news.html": page}
    known = case(papers, visits=(visit(papers, "archive/minutes.txt"),), places=("Рязани", "Туле", "梁赞"))
    known = replace(
        known, mentions=tuple(replace(m, value="Рязань") if m.text == "Рязани" else m for m in known.mentions)
    )
    found = list(public_event.analyse(known))
    assert [f.body["both_name"] for f in found] == ([tie] if tie else [])
    assert all("overlapped" in f.statement and f.grade is not Grade.CONFIRMED for f in found)


def signed(papers, document, *parties, on="2023-08-01"):
    return ContractFact((place(papers, document, "Т-1"),), number="Т-1", parties=parties, status="signed", signed=on)


@pytest.mark.parametrize(
    ("parties", "text", "on", "told"),
    [
        (("Severny Motor JSC", "云岚贸易有限公司"), "Contract Т-1", "2023-08-01", True),
        (("Severny Motor JSC", "Another Ltd"), "Contract Т-1", "2023-08-01", False),
        (("Severny Motor JSC", "Another Ltd"), "Contract Т-1, as asked in letter YL-77/23", "2023-08-01", False),
        (("Severny Motor JSC", "云岚贸易有限公司"), "Contract Т-1", "2023-05-01", False),
        (("Severny Motor JSC", "云岚贸易有限公司"), "Contract Т-1", "2025-05-01", False),
    ],
)
def test_a_contract_after_a_visit_is_worded_as_an_inference(parties, text, on, told):
    papers = {"archive/minutes.txt": "10 мая 2023 г. Протокол", "archive/c.txt": text}
    li = person("p1", "Li Wen", positions=(Position("director", "云岚贸易有限公司"),))
    facts = (signed(papers, "archive/c.txt", *parties, on=on),)
    known = case(papers, *facts, visits=(visit(papers, "archive/minutes.txt"),), persons=(li,))
    found = list(deal_after_visit.analyse(known))
    assert [f.grade for f in found] == ([Grade.UNVERIFIED] if told else [])
    assert all("is an inference" in f.statement and f.body["days"] == 79 for f in found)


# ---- delivered models in papers on tests


@pytest.mark.parametrize(
    ("paper", "told"),
    [
        ("10 июля 2023 г. на полигоне испытан аппарат СМ-500.", True),
        ("On 10 July 2023 the SM-500 made its third test flight.", False),
        ("On 10 July 2023 the СМ-500 made its third test flight.", True),
        ("2023年7月10日,СМ-500 试飞成功。", True),
        ("10 июля 2023 г. на полигоне испытан аппарат СМ-500М.", False),
        ("10 июля 2023 г. аппарат СМ-500 передан на склад.", False),
        ("10 марта 2023 г. на полигоне испытан аппарат СМ-500.", False),
    ],
)
def test_a_delivered_model_in_a_later_paper_on_tests(paper, told):
    papers = {"mailbox/invoice.txt": "Invoice 7: СМ-500, 4 pcs", "archive/report.txt": paper}
    at = place(papers, "mailbox/invoice.txt", "СМ-500")
    lines = (TradeLine("аппарат СМ-500", at, "4"),)
    sold = TradeFact("invoice", (at,), "7", "2023-05-01", "Yunlan Trade Co., Ltd", "АО «Северный мотор»", lines=lines)
    found = list(tested.analyse(case(papers, sold)))
    assert bool(found) is told
    assert all(f.body["days"] == 70 and "archive/report.txt" in {p.document for p in f.pages} for f in found)


# ---- asked against agreed


@pytest.mark.parametrize(
    ("request_text", "answer", "change"),
    [
        ("10.01.2023 Просим поставить 12 шт. СМ-500.", "15.02.2023 Стороны согласовали 8 шт. СМ-500.", ("12", "8")),
        ("10.01.2023 We request 12 pcs of СМ-500.", "15.02.2023 It was agreed to supply 8 pcs of СМ-500.", ("12", "8")),
        ("2023年1月10日 请求供应12台 СМ-500。", "2023年2月15日 双方商定供应8台 СМ-500。", ("12", "8")),
        ("10.01.2023 Просимо поставити 12 шт. СМ-500.", "15.02.2023 Погоджено постачання 8 шт. СМ-500.", ("12", "8")),
        ("10.01.2023 Просим поставить 12 шт. СМ-500.", "15.02.2023 Стороны согласовали поставку 12 шт. СМ-500.", None),
        ("10.01.2023 Просим поставить 12 шт. СМ-500.", "15.02.2023 Стороны согласовали поставку 8 шт. СМ-500М.", None),
        ("10.01.2023 Просим поставить 12 шт. СМ-500.", "15.02.2022 Стороны согласовали поставку 8 шт. СМ-500.", None),
    ],
)  # fmt: skip
def test_asked_against_agreed(request_text, answer, change):
    papers = {"archive/ask.txt": request_text, "archive/answer.txt": answer}
    facts = (letter(papers, "archive/ask.txt", number="YL-7"), letter(papers, "archive/answer.txt", reply_to=("YL-7",)))
    found = list(asked.analyse(case(papers, *facts)))
    assert [(f.body["asked"], f.body["agreed"]) for f in found] == ([change] if change else [])


def test_asked_in_a_letter_of_a_party_and_signed_by_it_but_not_by_strangers():
    papers = {"archive/ask.txt": "10.01.2023 Просим поставить 12 шт. СМ-500.", "archive/c.txt": "Договор 5: СМ-500 8"}
    at = place(papers, "archive/c.txt", "СМ-500 8")
    text = ContractFact(
        (at,), number="5", parties=("Severny Motor JSC", "Yunlan Trade Co., Ltd"), status="signed", signed="2023-03-01",
        items=(ContractItem("СМ-500", "8", None, None, at),),
    )  # fmt: skip
    mine = letter(papers, "archive/ask.txt", sender="云岚贸易有限公司")
    (found,) = asked.analyse(case(papers, mine, text))
    assert Decimal(str(found.body["agreed"])) == 8
    assert list(asked.analyse(case(papers, replace(mine, sender="ООО «Чужой»"), text))) == []
