"""Whole drafts in other languages and with other forms of citation: planted faults found, clean sentences left alone."""

from __future__ import annotations

import pytest

from corrobora import pipeline

from .world import run

REPLIES = "asked,sent,by,answer\nООО «Орлан Трейд»,2023-09-01,e-mail,\nLotus Aviation Co.,2023-09-01,e-mail,no\n"

UKRAINIAN = [
    ("Історія починається з одного листа.", None),
    ("Контракт № 17-Б/2023 підписано 14 травня 2023 року.[^k]", None),
    ("Його ціна становить 585 мільйонів доларів США.[^k]", None),
    ("Аванс у 40% від 585 мільйонів доларів становить 243 мільйони доларів.[^k]", "arithmetic"),
    ("До Тули просили прийняти сім осіб.[^z]", None),
    ("У списку дев’ять осіб.[^z]", "count"),
    ("Делегація мала прибути 12 березня 2023 року.[^z]", "date"),
    ("ТОВ «Дніпро-Деталь» отримало партію вартістю 2,5 мільйона євро.[^l]", None),
    ("Партія коштувала 3,1 мільйона євро.[^l]", "number"),
    ("Лист просить «не розголошувати умови цієї угоди стороннім особам».[^l]", None),
    ("Лист просить «не показувати умови цієї угоди іншим підприємствам».[^l]", "attribution"),
    ("Безсумнівно доведено, що двигуни надійшли.[^l]", "overclaim"),
    ("Незалежно підтвердити це не вдалося.", None),
    ("Згідно з листом, угоду схвалила компанія ТОВ «Світанок-Сервіс».[^l]", "attribution"),
    ("ТОВ «Дніпро-Деталь» таємно закупило ще 40 двигунів.", "uncited no_reply_sought"),
]
UKRAINIAN_NOTES = """
[^k]: договоры/контракт 17-Б.txt, с. 1
[^z]: Запит: запросы/ZH2023-Y17.txt, стор. 1
[^l]: лист 45-2.txt, с. 1
"""

_K = "(http://127.0.0.1:8000/documents/view?path=%D0%B4%D0%BE%D0%B3%D0%BE%D0%B2%D0%BE%D1%80%D1%8B%2F%D0%BA%D0%BE%D0%BD%D1%82%D1%80%D0%B0%D0%BA%D1%82+17-%D0%91.txt&page=1)"
_Z = "(http://127.0.0.1:8000/documents/view?path=%D0%B7%D0%B0%D0%BF%D1%80%D0%BE%D1%81%D1%8B%2FZH2023-Y17.txt&page=1)"
RUSSIAN = [
    (f"[Контракт]{_K} на 585 млн долларов подписан 14 мая 2023 года.", None),
    (f"[Контракт]{_K} подписан 24 мая 2023 года.", "date"),
    (f"Аванс составил 234 млн долларов [контракт]{_K}.", None),
    (f"Завод продал 1 200 изделий [контракт]{_K}.", "overclaim"),
    (f"Мощность завода — 1 200 изделий в год [контракт]{_K}.", None),
    (f"Ремонт обошёлся в 3 400 000 долларов [контракт]{_K}.", "overclaim"),
    (f"Эксперт Сидоренко оценил ремонт в 3 400 000 долларов [контракт]{_K}.", None),
    (f"До 31 марта 2024 года поставлено 12 изделий [контракт]{_K}.", "overclaim"),
    (f"Поставка 12 изделий планировалась до 31 марта 2024 года [контракт]{_K}.", None),
    (f"Делегацию возглавлял Сунь Лицзюнь [запрос]{_Z}.", "name"),
    (f"Делегацию возглавлял Ван Цзяньго [запрос]{_Z}.", None),
    (f"В списке делегации семь человек [запрос]{_Z}.", None),
    (f"В делегации было более десяти человек [запрос]{_Z}.", "count"),
    (f"Поставщик обещал «не передавать оборудование третьим лицам без письменного согласия» [контракт]{_K}.", None),
    (f"Несомненно, контракт исполнен [контракт]{_K}.", "overclaim"),
    ("Ответа редакция не получила.", None),
]

CHINESE = [
    ("故事从一封信开始。", None),
    ("合同总价为5.85亿美元[doc: 信件/函 12.txt p.1]。", None),
    ("合同总价为5.95亿美元[doc: 信件/函 12.txt p.1]。", "number"),
    ("5.85亿美元的40%为2.34亿美元[doc: 信件/函 12.txt p.1]。", None),
    ("5.85亿美元的40%为2.43亿美元[doc: 信件/函 12.txt p.1]。", "arithmetic"),
    ("该函写于2023年7月5日[doc: 信件/函 12.txt p.1]。", None),
    ("该函写于2023年7月15日[doc: 信件/函 12.txt p.1]。", "date"),
    ("名单上有7人[doc: запросы/ZH2023-Y17.txt p.1]。", None),
    ("名单上有十二人[doc: запросы/ZH2023-Y17.txt p.1]。", "count"),
    ("代表团由王建国率领[doc: запросы/ZH2023-Y17.txt p.1]。", None),
    ("函中写道：“本公司没有向任何第三方转让上述设备的计划”[doc: 信件/函 12.txt p.1]。", None),
    ("函中写道：“本公司已经向第三方转让全部设备”[doc: 信件/函 12.txt p.1]。", "attribution"),
    ("毫无疑问，首付款已到账[doc: 信件/函 12.txt p.1]。", "overclaim"),
    ("这一点未得到独立证实。", None),
]

BARE = [
    ("The papers tell of a contract.", None),
    ("Contract 17-Б/2023 between ООО «Орлан Трейд» and Lotus Aviation Co., Ltd was signed on 14 May 2023.", None),
    ("Contract 17-Б/2023 with Lotus Aviation Co., Ltd has a price of $595 million.", "number"),
    ("Wang Jianguo travelled on CA909 on 9 March 2023.", None),
    ("Zhao Tiezhu took flight CA909 on 11 March 2023.", "date"),
    ("A certain Baltic Crane LLC got $12,400,000 on 3 June 2019.", "uncited"),
]

WEB = """<html><body><h1>Seven guests</h1>
<p>A request asked Tula to receive seven people.<sup><a href="#n1">1</a></sup>
The letter of 5 July 2023 says the balance is $351 million.<sup><a href="#n2">2</a></sup>
Mr Wang Jianguo is called "our only representative in this matter".<sup><a href="#n2">2</a></sup>
The balance is $315 million.<sup><a href="#n2">2</a></sup>
The seven guests stayed long. Then the five guests left.</p>
<ol><li id="n1">ZH2023-Y17.txt, p. 1</li><li id="n2"><a href="doc:letters/reply.txt p.1">The reply</a></li></ol></body></html>"""


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    with run(tmp_path_factory.mktemp("world")) as case:
        yield case


def _kinds(case, draft):
    return [({p["kind"] for p in s["problems"]}, s) for s in pipeline.check(case, draft, REPLIES)]


@pytest.mark.parametrize(
    ("told", "notes"),
    [(UKRAINIAN, UKRAINIAN_NOTES), (RUSSIAN, ""), (CHINESE, ""), (BARE, "")],
    ids=["Ukrainian, footnotes", "Russian, links", "Chinese, marks", "English, no citations"],
)
def test_planted_faults_are_found_and_clean_sentences_stay_clean(small, told, notes):
    draft = "# A headline, 2023\n\n" + " ".join(text for text, _ in told) + "\n" + notes
    checked = _kinds(small, draft)
    assert [s["text"] for _, s in checked] == [text for text, _ in told]
    wrong = [
        (text, expected, s["problems"])
        for (text, expected), (kinds, s) in zip(told, checked, strict=True)
        if kinds != set((expected or "").split())
    ]
    assert wrong == []


def test_a_web_page_with_notes_at_its_foot(small):
    from corrobora.claims import plain

    checked = _kinds(small, plain(WEB.encode(), "d.html"))
    assert [sorted(kinds) for kinds, _ in checked] == [[], [], [], ["number"], [], ["count"]]
