"""The sample's record sets: tickets, border crossings, a register, sanctions, customs, a recruitment list."""

from __future__ import annotations

import csv
import io
import json
import random
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from corrobora.sample.paper import xlsx
from corrobora.sample.people import ChinesePerson, People

FLIGHTS = (
    ("SU201", "PEK", "SVO"),
    ("SU200", "SVO", "PEK"),
    ("KC888", "PEK", "ALA"),
    ("KC887", "ALA", "PEK"),
    ("PS290", "PEK", "KBP"),
    ("PS289", "KBP", "PEK"),
    ("HU7985", "XIY", "SVO"),
    ("HU7986", "SVO", "XIY"),
)
ARRIVING = {"SVO": "SU201", "ALA": "KC888", "KBP": "PS290"}
LEAVING = {"SVO": "SU200", "ALA": "KC887", "KBP": "PS289"}


@dataclass(slots=True)
class Ticket:
    """One row of the ticket table; `owner` is the person of the case it belongs to, for the truth only."""

    day: date
    flight: str
    name: str
    birth: str
    document: str
    owner: str = ""
    visit: str = ""
    leg: str = ""
    contra: str = ""


@dataclass(slots=True)
class Tickets:
    """All tickets, in the order of the file."""

    rows: list[Ticket] = field(default_factory=list)

    def csv(self) -> bytes:
        """Comma, English headers, month named in letters."""
        routes = {number: (a, b) for number, a, b in FLIGHTS}
        header = ["booking", "flight_no", "flight_date", "from", "to", "passenger", "dob", "passport"]
        rows: list[Sequence[str]] = [header]
        for number, t in enumerate(self.rows):
            origin, target = routes[t.flight]
            born = date.fromisoformat(t.birth).strftime("%d-%b-%Y") if t.birth else ""
            rows.append(
                (
                    f"M{number * 7919 % 10**6:06d}",
                    t.flight,
                    t.day.strftime("%d-%b-%Y"),
                    origin,
                    target,
                    t.name,
                    born,
                    t.document,
                )
            )
        return _csv(rows, ",", "utf-8")


def crowd(people: People, dice: random.Random, size: int, first: date, days: int) -> list[Ticket]:
    """Other travellers: the chance namesakes of the case are among them."""
    rows = []
    for _ in range(size):
        person = people.chinese("x")
        day = first + timedelta(dice.randrange(days))
        birth = person.birth if dice.random() < 0.7 else ""
        document = person.passport if dice.random() < 0.7 else ""
        rows.append(Ticket(day, dice.choice(FLIGHTS)[0], person.spelling(dice), birth, document))
    return rows


def trip(person: ChinesePerson, airport: str, visit: tuple[str, date, date], dice: random.Random) -> list[Ticket]:
    """The tickets of somebody who takes part in a visit: there a day or two before it, back after it."""
    key, start, end = visit
    rows = []
    for leg, day, flight in (
        ("in", start - timedelta(dice.randint(0, 2)), ARRIVING[airport]),
        ("out", end + timedelta(dice.randint(0, 2)), LEAVING[airport]),
    ):
        birth = person.birth if dice.random() < 0.75 else ""
        document = person.passport if dice.random() < 0.75 else ""
        rows.append(Ticket(day, flight, person.spelling(dice), birth, document, person.id, key, leg))
    return rows


def border(tickets: Iterable[Ticket], dice: random.Random) -> tuple[bytes, list[Ticket]]:
    """The border's own table for what landed in Kyiv: Ukrainian headers, tabs, CP1251."""
    header = ["Дата перетину", "Напрямок", "Пункт пропуску", "ПІБ особи", "Дата народж.", "Громадянство", "№ паспорта"]
    rows: list[Sequence[str]] = [header]
    kept = []
    for t in tickets:
        if t.flight not in ("PS290", "PS289") or dice.random() < 0.15:
            continue
        kept.append(t)
        way = "в'їзд" if t.flight == "PS290" else "виїзд"
        born = date.fromisoformat(t.birth).strftime("%d.%m.%Y") if t.birth else ""
        rows.append((t.day.strftime("%d.%m.%Y"), way, "Бориспіль", t.name, born, "КНР", t.document))
    return _csv(rows, "\t", "cp1251"), kept


def recruits(people: Sequence[ChinesePerson], days: Sequence[date], dice: random.Random) -> bytes:
    """A recruitment office's workbook: foreigners among others."""
    others = (
        "Санджай Гурунг|Непал",
        "Рустам Назаров|Узбекистан",
        "Сергей Климов|Россия",
        "Антон Бугров|Россия",
        "Павел Ершов|Россия",
    )
    rows: list[tuple[date, str, str, str]] = [
        (day, p.palladius, p.birth, "Китай") for p, day in zip(people, days, strict=True)
    ]
    for _ in range(150):
        name, country = dice.choice(others).split("|")
        day = min(days) + timedelta(dice.randrange((max(days) - min(days)).days))
        rows.append(
            (day, name, f"{dice.randint(1970, 2003)}-{dice.randint(1, 12):02d}-{dice.randint(1, 28):02d}", country)
        )
    rows.sort()
    head = ["п/п", "Дата явки", "Кандидат", "Год, месяц, день рождения", "Гражданин"]
    body = [[i, d.strftime("%d.%m.%Y"), n, b.replace("-", "."), c] for i, (d, n, b, c) in enumerate(rows, 1)]
    return xlsx({"Явка": [head, *body]})


def register(firms: Sequence[dict[str, Any]], dice: random.Random) -> bytes:
    """A company register, one JSON object to a line, founders nested; the firms of the case among 300 others."""
    words = ("Север", "Вектор", "Азимут", "Полюс", "Гамма", "Рассвет", "Стандарт", "Оникс", "Кварц", "Прибой")
    rows = list(firms)
    for _ in range(300):
        name = f"ООО «{dice.choice(words)}-{dice.choice(words)}»"
        founder = dice.choice(("Сидоров", "Кузьмин", "Орлов", "Титов")) + dice.choice(
            (" Иван Петрович", " Олег Львович")
        )
        share = dice.choice((100, 50, 75))
        rows.append(
            firm(
                name,
                inn10(dice),
                f"20{dice.randint(5, 20):02d}-03-0{dice.randint(1, 9)}",
                ("47.11", "Торговля розничная"),
                [(founder, inn12(dice), share, None)],
            )
        )
    dice.shuffle(rows)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def firm(
    name: str,
    inn: str,
    registered: str,
    activity: tuple[str, str],
    owners: Sequence[tuple[str, str, float, str | None]],
) -> dict[str, Any]:
    """One line of the register."""
    founders = [
        {"founder": o, "taxNumber": n, "sharePercent": s, "from": since or registered} for o, n, s, since in owners
    ]
    return {
        "fullName": name,
        "taxNumber": inn,
        "registrationDate": registered,
        "state": "active",
        "mainActivity": {"okved": activity[0], "title": activity[1]},
        "founders": founders,
    }


def sanctions(listed: Sequence[tuple[str, str, str, dict[str, list[str]]]], dice: random.Random) -> bytes:
    """FtM entities with their listings: (schema, id, since, properties) and fifty others."""
    entries = list(listed)
    for number in range(50):
        schema = dice.choice(("Person", "Company"))
        name = f"Listed {'Person' if schema == 'Person' else 'Trading'} No {number}"
        entries.append(
            (schema, f"other-{number}", f"20{dice.randint(14, 22)}-0{dice.randint(1, 9)}-11", {"name": [name]})
        )
    dice.shuffle(entries)
    lines = []
    for schema, key, since, properties in entries:
        lines.append(
            {
                "id": key,
                "schema": schema,
                "caption": properties["name"][0],
                "properties": {**properties, "topics": ["sanction"]},
            }
        )
        authority = {"authority": ["Office of Invented Sanctions"], "program": ["SAMPLE-7"], "startDate": [since]}
        lines.append({"id": f"{key}-s", "schema": "Sanction", "properties": {"entity": [key], **authority}})
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def customs(declared: Sequence[Sequence[str]], dice: random.Random) -> bytes:
    """Declarations: semicolons, decimal commas, UTF-16, inside a ZIP."""
    header = [
        "Номер МД",
        "Дата оформлення",
        "Відправник",
        "Одержувач",
        "Код одержувача",
        "Код УКТЗЕД",
        "Опис товару",
        "Кількість",
        "Вартість, USD",
    ]
    rows: list[Sequence[str]] = [header, *declared]
    goods = (
        ("8708299009", "Частини кузова"),
        ("9503007500", "Іграшки"),
        ("6402999100", "Взуття"),
        ("8544429009", "Кабелі"),
    )
    for number in range(400):
        code, what = dice.choice(goods)
        day = date(2021, 9, 1) + timedelta(dice.randrange(480))
        value = f"{dice.uniform(500, 90000):.2f}".replace(".", ",")
        rows.append(
            (
                f"UA{100000 + number}/{day.year}",
                day.strftime("%d.%m.%Y"),
                "Ningbo Sample Goods Ltd",
                f"ТОВ «Оптторг {number % 40}»",
                f"{30000000 + number % 40}",
                code,
                what,
                str(dice.randint(1, 900)),
                value,
            )
        )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("declarations.csv", (2023, 1, 1, 0, 0, 0)), _csv(rows, ";", "utf-16"))
    return buffer.getvalue()


def inn10(dice: random.Random) -> str:
    """A taxpayer number of an organisation with its check digit (order of the Federal Tax Service, 2012)."""
    digits = [dice.randint(1, 9), *(dice.randint(0, 9) for _ in range(8))]
    return _digits(digits + [_check(digits, (2, 4, 10, 3, 5, 9, 4, 6, 8))])


def inn12(dice: random.Random) -> str:
    """A taxpayer number of a person with its two check digits."""
    digits = [dice.randint(1, 9), *(dice.randint(0, 9) for _ in range(9))]
    digits.append(_check(digits, (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)))
    return _digits(digits + [_check(digits, (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8))])


def _check(digits: Sequence[int], weights: Sequence[int]) -> int:
    return sum(d * w for d, w in zip(digits, weights, strict=True)) % 11 % 10


def _digits(values: Iterable[int]) -> str:
    return "".join(map(str, values))


def _csv(rows: Iterable[Sequence[str]], delimiter: str, encoding: str) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return buffer.getvalue().encode(encoding)
