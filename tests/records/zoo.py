"""Invented tables of every kind, in four languages and without headers, with what each column holds."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path

RU = [
    "Абрикосов Лев Ильич",
    "Бочкарёва Нина Павловна",
    "Верещагин Олег Петрович",
    "Грушина Алла Юрьевна",
    "Дёмин Пётр Львович",
    "Ежов Артём Сергеевич",
    "Жилина Вера Ивановна",
    "Зорин Глеб Олегович",
    "Карпухин Яков Романович",
    "Лаптева Инна Глебовна",
]
UK = [
    "Барвінок Остап Тарасович",
    "Вишняк Ганна Петрівна",
    "Гончаренко Андрій Іванович",
    "Дзюба Олена Юріївна",
    "Журба Микола Степанович",
    "Зозуля Ірина Павлівна",
    "Калина Богдан Олегович",
    "Лисенко Марія Андріївна",
    "Мороз Тарас Ігорович",
    "Носенко Юлія Вікторівна",
]
ZH = ["王建平", "李小红", "张伟民", "刘晓东", "陈志远", "杨丽华", "赵国强", "黄海燕", "周文斌", "吴佳怡"]
EN = [
    "Arthur Pellman",
    "Beatrice Cole",
    "Conrad Whitby",
    "Daphne Marlow",
    "Edwin Harte",
    "Florence Quill",
    "Gerald Nye",
    "Helen Ostrow",
    "Ivor Penrose",
    "Judith Ames",
]
PINYIN = [
    "WANG JIANPING",
    "LI XIAOHONG",
    "ZHANG WEIMIN",
    "LIU XIAODONG",
    "CHEN ZHIYUAN",
    "YANG LIHUA",
    "ZHAO GUOQIANG",
    "HUANG HAIYAN",
    "ZHOU WENBIN",
    "WU JIAYI",
]
FIRMS_RU = [
    "ООО «Лазурь»",
    "АО «Берег-Транс»",
    "ПАО «Северный мост»",
    "ООО «Ковыль»",
    "ООО «Рассвет Плюс»",
    "АО «Завод Вектор-7»",
]
FIRMS_UK = [
    "ТОВ «Лагуна»",
    "ПрАТ «Берегиня»",
    "ТОВ «Степ Агро»",
    "ПП «Калина»",
    "АТ «Завод Прогрес»",
    "ТОВ «Рута Трейд»",
]
FIRMS_ZH = [
    "上海蓝海贸易有限公司",
    "北京恒远科技有限公司",
    "深圳明月电子有限公司",
    "广州东升机械有限公司",
    "青岛海风物流有限公司",
    "天津华光集团",
]
FIRMS_EN = [
    "Bluewater Trading Ltd",
    "Hillcrest Holdings LLC",
    "Norfolk Marine Inc",
    "Oakfield Systems GmbH",
    "Pinecone Co., Ltd",
    "Silverline Logistics BV",
]
AIRPORTS = ["PEK", "SVO", "PVG", "LED", "VVO", "CAN", "KBP", "IST", "DXB", "HRB"]


def inn(rng: random.Random) -> str:
    """A Russian company number with a right check digit."""
    head = f"{rng.randint(10, 77)}{rng.randint(10, 99)}{rng.randint(10000, 99999)}"
    weights = (2, 4, 10, 3, 5, 9, 4, 6, 8)
    return head + str(sum(int(d) * w for d, w in zip(head, weights, strict=True)) % 11 % 10)


def ogrn(rng: random.Random) -> str:
    """A Russian state number with a right check digit."""
    head = f"1{rng.randint(2, 23):02d}77{rng.randint(1000000, 9999999)}"
    return head + str(int(head) % 11 % 10)


def day(rng: random.Random, low: int, high: int, form: str) -> str:
    """A date between two years, written in a form."""
    year, month, number = rng.randint(low, high), rng.randint(1, 12), rng.randint(1, 28)
    return form.format(y=year, m=month, d=number, yy=year % 100)


DOTTED, ISO, SLASHED, HAN, COMPACT, SHORT = (
    "{d:02d}.{m:02d}.{y}",
    "{y}-{m:02d}-{d:02d}",
    "{m}/{d}/{y}",
    "{y}年{m}月{d}日",
    "{y}{m:02d}{d:02d}",
    "{d:02d}.{m:02d}.{yy:02d}",
)


def make(columns: list[tuple[str, str, list[str]]], delimiter: str = ";", *, header: bool = True) -> bytes:
    """A text table in UTF-8: (property, header, cells) for each column."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    if header:
        writer.writerow([name for _, name, _ in columns])
    writer.writerows(zip(*(cells for _, _, cells in columns), strict=True))
    return out.getvalue().encode()


def tables(rows: int = 50, seed: int = 7) -> dict[str, tuple[str, str, list[tuple[str, str, list[str]]]]]:
    """Name -> (kind, delimiter, columns)."""
    rng = random.Random(seed)
    lines = Path(__file__).with_name("zoo_headers.tsv").read_text(encoding="utf-8").splitlines()
    known = dict(line.split("\t") for line in lines)
    pick = lambda values: [rng.choice(values) for _ in range(rows)]  # noqa: E731
    some = lambda make_one: [make_one() for _ in range(rows)]  # noqa: E731
    births = lambda form: some(lambda: day(rng, 1948, 2004, form))  # noqa: E731
    events = lambda form: some(lambda: day(rng, 2022, 2024, form))  # noqa: E731
    flights = some(lambda: f"{rng.choice(['CA', 'SU', 'MU', 'PS', 'TK'])}{rng.randint(100, 999)}")
    passports = some(lambda: f"{rng.choice('EGK')}{rng.randint(10**7, 10**8 - 1)}")
    pnr = some(lambda: "".join(rng.choice("ABCDEFGHJKLMNPQRSTUVWXYZ23456789") for _ in range(5)) + rng.choice("ABCDEF"))
    times = some(lambda: f"{rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}")
    hs = some(lambda: f"{rng.randint(8400, 9099)}{rng.randint(100000, 999999)}")
    money = some(lambda: f"{rng.randint(1000, 900000)},{rng.randint(10, 99)}")
    points = some(lambda: f"{rng.randint(1000, 900000)}.{rng.randint(10, 99)}")
    tails = some(lambda: f"RA-{rng.randint(10000, 99999)}")
    inns, ogrns = some(lambda: inn(rng)), some(lambda: ogrn(rng))
    flight = ["date", "number", "from", "to", "name", "birth_date", "document", "booking"]

    def flight_table(headers: str, names: list[str], form: str) -> list[tuple[str, str, list[str]]]:
        cells = [events(form), flights, pick(AIRPORTS), pick(AIRPORTS), pick(names), births(form), passports, pnr]
        return list(zip(flight, headers.split("|"), cells, strict=True))

    border = ["name", "birth_date", "nationality", "document", "direction", "point", "date"]

    def border_table(
        headers: str, names: list[str], nations: list[str], ways: list[str], points_: list[str], form: str
    ) -> list[tuple[str, str, list[str]]]:
        when = [f"{date} {clock}" for date, clock in zip(events(form), times, strict=True)]
        cells = [pick(names), births(form), pick(nations), passports, pick(ways), pick(points_), when]
        return list(zip(border, headers.split("|"), cells, strict=True))

    customs = [
        "number",
        "date",
        "direction",
        "sender",
        "receiver",
        "hs_code",
        "description",
        "quantity",
        "weight",
        "value",
        "country",
    ]

    def customs_table(
        headers: str, firms: list[str], goods: list[str], ways: list[str], amounts: list[str], form: str
    ) -> list[tuple[str, str, list[str]]]:
        declarations = some(
            lambda: f"{rng.randint(10**7, 10**8 - 1)}/{rng.randint(10, 28)}0123/{rng.randint(10**6, 10**7 - 1)}"
        )
        cells = [
            declarations,
            events(form),
            pick(ways),
            pick(FIRMS_EN),
            pick(firms),
            hs,
            pick(goods),
            some(lambda: str(rng.randint(1, 900))),
            amounts,
            amounts[::-1],
            pick(["CN", "DE", "TR"]),
        ]
        return list(zip(customs, headers.split("|"), cells, strict=True))

    court = ["case", "court", "date", "plaintiff", "defendant", "subject", "amount", "result"]

    def court_table(  # noqa: PLR0917
        headers: str,
        cases: list[str],
        courts: list[str],
        firms: list[str],
        subjects: list[str],
        results: list[str],
        form: str,
    ) -> list[tuple[str, str, list[str]]]:
        cells = [
            cases,
            pick(courts),
            events(form),
            pick(firms),
            pick(firms),
            pick(subjects),
            some(lambda: str(rng.randint(10000, 9999999))),
            pick(results),
        ]
        return list(zip(court, headers.split("|"), cells, strict=True))

    asset = ["registration", "type", "serial", "owner", "base", "built"]

    def asset_table(headers: str, firms: list[str], places: list[str]) -> list[tuple[str, str, list[str]]]:
        cells = [
            tails,
            pick(["Ан-26", "Ил-76ТД", "Як-42Д", "Ту-204"]),
            some(lambda: str(rng.randint(10**6, 10**7))),
            pick(firms),
            pick(places),
            some(lambda: str(rng.randint(1978, 2019))),
        ]
        return list(zip(asset, headers.split("|"), cells, strict=True))

    patient = ["name", "birth_date", "date", "note", "organization"]

    def patient_table(
        headers: str, names: list[str], notes: list[str], places: list[str], form: str
    ) -> list[tuple[str, str, list[str]]]:
        return list(
            zip(
                patient,
                headers.split("|"),
                [pick(names), births(form), events(form), pick(notes), pick(places)],
                strict=True,
            )
        )

    recruit = ["name", "birth_date", "nationality", "date"]

    def recruit_table(
        headers: str, names: list[str], nations: list[str], form: str
    ) -> list[tuple[str, str, list[str]]]:
        return list(
            zip(recruit, headers.split("|"), [pick(names), births(form), pick(nations), events(form)], strict=True)
        )

    company = ["name", "inn", "ogrn", "registered", "status", "activity_code", "director"]
    okved = some(lambda: f"{rng.randint(10, 96)}.{rng.randint(10, 99)}")

    def company_table(
        headers: str, firms: list[str], states: list[str], names: list[str], form: str
    ) -> list[tuple[str, str, list[str]]]:
        cells = [pick(firms), inns, ogrns, some(lambda: day(rng, 1999, 2023, form)), pick(states), okved, pick(names)]
        return list(zip(company, headers.split("|"), cells, strict=True))

    payment = ["date", "number", "payer", "payee", "amount", "currency", "purpose"]

    def payment_table(
        headers: str, firms: list[str], purposes: list[str], form: str
    ) -> list[tuple[str, str, list[str]]]:
        cells = [
            events(form),
            some(lambda: str(rng.randint(1, 9999))),
            pick(firms),
            pick(firms),
            points,
            pick(["USD", "EUR", "CNY"]),
            pick(purposes),
        ]
        return list(zip(payment, headers.split("|"), cells, strict=True))

    zh_cases = some(lambda: f"（{rng.randint(2020, 2024)}）京{rng.randint(1, 9):02d}民初{rng.randint(100, 9999)}号")
    ru_cases = some(lambda: f"А40-{rng.randint(1000, 99999)}/{rng.randint(2020, 2024)}")
    uk_cases = some(lambda: f"{rng.randint(100, 999)}/{rng.randint(1000, 9999)}/{rng.randint(20, 24)}")
    return {
        "flights_ru": ("journey", ";", flight_table(known["flights_ru"], RU + PINYIN, DOTTED)),
        "flights_uk": ("journey", ",", flight_table(known["flights_uk"], UK, DOTTED)),
        "flights_en": ("journey", "\t", flight_table(known["flights_en"], PINYIN + EN, ISO)),
        "flights_en_us": ("journey", ",", flight_table(known["flights_en_us"], EN, SLASHED)),
        "flights_zh": ("journey", ",", flight_table(known["flights_zh"], ZH, HAN)),
        "border_ru": (
            "journey",
            ",",
            border_table(
                known["border_ru"],
                RU,
                ["РФ", "КНР", "Казахстан"],
                ["въезд", "выезд"],
                ["Забайкальск", "Пограничный"],
                DOTTED,
            ),
        ),
        "border_uk": (
            "journey",
            ";",
            border_table(
                known["border_uk"],
                UK,
                ["Україна", "Китай", "Молдова"],
                ["в'їзд", "виїзд"],
                ["Краківець", "Ягодин"],
                DOTTED,
            ),
        ),
        "border_zh": (
            "journey",
            ",",
            border_table(
                known["border_zh"], ZH, ["中国", "俄罗斯", "乌克兰"], ["入境", "出境"], ["满洲里", "绥芬河"], ISO
            ),
        ),
        "border_en": (
            "journey",
            "|",
            border_table(
                known["border_en"], EN, ["CHN", "RUS", "UKR"], ["ENTRY", "EXIT"], ["Zabaikalsk", "Manzhouli"], ISO
            ),
        ),
        "customs_ru": (
            "shipment",
            ";",
            customs_table(known["customs_ru"], FIRMS_RU, ["Подшипники", "Платы печатные"], ["ИМ", "ЭК"], money, DOTTED),
        ),
        "customs_uk": (
            "shipment",
            ";",
            customs_table(
                known["customs_uk"],
                FIRMS_UK,
                ["Підшипники кулькові", "Обладнання для зв'язку"],
                ["ІМ", "ЕК"],
                money,
                DOTTED,
            ),
        ),
        "customs_zh": (
            "shipment",
            ",",
            customs_table(known["customs_zh"], FIRMS_ZH, ["轴承", "电路板"], ["进口", "出口"], points, ISO),
        ),
        "customs_en": (
            "shipment",
            ",",
            customs_table(
                known["customs_en"],
                FIRMS_EN,
                ["Ball bearings", "Printed circuit boards"],
                ["Import", "Export"],
                points,
                ISO,
            ),
        ),
        "courts_ru": (
            "case",
            ";",
            court_table(
                known["courts_ru"],
                ru_cases,
                ["АС города Москвы"],
                FIRMS_RU,
                ["о взыскании долга", "о банкротстве"],
                ["отказано", "удовлетворено"],
                DOTTED,
            ),
        ),
        "courts_uk": (
            "case",
            ";",
            court_table(
                known["courts_uk"],
                uk_cases,
                ["Господарський суд Києва"],
                FIRMS_UK,
                ["про стягнення боргу"],
                ["задоволено", "відмовлено"],
                DOTTED,
            ),
        ),
        "courts_zh": (
            "case",
            ",",
            court_table(
                known["courts_zh"],
                zh_cases,
                ["北京市第一中级人民法院"],
                FIRMS_ZH,
                ["合同纠纷", "借款纠纷"],
                ["驳回", "支持"],
                ISO,
            ),
        ),
        "courts_en": (
            "case",
            ",",
            court_table(
                known["courts_en"],
                some(lambda: f"1:{rng.randint(20, 24)}-cv-{rng.randint(1000, 99999):05d}"),
                ["High Court"],
                FIRMS_EN,
                ["Breach of contract"],
                ["Dismissed", "Granted"],
                ISO,
            ),
        ),
        "aircraft_ru": ("asset", ";", asset_table(known["aircraft_ru"], FIRMS_RU, ["Рязань", "Омск"])),
        "aircraft_uk": ("asset", ",", asset_table(known["aircraft_uk"], FIRMS_UK, ["Бориспіль", "Львів"])),
        "aircraft_zh": ("asset", ",", asset_table(known["aircraft_zh"], FIRMS_ZH, ["北京", "上海"])),
        "aircraft_en": ("asset", ",", asset_table(known["aircraft_en"], FIRMS_EN, ["Ryazan", "Omsk"])),
        "hospital_ru": (
            "enrolment",
            ";",
            patient_table(known["hospital_ru"], RU, ["пневмония", "ожог"], ["ВГ № 5", "ЦРБ"], DOTTED),
        ),
        "hospital_uk": (
            "enrolment",
            ";",
            patient_table(known["hospital_uk"], UK, ["пневмонія", "опік"], ["Лікарня № 2", "Шпиталь"], DOTTED),
        ),
        "hospital_zh": (
            "enrolment",
            ",",
            patient_table(known["hospital_zh"], ZH, ["肺炎", "烧伤"], ["第一人民医院", "海军医院"], COMPACT),
        ),
        "hospital_en": (
            "enrolment",
            ",",
            patient_table(known["hospital_en"], EN, ["pneumonia", "burns"], ["St Anne", "Ward 7"], ISO),
        ),
        "recruits_ru": ("enrolment", ";", recruit_table(known["recruits_ru"], RU, ["Непал", "Куба", "Индия"], SHORT)),
        "recruits_uk": ("enrolment", ";", recruit_table(known["recruits_uk"], UK, ["Непал", "Куба", "Індія"], DOTTED)),
        "recruits_zh": ("enrolment", ",", recruit_table(known["recruits_zh"], ZH, ["尼泊尔", "古巴", "中国"], ISO)),
        "recruits_en": ("enrolment", ",", recruit_table(known["recruits_en"], EN, ["Nepal", "Cuba", "India"], ISO)),
        "companies_ru": (
            "company",
            ";",
            company_table(known["companies_ru"], FIRMS_RU, ["Действующее", "Ликвидировано"], RU, DOTTED),
        ),
        "companies_en": ("company", ",", company_table(known["companies_en"], FIRMS_RU, ["active", "closed"], RU, ISO)),
        "payments_ru": (
            "payment",
            ";",
            payment_table(known["payments_ru"], FIRMS_RU, ["Оплата по договору 12", "Аванс"], DOTTED),
        ),
        "payments_uk": (
            "payment",
            ";",
            payment_table(known["payments_uk"], FIRMS_UK, ["Оплата за договором", "Аванс"], DOTTED),
        ),
        "payments_zh": ("payment", ",", payment_table(known["payments_zh"], FIRMS_ZH, ["货款", "预付款"], ISO)),
        "payments_en": ("payment", ",", payment_table(known["payments_en"], FIRMS_EN, ["Invoice 12", "Advance"], ISO)),
    }
