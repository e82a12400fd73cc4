"""Dates in the forms of four languages, with what they leave to their surroundings."""

from __future__ import annotations

import pytest

from corrobora.mentions import find
from corrobora.mentions.effect import effective_day
from corrobora.mentions.relative_dates import with_letter
from corrobora.model.mention import MentionType

FORMS = [
    ("ru", "в первом полугодии 2024 года", "2024-H1"),
    ("ru", "во II полугодии 2023 г.", "2023-H2"),
    ("ru", "2 п/г 2023 — план", "2023-H2"),
    ("ru", "в III квартале 2024 г.", "2024-Q3"),
    ("ru", "4 кв. 2023 г.", "2023-Q4"),
    ("ru", "в четвёртом квартале 2023 года", "2023-Q4"),
    ("ru", "пятнадцатого октября две тысячи двадцать четвёртого года", "2024-10-15"),
    ("ru", "в 2024 финансовом году", "2024"),
    ("ru", "май-июнь 2024 г.", "2024-05/2024-06"),
    ("ru", "с 28 мая по 3 июня 2024 г.", "2024-05-28/2024-06-03"),
    ("ru", "в 2023–2025 гг.", "2023/2025"),
    ("ru", "« 7 » мая 2024 г.", "2024-05-07"),
    ("ru", "в течение 45 рабочих дней", "P45D"),
    ("uk", "у першому півріччі 2024 року", "2024-H1"),
    ("uk", "II півріччя 2023 р.", "2023-H2"),
    ("uk", "у III кварталі 2024 року", "2024-Q3"),
    ("uk", "4 кв. 2023 р.", "2023-Q4"),
    ("uk", "у 2024 фінансовому році", "2024"),
    ("uk", "протягом 90 календарних днів", "P90D"),
    ("uk", "з 28 травня до 3 червня 2024 року", "2024-05-28/2024-06-03"),
    ("uk", "травень–червень 2024 р.", "2024-05/2024-06"),
    ("uk", "двадцять четвертого квітня дві тисячі двадцять третього року", "2023-04-24"),
    ("uk", "наприкінці 2025 року", "2025"),
    ("zh", "2024年上半年", "2024-H1"),
    ("zh", "2023年下半年", "2023-H2"),
    ("zh", "2024年第三季度", "2024-Q3"),
    ("zh", "二〇二五年第一季度", "2025-Q1"),
    ("zh", "二○二四年十月", "2024-10"),
    ("zh", "二零二四年十月十五日", "2024-10-15"),
    ("zh", "2024财年预算", "2024"),
    ("zh", "90个日历日内", "P90D"),
    ("zh", "三十个工作日内", "P30D"),
    ("zh", "交货期为十八个月", "P18M"),
    ("zh", "2023年12月28日—2024年1月3日", "2023-12-28/2024-01-03"),
    ("zh", "２０２４年１０月１５日", "2024-10-15"),
    ("en", "the first half of 2024", "2024-H1"),
    ("en", "1H 2024 results", "2024-H1"),
    ("en", "third quarter of 2024", "2024-Q3"),
    ("en", "in 4Q23", "2023-Q4"),
    ("en", "this 15th day of October 2024", "2024-10-15"),
    ("en", "the budget of FY2024", "2024"),
    ("en", "FY 2023/24", "2023/2024"),
    ("en", "within thirty (30) business days", "P30D"),
    ("en", "90 calendar days", "P90D"),
    ("en", "May-June 2024", "2024-05/2024-06"),
]

RELATIVE = [
    ("zh", "合同于2024年5月8日签署，次月15日付款", "2024-06-15"),
    ("zh", "2023年12月20日发货，次月付款", "2024-01"),
    ("zh", "双方于2024年5月8日会谈，上述日期有效", "2024-05-08"),
    ("ru", "Акт подписан 8 мая 2024 г., оплата до 10 числа следующего месяца.", "2024-06-10"),
    ("ru", "Акт подписан 8 мая 2024 г.; в указанную дату товар отгружен.", "2024-05-08"),
    ("uk", "Акт підписано 8 травня 2024 року, оплата до 10 числа наступного місяця.", "2024-06-10"),
    ("en", "Signed on 8 May 2024, payable by the 15th of the following month.", "2024-06-15"),
]

EFFECTIVE = [
    ("ru", "Договор от 5 февраля 2024 г. вступает в силу с 1 марта 2024 г. и действует до 31.12.2025.", "2024-03-01"),
    ("ru", "С 1 марта 2024 года вступает в силу новый порядок.", "2024-03-01"),
    ("uk", "Договір набирає чинності з 1 березня 2024 року.", "2024-03-01"),
    ("uk", "Дата набрання чинності: 01.03.2024", "2024-03-01"),
    ("zh", "本合同自2024年3月1日起生效。", "2024-03-01"),
    ("zh", "生效日期：二〇二四年三月一日", "2024-03-01"),
    ("en", "This Agreement is effective from 1 March 2024 until 31 December 2025.", "2024-03-01"),
    ("en", "It shall enter into force on March 1, 2024.", "2024-03-01"),
]


def dates(text: str, language: str) -> list[str]:
    return [m.value for m in find(text, language) if m.type is MentionType.DATE]


@pytest.mark.parametrize(("language", "text", "value"), FORMS)
def test_the_date_keeps_its_precision(language: str, text: str, value: str) -> None:
    assert value in dates(text, language)


@pytest.mark.parametrize(("language", "text", "value"), RELATIVE)
def test_another_date_makes_it_whole(language: str, text: str, value: str) -> None:
    assert dates(text, language)[-1] == value


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "每月结算，次月10日前付款"),
        ("zh", "2024年5月8日签署，2024年6月1日补充，上述日期"),
        ("ru", "Оплата до 10 числа следующего месяца."),
        ("ru", "Акт подписан 8 мая 2024 г.\n\nОплата до 10 числа следующего месяца."),
    ],
)
def test_without_an_anchor_there_is_no_value(language: str, text: str) -> None:
    assert dates(text, language)[-1] == ""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Визит состоится с 5 по 9 июня с.г. на заводе.", "2023-06-05/2023-06-09"),
        ("Візит відбудеться з 5 по 9 червня ц.р. на заводі.", "2023-06-05/2023-06-09"),
        ("Оплата произведена 12 мая текущего года.", "2023-05-12"),
        ("代表团将于今年6月5日至9日访问。", "2023-06-05/2023-06-09"),
        ("货物于本月15日到港。", "2023-05-15"),
        ("The visit of June 5-9 this year is confirmed.", "2023-06-05/2023-06-09"),
        ("Визит был 5 июня.", "--06-05"),
    ],
)
def test_this_year_is_the_letters(text: str, value: str) -> None:
    dated = with_letter(text, find(text), "2023-05-02")
    assert [m.value for m in dated if m.type is MentionType.DATE][-1] == value


@pytest.mark.parametrize(("language", "text", "day"), EFFECTIVE)
def test_the_day_of_effect(language: str, text: str, day: str) -> None:
    found = effective_day([(text, find(text, language))])
    assert found is not None and found[1] == day


def test_the_end_of_a_term_is_no_day_of_effect() -> None:
    assert effective_day([("Договор действует до 31.12.2025.", find("Договор действует до 31.12.2025."))]) is None
