"""Papers that tell of no visit or payment are named for what they are; a summary is no life."""

from __future__ import annotations

import pytest

from corrobora.mentions.facts.paper import Paper
from corrobora.mentions.facts.papertype import recognise
from corrobora.model.document import Page


def kind(text: str) -> str:
    return recognise(Paper((Page(1, text, document="x.pdf"),)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ДОВЕРЕННОСТЬ № 14\nг. Самара\nООО «Полюс-Строй» уполномочивает Гущину М. О.", "power_of_attorney"),
        ("ДОВІРЕНІСТЬ\nм. Львів, 5 травня 2023 року", "power_of_attorney"),
        ("授权委托书\n兹委托王海涛先生为我公司代理人。", "power_of_attorney"),
        ("BILL OF LADING\nB/L No. HLCU2024118\nShipper: Everbright Trading Co., Ltd.", "bill_of_lading"),
        ("КОНОСАМЕНТ № 118\nГрузоотправитель: АО «Волна»", "bill_of_lading"),
        ("FOR IMMEDIATE RELEASE\nOrbit Group opens plant", "press_release"),
        ("ПРЕСС-РЕЛИЗ\n14 марта 2024 года\nКомпания объявила о запуске линии.", "press_release"),
        ("CURRICULUM VITAE\nName: Daniel Brook\nEducation\nMSc Physics", "cv"),
        ("РЕЗЮМЕ\nСоколова Дарья Игоревна\nОпыт работы\n2012-2020 инженер", "cv"),
        ("РЕЗЮМЕ\nРынок вырос на 4 %, экспорт упал.", "other"),
        ("АКТ ПРИЕМА-ПЕРЕДАЧИ № 3\nМы, нижеподписавшиеся, составили настоящий акт", "report"),
        ("Заказ поставщику № 77 от 3 мая 2024\nПоставщик: ООО «Ветер»", "order"),
        ("План пребывания делегации\n3 мая 10.00 прибытие", "programme"),
        ("Журнал учёта входящей корреспонденции\n№ Дата Отправитель", "registry"),
        ("Запись беседы\nс торговым советником", "minutes"),
    ],
)
def test_the_heading_names_the_paper(text: str, expected: str) -> None:
    assert kind(text) == expected
