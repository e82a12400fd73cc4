"""What a side was to do by a day and what fulfilled it; requests and what came back; in four languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.stories import case, letter
from corrobora.analysis.kinds import answered, undertaking

OWED = [
    ("Сторона А направит расчёт прочности крыла до 20 марта 2023 г.",
     "Направляем расчёт прочности крыла.", "Сторона А"),
    ("Side A shall send the wing strength calculation by 20 March 2023.",
     "Enclosed is the wing strength calculation.", "Side A"),
    ("甲方应于2023年3月20日前提交机翼强度计算书。", "现提交机翼强度计算书一份。", "甲方"),
    ("Сторона Б зобов’язується передати креслення шасі не пізніше 20 березня 2023 р.",
     "Надсилаємо креслення шасі.", "Сторона Б"),
]  # fmt: skip


def story(owed, done, on="2023-03-27"):
    papers = {"archive/minutes.txt": f"Протокол № 7\n\n{owed}\n", "archive/letter.txt": f"Исх. № 12\n\n{done}\n"}
    return case(papers, dates={"archive/minutes.txt": "2023-03-01", "archive/letter.txt": on})


@pytest.mark.parametrize(("owed", "done", "side"), OWED)
def test_what_was_owed_and_the_paper_that_tells_of_it(owed, done, side):
    (found,) = undertaking.analyse(story(owed, done))
    assert found.body["debtor"] == side and found.body["due"] == "2023-03-20"
    assert found.body["fulfilled_by"]["document"] == "archive/letter.txt" and found.body["late_days"] == 7


@pytest.mark.parametrize(("owed", "done", "side"), OWED)
def test_without_a_paper_nothing_is_late(owed, done, side):
    (found,) = undertaking.analyse(story(owed, "Погода стоит хорошая."))
    assert found.body["fulfilled_by"] is None and found.body["late_days"] is None


@pytest.mark.parametrize("done", ["Направляем счёт за гостиницу.", "Enclosed is the hotel bill.", "现提交酒店账单。"])
def test_a_paper_on_something_else_fulfils_nothing(done):
    (found,) = undertaking.analyse(story(OWED[0][0], done))
    assert found.body["fulfilled_by"] is None


@pytest.mark.parametrize(
    "text",
    [
        "Завод работает до 20 марта 2023 г.", "The exhibition will be open.", "Сторона А направит расчёт.",
        "Расчёт готов, его направит кто-нибудь до 20 марта 2023 г.",
    ],
)  # fmt: skip
def test_no_side_no_day_or_no_duty_is_no_undertaking(text):
    assert list(undertaking.analyse(story(text, "Направляем расчёт."))) == []


ASKED = [
    ("Просим сообщить цену насоса ТК-20.", "Сообщаем: поставка согласована, цена 12 000 долл. США."),
    ("We kindly request the price of pump TK-20.", "We regret that we are unable to quote."),
    ("请贵方提供ТК-20泵的报价。", "我方无法提供报价。"),
    ("Просимо надати ціну насоса ТК-20.", "Погоджено ціну 12 000 дол. США."),
]


@pytest.mark.parametrize(("ask", "answer"), ASKED)
def test_a_request_and_what_came_back(ask, answer):
    papers = {"archive/ask.txt": f"Исх. № 41-К\n\n{ask}\n", "archive/answer.txt": f"На № 41-К\n\n{answer}\n"}
    asking = letter(papers, "archive/ask.txt", "2023-01-10", number="41-К")
    back = letter(papers, "archive/answer.txt", "2023-02-15", number="77", reply_to=("41-К",))
    (found,) = answered.analyse(case(papers, asking, back))
    assert found.body["days"] == 36 and found.body["sort"] == "answered"
    assert found.body["asked"] == ask and found.body["answer"] == answer
    earlier = replace(back, written="2023-01-02")
    assert list(answered.analyse(case(papers, asking, earlier))) == []
