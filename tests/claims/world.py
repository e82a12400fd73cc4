"""A small invented leak in four languages, run the whole way, and drafts about it in several styles."""

from __future__ import annotations

import csv
from pathlib import Path

from corrobora import pipeline
from corrobora.case import Case

PAPERS = {
    "договоры/контракт 17-Б.txt": """КОНТРАКТ № 17-Б/2023

г. Тула                                                      14 мая 2023 г.

ООО «Орлан Трейд» (Поставщик) и Lotus Aviation Co., Ltd (Покупатель) заключили настоящий контракт.

1. Общая стоимость контракта составляет 585 000 000 долларов США.
2. Аванс в размере 40 % составляет 234 000 000 долларов США и выплачивается до 30 июня 2023 г.
3. Поставка 12 изделий планируется до 31 марта 2024 г.
4. Мощность завода составляет 1 200 изделий в год.
5. По мнению эксперта Сидоренко, ремонт обойдётся в 3 400 000 долларов США.

Поставщик обязуется не передавать оборудование третьим лицам без письменного согласия Покупателя.
""",
    "запросы/ZH2023-Y17.txt": """Запрос № ZH2023-Y17 от 20 февраля 2023 г.

Просим принять делегацию КНР в количестве 7 человек в г. Тула с 10 марта 2023 г. по 14 марта 2023 г.
Руководитель делегации: Ван Цзяньго (王建国).

Список делегации:
1. Ван Цзяньго (WANG JIANGUO), 03.04.1971, паспорт E55511122
2. Чжао Течжу (ZHAO TIEZHU), 09.08.1966, паспорт E99988877
3. Сунь Лицзюнь (SUN LIJUN), 11.02.1980, паспорт E10203040
4. Хэ Дапэн (HE DAPENG), 05.05.1985, паспорт E50607080
5. Фэн Гоцян (FENG GUOQIANG), 17.12.1978, паспорт E20304050
6. Цао Юймин (CAO YUMING), 21.01.1990, паспорт E60708090
7. Дэн Хайтао (DENG HAITAO), 30.10.1983, паспорт E11223344
""",
    "листи/лист 45-2.txt": """ТОВ «Дніпро-Деталь»
Лист № 45/2 від 3 червня 2023 року

Повідомляємо, що товариство отримало 120 двигунів від ООО «Орлан Трейд».
Вартість партії становить 2 500 000 євро.
Оплату буде здійснено до 1 вересня 2023 року.
Просимо не розголошувати умови цієї угоди стороннім особам.
""",
    "letters/reply.txt": """Lotus Aviation Co., Ltd
Letter No. LA-77 of 5 July 2023

We have received the first batch of the equipment and found it in good order.
The balance of 351,000,000 US dollars will be paid by 30 September 2023.
Mr Wang Jianguo remains our only representative in this matter.
""",
    "信件/函 12.txt": """莲花航空有限公司
函（2023）第12号
日期：2023年7月5日

我方确认合同总价为585,000,000美元，首付款234,000,000美元已经支付。
本公司没有向任何第三方转让上述设备的计划。
""",
}

_HEAD = ("Фамилия", "Имя", "Дата рождения", "Документ", "Рейс", "Дата вылета", "Откуда", "Куда")
_GUESTS = (
    ("WANG", "JIANGUO", "03.04.1971", "E55511122"), ("ZHAO", "TIEZHU", "09.08.1966", "E99988877"),
    ("SUN", "LIJUN", "11.02.1980", "E10203040"),
)  # fmt: skip
_OTHERS = ("IVANOV", "PETROV", "SIDOROV", "KUZNETSOV", "POPOV", "VOLKOV", "LEBEDEV", "KOZLOV", "NOVIKOV", "MOROZOV")


def run(place: Path) -> Case:
    """The case made of these papers and tables."""
    for name, text in PAPERS.items():
        (place / "leak" / name).parent.mkdir(parents=True, exist_ok=True)
        (place / "leak" / name).write_text(text, encoding="utf-8")
    (place / "records").mkdir()
    flights = [(*guest, "CA909", "09.03.2023", "PEK", "SVO") for guest in _GUESTS]
    flights += [
        (last, "IVAN", f"{1 + at:02d}.0{1 + at % 9}.19{60 + at}", f"70{at:02d} {100200 + at}", "SU204", f"{1 + at:02d}.03.2023", "SVO", "PEK")
        for at, last in enumerate(_OTHERS * 2)
    ]  # fmt: skip
    _table(place / "records" / "flights.csv", _HEAD, flights)
    recruits = [
        (
            f"LI {chr(65 + at % 26)}U{at}",
            f"{1 + at % 28:02d}.05.{2004 - at % 30}",
            "КНР",
            f"{1 + at % 28:02d}.0{6 + at % 3}.2023",
        )
        for at in range(48)
    ]
    _table(
        place / "records" / "recruits.csv",
        ("ФИО", "Дата рождения", "Гражданство", "Дата заключения контракта"),
        recruits,
    )
    case = Case.create(place / "case")
    pipeline.run(place / "leak", place / "records", case)
    return case


def _table(path: Path, head: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(head)
        writer.writerows(rows)
