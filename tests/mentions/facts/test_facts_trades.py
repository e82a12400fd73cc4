from __future__ import annotations

from decimal import Decimal

from fact_papers import facts_in, facts_on, grid_page, only

from corrobora.model.facts import TradeFact


def trade(text: str, **more: object) -> TradeFact:
    return only(TradeFact, facts_in(text, **more))[0]


def lines(found: TradeFact) -> list[tuple[str, str | None, Decimal | None, Decimal | None]]:
    return [
        (x.description, x.quantity, x.unit_price.amount if x.unit_price else None, x.total.amount if x.total else None)
        for x in found.lines
    ]


def test_ukrainian_invoice():
    found = trade("""РАХУНОК-ФАКТУРА № СФ-0012
від 5 лютого 2023 р.
Постачальник: ТОВ «Дніпро-Комплект», ЄДРПОУ 38412345
Покупець: ПАТ «Хвиля», ЄДРПОУ 14312366
№ Товар Кількість Ціна, грн Сума, грн
1 Датчик тиску ДТ-5 40 1 250,00 50 000,00
Разом 50 000,00
""")
    assert (found.kind, found.number, found.date, found.supplier, found.buyer) == (
        "invoice",
        "СФ-0012",
        "2023-02-05",
        "ТОВ «Дніпро-Комплект»",
        "ПАТ «Хвиля»",
    )
    assert lines(found) == [("Датчик тиску ДТ-5", "40", Decimal(1250), Decimal(50000))]
    assert found.total is not None and (found.total.amount, found.total.currency) == (50000, "UAH")
    assert found.numbers == (("ТОВ «Дніпро-Комплект»", "38412345"), ("ПАТ «Хвиля»", "14312366"))


def test_chinese_invoice_with_an_end_user():
    found = trade("""形式发票
发票编号:HX-2023-0091
日期:2023年4月12日
卖方:华翔电子有限公司
买方:OOO "Северный Ветер"
最终用户:АО «Полярный завод»
品名 数量 单价(人民币) 金额(人民币)
陀螺仪G-200 15 12,000 180,000
合计:180,000元
""")
    assert (found.number, found.supplier, found.buyer, found.end_user) == (
        "HX-2023-0091",
        "华翔电子有限公司",
        'OOO "Северный Ветер"',
        "АО «Полярный завод»",
    )
    assert lines(found) == [("陀螺仪G-200", "15", Decimal(12000), Decimal(180000))]


def test_english_invoice_on_the_suppliers_paper():
    found = trade("""HUAXIANG ELECTRONICS CO., LTD
COMMERCIAL INVOICE
Invoice No. HX-77
Date 2024-04-14
Buyer Severny-Veter LLC (ООО «Северный Ветер»), INN 7801234567, Murmansk
Model Description Qty Unit price, USD Amount, USD
G-200 Gyroscope, civil 7 41,000.00 287,000.00
TOTAL 287,000.00
""")
    assert (found.supplier, found.buyer, found.date) == (
        "HUAXIANG ELECTRONICS CO., LTD",
        "Severny-Veter LLC",
        "2024-04-14",
    )
    assert set(found.numbers) == {("Severny-Veter LLC", "7801234567"), ("ООО «Северный Ветер»", "7801234567")}
    assert found.total is not None and found.total.amount == 287000


def test_invoice_lines_without_a_price():
    found = trade("""СЧЁТ № СВ-88 от 7 мая 2024 г.
Поставщик: ООО «Северный ветер» ИНН 7801234567
Товар Кол-во Сумма, руб.
Изделие G-200 7 30 953 321,00
Всего к оплате 30 953 321,00
""")
    assert (found.number, lines(found)) == ("СВ-88", [("Изделие G-200", "7", None, Decimal(30953321))])
    assert found.total is not None and (found.total.amount, found.total.currency) == (30953321, "RUB")


def test_payment_order_for_a_military_unit():
    found = trade("""ПЛАТЁЖНОЕ ПОРУЧЕНИЕ № ПП-12
26.08.2024
Плательщик АО «Питание-Сервис», ИНН 2754756459
Получатель ООО «Северный ветер», ИНН 7801234567
Сумма 8 000 000,00 руб.
Назначение платежа Оплата за БПЛА «Стриж-10», 100 шт. по 80 000,00 руб., для в/ч 34567
""")
    assert (found.kind, found.buyer, found.supplier, found.end_user) == (
        "payment",
        "АО «Питание-Сервис»",
        "ООО «Северный ветер»",
        "в/ч 34567",
    )
    assert lines(found) == [("БПЛА «Стриж-10»", "100", Decimal(80000), None)]
    assert found.total is not None and found.total.amount == 8000000


def test_english_payment_order_names_its_invoice():
    found = trade("""PAYMENT ORDER No. 5521
Date: 21 June 2023
Payer: Northern Wind LLC, INN 7801234567
Beneficiary: Huaxiang Electronics Co., Ltd
Amount: CNY 180,000.00
Purpose of payment: Payment under invoice HX-2023-0091 for gyroscopes G-200, 15 pcs
at CNY 12,000.00, for the needs of military unit 34567
""")
    assert (found.reference, found.end_user) == ("HX-2023-0091", "military unit 34567")
    assert lines(found) == [("gyroscopes G-200", "15", Decimal(12000), None)]


def test_letter_of_a_military_unit():
    found = trade("""ВОЙСКОВАЯ ЧАСТЬ 34567
Исх. № 12/419 от 18.06.2023
Прошу поставить гироскопы «Игла-5» в количестве 15 шт. по цене 1 250 000 руб. за единицу.
""")
    assert (found.kind, found.end_user, lines(found)) == (
        "order",
        "ВОЙСКОВАЯ ЧАСТЬ 34567",
        [("гироскопы «Игла-5»", "15", Decimal(1250000), None)],
    )


def test_purchase_order_and_waybill():
    order = trade("""PURCHASE ORDER
PO No: NW-00871 Date: 3 May 2023
Supplier: Huaxiang Electronics Co., Ltd
Buyer: Northern Wind LLC
Item Description Qty Unit Price (CNY) Total (CNY)
1 Gyroscope G-200 15 12,000.00 180,000.00
""")
    assert (order.kind, order.number, order.date, order.supplier, order.buyer) == (
        "order",
        "NW-00871",
        "2023-05-03",
        "Huaxiang Electronics Co., Ltd",
        "Northern Wind LLC",
    )
    note = trade(
        "ТОВАРНАЯ НАКЛАДНАЯ № 77 от 11.07.2023\nГрузоотправитель: ООО «Ветер»\nГрузополучатель: АО «Завод»\n"
        "Основание: договор № 8-П\n"
    )
    assert (note.kind, note.number, note.supplier, note.buyer, note.reference) == (
        "delivery",
        "77",
        "ООО «Ветер»",
        "АО «Завод»",
        "8-П",
    )


def test_statement_rows_know_who_pays_whom():
    page = grid_page(
        [
            ["Дата", "№ док.", "Контрагент", "ИНН", "Списание", "Зачисление", "Назначение"],
            [
                "20.04.2024",
                "418",
                "Huaxiang Electronics Co., Ltd",
                "",
                "55808840",
                "",
                "Payment for invoice HX-0417 dd 2024-04-14",
            ],
            ["12.05.2024", "77", "АО «Полярный завод»", "5190000000", "", "65 854 000,00", "Оплата по счёту СВ-88"],
        ]
    )
    paid, received = only(TradeFact, facts_on(page))
    assert (paid.supplier, paid.buyer, paid.date, paid.reference) == (
        "Huaxiang Electronics Co., Ltd",
        None,
        "2024-04-20",
        "HX-0417",
    )
    assert paid.total is not None and paid.total.contract() == {"amount": "55808840", "currency": "RUB"}
    assert (received.supplier, received.buyer, received.reference, received.numbers) == (
        None,
        "АО «Полярный завод»",
        "СВ-88",
        (("АО «Полярный завод»", "5190000000"),),
    )


def test_chinese_statement_with_its_holder():
    page = grid_page(
        [
            ["日期", "凭证号", "对方户名", "借方金额", "贷方金额", "摘要"],
            ["2024-03-02", "1001", "北山电子有限公司", "125,000.00", "", "货款 合同BS-12"],
        ],
        above="对账单\n户名:深海科技有限公司",
    )
    (row,) = only(TradeFact, facts_on(page))
    assert (row.supplier, row.buyer, row.total.contract() if row.total else None) == (
        "北山电子有限公司",
        "深海科技有限公司",
        {"amount": "125000", "currency": "CNY"},
    )


def test_a_mail_names_the_end_user_of_an_invoice():
    found = trade(
        "Dear friend,\nattached the packing list for HX-0417. For the final user Polar Plant JSC we keep confidential.",
        metadata={"from": "a@b.example", "to": "c@d.example"},
    )
    assert (found.reference, found.end_user) == ("HX-0417", "Polar Plant JSC")
