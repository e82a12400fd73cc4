"""Procurement: contracts with annexes, amendments, invoices in four languages, payments, owners in charts."""

from __future__ import annotations

from cases import kit
from cases.kit import World, item, money, payment
from corrobora.sample import paper


def trade() -> World:
    """The world of ООО «Дельта-Снаб 9»."""
    w = World("trade", 78, {})
    _contracts(w)
    _chain(w)
    _owners(w)
    return w


def _contracts(w: World) -> None:
    w.contract(
        "ДС-18/2022", "signed", money(9_600_000, "CNY"), signed="2022-03-01",
        items=[item(4, 1_900_000, "CNY"), item(10, 200_000, "CNY")],
        payments=[payment(25, 2_400_000, "2022-03-31", "CNY"), payment(75, 7_200_000, "2022-12-15", "CNY")],
        deliveries=[{"latest": "2022-11-30"}], arithmetic=[{"check": "total", "ok": True}],
    )  # fmt: skip
    w.leak["Договоры/ДС-18/Договор ДС-18-2022.docx"] = paper.docx(
        [
            "ДОГОВОР ПОСТАВКИ № ДС-18/2022",
            "г. Екатеринбург                                       01 марта 2022 г.",
            "ООО «Дельта-Снаб 9», именуемое в дальнейшем «Покупатель», с одной стороны, и Wuxi Harmony Machinery Co., Ltd, именуемое в "
            "дальнейшем «Поставщик», с другой стороны, заключили настоящий Договор.",
            "1.1. Наименование, количество и цена товара указаны в Спецификации (Приложение № 1).",
            "2.1. Общая сумма Договора — 9 600 000,00 (девять миллионов шестьсот тысяч) китайских юаней.",
            "2.2. График платежей приведён в Приложении № 2.",
            "3.1. Товар поставляется не позднее 30 ноября 2022 г.",
        ]
    )
    w.leak["Договоры/ДС-18/Спецификация.xlsx"] = paper.xlsx(
        {
            "Приложение 1": [
                ["Приложение № 1 к Договору № ДС-18/2022 от 01.03.2022"], ["СПЕЦИФИКАЦИЯ"],
                ["№", "Наименование", "Кол-во", "Цена за ед., CNY", "Сумма, CNY"],
                [1, "Станок токарный WH-6", 4, 1900000, 7600000], [2, "Комплект оснастки", 10, 200000, 2000000],
                ["", "ИТОГО", "", "", 9600000],
            ]
        }
    )  # fmt: skip
    w.leak["Договоры/ДС-18/Приложение 2.docx"] = paper.docx(
        [
            "Приложение № 2 к Договору № ДС-18/2022 от 01.03.2022",
            "ГРАФИК ПЛАТЕЖЕЙ",
            [["Этап", "Доля, %", "Сумма, CNY", "Срок оплаты"], ["Аванс", "25", "2 400 000,00", "31.03.2022"], ["Окончательный расчёт", "75", "7 200 000,00", "15.12.2022"]],
        ]
    )
    w.contract(
        "UA-7/22", "signed", money(5_040_000, "UAH"), signed="2022-01-17", items=[item(7, 720_000, "UAH")],
        deliveries=[{"latest": "2022-04-17"}], arithmetic=[{"check": "total", "ok": True}],
    )  # fmt: skip
    w.leak["Договори/UA-7-22.pdf"] = paper.pdf(
        [
            "ДОГОВІР ПОСТАВКИ № UA-7/22",
            "м. Харків                                                 17 січня 2022 р.",
            [["№", "Найменування", "К-ть", "Ціна без ПДВ, грн", "Сума, грн"], ["1", "Насос гідравлічний НГ-2", "7", "720 000,00", "5 040 000,00"]],
            "Ціна Договору становить 5,04 млн грн.",
            "Строк поставки — 90 календарних днів з дати підписання Договору.",
        ],
        "Договір",
        "2022-01-17",
    )
    w.contract(
        "EX-304", "signed", money(1_250_000, "EUR"), signed="2021-10-05", items=[item(5, 250_000, "EUR")],
        payments=[payment(20, 250_000, "2021-10-15", "EUR"), payment(80, 1_000_000, "2022-06-30", "EUR")],
        deliveries=[{"latest": "2022-06-30"}], arithmetic=[{"check": "total", "ok": True}],
    )  # fmt: skip
    w.leak["Contracts/EX-304.docx"] = paper.docx(
        [
            "SUPPLY AGREEMENT No. EX-304",
            "Dated 5 October 2021",
            "between Baltic Gear Export OÜ (the Supplier) and Delta-Snab 9 LLC (the Purchaser)",
            [["Pos.", "Goods", "Quantity", "Price per unit, EUR", "Total, EUR"], ["1", "Gearbox BG-11", "5", "250 000", "1 250 000"], ["", "TOTAL", "", "", "1 250 000"]],
            "Contract price: EUR 1,250,000.00 (one million two hundred and fifty thousand euros).",
            "Payment schedule:",
            [["Instalment", "%", "Amount, EUR", "Due date"], ["Advance payment", "20", "250 000", "15 October 2021"], ["Final payment", "80", "1 000 000", "30 June 2022"]],
            "Delivery: Q2 2022.",
        ]
    )


def _chain(w: World) -> None:
    middle, end = ["ООО «Дельта-Снаб 9»", "Delta-Snab 9 LLC"], ["АО «Уральский завод «Компас-М»", "Ural Works Kompas-M JSC"]
    w.leak["Счета/PI-2022-118.html"] = kit.html(
        "PI",
        [
            "Wuxi Harmony Machinery Co., Ltd", "PROFORMA INVOICE", "No: PI-2022-118", "Date: 2022-04-20", "To: Delta-Snab 9 LLC",
            [["Item", "Qty (pcs)", "Unit price (CNY)", "Amount (CNY)"], ["Servo motor SM-7", "50", "3,200.00", "160,000.00"], ["Total", "50", "", "160,000.00"]],
        ],
    )  # fmt: skip
    w.leak["Счета/Счёт 77.docx"] = paper.docx(
        [
            "Счёт на оплату № 77 от 16 мая 2022 г.", "Поставщик: ООО «Дельта-Снаб 9», ИНН 6671234563", "Покупатель: АО «Уральский завод «Компас-М»",
            [["№", "Товары (работы, услуги)", "Кол-во", "Ед.", "Цена", "Сумма"], ["1", "Серводвигатель SM-7", "50", "шт", "52 000,00", "2 600 000,00"]],
            "Итого: 2 600 000,00 руб.", "В том числе НДС: 433 333,33 руб.",
        ]
    )  # fmt: skip
    w.leak["Банк/выписка май.xlsx"] = paper.xlsx(
        {
            "Выписка": [
                ["Выписка по счёту ООО «Дельта-Снаб 9»"], ["Дата", "Контрагент", "Сумма", "Назначение платежа"],
                ["20.05.2022", "АО «Уральский завод «Компас-М»", "+2600000.00", "Оплата по счёту № 77 от 16.05.2022"],
                ["26.05.2022", "ООО «Ветер»", "-12000.00", "Аренда"],
            ]
        }
    )  # fmt: skip
    w.truth["supply"] = [
        {
            "supplier": ["Wuxi Harmony Machinery Co., Ltd"], "intermediaries": [middle], "receiver": end, "quantity": 50,
            "value": money(160_000, "CNY"), "date": "2022-04-20",
            "other_values": [money(2_600_000, "RUB") | {"date": "2022-05-16"}, money(2_600_000, "RUB") | {"date": "2022-05-20"}],
        }
    ]  # fmt: skip


def _owners(w: World) -> None:
    owner = w.host("Ладыгин Тимур Эдуардович", "Ladygin Timur", role="owner")
    other = w.host("Сурикова Вера Глебовна", "Surikova Vera", role="owner")
    asset = ["ООО «Дельта-Снаб 9»", "Delta-Snab 9 LLC"]
    w.truth["ownership"] = [
        {"owner": [owner], "asset": asset, "share": 33.75, "path": []}, {"owner": [other], "asset": asset, "share": 55, "path": []},
    ]  # fmt: skip
    w.leak["Корпоративное/структура.docx"] = paper.docx(
        [
            "Структура владения ООО «Дельта-Снаб 9»",
            [["Владелец", "Объект", "Доля, %"], ["ООО «Триумф-Актив»", "ООО «Дельта-Снаб 9»", "45,0"], [other, "ООО «Дельта-Снаб 9»", "55,0"]],
            f"В свою очередь, ООО «Триумф-Актив» на 75 % принадлежит {owner.split()[0]}у Тимуру Эдуардовичу.",
        ]
    )
    register = [["Наименование", "ИНН", "ОГРН", "Дата регистрации", "ОКВЭД", "Учредитель", "Доля"]]
    register.append([asset[0], "6671234563", "1169600000011", "2016-02-02", "47.11", other, "55"])
    register.append([asset[0], "6671234563", "1169600000011", "2016-02-02", "47.11", "ООО «Триумф-Актив»", "45"])
    register.append(["ООО «Триумф-Актив»", "6671234570", "1149600000022", "2014-07-01", "64.20", owner, "75"])
    register += [[f"ООО «Сфера {n}»", f"66700{n:05d}", f"11296{n:08d}", "2012-01-01", "49.41", f"Попов Илья {n % 5}", "100"] for n in range(150)]
    w.records["реестр.csv"] = kit.delimited(register, "^", "utf-16")
    sanctions = [["№", "Наименование организации", "Программа", "Дата включения"], ["1", end_name(), "UKR-2", "2022-05-01"]]
    sanctions += [[str(n), f"АО «Список-{n} Тест»", "UKR-2", "2020-03-03"] for n in range(2, 50)]
    w.records["sanctions_ru.csv"] = kit.delimited(sanctions, ",", "utf-8")
    exposure = [{"date": "2022-05-16", "before_listing": False}, {"date": "2022-05-20", "before_listing": False}]
    w.truth["sanctions"] = [{"target": [end_name(), "Ural Works Kompas-M JSC"], "since": "2022-05-01", "exposure": exposure[:1]}]


def end_name() -> str:
    """The end user."""
    return "АО «Уральский завод «Компас-М»"
