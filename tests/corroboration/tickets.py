"""A small invented set of tickets with its people, written as the records room would prepare it."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from corrobora.case import Case
from corrobora.model.records import PROPERTIES, Dataset, RecordKind

FAMILIES = [
    "Wang",
    "Li",
    "Zhang",
    "Liu",
    "Chen",
    "Yang",
    "Zhao",
    "Huang",
    "Zhou",
    "Wu",
    "Xu",
    "Sun",
    "Hu",
    "Zhu",
    "Gao",
    "Lin",
    "He",
    "Guo",
    "Ma",
    "Luo",
]
SYLLABLES = [
    "ming",
    "hua",
    "wei",
    "jun",
    "lei",
    "guo",
    "qiang",
    "li",
    "yan",
    "bo",
    "hong",
    "liang",
    "jie",
    "ping",
    "gang",
    "feng",
    "cheng",
    "xin",
    "zhi",
    "hai",
]

Row = dict[str, str | None]


def crowd(size: int, seed: int = 5) -> list[Row]:
    """Tickets of invented people: each flies in and out once, some rows without birth date or document."""
    dice = random.Random(seed)
    rows: list[Row] = []
    for number in range(size):
        given = "".join(dice.sample(SYLLABLES, dice.choice([1, 2, 2, 2])))
        name = f"{dice.choice(FAMILIES)} {given.capitalize()}".upper()
        birth = str(date(1955, 1, 1) + timedelta(days=dice.randrange(18000)))
        document = f"E{dice.randrange(10**8):08d}"
        arrival = date(2023, 1, 5) + timedelta(days=dice.randrange(340))
        for day, way in ((arrival, ("PEK", "SVO")), (arrival + timedelta(days=dice.randrange(3, 15)), ("SVO", "PEK"))):
            rows.append(
                ticket(
                    name,
                    str(day),
                    way,
                    birth_date=birth if dice.random() < 0.65 else None,
                    document=document if dice.random() < 0.65 else None,
                    booking=f"B{number:05d}",
                )
            )
    return rows


def ticket(name: str, day: str, way: tuple[str, str], **rest: str | None) -> Row:
    number = "CA909" if way[1] == "SVO" else "CA910"
    return {"name": name, "date": day, "from": way[0], "to": way[1], "number": number, **rest}


def put(case: Case, rows: list[Row], path: str = "tickets.csv", kind: RecordKind = RecordKind.JOURNEY) -> Dataset:
    """Registers rows as a prepared set of its own origin."""
    dates = [str(row["date"]) for row in rows if row.get("date")]
    dataset = Dataset(
        path,
        "0" * 64,
        "tickets",
        path,
        "csv",
        len(rows),
        0,
        min(dates, default=None),
        max(dates, default=None),
        ((kind, len(rows)),),
    )
    columns: dict[str, pa.Array] = {"row": pa.array(range(1, len(rows) + 1), pa.int64())}
    for name in PROPERTIES[kind]:
        values = pa.array([row.get(name) for row in rows], pa.string())
        columns[name] = columns[f"{name}_raw"] = values
    target: Path = case.rows_path(dataset, kind)
    target.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.table(columns), target)
    case.put_dataset(dataset)
    return dataset
