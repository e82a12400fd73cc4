"""Copies and drafts are found among many papers, and what changed is said in the words of both."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrobora.analysis import sketches
from corrobora.analysis.versions import Pair, differences_between, pairs
from corrobora.model.document import Page

RUSSIAN = (
    "Проект договора № 17/24 на ремонт авиационной техники. Исполнитель обязуется выполнить ремонт двух самолётов, "
    "а заказчик обязуется принять и оплатить работы в размере 585 000 000 рублей. Срок выполнения работ составляет "
    "восемнадцать месяцев с даты первого платежа. Оплата производится в три этапа: аванс в размере 40 %, второй платёж "
    "после разборки изделия и окончательный расчёт после подписания акта сдачи-приёмки. Споры решаются в суде."
)
CHINESE = (
    "关于飞机维修合同草案的会议纪要。双方就合同编号十七项下的两架飞机的维修工作进行了协商，甲方应当在收到预付款之后的十八个月内完成全部工作，"
    "乙方应当按照三个阶段支付合同价款，第一阶段支付百分之四十，第二阶段在拆解完成之后支付，第三阶段在签署交接单之后支付，争议由法院解决，"
    "本纪要一式两份，双方各执一份，自签字之日起生效，未尽事宜由双方另行协商。"
)
RNG = random.Random(3)
WORDS = ["".join(RNG.choice("оеаинтсрвлкмдпу") for _ in range(RNG.randint(3, 9))) for _ in range(2000)]


def paper(document: str, text: str, number: int = 1, ocr: float | None = None) -> Page:
    return Page(number, text, document=document, ocr_confidence=ocr)


def other_papers(count: int) -> list[Page]:
    rng = random.Random(5)
    head = "АО «Заречный завод», 620000, г. Заречный, ул. Заводская, 1. "
    return [paper(f"{n}.pdf", head + " ".join(rng.choice(WORDS) for _ in range(120))) for n in range(count)]


def changes(pair: Pair) -> list[tuple[str, str]]:
    return [(one.first.quote, one.second.quote) for one in pair.differences]


def test_a_changed_sum_and_a_new_sentence_are_found_among_other_papers() -> None:
    later = RUSSIAN.replace("585 000 000", "620 000 000").replace("решаются в суде.", "решает арбитраж Сингапура.")
    pages = [*other_papers(300), paper("new.docx", later), paper("old.docx", RUSSIAN)]
    found = pairs(pages, {"old.docx": "2023-01-01", "new.docx": "2023-05-01"})
    assert [(one.first, one.second, one.kind) for one in found] == [("old.docx", "new.docx", "version")]
    assert changes(found[0])[0] == ("585", "620")
    assert changes(found[0])[1] == ("решаются в суде.", "решает арбитраж Сингапура.")
    assert found[0].differences[0].before == "оплатить работы в размере"
    texts = {page.document: page.text for page in pages}
    for one in found[0].differences:
        assert one.first.quote in texts["old.docx"]
        assert one.second.quote in texts["new.docx"]


def test_chinese_drafts() -> None:
    found = pairs([paper("a", CHINESE), paper("b", CHINESE.replace("十八个月", "二十四个月")), *other_papers(20)])
    assert [(one.kind, changes(one)) for one in found] == [("version", [("十八", "二十四")])]


def test_what_recognition_blurs_is_no_change_but_a_figure_is() -> None:
    scan = (
        RUSSIAN.replace("Исполнитель", "Исполнитепь").replace("самолётов", "самолетов,").replace("заказчик", "эаказчик")
    )
    found = pairs([paper("a", RUSSIAN), paper("b", scan, ocr=0.9)])
    assert [(one.kind, changes(one)) for one in found] == [("copy", [])]
    found = pairs([paper("a", RUSSIAN), paper("b", scan.replace("585 000", "535 000"), ocr=0.9)])
    assert changes(found[0]) == [("585", "535")]
    assert changes(pairs([paper("a", RUSSIAN), paper("b", scan)])[0])[0] == ("Исполнитель", "Исполнитепь")


def test_a_letterhead_in_common_is_no_likeness() -> None:
    assert pairs(other_papers(200)) == []


def test_a_page_more_is_shown_and_an_annex_that_stands_in_a_larger_paper_is_a_part() -> None:
    extra = other_papers(3)
    old = [paper("old", RUSSIAN), replace(extra[0], document="old", page=2)]
    found = pairs(
        [
            *old,
            paper("renewed", RUSSIAN),
            replace(extra[0], document="renewed", page=2),
            replace(extra[1], document="renewed", page=3),
        ]
    )
    assert found[0].kind == "version"
    assert [(one.first.quote, one.second.page) for one in found[0].differences] == [("", 3)]
    book = [replace(extra[n], document="book", page=n + 1) for n in range(3)]
    found = pairs([*book, paper("book", RUSSIAN, 4), paper("annex", RUSSIAN)])
    assert [(one.kind, {one.first, one.second}) for one in found] == [("part", {"annex", "book"})]


def test_of_many_form_letters_each_has_a_few_neighbours() -> None:
    found = pairs([paper(f"{n:03}", RUSSIAN.replace("17/24", f"{n}/24")) for n in range(60)])
    assert 59 <= len(found) <= 180


@given(st.text(max_size=200), st.text(max_size=200))
def test_quotes_stand_on_their_pages(one: str, other: str) -> None:
    first, second = paper("a", one), paper("b", other)
    for difference in differences_between(first, second):
        assert difference.first.quote in one
        assert difference.second.quote in other
    assert differences_between(first, first) == []


@pytest.mark.parametrize("text", ["", "short", "王", "\ud800" * 50])
def test_pages_with_little_text_take_no_part(text: str) -> None:
    assert len(sketches.hashes(text)) == 0


@given(st.text(min_size=60, max_size=400))
def test_a_page_is_like_itself(text: str) -> None:
    runs = sketches.hashes(text)
    if len(runs):
        assert sketches.likeness(runs, runs) == 1.0
        assert list(sketches.near_pages([text, "other", text])) == [(0, 2)]
