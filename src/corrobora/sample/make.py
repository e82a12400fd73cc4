"""Puts the sample together: papers, record sets, and the truth beside them."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from corrobora.errors import InputError
from corrobora.sample import paper, papers, tables
from corrobora.sample.papers import Files, SampleVisit
from corrobora.sample.people import RUSSIANS, UKRAINIANS, ChinesePerson, People

TITLES = (
    ("上校", "полковник", "Colonel", "полковник", "полковником", "полковником"),
    ("中校", "подполковник", "Lieutenant Colonel", "підполковник", "подполковником", "підполковником"),
    ("工程师", "инженер", "Engineer", "інженер", "инженером", "інженером"),
    ("翻译", "переводчик", "Interpreter", "перекладач", "переводчиком", "перекладачем"),
)
UNITS = (
    (
        "海川船舶科技集团",
        "Группа судовых технологий «Хайчуань»",
        "Haichuan Ship Technology Group",
        "Група суднових технологій «Хайчуань»",
    ),
    ("北洋仪器研究所", "Институт приборов «Бэйян»", "Beiyang Instrument Institute", "Інститут приладів «Бейян»"),
)
SOURCES = """[[source]]
path = "{0}"
name = "{1}"
origin = "{2}"
reliability = "{3}"
obtained = 2023-03-01
"""


def make(directory: Path, *, seed: int = 7, travellers: int = 12_000) -> tuple[Path, Path]:
    """Writes the sample case: `leak/`, `records/` and `truth.json`. Everybody and everything in it is invented.

    Args:
        directory: an empty or new folder.
        seed: another seed gives other people, trips and numbers.
        travellers: tickets of other people, among whom the chance namesakes are.

    Returns:
        The folder of papers and the folder of record sets.

    Raises:
        InputError: where the folder holds something else.
        MissingToolError: where a font is missing.
    """
    leak, records = directory / "leak", directory / "records"
    if directory.is_dir() and any(p.name not in ("leak", "records", "truth.json", "case") for p in directory.iterdir()):
        raise InputError("this folder holds something else", str(directory), "name an empty or new folder")
    paper.check_fonts()
    dice = random.Random(seed)
    people = People(dice)
    visits = _visits(people, dice)
    numbers = {name: tables.inn10(dice) for name in ("ООО «Берёза-Импорт»", "АО «Радуга-Прибор»", "ООО «Плёс-Капитал»")}
    truth: dict[str, Any] = {"world": "sample"}
    _write(leak, _papers(visits, numbers, dice), truth)
    _write(records, _records(people, visits, numbers, dice, travellers, truth), None)
    _tell_people(visits, truth)
    _tell_contracts(truth)
    (directory / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8")
    return leak, records


def _visits(people: People, dice: random.Random) -> list[SampleVisit]:
    guests: list[ChinesePerson] = []
    taken: set[str] = set()
    while len(guests) < 10:
        guest = people.chinese("g")
        if guest.pinyin not in taken and len(guest.given) == 2:
            taken.add(guest.pinyin)
            rank = len(guests)
            guests.append(replace(guest, title=TITLES[min(rank // 3, 3)], unit=UNITS[rank % 2]))
    ru, uk = RUSSIANS.split("|"), UKRAINIANS.split("|")
    start = date(2022, 5, 16)
    return [
        SampleVisit(
            "V1",
            "HC-2022/014",
            ("Нижний Новгород", "Nizhny Novgorod", "Нижній Новгород", "下诺夫哥罗德"),
            "SVO",
            start,
            start + timedelta(4),
            ("Завод «Волга-Крыло»", "Volga-Krylo Works", ""),
            ((ru[0], "главный конструктор"), (ru[1], "директор")),
            tuple(guests[:5]),
        ),
        SampleVisit(
            "V2",
            "MTH/0412",
            ("Алматы", "Almaty", "Алмати", "阿拉木图"),
            "ALA",
            date(2022, 9, 5),
            date(2022, 9, 9),
            ("Caspian Instruments JSC", "Caspian Instruments JSC", ""),
            ((ru[2], "Commercial Director"), (ru[3], "Chief Engineer")),
            (guests[1], guests[5], guests[6], guests[7]),
        ),
        SampleVisit(
            "V3",
            "BY-21/108",
            ("Харьков", "Kharkiv", "Харків", "哈尔科夫"),
            "KBP",
            date(2021, 10, 11),
            date(2021, 10, 15),
            ("ДП «Слобожанський приладобудівний завод»", "", ""),
            ((uk[0], "директор"), (uk[1], "головний інженер")),
            (guests[6], guests[8], guests[9]),
        ),
    ]


def _papers(visits: Sequence[SampleVisit], numbers: dict[str, str], dice: random.Random) -> Files:
    files: Files = {}
    files |= papers.russian_visit(visits[0])
    files |= papers.english_visit(visits[1], dice)
    files |= papers.ukrainian_visit(visits[2])
    files |= papers.cancelled_visit() | papers.contracts() | papers.trade(numbers) | papers.dust(dice)
    sources = (
        ("zavod", "A plant's shared disk", "leak-plant", "B"),
        ("meridian", "A trading house's mail", "leak-trade", "C"),
    )
    files["sources.toml"] = "\n".join(SOURCES.format(*s) for s in sources).encode()
    return files


def _records(
    people: People,
    visits: Sequence[SampleVisit],
    numbers: dict[str, str],
    dice: random.Random,
    travellers: int,
    truth: dict[str, Any],
) -> Files:
    tickets = tables.crowd(people, dice, travellers, date(2021, 9, 1), 480)
    for visit in visits:
        absent = dice.choice(visit.guests[1:])
        for guest in visit.guests:
            if guest is not absent:
                tickets += tables.trip(guest, visit.airport, (visit.key, visit.start, visit.end), dice)
        tickets.append(_namesake(visit, dice))
    recruits = [people.chinese("r") for _ in range(24)]
    days = [date(2022, 6, 1) + timedelta(dice.choice((3, 12, 40, 45, 101, 130, 160))) for _ in recruits]
    for recruit, day in zip(recruits, days, strict=True):
        lag = dice.randint(1, 20)
        tickets.append(
            tables.Ticket(
                day - timedelta(lag),
                "SU201",
                recruit.passport_name,
                recruit.birth,
                recruit.passport,
                recruit.id,
                "",
                "in",
            )
        )
    tickets.sort(key=lambda t: (t.day, t.flight, t.name))
    crossing, crossed = tables.border(tickets, dice)
    _tell_matches(tickets, crossed, truth)
    _tell_recruits(recruits, days, truth)
    book = tables.Tickets(tickets)
    return {
        "tickets_2021_2022.csv": book.csv(),
        "перетин.csv": crossing,
        "явка.xlsx": tables.recruits(recruits, days, dice),
        "register.jsonl": _register(numbers, dice, truth),
        "lists.ftm.json": _sanctions(numbers, dice, truth),
        "митниця.zip": tables.customs([_declaration()], dice),
        "sources.toml": "\n".join(
            SOURCES.format(path, path, origin, "B")
            for path, origin in (
                ("tickets_2021_2022.csv", "tickets"),
                ("перетин.csv", "border"),
                ("явка.xlsx", "recruitment"),
                ("register.jsonl", "register"),
                ("lists.ftm.json", "sanctions"),
                ("митниця.zip", "customs"),
            )
        ).encode(),
    }


def _namesake(visit: SampleVisit, dice: random.Random) -> tables.Ticket:
    """Somebody of a guest's name who flies in the same days, with another birth date and another passport."""
    guest = visit.guests[0]
    day = visit.start - timedelta(dice.randint(0, 3))
    return tables.Ticket(
        day, tables.ARRIVING[visit.airport], guest.passport_name, "1991-03-03", "EC1234567", contra=guest.id
    )


def _declaration() -> tuple[str, ...]:
    return (
        "UA209230/2022",
        "09.09.2022",
        "Ningbo Feiyu Optics Co., Ltd",
        "ООО «Берёза-Импорт»",
        "",
        "8525890000",
        "Тепловізори FY-220",
        "40",
        "126000,00",
    )


def _register(numbers: dict[str, str], dice: random.Random, truth: dict[str, Any]) -> bytes:
    owner = "Лопухов Степан Ильич"
    owner_number = tables.inn12(dice)
    buyer, maker, holding = numbers
    firms = [
        tables.firm(
            buyer,
            numbers[buyer],
            "2021-12-01",
            ("46.38.1", "Торговля оптовая рыбой"),
            [(holding, numbers[holding], 50, "2022-01-20"), ("Мельгунов Фёдор Юрьевич", tables.inn12(dice), 50, None)],
        ),
        tables.firm(
            holding,
            numbers[holding],
            "2018-04-17",
            ("64.20", "Деятельность холдинговых компаний"),
            [(owner, owner_number, 60, None), ("Каретников Лев Борисович", tables.inn12(dice), 40, None)],
        ),
        tables.firm(
            maker,
            numbers[maker],
            "2003-02-11",
            ("26.51", "Производство приборов"),
            [("Истомин Глеб Тимофеевич", tables.inn12(dice), 100, None)],
        ),
        tables.firm(
            "ООО «Сады-Плюс»",
            tables.inn10(dice),
            "2015-07-01",
            ("01.24", "Выращивание плодов"),
            [(owner, tables.inn12(dice), 100, None)],
        ),
    ]
    # the papers name one owner; the register's other founders are no part of the story
    truth["ownership"] = [{"owner": [owner], "asset": [buyer], "share": 30.0, "path": []}]
    truth["owners"] = [{"id": owner, "role": "owner", "russian": owner}]
    truth["ownership_decoys"] = [{"owner": owner, "asset": "ООО «Сады-Плюс»"}]
    return tables.register(firms, dice)


def _sanctions(numbers: dict[str, str], dice: random.Random, truth: dict[str, Any]) -> bytes:
    maker = "АО «Радуга-Прибор»"
    listed = [
        ("Company", "sample-maker", "2022-03-15", {"name": ["Raduga-Pribor JSC", maker], "innCode": [numbers[maker]]}),
        (
            "Person",
            "sample-namesake",
            "2016-05-05",
            {"name": ["Вострецов Павел Николаевич"], "birthDate": ["1941-01-09"]},
        ),
    ]
    truth["sanctions"] = [
        {
            "target": [maker, "Raduga-Pribor JSC"],
            "since": "2022-03-15",
            "exposure": [{"date": "2022-09-19", "before_listing": False}],
        }
    ]
    truth["sanction_decoys"] = [{"target": ["Вострецов Павел Николаевич"]}]
    return tables.sanctions(listed, dice)


def _write(root: Path, files: Files, truth: dict[str, Any] | None) -> None:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    if truth is not None:
        truth["documents"] = [
            {"path": name, "must_contain": [], "scan": "scan" in name} for name in files if name != "sources.toml"
        ]


def _tell_people(visits: Sequence[SampleVisit], truth: dict[str, Any]) -> None:
    rows: dict[str, dict[str, Any]] = {}
    for visit in visits:
        for place, guest in enumerate(visit.guests):
            pictured = visit.key == "V2" and place < 2
            forms = {
                "hanzi": guest.hanzi,
                "pinyin": guest.pinyin,
                "palladius": guest.palladius,
                "latin": guest.passport_name,
            }
            strong = {"birth": guest.birth, "passport": guest.passport, "known": papers.known(guest, pictured)}
            rows.setdefault(
                guest.id, {"id": guest.id, "role": "delegate", **forms, "ukrainian": guest.ukrainian, **strong}
            )
        for name, title in visit.hosts:
            rows[name] = {
                "id": name,
                "role": "host",
                "russian": name,
                "initials": papers._initials(name),
                "latin": papers._latin(name),
                "positions": [title],
            }
    truth["people"] = [*rows.values(), *truth.pop("owners"), *truth.pop("recruits")]
    truth["visits"] = [
        {
            "id": v.key,
            "request": v.request,
            "place": list(v.place),
            "from": v.start.isoformat(),
            "to": v.end.isoformat(),
            "status": "held",
            "persons": [g.id for g in v.guests],
            "hosts": [n for n, _ in v.hosts],
        }
        for v in visits
    ]


def _tell_matches(tickets: Sequence[tables.Ticket], crossed: Sequence[tables.Ticket], truth: dict[str, Any]) -> None:
    sets = (("tickets_2021_2022.csv", tickets), ("перетин.csv", crossed))
    truth["matches"] = [
        {
            "person": t.owner,
            "visit": t.visit or None,
            "dataset": dataset,
            "row": row,
            "date": t.day.isoformat(),
            "decidable": True,
        }
        for dataset, rows in sets
        for row, t in enumerate(rows, 1)
        if t.owner
    ]
    truth["namesakes"] = [
        {"person": t.contra, "dataset": dataset, "row": row, "planted": True, "bare": False, "sort": "contra"}
        for dataset, rows in sets
        for row, t in enumerate(rows, 1)
        if t.contra
    ]


def _tell_recruits(recruits: Sequence[ChinesePerson], days: Sequence[date], truth: dict[str, Any]) -> None:
    counts = Counter(f"{day:%Y-%m}" for day in days)
    peak = max(sorted(counts), key=lambda month: counts[month])
    truth["series"] = [
        {
            "what": "enlistment",
            "bucket": "month",
            "counts": dict(sorted(counts.items())),
            "total": len(days),
            "peak": peak,
        }
    ]
    truth["recruits"] = [
        {
            "id": r.id,
            "role": "recruit",
            "hanzi": r.hanzi,
            "pinyin": r.pinyin,
            "palladius": r.palladius,
            "birth": r.birth,
        }
        for r in recruits
    ]


def _tell_contracts(truth: dict[str, Any]) -> None:
    def usd(amount: int) -> dict[str, str]:
        return {"amount": str(amount), "currency": "USD"}

    truth["contracts"] = [
        {
            "number": "31/ВЭД-22",
            "codename": None,
            "status": "signed",
            "signed": "2022-12-02",
            "total": usd(24_200_000),
            "items": [{"quantity": 6, "unit_price": usd(2_700_000)}, {"quantity": 4, "unit_price": usd(2_000_000)}],
            "payments": [
                {"share": 40, "amount": usd(9_680_000), "due": "2023-06-30"},
                {"share": 60, "amount": usd(14_520_000), "due": "2024-12-31"},
            ],
            "deliveries": [{"latest": "2025-02-28"}],
            "complete_not_before": None,
            "arithmetic": [{"check": "total", "ok": True}],
        },
        {
            "number": "CI-7/2021",
            "codename": None,
            "status": "signed",
            "signed": "2021-11-15",
            "total": usd(1_800_000),
            "items": [{"quantity": 25, "unit_price": usd(48_000)}, {"quantity": 2, "unit_price": usd(310_000)}],
            "payments": [
                {"share": 50, "amount": usd(900_000), "due": "2021-12-31"},
                {"share": 50, "amount": usd(900_000), "due": "2022-06-30"},
            ],
            "deliveries": [{"latest": "2022-09-30"}],
            "complete_not_before": None,
            "arithmetic": [{"check": "total", "ok": False}],
        },
    ]
