"""One person and one town in the spellings of four papers: one person, one visit, and a second town stays a second."""

from __future__ import annotations

import pytest

from corrobora import pipeline
from corrobora.case import Case
from corrobora.model.tables import PERSONS, VISITS

REQUEST = """Исх. № 417/22-К от 3 марта 2023 г.
ЗАПРОС
Просим согласовать визит делегации КНР в г. Рязань с 13 по 17 марта 2023 года.
Состав делегации:
1. Ван Минлян, 15.04.1971, паспорт E12345678, руководитель делегации
2. Чжоу Тецзюнь, 02.09.1980, паспорт E22345679
"""
LIST = """代表团名单
访问时间：2023年3月13日至17日，地点：梁赞
1. 王明亮，1971年4月15日，护照号 E12345678，团长
2. 周铁军，1980年9月2日，护照号 E22345679
"""
MINUTES = """MINUTES
of the talks with the delegation of China
Riazan, 15 March 2023
Present from the Chinese side: Col. WANG MINGLIANG (head of the delegation), Tiejun Zhou.
"""
OTHER = """Исх. № 9/1 от 10 марта 2023 г.
ЗАПРОС
Просим согласовать визит делегации КНР в г. Казань с 13 по 17 марта 2023 года.
Состав делегации:
1. Ван Минлянь, 11.11.1977, паспорт E98765432, руководитель делегации
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    root = tmp_path_factory.mktemp("visit")
    folder = root / "leak" / "archive"
    folder.mkdir(parents=True)
    for name, text in {"a.txt": REQUEST, "b.txt": LIST, "c.txt": MINUTES, "d.txt": OTHER}.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Case.create(root / "case") as opened:
        pipeline.run(root / "leak", None, opened)
        yield opened


def test_spellings_ranks_and_orders_are_one_person(case):
    people = {person.label: person for person in case.read(PERSONS)}
    wang, zhou = people["Wang Mingliang"], people["Zhou Tiejun"]
    assert {form.text for form in wang.names} >= {"Ван Минлян", "王明亮"} and wang.birth_date == "1971-04-15"
    assert {span.document for span in wang.spans} == {"archive/a.txt", "archive/b.txt", "archive/c.txt"}
    assert {span.document for span in zhou.spans} == {"archive/a.txt", "archive/b.txt", "archive/c.txt"}
    near = people["Wang Minglian"]
    assert near.documents == ("E98765432",) and {span.document for span in near.spans} == {"archive/d.txt"}


def test_spellings_of_a_town_are_one_visit_and_another_town_is_another(case):
    visits = {visit.places[0]: set(visit.documents) for visit in case.read(VISITS)}
    assert len(visits) == 2
    assert visits["Рязань"] >= {"archive/a.txt", "archive/b.txt", "archive/c.txt"}
    assert visits["Казань"] == {"archive/d.txt"}
