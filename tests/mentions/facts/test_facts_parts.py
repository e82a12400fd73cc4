"""Which unit belongs to which."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corrobora.mentions import find
from corrobora.mentions.facts import read_facts
from corrobora.model.document import Page
from corrobora.model.facts import OrganizationPart


def parts(text: str) -> list[tuple[str, str]]:
    page = Page(1, text, "", document="a.txt")
    mentions = [replace(m, document="a.txt", page=1) for m in find(text)]
    found = [fact for fact in read_facts([page], mentions, {}) if isinstance(fact, OrganizationPart)]
    assert all(text[f.span.start : f.span.end] == f.span.quote for f in found)
    return [(fact.part, fact.whole) for fact in found]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "Начальник бюро технического сотрудничества Главного управления международных связей Государственной "
            "комиссии по импорту Петров П.П. сообщил о визите.",
            [
                "Бюро технического сотрудничества",
                "Главное управление международных связей",
                "Государственная комиссия по импорту",
            ],
        ),
        ("Начальник отдела внешних связей АО «Заря-Прибор» Иванов И.И.", ["Отдел внешних связей", "АО «Заря-Прибор»"]),
        (
            "МИНИСТЕРСТВО ТОРГОВЛИ\nДЕПАРТАМЕНТ ВНЕШНИХ СВЯЗЕЙ\nОтдел приёма делегаций\n\nг. Рязань",
            ["Отдел приёма делегаций", "Департамент внешних связей", "Министерство торговли"],
        ),
        (
            "Начальник відділу експертизи Головного управління контролю Міністерства оборони України Іваненко І.І.",
            ["Відділ експертизи", "Головне управління контролю", "Міністерство оборони України"],
        ),
        ("国家国防工业委员会国际合作司技术处处长王明", ["技术处", "国际合作司", "国家国防工业委员会"]),
        (
            "Head of the Export Section of the Department of Foreign Relations, Ministry of Trade, Mr Smith.",
            ["Export Section", "Department of Foreign Relations", "Ministry of Trade"],
        ),
    ],
)
def test_a_chain_of_units(text: str, chain: list[str]) -> None:
    assert set(parts(text)) == set(zip(chain, chain[1:], strict=False))


@pytest.mark.parametrize(
    "text",
    [
        "В отделе кадров нам сообщили. Управление делами и отдел продаж завода работают.",
        "Прошу управление согласовать визит группы специалистов завода.",
        "技术部分工作由该公司负责",
        "深圳龙翼航空科技有限公司",
        "哈尔滨龙翼训练系统公司",
        "Управление проектом поручено ООО «Зарница-М».",
        "The Department of Trade met. Ministry of Transport officials came later.",
        "",
    ],
)
def test_what_names_no_whole_is_no_part(text: str) -> None:
    assert parts(text) == []
