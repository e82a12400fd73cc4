"""What holds for every kind of fact: quotes stand where they say, reading is deterministic, nothing upsets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from fact_papers import facts_in, facts_on, page_of
from hypothesis import given, settings
from hypothesis import strategies as st

from corrobora.mentions.facts import REGISTRY, read_facts
from corrobora.mentions.facts.columns import role_of
from corrobora.mentions.facts.paper import tidy
from corrobora.mentions.facts.patterns import any_case, one_of
from corrobora.mentions.facts.terms import share_in
from corrobora.mentions.facts.units import units
from corrobora.mentions.facts.values import clean_number, is_number
from corrobora.model.facts import LetterFact, Span

PIECES = [
    "Просим принять делегацию КНР ",
    "под руководством полковника Сунь Вэйго ",
    "с 10 марта 2023 г. по 14 марта 2023 г. ",
    "Место: г. Самара, АО «Ветер». ",
    "\n",
    "ПРОТОКОЛ № 4\n",
    "中方参加人员:刘海涛 上校、陈玉 工程师\n",
    "合同编号:DH-1\n",
    "30 % — 500 000 долларов США — до 1 мая 2023 г.;\n",
    "| ",
    "\t",
    "КОНТРАКТ № 5-К\n",
    "RA-78123 ",
    "Contract No. 7/K was signed on 5 May 2023. ",
    "P<CHNLIU<<HAITAO<<<<<<<<<<<<<<<<<<<<<<<<<<<<\n",
    "ООО «А» на 40 % принадлежит АО «Б». ",
    "Исп. Козлова М.И.\n",
    "№ 姓名 Name\n1 刘杰 LIU JIE 12.03.1974\n",
    "«",
    "»",
    "(",
    "____ ",
    "ИТОГО 5 000\n",
    "стр. 2 из 3\n",
]


def spans_in(fact: object) -> list[Span]:
    found = [*getattr(fact, "spans", ()), *([fact.span] if hasattr(fact, "span") else [])]
    for field in ("items", "payments", "deliveries", "lines"):
        found += [part.span for part in getattr(fact, field, ())]
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_every_quote_stands_literally_on_its_page(pieces):
    page = page_of("".join(pieces))
    facts = facts_on(page)
    assert isinstance(facts[0], LetterFact)
    assert all(page.text[s.start : s.end] == s.quote for fact in facts for s in spans_in(fact))
    assert facts_on(page) == facts


def test_nothing_to_read():
    assert read_facts([], (), {}) == [LetterFact(())]
    assert facts_in("") == [LetterFact(())]


def test_every_kind_has_a_name_and_a_title():
    assert len(REGISTRY) == 10
    assert all(kind.name and kind.title for kind in REGISTRY)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("АО «Парус\ufffe\nСтропа»,", "АО «Парус-Стропа»"),
        ("воздушно-\nдесантных", "воздушно-десантных"),
        ("对外 装备\n局", "对外装备局"),
        ("| Сумма", "Сумма"),
        ("АО «Завод «Зенит»", "АО «Завод «Зенит»"),
    ],
)
def test_tidy(text, clean):
    assert tidy(text) == clean


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Дата рожд.", "birth"),
        ("军衔/职务", "post"),
        ("Unit price, USD", "price"),
        ("Кол-во", "quantity"),
        ("№ паспорта", "passport"),
        ("Name (passport)", "name"),
        ("Призначення", "purpose"),
        ("护照姓名", "name"),
        ("Срок оплаты", "due"),
        ("付款日期", "due"),
        ("Відповідальний", "responsible"),
        ("Стоимость за единицу", "price"),
        ("Стоимость, руб.", "total"),
        ("股东", "owner"),
        ("Частка, %", "share"),
        ("Списание", "debit"),
        ("Прочее", ""),
    ],
)
def test_headers_of_four_languages(header, role):
    assert role_of(header) == role


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("30 %", "30"),
        ("12,5 процента", "12.5"),
        ("百分之三十", "30"),
        ("25 per cent", "25"),
        ("120 %", None),
        ("много", None),
    ],
)
def test_shares(text, share):
    assert share_in(text) == share


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("45/7-318", True),
        ("12.05.2022", False),
        ("2023", False),
        ("05/2023", False),
        ("ZH-Y", False),
        ("КУ-114/23", True),
    ],
)
def test_numbers_of_papers_are_no_dates(text, answer):
    assert is_number(text) is answer


def test_numbers_lose_their_gaps():
    assert clean_number("КУ – 114 / 23.") == "КУ-114/23"


def test_clauses_end_with_points_and_bullets_not_with_lines():
    text = "2.2. Платёж — не позднее 18 ноября\n2020 г.\n2.3. Платёж (т.е. весь)\nв срок. Поставка по договору."
    assert [unit.quote for unit in units(page_of(text))] == [
        "2.2. Платёж — не позднее 18 ноября\n2020 г.",
        "2.3. Платёж (т.е. весь)\nв срок.",
        "Поставка по договору.",
    ]


def test_word_lists_match_any_case():
    import re

    assert re.fullmatch(any_case("старший полковник"), "старшего\nполковника")
    assert re.search(one_of(["代表团"]), "由代 表\n团")
    assert not re.search(one_of(["акт"]), "контракт")


def test_no_file_is_longer_than_the_house_allows():
    folder = Path(__file__).parents[3] / "src/corrobora/mentions/facts"
    assert max(len(path.read_text(encoding="utf-8").splitlines()) for path in folder.rglob("*.py")) <= 500
