from __future__ import annotations

from decimal import Decimal

import pytest
from fact_papers import facts_in, facts_on, grid_page, only, page_of

from corrobora.model.facts import ContractFact


def contract(text: str, **more: object) -> ContractFact:
    return only(ContractFact, facts_in(text, **more))[0]


def items(found: ContractFact) -> list[tuple[str, str | None, Decimal | None]]:
    return [(i.description, i.quantity, i.unit_price.amount if i.unit_price else None) for i in found.items]


def payments(found: ContractFact) -> list[tuple[str | None, Decimal | None, str | None]]:
    return [(p.share, p.amount.amount if p.amount else None, p.due) for p in found.payments]


RUSSIAN = """ДОГОВОР ПОСТАВКИ № 88/ПК-2023
г. Самара                                             «7» июня 2023 г.
АО «Волга-Комплект», именуемое в дальнейшем «Поставщик», в лице директора Яшина О.П., с одной
стороны, и Qingshan Machinery Group Co., Ltd., именуемое в дальнейшем «Покупатель», с другой
стороны, заключили настоящий Договор:
1. Предмет: оборудование, условное наименование «Кедр»:
- станок СТ-40 — 6 шт. по цене 1 200 000 евро за единицу, всего 7 200 000 евро;
- комплект оснастки КО-2 — 3 комплекта по цене 150 000 евро за единицу.
2. Цена Договора составляет 7 650 000,00 (семь миллионов шестьсот пятьдесят тысяч) евро.
3. Первый платёж в размере 2 295 000 евро (30 % цены Договора) — в срок до 15 июля 2023 г.; второй
платёж в размере 3 060 000 евро (40 %) — до конца I квартала 2024 г.; окончательный расчёт 2 295 000
евро (30 %) — не позднее декабря 2024 года.
4. Поставка станков СТ-40 осуществляется не позднее 12 месяцев с даты поступления аванса.
5. За просрочку платежа начисляется пеня 0,05 % за каждый день, но не более 5 % цены Договора.
"""
ENGLISH = """CONTRACT No. EX-44/23-K
(code name "Beluga")
Signed: 9 February 2024
Zarya Export JSC (hereinafter referred to as the "Seller") and East Sea Aviation Corporation
(hereinafter referred to as the "Buyer") have concluded this Contract.
Item Qty Unit price, USD Amount, USD
Engine TV-7 12 2,500,000.00 30,000,000.00
Spare parts kit 4 125,000.00 500,000.00
TOTAL 30,500,000.00
2. The total contract value is USD 30,500,000.
3.1 Advance payment of 20% of the contract value, i.e. USD 6,100,000, shall be made not later than 30 June 2024.
3.2 The second instalment of 30% in the amount of USD 9,150,000 is payable by the end of December 2024.
3.3 The balance of 50% (USD 15,250,000) shall be paid within 12 months after signature of the Contract.
4.1 Engine TV-7: not earlier than 6 and not later than 14 months from the date of the first payment.
4.2 Delivery in full shall be completed not earlier than 16 months from the date of the advance payment.
"""
CHINESE = """采购合同
合同编号:DH-2022-077
签订日期:2022年6月20日
卖方(甲方):哈尔科夫航空发动机厂
买方(乙方):东海航空技术进出口有限公司
序号 名称 数量 单价(美元) 金额(美元)
1 MS-40发动机 8 350,000 2,800,000
2 备件 3 45,500 136,500
合计 2,936,500
二、合同总价为2,936,500美元。
1、预付款30%,计880,950美元,于2022年8月31日前支付;
2、剩余70%,计2,055,550美元,不迟于2023年3月31日支付。
四、交货期:自首付款之日起不早于6个月、不迟于12个月。
"""
UKRAINIAN = """ДОГОВІР № 12/22-ЕК
м. Харків                              15 червня 2022 року
ДП «Степовий завод», надалі «Виконавець», в особі директора Мороза В.І., та Бюро авіаційної техніки
КНР, надалі «Замовник», уклали цей договір.
№ Найменування Кількість Ціна за одиницю, дол. США Сума, дол. США
1 Двигун МС-40 8 350 000 2 800 000
2 Комплект запасних частин 3 45 500 136 500
Разом 2 936 500
2. Загальна вартість договору становить 2 936 500 доларів США.
а) аванс 25 % — 734 125,00 доларів США — до 1 серпня 2022 року;
б) 75 % вартості договору, що становить 2 202 375,00 доларів США, не пізніше 31 березня 2023 року.
4. Строк поставки: протягом 10 місяців з дати авансового платежу.
"""


def test_russian_contract_in_prose():
    found = contract(RUSSIAN)
    assert (found.number, found.codename, found.status, found.signed) == ("88/ПК-2023", "Кедр", "signed", "2023-06-07")
    assert found.parties == ("АО «Волга-Комплект»", "Qingshan Machinery Group Co., Ltd")
    assert found.total is not None and found.total.contract() == {"amount": "7650000", "currency": "EUR"}
    assert items(found) == [("станок СТ-40", "6", Decimal(1200000)), ("комплект оснастки КО-2", "3", Decimal(150000))]
    assert payments(found) == [
        ("30", Decimal(2295000), "2023-07-15"),
        ("40", Decimal(3060000), "2024-03-31"),
        ("30", Decimal(2295000), "2024-12-31"),
    ]
    assert [(d.item, d.anchor, d.latest_months) for d in found.deliveries] == [("станков СТ-40", "first_payment", 12)]


def test_english_contract():
    found = contract(ENGLISH)
    assert (found.number, found.codename, found.status, found.signed) == (
        "EX-44/23-K",
        "Beluga",
        "signed",
        "2024-02-09",
    )
    assert found.parties == ("Zarya Export JSC", "East Sea Aviation Corporation")
    assert items(found) == [("Engine TV-7", "12", Decimal(2500000)), ("Spare parts kit", "4", Decimal(125000))]
    assert payments(found) == [
        ("20", Decimal(6100000), "2024-06-30"),
        ("30", Decimal(9150000), "2024-12-31"),
        ("50", Decimal(15250000), "2025-02-09"),
    ]
    engine, whole = found.deliveries
    assert (engine.item, engine.earliest_months, engine.latest_months, engine.anchor) == (
        "Engine TV-7",
        6,
        14,
        "first_payment",
    )
    assert (whole.complete, whole.earliest_months) == (True, 16)


def test_chinese_contract():
    found = contract(CHINESE)
    assert (found.number, found.signed) == ("DH-2022-077", "2022-06-20")
    assert found.parties == ("哈尔科夫航空发动机厂", "东海航空技术进出口有限公司")
    assert items(found) == [("MS-40发动机", "8", Decimal(350000)), ("备件", "3", Decimal(45500))]
    assert payments(found) == [("30", Decimal(880950), "2022-08-31"), ("70", Decimal(2055550), "2023-03-31")]
    assert [(d.earliest_months, d.latest_months, d.anchor) for d in found.deliveries] == [(6, 12, "first_payment")]


def test_ukrainian_contract():
    found = contract(UKRAINIAN)
    assert found.parties == ("ДП «Степовий завод»", "Бюро авіаційної техніки КНР")
    assert items(found) == [("Двигун МС-40", "8", Decimal(350000)), ("Комплект запасних частин", "3", Decimal(45500))]
    assert payments(found) == [("25", Decimal(734125), "2022-08-01"), ("75", Decimal(2202375), "2023-03-31")]
    assert [(d.latest_months, d.anchor) for d in found.deliveries] == [(10, "first_payment")]


@pytest.mark.parametrize(
    ("text", "version", "day"),
    [
        ("ПРОЕКТ. Редакция 2 от 06.02.2024\nКОНТРАКТ № Р/1-2024", 2, "2024-02-06"),
        ("ПРОЄКТ (редакція 3 від 14.02.2023)\nКОНТРАКТ № УК-7/23", 3, "2023-02-14"),
        ("DRAFT version 3 dated 11 May 2023\nCONTRACT No. EX-44", 3, "2023-05-11"),
        ("合同草案 第二稿 2023年5月11日\n采购合同\n合同编号:DH-1", 2, "2023-05-11"),
    ],
)
def test_drafts_are_never_signed(text, version, day):
    found = contract(text)
    assert (found.status, found.signed, found.version, found.version_date) == ("draft", None, version, day)


def test_the_share_of_a_price_is_not_the_price():
    text = (
        "КОНТРАКТ № 5-К\nСтатья 2. Общая стоимость контракта составляет 447 300 000 (долларов США).\n— 30 % "
        "стоимости контракта, что составляет 134 190 000,00 долларов США, до 31 марта 2025 г.;"
    )
    found = contract(text)
    assert found.total is not None and found.total.amount == 447300000
    assert payments(found) == [("30", Decimal(134190000), "2025-03-31")]


def test_items_and_payments_in_tables():
    goods = grid_page(
        [
            ["№", "Наименование", "Количество", "Цена за единицу, USD", "Стоимость, USD"],
            ["1", "Станок «Барс»", "35", "6 800 000", "238 000 000"],
            ["2", "Тягач КМ-9", "5", "5 200 000", "26 000 000"],
            ["", "ИТОГО", "", "", "264 000 000"],
        ],
        above="КОНТРАКТ № 7/23-К от 05.05.2023",
    )
    schedule = grid_page(
        [
            ["Этап", "Доля, %", "Сумма, USD", "Срок оплаты"],
            ["1", "40", "105 600 000", "до 30 июня 2023 г."],
            ["2", "60", "158 400 000", "II квартал 2024 г."],
        ],
        page=2,
    )
    found = only(ContractFact, facts_on(goods, schedule))[0]
    assert items(found) == [("Станок «Барс»", "35", Decimal(6800000)), ("Тягач КМ-9", "5", Decimal(5200000))]
    assert found.total is not None and found.total.contract() == {"amount": "264000000", "currency": "USD"}
    assert payments(found) == [("40", Decimal(105600000), "2023-06-30"), ("60", Decimal(158400000), "2024-06-30")]


def test_a_schedule_in_plain_lines_is_proved_by_the_shares():
    text = """SUPPLY AGREEMENT No. 2024/07-ME
The total price of the Agreement is EUR 4,800,000.00.
Payment No. Share, % Amount, EUR Due date
1 25 1,200,000.00 31 March 2024
2 75 3,600,000.00 28 February 2025
"""
    assert payments(contract(text)) == [("25", Decimal(1200000), "2024-03-31"), ("75", Decimal(3600000), "2025-02-28")]


@pytest.mark.parametrize(
    ("text", "number", "signed", "total"),
    [
        (
            "Справка\nКонтракт № Р/1-2024-Д (поставка техники) подписан 14 октября 2024 г. Общая стоимость — "
            "426 900 000 долларов США.",
            "Р/1-2024-Д",
            "2024-10-14",
            426900000,
        ),
        (
            "Договор № 77-ВТ/21 («Сапфир») заключён 2 июля 2021 года на сумму 18,4 млн евро.",
            "77-ВТ/21",
            "2021-07-02",
            18400000,
        ),
        (
            "Колеги, контракт QS-0415/23 підписано 15 квітня 2023 року, загальна вартість 7,65 млн євро.",
            "QS-0415/23",
            "2023-04-15",
            7650000,
        ),
        (
            "Contract No. EX-44/23-K was signed on 5 September 2023, total value USD 12.5 million.",
            "EX-44/23-K",
            "2023-09-05",
            12500000,
        ),
        ("双方指出,2023年11月13日已签署第DH-90/23号合同。", "DH-90/23", "2023-11-13", None),
        (
            "ПРОТОКОЛ\nПекин, 20 мая 2021 г.\nСтороны подписали контракт № 55-ТК/21 на сумму 9 400 000 долларов США.",
            "55-ТК/21",
            "2021-05-20",
            9400000,
        ),
        ("Контракт № 90-ВТ/24 пока не подписан, подписание планируется 15 апреля 2024 г.", "90-ВТ/24", None, None),
    ],
)
def test_contracts_that_other_papers_report(text, number, signed, total):
    found = contract(text)
    assert (found.number, found.status, found.signed, found.total.amount if found.total else None) == (
        number,
        "reported",
        signed,
        total,
    )


def test_an_annex_belongs_to_its_contract():
    assert contract("Приложение № 1\nк контракту № 88/ПК-2023 от 07.06.2023\nСПЕЦИФИКАЦИЯ").number == "88/ПК-2023"


def test_letters_put_for_cyrillic_by_the_chinese_recogniser():
    from corrobora.model.document import Page

    text = (
        "ПРОТОКОЛ РАБОЧЕЙ ВСТРЕЧИ\nг. Самара, 13 ноября 2023 г.\nСтороны рассмотрели вопрос поставки "
        "самолётов заказчику и сроки.\n双方指出,2023年11月13日已签署第\n3C-90/23号合同。"
    )
    recognised = only(ContractFact, facts_on(Page(1, text, ocr_confidence=0.9, document="a.pdf")))
    assert [c.number for c in recognised] == ["ЗС-90/23"]
    assert [c.number for c in only(ContractFact, facts_on(page_of(text)))] == ["3C-90/23"]
